"""The first start: found the bureau, or look around in the sample year."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from qtapp.domain.bureau import Bureau
from qtapp.ui.kit.editor import Editor
from qtapp.ui.kit.measures import line
from qtapp.ui.kit.notices import Strip, sentence
from qtapp.ui.kit.progress_line import ProgressLine
from qtapp.ui.kit.workplace import Workplace
from qtapp.usecases.bureau import DEPARTMENTS, set_up
from qtapp.usecases.progress import Progress

FIRST = ("name", "area", "word", "region", "government", "report_phone")
Sample = Callable[[Progress], Any]  # fills the register with the sample year, on a thread of its own


class Founding(Editor):
    def give_up(self) -> None:
        """Esc: there is nothing yet to go back to."""


class SetupPage(QWidget):
    closed = Signal()

    def __init__(self, place: Workplace, sample: Sample | None = None) -> None:
        super().__init__()
        self.place, self._sample = place, sample
        self._progress: Progress | None = None
        self.editor = Founding(place, Bureau, {"name": ""}, only=FIRST, save="建立本局")
        self.editor.cancel_button.hide()
        self.editor.offered.connect(self._found)
        self.editor.closed.connect(self.closed)
        self._lay_out()

    def _lay_out(self) -> None:
        title = QLabel("第一次使用：建立本局", self)
        title.setProperty("title", True)  # noqa: FBT003 - a dynamic property has no name for its value
        words = QLabel("下面几项会印在各种文书上，以后可以在“系统”里修改。", self)
        words.setWordWrap(True)
        self.departments = QPlainTextEdit("\n".join(DEPARTMENTS), self, tabChangesFocus=True)
        self.departments.setAccessibleName("科室，一行一个")
        self.departments.setFixedHeight(line(self, 7))
        label = QLabel("科室（一行一个）", self)
        label.setBuddy(self.departments)
        place = self.editor.body.count() - 1
        self.editor.body.insertWidget(place, label)
        self.editor.body.insertWidget(place + 1, self.departments)
        self.strip, self.progress = Strip(self), ProgressLine(self)
        column = QVBoxLayout(self)
        for widget in (title, words, self.strip):
            column.addWidget(widget)
        column.addWidget(self.editor, 1)
        column.addWidget(self.progress)
        column.addWidget(self._sample_button())

    def _sample_button(self) -> QPushButton:
        self.sample = QPushButton("先打开示例年看看（全是虚构的单位和人）", self)
        self.sample.setVisible(self._sample is not None)
        self.sample.clicked.connect(self.open_sample)
        return self.sample

    def focus_first(self) -> None:
        self.editor.focus_first()

    def _found(self, bureau: Bureau) -> None:
        names = self.departments.toPlainText().splitlines()
        self.editor.send(lambda work: set_up(work, bureau, names), self._founded)

    def _founded(self, bureau: Bureau) -> None:
        self.place.notices.done(f"已建立 {bureau.name}")

    # --- the sample year ---

    def open_sample(self) -> None:
        if self._sample is None or self._progress is not None:
            return
        fill, progress = self._sample, Progress()
        self._progress = progress
        self.sample.setEnabled(False)
        self.editor.setEnabled(False)
        self.strip.clear()
        self.progress.watch(progress, "正在准备示例年")
        self.place.tasks.work_out(self, lambda: fill(progress), self._filled, self._refuse)

    def _filled(self, _summary: Any) -> None:
        self.progress.stop()
        self.place.notices.done("示例年已经打开，可以随意试用")
        self.closed.emit()

    def _refuse(self, error: BaseException) -> None:
        self.progress.stop()
        self._progress = None
        self.sample.setEnabled(True)
        self.editor.setEnabled(True)
        if words := sentence(error):
            self.strip.show_text(words)
        else:
            self.place.notices.failure(error)
