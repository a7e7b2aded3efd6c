"""Entries of choices: one from a list by digit or initial, several by ticks."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from qtapp.domain.record import Field
from qtapp.ui.kit.entries import Entry
from qtapp.ui.kit.flow_layout import FlowBox

DIGITS = "1234567890"
FEW = 4  # choices that fit on a line


def initial_of(words: str) -> str:
    """The letters by which a choice may be picked."""
    from qtapp.usecases.pinyin import initials_of

    return " ".join(row[:1] for row in initials_of(words[:1]).split())


class ChoiceBox(QComboBox):
    """A list with its digits: 1 to 9 and 0 choose, letters go round those that begin so, Delete empties."""

    def __init__(
        self, choices: tuple[str, ...], *, may_be_empty: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._choices, self._first = choices, int(may_be_empty)
        if may_be_empty:
            self.addItem("", "")
        for place, words in enumerate(choices):
            self.addItem(f"{DIGITS[place]} {words}" if place < len(DIGITS) else words, words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self._place(event)
        if place is None:
            super().keyPressEvent(event)
        elif place >= 0:
            self.setCurrentIndex(place)
            self.activated.emit(place)

    def _place(self, event: QKeyEvent) -> int | None:
        """The place a key chooses; -1 for a key that is taken and chooses nothing; None for Qt's own keys."""
        text = event.text()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return 0 if self._first else -1
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not text:
            return None
        if text in DIGITS:
            place = DIGITS.index(text)
            return place + self._first if place < len(self._choices) else -1
        return self._next_by(text.lower()) if text.isalpha() else None

    def _next_by(self, letter: str) -> int:
        there = [i for i, words in enumerate(self._choices) if letter in initial_of(words)]
        here = self.currentIndex() - self._first
        later = [i for i in there if i > here]
        return (later or there or [-1 - self._first])[0] + self._first

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page must not change what was chosen."""
        event.ignore()


class ChoiceEntry(Entry):
    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.box = ChoiceBox(field.choices, may_be_empty=not field.required, parent=self)
        self.box.activated.connect(self.edited)
        self.take(self.box, 0)
        self._row.addStretch(1)

    def value(self) -> str:
        return str(self.box.currentData() or "")

    def put(self, value: Any) -> None:
        place = self.box.findData(str(value or ""))
        if place < 0 and value:  # an older word that is no longer among the choices
            self.box.addItem(str(value), str(value))
            place = self.box.count() - 1
        self.box.setCurrentIndex(max(place, 0))


class ChoicesEntry(Entry):
    """Ticks; with the focus on any of them a digit turns its own."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.wide = len(field.choices) > FEW
        self._boxes = [QCheckBox(self._named(i, words), self) for i, words in enumerate(field.choices)]
        within = FlowBox(self)
        width = max((box.sizeHint().width() for box in self._boxes), default=0)
        for place, box in enumerate(self._boxes):
            box.clicked.connect(self.edited)
            box.setMinimumWidth(width)  # so that they stand in columns
            within.flow.addWidget(box)
            box.installEventFilter(self)
            box.setAccessibleName(f"{field.label}：{field.choices[place]}")
        self._row.addWidget(within, 1)
        if self._boxes:
            self.setFocusProxy(self._boxes[0])

    @staticmethod
    def _named(place: int, words: str) -> str:
        return f"{DIGITS[place]} {words}" if place < len(DIGITS) else words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = DIGITS.find(event.text()) if event.text() else -1
        if 0 <= place < len(self._boxes):
            self._boxes[place].click()
        else:
            super().keyPressEvent(event)

    def last_stop(self) -> QWidget:
        return self._boxes[-1] if self._boxes else self

    def value(self) -> tuple[str, ...]:
        return tuple(
            words for words, box in zip(self.field.choices, self._boxes, strict=True) if box.isChecked()
        )

    def put(self, value: Any) -> None:
        for words, box in zip(self.field.choices, self._boxes, strict=True):
            box.setChecked(words in (value or ()))
