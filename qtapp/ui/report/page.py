"""The yearly figures: counted on the spot, each with its rule and the records behind it."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QSplitter,
    QTableView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qtapp.domain.errors import UserError
from qtapp.domain.figures import Figure
from qtapp.domain.record import Field, FieldType
from qtapp.ui.kit.ask import WORKBOOKS
from qtapp.ui.kit.commands import Command, Commands, push
from qtapp.ui.kit.days import DayEntry
from qtapp.ui.kit.entries import WholeEntry
from qtapp.ui.kit.flow_layout import FlowBox
from qtapp.ui.kit.measures import half, line
from qtapp.ui.kit.page import Page
from qtapp.ui.kit.workplace import Workplace
from qtapp.ui.report.behind import Behind, all_behind
from qtapp.ui.report.figure_table import HEADS, FigureTable, value_words
from qtapp.usecases.report import figures

Export = Callable[[int, date | None, Sequence[Figure], Path], object]  # (year, cut-off, figures, file)
YEAR = Field("年度", FieldType.WHOLE, name="year")
CUT_OFF = Field("截稿日", FieldType.DAY, name="cut_off", hint="空着统计全年")
WIDTHS = (20, 18, 22, 7, 60)  # half-width characters a column
MOST_SHOWN = 2_000  # records listed behind one figure


class ReportPage(Page):
    chapter = "report"

    def __init__(self, place: Workplace, export: Export | None = None) -> None:
        super().__init__()
        self.place, self._export = place, export
        self.year, self.cut_off = WholeEntry(YEAR), DayEntry(CUT_OFF, place.now)
        self.year.put(place.today.year)
        self.table, self.view = FigureTable(), QTableView()
        self.rule, self.records = QLabel(wordWrap=True), QTreeWidget()
        self.state = QLabel()
        self.commands = Commands([self], place.icons)
        self._shown: tuple[int, date | None] | None = None
        self._count = Command("统计", self.count, "F5", icon="refresh")
        self._out = Command("导出 Excel", self.export, "Ctrl+E", when=self._may_export, icon="export")
        self._back = Command("回到指标", self.to_figures, "Ctrl+Left", button=False)
        self.commands.add(self._count, *((self._out,) if export else ()), self._back)
        self._lay_out()
        self._set_up_lists()
        self.count()

    def _lay_out(self) -> None:
        top, column = FlowBox(self), QVBoxLayout(self)
        for entry in (self.year, self.cut_off):
            label = QLabel(f"{entry.field.label}：")
            label.setBuddy(entry.focusProxy() or entry)
            top.flow.addWidget(label)
            top.flow.addWidget(entry)
            entry.passed.connect(self.count)
        quiet = QLabel(CUT_OFF.hint)
        quiet.setProperty("quiet", True)  # noqa: FBT003 - a dynamic property has no name for its value
        top.flow.addWidget(quiet)
        top.flow.addWidget(push(self._count, self, self.place.icons))
        if self._export:
            top.flow.addWidget(push(self._out, self, self.place.icons))
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.rule)
        beside.addWidget(self.records, 1)
        split = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        split.addWidget(self.view)
        split.addWidget(side)
        split.setStretchFactor(0, 65)
        split.setStretchFactor(1, 35)
        column.addWidget(top)
        column.addWidget(split, 1)
        column.addWidget(self.state)

    def _set_up_lists(self) -> None:
        view = self.view
        view.setModel(self.table)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setTabKeyNavigation(False)
        view.setAlternatingRowColors(True)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setAccessibleName("年度指标")
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(line(self, 1.6))
        view.horizontalHeader().setStretchLastSection(True)
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        for place, width in enumerate(WIDTHS[: len(HEADS)]):
            view.setColumnWidth(place, half(self, width))
        view.selectionModel().currentRowChanged.connect(lambda *_: self._show_rule())
        view.doubleClicked.connect(lambda _index: self.list_records())
        view.installEventFilter(self)
        self.records.setHeaderLabels(["记录", "名称"])
        self.records.setRootIsDecorated(False)
        self.records.setUniformRowHeights(True)
        self.records.setAccessibleName("这一项所计的记录")
        self.records.itemDoubleClicked.connect(lambda item, _column: self._open(item))
        self.records.installEventFilter(self)

    def keys(self) -> list[tuple[str, str]]:
        return [*self.commands.keys(), ("Enter", "列出所计的记录；在记录上打开它"), ("Esc", "从记录回到指标")]

    def arrive(self) -> None:
        self.view.setFocus()

    # --- counting ---

    def count(self) -> None:
        try:
            year, cut_off = self.year.value(), self.cut_off.value()
        except UserError as error:
            self.place.notices.failure(error)
            return
        year = year or self.place.today.year
        self.state.setText("正在统计…")
        self.place.tasks.look(
            self,
            lambda work: figures(work, year, cut_off),
            lambda found: self._show(year, cut_off, found),
            self._refused,
        )

    def _show(self, year: int, cut_off: date | None, found: list[Figure]) -> None:
        self._shown = (year, cut_off)
        self.table.start(found)
        self.records.clear()
        self.view.selectRow(0)
        self._show_rule()
        until = f"截至 {cut_off}" if cut_off else "全年"
        self.state.setText(f"{year} 年（{until}）　{self.place.now():%H:%M} 统计；“未登记”不等于 0")
        self.commands.refresh()

    def _refused(self, error: BaseException) -> None:
        self.state.setText("")
        self.place.notices.failure(error)

    def current(self) -> Figure | None:
        row = self.view.currentIndex().row()
        return self.table.figures[row] if 0 <= row < len(self.table.figures) else None

    def _show_rule(self) -> None:
        figure = self.current()
        self.records.clear()
        if figure:
            value = " ".join(word for word in value_words(figure) if word)
            self.rule.setText(f"{figure.rule.label}：{value}\n{figure.rule.text}")

    # --- from the figure to the record ---

    def list_records(self) -> None:
        """Enter on a figure: its records, the keyboard on the first."""
        figure = self.current()
        if figure is None or not figure.records:
            self.place.notices.tell("这一项没有所计的记录")
            return
        numbers = figure.records[:MOST_SHOWN]
        self.place.tasks.look(
            self,
            lambda work: all_behind(work, numbers),
            lambda found: self._list(figure, found),
        )

    def _list(self, figure: Figure, found: Sequence[Behind]) -> None:
        if figure is not self.current():
            return
        self.records.clear()
        for record in found:
            item = QTreeWidgetItem(self.records, [record.number, record.title])
            item.setData(0, Qt.ItemDataRole.UserRole, record)
        self.records.resizeColumnToContents(0)
        if first := self.records.topLevelItem(0):
            self.records.setCurrentItem(first)
        self.records.setFocus()

    def _open(self, item: QTreeWidgetItem | None) -> None:
        record = item.data(0, Qt.ItemDataRole.UserRole) if item else None
        if isinstance(record, Behind) and record.kind:
            self.place.routes.record_wanted.emit(record.kind, record.record_id)

    def to_figures(self) -> None:
        self.view.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open(self.records.currentItem()) if watched is self.records else self.list_records()
                return True
            if event.key() == Qt.Key.Key_Escape and watched is self.records:
                self.to_figures()
                return True
        return super().eventFilter(watched, event)

    # --- out ---

    def _may_export(self) -> bool:
        return self._export is not None and self._shown is not None

    def export(self) -> None:
        if self._shown:
            year, cut_off = self._shown
            suffix = f"截至{cut_off:%m%d}" if cut_off else ""
            name = f"{year}年度执法统计{suffix}.xlsx"
            self.place.ask.save_path("导出统计表", name, WORKBOOKS, self._export_to)

    def _export_to(self, path: Path) -> None:
        write, shown, found = self._export, self._shown, self.table.figures
        if write and shown:
            self.place.tasks.work_out(
                self,
                lambda: write(*shown, found, path),
                lambda _done: self.place.notices.done(f"已导出到 {path.name}"),
            )
