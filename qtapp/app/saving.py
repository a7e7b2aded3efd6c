"""Where the person saves to: anywhere but over the register's own files."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from qtapp.store.store import Places
from qtapp.ui.kit.ask import QtAsk
from qtapp.ui.kit.memory import Memory


class GuardedAsk(QtAsk):
    """`tell` says why a place was not taken."""

    def __init__(
        self, window: QWidget, memory: Memory, places: Places, tell: Callable[[str], object]
    ) -> None:
        super().__init__(window, memory)
        self._places, self._tell = places, tell

    def save_path(self, title: str, suggestion: str, kinds: str, then: Callable[[Path], object]) -> None:
        super().save_path(title, suggestion, kinds, lambda path: self._guarded(path, then))

    def _guarded(self, path: Path, then: Callable[[Path], object]) -> None:
        if self._places.holds(path):
            self._tell(f"“{path.name}”是登记簿自己的文件，不能写在上面；请换一个文件名或文件夹")
        else:
            then(path)
