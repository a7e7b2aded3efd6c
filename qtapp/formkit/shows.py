"""How values read on paper."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from qtapp.domain.money import capitals, yuan

TICKED, OPEN = "☑", "□"


def day(value: date | None) -> str:
    return f"{value.year}年{value.month}月{value.day}日" if value else ""


def moment(value: datetime | None) -> str:
    return f"{day(value)}{value.hour}时{value.minute:02d}分" if value else ""


def span_of_time(start: datetime | None, end: datetime | None) -> str:
    """2021年9月1日9时30分至11时05分; the second day is named when it is another."""
    if start is None or end is None:
        return moment(start)
    later = f"{end.hour}时{end.minute:02d}分" if end.date() == start.date() else moment(end)
    return f"{moment(start)}至{later}"


def span_of_days(start: date | None, end: date | None) -> str:
    """2021年9月1日至2021年9月3日; one day is named once."""
    return day(start) if end is None or end == start else f"{day(start)}至{day(end)}"


def money(fen: int | None) -> str:
    """Capitals, then figures: 贰万元整（¥20,000.00）."""
    return "" if fen is None else f"{capitals(fen)}（¥{yuan(fen)}）"


def ticks(options: Sequence[str], chosen: Iterable[str], across: int = 0) -> str:
    """Every option with its box, `across` of them in a line where that is given.

    What is chosen may leave off an option's end: 来电 ticks 来电（12350）.

    A choice that the paper does not offer comes after the options.
    """
    marked = {wanted: _option(options, wanted) for wanted in chosen if wanted}
    boxes = [f"{TICKED if option in marked.values() else OPEN}{option}" for option in options]
    boxes += [f"{TICKED}{wanted}" for wanted, option in marked.items() if not option]
    step = across or len(boxes) or 1
    return "\n".join("　".join(boxes[at : at + step]) for at in range(0, len(boxes), step))


def _option(options: Sequence[str], wanted: str) -> str:
    return next((o for o in (*(o for o in options if o == wanted), *options) if o.startswith(wanted)), "")


def numbered(items: Iterable[str]) -> list[str]:
    return [f"{place}.{item}" for place, item in enumerate(items, start=1)]


def shown(kind: str, value: Any) -> str:
    """Any value of a form field as one text."""
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return day(value) if kind == "date" else moment(value)
    if isinstance(value, date):
        return day(value)
    if kind == "money":
        return money(value)
    if isinstance(value, Mapping):
        between = span_of_days if kind == "date_range" else span_of_time
        return between(value.get("start"), value.get("end"))
    if isinstance(value, list | tuple):
        texts = [str(item) for item in value]
        return "\n".join(numbered(texts)) if kind == "list" else "、".join(texts)
    return str(value)
