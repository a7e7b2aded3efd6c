"""Backups as the system page needs them, and the first steps of a register."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from qtapp.app.build import Parts
from qtapp.app.version import VERSION
from qtapp.domain.catalogue import RECORDS
from qtapp.domain.errors import UserError
from qtapp.store import backup
from qtapp.store.store import Store
from qtapp.ui.system.care import BackupShown

SAMPLE_YEAR = 2021


class RegisterCare(QObject):
    """`restore` hands the backup to whoever can close the register under the window and open it again."""

    backed_up = Signal()

    def __init__(self, parts: Parts, store: Store, restore: Callable[[Path], object]) -> None:
        super().__init__()
        self._store, self._now, self._restore = store, parts.clock, restore
        self.version, self.folder = VERSION, parts.paths.data

    def suggested(self) -> Path:
        return self._store.places.backups / f"执法台备份{self._now():%Y%m%d-%H%M%S}.zip"

    def back_up(self, path: Path) -> BackupShown:
        try:
            made = backup.back_up(self._store, path)
        finally:
            self._store.close()  # this thread's own connection
        self.backed_up.emit()
        return _shown(path, made)

    def found(self) -> list[BackupShown]:
        paths = backup.backup_files(self._store.places.backups)
        shown = [one for path in paths if (one := _readable(path))]
        return sorted(shown, key=lambda one: one.made_at, reverse=True)

    def examine(self, path: Path) -> BackupShown:
        return _shown(path, backup.examine(path))

    def restore(self, path: Path) -> None:
        self._restore(path)


def _readable(path: Path) -> BackupShown | None:
    try:
        return _shown(path, backup.examine(path))
    except UserError:
        return None  # the list offers what can be restored; a damaged one is named when it is chosen by file


def _shown(path: Path, made: backup.Manifest) -> BackupShown:
    records = sum(made.counts.get(kind.value, 0) for kind in RECORDS)
    return BackupShown(path, made.made_at, made.bureau or "（未命名的机关）", records)
