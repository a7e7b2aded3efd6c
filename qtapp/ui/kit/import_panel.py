"""A workbook into the register: tried first, each refused row with its reason, then taken in or back."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qtapp.domain.kinds import Kind
from qtapp.ui.kit.ask import TABLES, WORKBOOKS
from qtapp.ui.kit.commands import Command, push
from qtapp.ui.kit.measures import half
from qtapp.ui.kit.notices import Strip, sentence
from qtapp.ui.kit.progress_line import ProgressLine
from qtapp.ui.kit.workplace import Workplace
from qtapp.usecases.imports import (
    Rehearsed,
    Report,
    read_file,
    take_in,
    undo,
    write_rejected,
    write_template,
)
from qtapp.usecases.progress import Progress

HEADINGS = (("行", 6), ("栏目", 24), ("填写的内容", 26), ("原因", 60))
MOST_SHOWN = 2_000


class ImportPanel(QWidget):
    """Nothing is kept before 导入 is pressed."""

    closed = Signal()

    def __init__(self, place: Workplace, kind: Kind) -> None:
        super().__init__()
        self.place, self.kind = place, kind
        self.path = Path()
        self.report: Report | None = None
        self._read: Any = None
        self._lay_out()

    def _lay_out(self) -> None:
        title = QLabel(f"从 Excel 导入{self.kind.label}", self)
        title.setProperty("title", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self.words = QLabel(
            "先选文件，程序逐行核对，不会马上保存。没有台账的，可以先另存一份空白模板来填。", self
        )
        self.words.setWordWrap(True)
        self.strip = Strip(self)
        self.progress = ProgressLine(self)
        self.refused = QTableWidget(0, len(HEADINGS), self)
        self.refused.setHorizontalHeaderLabels([name for name, _width in HEADINGS])
        self.refused.setAccessibleName("退回的行")
        self.refused.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.refused.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.refused.verticalHeader().hide()
        self.refused.horizontalHeader().setStretchLastSection(True)
        for place, (_name, width) in enumerate(HEADINGS):
            self.refused.setColumnWidth(place, half(self, width))
        column = QVBoxLayout(self)
        for widget in (title, self.words, self.strip, self.progress):
            column.addWidget(widget)
        column.addWidget(self.refused, 100)
        column.addStretch(1)
        column.addLayout(self._buttons())
        self._show_buttons()

    def _buttons(self) -> QHBoxLayout:
        self.choose = push(Command("选择文件", self.ask_file, "Ctrl+O"), self)
        self.take = push(Command("导入", self.take_in, "Ctrl+Enter"), self)
        self.take.setProperty("main", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self.keep = push(Command("另存退回的行", self.keep_refused), self)
        self.back = push(Command("撤销这次导入", self.take_back), self)
        self.template = push(Command("空白模板", self.save_template), self)
        self.leave = push(Command("返回", self.closed.emit, "Esc"), self)
        row = QHBoxLayout()
        for button in (self.choose, self.take, self.keep, self.back, self.template):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.leave)
        return row

    def focus_first(self) -> None:
        self.choose.setFocus()

    def _show_buttons(self) -> None:
        report = self.report
        self.take.setVisible(report is not None and report.id == 0)
        self.take.setEnabled(report is not None and report.accepted > 0)
        self.keep.setVisible(report is not None and report.rejected > 0)
        self.back.setVisible(report is not None and report.id > 0)
        self.refused.setVisible(report is not None and report.rejected > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        wanted: QPushButton | None = None
        if event.key() == Qt.Key.Key_Escape:
            wanted = self.leave
        elif control and event.key() == Qt.Key.Key_O:
            wanted = self.choose
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            wanted = self.take
        if wanted is None:
            super().keyPressEvent(event)
        elif wanted.isEnabled() and not wanted.isHidden():
            wanted.click()

    # --- reading and trying ---

    def ask_file(self) -> None:
        self.place.ask.open_path(f"选择{self.kind.label}台账", TABLES, self.try_file)

    def try_file(self, path: Path) -> None:
        """Read the file and try every row; nothing is kept."""
        self.path, self.report = path, None
        self.strip.clear()
        self.words.setText(f"正在读取 {path.name} …")
        self._show_buttons()
        self.place.tasks.work_out(self, lambda: read_file(self.kind, path), self._rehearse, self._refuse)

    def _rehearse(self, table: Any) -> None:
        self._read = table
        self._run(trial=True)

    def take_in(self) -> None:
        self._run(trial=False)

    def _run(self, *, trial: bool) -> None:
        office, kind, table, name = self.place.office, self.kind, self._read, self.path.name

        def work_through(work: Any, progress: Progress) -> Report:
            return take_in(work, office, kind, table, name, trial=trial, progress=progress)

        progress = self.place.tasks.import_like(self, work_through, self._taken, self._tried)
        self.progress.watch(progress, "正在核对" if trial else "正在导入")

    def _tried(self, error: BaseException) -> None:
        if isinstance(error, Rehearsed):
            self._show(error.report)
        else:
            self._refuse(error)

    def _taken(self, report: Report) -> None:
        self._show(report)
        self.words.setText(f"已导入 {report.accepted} 条{self.kind.label}。")
        self.place.notices.done(f"已导入 {report.accepted} 条")

    def _show(self, report: Report) -> None:
        self.progress.stop()
        self.report = report
        unknown = f"　没有认出的列：{'、'.join(report.unknown)}" if report.unknown else ""
        self.words.setText(
            f"{self.path.name}：可以导入 {report.accepted} 行，退回 {report.rejected} 行。{unknown}"
        )
        self.take.setText(f"导入这 {report.accepted} 行（Ctrl+Enter）")
        shown = report.refusals[:MOST_SHOWN]
        self.refused.setRowCount(len(shown))
        for place, refusal in enumerate(shown):
            cells = (str(refusal.row), refusal.column, refusal.value, refusal.reason)
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.refused.setItem(place, column, item)
        self._show_buttons()
        (self.take if report.accepted and not report.id else self.choose).setFocus()

    def _refuse(self, error: BaseException) -> None:
        self.progress.stop()
        self._show_buttons()
        if words := sentence(error):
            self.words.setText("")
            self.strip.show_text(words)
        else:
            self.place.notices.failure(error)

    # --- what can be taken along, and back ---

    def keep_refused(self) -> None:
        suggestion = f"{self.path.stem}.退回.xlsx"
        self.place.ask.save_path("另存退回的行", suggestion, WORKBOOKS, self._keep_refused)

    def _keep_refused(self, path: Path) -> None:
        table, report = self._read, self.report
        if report is not None:
            self._write(path, lambda: write_rejected(table, report, path))

    def save_template(self) -> None:
        suggestion = f"{self.kind.label}模板.xlsx"
        self.place.ask.save_path("另存空白模板", suggestion, WORKBOOKS, self._save_template)

    def _save_template(self, path: Path) -> None:
        self._write(path, lambda: write_template(self.kind, path))

    def _write(self, path: Path, write: Any) -> None:
        self.place.tasks.work_out(
            self, write, lambda _none: self.place.notices.done(f"已保存到 {path.name}"), self._refuse
        )

    def take_back(self) -> None:
        report = self.report
        if report is not None:
            self.place.ask.confirm(
                f"撤销这次导入的 {report.accepted} 条？", "撤销导入", lambda: self._take_back(report.id)
            )

    def _take_back(self, import_id: int) -> None:
        self.place.tasks.change(self, lambda work: undo(work, import_id), self._taken_back, self._refuse)

    def _taken_back(self, number: int) -> None:
        self.report = None
        self._show_buttons()
        self.words.setText(f"已撤销，取出了 {number} 条。")
