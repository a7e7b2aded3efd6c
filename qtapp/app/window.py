"""The start of the window: its frame is painted first, then the program is loaded and the register opened."""

import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QMessageBox

from qtapp.app.faces import RARE_FACES, lend_face, lent, translate
from qtapp.app.navigation import ENTRIES
from qtapp.app.options import Options
from qtapp.app.paths import Paths
from qtapp.app.version import VERSION
from qtapp.ui.kit.icons import Icons
from qtapp.ui.kit.look import FAMILIES, dress
from qtapp.ui.kit.memory import FileMemory, Memory
from qtapp.ui.window import Window

if TYPE_CHECKING:  # loaded behind the frame
    from qtapp.app.program import Prepared, Program

NAME = "执法台"
SIZE = "look.size"
UNPAINTED_MS = 700  # a window started out of sight is opened all the same
LATER_MS = 400  # after the desk: the other pages, one face after another
DONE, REFUSED = 0, 2


def open_window(paths: Paths, options: Options, *, readonly: bool = False) -> int:
    """Show the window, open the data behind it, stay until it is closed; gives the exit status."""
    application = application_of(paths)
    opening = Opening(paths, options, readonly=readonly)
    opening.show()
    status = application.exec()
    opening.close()
    return int(status)


def application_of(paths: Paths) -> QApplication:
    """The one QApplication: in Chinese, with a typeface that has the characters."""
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication([NAME])
    application.setApplicationName(NAME)
    application.setApplicationVersion(VERSION)
    translate(application)
    size = float(memory_of(paths).get(SIZE, 1.0))
    dress(application, (*FAMILIES, *lend_face(paths.fonts)), size)
    return application


def memory_of(paths: Paths) -> FileMemory:
    return FileMemory(paths.data / "window.json")


def framed(paths: Paths, memory: Memory) -> Window:
    return Window(ENTRIES, NAME, Icons(paths.resources / "icons"), memory)


class Opening(QObject):
    """The window from its frame to its end. Whatever takes long runs on a thread and comes back as `_came`."""

    opened = Signal()  # the window is furnished and its first page made
    failed = Signal(str)  # the register cannot be opened: why
    _came = Signal(object)  # what is to be done with it, on this thread
    _caught = Signal(str)  # something escaped, on whichever thread

    def __init__(self, paths: Paths, options: Options, *, readonly: bool) -> None:
        super().__init__()
        self.paths, self.options, self.readonly = paths, options, readonly
        self.memory = memory_of(paths)
        self.window = framed(paths, self.memory)
        self.program: Program | None = None
        self._ready: Prepared | None = None
        self._thread: Thread | None = None
        self._closed = False
        self._came.connect(self._run, Qt.ConnectionType.QueuedConnection)
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def show(self) -> None:
        """The frame; as soon as it has been painted, the rest."""
        sys.excepthook = self._escaped
        self.window.painted.connect(self.open)
        self.window.show()
        QTimer.singleShot(UNPAINTED_MS, self, self.open)

    @Slot()
    def open(self) -> None:
        if self._thread is None:
            self._behind(self._prepared)

    def _behind(self, job: Callable[[], Callable[[], object]]) -> None:
        """Run a job on a thread; what it gives is run on this one."""

        def work() -> None:
            try:
                then = job()
            except Exception as error:  # noqa: BLE001 - handed on to the person
                words = told(error, self.paths)
                self._came.emit(lambda: self._fail(words))
            else:
                self._came.emit(then)

        self._thread = Thread(target=work, name="opener")
        self._thread.start()

    @Slot(object)
    def _run(self, do: Callable[[], object]) -> None:
        if not self._closed:
            do()

    # --- opening ---

    def _prepared(self) -> Callable[[], object]:
        """On the thread: load the program, open the register."""
        from qtapp.app import crash, program
        from qtapp.app.build import Parts

        ready = program.prepare(Parts(self.paths, user=self.options.user), readonly=self.readonly)
        crash.listen(self.paths.log, self._caught.emit)
        return lambda: self._furnish(ready)

    def _furnish(self, ready: "Prepared") -> None:
        from qtapp.app import program

        self.program = program.furnish(self.window, ready, self.restore)
        QTimer.singleShot(0, self, self._start)

    def _start(self) -> None:
        """A turn of the loop later, so that neither step holds up the keyboard for long."""
        if not self.window.ground.panel:
            self.window.start()
        self.opened.emit()
        QTimer.singleShot(LATER_MS, self, self._load_later)

    def _load_later(self) -> None:
        from qtapp.app import program

        self._behind(lambda: (program.load_pages(), partial_none)[1])
        for place, name in enumerate(RARE_FACES, start=1):
            QTimer.singleShot(LATER_MS * place, self, lambda name=name: lent(self.paths.fonts / name))
