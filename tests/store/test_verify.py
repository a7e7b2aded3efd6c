"""Whoever edits the file behind the program's back is found out by a check of the register."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from qtapp.app.build import Parts
from qtapp.domain.bureau import PER_CASE
from qtapp.domain.cases import StepKind
from qtapp.domain.complaints import Complaint
from qtapp.store.backup import back_up, restore
from qtapp.store.store import Store
from qtapp.usecases import documents
from qtapp.usecases.care import Health, verify
from qtapp.usecases.complaints import correct_complaint, register_complaint, void_complaint
from qtapp.usecases.due import due_papers
from tests.usecases import thread as t


def lived(store: Store, parts: Parts, numbering: str = "") -> None:
    """A register in which everything has happened once: numbers, papers, changes, a void one, a removal."""
    with store.working() as work:
        t.found(work)
        if numbering:
            work.keep_bureau(replace(t.BUREAU, numbering=numbering))
        inspection = t.inspected(work, parts.office, t.complained(work))
        case = t.walked(work, parts.office, t.opened(work, parts.office, inspection), StepKind.DECISION)
        for paper in due_papers(parts.office, case):
            documents.issue(work, parts.office, case, paper)
        kept = register_complaint(
            work, Complaint(content="消防通道堵塞", target_name="甲厂", informant_name=t.INFORMANT)
        )
        correct_complaint(work, replace(kept, content="消防通道堵塞，应急灯损坏"))
        other = register_complaint(work, Complaint(content="重复登记", target_name="乙厂"))
        void_complaint(work, other.id, "重复登记")
        gone = work.of_kind(kept.KIND).add(Complaint(content="误收", target_name="丙厂"))
        work.of_kind(kept.KIND).remove(gone)


def health(store: Store) -> Health:
    with store.looking() as work:
        return verify(work)


def edited(store: Store, *statements: str) -> Health:
    for statement in statements:
        store.database.execute_sql(statement)
    return health(store)


@pytest.fixture
def register(parts: Parts) -> Store:
    store = parts.open_store()
    lived(store, parts)
    return store


@pytest.mark.parametrize("numbering", ["", PER_CASE])
def test_what_the_program_itself_did_is_sound(store: Store, parts: Parts, numbering: str) -> None:
    lived(store, parts, numbering)
    assert health(store).problems == ()


EDITS: dict[str, tuple[str, str, str]] = {
    "a complaint's text": (
        "UPDATE complaints SET content = '改过' WHERE id = 1",
        "records",
        "“举报内容”与操作记录不一致",
    ),
    "a field never entered": (
        "UPDATE enterprises SET phone = '' WHERE id = 1",
        "records",
        "与操作记录不一致",
    ),
    "a fine": ("UPDATE cases SET total_fen = 1", "records", "与操作记录不一致"),
    "a decision inside a case": (
        "UPDATE cases SET decisions = replace(decisions, 'fine_fen\": ', 'fine_fen\": 9')",
        "records",
        "与操作记录不一致",
    ),
    "a complaint taken out": ("DELETE FROM complaints WHERE id = 2", "records", "不见了"),
    "a case taken out": ("DELETE FROM cases", "records", "不见了"),
    "a paper taken out": (
        "DELETE FROM documents WHERE id = (SELECT max(id) FROM documents)",
        "records",
        "不见了",
    ),
    "a paper's values": ("UPDATE documents SET \"values\" = '{}' WHERE id = 1", "records", "“栏目内容”"),
    "a paper's fingerprint": (
        "UPDATE documents SET sha256 = '00' WHERE sha256 <> ''",
        "attachments",
        "不见了",
    ),
    "a department put in": (
        (
            "INSERT INTO departments SELECT id + 50, version, name || '乙', short, aliases, head, position, "
            "enforces FROM departments LIMIT 1"
        ),
        "records",
        "没有登记",
    ),
    "the first number": ("DELETE FROM number WHERE sequence = 1 AND series = '立'", "numbers", "没有登记"),
    "the last number": (
        "DELETE FROM number WHERE id = (SELECT max(id) FROM number WHERE series = '举')",
        "numbers",
        "没有登记",
    ),
    "a paper's number": ("DELETE FROM number WHERE kind = 'documents'", "numbers", "文书编号"),
    "a number's bearer": (
        "UPDATE number SET record_id = record_id + 1 WHERE series = '罚'",
        "numbers",
        "另一",
    ),
    "a record's number": (
        "UPDATE complaints SET number = '岱应急举〔2026〕99号' WHERE id = 1",
        "numbers",
        "已经给出",
    ),
    "a number twice": (
        "UPDATE complaints SET number = (SELECT number FROM complaints WHERE id = 1)",
        "numbers",
        "只能用一次",
    ),
    "an envelope emptied": ("UPDATE sealed SET box = x'00'", "sealed", "已损坏"),
    "an envelope with other bytes": ("UPDATE sealed SET box = randomblob(length(box))", "sealed", "已损坏"),
    "an envelope taken out": ("DELETE FROM sealed", "sealed", "密封件不见了"),
    "an envelope moved": ("UPDATE sealed SET record_id = 77 WHERE id = 1", "sealed", "不属于任何"),
    "a search entry": ("DELETE FROM search WHERE id = 3", "records", "查找索引"),
    "a search entry's pairs": ("DELETE FROM search_gram WHERE rowid = 3", "records", "字对"),
    "the last audit lines": (
        "DELETE FROM audit WHERE seq > (SELECT max(seq) - 3 FROM audit)",
        "records",
        "操作记录",
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_behind_the_programs_back_is_found(register: Store, name: str) -> None:
    statement, part, words = EDITS[name]
    assert not [f.text for f in health(register).problems]
    found = edited(register, statement)
    assert not getattr(found, part)
    assert [f for f in found.problems if f.field == part and words in f.text], found.problems
    register.close()


def test_no_finding_says_what_is_sealed(register: Store) -> None:
    found = edited(register, "UPDATE complaints SET content = '改过'", "UPDATE sealed SET box = x'00'")
    assert found.problems
    assert t.INFORMANT not in "".join(fault.text + fault.value for fault in found.problems)
    register.close()


def test_without_the_keepers_key_the_shape_of_the_envelopes_is_looked_at(register: Store) -> None:
    register.places.keeper_key.unlink()
    assert health(register).ok
    assert edited(register, "UPDATE sealed SET box = substr(box, 2)").sealed is False
    register.close()


def test_a_broken_chain_is_told_and_not_trusted(register: Store) -> None:
    found = edited(register, "UPDATE audit SET who = '别人' WHERE seq = 2")
    assert (found.audit, found.records) == (False, True)
    assert "没有再逐条核对" in found.problems[1].text
    register.close()


def test_a_register_spoiled_all_over_is_told_in_a_screenful(store: Store) -> None:
    with store.working() as work:
        for place in range(70):
            register_complaint(work, Complaint(content=f"第{place}件", target_name="甲厂"))
    found = edited(store, "UPDATE complaints SET content = '改过'")
    assert len(found.problems) == 51
    assert "另有 20 处" in found.problems[-1].text


# --- the newest backup as a witness ---


def cut_off_the_last_complaint(store: Store) -> None:
    """All of it, so that what is left agrees with itself."""
    for statement in (
        "DELETE FROM complaints WHERE id = 2",
        "DELETE FROM search WHERE record_id = 2 AND kind = 'complaints'",
        "DELETE FROM search_gram WHERE rowid NOT IN (SELECT id FROM search)",
        "DELETE FROM number WHERE record_id = 2 AND kind = 'complaints'",
        "DELETE FROM audit WHERE record_id = 2 AND kind = 'complaints'",
    ):
        store.database.execute_sql(statement)


def two(store: Store) -> None:
    for name in ("甲厂", "乙厂"):
        with store.working() as work:
            register_complaint(work, Complaint(content="通道堵塞", target_name=name))


def test_a_complaint_cut_out_with_all_its_traces_is_known_to_the_newest_backup(store: Store) -> None:
    two(store)
    back_up(store, store.places.backups / "每日.zip")
    (store.places.backups / "别的.zip").write_bytes(b"PK no backup")
    assert health(store).ok
    cut_off_the_last_complaint(store)
    found = health(store)
    assert [fault.field for fault in found.problems] == ["audit"]
    assert "每日.zip" in found.problems[0].text


def test_a_restored_register_is_not_held_against_what_lay_there_before(parts: Parts, tmp_path: Path) -> None:
    store = parts.open_store()
    back_up(store, tmp_path / "早.zip")
    two(store)
    back_up(store, store.places.backups / "晚.zip")
    store.close()
    restore(tmp_path / "早.zip", parts.paths.places, parts.clock() + timedelta(hours=1), "沈一")
    again = parts.open_store()
    assert health(again).ok
    again.now = lambda: datetime.combine(date(2026, 3, 4), datetime.min.time())
    two(again)
    back_up(again, again.places.backups / "更晚.zip")
    assert health(again).ok
    cut_off_the_last_complaint(again)
    assert "更晚.zip" in health(again).problems[0].text
    with again.looking() as work:
        acts = work.database.execute_sql("SELECT who, act FROM audit").fetchall()
    assert ("沈一", "恢复备份") in acts
    again.close()
