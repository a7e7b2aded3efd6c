"""One search over everything, always there: results while typing, grouped by kind."""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from qtapp.domain.kinds import Kind
from qtapp.ui.kit.measures import han, line

if TYPE_CHECKING:  # the box is shown before there is anything to search
    from qtapp.domain.searches import Hit
    from qtapp.tasks.tasks import Tasks

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PAUSE_MS = 200
MOST = 40
HIT = Qt.ItemDataRole.UserRole


class HitList(QTreeWidget):
    """Floats over the page within the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(line(self, 0.8))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("floating", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self.setAccessibleName("搜索结果")
        self.hide()

    def offer(self, total: int, hits: "Sequence[Hit]") -> None:
        self.clear()
        for kind, found in groupby(sorted(hits, key=lambda hit: _place(hit.kind)), key=lambda hit: hit.kind):
            group = QTreeWidgetItem(self, [Kind(kind).label])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for hit in found:
                item = QTreeWidgetItem(group, [hit.title, hit.snippet.replace(hit.title, "").strip()])
                item.setToolTip(0, hit.title)
                item.setData(0, HIT, hit)
                item.setForeground(1, self.palette().placeholderText())
            group.setExpanded(True)
        more = total - len(hits)
        words = "没有找到" if not hits else f"还有 {more} 条，请把搜索词写得更具体" if more > 0 else ""
        if words:
            QTreeWidgetItem(self, [words]).setFlags(Qt.ItemFlag.NoItemFlags)
        self.step(1)

    def place_under(self, entry: QWidget) -> None:
        corner = entry.mapTo(self._window, QPoint(0, entry.height()))
        room = self._window.width() - 2 * line(self)
        wide = min(han(self, 52), room)
        high = min(line(self, 24), self._window.height() - corner.y() - line(self))
        left = min(corner.x(), self._window.width() - wide - line(self))
        self.setGeometry(max(left, 0), corner.y(), wide, high)
        self.setColumnWidth(0, wide * 3 // 5)
        self.show()
        self.raise_()

    def hits(self) -> list[QTreeWidgetItem]:
        groups = (self.topLevelItem(i) for i in range(self.topLevelItemCount()))
        children = (g.child(i) for g in groups if g for i in range(g.childCount()))
        return [child for child in children if child]

    def step(self, turn: int) -> None:
        items = self.hits()
        if items:
            current = self.currentItem()
            here = items.index(current) if current in items else -turn if turn > 0 else 0
            self.setCurrentItem(items[(here + turn) % len(items)])

    def chosen(self) -> "Hit | None":
        from qtapp.domain.searches import Hit

        item = self.currentItem()
        found = item.data(0, HIT) if item else None
        return found if isinstance(found, Hit) else None


def find(work: Any, text: str) -> "tuple[int, list[Hit]]":
    from qtapp.usecases.records import search

    return search(work, text, MOST)


def _place(kind: str) -> int:
    return list(Kind).index(Kind(kind))


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
        self.installEventFilter(self)

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._steers(event):
            return True
        return super().eventFilter(watched, event)

    def _steers(self, event: QKeyEvent) -> bool:
        key, shown = event.key(), self.list is not None and not self.list.isHidden()
        if self.list and shown and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in ENTER:
            self._take() if shown and not self._pause.isActive() else self._ask()
        elif key == Qt.Key.Key_Escape:
            self.shut()
            self.clear()
        else:
            return False
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not (self.list and self.list.underMouse()):
            self.shut()
