"""The subject pages on a real register, without the window: routed as the window routes, driven by keys."""

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from qtapp.app.build import Parts
from qtapp.domain.kinds import Kind
from qtapp.domain.record import Record
from qtapp.store.store import Store, Work
from qtapp.tasks.tasks import Tasks
from qtapp.ui.kit.ask import QtAsk
from qtapp.ui.kit.drafts import KeptDrafts
from qtapp.ui.kit.list_page import ListPage
from qtapp.ui.kit.memory import Forgetful
from qtapp.ui.kit.notices import Notices
from qtapp.ui.kit.preview import Preview
from qtapp.ui.kit.workplace import Workplace

P = TypeVar("P", bound=QWidget)
T = TypeVar("T")
A4 = (595.3, 841.9)
WAIT_MS = 10_000


class Blank:
    """White pages: what is on them is asserted from the PDF itself."""

    def sizes(self, _pdf: bytes) -> list[tuple[float, float]]:
        return [A4]

    def colour(self, _pdf: bytes, _page: int, _dpi: float) -> tuple[int, int, bytes]:
        return 4, 4, b"\xff" * 64

    def grey(self, _pdf: bytes, _page: int, _dpi: float) -> tuple[int, int, bytes]:
        return 4, 4, b"\xff" * 16


class Crashes:
    def __init__(self) -> None:
        self.errors: list[BaseException] = []

    def show(self, error: BaseException) -> None:
        self.errors.append(error)


class Bench:
    """Pages by kind, the register behind them, and a person with a keyboard in front."""

    def __init__(self, parts: Parts, store: Store, qtbot: QtBot) -> None:
        self.store, self.qtbot = store, qtbot
        self.crashes, self.told = Crashes(), list[str]()
        self.wanted: Any = None  # a draft for a page that is not on the bench
        self.tasks = Tasks(store)
        self.notices = Notices(self.crashes)
        self.tasks.failed.connect(self.notices.failure)
        self.notices.told.connect(self.told.append)
        self.window, self.pages = QMainWindow(), dict[Kind, ListPage]()
        self.stack = QStackedWidget()
        self.window.setCentralWidget(self.stack)
        self.window.resize(1200, 768)
        memory = Forgetful()
        self.place = Workplace(
            tasks=self.tasks,
            office=parts.office,
            memory=memory,
            drafts=KeptDrafts(self.tasks),
            ask=QtAsk(self.window, memory),
            notices=self.notices,
            now=parts.clock,
            raster=Blank(),
        )
        self.place.routes.record_wanted.connect(self._record_wanted)
        self.place.routes.new_wanted.connect(self._new_wanted)
        self.window.show()

    # --- the window's part ---

    def put(self, page: P) -> P:
        """A page into the window, as the window itself would."""
        if isinstance(page, ListPage):
            self.pages[page.register.kind] = page
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.window.activateWindow()
        page.setFocus()
        self.settle()
        return page

    def visit(self, kind: Kind) -> ListPage:
        page = self.pages[kind]
        self.stack.setCurrentWidget(page)
        page.arrive()
        self.settle()
        return page

    def _record_wanted(self, kind: Kind, record_id: int) -> None:
        self.visit(kind).open_record(kind, record_id)

    def _new_wanted(self, kind: Kind, draft: Record) -> None:
        if kind not in self.pages:
            self.wanted = draft
            return
        page: Any = self.visit(kind)
        page.begin(draft)

    # --- the person ---

    def press(self, *keys: str, times: int = 1) -> None:
        """Keys as they are written on keyboards, to whatever has the focus."""
        for key in keys * times:
            combination: Any = QKeySequence(key.replace("Enter", "Return"))
            combination = combination[0]
            QTest.keyClick(self.focus, combination.key(), combination.keyboardModifiers())
            QCoreApplication.sendPostedEvents()

    def type(self, text: str) -> None:
        """Latin letters and digits as keys; Chinese as an input method commits it."""
        for part in re.findall(r"[\x00-\x7f]+|[^\x00-\x7f]+", text):
            if part.isascii():
                QTest.keyClicks(self.focus, part)
            else:
                commit = QInputMethodEvent()
                commit.setCommitString(part)
                QApplication.sendEvent(self.focus, commit)

    @property
    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def go_to(self, entry: QWidget | None) -> None:
        assert entry is not None
        entry.setFocus(Qt.FocusReason.TabFocusReason)
        if QApplication.focusWidget() is None:
            QApplication.sendEvent(entry, QFocusEvent(QEvent.Type.FocusIn))

    def until(self, seen: Callable[[], Any]) -> None:
        self.qtbot.waitUntil(lambda: bool(seen()), timeout=WAIT_MS)

    def settle(self) -> None:
        """Until everything asked of the three threads so far is answered."""
        answered: list[int] = []
        self.tasks.look(self.window, lambda _work: 1, answered.append)
        self.tasks.work_out(self.window, lambda: 2, answered.append)
        if not self.tasks.readonly:
            self.tasks.change(self.window, lambda _work: 3, answered.append)
        self.qtbot.waitUntil(lambda: len(answered) == (2 if self.tasks.readonly else 3), timeout=WAIT_MS)

    def answer(self, words: str) -> None:
        """A question that wants words, answered and sent off."""
        self.until(open_dialogs)
        dialog = open_dialogs()[-1]
        self.until(lambda: dialog.isAncestorOf(self.focus))
        self.type(words)
        self.press("Ctrl+Enter")
        self.until(lambda: dialog not in open_dialogs())

    # --- what came of it ---

    def look(self, question: Callable[[Work], T]) -> T:
        with self.store.looking() as work:
            return question(work)

    def preview(self, page: ListPage) -> Preview:
        """The paper on screen, once it is there."""
        self.until(lambda: isinstance(page.stack.currentWidget(), Preview))
        panel = page.stack.currentWidget()
        assert isinstance(panel, Preview)
        return panel

    def close(self) -> None:
        self.settle()
        self.window.close()
        self.tasks.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not self.crashes.errors, self.crashes.errors


def open_dialogs() -> list[QDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def words_of(pdf: bytes) -> str:
    """All words of a PDF without the blanks between them."""
    from pypdf import PdfReader

    return "".join("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def day_words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
