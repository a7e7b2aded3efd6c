"""Half-typed entries, kept as they are typed and given back the next time."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from PySide6.QtCore import QObject

from qtapp.tasks.tasks import Tasks


class DraftKeeper(Protocol):
    """Plain JSON values under a key such as `complaints:new`; sealed ones are handed over apart."""

    def keep(self, key: str, values: Mapping[str, Any], sealed: Mapping[str, Any]) -> None: ...

    def get(self, key: str, asker: QObject, then: Callable[[dict[str, Any] | None], object]) -> None: ...

    def forget(self, key: str) -> None: ...


class KeptDrafts(QObject):
    """Drafts in the register itself, written on its own thread in the order of typing."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks

    def keep(self, key: str, values: Mapping[str, Any], sealed: Mapping[str, Any]) -> None:
        if not self._tasks.readonly:
            self._tasks.change(self, lambda work: work.drafts.keep(key, values, sealed))

    def get(self, key: str, asker: QObject, then: Callable[[dict[str, Any] | None], object]) -> None:
        self._tasks.look(asker, lambda work: work.drafts.get(key), then)

    def forget(self, key: str) -> None:
        if not self._tasks.readonly:
            self._tasks.change(self, lambda work: work.drafts.forget(key))
