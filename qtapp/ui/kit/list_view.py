"""The table of a register: columns moved, hidden and kept; rows copied so that Excel takes them as text."""

import base64

from PySide6.QtCore import QByteArray, QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from qtapp.domain.searches import Query
from qtapp.ui.kit.entries import ENTER
from qtapp.ui.kit.measures import half, line
from qtapp.ui.kit.memory import Memory
from qtapp.ui.kit.record_table import RecordTable

FORMULA = ("=", "+", "-", "@", "\t")
MOST_COPIED = 5_000
WIDE = 20  # characters from which on a column gives way


def guarded(words: str) -> str:
    """A cell as Excel takes it for text, and for one cell."""
    flat = words.replace("\t", " ").replace("\r", " ").replace("\n", " ")
    return f"'{flat}" if flat.startswith(FORMULA) else flat


class ListView(QTableView):
    sorted_by = Signal(str, bool)  # field, descending
    opened = Signal(int)  # id, by Enter or double click
    settled = Signal()  # the current row stands still

    def __init__(self, table: RecordTable, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table, self._memory = table, memory
        self._key = f"list.{table.register.kind.value}.header"
        self.setModel(table)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setAccessibleName(table.register.title)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(line(self, 1.6))
        self._settle = QTimer(self, singleShot=True, interval=60)
        self._settle.timeout.connect(self.settled)
        self.selectionModel().currentRowChanged.connect(self._settle.start)
        self.doubleClicked.connect(lambda index: self.opened.emit(table.id_at(index.row())))
        self._set_up_header()

    # --- columns ---

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer_columns)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        self._restore_header()
        self._keep_header = QTimer(self, singleShot=True, interval=500)
        self._keep_header.timeout.connect(self._remember)
        for changed in (header.sectionResized, header.sectionMoved):
            changed.connect(self._keep_header.start)
        header.sortIndicatorChanged.connect(self._sort)

    def _declared_widths(self) -> None:
        """As declared; where they do not fit side by side, the wide ones give way."""
        columns = self.table.register.columns
        sign = 8 if self.table.register.tone else 4
        widths = [half(self, column.width + (2 if place else sign)) for place, column in enumerate(columns)]
        over = sum(widths) - self.viewport().width()
        giving = [max(width - half(self, WIDE), 0) if place else 0 for place, width in enumerate(widths)]
        share = min(max(over, 0) / max(sum(giving), 1), 1)
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width - round(giving[place] * share))

    def _restore_header(self) -> None:
        kept = self._memory.get(self._key, "")
        self._settled_widths = bool(kept)
        if kept:
            self.horizontalHeader().restoreState(QByteArray(base64.b64decode(kept)))

    def _remember(self) -> None:
        state = bytes(self.horizontalHeader().saveState().data())
        self._memory.put(self._key, base64.b64encode(state).decode())

    def _offer_columns(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, field in enumerate(self.table.register.fields):
            action = menu.addAction(field.label)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(place))
            action.toggled.connect(lambda shown, place=place: self.show_column(place, shown=shown))
        menu.addSeparator()
        menu.addAction("恢复原来的列宽和顺序").triggered.connect(self.restore_columns)
        menu.popup(self.horizontalHeader().mapToGlobal(at))

    def show_column(self, place: int, *, shown: bool) -> None:
        visible = sum(not self.isColumnHidden(i) for i in range(self.table.columnCount()))
        if shown or visible > 1:
            self.setColumnHidden(place, not shown)
            self._remember()

    def restore_columns(self) -> None:
        header = self.horizontalHeader()
        for place in range(self.table.columnCount()):
            self.setColumnHidden(place, False)  # noqa: FBT003 - Qt's own signature
            header.moveSection(header.visualIndex(place), place)
        self._declared_widths()
        self._remember()

    def show_order(self, query: Query) -> None:
        """The arrow above the column that orders the list."""
        header = self.horizontalHeader()
        names = self.table.register.names
        place = names.index(query.order) if query.order in names else -1
        header.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        turn = Qt.SortOrder.DescendingOrder if query.descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(place, turn)
        header.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        header.viewport().update()

    def _sort(self, place: int, turn: Qt.SortOrder) -> None:
        if place >= 0:
            self.sorted_by.emit(self.table.register.names[place], turn is Qt.SortOrder.DescendingOrder)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._settled_widths:
            self._settled_widths = True
            QTimer.singleShot(0, self, self._first_widths)

    def _first_widths(self) -> None:
        self._declared_widths()
        self._keep_header.stop()  # nobody has changed anything yet

    # --- rows ---

    @property
    def current_id(self) -> int:
        index = self.currentIndex()
        return self.table.id_at(index.row()) if index.isValid() else 0

    def chosen_ids(self) -> list[int]:
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.table.id_at(row) for row in rows]

    def choose(self, record_id: int) -> bool:
        """Make the record current, wherever it stands in the list."""
        row = self.table.row_of(record_id)
        if row < 0:
            return False
        # Said outright: left to the view, a held Shift would stretch the selection to the record.
        whole_row = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        index = self.table.index(row, max(self._first_shown(), 0))
        self.selectionModel().setCurrentIndex(index, whole_row)
        self.scrollTo(index)
        return True

    def _first_shown(self) -> int:
        return self.horizontalHeader().logicalIndex(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in ENTER and self.current_id:
            self.opened.emit(self.current_id)
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """The chosen rows with their headings, as they are shown, tab-separated."""
        header = self.horizontalHeader()
        shown = [header.logicalIndex(i) for i in range(header.count())]
        shown = [place for place in shown if not self.isColumnHidden(place)]
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())[:MOST_COPIED]
        lines = ["\t".join(self.table.register.fields[place].label for place in shown)]
        found = (self.table.words_at(row) for row in rows)
        lines += ["\t".join(guarded(words[place]) for place in shown) for words in found if words]
        QGuiApplication.clipboard().setText("\n".join(lines))
