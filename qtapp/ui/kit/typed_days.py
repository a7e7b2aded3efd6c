"""Days and moments as a clerk types them: 9-1, +15, t, t 9:30."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta

from qtapp.domain.codes import parse_day
from qtapp.domain.errors import UserError
from qtapp.domain.moments import parse_moment

TODAY = {"t", "今", "今天", "今日"}
NOW = {"n", "现在"}
OTHERS = {"昨天": -1, "昨日": -1, "明天": 1, "明日": 1, "前天": -2, "后天": 2}
SPAN = re.compile(r"([+-]) ?(\d{1,4})天?")
SHORT = re.compile(r"(\d{1,2})(?:[-./]|月)(\d{1,2})日?")
HOUR = re.compile(r"(.*?)\s*(\d{1,2})(?::|点|时)(\d{1,2})?分?")
WEEKDAYS = "一二三四五六日"


def typed_day(raw: str, today: date) -> date:
    """The day meant. A bare month and day is in the current year. Raises UserError naming the words."""
    text = unicodedata.normalize("NFKC", raw).strip().lower()
    if text in TODAY:
        return today
    if text in OTHERS:
        return today + timedelta(days=OTHERS[text])
    if span := SPAN.fullmatch(text):
        days = int(span[2])
        return today + timedelta(days=days if span[1] == "+" else -days)
    if short := SHORT.fullmatch(text):
        return _in_year(raw, today.year, int(short[1]), int(short[2]))
    return parse_day(raw)


def _in_year(raw: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise UserError(f"日期“{raw.strip()}”在日历上不存在，请核对月、日。") from None


def typed_moment(raw: str, now: datetime) -> datetime:
    """The moment meant; a time alone is today's, a day alone is its midnight."""
    text = unicodedata.normalize("NFKC", raw).strip().lower()
    if text in NOW:
        return now.replace(second=0, microsecond=0)
    if found := HOUR.fullmatch(text):
        day = typed_day(found[1], now.date()) if found[1] else now.date()
        return datetime.combine(day, _time(raw, int(found[2]), int(found[3] or 0)))
    try:
        return datetime.combine(typed_day(raw, now.date()), time())
    except UserError:
        return parse_moment(raw)


def _time(raw: str, hour: int, minute: int) -> time:
    try:
        return time(hour, minute)
    except ValueError:
        raise UserError(f"时间“{raw.strip()}”不对，请写成 9:30 或 2021-9-1 9:30 这样") from None


def weekday(day: date) -> str:
    return f"周{WEEKDAYS[day.weekday()]}"
