"""What was just done, said large, with what one usually does next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from qtapp.ui.kit.list_page import ListPage
from qtapp.ui.kit.measures import scaled
from qtapp.usecases.records import Whole

Offer = tuple[str, str, Callable[[], object]]  # (words, key, what it does)
LARGE = 1.6


class DoneStrip(QWidget):
    """Stays until Esc or until the next thing is done. Its first offer has the focus."""

    closed = Signal()

    def __init__(
        self, words: str, large: str, offers: Sequence[Offer], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._about, self._seen = 0, False
        frame = QFrame(self)
        frame.setObjectName("done")
        frame.setStyleSheet("#done { border: 2px solid palette(highlight); border-radius: 6px; }")
        self.words, self.large = QLabel(words, wordWrap=True), QLabel(large, wordWrap=True)
        self.large.setFont(scaled(self, LARGE, bold=True))
        self.large.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.large.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.buttons = [self._button(*offer) for offer in (*offers, ("回到列表", "Esc", self.closed.emit))]
        column, outer = QVBoxLayout(frame), QVBoxLayout(self)
        for widget in (self.words, self.large, *self.buttons):
            column.addWidget(widget)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        outer.addStretch(1)
        self.setFocusProxy(self.buttons[0])

    def _button(self, words: str, key: str, deed: Callable[[], object]) -> QPushButton:
        button = QPushButton(f"{words}（{key}）" if key else words, self)
        button.setAutoDefault(True)
        button.clicked.connect(lambda _checked=False: deed())
        if key and key != "Esc":
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda *_: deed())
        return button

    def stand_by(self, page: ListPage, record_id: int) -> None:
        """Beside the record it speaks of; it goes when another one is chosen."""
        self._about = record_id
        page.shown.connect(self._follow)
        page.open_beside(self)

    @Slot(object)
    def _follow(self, found: Whole | None) -> None:
        shown = found.record.id if found else 0
        if shown == self._about:
            self._seen = True
        elif self._seen:
            self._seen = False
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button with the focus, also outside a dialog; Esc leaves."""
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QPushButton):
            focus.click()
        else:
            super().keyPressEvent(event)
