"""The start of the window: its frame is painted first, then the program is loaded and the register opened."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from qtapp.app.faces import RARE_FACES, lend_face, lent, translate
from qtapp.app.navigation import ENTRIES
from qtapp.app.options import Options
from qtapp.app.paths import Paths
from qtapp.app.speech import on_stderr
from qtapp.app.version import VERSION
from qtapp.ui.kit.icons import Icons
from qtapp.ui.kit.look import FAMILIES, STYLE, clothe, dress
from qtapp.ui.kit.memory import FileMemory, Memory
from qtapp.ui.window import Window

if TYPE_CHECKING:  # loaded behind the frame
    from PySide6.QtWidgets import QMessageBox

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

    def escaped(_type: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        opening.caught.emit(words_of(error, paths))

    def listen() -> None:
        from qtapp.app import crash

        opening.opened.disconnect(listen)  # a restored register is opened too
        crash.listen(paths.log, opening.caught.emit)

    sys.excepthook = escaped  # until the log is open
    opening.opened.connect(listen)
    opening.failed.connect(opening.say_why)
    opening.show()
    status = application.exec()
    opening.close()
    return int(status)


def application_of(paths: Paths) -> QApplication:
    """The one QApplication: in Chinese, with a typeface that has the characters."""
    found = QApplication.instance()
    started = found if isinstance(found, QApplication) else None
    application = started or QApplication([NAME, "-style", STYLE])
    application.setApplicationName(NAME)
    application.setApplicationVersion(VERSION)
    translate(application)
    size = float(memory_of(paths).get(SIZE, 1.0))
    (dress if started else clothe)(application, lend_face(paths.fonts) or FAMILIES, size)
    return application


def memory_of(paths: Paths) -> FileMemory:
    return FileMemory(paths.data / "window.json")


def framed(paths: Paths, memory: Memory) -> Window:
    return Window(ENTRIES, NAME, Icons(paths.resources / "icons"), memory)


def words_of(error: BaseException, paths: Paths) -> str:
    """What the person is told of a failure; one that nobody foresaw is written down."""
    from qtapp.app import crash
    from qtapp.app.cli.perform import SENTENCE_ERRORS, sentence

    return sentence(error) if isinstance(error, SENTENCE_ERRORS) else crash.told(error, paths.log)


class Opening(QObject):
    """The window from its frame to its end. What takes long runs on a thread and comes back in `_came`."""

    opened = Signal()  # the window is furnished, its first page made
    failed = Signal(str)  # the register cannot be opened: why
    caught = Signal(str)  # something escaped, on whichever thread
    _came = Signal(object)  # what is to be done with it, on this thread

    def __init__(self, paths: Paths, options: Options, *, readonly: bool = False) -> None:
        super().__init__()
        self.paths, self.options, self.readonly = paths, options, readonly
        self.memory = memory_of(paths)
        self.window = framed(paths, self.memory)
        self.program: Program | None = None
        self._thread: Thread | None = None
        self._closed = False
        self._came.connect(self._run)  # a bound method: run on its own thread
        self.caught.connect(self._tell)

    def show(self) -> None:
        """The frame; as soon as it has been painted, the rest."""
        self.window.painted.connect(self.open)
        self.window.show()
        QTimer.singleShot(UNPAINTED_MS, self, self.open)

    @Slot()
    def open(self) -> None:
        if self._thread is None and not self._closed:
            self._behind(self._prepared)

    def close(self) -> None:
        """Whatever runs is finished; then the register is closed."""
        self._closed = True
        self.window.close()
        self.window.deleteLater()
        if self._thread:
            self._thread.join()
        if self.program:
            self.program.close_register()

    def _behind(self, job: Callable[[], Callable[[], object]]) -> None:
        """Run a job on a thread; what it gives is run on this one."""

        def work() -> None:
            try:
                then = job()
            except Exception as error:  # noqa: BLE001 - handed on to the person
                words = words_of(error, self.paths)
                self._came.emit(lambda: self.failed.emit(words))
            else:
                self._came.emit(then)

        self._thread = Thread(target=work, name="opener")
        self._thread.start()

    @Slot(object)
    def _run(self, do: Callable[[], object]) -> None:
        if not self._closed:
            do()

    @Slot(str)
    def _tell(self, words: str) -> None:
        self.window.tell(words)

    @Slot(str)
    def say_why(self, words: str) -> None:
        """The register cannot be opened: told in a box, and that is the end."""
        from qtapp.app.desktop import on_screen

        on_stderr(words)
        if on_screen():
            refusal(self.window, words).open()
        else:
            QApplication.exit(REFUSED)

    # --- opening ---

    def _prepared(self) -> Callable[[], object]:
        """On the thread: load the program, open the register."""
        from qtapp.app import program
        from qtapp.app.build import Parts

        ready = program.prepare(Parts(self.paths, user=self.options.user), readonly=self.readonly)
        return lambda: self._furnish(ready)

    def _furnish(self, ready: "Prepared", words: str = "") -> None:
        from qtapp.app import program

        self.program = program.furnish(self.window, ready, self.restore)
        QTimer.singleShot(0, self, lambda: self._start(words))

    def _start(self, words: str) -> None:
        """A turn of the loop later, so that neither step holds up the keyboard for long."""
        if not self.window.ground.panel:
            self.window.start()
        if words:
            self.window.tell(words)
        self.opened.emit()
        QTimer.singleShot(LATER_MS, self, self._load_later)

    def _load_later(self) -> None:
        """The other pages, and the faces with the rare characters of names, one after another."""
        from qtapp.app.pages import load_pages

        def load() -> Callable[[], object]:
            load_pages()
            return self._lend

        if not self._closed:
            self._behind(load)

    def _lend(self) -> None:
        for turn, name in enumerate(RARE_FACES):
            QTimer.singleShot(LATER_MS * turn, self, partial(lent, self.paths.fonts / name))

    # --- a backup put in place ---

    def restore(self, path: Path) -> None:
        """Close the register, put the backup in place, and open a window on it."""
        before = self.program
        if before is None:
            return
        if self.readonly:
            self.window.tell("现在是只读方式，不能恢复备份；请关闭另一个窗口后重新打开")
            return
        self.window = framed(self.paths, self.memory)
        self.window.restoreGeometry(before.window.saveGeometry())
        self.window.saved.setText("正在恢复备份…")
        self.window.show()
        before.window.close()
        before.window.deleteLater()  # with all that would still ask something of the register
        QTimer.singleShot(0, self, lambda: self._behind(lambda: self._restored(before, path)))

    def _restored(self, before: "Program", path: Path) -> Callable[[], object]:
        """On the thread. If the backup is refused, the register that was there is opened again."""
        from qtapp.app import program
        from qtapp.app.build import Parts
        from qtapp.store import backup

        before.close_register()
        parts = Parts(self.paths, user=self.options.user)
        try:
            made, kept = backup.restore(path, self.paths.places, parts.clock(), parts.user)
        except Exception as error:  # noqa: BLE001 - told in the window that opens
            words = words_of(error, self.paths)
        else:
            aside = f"；原来的登记簿留在 {kept}" if kept else ""
            words = f"已恢复 {made.made_at:%Y-%m-%d %H:%M} 的备份{aside}"
        ready = program.prepare(parts, readonly=False)
        return lambda: self._furnish(ready, words)


def refusal(window: Window, words: str) -> "QMessageBox":
    """The last word before the program ends with status 2."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(
        QMessageBox.Icon.Warning, NAME, f"{words}。" if words[-1:] != "。" else words, parent=window
    )
    box.addButton("退出", QMessageBox.ButtonRole.AcceptRole)
    box.finished.connect(lambda _result: QApplication.exit(REFUSED))
    return box


def offer_readonly(paths: Paths, options: Options, why: str) -> int:
    """A second start on the same data: said so, with the offer to look without changing."""
    from PySide6.QtWidgets import QMessageBox

    application = application_of(paths)
    box = QMessageBox(QMessageBox.Icon.Information, NAME, f"{why}。\n\n也可以以只读方式打开，只看不改。")
    look = box.addButton("只读打开", QMessageBox.ButtonRole.AcceptRole)
    box.addButton("退出", QMessageBox.ButtonRole.RejectRole)
    box.finished.connect(lambda _result: application.exit(DONE if box.clickedButton() is look else REFUSED))
    box.open()
    chosen = application.exec()
    return open_window(paths, options, readonly=True) if chosen == DONE else REFUSED
