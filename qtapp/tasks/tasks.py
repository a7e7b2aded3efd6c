"""The one door from a widget to the data: use cases run off the GUI thread, answers come back on it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from qtapp.domain.kinds import Kind
from qtapp.store.store import Store, Work
from qtapp.usecases.progress import Progress

T = TypeVar("T")
Failed = Callable[[BaseException], object]
Opening = Callable[[], AbstractContextManager[Work]]


class Tasks(QObject):
    """Three threads: one writes, so that use cases run in the order they were asked for; one only looks,
    so that a list never waits for an import; one draws papers and does other work without the database.
    """

    committed = Signal(object)  # frozenset[Kind]: what a finished use case changed
    failed = Signal(object)  # BaseException that nobody else took
    busy = Signal(bool)  # whether anything is being saved
    _answered = Signal(object)  # Callable[[], object] to run on the GUI thread

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._writer, self._looker, self._drawer = (
            ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
            for name in ("writer", "looker", "drawer")
        )
        self._waiting = 0
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    @property
    def readonly(self) -> bool:
        return self._store.readonly

    def change(
        self,
        asker: QObject,
        use_case: Callable[[Work], T],
        done: Callable[[T], object] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Run a use case in one transaction, then hand `done` its result if `asker` still lives."""
        self._waiting += 1
        self.busy.emit(self._waiting > 0)
        self._writer.submit(self._attempt, asker, self._store.working, use_case, done, failed)

    def look(
        self,
        asker: QObject,
        question: Callable[[Work], T],
        done: Callable[[T], object],
        failed: Failed | None = None,
    ) -> None:
        """Ask something of the data. Nothing is written; writers do not make it wait."""
        self._looker.submit(self._attempt, asker, self._store.looking, question, done, failed)

    def work_out(
        self,
        asker: QObject,
        job: Callable[[], T],
        done: Callable[[T], object],
        failed: Failed | None = None,
    ) -> None:
        """Do something without the database: draw a PDF, read a workbook."""
        self._drawer.submit(self._attempt_plain, asker, job, done, failed)

    def import_like(
        self,
        asker: QObject,
        use_case: Callable[[Work, Progress], T],
        done: Callable[[T], object],
        failed: Failed | None = None,
    ) -> Progress:
        """A long change with progress and cancel; cancelled, it leaves nothing behind."""
        progress = Progress()
        self.change(asker, lambda work: use_case(work, progress), done, failed)
        return progress

    def _attempt(
        self,
        asker: QObject,
        opening: Opening,
        use_case: Callable[[Work], Any],
        done: Callable[[Any], object] | None,
        failed: Failed | None,
    ) -> None:
        """On a thread of the store's: no widget is touched here."""
        try:
            with opening() as work:
                result = use_case(work)
        except Exception as error:  # handed on, not swallowed: `failed` shows or reports it
            self._answered.emit(partial(self._refuse, asker, failed, error, opening))
        else:
            answer = partial(done, result) if done else None
            self._answered.emit(partial(self._deliver, asker, answer, frozenset(work.touched), opening))

    def _attempt_plain(
        self, asker: QObject, job: Callable[[], Any], done: Callable[[Any], object], failed: Failed | None
    ) -> None:
        try:
            result = job()
        except Exception as error:
            self._answered.emit(partial(self._refuse, asker, failed, error))
        else:
            self._answered.emit(partial(self._deliver, asker, partial(done, result), frozenset()))

    def _deliver(
        self,
        asker: QObject,
        answer: Callable[[], object] | None,
        touched: frozenset[Kind],
        opening: Opening | None = None,
    ) -> None:
        self._settle(opening)
        if answer and isValid(asker):
            answer()
        if touched:
            self.committed.emit(touched)

    def _refuse(
        self, asker: QObject, failed: Failed | None, error: BaseException, opening: Opening | None = None
    ) -> None:
        self._settle(opening)
        if failed and isValid(asker):
            failed(error)
        else:
            self.failed.emit(error)

    def _settle(self, opening: Opening | None) -> None:
        if opening == self._store.working:
            self._waiting -= 1
            self.busy.emit(self._waiting > 0)

    @Slot(object)
    def _answer(self, answer: Callable[[], object]) -> None:
        """On the GUI thread: queued across threads because this is a bound method."""
        answer()

    def close(self) -> None:
        """Finish what was asked, then stop. Called once, before the program ends."""
        for thread in (self._writer, self._looker):
            thread.submit(self._store.close)
        for thread in (self._writer, self._looker, self._drawer):
            thread.shutdown(wait=True)
