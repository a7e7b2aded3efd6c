"""The records that a figure names, found again by what it names them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qtapp.domain.enterprises import Enterprise
from qtapp.domain.errors import Refused
from qtapp.domain.kinds import Kind
from qtapp.domain.record import Record
from qtapp.domain.searches import Filter, Query
from qtapp.usecases.records import by_number


@dataclass(frozen=True)
class Behind:
    """One record behind a figure, as far as it can be opened."""

    number: str
    title: str
    kind: Kind | None = None
    record_id: int = 0


# By what a figure names a record of the kind, and how it is called.
NAMED = {
    Kind.COMPLAINT: ("number", "target_name"),
    Kind.INSPECTION: ("number", "target_name"),
    Kind.CASE: ("number", "name"),
    Kind.SESSION: ("number", "topic"),
    Kind.ENTERPRISE: ("credit_code", "name"),
}


def all_behind(work: Any, numbers: Sequence[str]) -> list[Behind]:
    """The records of one figure are of one kind: the first tells which, the others come in one query."""
    first = _anywhere(work, numbers[0]) if numbers else None
    known: dict[str, Behind] = {}
    if first is not None and first.KIND in NAMED:
        kind, columns = first.KIND, NAMED[first.KIND]
        query = Query().having(Filter(columns[0], tuple(numbers)))
        rows = work.of_kind(kind).page(query, columns, -1)
        known = {number: Behind(number, title, kind, record_id) for record_id, number, title in rows}
    return [known.get(number) or _shown(number, _anywhere(work, number)) for number in numbers]


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
