"""Inspections: two valid officers, findings with their limit, and the way on from a complaint."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from qtapp.domain.complaints import Complaint
from qtapp.domain.errors import Invalid, UserError
from qtapp.domain.inspections import Finding, Inspection, State
from qtapp.domain.officers import Certificate, Handler
from qtapp.store.store import Work
from qtapp.usecases import inspections as use
from qtapp.usecases.office import Office
from tests.usecases.thread import CODE, OFFICERS, complained, found, inspected

PAIR = (Handler(name=OFFICERS[0]), Handler(name=OFFICERS[1]))
VISIT = Inspection(target_name="岱山机械厂", started_at=datetime(2026, 2, 10, 9, 0), officers=PAIR)


@pytest.fixture(autouse=True)
def _bureau(work: Work) -> None:
    found(work)


def test_what_the_roster_knows_of_the_firm_is_filled_in(work: Work, office: Office) -> None:
    kept = use.register_inspection(work, office, VISIT)
    assert (kept.target_code, kept.legal_rep, kept.place) == (CODE, "钱六", "海岱市东港镇工业路8号")
    assert kept.number == "（岱）应急检记〔2026〕1号"
    assert [h.certificate for h in kept.officers] == ["1006000001", "1006000002"]


def test_what_was_typed_stands_before_what_the_roster_knows(work: Work, office: Office) -> None:
    kept = use.register_inspection(work, office, replace(VISIT, place="二号车间", phone="129"))
    assert (kept.place, kept.phone) == ("二号车间", "129")


def test_the_inspection_is_numbered_in_the_year_it_took_place(work: Work, office: Office) -> None:
    last_year = replace(VISIT, started_at=datetime(2025, 12, 30, 9, 0))
    numbers = [use.register_inspection(work, office, draft).number for draft in (VISIT, last_year, VISIT)]
    assert numbers == [f"（岱）应急检记〔{y}〕{n}号" for y, n in ((2026, 1), (2025, 1), (2026, 2))]


def test_an_officer_whose_certificate_had_ended_that_day_is_refused(work: Work, office: Office) -> None:
    kept = work.of(Certificate).all()[0]
    work.of(Certificate).update(replace(kept, expires_on=date(2026, 2, 10)))
    before = replace(VISIT, started_at=datetime(2026, 2, 9, 9, 0))
    assert use.register_inspection(work, office, before).number
    with pytest.raises(Invalid, match="到期，不能作为执法人员"):
        use.register_inspection(work, office, VISIT)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"ended_at": datetime(2026, 2, 10, 8, 0)}, "ended_at"),
        ({"measure": "责令限期整改", "findings": (Finding(text="堵塞"),)}, "rectify_by"),
        ({"measure": "责令限期整改", "rectify_by": date(2026, 2, 20)}, "findings"),
        ({"rectify_by": date(2026, 2, 9)}, "rectify_by"),
    ],
)
def test_an_inspection_that_cannot_be_is_handed_back(
    work: Work, office: Office, wrong: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        use.register_inspection(work, office, replace(VISIT, **wrong))  # type: ignore[arg-type]
    assert [problem.field for problem in refused.value.problems] == [field]
    assert work.of(Inspection).count() == 0


def test_after_a_complaint_each_says_what_became_of_the_other(work: Work, office: Office) -> None:
    complaint = complained(work)
    kept = inspected(work, office, complaint)
    assert kept.origin == "举报核查"
    assert kept.complaint_number == complaint.number
    assert work.of(Complaint).get(complaint.id).outcome_number == kept.number


def test_the_draft_after_a_complaint_carries_the_transfer_text_only(work: Work) -> None:
    draft = use.inspection_from(work, complained(work).id)
    assert draft.summary == "反映该厂仓库堵塞消防通道"
    assert "夜班工人" not in str(draft)


def test_a_void_inspection_keeps_its_number_and_is_not_changed_again(work: Work, office: Office) -> None:
    kept = use.register_inspection(work, office, VISIT)
    void = use.void_inspection(work, kept.id, "重复登记")
    assert (void.state, void.number) == (State.VOID, kept.number)
    with pytest.raises(UserError, match="已作废"):
        use.change_inspection(work, office, replace(void, place="别处"))
    assert use.register_inspection(work, office, VISIT).number.endswith("2号")


def test_an_old_number_is_kept_and_the_series_goes_on_after_it(work: Work, office: Office) -> None:
    use.register_inspection(work, office, replace(VISIT, number="（岱）应急检记〔2026〕41号"))
    assert use.register_inspection(work, office, VISIT).number.endswith("〕42号")


def test_an_inspection_is_voided_once_and_with_a_reason(work: Work, office: Office) -> None:
    kept = use.register_inspection(work, office, VISIT)
    with pytest.raises(UserError, match="作废须写明原因"):
        use.void_inspection(work, kept.id, " ")
    use.void_inspection(work, kept.id, "重复登记")
    with pytest.raises(UserError, match="已经作废"):
        use.void_inspection(work, kept.id, "再来一次")
