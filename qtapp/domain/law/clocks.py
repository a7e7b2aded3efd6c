"""Legal terms: how long each is, and when one that has begun ends."""

import calendar as months
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from qtapp.domain.errors import UserError
from qtapp.domain.law.calendar import Calendar, Counted, Due, why
from qtapp.domain.law.reading import chinese_day, day_or_none, number_or_none

_MONTHS_A_YEAR = 12
UNCOUNTED, EVENT, LATEST = "起算日不计", "当日不计，往回推算", "往回推算到这一天"


class Unit(StrEnum):
    """What a term is counted in. The last three are not terms that run from an event."""

    WORKING_DAY = "working_day"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    HOUR = "hour"
    STUDY_HOUR = "study_hour"
    FIXED_DAY = "fixed_day"
    CONDITION = "condition"


class Direction(StrEnum):
    """BEFORE: what must happen that long before the event."""

    AFTER = "after"
    BEFORE = "before"


@dataclass(frozen=True)
class ClockRule:
    """A term of law. `value` is None where the law fixes no number or the number is unknown."""

    key: str
    event: str
    value: int | None
    unit: Unit
    direction: Direction
    fixed_day: str
    action: str
    law: str
    article: str
    consequence: str
    extendable: str
    rolls_over: bool
    confidence: str
    status: str
    effective_to: date | None
    superseded_by: str
    note: str


@dataclass(frozen=True)
class Running:
    """A term that has begun: its end, and the account of how it was reckoned.

    Of a term that runs backward `due` is the last day on which the thing may still be done.
    """

    rule: str
    article: str
    start: date | datetime
    due: date
    due_at: datetime | None
    unit: Unit
    provisional: bool
    days: tuple[Counted, ...]
    caution: str = ""

    @property
    def start_day(self) -> date:
        return self.start.date() if isinstance(self.start, datetime) else self.start


@dataclass(frozen=True)
class Clocks:
    """The terms by key."""

    rules: Mapping[str, ClockRule]

    def get(self, key: str) -> ClockRule:
        if key not in self.rules:
            raise UserError(f"法定期限表中没有“{key}”，请核对期限的编号。")
        return self.rules[key]


def clock(rule: ClockRule, start: date, calendar: Calendar) -> Running:
    """Run a term from its event, whose day does not count; hours run through nights and holidays.

    What must be done before an event is reckoned back from it in the same way.
    """
    value = _value(rule)
    article = rule.law + rule.article
    caution = _caution(rule, start)
    if rule.unit is Unit.HOUR:
        due_at = _hours_on(rule, _moment(rule, start), value)
        return Running(rule.key, article, start, due_at.date(), due_at, rule.unit, bool(caution), (), caution)
    day = start.date() if isinstance(start, datetime) else start
    due = _due(rule, day, value, calendar)
    provisional = due.provisional or bool(caution)
    return Running(rule.key, article, start, due.date, None, rule.unit, provisional, due.days, caution)


def clocks(rows: Iterable[Mapping[str, str]]) -> Clocks:
    """Rows of clocks.csv. Raises KeyError or ValueError when one does not fit."""
    return Clocks({row["key"]: _rule(row) for row in rows})


def _rule(row: Mapping[str, str]) -> ClockRule:
    return ClockRule(
        key=row["key"],
        event=row["event"],
        value=number_or_none(row["value"]),
        unit=Unit(row["unit"]),
        direction=Direction(row["direction"]),
        fixed_day=row["fixed_day"],
        action=row["action"],
        law=row["law"],
        article=row["article"],
        consequence=row["consequence"],
        extendable=row["extendable"],
        rolls_over={"yes": True, "no": False}[row["rolls_over"]],
        confidence=row["confidence"],
        status=row["status"],
        effective_to=day_or_none(row["effective_to"]),
        superseded_by=row["superseded_by"],
        note=row["note"],
    )


def _value(rule: ClockRule) -> int:
    named = f"“{rule.action}”（{rule.law}{rule.article}）"
    if rule.unit in {Unit.STUDY_HOUR, Unit.CONDITION}:
        raise UserError(f"{named}不是从某日起算的期限，不能计算届满日。")
    if rule.unit is Unit.FIXED_DAY:
        raise UserError(f"{named}是每年固定的日期（{rule.fixed_day}），不需要推算。")
    if rule.value is None:
        raise UserError(f"{named}的期限没有确定的数值，请在法律资料中录入本局适用的数值后再计算。")
    return rule.value


def _caution(rule: ClockRule, start: date) -> str:
    begun = start.date() if isinstance(start, datetime) else start
    if rule.effective_to is None or begun <= rule.effective_to:
        return ""
    until = chinese_day(rule.effective_to)
    return f"本期限只适用到{until}，其后见{rule.superseded_by}；新期限尚未录入，结果仅供参考。"


def _moment(rule: ClockRule, start: date) -> datetime:
    if isinstance(start, datetime):
        return start
    raise UserError(f"“{rule.action}”按小时计算，请填写起算的时刻，例如 2026-02-01 09:30。")


def _hours_on(rule: ClockRule, begun: datetime, value: int) -> datetime:
    try:
        return begun + _turn(rule) * timedelta(hours=value)
    except OverflowError:
        raise _beyond(rule, begun) from None


def _turn(rule: ClockRule) -> int:
    return -1 if rule.direction is Direction.BEFORE else 1


def _beyond(rule: ClockRule, start: date) -> UserError:
    return UserError(f"从{chinese_day(start)}起算的“{rule.action}”超出日历范围，请核对起算日。")


def _due(rule: ClockRule, start: date, value: int, calendar: Calendar) -> Due:
    try:
        if rule.direction is Direction.BEFORE:
            return _back(rule, start, value, calendar)
        if rule.unit is Unit.WORKING_DAY:
            return calendar.add_working_days(start, value)
        last = start + timedelta(days=value) if rule.unit is Unit.DAY else _months_on(rule, start, value)
        account = _every_day(start, last)
        if not rule.rolls_over:
            return Due(last, provisional=False, days=(*account, Counted(last, counted=True, why="期限届满")))
        end = calendar.roll_over(last)
    except (ValueError, OverflowError):
        raise _beyond(rule, start) from None
    return Due(end.date, end.provisional, (*account, *end.days))


def _every_day(start: date, last: date) -> tuple[Counted, ...]:
    """The days of a term in calendar days up to the one before its last."""
    length = (last - start).days
    between = (
        Counted(start + timedelta(days=place), counted=True, why=f"第{place}日") for place in range(1, length)
    )
    return Counted(start, counted=False, why=UNCOUNTED), *between


def _months_on(rule: ClockRule, start: date, value: int) -> date:
    """The same day of the month, or the month's end where it has no such day."""
    count = _turn(rule) * value * (_MONTHS_A_YEAR if rule.unit is Unit.YEAR else 1)
    years, month = divmod(start.month - 1 + count, _MONTHS_A_YEAR)
    year = start.year + years
    length = months.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, length))


# --- backward ---


def _back(rule: ClockRule, event: date, value: int, calendar: Calendar) -> Due:
    """The last day on which it may be done; such a day is never moved: later would be too late."""
    if rule.unit is Unit.WORKING_DAY:
        return _working_days_back(event, value, calendar)
    last = event - timedelta(days=value) if rule.unit is Unit.DAY else _months_on(rule, event, value)
    length = (event - last).days
    between = (
        Counted(event - timedelta(days=place), counted=True, why=f"前第{place}日")
        for place in range(1, length)
    )
    first = Counted(event, counted=False, why=EVENT)
    return Due(last, provisional=False, days=(first, *between, Counted(last, counted=True, why=LATEST)))


def _working_days_back(event: date, value: int, calendar: Calendar) -> Due:
    account = [Counted(event, counted=False, why=EVENT)]
    day, left, provisional = event, value, False
    while left:
        day -= timedelta(days=1)
        seen = calendar.day(day)
        provisional |= seen.provisional
        left -= seen.works
        account.append(Counted(day, seen.works, why(seen)))
    account[-1] = account[-1]._replace(why=f"{account[-1].why}，{LATEST}")
    return Due(day, provisional, tuple(account))
