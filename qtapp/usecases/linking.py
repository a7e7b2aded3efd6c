"""Links between records: found anew by number or name, and who stands upon whom.

An id means something in one data folder only, so a ledger names what it links to.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from qtapp.domain.catalogue import RECORDS
from qtapp.domain.kinds import Kind
from qtapp.domain.record import Field, FieldType, Part, Record, fields_of
from qtapp.store.store import Work

P = TypeVar("P", bound=Part)
# Texts that name a record of a kind without a link beside them.
NAMING = {
    "department": Kind.DEPARTMENT,
    "earlier_number": Kind.COMPLAINT,
    "certificate": Kind.CERTIFICATE,
}


def relinked(work: Work, part: P) -> P:
    """The record with each link, in its rows too, set by the name beside it; 0 where none is meant."""
    found: dict[str, Any] = {}
    for field in fields_of(type(part)):
        if field.type is FieldType.TABLE:
            found[field.name] = tuple(relinked(work, row) for row in getattr(part, field.name))
        elif field.link and field.by:
            found[field.name] = record_id(work, field.link, str(getattr(part, field.by)))
    return replace(part, **found)


def record_id(work: Work, kind: Kind, name: str) -> int:
    """The id of the one record of that number or name; 0 when there is none, or more than one."""
    if not name.strip():
        return 0
    found = work.of_kind(kind).all(**{_naming_field(RECORDS[kind]): name.strip()})
    return found[0].id if len(found) == 1 else 0


def _naming_field(cls: type[Part]) -> str:
    return "number" if any(field.name == "number" for field in fields_of(cls)) else "name"


def built_upon(work: Work, records: Sequence[Record], line: int) -> Iterator[tuple[Record, Record]]:
    """(one of these records of one kind, another written after that audit line that stands upon it)."""
    cls = type(records[0])
    by_name = {str(getattr(r, _naming_field(cls), "")): r for r in records}
    by_id = {r.id: r for r in records}
    for other in RECORDS.values():
        columns = _leading(other, cls.KIND)
        for found, *row in work.of(other).written_since(line, columns) if columns else ():
            if other is cls and found in by_id:
                continue
            for meant in _meant(other, dict(zip(columns, row, strict=True)), cls.KIND):
                target = by_id.get(meant) if isinstance(meant, int) else by_name.get(meant)
                if target:
                    yield target, work.of(other).get(found)


def _leading(cls: type[Part], kind: Kind) -> list[str]:
    """The columns that can mean a record of the kind, and those that name what a link among them means."""
    fields = [field for field in fields_of(cls) if _leads(field, kind)]
    return list(dict.fromkeys([*(f.name for f in fields), *(f.by for f in fields if f.by)]))


def _leads(field: Field, kind: Kind) -> bool:
    """Whether the field, or a field of its rows, can mean a record of the kind."""
    if field.part:
        return any(_leads(inner, kind) for inner in fields_of(field.part))
    return field.link is kind or NAMING.get(field.name) is kind


def _meant(cls: type[Part], values: Mapping[str, Any], kind: Kind) -> Iterator[int | str]:
    """Which records of a kind a record or row means: by id, or by name where it has none."""
    for field in fields_of(cls):
        value = values.get(field.name)
        if field.part and value:
            for row in json.loads(value) if isinstance(value, str) else value:
                yield from _meant(field.part, row, kind)
        elif field.link is kind:
            yield value or str(values.get(field.by) or "")
        elif NAMING.get(field.name) is kind and value:
            yield str(value)
