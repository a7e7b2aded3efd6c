"""Which days the offices work: the bureau's own table, else the bundled one, else a provisional rule."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

_ONE_DAY = timedelta(days=1)
_WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_SATURDAY = 5
_DECEMBER, _FIRST_OPEN_DAY = 12, 29  # no notice for a new year ever touched the old one before 29 December


class Layer(StrEnum):
    """Who spoke about a day."""

    OWN = "own"
    BUNDLED = "bundled"
    FALLBACK = "fallback"


@dataclass(frozen=True)
class SetDay:
    """A day that a notice lifts out of the ordinary week."""

    date: date
    works: bool
    name: str
    source: str = ""


@dataclass(frozen=True)
class HolidayTable:
    """Days set by notices, and the years for which the whole notice is entered."""

    days: Mapping[date, SetDay] = field(default_factory=dict)
    years: frozenset[int] = frozenset()


class Day(NamedTuple):
    """A day; provisional means that a notice still to come may change it."""

    date: date
    works: bool
    name: str
    layer: Layer
    provisional: bool


class Counted(NamedTuple):
    """A line of the account by which a term was reckoned."""

    date: date
    counted: bool
    why: str


class Due(NamedTuple):
    """The last day of a term, with its account."""

    date: date
    provisional: bool
    days: tuple[Counted, ...]


class Coverage(NamedTuple):
    """First and last day settled without a gap."""

    start: date
    end: date


@dataclass(frozen=True)
class Calendar:
    """Each day is answered by the first table that knows it."""

    bundled: HolidayTable
    fallback: HolidayTable = HolidayTable()
    own: HolidayTable = HolidayTable()

    def day(self, day: date) -> Day:
        found, layer = self._spoken(day)
        works = found.works if found else day.weekday() < _SATURDAY
        name = found.name if found else "" if works else _WEEKDAYS[day.weekday()]
        return Day(day, works, name, layer, self._provisional(day, layer))

    def add_working_days(self, start: date, count: int) -> Due:
        """The working day `count` after the start, which itself is not counted."""
        if count < 0:
            raise ValueError("working days are counted forward here")
        account = [Counted(start, counted=False, why="起算日不计")]
        day, left, provisional = start, count, False
        while left:
            day += _ONE_DAY
            seen = self.day(day)
            provisional |= seen.provisional
            left -= seen.works
            account.append(Counted(day, seen.works, why(seen)))
        return Due(day, provisional, tuple(account))

    def roll_over(self, last: date) -> Due:
        """The last day itself, or the first working day after it (民事诉讼法 art. 85)."""
        account = []
        seen = self.day(last)
        provisional = seen.provisional
        while not seen.works:
            account.append(Counted(seen.date, counted=False, why=f"末日为法定休假日（{why(seen)}），顺延"))
            seen = self.day(seen.date + _ONE_DAY)
            provisional |= seen.provisional
        account.append(
            Counted(seen.date, counted=True, why="期限届满" if seen.date == last else "顺延后届满")
        )
        return Due(seen.date, provisional, tuple(account))

    def coverage(self) -> Coverage:
        years = self.own.years | self.bundled.years
        if not years:
            raise ValueError("a calendar without a single settled year")
        first = min(years)
        last = next(year for year in range(first, max(years) + 1) if year + 1 not in years)
        return Coverage(date(first, 1, 1), date(last, 12, 31))

    def _spoken(self, day: date) -> tuple[SetDay | None, Layer]:
        if found := self.own.days.get(day):
            return found, Layer.OWN
        if (
            day.year in self.bundled.years
        ):  # a row for December from next year's notice does not replace a year
            return self.bundled.days.get(day), Layer.BUNDLED
        if day.year in self.own.years:
            return None, Layer.OWN
        return self.fallback.days.get(day), Layer.FALLBACK

    def _provisional(self, day: date, layer: Layer) -> bool:
        if layer is Layer.FALLBACK:
            return True
        open_end = day.month == _DECEMBER and day.day >= _FIRST_OPEN_DAY and day not in self.own.days
        return open_end and day.year + 1 not in self.own.years | self.bundled.years


def holiday_table(rows: Iterable[Mapping[str, str]], years: frozenset[int] | None = None) -> HolidayTable:
    """Rows of date, kind (holiday or workday), name, source; unless told, a year with a row is complete."""
    days = {}
    for row in rows:
        day = date.fromisoformat(row["date"])
        works = {"holiday": False, "workday": True}[row["kind"]]
        days[day] = SetDay(day, works, row["name"], row["source"])
    return HolidayTable(days, frozenset(day.year for day in days) if years is None else years)


def why(day: Day) -> str:
    """The reason on the account: what kind of day this is, and that it may still change."""
    reason = f"{day.name}，" if day.name else ""
    reason += "工作日" if day.works else "休息日"
    return f"{reason}（暂定，尚无{day.date.year}年放假安排）" if day.layer is Layer.FALLBACK else reason
