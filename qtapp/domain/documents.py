"""Documents made from records: drafted, issued under a number and frozen, or void."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from qtapp.domain.kinds import Kind
from qtapp.domain.record import Record, choice, day, passage, text, whole


class State(StrEnum):
    DRAFT = "草稿"
    ISSUED = "已发出"
    VOID = "已作废"


@dataclass(frozen=True, kw_only=True)
class Document(Record):
    """What was issued stays: values, form version, bytes and hash are never edited, only voided."""

    KIND: ClassVar[Kind] = Kind.DOCUMENT

    number: str = text("文书编号", auto=True, search=True, indexed=True)
    form: str = text("文书式样", auto=True, indexed=True, limit=60)
    title: str = text("文书名称", auto=True, search=True, indexed=True)
    form_version: str = text("式样版本", auto=True, limit=20)
    subject_kind: str = text("所属类别", auto=True, indexed=True, limit=20)
    subject_id: int = whole("所属记录", default=0, auto=True, indexed=True)
    subject_number: str = text("所属编号", auto=True, search=True, indexed=True)
    party: str = text("当事人", auto=True, search=True)
    dated_on: date | None = day("文书日期", auto=True, indexed=True)
    values: str = passage("栏目内容", auto=True, limit=1_000_000)
    sha256: str = text("PDF 摘要", auto=True, limit=64)
    pages: int | None = whole("页数", auto=True)
    void_reason: str = text("作废原因", search=True, auto=True, limit=500)
    state: str = choice("状态", State, default=State.DRAFT, auto=True, indexed=True)

    @property
    def name_shown(self) -> str:
        return f"{self.title} {self.number}".strip()
