"""Terms of law end on the day a lawyer would find by hand."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtapp.app.packs import LawPacks
from qtapp.domain.errors import UserError
from qtapp.domain.law.clocks import ClockRule, Direction, Running, Unit, clock

PACKS = LawPacks(Path(__file__).parents[2] / "resources" / "law")
CALENDAR = PACKS.calendar()
CLOCKS = PACKS.clocks
RUNNABLE = [
    rule
    for rule in CLOCKS.rules.values()
    if rule.value is not None
    and rule.direction is Direction.AFTER
    and rule.unit in {Unit.WORKING_DAY, Unit.DAY, Unit.MONTH, Unit.YEAR}
]


def run(key: str, start: date) -> Running:
    return clock(CLOCKS.get(key), start, CALENDAR)


def test_every_term_is_kept() -> None:
    assert len(CLOCKS.rules) == 115


@pytest.mark.parametrize(
    ("key", "start", "due"),
    [
        ("hearing_request", date(2026, 2, 13), date(2026, 2, 27)),  # over the Spring Festival
        ("service_decision", date(2021, 9, 30), date(2021, 10, 15)),  # Saturday 9 October was worked
        ("fine_pay", date(2021, 9, 22), date(2021, 10, 8)),  # the fifteenth day lay in the National Day week
        ("fine_pay", date(2021, 9, 1), date(2021, 9, 16)),
        ("case_decision", date(2026, 3, 2), date(2026, 6, 1)),  # 31 May 2026 was a Sunday
        ("litigate_direct", date(2021, 8, 31), date(2022, 2, 28)),  # no 31 February
        ("court_enforce_apply", date(2025, 11, 30), date(2026, 2, 28)),  # a Saturday that was worked
        ("tz_valid", date(2020, 2, 29), date(2026, 2, 28)),
        ("reconsider_apply", date(2025, 12, 3), date(2026, 2, 2)),  # 1 February 2026 was a Sunday
    ],
)
def test_terms_known_by_hand(key: str, start: date, due: date) -> None:
    running = run(key, start)
    assert (running.due, running.due_at, running.provisional) == (due, None, False)
    assert running.days[0] == (start, False, "起算日不计")
    assert running.days[-1].date == due
    assert running.days[-1].counted


def test_the_account_says_why_a_last_day_was_moved() -> None:
    days = run("fine_pay", date(2021, 9, 22)).days
    assert (date(2021, 10, 7), False, "末日为法定休假日（国庆节，休息日），顺延") in days
    assert days[-1] == (date(2021, 10, 8), True, "顺延后届满")


def test_hours_run_through_nights_and_holidays() -> None:
    running = run("seizure_approve_24h", datetime(2026, 2, 14, 9, 30))
    assert running.due_at == datetime(2026, 2, 15, 9, 30)
    assert (running.due, running.unit, running.days) == (date(2026, 2, 15), Unit.HOUR, ())


def test_hours_need_a_moment() -> None:
    with pytest.raises(UserError, match="请填写起算的时刻"):
        run("accident_report_1h", date(2026, 1, 5))


def test_an_expiry_does_not_wait_for_the_next_working_day() -> None:
    assert run("permit_aq_valid", date(2021, 10, 1)).due == date(2024, 10, 1)
    assert run("limitation_2y", date(2022, 10, 2)).due == date(2024, 10, 2)


@given(st.sampled_from(RUNNABLE), st.dates(date(2004, 1, 1), date(2030, 1, 1)))
def test_no_term_ends_before_its_length_has_passed(rule: ClockRule, start: date) -> None:
    running = clock(rule, start, CALENDAR)
    assert rule.value is not None
    shortest = {Unit.MONTH: 28, Unit.YEAR: 365}.get(rule.unit, 1) * rule.value
    assert running.due - start >= timedelta(days=shortest)
    if rule.rolls_over or rule.unit is Unit.WORKING_DAY:
        assert CALENDAR.day(running.due).works


@given(st.dates(date(2004, 1, 1), date(2024, 12, 31)), st.integers(1, 40))
def test_a_later_event_never_brings_an_earlier_end(start: date, later: int) -> None:
    for key in ("fine_pay", "demand_letter", "litigate_direct", "accident_assess_1y"):
        assert run(key, start).due <= run(key, start + timedelta(days=later)).due


def test_an_end_beyond_the_notices_is_provisional() -> None:
    assert run("litigate_direct", date(2026, 11, 23)).provisional
    assert run("demand_letter", date(2026, 12, 28)).provisional


def test_a_term_whose_rule_was_replaced_says_so() -> None:
    running = run("recheck", date(2026, 11, 2))
    assert running.provisional
    assert "应急管理部令第18号" in running.caution
    assert run("recheck", date(2026, 1, 31)).caution == ""


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("tip_death", "请在法律资料中录入"),
        ("tip_not_mine", "请在法律资料中录入"),
        ("hours_new_worker", "不是从某日起算的期限"),
        ("legal_reviewer_qual", "不是从某日起算的期限"),
        ("annual_law_gov_report", "固定的日期（02-01）"),
    ],
)
def test_what_cannot_be_run_is_refused_with_the_reason(key: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        run(key, date(2026, 3, 2))


@pytest.mark.parametrize(
    ("key", "event", "latest"),
    [
        ("hearing_notice", date(2026, 10, 12), date(2026, 9, 24)),  # over two holidays and a worked Saturday
        ("hearing_notice", date(2026, 3, 20), date(2026, 3, 11)),
        ("substitute_perform_notice", date(2026, 3, 2), date(2026, 2, 26)),  # Saturday 28 February was worked
        ("permit_renew_general", date(2026, 3, 31), date(2026, 3, 1)),  # a Sunday: later would be too late
        ("permit_aq_renew", date(2026, 5, 31), date(2026, 2, 28)),
    ],
)
def test_what_must_be_done_before_an_event_is_reckoned_back(key: str, event: date, latest: date) -> None:
    running = run(key, event)
    assert (running.due, running.due_at, running.provisional) == (latest, None, False)
    assert running.days[0] == (event, False, "当日不计，往回推算")
    assert running.days[-1].date == latest
    assert running.days[-1].counted
    assert len(running.days) == (event - latest).days + 1


@given(st.dates(date(2010, 1, 1), date(2026, 11, 1)))
def test_seven_working_days_back_are_seven_forward(event: date) -> None:
    latest = run("hearing_notice", event).due
    counted = [day for day in run("hearing_notice", event).days if day.counted]
    assert len(counted) == 7
    if CALENDAR.day(event).works:
        assert CALENDAR.add_working_days(latest, 7).date == event


def test_hours_before_an_event_are_reckoned_back() -> None:
    running = run("power_cut_notice", datetime(2026, 3, 2, 9, 0))
    assert running.due_at == datetime(2026, 3, 1, 9, 0)
    with pytest.raises(UserError, match="超出日历范围"):
        run("power_cut_notice", datetime(1, 1, 1, 9, 0))
    with pytest.raises(UserError, match="超出日历范围"):
        run("hearing_notice", date(1, 1, 3))


@pytest.mark.parametrize(
    ("key", "start"), [("case_decision", date(2026, 3, 2)), ("permit_aq_valid", date(2021, 10, 1))]
)
def test_a_term_of_months_or_years_is_told_day_by_day(key: str, start: date) -> None:
    running = run(key, start)
    days = [day.date for day in running.days]
    assert days == [start + timedelta(days=place) for place in range((running.due - start).days + 1)]


def test_an_unknown_term_and_an_absurd_start_are_refused() -> None:
    with pytest.raises(UserError, match="没有“no_such”"):
        CLOCKS.get("no_such")
    with pytest.raises(UserError, match="超出日历范围"):
        run("permit_aq_valid", date(9999, 6, 1))
    with pytest.raises(UserError, match="超出日历范围"):
        run("hearing_request", date(9999, 12, 30))
    with pytest.raises(UserError, match="超出日历范围"):
        clock(replace(CLOCKS.get("fine_pay"), value=10**12), date(2026, 1, 5), CALENDAR)


def test_the_article_is_named_with_its_law() -> None:
    assert run("fine_pay", date(2026, 1, 5)).article == "行政处罚法（2021）第67条第3款"
