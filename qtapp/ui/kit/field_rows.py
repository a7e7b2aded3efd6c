"""Fields on screen: label, entry, hint and what is wrong with it; one or two columns as the width allows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from qtapp.domain.record import Field
from qtapp.ui.kit.entries import Entry
from qtapp.ui.kit.measures import han
from qtapp.ui.kit.picker import PickerEntry

LABEL_HAN = 8.5
COLUMN_HAN = 24  # what a column of label and entry needs
MOST_COLUMNS = 2


class FieldRow(QWidget):
    def __init__(self, entry: Entry, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry, self.field = entry, entry.field
        mark = ' <span style="color:#b3261e">*</span>' if self.field.required else ""
        self.label = QLabel(f"{self.field.label}{mark}", self, wordWrap=True)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setBuddy(entry.focusProxy() or entry)
        self.label.setContentsMargins(0, _lowered(self.label), 0, 0)
        self.hint = QLabel(_hint(entry), self, wordWrap=True)
        self.hint.setProperty("quiet", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self.hint.setVisible(bool(self.hint.text()))
        self.fault = QLabel(self, wordWrap=True)
        self.fault.setProperty("fault", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self.fault.hide()
        entry.setParent(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(1)
        grid.addWidget(self.label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(entry, 0, 1)
        grid.addWidget(self.hint, 1, 1)
        grid.addWidget(self.fault, 2, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(3, 1)

    def say(self, fault: str) -> None:
        self.fault.setText(f"✕ {fault}" if fault else "")
        self.fault.setVisible(bool(fault))
        self.entry.setProperty("faulty", bool(fault))

    def widen_label(self, width: int) -> None:
        self.label.setFixedWidth(width)


def _lowered(label: QLabel) -> int:
    """So that the words of the label stand level with those in the entry."""
    return max((QLineEdit().sizeHint().height() - label.fontMetrics().height()) // 2, 0)


def _hint(entry: Entry) -> str:
    return "" if isinstance(entry, PickerEntry) else entry.field.hint


class FieldGrid(QWidget):
    """A titled group of fields; those that are hidden leave no gap."""

    def __init__(self, title: str, rows: Sequence[FieldRow], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = list(rows)
        self._hidden: set[str] = set()
        self._columns = 0
        self._title = QLabel(title, self)
        self._title.setProperty("heading", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self._title.setVisible(bool(title))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(han(self, 1.5))
        width = min(self._widest(), han(self, LABEL_HAN))
        for row in self._rows:
            row.setParent(self)
            row.widen_label(width)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._arrange(1)

    def _widest(self) -> int:
        return max((row.label.sizeHint().width() for row in self._rows), default=0) + han(self, 0.5)

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(row.field for row in self._rows)

    def show_field(self, name: str, *, shown: bool) -> None:
        (self._hidden.discard if shown else self._hidden.add)(name)
        self._arrange(self._columns)
        self.setVisible(any(row.field.name not in self._hidden for row in self._rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = max(1, min(MOST_COLUMNS, event.size().width() // han(self, COLUMN_HAN)))
        if fits != self._columns:
            self._arrange(fits)

    def _arrange(self, columns: int) -> None:
        self._columns = columns
        for widget in (self._title, *self._rows):
            self._grid.removeWidget(widget)  # taking items out instead leaves their size caches deaf
        self._grid.addWidget(self._title, 0, 0, 1, columns)
        at, column = 1, 0
        for row in self._rows:
            row.setVisible(row.field.name not in self._hidden)
            if row.field.name in self._hidden:
                continue
            if row.entry.wide and column:
                at, column = at + 1, 0
            self._grid.addWidget(row, at, column, 1, columns if row.entry.wide else 1)
            column = columns if row.entry.wide else column + 1
            if column >= columns:
                at, column = at + 1, 0
        for place in range(MOST_COLUMNS):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
