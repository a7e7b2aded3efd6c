"""Whether what is kept agrees with itself: records with their audit lines, envelopes, search entries."""

import heapq
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from qtapp.domain.catalogue import RECORDS
from qtapp.domain.errors import Problem
from qtapp.domain.kinds import Kind
from qtapp.domain.plain import from_plain
from qtapp.domain.record import Field, Record, fields_of
from qtapp.store.backup import RESTORED, newest_backup
from qtapp.store.engine import Engine
from qtapp.store.tables import kept_fields
from qtapp.store.vault import Vault, has_shape

State = dict[str, Any]  # the plain values of a record, by field; what was never entered is not there
MISREAD = (ValueError, TypeError, AttributeError, KeyError)


# --- the audit lines and the newest backup ---


def anchor_problems(database: Engine, backups: Path) -> Iterator[Problem]:
    """Lines cut off the end since the last backup was made here: it wrote down how far they went."""
    found = newest_backup(backups)
    if found is None:
        return
    path, told = found
    restored = next(_rows(database, "SELECT max(at) FROM audit WHERE act = ?", RESTORED))[0]
    if not told.audit_lines or (restored and told.made_at.isoformat(" ", "seconds") <= restored):
        return  # a backup of what lay here before the restore
    have = _count(database, "SELECT count(*) FROM audit")
    link = next(_rows(database, "SELECT link FROM audit WHERE seq = ?", told.audit_lines), ("",))[0]
    if link != told.audit_link:
        yield Problem(
            "audit",
            f"操作记录（现有 {have} 行）与 {told.made_at:%Y-%m-%d %H:%M} 的备份 {path.name}"
            f"（{told.audit_lines} 行）对不上，末尾可能被删去；请核对是否换过数据文件，或从这份备份恢复",
        )


# --- records and their audit lines ---


def record_problems(database: Engine) -> Iterator[Problem]:
    """Every record says what its audit lines, followed from the first to the last, make of it."""
    for kind, cls in RECORDS.items():
        sealed = {row[0] for row in _rows(database, "SELECT record_id FROM sealed WHERE kind = ?", kind)}
        told, kept = _told(database, kind, cls), _kept(database, kind, cls)
        for record_id, state, values in _abreast(told, kept):
            yield from _compared(cls, record_id, state, values)
            if values is not None:
                yield from _sealing(cls, record_id, state or {}, record_id in sealed)
            sealed.discard(record_id)
        yield from (Problem("sealed", f"有一个密封件不属于任何{kind.label}（{left}）") for left in sealed)


def _told(database: Engine, kind: Kind, cls: type[Record]) -> Iterator[tuple[int, State | None]]:
    """By record what its audit lines make of it; None where the last of them took it out."""
    fields = {field.name: field for field in fields_of(cls)}
    lines = _rows(
        database, "SELECT record_id, changes FROM audit WHERE kind = ? ORDER BY record_id, seq", kind
    )
    for record_id, group in groupby(lines, key=itemgetter(0)):
        state: State | None = None
        for _, words in group:
            changes = {name: value for name, value in json.loads(words).items() if name in fields}
            state = _after(fields, state, changes)
        yield record_id, state


def _after(fields: Mapping[str, Field], state: State | None, changes: State) -> State | None:
    """The record after one line: its entry, a change as [before, after], or its removal."""
    if not changes:
        return state
    if state is None:
        return changes
    pairs = {name: value[1] for name, value in changes.items() if not fields[name].sealed}
    # Only a record that is gone has nothing where an emptied field keeps "", [], 0 or False.
    if any(value is None and fields[name].empty is not None for name, value in pairs.items()):
        return None
    return {**state, **{name: True for name in changes if fields[name].sealed}, **pairs}


def _kept(database: Engine, kind: Kind, cls: type[Record]) -> Iterator[tuple[int, State]]:
    names = [field.name for field in kept_fields(cls)]
    columns = ", ".join(f'"{name}"' for name in names)
    for row in _rows(database, f'SELECT id, {columns} FROM "{kind.value}" ORDER BY id'):
        yield row[0], dict(zip(names, row[1:], strict=True))


def _abreast(
    left: Iterable[tuple[int, Any]], right: Iterable[tuple[int, Any]]
) -> Iterator[tuple[int, Any, Any]]:
    """Two rows ordered by id, side by side; None where one of them has nothing."""
    sides = (((key, 0, value) for key, value in left), ((key, 1, value) for key, value in right))
    for key, group in groupby(heapq.merge(*sides, key=itemgetter(0)), key=itemgetter(0)):
        pair = {side: value for _, side, value in group}
        yield key, pair.get(0), pair.get(1)


def _compared(
    cls: type[Record], record_id: int, state: State | None, values: State | None
) -> Iterator[Problem]:
    label = cls.KIND.label
    name = f"{label} {(values or state or {}).get('number') or record_id}"
    if state is None:
        if values is not None:
            yield Problem("records", f"{name} 没有登记的操作记录，可能是绕过程序放进去的")
    elif values is None:
        yield Problem("records", f"{name} 不见了，操作记录里没有删除它")
    elif odd := [f.label for f in kept_fields(cls) if not _agrees(f, state, values[f.name])]:
        yield Problem("records", f"{name} 的“{'、'.join(odd)}”与操作记录不一致，可能是绕过程序改动的")


def _agrees(field: Field, state: State, value: Any) -> bool:
    if field.name in state and state[field.name] == value:
        return True
    with suppress(*MISREAD):
        kept = from_plain(field, value)
        return kept == from_plain(field, state[field.name]) if field.name in state else not kept
    return False


def _sealing(cls: type[Record], record_id: int, state: State, has_box: bool) -> Iterator[Problem]:  # noqa: FBT001 - one fact of four
    expected = any(state.get(field.name) for field in fields_of(cls) if field.sealed)
    if expected != has_box:
        told = "不见了" if expected else "没有操作记录"
        yield Problem("sealed", f"{cls.KIND.label} {state.get('number') or record_id} 的密封件{told}")


# --- envelopes ---


def sealed_problems(database: Engine, vault: Vault) -> Iterator[Problem]:
    """Envelopes that cannot be any, and where the keeper's key is at hand those that do not open."""
    opens = vault.opens if vault.can_open else lambda _about, box: has_shape(box)
    for kind, record_id, box in _rows(database, "SELECT kind, record_id, box FROM sealed"):
        if not opens(f"{kind}:{record_id}", bytes(box)):
            label = Kind(kind).label if kind in set(Kind) else kind
            yield Problem("sealed", f"{label}（{record_id}）的密封件已损坏或被动过")


# --- the search index ---


def search_problems(database: Engine) -> Iterator[Problem]:
    """Records that the one search cannot find, and entries that lead nowhere."""
    for kind in RECORDS:
        entries, records = "SELECT record_id FROM search WHERE kind = ?", f'SELECT id FROM "{kind.value}"'
        lost = _count(database, f"SELECT count(*) FROM ({records} WHERE id NOT IN ({entries}))", kind)
        dead = _count(database, f"SELECT count(*) FROM ({entries} AND record_id NOT IN ({records}))", kind)
        if lost or dead:
            yield Problem("records", f"查找索引里{kind.label}少 {lost} 条、多 {dead} 条")
    bare = "SELECT count(*) FROM search WHERE id NOT IN (SELECT id FROM search_gram_docsize)"
    if lost := _count(database, bare):
        yield Problem("records", f"查找索引里有 {lost} 条没有字对，查找会漏掉它们")


def _rows(database: Engine, sql: str, *values: Any) -> Iterator[Any]:
    return iter(database.execute_sql(sql, [v.value if isinstance(v, Kind) else v for v in values]))


def _count(database: Engine, sql: str, *values: Any) -> int:
    return int(next(_rows(database, sql, *values))[0])
