"""The rows inside a record, each with its own entries: a small grid, or cards where a row has many fields."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qtapp.domain.errors import UserError
from qtapp.domain.plain import to_plain
from qtapp.domain.record import Field, Part, fields_of
from qtapp.ui.kit.commands import sign_button
from qtapp.ui.kit.entries import Clock, Entry, PassageEntry
from qtapp.ui.kit.making import Picks, entry_for, typed_fields
from qtapp.ui.kit.measures import han
from qtapp.ui.kit.picker import Candidate, PickerEntry

MANY = 7  # fields of a part that fit side by side
CARD_COLUMNS = 2
CARD_HAN = 36  # what two columns of a card need
WIDE_HAN, NARROW_HAN = 14, 5


class PartRow:
    """The entries of one part, and what it carries beside them (links)."""

    def __init__(self, owner: "PartsEntry", base: Part) -> None:
        self.owner, self._base = owner, base
        self.carried: dict[str, Any] = {}
        self.entries = {f.name: owner.make(f) for f in owner.shown}
        self.remove = sign_button("✕", "删除这一行（Alt+Delete）", owner)
        self.remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.remove.clicked.connect(lambda: owner.remove_row(self))
        self.name = QLabel(owner)
        for name, entry in self.entries.items():
            entry.put(getattr(base, name))
            self._follow(entry)

    def _follow(self, entry: Entry) -> None:
        entry.edited.connect(self.owner.edited)
        entry.left.connect(self.owner.left)
        entry.passed.connect(lambda: self.owner.go_on(self, entry))
        if isinstance(entry, PickerEntry):
            picking = self.owner.picks[entry.field.name]
            entry.picked.connect(lambda chosen: self._picked(picking.fill(chosen), chosen))
            entry.unpicked.connect(self._unpicked)

    def _picked(self, values: Mapping[str, Any], _chosen: Candidate) -> None:
        self.fill(values)

    def _unpicked(self) -> None:
        """What a choice carried along unseen goes with it."""
        fields = {f.name: f for f in fields_of(type(self._base))}
        self.carried = {name: fields[name].empty for name in self.carried}
        self._base = replace(self._base, **self.carried)

    def fill(self, values: Mapping[str, Any]) -> None:
        for name, value in values.items():
            if name in self.entries:
                self.entries[name].put(value)
            else:
                self.carried[name] = value

    def part(self) -> Part:
        values = {name: entry.value() for name, entry in self.entries.items()}
        return replace(self._base, **self.carried, **values)

    def plain(self) -> dict[str, Any]:
        fields = fields_of(type(self._base))
        held = {
            f.name: to_plain(f, self.carried.get(f.name, getattr(self._base, f.name)))
            for f in fields
            if f.name not in self.entries
        }
        return held | {name: entry.plain() for name, entry in self.entries.items()}

    def is_blank(self) -> bool:
        """Nothing was typed beyond what a new row begins with."""
        try:
            return self.part() == type(self._base)()
        except UserError:
            return False

    def widgets(self) -> list[QWidget]:
        return [*self.entries.values(), self.remove, self.name]


class PartsEntry(Entry):
    """Alt+Insert adds a row, Alt+Delete takes the row with the focus; Enter in the last entry adds one."""

    wide = True
    rows_changed = Signal()

    def __init__(self, field: Field, clock: Clock, picks: Picks, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        if field.part is None:
            raise TypeError(field.name)
        self.part_class, self._clock, self.picks = field.part, clock, picks
        self.shown = typed_fields(fields_of(field.part))
        self.rows: list[PartRow] = []
        self._cards = len(self.shown) > MANY
        self._card_columns = CARD_COLUMNS
        within = QWidget(self)
        column = QVBoxLayout(within)
        column.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()
        self._placed: list[QWidget] = []
        column.addLayout(self._grid)
        self._anchor = QWidget(within)  # Tab enters the rows here
        self._anchor.setFixedSize(0, 0)
        self._add = QPushButton(f"添加{field.label}（Alt+Insert）", within)
        self._add.setSizePolicy(self._add.sizePolicy().Policy.Fixed, self._add.sizePolicy().Policy.Fixed)
        self._add.setAccessibleName(f"添加{field.label}")
        self._add.clicked.connect(self.add_row)
        column.addWidget(self._add)
        self._row.addWidget(within, 1)
        self.setFocusProxy(self._add)
        self._headings = [QLabel(_heading(f), within) for f in self.shown]
        self._arrange()

    def asked(self, row: PartRow) -> list[Entry]:
        """The entries of a row in their order; a subject may leave some out, depending on the others."""
        return list(row.entries.values())

    def make(self, field: Field) -> Entry:
        entry = entry_for(field, self._clock, self.picks, self)
        if isinstance(entry, PassageEntry) and not self._cards:
            entry.passage.fewest = 1
            entry.passage.fit()
        return entry

    def last_stop(self) -> QWidget:
        return self._add

    # --- values ---

    def value(self) -> tuple[Part, ...]:
        """Rows in which nothing was typed do not count."""
        done: list[Part] = []
        for place, row in enumerate(self.rows, start=1):
            if row.is_blank():
                continue
            try:
                done.append(row.part())
            except UserError as error:
                raise UserError(f"“{self.field.label}”第 {place} 行：{error}") from None
        return tuple(done)

    def put(self, value: Any) -> None:
        self._drop_all()
        self.rows = [PartRow(self, part) for part in value or ()]
        self._arrange()

    def plain(self) -> Any:
        return [row.plain() for row in self.rows if not row.is_blank()]

    def put_plain(self, value: Any) -> None:
        self._drop_all()
        for values in value or ():
            row = PartRow(self, self.part_class())
            for name, plain in values.items():
                if name in row.entries:
                    row.entries[name].put_plain(plain)
                else:
                    row.carried[name] = plain
            self.rows.append(row)
        self._arrange()

    # --- rows ---

    def add_row(self) -> PartRow:
        row = PartRow(self, self.part_class())
        self.rows.append(row)
        self._arrange()
        next(iter(row.entries.values())).setFocus()
        self.rows_changed.emit()
        return row

    def remove_row(self, row: PartRow) -> None:
        place = self.rows.index(row)
        self.rows.remove(row)
        _drop(row)
        self._arrange()
        neighbours = self.rows[max(place - 1, 0) :]
        (next(iter(neighbours[0].entries.values())) if neighbours else self._add).setFocus()
        self.edited.emit()
        self.rows_changed.emit()

    def _drop_all(self) -> None:
        for row in self.rows:
            _drop(row)
        self.rows = []

    def go_on(self, row: PartRow, entry: Entry) -> None:
        """Enter: on within the row; at the end of the last row a new one; from a blank last row on."""
        line = self.asked(row)
        if row.is_blank() and row is self.rows[-1]:
            self.passed.emit()
        elif entry is not line[-1]:
            line[line.index(entry) + 1].setFocus(Qt.FocusReason.TabFocusReason)
        elif row is self.rows[-1]:
            self.add_row()
        else:
            following = self.rows[self.rows.index(row) + 1]
            next(iter(following.entries.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() == Qt.Key.Key_Insert:
            self.add_row()
        elif alt and event.key() == Qt.Key.Key_Delete and (row := self._focused()):
            self.remove_row(row)
        else:
            super().keyPressEvent(event)

    def _focused(self) -> PartRow | None:
        focus = QApplication.focusWidget()
        return next(
            (
                r
                for r in self.rows
                for e in r.entries.values()
                if focus and (e is focus or e.isAncestorOf(focus))
            ),
            None,
        )

    # --- where everything stands ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large type or a narrow window: one field a line."""
        super().resizeEvent(event)
        fits = CARD_COLUMNS if event.size().width() >= han(self, CARD_HAN) else 1
        if self._cards and fits != self._card_columns:
            self._card_columns = fits
            self._arrange()

    def _arrange(self) -> None:
        for widget in self._placed:
            self._grid.removeWidget(widget)  # taking items out instead leaves their size caches deaf
        self._placed.clear()
        for heading in self._headings:
            heading.hide()
        if self._cards:
            self._arrange_cards()
        else:
            self._arrange_grid()
        self._chain()

    def _place(self, widget: QWidget, *where: Any) -> None:
        self._grid.addWidget(widget, *where)
        self._placed.append(widget)
        widget.show()

    def _arrange_grid(self) -> None:
        if not self.rows:
            return
        for column, (field, heading) in enumerate(zip(self.shown, self._headings, strict=True), start=1):
            self._place(heading, 0, column)
            self._grid.setColumnStretch(column, _stretch(field))
        for place, row in enumerate(self.rows, start=1):
            row.name.setText(str(place))
            self._place(row.name, place, 0)
            for column, entry in enumerate(row.entries.values(), start=1):
                self._place(entry, place, column, Qt.AlignmentFlag.AlignTop)
            self._place(row.remove, place, len(row.entries) + 1, Qt.AlignmentFlag.AlignTop)

    def _arrange_cards(self) -> None:
        at = 0
        for place, row in enumerate(self.rows, start=1):
            row.name.setText(f"{self.field.label} {place}")
            self._place(row.name, at, 0, 1, 2 * self._card_columns)
            self._place(row.remove, at, 2 * self._card_columns)
            at = self._arrange_card(row, at + 1)

    def _arrange_card(self, row: PartRow, at: int) -> int:
        column = 0
        for entry in self.asked(row):
            across = 2 * self._card_columns - 1 if entry.wide else 1
            if column and (entry.wide or column >= 2 * self._card_columns):
                at, column = at + 1, 0
            label = self._card_label(entry)
            self._place(label, at, column, Qt.AlignmentFlag.AlignTop)
            self._place(entry, at, column + 1, 1, across)
            column += 2 * self._card_columns if entry.wide else 2
        for place in range(CARD_COLUMNS):
            self._grid.setColumnStretch(2 * place + 1, 1 if place < self._card_columns else 0)
        return at + 1

    def _card_label(self, entry: Entry) -> QLabel:
        known = entry.property("label")
        if isinstance(known, QLabel):
            return known
        label = QLabel(_heading(entry.field), self, wordWrap=True)
        label.setFixedWidth(han(self, 6))
        label.setBuddy(entry.focusProxy() or entry)
        entry.setProperty("label", label)
        entry.destroyed.connect(label.deleteLater)
        return label

    def _chain(self) -> None:
        """Tab goes through the rows in their order and then to the button, which is there from the start."""
        before = self._anchor
        for row in self.rows:
            for entry in self.asked(row):
                for stop in stops(entry):
                    QWidget.setTabOrder(before, stop)
                    before = stop
        first = next(iter(self.rows[0].entries.values())) if self.rows else self._add
        self.setFocusProxy(first.focusProxy() or first)


def stops(entry: Entry) -> list[QWidget]:
    """The widgets of an entry at which Tab stops, in their order."""
    window = entry.window()
    within = (w for w in entry.findChildren(QWidget) if w.window() is window)
    inner = [w for w in within if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return inner or [entry.focusProxy() or entry]


def _heading(field: Field) -> str:
    return f"{field.label} *" if field.required else field.label


def _stretch(field: Field) -> int:
    return 3 if field.type.value in ("paragraph", "text") else 1


def _drop(row: PartRow) -> None:
    for widget in row.widgets():
        widget.hide()
        if isinstance(label := widget.property("label"), QLabel):
            label.hide()
        widget.deleteLater()
