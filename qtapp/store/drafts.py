"""Half-typed entries: kept as they are typed, given back after a crash, their sealed part sealed."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from qtapp.store.engine import Engine
from qtapp.store.vault import Vault


class Drafts:
    def __init__(self, database: Engine, vault: Vault, now: Callable[[], datetime]) -> None:
        self._database, self._vault, self._now = database, vault, now

    def keep(self, key: str, values: Mapping[str, Any], sealed: Mapping[str, Any]) -> None:
        """Keep one draft under its key, e.g. `complaints:new`; plain JSON values."""
        box = self._vault.seal(f"draft:{key}", dict(sealed)) if any(sealed.values()) else None
        self._database.execute_sql(
            "INSERT INTO draft (key, at, text, box) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (key) DO UPDATE SET at = excluded.at, text = excluded.text, box = excluded.box",
            (key, self._now().isoformat(sep=" "), json.dumps(dict(values), ensure_ascii=False), box),
        )

    def get(self, key: str) -> dict[str, Any] | None:
        """The values of a draft, the sealed ones among them where the keeper's key is at hand."""
        row = self._database.execute_sql("SELECT text, box FROM draft WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        sealed = self._vault.open(f"draft:{key}", bytes(row[1])) if row[1] and self._vault.can_open else {}
        return {**json.loads(row[0]), **sealed}

    def forget(self, key: str) -> None:
        self._database.execute_sql("DELETE FROM draft WHERE key = ?", (key,))

    def keys(self) -> list[str]:
        return [
            row[0] for row in self._database.execute_sql("SELECT key FROM draft ORDER BY at DESC").fetchall()
        ]
