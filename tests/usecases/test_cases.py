"""A case takes its steps in order, numbered when filed and when decided, by officers valid each day."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from qtapp.domain.bureau import PER_CASE
from qtapp.domain.cases import Case, Decision, Party, State, Step, StepKind
from qtapp.domain.complaints import Complaint
from qtapp.domain.errors import Invalid, UserError
from qtapp.domain.inspections import Inspection
from qtapp.domain.officers import Certificate, Handler
from qtapp.store.store import Work
from qtapp.usecases import cases as use
from qtapp.usecases.office import Office
from tests.usecases.thread import OFFICERS, complained, found, inspected, opened, walked


@pytest.fixture(autouse=True)
def _bureau(work: Work) -> None:
    found(work)


@pytest.fixture
def case(work: Work, office: Office) -> Case:
    return opened(work, office, inspected(work, office, complained(work)))


PERSON: dict[str, Any] = {
    "gender": "男",
    "age": 46,
    "identity_number": "990101198001010014",
    "address": "海岱市东港镇",
}


def step(kind: StepKind, day: date) -> Step:
    return Step(kind=kind, taken_on=day, person="顾二", opinion="同意。")


def test_the_number_comes_with_the_filing_and_the_decision_gets_its_own(
    work: Work, office: Office, case: Case
) -> None:
    assert (case.number, case.state) == ("", State.DRAFT)
    filed = walked(work, office, case, StepKind.FILING)
    assert filed.number == "（岱）应急立〔2026〕1号"
    closed = replace(filed)
    for place, kind in enumerate(list(StepKind)[1:]):
        closed = use.take_step(work, office, case.id, step(kind, date(2026, 2, 10 + 3 * place)))
    assert closed.state == State.CLOSED
    assert [d.number for d in closed.decisions] == ["（岱）应急罚〔2026〕1号"]
    assert (closed.decided_on, closed.total_fen) == (date(2026, 2, 16), 2_000_000)


def test_the_sum_counts_only_once_it_is_decided(work: Work, office: Office, case: Case) -> None:
    assert walked(work, office, case, StepKind.NOTICE).total_fen is None


def test_two_parties_get_two_decisions(work: Work, office: Office, case: Case) -> None:
    person = Party(kind="个人", name="钱六", employer="岱山机械厂", **PERSON)
    more = Decision(party="钱六", kinds=("罚款",), fine_fen=100_000)
    both = replace(case, parties=(*case.parties, person), decisions=(*case.decisions, more))
    use.change_case(work, office, both)
    decided = walked(work, office, case)
    assert [d.number for d in decided.decisions] == [f"（岱）应急罚〔2026〕{n}号" for n in (1, 2)]
    assert decided.total_fen == 2_100_000


def test_with_one_number_a_case_the_decisions_are_told_apart_by_a_dash(
    work: Work, office: Office, case: Case
) -> None:
    work.keep_bureau(replace(work.bureau, numbering=PER_CASE))
    person = Party(kind="个人", name="钱六", **PERSON)
    more = Decision(party="钱六", kinds=("警告",))
    both = replace(case, parties=(*case.parties, person), decisions=(*case.decisions, more))
    use.change_case(work, office, both)
    decided = walked(work, office, case)
    assert [d.number for d in decided.decisions] == [f"（岱）应急罚〔2026〕1-{n}号" for n in (1, 2)]


def test_no_step_is_left_out(work: Work, office: Office, case: Case) -> None:
    walked(work, office, case, StepKind.FILING)
    with pytest.raises(UserError, match="下一步是“呈批”，还不能走“决定”"):
        use.take_step(work, office, case.id, step(StepKind.DECISION, date(2026, 2, 20)))


def test_no_step_lies_before_the_one_that_precedes_it(work: Work, office: Office, case: Case) -> None:
    walked(work, office, case, StepKind.APPROVAL)
    with pytest.raises(UserError, match="早于“呈批”的日期"):
        use.take_step(work, office, case.id, step(StepKind.NOTICE, date(2026, 2, 8)))


def test_no_step_lies_in_the_future(work: Work, office: Office, case: Case) -> None:
    with pytest.raises(Invalid, match="还没有到"):
        use.take_step(work, office, case.id, step(StepKind.FILING, date(2026, 3, 3)))


def test_nothing_is_proposed_for_a_party_without_a_decision(work: Work, office: Office, case: Case) -> None:
    use.change_case(work, office, replace(case, decisions=()))
    walked(work, office, case, StepKind.FILING)
    with pytest.raises(UserError, match=r"岱山机械厂.*还没有（拟）处罚决定"):
        use.take_step(work, office, case.id, step(StepKind.APPROVAL, date(2026, 2, 20)))


def test_a_step_is_refused_to_an_officer_whose_certificate_ran_out_meanwhile(
    work: Work, office: Office, case: Case
) -> None:
    walked(work, office, case, StepKind.FILING)
    own = work.of(Certificate).first(officer_name=OFFICERS[0])
    assert own
    work.of(Certificate).update(replace(own, expires_on=date(2026, 2, 8)))
    with pytest.raises(Invalid, match="到期，不能作为执法人员"):
        use.take_step(work, office, case.id, step(StepKind.APPROVAL, date(2026, 2, 9)))
    changed = replace(
        work.of(Case).get(case.id), handlers=(Handler(name=OFFICERS[1]), Handler(name=OFFICERS[2]))
    )
    use.change_case(work, office, changed)
    assert use.take_step(work, office, case.id, step(StepKind.APPROVAL, date(2026, 2, 9))).steps


def test_an_item_not_in_force_on_the_day_of_the_act_is_refused(
    work: Work, office: Office, case: Case
) -> None:
    wrong = replace(case.violations[0], item_code="AQ-097-1-3-U0", act_on=date(2021, 8, 31))
    with pytest.raises(Invalid, match="2021年8月31日不适用"):
        use.change_case(work, office, replace(case, violations=(wrong,)))
    right = replace(wrong, act_on=date(2021, 9, 1))
    assert use.change_case(work, office, replace(case, violations=(right,))).violations == (right,)


def test_a_closed_case_is_not_changed(work: Work, office: Office, case: Case) -> None:
    closed = walked(work, office, case, StepKind.CLOSING)
    with pytest.raises(UserError, match="已结案，不能再改"):
        use.change_case(work, office, replace(closed, facts="另一个事实"))


def test_a_decision_on_a_stranger_is_refused(work: Work, office: Office, case: Case) -> None:
    stranger = replace(case, decisions=(Decision(party="别家", kinds=("警告",)),))
    with pytest.raises(Invalid, match="“别家”不在本案当事人之列"):
        use.change_case(work, office, stranger)


def test_a_fine_needs_its_amount_and_an_amount_its_kind(work: Work, office: Office, case: Case) -> None:
    for decision in (
        Decision(party="岱山机械厂", kinds=("罚款",)),
        Decision(party="岱山机械厂", kinds=("警告",), fine_fen=100),
    ):
        with pytest.raises(Invalid, match="罚款"):
            use.change_case(work, office, replace(case, decisions=(decision,)))


def test_the_inspection_brings_its_party_findings_officers_and_record(work: Work, office: Office) -> None:
    inspection = inspected(work, office, complained(work))
    draft = use.case_from_inspection(work, inspection.id)
    assert (draft.parties[0].name, draft.parties[0].legal_rep) == ("岱山机械厂", "钱六")
    assert draft.evidence[0].name == f"现场检查记录（{inspection.number}）"
    assert "东侧仓库堆放纸箱" in draft.facts
    assert draft.handlers == inspection.officers


def test_complaint_and_inspection_say_which_case_they_became(work: Work, office: Office) -> None:
    complaint = complained(work)
    inspection = inspected(work, office, complaint)
    case = opened(work, office, inspection)
    assert work.of(Inspection).get(inspection.id).case_number == "已提请立案"
    case = walked(work, office, case, StepKind.FILING)
    assert work.of(Inspection).get(inspection.id).case_number == case.number
    assert work.of(Complaint).get(complaint.id).outcome_number == case.number


def test_what_goes_into_a_case_from_a_complaint_is_no_word_of_the_informant(work: Work) -> None:
    draft = use.case_from_complaint(work, complained(work).id)
    assert draft.facts == "反映该厂仓库堵塞消防通道"
    assert "夜班" not in str(draft)


def test_a_case_given_up_keeps_its_number_and_goes_no_further(work: Work, office: Office) -> None:
    case = opened(work, office, inspected(work, office, complained(work)))
    case = walked(work, office, case, StepKind.FILING)
    with pytest.raises(Invalid, match="写明原因"):
        use.withdraw_case(work, case.id, " ")
    assert use.withdraw_case(work, case.id, "违法事实不成立").state == State.WITHDRAWN
    with pytest.raises(UserError, match="已撤销立案"):
        use.take_step(work, office, case.id, step(StepKind.APPROVAL, date(2026, 2, 20)))
    with pytest.raises(UserError, match="不能再改"):
        use.change_case(work, office, case)
    assert not work.numbers.problems()


def test_a_decided_case_is_not_given_up(work: Work, office: Office) -> None:
    case = walked(work, office, opened(work, office, inspected(work, office, complained(work))))
    with pytest.raises(UserError, match="不能撤销立案"):
        use.withdraw_case(work, case.id, "误立")


def test_what_was_decided_and_numbered_is_not_edited(work: Work, office: Office) -> None:
    case = walked(work, office, opened(work, office, inspected(work, office, complained(work))))
    dearer = (replace(case.decisions[0], fine_fen=100),)
    with pytest.raises(Invalid, match="已作出决定"):
        use.change_case(work, office, replace(case, decisions=dearer))
    renumbered = (replace(case.decisions[0], number="（岱）应急罚〔2026〕99号", decided_on=None),)
    kept = use.change_case(work, office, replace(case, decisions=renumbered, discretion="补充说明。"))
    assert (kept.decisions, kept.discretion) == (case.decisions, "补充说明。")


def test_a_decision_number_out_of_a_ledger_is_not_given_again(work: Work, office: Office) -> None:
    first = walked(work, office, opened(work, office, inspected(work, office, complained(work))))
    number = "（岱）应急罚〔2026〕7号"
    brought = replace(
        first,
        id=0,
        version=0,
        number="（岱）应急立〔2026〕7号",
        decisions=(replace(first.decisions[0], number=number),),
    )
    use.open_case(work, office, brought)
    with pytest.raises(Invalid, match="已经登记过"):
        use.open_case(work, office, replace(brought, number="（岱）应急立〔2026〕8号"))
    again = walked(work, office, opened(work, office, inspected(work, office, complained(work))))
    assert again.decisions[0].number == "（岱）应急罚〔2026〕8号"


def test_a_case_that_could_not_be_put_on_paper_is_not_notified(work: Work, office: Office) -> None:
    case = opened(work, office, inspected(work, office, complained(work)))
    case = walked(work, office, case, StepKind.APPROVAL)
    bare = work.of(Case).update(replace(case, evidence=(), discretion=""))
    with pytest.raises(Invalid) as refused:
        use.take_step(work, office, bare.id, step(StepKind.NOTICE, date(2026, 2, 20)))
    assert {p.field for p in refused.value.problems} == {"evidence", "reasons"}
