"""Records come back as they were kept, changed ones are told apart, lists are true."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qtapp.domain.cases import Case, Decision, Party
from qtapp.domain.codes import normal_text
from qtapp.domain.complaints import Complaint
from qtapp.domain.enterprises import Enterprise
from qtapp.domain.errors import Conflict, Invalid
from qtapp.domain.officers import Handler
from qtapp.domain.searches import Filter, Op, Query
from qtapp.store.store import Store, Work

RARE = "䶮𬭎㛃𠅤𡉃"
NO_CONTROLS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40)


def complaint(**values: object) -> Complaint:
    facts: dict[str, object] = {"target_name": "岱山机械厂", "content": "仓库堵塞消防通道", "channel": "来电"}
    return Complaint(**{**facts, **values})  # type: ignore[arg-type]


def test_a_record_comes_back_as_it_was_kept(work: Work) -> None:
    kept = work.of(Complaint).add(
        complaint(
            received_at=datetime(2026, 3, 1, 8, 15),
            outer_due_on=date(2026, 4, 1),
            category=("事故隐患", "其他"),
            deaths=True,
            visitors=3,
            content=f"{RARE}\n第二行",
        )
    )
    assert work.of(Complaint).get(kept.id) == kept


def test_rows_inside_a_record_come_back(work: Work) -> None:
    case = Case(
        cause="未培训上岗",
        facts="无",
        parties=(Party(name="甲厂"), Party(kind="个人", name="张三")),
        handlers=(Handler(name="李四", certificate="1"),),
        decisions=(Decision(party="甲厂", kinds=("罚款",), fine_fen=2_000_000, decided_on=date(2026, 1, 5)),),
    )
    kept = work.of(Case).add(case)
    assert work.of(Case).get(kept.id) == kept
    assert kept.decisions[0].fine_fen == 2_000_000


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(NO_CONTROLS, NO_CONTROLS)
def test_any_text_comes_back(work: Work, name: str, address: str) -> None:
    kept = work.of(Enterprise).add(Enterprise(name=name, address=address))
    assert work.of(Enterprise).get(kept.id) == kept
    assert (kept.name, kept.address) == (normal_text(name), normal_text(address))


HIDDEN = ("\u202e", "\u200b", "\u0007", "\ufeff")


@pytest.mark.parametrize("mark", HIDDEN)
def test_marks_nobody_sees_are_not_kept(work: Work, mark: str) -> None:
    case = work.of(Case).add(Case(cause=f"无{mark}证", parties=(Party(name=f"甲{mark}厂"),)))
    changed = work.of(Case).update(replace(case, facts=f"第一行{mark}  \n第二行"))
    kept = work.of(Case).get(case.id)
    assert kept == changed
    assert (kept.cause, kept.parties[0].name, kept.facts) == ("无证", "甲厂", "第一行\n第二行")
    assert work.search.find("甲厂")[0] == 1


def test_marks_nobody_sees_are_not_sealed_either(work: Work) -> None:
    kept = work.of(Complaint).add(complaint(informant_name="甄\u202e密名"))
    assert work.of(Complaint).opened(kept, "答复").informant_name == "甄密名"


def test_a_text_without_hidden_marks_stays_the_very_same(work: Work) -> None:
    words = f"{RARE}\u3000（启）\t“引号”\n\n　　第二段，𠅤\U000e0100。"
    assert work.of(Complaint).add(complaint(content=words)).content == words


def test_half_a_character_is_handed_back_with_its_field(work: Work) -> None:
    with pytest.raises(Invalid, match="被举报单位") as refused:
        work.of(Complaint).add(complaint(target_name="甲\ud840厂"))
    assert refused.value.problems[0].field == "target_name"


def test_a_number_that_a_workbook_cut_short_is_handed_back(work: Work) -> None:
    with pytest.raises(Invalid, match="科学计数法") as refused:
        work.of(Complaint).add(complaint(channel="12345转办", outer_number="3.20681E+17"))
    assert refused.value.problems[0].field == "outer_number"
    assert work.of(Complaint).add(complaint(outer_number="E+17号")).outer_number == "E+17号"


def test_the_second_of_two_changes_to_one_record_is_told(work: Work) -> None:
    first = work.of(Complaint).add(complaint())
    work.of(Complaint).update(replace(first, content="改过一次"))
    with pytest.raises(Conflict, match="刚被另一处改过"):
        work.of(Complaint).update(replace(first, content="同时改的"))


def test_a_change_that_changes_nothing_leaves_no_trace(work: Work) -> None:
    kept = work.of(Complaint).add(complaint())
    lines = len(work.audit.of(kept))
    assert work.of(Complaint).update(kept).version == kept.version
    assert len(work.audit.of(kept)) == lines


def test_what_a_use_case_refuses_is_as_if_it_had_never_begun(store: Store) -> None:
    def refused() -> None:
        with store.working() as work:
            kept = work.of(Complaint).add(complaint())
            work.of(Complaint).update(replace(kept, version=7, content="旧"))

    with pytest.raises(Conflict):
        refused()
    with store.looking() as work:
        assert work.of(Complaint).count() == 0
        assert work.audit.head()[0] == 0


def test_a_list_is_filtered_ordered_and_counted_alike(work: Work) -> None:
    for month in (3, 1, 2):
        work.of(Complaint).add(
            complaint(received_at=datetime(2026, month, 1, 23, 30), department=f"{month}科")
        )
    query = Query(order="received_at").having(Filter("received_at", date(2026, 2, 1), Op.UNTIL))
    rows = work.of(Complaint).page(query, ("department",))
    assert [row[1] for row in rows] == ["2科", "1科"]
    assert list(work.of(Complaint).ids(query)) == [row[0] for row in rows]
    assert work.of(Complaint).count(query) == 2
    assert work.of(Complaint).rows([rows[1][0], rows[0][0]], ("department",)) == [rows[1], rows[0]]


def test_a_percent_sign_in_a_filter_is_a_percent_sign(work: Work) -> None:
    work.of(Enterprise).add(Enterprise(name="百分100%厂"))
    work.of(Enterprise).add(Enterprise(name="百分1000厂"))
    found = work.of(Enterprise).find(Query().having(Filter("name", "100%", Op.HAS)))
    assert [e.name for e in found] == ["百分100%厂"]


def test_a_removed_record_is_found_no_more(work: Work) -> None:
    kept = work.of(Enterprise).add(Enterprise(name="海岱船厂"))
    work.of(Enterprise).remove(kept)
    assert work.search.find("海岱")[0] == 0
    assert work.of(Enterprise).count() == 0
