"""The yearly figures: counted from the records, by the printed rules, never typed."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qtapp.domain.cases import Case, Decision, Evidence, Origin, Party, Step, StepKind
from qtapp.domain.complaints import Complaint
from qtapp.domain.errors import Refused
from qtapp.domain.figures import FIGURES, Figure
from qtapp.domain.inspections import Inspection, State
from qtapp.domain.inspections import Origin as InspectionOrigin
from qtapp.domain.officers import Handler, Officer
from qtapp.domain.study import Session
from qtapp.store.store import Store, Work
from qtapp.usecases.cases import open_case, take_step, violation_of
from qtapp.usecases.complaints import register_complaint, void_complaint
from qtapp.usecases.inspections import register_inspection, void_inspection
from qtapp.usecases.office import Office
from qtapp.usecases.officers import enter_officer
from qtapp.usecases.report import figures, span_of
from qtapp.usecases.study import register_session
from tests.usecases.thread import CODE, OFFICERS, found

YEAR = 2025
PAIR = (Handler(name=OFFICERS[0]), Handler(name=OFFICERS[1]))
ITEM = "AQ-097-1-3-U0"
DAYS = st.dates(date(2024, 12, 1), date(2026, 1, 31))


def told(work: Work, cut_off: date | None = None) -> dict[str, Figure]:
    return {figure.rule.key: figure for figure in figures(work, YEAR, cut_off)}


def values(work: Work, cut_off: date | None = None) -> dict[str, int | float | None]:
    return {key: figure.value for key, figure in told(work, cut_off).items()}


def visit(work: Work, office: Office, day: date, **more: str) -> Inspection:
    draft = Inspection(target_name="岱山机械厂", started_at=datetime.combine(day, time(9, 0)), officers=PAIR)
    return register_inspection(work, office, replace(draft, **more))  # type: ignore[arg-type]


def decided(
    work: Work, office: Office, on: date, *decisions: Decision, origin: Origin = Origin.PREVENTIVE
) -> Case:
    """A case decided that day."""
    discovered = on - timedelta(days=20)
    case = open_case(
        work,
        office,
        Case(
            cause="未按规定培训",
            origin=origin,
            discovered_on=discovered,
            parties=tuple(party(decision.party) for decision in decisions),
            facts="未对新进人员培训。",
            violations=(
                replace(violation_of(office, ITEM, discovered), violated="《安全生产法》第二十八条"),
            ),
            handlers=PAIR,
            decisions=decisions,
            evidence=(Evidence(name="询问笔录"),),
            discretion="首次违法。",
            defence="未提出。",
        ),
    )
    for back, kind in zip((15, 10, 8, 0), StepKind, strict=False):
        step = Step(kind=kind, taken_on=on - timedelta(days=back), person="顾二", opinion="同意。")
        case = take_step(work, office, case.id, step)
    return case


def party(name: str) -> Party:
    """A firm with all that its decision must say of it."""
    return Party(name=name, credit_code=CODE, address="海岱市东港镇", legal_rep="钱六")


def fine(fen: int, party: str = "岱山机械厂", gains: int | None = None) -> Decision:
    kinds = ("罚款", "没收违法所得") if gains else ("罚款",)
    return Decision(party=party, kinds=kinds, fine_fen=fen, confiscated_fen=gains)


def test_an_empty_register_has_no_figures_at_all(work: Work) -> None:
    assert set(values(work).values()) == {None}
    assert [figure.rule for figure in figures(work, YEAR)] == list(FIGURES)


def test_nothing_in_the_span_is_zero_once_something_is_registered(work: Work, office: Office) -> None:
    found(work)
    visit(work, office, date(2026, 1, 5))
    decided(work, office, date(2026, 1, 5), fine(100_00))
    now = values(work)
    assert (now["inspection_visits"], now["cases_preventive"], now["penalty_total_fen"]) == (0, 0, 0)
    assert now["study_weeks"] is None


def test_first_and_last_day_count(work: Work, office: Office) -> None:
    found(work)
    for day in (date(2024, 12, 31), date(YEAR, 1, 1), date(YEAR, 12, 31), date(2026, 1, 1)):
        visit(work, office, day)
    assert told(work)["inspection_visits"].records == tuple(f"（岱）应急检记〔{YEAR}〕{n}号" for n in (1, 2))
    assert values(work, date(YEAR, 12, 30))["inspection_visits"] == 1


def test_a_visit_late_on_the_cut_off_day_counts(work: Work, office: Office) -> None:
    found(work)
    visit(work, office, date(YEAR, 12, 16))
    draft = Inspection(target_name="岱山机械厂", started_at=datetime(YEAR, 12, 16, 23, 50), officers=PAIR)
    register_inspection(work, office, draft)
    visit(work, office, date(YEAR, 12, 17))
    assert values(work, date(YEAR, 12, 16))["inspection_visits"] == 2


def test_re_checks_void_and_unrecorded_inspections_do_not_count(work: Work, office: Office) -> None:
    found(work)
    day = date(YEAR, 5, 6)
    counted = visit(work, office, day)
    visit(work, office, day, origin=InspectionOrigin.RECHECK)
    visit(work, office, day, state=State.DRAFT)
    void_inspection(work, visit(work, office, day).id, "重复登记")
    assert told(work)["inspection_visits"].records == (counted.number,)


def test_a_firm_visited_twice_is_two_visits_and_one_firm(work: Work, office: Office) -> None:
    found(work)
    for day in (date(YEAR, 5, 6), date(YEAR, 6, 6)):
        visit(work, office, day)
    visit(work, office, date(YEAR, 7, 6), target_name="名录外的小店", place="店内")
    now = values(work)
    assert (now["inspection_visits"], now["inspected_enterprises"]) == (3, 2)


def test_a_case_counts_in_the_year_of_its_decision(work: Work, office: Office) -> None:
    found(work)
    carried = decided(work, office, date(YEAR, 1, 10), fine(10_000_00))
    decided(work, office, date(2026, 1, 10), fine(20_000_00))
    assert carried.number == "（岱）应急立〔2024〕1号"
    now = told(work)
    assert now["cases_preventive"].records == (carried.number,)
    assert now["penalty_total_fen"].value == 10_000_00


def test_two_parties_are_one_case_and_both_fines(work: Work, office: Office) -> None:
    found(work)
    decided(work, office, date(YEAR, 4, 1), fine(10_000_00), fine(2_000_00, "钱六"))
    now = values(work)
    assert (now["cases_preventive"], now["penalty_total_fen"]) == (1, 12_000_00)


def test_confiscated_gains_are_in_the_sum_and_a_warning_is_a_case_without_money(
    work: Work, office: Office
) -> None:
    found(work)
    decided(work, office, date(YEAR, 4, 1), fine(10_000_00, gains=333_33))
    decided(work, office, date(YEAR, 4, 2), Decision(party="岱山机械厂", kinds=("警告",)))
    now = told(work)
    assert (now["cases_preventive"].value, now["penalty_total_fen"].value) == (2, 10_333_33)
    assert len(now["penalty_total_fen"].records) == 1


def test_accident_cases_are_counted_apart_with_their_fines(work: Work, office: Office) -> None:
    found(work)
    decided(work, office, date(YEAR, 4, 1), fine(300_000_00), origin=Origin.ACCIDENT)
    now = values(work)
    assert (now["cases_preventive"], now["cases_accident"], now["penalty_total_fen"]) == (0, 1, 0)


def test_a_certificate_that_expires_on_the_cut_off_day_no_longer_counts(work: Work) -> None:
    found(work)  # three, valid from 2024 to the first day of 2029
    assert {f.rule.key: f.value for f in figures(work, 2028)}["officers_certified"] == 3
    assert {f.rule.key: f.value for f in figures(work, 2029, date(2029, 1, 1))}["officers_certified"] == 0


def test_officers_waiting_for_a_certificate_are_named(work: Work) -> None:
    found(work)
    new = enter_officer(
        work, Officer(name="新来", department="执法大队", joined_on=date(YEAR, 11, 1), apply_year=2026)
    )
    assert told(work)["officers_pending"].records == (new.reference,)
    assert values(work, date(YEAR, 10, 31))["officers_pending"] == 0


def test_each_session_counts(work: Work) -> None:
    for day in (date(YEAR, 3, 3), date(YEAR, 3, 4), date(2026, 1, 4)):
        register_session(work, Session(held_on=day, place="会议室", topic="安全生产法", host="施一"))
    assert values(work)["study_weeks"] == 2


def test_a_void_complaint_does_not_count(work: Work) -> None:
    draft = Complaint(content="堵塞通道", target_name="岱山机械厂", received_at=datetime(YEAR, 3, 3, 9, 0))
    kept, void = (register_complaint(work, draft) for _ in range(2))
    void_complaint(work, void.id, "重复登记")
    assert told(work)["complaints_received"].records == (kept.number,)


def test_a_cut_off_outside_the_year_is_refused(work: Work) -> None:
    with pytest.raises(Refused, match="不在 2025 年内"):
        figures(work, YEAR, date(2024, 12, 31))
    with pytest.raises(Refused, match="没有“monthly”这种统计口径"):
        figures(work, YEAR, rules="monthly")
    assert span_of(YEAR, None).until == date(YEAR, 12, 31)


class Undone(Exception):
    """Takes an example's transaction back."""


@contextmanager
def on_trial(store: Store) -> Iterator[Work]:
    with suppress(Undone), store.working() as work:
        yield work
        raise Undone


VISITS = st.lists(
    st.tuples(DAYS, st.sampled_from(list(InspectionOrigin)), st.sampled_from(list(State))), max_size=8
)
DECIDED = st.lists(st.tuples(DAYS, st.sampled_from(list(Origin)), st.integers(1, 10**7)), max_size=4)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(visits=VISITS, cases=DECIDED, cut_off=st.dates(date(YEAR, 1, 1), date(YEAR, 12, 31)))
def test_any_register_is_counted_as_by_hand(
    store: Store,
    office: Office,
    visits: list[tuple[date, InspectionOrigin, State]],
    cases: list[tuple[date, Origin, int]],
    cut_off: date,
) -> None:
    with on_trial(store) as work:
        found(work)
        for day, origin, state in visits:
            visit(work, office, day, origin=origin, state=state)
        for day, kind, fen in cases:
            decided(work, office, day, fine(fen), origin=kind)
        now = values(work, cut_off)
        since = date(YEAR, 1, 1)
        counted = [
            d
            for d, origin, state in visits
            if since <= d <= cut_off and origin != InspectionOrigin.RECHECK and state == State.RECORDED
        ]
        preventive = [fen for d, kind, fen in cases if since <= d <= cut_off and kind == Origin.PREVENTIVE]
        assert now["inspection_visits"] == (len(counted) if visits else None)
        assert now["cases_preventive"] == (len(preventive) if cases else None)
        assert now["penalty_total_fen"] == (sum(preventive) if cases else None)
