"""One search over everything, always there: results while typing, grouped by kind."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal  # not Qt: all its enumerations take as long as painting the frame
from PySide6.QtWidgets import QLineEdit, QWidget

from qtapp.domain.kinds import Kind

if TYPE_CHECKING:  # the box is shown before there is anything to search
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from qtapp.domain.searches import Hit
    from qtapp.tasks.tasks import Tasks
    from qtapp.ui.kit.hit_list import HitList

PAUSE_MS = 200
MOST = 40


def find(work: Any, text: str) -> "tuple[int, list[Hit]]":
    from qtapp.usecases.records import search

    return search(work, text, MOST)


class SearchBox(QLineEdit):
    wanted = Signal(object, int)  # Kind, id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            parent, placeholderText="搜索全部：编号、名称、内容（Ctrl+K）", clearButtonEnabled=True
        )
        self.setAccessibleName("搜索全部")
        self._tasks: Tasks | None = None
        self._asked = 0
        self.list: HitList | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(self._pause.start)

    def serve(self, tasks: "Tasks") -> None:
        """The register is open; what was typed meanwhile is searched now."""
        self._tasks = tasks
        if self.text():
            self._pause.start()

    def _ask(self) -> None:
        self._asked += 1
        asked, text = self._asked, self.text().strip()
        if not text:
            self.shut()
        elif self._tasks:
            self._tasks.look(self, lambda work: find(work, text), lambda found: self._offer(asked, *found))

    def _offer(self, asked: int, total: int, hits: "Sequence[Hit]") -> None:
        if asked != self._asked or not self.hasFocus():
            return
        if self.list is None:
            from qtapp.ui.kit.hit_list import HitList

            self.list = HitList(self.window())
            self.list.itemClicked.connect(lambda _item, _column: self._take())
        self.list.offer(total, hits)
        self.list.place_under(self)

    def shut(self) -> None:
        self._asked += 1
        self._pause.stop()
        if self.list:
            self.list.hide()

    def _take(self) -> None:
        hit = self.list.chosen() if self.list else None
        if hit:
            self.shut()
            self.wanted.emit(Kind(hit.kind), hit.record_id)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        if not self._steers(event):
            super().keyPressEvent(event)

    def _steers(self, event: "QKeyEvent") -> bool:
        from PySide6.QtCore import Qt

        key, shown = event.key(), self.list is not None and not self.list.isHidden()
        if self.list and shown and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take() if shown and not self._pause.isActive() else self._ask()
        elif key == Qt.Key.Key_Escape:
            self.shut()
            self.clear()
        else:
            return False
        return True

    def focusOutEvent(self, event: "QFocusEvent") -> None:
        super().focusOutEvent(event)
        if not (self.list and self.list.underMouse()):
            self.shut()
