"""What the window remembers for one person: widths, sizes, the last folder, the printer's offset."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol


class Memory(Protocol):
    """Plain JSON values under keys such as `list.complaints.header`."""

    def get(self, key: str, default: Any) -> Any: ...

    def put(self, key: str, value: Any) -> None: ...


class Forgetful:
    """Remembers until the program ends."""

    def __init__(self, values: Mapping[str, Any] | None = None) -> None:
        self._values = dict(values or {})

    def get(self, key: str, default: Any) -> Any:
        return self._values.get(key, default)

    def put(self, key: str, value: Any) -> None:
        self._values[key] = value


class FileMemory(Forgetful):
    """Remembers in a file of the user's own. A damaged or lost file only costs the widths."""

    def __init__(self, path: Path) -> None:
        self._path = path
        super().__init__(_read(path))

    def put(self, key: str, value: Any) -> None:
        if self.get(key, None) != value:
            super().put(key, value)
            self._write()

    def _write(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_name(f"{self._path.name}.tmp")
        beside.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), "utf-8")
        beside.replace(self._path)


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
