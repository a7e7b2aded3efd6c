"""One entry a field: what the person types, and the typed value out of it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from qtapp.domain.errors import UserError
from qtapp.domain.money import capitals, yuan
from qtapp.domain.plain import from_plain, read, to_plain
from qtapp.domain.record import Field
from qtapp.ui.kit.measures import half, han, line

Clock = Callable[[], datetime]
UNREAD = "typed"  # key under which a draft keeps what could not be read yet
MOST_PASTED = 20_000
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Entry(QWidget):
    """The entry of one field. `value` raises UserError while what stands there cannot be read."""

    edited = Signal()  # by the person, not by the program
    left = Signal()  # the focus has gone elsewhere
    passed = Signal()  # Enter: on to the next entry

    wide = False  # takes the whole width of the form

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)

    def take(self, inner: QWidget, stretch: int = 1) -> None:
        """Put the widget that has the keyboard in its place."""
        self._row.addWidget(inner, stretch)
        self.setFocusProxy(inner)
        inner.setAccessibleName(self.field.label)
        inner.installEventFilter(self)

    def beside(self, words: QLabel) -> None:
        words.setProperty("quiet", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self._row.addWidget(words)

    def value(self) -> Any:
        raise NotImplementedError

    def put(self, value: Any) -> None:
        raise NotImplementedError

    def last_stop(self) -> QWidget:
        """From here Tab leaves the entry."""
        return self.focusProxy() or self

    def typed(self) -> str:
        """What stands there as text, where it is text."""
        return ""

    def put_typed(self, text: str) -> None:
        """Put back what could not be read when the draft was kept."""

    def plain(self) -> Any:
        try:
            return to_plain(self.field, self.value())
        except UserError:
            return {UNREAD: self.typed()}

    def put_plain(self, value: Any) -> None:
        if isinstance(value, dict) and UNREAD in value:
            self.put_typed(str(value[UNREAD]))
        else:
            self.put(from_plain(self.field, value))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.finish()
            self.left.emit()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._passes(event):
            self.finish()
            self.passed.emit()
            return True
        return super().eventFilter(watched, event)

    def _passes(self, event: QKeyEvent) -> bool:
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        return event.key() in ENTER and bare

    def finish(self) -> None:
        """The person is done here for now: show what was understood."""


def stop_after(widget: QWidget) -> QWidget:
    """Where Tab goes from here, within the window."""
    following = widget.nextInFocusChain()
    while following and following is not widget and not _is_stop(following, widget.window()):
        following = following.nextInFocusChain()
    return following or widget


def _is_stop(widget: QWidget, window: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return takes and widget.isEnabled() and widget.isVisible() and widget.window() is window


class LineEntry(Entry):
    """A line of text; also the ground for what is typed as text and read as something else."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.line = QLineEdit(self, maxLength=max(field.limit * 2, 80))  # Qt counts UTF-16 units
        self.line.setMinimumWidth(han(self, 6))
        self.line.textEdited.connect(self.edited)
        self.take(self.line)

    def value(self) -> Any:
        return read(self.field, self.line.text().replace("\n", " "))

    def put(self, value: Any) -> None:
        self.line.setText("" if value is None else str(value))
        self.line.setCursorPosition(0)  # a long value shows its beginning

    def typed(self) -> str:
        return self.line.text()

    def put_typed(self, text: str) -> None:
        self.line.setText(text)


class WholeEntry(LineEntry):
    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.line.setMaxLength(12)
        self.line.setMaximumWidth(half(self, 14))
        self._row.addStretch(1)


class MoneyEntry(LineEntry):
    """Yuan as typed (20000, 2万), with the capitals beside them."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.line.setMaxLength(40)
        self.line.setMaximumWidth(half(self, 20))
        self.spelled = QLabel(self, wordWrap=True)
        self.beside(self.spelled)
        self._row.setStretch(1, 1)
        self.line.textChanged.connect(self._spell)

    def put(self, value: Any) -> None:
        self.line.setText("" if value is None else yuan(value))

    def finish(self) -> None:
        try:
            self.put(self.value())
        except UserError:
            return

    def _spell(self) -> None:
        try:
            value = self.value()
            self.spelled.setText("" if value is None else capitals(value))
        except UserError:
            self.spelled.setText("")


class FlagEntry(Entry):
    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.box = QCheckBox("是", self)
        self.box.clicked.connect(self.edited)
        self.take(self.box)

    def value(self) -> bool:
        return self.box.isChecked()

    def put(self, value: Any) -> None:
        self.box.setChecked(bool(value))


class Passage(QPlainTextEdit):
    """Plain text that grows with what is written; Tab goes on."""

    fewest, most = 3, 12

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, tabChangesFocus=True)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        lines = min(max(round(self.document().size().height()), self.fewest), self.most)
        self.setFixedHeight(line(self, lines) + round(2 * self.document().documentMargin()) + 4)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pasted text, up to what a passage may hold: a whole book would stop the window."""
        self.insertPlainText(source.text()[:MOST_PASTED])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ensureCursorVisible()


class PassageEntry(Entry):
    wide = True

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.passage = Passage(self)
        self._putting = False
        self.passage.textChanged.connect(self._changed)
        self.take(self.passage)

    def _changed(self) -> None:
        if not self._putting:
            self.edited.emit()

    def _passes(self, event: QKeyEvent) -> bool:
        return False

    def value(self) -> str:
        return str(read(self.field, self.passage.toPlainText()))

    def put(self, value: Any) -> None:
        self.put_typed(str(value or ""))

    def typed(self) -> str:
        return self.passage.toPlainText()

    def put_typed(self, text: str) -> None:
        self._putting = True
        self.passage.setPlainText(text)
        self._putting = False
