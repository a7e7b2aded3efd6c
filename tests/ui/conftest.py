"""A workplace for pages: the real register and office, answers at once, and no crash goes unseen."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from qtapp.app.build import Parts
from qtapp.app.paths import resources
from qtapp.render import picture
from qtapp.store.store import Store
from qtapp.tasks.tasks import Tasks
from qtapp.ui.kit.drafts import KeptDrafts
from qtapp.ui.kit.icons import Icons
from qtapp.ui.kit.look import dress
from qtapp.ui.kit.memory import Forgetful
from qtapp.ui.kit.notices import Notices
from qtapp.ui.kit.workplace import Workplace


class Answers:
    """An `Ask` that answers at once: with `reply` to a choice, with `words`, with `path`."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.reply: str | None = None  # None: the first offered answer; "": 取消
        self.said = "理由"
        self.path = Path()

    def confirm(self, question: str, do: str, then: Callable[[], object]) -> None:
        self.choose(question, {do: then})

    def choose(self, question: str, answers: dict[str, Callable[[], object]]) -> None:
        self.asked.append(question)
        reply = next(iter(answers)) if self.reply is None else self.reply
        if reply in answers:
            answers[reply]()

    def words(self, question: str, do: str, then: Callable[[str], object]) -> None:  # noqa: ARG002 - as `Ask` has it
        self.asked.append(question)
        if self.said:
            then(self.said)

    def save_path(
        self,
        title: str,  # noqa: ARG002 - as `Ask` has it
        suggestion: str,
        kinds: str,  # noqa: ARG002 - as `Ask` has it
        then: Callable[[Path], object],
    ) -> None:
        self.asked.append(suggestion)
        then(self.path)

    def open_path(self, title: str, kinds: str, then: Callable[[Path], object]) -> None:  # noqa: ARG002 - as `Ask`
        self.asked.append(title)
        then(self.path)


class Pictures:
    """The renderer's pictures of pages, as the program's start hands them in."""

    def sizes(self, pdf: bytes) -> list[tuple[float, float]]:
        with picture.opened(pdf) as document:
            return [page.get_size() for page in document]

    def colour(self, pdf: bytes, page: int, dpi: float) -> tuple[int, int, bytes]:
        return picture.page_rgb(pdf, page, round(dpi))

    def grey(self, pdf: bytes, page: int, dpi: float) -> tuple[int, int, bytes]:
        return picture.page_grey(pdf, page, round(dpi))


class Crashes:
    def __init__(self) -> None:
        self.errors: list[BaseException] = []

    def show(self, error: BaseException) -> None:
        self.errors.append(error)


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The program's look, with the house's own type where the machine has no Chinese one."""
    number = QFontDatabase.addApplicationFont(str(resources() / "fonts" / "EnfHei.ttf"))
    dress(qapp, tuple(QFontDatabase.applicationFontFamilies(number)))
    return qapp


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def crashes() -> Iterator[Crashes]:
    crashes = Crashes()
    yield crashes
    assert not crashes.errors


@pytest.fixture
def tasks(store: Store) -> Iterator[Tasks]:
    tasks = Tasks(store)
    yield tasks
    tasks.close()


@pytest.fixture
def place(
    dressed: QApplication,
    parts: Parts,
    tasks: Tasks,
    answers: Answers,
    crashes: Crashes,
    clock: Callable[[], datetime],
) -> Iterator[Workplace]:
    notices = Notices(crashes)
    tasks.failed.connect(notices.failure)
    yield Workplace(
        tasks,
        parts.office,
        Forgetful(),
        KeptDrafts(tasks),
        answers,
        notices,
        clock,
        Pictures(),
        Icons(resources() / "icons"),
        help=resources() / "help",
    )
    for widget in dressed.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
