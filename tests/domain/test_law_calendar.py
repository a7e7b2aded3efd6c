"""Working days are those of the State Council's notices, and what is guessed is said to be guessed."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtapp.app.packs import LawPacks
from qtapp.domain.law.calendar import Calendar, HolidayTable, Layer, holiday_table

PACKS = LawPacks(Path(__file__).parents[2] / "resources" / "law")
CALENDAR = PACKS.calendar()
SETTLED = st.dates(date(2004, 1, 1), date(2026, 12, 31))
ANY_DAY = st.dates(date(1990, 1, 1), date(2060, 1, 1))


def own(*rows: tuple[str, str, str], years: frozenset[int] | None = None) -> Calendar:
    table = [{"date": day, "kind": kind, "name": name, "source": "通知"} for day, kind, name in rows]
    return PACKS.calendar(holiday_table(table, years))


def test_the_days_of_2026_are_those_of_the_notice() -> None:
    year = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    made_up = [day for day in year if day.weekday() >= 5 and CALENDAR.day(day).works]
    assert made_up == [date(2026, *day) for day in ((1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10))]
    free = [day for day in year if CALENDAR.day(day).name and not CALENDAR.day(day).name.startswith("周")]
    assert len([day for day in free if not CALENDAR.day(day).works]) == 33


@given(SETTLED)
def test_bundled_days_equal_the_library_they_were_taken_from(day: date) -> None:
    library = pytest.importorskip("chinese_calendar")
    assert CALENDAR.day(day).works == library.is_workday(day)
    assert CALENDAR.day(day).layer is Layer.BUNDLED


@given(ANY_DAY, st.integers(0, 60))
def test_a_term_holds_exactly_as_many_working_days_as_it_says(start: date, count: int) -> None:
    due = CALENDAR.add_working_days(start, count)
    counted = [line.date for line in due.days if line.counted]
    assert len(counted) == count
    assert due.days[0] == (start, False, "起算日不计")
    assert [line.date for line in due.days] == [start + timedelta(days=n) for n in range(len(due.days))]
    assert due.date == (counted[-1] if counted else start)
    assert due.provisional == any(CALENDAR.day(line.date).provisional for line in due.days[1:])


def test_the_spring_festival_is_stepped_over_and_the_working_saturday_counts() -> None:
    due = CALENDAR.add_working_days(date(2026, 2, 13), 2)
    assert due.date == date(2026, 2, 24)
    assert not due.provisional
    assert due.days[1] == (date(2026, 2, 14), True, "春节调休，工作日")


def test_nothing_fails_on_the_first_monday_after_the_bundled_years() -> None:
    day = CALENDAR.day(date(2027, 1, 4))
    assert (day.works, day.layer, day.provisional) == (True, Layer.FALLBACK, True)
    assert CALENDAR.add_working_days(date(2026, 12, 30), 5).provisional


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2027, 1, 1), "元旦"),
        (date(2027, 2, 5), "除夕"),
        (date(2029, 2, 15), "春节"),
        (date(2031, 10, 1), "中秋、国庆节"),
        (date(2035, 6, 10), "端午"),
    ],
)
def test_statutory_festivals_are_known_ahead_of_the_notice(day: date, name: str) -> None:
    seen = CALENDAR.day(day)
    assert (seen.works, seen.name, seen.provisional) == (False, name, True)


def test_the_last_days_of_a_year_are_open_until_the_next_notice() -> None:
    assert CALENDAR.day(date(2026, 12, 31)).provisional
    assert not CALENDAR.day(date(2026, 12, 28)).provisional
    assert not CALENDAR.day(date(2025, 12, 31)).provisional
    assert not own(("2027-01-01", "holiday", "元旦")).day(date(2026, 12, 31)).provisional


def test_the_bureaus_own_table_speaks_first() -> None:
    calendar = own(
        ("2026-12-31", "holiday", "元旦"),
        ("2027-01-01", "holiday", "元旦"),
        ("2027-01-09", "workday", "元旦调休"),
    )
    assert calendar.day(date(2026, 12, 31)) == (date(2026, 12, 31), False, "元旦", Layer.OWN, False)
    assert calendar.day(date(2027, 1, 9)).works
    assert calendar.day(date(2027, 1, 5)) == (date(2027, 1, 5), True, "", Layer.OWN, False)
    assert not calendar.add_working_days(date(2026, 12, 25), 10).provisional


def test_one_changed_day_does_not_take_a_bundled_year_away() -> None:
    calendar = own(("2026-12-31", "holiday", "元旦"))
    assert calendar.day(date(2026, 2, 16)).name == "春节"
    assert calendar.day(date(2026, 2, 16)).layer is Layer.BUNDLED


def test_coverage_ends_where_the_first_year_is_missing() -> None:
    assert CALENDAR.coverage() == (date(2004, 1, 1), date(2026, 12, 31))
    assert own(("2027-01-01", "holiday", "元旦")).coverage().end == date(2027, 12, 31)
    assert own(("2028-01-01", "holiday", "元旦")).coverage().end == date(2026, 12, 31)


def test_a_year_can_be_declared_still_incomplete() -> None:
    calendar = own(("2027-01-01", "holiday", "元旦"), years=frozenset())
    assert not calendar.day(date(2027, 1, 1)).provisional
    assert calendar.day(date(2027, 1, 4)).provisional


def test_a_calendar_without_tables_has_no_coverage() -> None:
    with pytest.raises(ValueError, match="settled"):
        Calendar(HolidayTable()).coverage()


def test_terms_are_not_counted_backward_by_accident() -> None:
    with pytest.raises(ValueError, match="forward"):
        CALENDAR.add_working_days(date(2026, 1, 5), -1)
