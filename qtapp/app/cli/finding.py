"""Records found by what people call them, however they type the brackets."""

import re

from qtapp.domain.documents import Document
from qtapp.domain.errors import Refused
from qtapp.domain.kinds import Kind
from qtapp.domain.record import Record
from qtapp.store.store import Work
from qtapp.usecases.records import by_number

YEAR = re.compile(r"[\[(（【﹝〔［]\s*(\d{4})\s*[\])）】﹞〕］]")
AREA = re.compile(r"^\(([^()]{1,10})\)")


def found(work: Work, number: str) -> Record:
    """The record of that number; plain brackets stand for 〔〕 and （）."""
    typed = number.strip()
    try:
        return by_number(work, typed)
    except Refused:
        official = AREA.sub(r"（\1）", YEAR.sub(r"〔\1〕", typed))
        if official == typed:
            raise
    return by_number(work, official)


def found_as(work: Work, number: str, *kinds: Kind) -> Record:
    """The record, which must be of one of these kinds."""
    record = found(work, number)
    if record.KIND not in kinds:
        words = "或".join(kind.label for kind in kinds)
        raise Refused(f"{record.reference} 是{record.KIND.label}，这个命令只用于{words}")
    return record


def subject(work: Work, record: Record) -> Record:
    """What a document was made of; any other record is its own subject."""
    if not isinstance(record, Document):
        return record
    return work.of_kind(Kind(record.subject_kind)).get(record.subject_id)
