"""Moments, days with a time, as people and workbooks write them."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta

from qtapp.domain.codes import in_office_years, parse_day
from qtapp.domain.errors import UserError

TIME = re.compile(
    r"(?P<half>上午|下午|晚上|凌晨|中午)?\s*(?P<hour>\d{1,2})\s*[:时点]\s*(?:(?P<minute>\d{1,2})\s*分?)?(?::(?P<second>\d{1,2})(?:\.\d+)?)?\s*$"
)
AFTERNOON = {"下午", "晚上"}
NOON = 12
DAY_MINUTES = 1440


def parse_moment(raw: object) -> datetime:
    """The moment; a bare day is its midnight. Raises UserError naming the value."""
    if isinstance(raw, datetime):
        in_office_years(raw)
        return raw.replace(microsecond=0, tzinfo=None)
    if isinstance(raw, date):
        return datetime.combine(in_office_years(raw), time())
    if isinstance(raw, int | float):
        return datetime.combine(parse_day(int(raw)), time()) + timedelta(
            minutes=round((raw % 1) * DAY_MINUTES)
        )
    text = unicodedata.normalize("NFKC", str(raw)).replace("T", " ").strip()
    if re.fullmatch(r"\d{5}\.\d+", text):
        return parse_moment(float(text))
    found = TIME.search(text)
    if found is None:
        return datetime.combine(parse_day(text), time())
    return datetime.combine(parse_day(text[: found.start()].strip()), _time_of(found, text))


def _time_of(found: re.Match[str], text: str) -> time:
    hour = int(found["hour"])
    if found["half"] in AFTERNOON and hour < NOON:
        hour += NOON
    try:
        return time(hour, int(found["minute"] or 0), int(found["second"] or 0))
    except ValueError:
        raise UserError(f"时间“{text}”不对，请写成 2021-9-1 9:30 这样") from None
