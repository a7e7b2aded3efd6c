"""The bureau's settings and the program's own: key and JSON value."""

import json
from typing import Any

from qtapp.domain.bureau import Bureau
from qtapp.domain.plain import plain, revive
from qtapp.store.engine import Engine

BUREAU, KEEPER = "bureau", "keeper_public"


class Settings:
    def __init__(self, database: Engine) -> None:
        self._database = database

    def bureau(self) -> Bureau:
        return revive(Bureau, self.get(BUREAU, {}))

    def keep_bureau(self, bureau: Bureau) -> None:
        self.put(BUREAU, plain(bureau))

    def is_set_up(self) -> bool:
        """Whether somebody has named the bureau."""
        return bool(self.get(BUREAU, None))

    def get(self, key: str, default: Any) -> Any:
        row = self._database.execute_sql("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        return json.loads(row[0]) if row else default

    def put(self, key: str, value: Any) -> None:
        self._database.execute_sql(
            "INSERT INTO setting (key, value) VALUES (?, ?) "
            "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, json.dumps(value, ensure_ascii=False)),
        )
