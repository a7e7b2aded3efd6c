"""The program put together: the register opened, the pages handed what they need."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path

from PySide6.QtWidgets import QWidget

from qtapp.app.build import Parts
from qtapp.app.care import SAMPLE_YEAR, RegisterCare
from qtapp.app.navigation import ENTRIES
from qtapp.app.pages import Pages
from qtapp.app.raster import PageRaster
from qtapp.app.saving import GuardedAsk
from qtapp.app.version import VERSION
from qtapp.app.window import NAME, framed, memory_of
from qtapp.domain.catalogue import RECORDS
from qtapp.registers.export import export_list
from qtapp.store.backup import backup_files
from qtapp.store.store import Store
from qtapp.tasks.tasks import Tasks
from qtapp.ui.kit.drafts import KeptDrafts
from qtapp.ui.kit.icons import Icons
from qtapp.ui.kit.memory import Memory
from qtapp.ui.kit.notices import CrashDialog, Notices
from qtapp.ui.kit.workplace import Workplace
from qtapp.ui.window import Window
from qtapp.usecases.progress import Progress


@dataclass(frozen=True)
class Prepared:
    """What is made ready on a thread of its own: the open register, and how things stand in it."""

    parts: Parts
    store: Store
    facts: tuple[str, str]
    is_set_up: bool
    is_empty: bool


@dataclass(frozen=True)
class Program:
    """The running program, in the order in which it is taken down again."""

    window: Window
    tasks: Tasks
    store: Store

    def close(self) -> None:
        self.window.close()
        self.close_register()

    def close_register(self) -> None:
        """What was asked for is finished first."""
        self.tasks.close()
        self.store.close()


def build(parts: Parts, *, readonly: bool = False, memory: Memory | None = None) -> Program:
    """The whole program at once, for whoever can wait."""
    window = framed(parts.paths, memory or memory_of(parts.paths))
    return furnish(window, prepare(parts, readonly=readonly), lambda _path: None)


def prepare(parts: Parts, *, readonly: bool) -> Prepared:
    """Open the register. No connection is left on the thread that calls this."""
    store = parts.open_store(readonly=readonly)
    try:
        with store.looking() as work:
            is_set_up = work.settings.is_set_up()
            is_empty = not any(work.of_kind(kind).count() for kind in RECORDS)
    finally:
        store.close()
    if not is_set_up:
        import_module("qtapp.ui.setup.page")
    return Prepared(parts, store, facts(parts), is_set_up, is_empty)


def furnish(window: Window, ready: Prepared, restore: Callable[[Path], object]) -> Program:
    """Fill the window; `restore` is called with the backup that is to be put in place."""
    parts, tasks = ready.parts, Tasks(ready.store)
    notices = Notices(CrashDialog(f"{NAME} {VERSION}"))
    tasks.failed.connect(notices.failure)
    place = Workplace(
        tasks=tasks,
        office=parts.office,
        memory=window.memory,
        drafts=KeptDrafts(tasks),
        ask=GuardedAsk(window, window.memory, ready.store.places, notices.tell),
        notices=notices,
        now=parts.clock,
        raster=PageRaster(),
        icons=Icons(parts.paths.resources / "icons"),
        export=export_list,
        help=parts.paths.help,
    )
    care = RegisterCare(parts, ready.store, restore)
    care.backed_up.connect(
        lambda: tasks.work_out(window, partial(facts, parts), lambda f: window.say_facts(*f))
    )
    pages = Pages(place, parts, care)
    window.furnish(place, {entry.key: getattr(pages, entry.key) for entry in ENTRIES})
    window.say_facts(*ready.facts)
    if not ready.is_set_up and not ready.store.readonly:
        window.cover(_first_page(place, ready))
    return Program(window, tasks, ready.store)


def _first_page(place: Workplace, ready: Prepared) -> QWidget:
    from qtapp.ui.setup.page import SetupPage

    return SetupPage(place, partial(fill_sample, ready) if ready.is_empty else None)


def fill_sample(ready: Prepared, progress: Progress) -> object:
    """On a thread without a window; cancelled, it leaves nothing."""
    from qtapp.app.demo import fill_sample_year

    return fill_sample_year(ready.store, ready.parts.office, SAMPLE_YEAR, progress)


def facts(parts: Parts) -> tuple[str, str]:
    """For the status line: how far the calendar reaches, and the newest backup."""
    reach = parts.law.calendar().coverage()
    made = sorted(backup_files(parts.paths.places.backups), key=lambda path: path.stat().st_mtime)
    backup = f"最近备份 {made[-1].stem}" if made else "还没有备份"
    return f"放假安排至 {reach[1]}", backup
