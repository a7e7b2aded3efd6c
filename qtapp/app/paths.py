"""Every place on disk, decided once at the start. A test hands in its own."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # the window's frame is shown before the store is loaded
    from qtapp.store.store import Places

DATA_VARIABLE = "ZHIFATAI_DATA"


class Paths(NamedTuple):  # no dataclass: making one takes as long as a tenth of the window's frame
    data: Path
    resources: Path

    @property
    def places(self) -> "Places":
        from qtapp.store.store import Places

        return Places(self.data)

    @property
    def law(self) -> Path:
        return self.resources / "law"

    @property
    def fonts(self) -> Path:
        return self.resources / "fonts"

    @property
    def help(self) -> Path:
        return self.resources / "help"

    @property
    def log(self) -> Path:
        return self.data / "log"

    @classmethod
    def installed(cls, data: Path | None = None) -> "Paths":
        """The places of this installation, with the data folder asked for or the user's own."""
        return cls(data or default_data(), resources())


def resources() -> Path:
    """Where the resources lie: in a packaged program, in the installed package, or beside a checkout's."""
    carried = getattr(sys, "_MEIPASS", None)
    if carried:
        return Path(carried) / "resources"
    package = Path(__file__).parents[1]
    inside = package / "resources"
    return inside if inside.exists() else package.parent / "resources"


def default_data() -> Path:
    """The user's own data folder, by the custom of the system."""
    if named := os.environ.get(DATA_VARIABLE):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "执法台"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "zhifatai"
