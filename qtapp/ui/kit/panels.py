"""Panels over what a page shows: one at a time, gone when it says that it is closed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget


class PanelStack(QStackedWidget):
    """The page's own widget lies at the bottom; a panel on top of it takes the keyboard."""

    emptied = Signal()  # the last panel has gone

    def __init__(self, ground: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ground = ground
        self.addWidget(ground)

    @property
    def panel(self) -> QWidget | None:
        return self.widget(1)

    def open(self, panel: QWidget) -> None:
        """A panel that was there keeps its draft and goes."""
        while before := self.panel:
            self._take_away(before)
        self.addWidget(panel)
        self.setCurrentWidget(panel)
        if hasattr(panel, "closed"):
            panel.closed.connect(lambda: self.close_panel(panel))
        getattr(panel, "focus_first", panel.setFocus)()

    def close_panel(self, panel: QWidget) -> None:
        if self.indexOf(panel) > 0:
            self._take_away(panel)
            self.emptied.emit()

    def _take_away(self, panel: QWidget) -> None:
        panel.hide()
        self.removeWidget(panel)
        panel.deleteLater()
