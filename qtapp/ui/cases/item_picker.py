"""The catalogue of penalty items in force on a day, found while typing, chosen with Enter."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from qtapp.domain.law.penalties import PenaltyItem, basis_citation
from qtapp.ui.cases.ranges import explained, fine_range

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
MOVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ROWS_SHOWN = 7


def short_basis(item: PenaltyItem) -> str:
    """The article with the law's name as people call it."""
    cited = basis_citation(item) or f"《{item.law_name}》（条款待核）"
    return cited.replace("中华人民共和国", "")


COLUMNS: tuple[tuple[str, int, Callable[[PenaltyItem], str]], ...] = (
    ("违法行为", 40, lambda item: item.violation),
    ("处罚依据", 34, short_basis),
    ("对象", 10, lambda item: item.subject),
    ("罚款幅度", 18, fine_range),
    ("处罚种类", 14, lambda item: "、".join(item.kinds)),
)


class ItemTable(QAbstractTableModel):
    """The items found; the catalogue holds some hundreds, so all of them are at hand."""

    def __init__(self) -> None:
        super().__init__()
        self.items: tuple[PenaltyItem, ...] = ()

    def start(self, items: tuple[PenaltyItem, ...]) -> None:
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.items)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[index.column()][2](item)
        return explained(item) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return COLUMNS[section][0]
        return None


class ItemPicker(QWidget):
    """Type words of the act, the law or the article; arrows and Enter choose."""

    chosen = Signal(object)  # PenaltyItem

    def __init__(self, find: Callable[[str, date], tuple[PenaltyItem, ...]], day: Callable[[], date]) -> None:
        super().__init__()
        self._find, self._day = find, day
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText("处罚事项：输入违法行为、法律、条号或编号，几个词用空格隔开")
        self.search.setAccessibleName("查找处罚事项")
        self.table, self.view, self.count = ItemTable(), QTableView(), QLabel()
        self.view.setModel(self.table)
        self._lay_out()
        self.search.textChanged.connect(self.refresh)
        self.search.installEventFilter(self)
        self.view.installEventFilter(self)
        self.view.doubleClicked.connect(lambda _index: self._choose())

    def _lay_out(self) -> None:
        view, metrics = self.view, self.fontMetrics()
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(int(metrics.height() * 1.5))
        view.horizontalHeader().setStretchLastSection(False)
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        view.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        view.setAccessibleName("处罚事项目录")
        for place, (_title, width, _show) in enumerate(COLUMNS):
            view.setColumnWidth(place, metrics.horizontalAdvance("国") * width // 2 + metrics.height())
        view.setMinimumHeight(int(metrics.height() * 1.5 * (ROWS_SHOWN + 1)))
        top, column = QHBoxLayout(), QVBoxLayout(self)
        top.addWidget(self.search, 1)
        top.addWidget(self.count)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(view)

    def refresh(self) -> None:
        """What answers to the words; the whole catalogue is not unrolled unasked."""
        day, words = self._day(), self.search.text()
        found = self._find(words, day)
        self.table.start(found if words.strip() else ())
        self.view.setVisible(bool(self.table.items))
        self.count.setText(f"{day:%Y-%m-%d} 适用的 {len(found)} 项")
        if self.table.items:
            self.view.selectRow(0)

    def showEvent(self, event: Any) -> None:
        self.refresh()
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return super().eventFilter(watched, event)
        if event.key() in CHOOSING:
            self._choose()
            return True
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.search.setFocus()
            return True
        if watched is self.search and event.key() in MOVING:
            self._move(Qt.Key(event.key()))
            return True
        return super().eventFilter(watched, event)

    def _move(self, key: Qt.Key) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -ROWS_SHOWN}.get(key, ROWS_SHOWN)
        if self.table.items:
            row = self.view.currentIndex().row() + by
            self.view.selectRow(max(0, min(len(self.table.items) - 1, row)))

    def _choose(self) -> None:
        row = self.view.currentIndex().row()
        if 0 <= row < len(self.table.items):
            self.chosen.emit(self.table.items[row])
