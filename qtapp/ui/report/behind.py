"""The records that a figure names, found again by what it names them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from qtapp.domain.catalogue import RECORDS
from qtapp.domain.enterprises import Enterprise
from qtapp.domain.errors import Refused
from qtapp.domain.kinds import Kind
from qtapp.domain.record import Record, fields_of
from qtapp.usecases.records import by_number


@dataclass(frozen=True)
class Behind:
    """One record behind a figure, as far as it can be opened."""

    number: str
    title: str
    kind: Kind | None = None
    record_id: int = 0


def all_behind(work: Any, numbers: Iterable[str]) -> list[Behind]:
    """The records of one figure are of one kind: where the first was found, the others are looked for."""
    found: list[Behind] = []
    kind: Kind | None = None
    for number in numbers:
        record = _of_kind(work, kind, number) or _anywhere(work, number)
        kind = record.KIND if record else kind
        found.append(_shown(number, record))
    return found


def _of_kind(work: Any, kind: Kind | None, number: str) -> Record | None:
    if kind is None:
        return None
    if kind is Kind.ENTERPRISE:
        return _firm(work, number)
    numbered = any(field.name == "number" for field in fields_of(RECORDS[kind]))
    found: Record | None = work.of_kind(kind).first(number=number) if numbered else None
    return found


def _anywhere(work: Any, number: str) -> Record | None:
    try:
        return by_number(work, number)
    except Refused:
        return _firm(work, number)


def _firm(work: Any, words: str) -> Enterprise | None:
    """Firms are counted by their code, or by name where they have none."""
    firms = work.of(Enterprise)
    found: Enterprise | None = firms.first(credit_code=words) or firms.first(name=words)
    return found


def _shown(number: str, record: Record | None) -> Behind:
    if record is None:
        return Behind(number, "")
    title = record.name_shown.removeprefix(number).strip()
    return Behind(number, title, record.KIND, record.id)
