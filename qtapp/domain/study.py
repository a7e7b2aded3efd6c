"""The weekly study session and its roll call."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from qtapp.domain.kinds import Kind
from qtapp.domain.record import Part, Record, choice, day, link, passage, text, whole


class Mark(StrEnum):
    PRESENT = "到"
    LATE = "迟到"
    EARLY = "早退"
    DUTY = "公出"
    LEAVE = "请假"
    ABSENT = "缺席"


HERE = (Mark.PRESENT, Mark.LATE, Mark.EARLY)
KEYS = {"d": Mark.PRESENT, "c": Mark.LATE, "z": Mark.EARLY, "g": Mark.DUTY, "q": Mark.LEAVE, "x": Mark.ABSENT}


@dataclass(frozen=True, kw_only=True)
class Session(Record):
    KIND: ClassVar[Kind] = Kind.SESSION

    number: str = text("编号", auto=True, search=True, indexed=True)
    held_on: date | None = day("学习日期", required=True, indexed=True, aliases=("日期", "时间"))
    hours: int = whole("学时", default=2)
    place: str = text("地点", search=True, required=True)
    topic: str = text("学习内容", required=True, search=True, limit=300, aliases=("主题", "内容"))
    host: str = text("主持人（主讲人）", search=True, required=True, limit=100, aliases=("主持人", "主讲人"))
    caller: str = text("点名人", search=True, limit=60)
    content: str = passage("学习记录", search=True)
    expected: int | None = whole("应到人数", auto=True)
    present: int | None = whole("实到人数", auto=True)

    @property
    def name_shown(self) -> str:
        return f"{self.number} {self.topic}".strip()


@dataclass(frozen=True, kw_only=True)
class Attendance(Record):
    """One person's mark at one session."""

    KIND: ClassVar[Kind] = Kind.ATTENDANCE

    session_id: int = link("学习", Kind.SESSION, by="session_number")
    session_number: str = text("学习编号", indexed=True, limit=60)
    held_on: date | None = day("日期", indexed=True)
    officer_id: int = link("人员", Kind.OFFICER, by="officer_name")
    officer_name: str = text("姓名", required=True, indexed=True, limit=60)
    department: str = text("科室", limit=60)
    mark: str = choice("出勤", Mark, required=True, default=Mark.PRESENT, indexed=True)
    reason: str = text("缺勤原因", search=True, limit=200)


@dataclass(frozen=True, kw_only=True)
class RollException(Part):
    """Who was not simply there: all others are present."""

    officer_id: int = link("人员", Kind.OFFICER)
    mark: str = choice("出勤", Mark, required=True, default=Mark.LEAVE)
    reason: str = text("原因", limit=200)


def counted(marks: Iterable[Attendance]) -> tuple[int, int]:
    """(expected, present) of a roll call."""
    tally = Counter(mark.mark for mark in marks)
    return sum(tally.values()), sum(tally[mark] for mark in HERE)
