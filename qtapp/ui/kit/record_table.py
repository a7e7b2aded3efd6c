"""Rows of a register as Qt asks for them: the first page at once, any other when somebody looks at it."""

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor

from qtapp.domain.record import FieldType
from qtapp.registers.register import Register, Tone

Index = QModelIndex | QPersistentModelIndex
Row = tuple[Any, ...]
ROOT = QModelIndex()
PAGE = 200
KEPT_PAGES = 50
LOADING = "…"
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
SIGNS = {Tone.OVERDUE: "‼ ", Tone.DUE: "● ", Tone.DONE: "✓ ", Tone.VOID: "✕ "}
SPOKEN = {Tone.OVERDUE: "已超期", Tone.DUE: "今日到期", Tone.DONE: "已办结", Tone.VOID: "已作废"}
COLOURS = {
    Tone.OVERDUE: QColor("#b3261e"),
    Tone.DUE: QColor("#9a5b00"),
    Tone.DONE: QColor("#5f6b76"),
    Tone.VOID: QColor("#8a939b"),
}


class RecordTable(QAbstractTableModel):
    """It knows no query: it holds ids, asks for the pages looked at, and drops answers to older lists."""

    page_wanted = Signal(int, object)  # generation, (page, ids of its rows)

    def __init__(self, register: Register, today: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.register, self.today = register, today
        self.generation = 0
        self._fields = register.fields
        self._ids = array("q")
        self._pages: OrderedDict[int, list[Row | None]] = OrderedDict()
        self._asked: set[int] = set()
        self._words: dict[int, tuple[str, ...]] = {}

    # --- what the page hands in ---

    def start(self, rows: Sequence[Row], ids: "array[int] | None" = None) -> int:
        """A new list: its first rows, and all its ids where they are known already. Gives its generation."""
        self.beginResetModel()
        self.generation += 1
        self._ids = ids if ids is not None else array("q", (row[0] for row in rows))
        self._pages.clear()
        self._words.clear()
        self._asked.clear()
        self._keep(rows)
        self.endResetModel()
        return self.generation

    def _keep(self, rows: Sequence[Row]) -> None:
        """The first rows, as far as they are what the ids say."""
        by_id = {row[0]: row for row in rows}
        for page in range((len(rows) + PAGE - 1) // PAGE):
            wanted = self._ids[page * PAGE : (page + 1) * PAGE]
            if all(i in by_id for i in wanted):
                self._pages[page] = [by_id[i] for i in wanted]

    def complete(self, generation: int, ids: "array[int]") -> None:
        """The ids of the whole list, under way since `start`."""
        if generation != self.generation:
            return
        known = len(self._ids)
        if ids[:known] != self._ids:  # another seat was faster; begin with what is there now
            rows = [row for page in self._pages.values() for row in page if row]
            self.start(rows, ids)
        elif len(ids) > known:
            self.beginInsertRows(ROOT, known, len(ids) - 1)
            self._ids = ids
            self._pages.pop(known // PAGE if known % PAGE else -1, None)
            self.endInsertRows()

    def bring(self, generation: int, page: int, rows: Sequence[Row]) -> None:
        """The rows of a page; those that are gone meanwhile stay empty."""
        if generation != self.generation:
            return
        by_id = {row[0]: row for row in rows}
        wanted = self._ids[page * PAGE : (page + 1) * PAGE]
        self._pages[page] = [by_id.get(i, (i,)) for i in wanted]
        self._pages.move_to_end(page)
        self._asked.discard(page)
        while len(self._pages) > KEPT_PAGES:
            dropped, _ = self._pages.popitem(last=False)
            for place in range(dropped * PAGE, (dropped + 1) * PAGE):
                self._words.pop(place, None)
        first = page * PAGE
        self.dataChanged.emit(
            self.index(first, 0), self.index(first + len(wanted) - 1, self.columnCount() - 1)
        )

    def release(self, page: int) -> None:
        """Nobody will bring this page: it was scrolled past. Looked at again, it is asked for again."""
        self._asked.discard(page)

    # --- what the page asks ---

    def id_at(self, row: int) -> int:
        return self._ids[row] if 0 <= row < len(self._ids) else 0

    def row_of(self, record_id: int) -> int:
        """The place of a record in the list, -1 when it is not in it."""
        try:
            return self._ids.index(record_id)
        except ValueError:
            return -1

    def words_at(self, row: int) -> tuple[str, ...]:
        """A row as a person reads it; empty while it is not there yet."""
        found = self._row(row)
        if found is None or len(found) == 1:
            return ()
        if row not in self._words:
            self._words[row] = self.register.words(found)
        return self._words[row]

    def tone_at(self, row: int) -> Tone | None:
        found = self._row(row)
        if self.register.tone is None or found is None or len(found) == 1:
            return None
        return self.register.tone(dict(zip(self.register.names, found[1:], strict=True)), self.today)

    def _row(self, row: int) -> Row | None:
        page = row // PAGE
        rows = self._pages.get(page)
        if rows is None:
            if page not in self._asked:
                self._asked.add(page)
                ids = self._ids[page * PAGE : (page + 1) * PAGE]
                self.page_wanted.emit(self.generation, (page, ids))
            return None
        place = row - page * PAGE
        return rows[place] if place < len(rows) else None

    # --- what Qt asks ---

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._fields)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(index.row(), index.column())
            case Qt.ItemDataRole.ForegroundRole:
                tone = self.tone_at(index.row())
                return QBrush(COLOURS[tone]) if tone else None
            case Qt.ItemDataRole.TextAlignmentRole:
                right = self._fields[index.column()].type in (FieldType.MONEY, FieldType.WHOLE)
                return RIGHT if right else LEFT
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(index.row(), index.column())
        return None

    def _shown(self, row: int, column: int) -> str:
        words = self.words_at(row)
        if not words:
            return LOADING
        sign = ""
        if column == 0 and (tone := self.tone_at(row)):
            sign = SIGNS[tone]
        return sign + words[column].replace("\n", " ")

    def _tip(self, row: int, column: int) -> str:
        words, tone = self.words_at(row), self.tone_at(row)
        spoken = f"（{SPOKEN[tone]}）" if tone and column == 0 else ""
        return f"{words[column][:500]}{spoken}" if words else ""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self._fields):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._fields[section].label
            if role == Qt.ItemDataRole.ToolTipRole:
                return f"按“{self._fields[section].label}”排序；右键选择显示哪些列"
        return None
