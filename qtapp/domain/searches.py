"""What a list asks for, and what a search finds."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any


class Op(StrEnum):
    IS = "="
    NOT = "≠"
    SINCE = "≥"
    UNTIL = "≤"
    HAS = "含"


@dataclass(frozen=True)
class Filter:
    field: str
    value: Any
    op: Op = Op.IS


@dataclass(frozen=True)
class Query:
    """Which records, in which order. `text` is looked for in everything searchable."""

    text: str = ""
    filters: tuple[Filter, ...] = ()
    order: str = "id"
    descending: bool = True

    def having(self, *filters: Filter) -> "Query":
        return replace(self, filters=(*self.filters, *filters))


@dataclass(frozen=True)
class Hit:
    kind: str
    record_id: int
    number: str
    title: str
    snippet: str
