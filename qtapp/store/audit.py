"""Who changed what: a chain in which no line can be edited, taken out or moved unseen."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from qtapp.domain.errors import Problem
from qtapp.domain.plain import to_plain
from qtapp.domain.record import Record, fields_of
from qtapp.store.engine import Engine

FIRST = "0" * 64
SEALED = "（密封）"


@dataclass(frozen=True)
class Line:
    at: datetime
    who: str
    act: str
    changes: Mapping[str, Any]


class Audit:
    """Written in the transaction it speaks of; sealed values never appear in it."""

    def __init__(self, database: Engine, who: str) -> None:
        self._database, self._who = database, who

    def note(
        self, at: datetime, act: str, record: Record | None = None, changes: Mapping[str, Any] | None = None
    ) -> None:
        last = self._database.execute_sql("SELECT seq, link FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
        seq, before = (last[0] + 1, last[1]) if last else (1, FIRST)
        kind, record_id, number = (record.KIND.value, record.id, record.reference) if record else ("", 0, "")
        moment = at.isoformat(sep=" ", timespec="seconds")
        words = json.dumps(changes or {}, ensure_ascii=False)
        line = (seq, moment, self._who, act, kind, record_id, number, words)
        self._database.execute_sql(
            "INSERT INTO audit (seq, at, who, act, kind, record_id, number, changes, link) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*line, linked(before, line)),
        )

    def of(self, record: Record) -> list[Line]:
        rows = self._database.execute_sql(
            "SELECT at, who, act, changes FROM audit WHERE kind = ? AND record_id = ? ORDER BY seq",
            (record.KIND.value, record.id),
        ).fetchall()
        return [
            Line(datetime.fromisoformat(at), who, act, json.loads(changes)) for at, who, act, changes in rows
        ]

    def head(self) -> tuple[int, str]:
        """(number of lines, last link): what a backup's manifest writes down."""
        last = self._database.execute_sql("SELECT seq, link FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
        return (last[0], last[1]) if last else (0, FIRST)

    def problems(self) -> list[Problem]:
        """The first line at which the chain does not hold."""
        before, expected = FIRST, 1
        cursor = self._database.execute_sql(
            "SELECT seq, at, who, act, kind, record_id, number, changes, link FROM audit ORDER BY seq"
        )
        for row in cursor:
            if row[0] != expected:
                return [Problem("audit", f"操作记录第 {expected} 行不见了")]
            if linked(before, row[:-1]) != row[-1]:
                return [Problem("audit", f"操作记录第 {expected} 行被改动过")]
            before, expected = row[-1], expected + 1
        return []


def linked(before: str, line: tuple[Any, ...]) -> str:
    """The link of a line: its own words, each with its length, after the link before."""
    digest = hashlib.sha256(before.encode())
    for part in line:
        words = str(part).encode()
        digest.update(len(words).to_bytes(8, "big") + words)
    return digest.hexdigest()


def difference(old: Record | None, new: Record | None) -> dict[str, Any]:
    """Field by field [before, after]; a sealed field only says that it changed."""
    cls = type(new or old)
    changes: dict[str, Any] = {}
    for field in fields_of(cls):  # type: ignore[arg-type]
        before, after = (to_plain(field, getattr(r, field.name)) if r else None for r in (old, new))
        if field.sealed:
            if after and after != field.empty:
                changes[field.name] = SEALED
        elif before != after and (old or after not in (None, "", [], False, 0)):
            changes[field.name] = [before, after] if old else after
    return changes
