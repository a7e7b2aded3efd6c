"""Looking records up: by number over all kinds, with their papers and their history."""

from dataclasses import dataclass
from typing import Any

from qtapp.domain.catalogue import RECORDS
from qtapp.domain.documents import Document
from qtapp.domain.errors import Refused
from qtapp.domain.kinds import Kind
from qtapp.domain.plain import plain
from qtapp.domain.record import Record, fields_of
from qtapp.domain.searches import Hit
from qtapp.store.audit import Line
from qtapp.store.store import Work

SEALED = "（密封）"


@dataclass(frozen=True)
class Whole:
    """A record with what hangs on it."""

    record: Record
    documents: tuple[Document, ...]
    history: tuple[Line, ...]
    sealed: bool


def by_number(work: Work, number: str) -> Record:
    """The record or document of that number; kinds without numbers answer to label and id, as 企业-12."""
    label, _, digits = number.partition("-")
    for kind, cls in RECORDS.items():
        if label == kind.label and digits.isdecimal():
            return work.of(cls).get(int(digits))
        if any(field.name == "number" for field in fields_of(cls)) and (
            found := work.of(cls).first(number=number)
        ):
            return found
    raise Refused(f"没有编号为“{number}”的记录，请核对编号（括号是〔〕）")


def whole(work: Work, record: Record) -> Whole:
    papers = work.of(Document).all(subject_kind=record.KIND.value, subject_id=record.id)
    repository = work.of(type(record))
    return Whole(record, tuple(papers), tuple(work.audit.of(record)), repository.has_sealed(record))


def shown(found: Whole) -> dict[str, Any]:
    """The record's plain values; a sealed field only says that something lies there."""
    values = plain(found.record)
    for field in fields_of(type(found.record)):
        if field.sealed:
            values[field.name] = SEALED if found.sealed else None
    return values


def search(work: Work, text: str, limit: int = 50) -> tuple[int, list[Hit]]:
    """One search over everything."""
    return work.search.find(text, limit)


def get(work: Work, kind: Kind, record_id: int) -> Record:
    return work.of_kind(kind).get(record_id)
