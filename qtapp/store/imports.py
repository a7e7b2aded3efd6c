"""What each import brought in, so that it can be taken back whole."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from qtapp.domain.errors import Refused
from qtapp.domain.kinds import Kind
from qtapp.store.engine import Engine


@dataclass(frozen=True)
class Import:
    id: int
    at: datetime
    kind: Kind
    source: str
    record_ids: tuple[int, ...]
    undone: bool


class Imports:
    def __init__(self, database: Engine, now: Callable[[], datetime]) -> None:
        self._database, self._now = database, now

    def note(self, kind: Kind, source: str, record_ids: Sequence[int]) -> int:
        """Write an import down; `source` is the file's name without its folder."""
        cursor = self._database.execute_sql(
            "INSERT INTO import (at, kind, source, record_ids) VALUES (?, ?, ?, ?)",
            (self._now().isoformat(sep=" "), kind.value, source, json.dumps(list(record_ids))),
        )
        return int(cursor.lastrowid)

    def get(self, import_id: int) -> Import:
        row = self._database.execute_sql(
            "SELECT id, at, kind, source, record_ids, undone_at FROM import WHERE id = ?", (import_id,)
        ).fetchone()
        if row is None:
            raise Refused(f"没有编号为 {import_id} 的导入，请核对导入时给出的编号")
        ids = tuple(json.loads(row[4]))
        return Import(row[0], datetime.fromisoformat(row[1]), Kind(row[2]), row[3], ids, row[5] is not None)

    def mark_undone(self, import_id: int) -> None:
        self._database.execute_sql(
            "UPDATE import SET undone_at = ? WHERE id = ?", (self._now().isoformat(sep=" "), import_id)
        )
