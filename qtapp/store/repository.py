"""Records in and out of their tables: the only place where a query on them is written."""

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Generic, Protocol, TypeVar

from qtapp.domain.cleaning import cleaned
from qtapp.domain.errors import Conflict, Refused
from qtapp.domain.kinds import Kind
from qtapp.domain.plain import from_plain, to_plain, without_sealed
from qtapp.domain.record import Field, FieldType, Record, fields_of
from qtapp.domain.searches import Filter, Op, Query
from qtapp.store.audit import Audit, difference
from qtapp.store.engine import Engine
from qtapp.store.grams import escaped
from qtapp.store.search import Search, condition
from qtapp.store.tables import kept_fields
from qtapp.store.vault import Vault

R = TypeVar("R", bound=Record)
SIGNS = {Op.IS: "=", Op.NOT: "<>", Op.SINCE: ">=", Op.UNTIL: "<="}
MANY = 500  # ids in one statement


class Keeping(Protocol):
    """What a repository needs of the transaction it lives in."""

    database: Engine
    audit: Audit
    search: Search
    vault: Vault
    touched: set[Kind]
    now: Callable[[], datetime]


class Repository(Generic[R]):
    """The collection of one kind of record."""

    def __init__(self, cls: type[R], work: Keeping) -> None:
        self.cls, self._work, self._database = cls, work, work.database
        self._fields = kept_fields(cls)
        self._names = ", ".join(f'"{field.name}"' for field in self._fields)
        self._table = f'"{cls.KIND.value}"'

    # --- writing ---

    def add(self, record: R, act: str = "登记") -> R:
        """Keep a new record: row, sealed part, audit line and search entry. Gives it with its id."""
        record = cleaned(record)
        marks = ", ".join("?" * (len(self._fields) + 1))
        cursor = self._database.execute_sql(
            f"INSERT INTO {self._table} (version, {self._names}) VALUES ({marks})",
            (1, *self._values(record)),
        )
        kept = replace(record, id=cursor.lastrowid, version=1)
        self._seal(kept)
        self._written(act, kept, difference(None, kept))
        return without_sealed(kept)

    def update(self, record: R, act: str = "修改") -> R:
        """Keep a changed record. Refused when another seat changed it since it was read."""
        old, record = self.get(record.id), cleaned(record)
        changes = difference(old, record)
        if not changes:
            return old
        sets = ", ".join(f'"{field.name}" = ?' for field in self._fields)
        cursor = self._database.execute_sql(
            f"UPDATE {self._table} SET version = version + 1, {sets} WHERE id = ? AND version = ?",
            (*self._values(record), record.id, record.version),
        )
        if cursor.rowcount != 1:
            raise Conflict(f"{old.reference} 刚被另一处改过，您的修改没有保存；请重新打开后再改")
        kept = replace(record, version=record.version + 1)
        self._seal(kept)
        self._written(act, kept, changes)
        return without_sealed(kept)

    def remove(self, record: R, act: str = "删除") -> None:
        """Take a record out, with its sealed part; the audit line keeps what it said."""
        self._database.execute_sql(f"DELETE FROM {self._table} WHERE id = ?", (record.id,))
        self._database.execute_sql(
            "DELETE FROM sealed WHERE kind = ? AND record_id = ?", (self.cls.KIND.value, record.id)
        )
        self._work.search.forget(self.cls.KIND, record.id)
        self._work.audit.note(self._work.now(), act, record, difference(record, None))
        self._work.touched.add(self.cls.KIND)

    def _written(self, act: str, kept: R, changes: dict[str, Any]) -> None:
        self._work.audit.note(self._work.now(), act, kept, changes)
        self._work.search.keep(kept)
        self._work.touched.add(self.cls.KIND)

    def _values(self, record: R) -> Iterator[Any]:
        return (stored(field, getattr(record, field.name)) for field in self._fields)

    # --- the sealed part ---

    def _seal(self, record: R) -> None:
        facts = {f.name: to_plain(f, getattr(record, f.name)) for f in fields_of(self.cls) if f.sealed}
        if not any(facts.values()):
            return
        self._database.execute_sql(
            "INSERT INTO sealed (kind, record_id, box) VALUES (?, ?, ?) "
            "ON CONFLICT (kind, record_id) DO UPDATE SET box = excluded.box",
            (self.cls.KIND.value, record.id, self._work.vault.seal(self._about(record), facts)),
        )

    def has_sealed(self, record: R) -> bool:
        return self._box(record) is not None

    def opened(self, record: R, reason: str) -> R:
        """The record with its sealed fields, for the keeper. The audit line is written first."""
        if not reason.strip():
            raise Refused("查看举报人信息须写明理由")
        box = self._box(record)
        self._work.audit.note(self._work.now(), "查看密封信息", record, {"理由": reason})
        if box is None:
            return record
        return self._unsealed(record, box)

    def compared(self, record: R, comparison: Callable[[R], str]) -> str:
        """What the program itself finds by comparing sealed facts with words; nobody is shown them."""
        box = self._box(record)
        return "" if box is None else comparison(self._unsealed(record, box))

    def _unsealed(self, record: R, box: bytes) -> R:
        facts = self._work.vault.open(self._about(record), box)
        sealed = {f.name: from_plain(f, facts[f.name]) for f in fields_of(self.cls) if f.name in facts}
        return replace(record, **sealed)

    def _box(self, record: R) -> bytes | None:
        row = self._database.execute_sql(
            "SELECT box FROM sealed WHERE kind = ? AND record_id = ?", (self.cls.KIND.value, record.id)
        ).fetchone()
        return bytes(row[0]) if row else None

    def _about(self, record: R) -> str:
        return f"{self.cls.KIND.value}:{record.id}"

    # --- reading ---

    def get(self, record_id: int) -> R:
        found = self._select("WHERE id = ?", (record_id,))
        if not found:
            raise Refused(f"没有这条{self.cls.KIND.label}记录（{record_id}），可能已被删除")
        return found[0]

    def first(self, **values: Any) -> R | None:
        """The earliest record whose fields have these values."""
        found = self._select(f"{self._where(values)} ORDER BY id LIMIT 1", tuple(values.values()))
        return found[0] if found else None

    def all(self, **values: Any) -> list[R]:
        return self._select(f"{self._where(values)} ORDER BY id", tuple(values.values()))

    def find(self, query: Query, limit: int = -1) -> list[R]:
        """Whole records; for lists use `page`."""
        where, values = self._condition(query)
        return self._select(f"{where} {self._order(query)} LIMIT ?", (*values, limit))

    def count(self, query: Query | None = None) -> int:
        where, values = self._condition(query or Query())
        row = self._database.execute_sql(f"SELECT count(*) FROM {self._table} {where}", values).fetchone()
        return int(row[0])

    def page(self, query: Query, columns: Sequence[str], limit: int = 200) -> list[tuple[Any, ...]]:
        """The first rows of a list: (id, then the columns)."""
        where, values = self._condition(query)
        sql = f"SELECT id, {quoted(columns)} FROM {self._table} {where} {self._order(query)} LIMIT ?"
        return list(self._database.execute_sql(sql, (*values, limit)).fetchall())

    def ids(self, query: Query) -> "array[int]":
        """Every id of a list in its order, gathered inside SQLite so that the window keeps breathing."""
        where, values = self._condition(query)
        inner = f"SELECT id FROM {self._table} {where} {self._order(query)}"
        text = self._database.execute_sql(f"SELECT group_concat(id) FROM ({inner})", values).fetchone()[0]
        found: array[int] = array("q")
        for part in _pieces(text or ""):
            found.extend(map(int, part.split(",")))
        return found

    def rows(self, ids: Sequence[int], columns: Sequence[str]) -> list[tuple[Any, ...]]:
        """The rows of these ids in their order; an id that is gone is left out."""
        found: dict[int, tuple[Any, ...]] = {}
        for start in range(0, len(ids), MANY):
            some = list(ids[start : start + MANY])
            marks = ", ".join("?" * len(some))
            sql = f"SELECT id, {quoted(columns)} FROM {self._table} WHERE id IN ({marks})"
            found |= {row[0]: row for row in self._database.execute_sql(sql, some).fetchall()}
        return [found[i] for i in ids if i in found]

    def many(self, ids: Sequence[int]) -> list[R]:
        """Whole records of these ids in their order, some hundreds at a time."""
        marks = ", ".join("?" * len(ids))
        found = {record.id: record for record in self._select(f"WHERE id IN ({marks})", list(ids))}
        return [found[i] for i in ids if i in found]

    def written_since(self, line: int, columns: Sequence[str]) -> list[tuple[Any, ...]]:
        """(id, then the columns) of each record that was entered or changed after that audit line."""
        sql = (
            f"SELECT id, {quoted(columns)} FROM {self._table} "
            "WHERE id IN (SELECT record_id FROM audit WHERE kind = ? AND seq > ?)"
        )
        return list(self._database.execute_sql(sql, (self.cls.KIND.value, line)).fetchall())

    def entered_in(self, record_id: int) -> int:
        """The audit line in which the record was entered last; 0 when none says so."""
        row = self._database.execute_sql(
            "SELECT max(seq) FROM audit WHERE kind = ? AND record_id = ? AND act LIKE '登记%'",
            (self.cls.KIND.value, record_id),
        ).fetchone()
        return int(row[0] or 0)

    def _select(self, tail: str, values: Sequence[Any]) -> list[R]:
        sql = f"SELECT id, version, {self._names} FROM {self._table} {tail}"
        return [self._record(row) for row in self._database.execute_sql(sql, values).fetchall()]

    def _record(self, row: tuple[Any, ...]) -> R:
        values = {f.name: from_plain(f, value) for f, value in zip(self._fields, row[2:], strict=True)}
        return self.cls(id=row[0], version=row[1], **values)

    @staticmethod
    def _where(values: Iterable[str]) -> str:
        terms = " AND ".join(f'"{name}" = ?' for name in values)
        return f"WHERE {terms}" if terms else ""

    def _order(self, query: Query) -> str:
        turn = "DESC" if query.descending else "ASC"
        return f"ORDER BY id {turn}" if query.order == "id" else f'ORDER BY "{query.order}" {turn}, id {turn}'

    def _condition(self, query: Query) -> tuple[str, list[Any]]:
        terms: list[str] = []
        values: list[Any] = []
        for wanted in query.filters:
            term, *value = filtered(wanted)
            terms.append(term)
            values += value
        if text := query.text.strip():
            inner, more = condition(text)
            terms.append(f"id IN (SELECT record_id FROM search WHERE kind = ? AND {inner})")
            values += [self.cls.KIND.value, *more]
        return (f"WHERE {' AND '.join(terms)}" if terms else "", values)


def filtered(wanted: Filter) -> tuple[Any, ...]:
    """One condition in SQL and its values. The field's name is a declared one, never a person's text."""
    name = '"' + wanted.field.replace('"', "") + '"'
    if wanted.value is None:
        return (f"{name} IS {'NOT ' if wanted.op is Op.NOT else ''}NULL",)
    if isinstance(wanted.value, tuple):
        return (
            f"{name} {'NOT ' if wanted.op is Op.NOT else ''}IN ({', '.join('?' * len(wanted.value))})",
            *wanted.value,
        )
    if wanted.op is Op.HAS:
        return f"{name} LIKE ? ESCAPE '\\'", escaped(str(wanted.value))
    value = wanted.value
    if isinstance(value, datetime):
        value = value.isoformat(sep=" ", timespec="seconds")
    elif isinstance(value, date):
        # Until a day means until its end, for columns that keep the time as well.
        value = value.isoformat() + (" 23:59:59" if wanted.op is Op.UNTIL else "")
    return f"{name} {SIGNS[wanted.op]} ?", value


def stored(field: Field, value: Any) -> Any:
    """The value as its column keeps it."""
    if field.type in (FieldType.TABLE, FieldType.CHOICES):
        return json.dumps(to_plain(field, value), ensure_ascii=False)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    return value.isoformat() if isinstance(value, date) else value


def quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _pieces(text: str, size: int = 100_000) -> Iterator[str]:
    """A long list of numbers in parts that end at a comma."""
    start = 0
    while start < len(text):
        end = text.find(",", start + size)
        end = len(text) if end < 0 else end
        yield text[start:end]
        start = end + 1
