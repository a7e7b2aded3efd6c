"""The one place where the parts of the program meet, whether it has a window or not."""

import getpass
import os
from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from forms import catalogue
from qtapp.app.packs import LawPacks
from qtapp.app.paths import Paths
from qtapp.formkit.sheet import Sheet
from qtapp.store.store import Clock, Store
from qtapp.usecases.office import Office

if TYPE_CHECKING:
    from qtapp.render.fonts import Faces


def now() -> datetime:
    """Local civil time to the second."""
    return datetime.now().replace(microsecond=0)


def who() -> str:
    """The person at the desk, by the name of the system's account, until accounts are switched on."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "本机"


class Parts:
    """What every form of the program is made of; fonts and law are read when first asked for."""

    def __init__(self, paths: Paths, *, user: str = "", clock: Clock = now) -> None:
        self.paths, self.user, self.clock = paths, user or who(), clock

    def open_store(self, *, readonly: bool = False) -> Store:
        return Store(self.paths.places, self.user, self.clock, readonly=readonly)

    @cached_property
    def law(self) -> LawPacks:
        return LawPacks(self.paths.law)

    @cached_property
    def office(self) -> Office:
        return Office(catalogue(), self.law, self.draw)

    @cached_property
    def faces(self) -> "Faces":
        from qtapp.render.fonts import Faces

        windows = Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
        return Faces(self.paths.fonts, windows if windows.exists() else None, bundled_only=False)

    def draw(self, sheets: Sequence[Sheet], made: datetime) -> bytes:
        """Sheets as one PDF."""
        from qtapp.render.document import pdf

        return pdf(sheets, self.faces, made=made)
