"""Small words shared by all packs: an empty cell is unknown, a validity includes both its ends."""

from datetime import date


def number_or_none(text: str) -> int | None:
    return int(text) if text else None


def day_or_none(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def in_force(day: date, since: date | None, until: date | None) -> bool:
    """Both ends belong to the validity; an open end is None."""
    return (since is None or since <= day) and (until is None or day <= until)


def chinese_day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
