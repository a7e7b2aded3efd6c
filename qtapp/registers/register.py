"""How a kind of record is listed: one declaration for the screen, the workbook and the command line."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from qtapp.domain.catalogue import RECORDS
from qtapp.domain.kinds import Kind
from qtapp.domain.plain import from_plain, show
from qtapp.domain.record import Field, field_of
from qtapp.domain.searches import Query
from qtapp.store.store import Work


class Tone(StrEnum):
    """How a row stands out; the screen gives each tone a colour and a sign."""

    OVERDUE = "overdue"
    DUE = "due"
    DONE = "done"
    VOID = "void"


@dataclass(frozen=True)
class Column:
    field: str
    width: int  # characters


@dataclass(frozen=True)
class Register:
    kind: Kind
    title: str
    columns: tuple[Column, ...]
    chips: tuple[str, ...] = ()  # fields offered as filters
    order: str = "id"
    descending: bool = True
    tone: Callable[[dict[str, Any], str], Tone | None] | None = None  # (row by field, today ISO) → tone

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.field for column in self.columns)

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(field_of(RECORDS[self.kind], name) for name in self.names)

    def query(self) -> Query:
        return Query(order=self.order, descending=self.descending)

    def words(self, row: Sequence[Any]) -> tuple[str, ...]:
        """A row of the store, (id, then the columns), as a person reads it."""
        return tuple(show(f, from_plain(f, value)) for f, value in zip(self.fields, row[1:], strict=True))


def first_page(work: Work, register: Register, query: Query, limit: int = 200) -> list[tuple[Any, ...]]:
    return work.of_kind(register.kind).page(query, register.names, limit)


def all_ids(work: Work, register: Register, query: Query) -> "array[int]":
    return work.of_kind(register.kind).ids(query)


def rows(work: Work, register: Register, ids: Sequence[int]) -> list[tuple[Any, ...]]:
    return work.of_kind(register.kind).rows(ids, register.names)
