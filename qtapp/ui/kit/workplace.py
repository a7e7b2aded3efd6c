"""What every page is handed: the data, the law, the person's habits, and how to ask and to show."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from qtapp.registers.register import Register
from qtapp.tasks.tasks import Tasks
from qtapp.ui.kit.ask import Ask
from qtapp.ui.kit.drafts import DraftKeeper
from qtapp.ui.kit.icons import Icons
from qtapp.ui.kit.memory import Memory
from qtapp.ui.kit.notices import Notices
from qtapp.usecases.office import Office
from qtapp.usecases.progress import Progress

# (work, register, query, target, progress) → number of rows; run on the store's thread
Export = Callable[[Any, Register, Any, Path, Progress], int]


class Raster(Protocol):
    """A PDF's pages as pictures. Called on a thread without a window."""

    def sizes(self, pdf: bytes) -> list[tuple[float, float]]:
        """(width, height) of each page in points."""
        ...

    def colour(self, pdf: bytes, page: int, dpi: float) -> tuple[int, int, bytes]:
        """(width, height, BGRA bytes)."""
        ...

    def grey(self, pdf: bytes, page: int, dpi: float) -> tuple[int, int, bytes]:
        """(width, height, one byte a pixel)."""
        ...


class Routes(QObject):
    """The way from one page to another without their knowing each other; the window listens."""

    record_wanted = Signal(object, int)  # Kind, id: open the record on its page
    list_wanted = Signal(object, object)  # Kind, Query: open the list so filtered
    new_wanted = Signal(object, object)  # Kind, draft record: show that page and begin with the draft
    page_wanted = Signal(str)  # key of a page
    help_wanted = Signal()


@dataclass(frozen=True)
class Workplace:
    tasks: Tasks
    office: Office
    memory: Memory
    drafts: DraftKeeper
    ask: Ask
    notices: Notices
    now: Callable[[], datetime]
    raster: Raster
    icons: Icons = field(default_factory=Icons)
    routes: Routes = field(default_factory=Routes)
    export: Export | None = None
    help: Path = Path()

    @property
    def today(self) -> date:
        return self.now().date()
