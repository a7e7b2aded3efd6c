"""What the system page needs of the program around the register."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True)
class BackupShown:
    """A backup as it is offered: where it lies and what it says of itself."""

    path: Path
    made_at: datetime
    bureau: str
    records: int


class Care(Protocol):
    """`back_up`, `examine` and `found` are called on a thread without a window."""

    version: str
    folder: Path  # where the register lies

    def suggested(self) -> Path:
        """Where the next backup goes if nobody says otherwise."""
        ...

    def back_up(self, path: Path) -> BackupShown:
        """Copy the register, prove the copy, and only then keep it."""
        ...

    def found(self) -> list[BackupShown]:
        """The backups in the usual folder, the newest first; damaged ones are left out."""
        ...

    def examine(self, path: Path) -> BackupShown:
        """Read a backup through. Raises Refused with the reason when it is none."""
        ...

    def restore(self, path: Path) -> None:
        """Called on the window's thread: close the register, put the backup in place, open it again."""
        ...
