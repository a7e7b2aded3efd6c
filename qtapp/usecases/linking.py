"""Links found anew by number or name: an id means something in one data folder only."""

from dataclasses import replace
from typing import Any, TypeVar

from qtapp.domain.catalogue import RECORDS
from qtapp.domain.kinds import Kind
from qtapp.domain.record import FieldType, Part, fields_of
from qtapp.store.store import Work

P = TypeVar("P", bound=Part)


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
    numbered = any(field.name == "number" for field in fields_of(RECORDS[kind]))
    found = work.of_kind(kind).all(**{"number" if numbered else "name": name.strip()})
    return found[0].id if len(found) == 1 else 0
