"""Rows of cells, whatever file they come from."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

LOST_FROM = 10**15  # a workbook number keeps 15 digits
DIGITS_KEPT = 15
Cells = tuple[Any, ...]


@dataclass(frozen=True)
class Broken:
    """A cell without a value that could be taken: an error, or a formula never calculated."""

    shown: str
    reason: str


@dataclass(frozen=True)
class Merge:
    first_row: int
    last_row: int
    column: int  # of its top left cell, from 0


@dataclass(frozen=True)
class Source:
    """One sheet, or one text file. `rows` begins afresh at each call."""

    name: str
    rows: Callable[[], Iterator[tuple[int, Cells]]]
    merges: Callable[[], Iterable[Merge]] = field(default=tuple)


def as_text(cell: Any) -> str:
    """The cell as a person sees it; a number whose digits are lost as the workbook shows it (3.20681E+17)."""
    if cell is None or isinstance(cell, str):
        return cell or ""
    match cell:
        case Broken():
            return cell.shown
        case bool():
            return "是" if cell else "否"
        case int() | float():
            return _number_text(cell)
        case date() | time():
            return _moment_text(cell)
    return str(cell)


def _number_text(number: float) -> str:
    if number != number or number in (float("inf"), float("-inf")):  # noqa: PLR0124 - only NaN differs from itself
        return str(number)
    if isinstance(number, float):
        if abs(number) >= LOST_FROM:
            return f"{number:.5E}"
        return str(int(number)) if number.is_integer() else f"{number:.{DIGITS_KEPT}g}"
    digits = str(abs(number))
    if len(digits) > DIGITS_KEPT and not digits[DIGITS_KEPT:].strip("0"):
        return f"{float(number):.5E}" if len(digits) < 300 else digits  # noqa: PLR2004 - beyond a float
    return str(number)


def _moment_text(moment: date | time) -> str:
    """Without what is not there: midnight, seconds."""
    if not isinstance(moment, datetime | time):
        return moment.isoformat()
    clock = f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"
    if isinstance(moment, time):
        return clock
    return f"{moment.date()} {clock}" if moment.time() != time() else f"{moment.date()}"
