"""Days on which the office works, and the moments of a sample day."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from random import Random

from qtapp.domain.law.calendar import Calendar


class WorkingDays:
    """The working days of a span, counted forward and back."""

    def __init__(self, calendar: Calendar, first: date, last: date) -> None:
        every = (first + timedelta(days=n) for n in range((last - first).days + 1))
        self._days = [day for day in every if calendar.day(day).works]

    def after(self, day: date, count: int) -> date:
        """The working day `count` after the day; 0 gives the day itself or the next one at work."""
        return self._days[bisect_left(self._days, day) + count]

    def before(self, day: date, count: int) -> date:
        return self._days[bisect_left(self._days, day) - count]

    def between(self, first: date, last: date) -> Sequence[date]:
        return self._days[bisect_left(self._days, first) : bisect_left(self._days, last + timedelta(days=1))]

    def weeks(self, first: date, last: date) -> list[Sequence[date]]:
        """The working days week by week; a week without one is left out."""
        found: dict[tuple[int, int], list[date]] = {}
        for day in self.between(first, last):
            found.setdefault(day.isocalendar()[:2], []).append(day)
        return list(found.values())


def at(day: date, rng: Random, first: int = 8, last: int = 16) -> datetime:
    """Some moment of the day between two hours."""
    return datetime.combine(day, time(rng.randint(first, last), rng.randrange(60)))
