"""What was just done, said large, with what one usually does next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

Offer = tuple[str, str, Callable[[], object]]  # (words, key, what it does)
LARGE = 1.9


class DoneStrip(QFrame):
    """Stays until the next thing is done. Its first offer has the focus."""

    def __init__(
        self, words: str, large: str, offers: Sequence[Offer], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("done")
        self.setStyleSheet("#done { border: 1px solid palette(highlight); border-radius: 6px; }")
        self.words, self.large = QLabel(words), QLabel(large)
        font = self.large.font()
        font.setPointSizeF(font.pointSizeF() * LARGE)
        font.setBold(True)
        self.large.setFont(font)
        self.large.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.large.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.large.setWordWrap(True)
        self.words.setWordWrap(True)
        self.buttons = [self._button(*offer) for offer in offers]
        column = QVBoxLayout(frame)
        for widget in (self.words, self.large, *self.buttons):
            column.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.addWidget(frame)
        outer.addStretch(1)
        if self.buttons:
            self.setFocusProxy(self.buttons[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _button(self, words: str, key: str, deed: Callable[[], object]) -> QPushButton:
        button = QPushButton(f"{words}（{key}）" if key else words)
        button.setAutoDefault(True)
        button.clicked.connect(lambda: deed())
        if key:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda: deed())
        return button
