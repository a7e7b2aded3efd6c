"""The sealed store: opened by the keeper alone, bound to its record, told when touched."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtapp.domain.complaints import Complaint
from qtapp.domain.errors import Refused
from qtapp.store.store import Store, Work
from qtapp.store.vault import Vault

PLANTED = "甄密名"
IGNORED = (31, 7)  # the topmost bit of an X25519 key means nothing, by its standard


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Vault:
    vault = Vault(tmp_path_factory.mktemp("keys") / "keeper.key")
    vault.establish()
    return vault


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(st.text(max_size=10), st.text(max_size=300), max_size=4))
def test_what_was_sealed_is_what_is_opened(vault: Vault, facts: dict[str, str]) -> None:
    assert vault.open("complaints:1", vault.seal("complaints:1", facts)) == facts


def test_an_envelope_moved_to_another_record_does_not_open(vault: Vault) -> None:
    box = vault.seal("complaints:1", {"informant_name": PLANTED})
    with pytest.raises(Refused, match="打不开"):
        vault.open("complaints:2", box)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_touched_envelope_does_not_open(vault: Vault, data: st.DataObject) -> None:
    box = bytearray(vault.seal("complaints:1", {"informant_name": PLANTED}))
    places = [(at, bit) for at in range(len(box)) for bit in range(8) if (at, bit) != IGNORED]
    at, bit = data.draw(st.sampled_from(places))
    box[at] ^= 1 << bit
    with pytest.raises(Refused):
        vault.open("complaints:1", bytes(box))


def test_the_size_of_an_envelope_does_not_tell_the_length_of_a_name(vault: Vault) -> None:
    sizes = {len(vault.seal("x", {"informant_name": "名" * n})) for n in range(1, 20)}
    assert len(sizes) == 1


def test_another_registers_key_opens_nothing(vault: Vault, tmp_path: Path) -> None:
    other = Vault(tmp_path / "other.key")
    other.establish()
    with pytest.raises(Refused, match="不是封存时的那一把"):
        other.open("complaints:1", vault.seal("complaints:1", {"informant_name": PLANTED}))


def test_the_paper_in_the_safe_brings_the_key_back(vault: Vault, tmp_path: Path) -> None:
    code = vault.recovery_code()
    empty = Vault(tmp_path / "new.key", vault.public)
    empty.recover(code.lower().replace("-", " "))
    assert empty.open("a", vault.seal("a", {"n": PLANTED})) == {"n": PLANTED}


def test_a_mistyped_recovery_code_is_told(vault: Vault, tmp_path: Path) -> None:
    code = vault.recovery_code()
    wrong = code[:5] + ("A" if code[5] != "A" else "B") + code[6:]
    with pytest.raises(Refused, match="输错"):
        Vault(tmp_path / "new.key", vault.public).recover(wrong)


def test_the_informant_is_in_no_byte_of_the_data_folder(store: Store, tmp_path: Path) -> None:
    with store.working() as work:
        kept = work.of(Complaint).add(Complaint(content="内容", target_name="甲厂", informant_name=PLANTED))
        work.drafts.keep("complaints:new", {"content": "半句"}, {"informant_name": PLANTED})
        assert kept.informant_name == ""
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if PLANTED.encode() in path.read_bytes()]
    with store.working() as work:
        assert work.of(Complaint).opened(kept, "回访").informant_name == PLANTED
        draft = work.drafts.get("complaints:new")
        assert draft is not None
        assert draft["informant_name"] == PLANTED
        assert "查看密封信息" in [line.act for line in work.audit.of(kept)]


def test_an_opening_without_a_reason_is_refused(work: Work) -> None:
    kept = work.of(Complaint).add(Complaint(content="内容", target_name="甲厂", informant_name=PLANTED))
    with pytest.raises(Refused, match="理由"):
        work.of(Complaint).opened(kept, " ")


def test_a_later_change_keeps_what_is_sealed(work: Work) -> None:
    from dataclasses import replace

    kept = work.of(Complaint).add(Complaint(content="内容", target_name="甲厂", informant_name=PLANTED))
    changed = work.of(Complaint).update(replace(kept, content="改后的内容"))
    assert work.of(Complaint).opened(changed, "核对").informant_name == PLANTED
