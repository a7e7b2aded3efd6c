"""What a search found, grouped by kind, floating under the box it was typed into."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from qtapp.domain.kinds import Kind
from qtapp.domain.searches import Hit
from qtapp.ui.kit.measures import han, line

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

    def offer(self, total: int, hits: Sequence[Hit]) -> None:
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

    def chosen(self) -> Hit | None:
        item = self.currentItem()
        found = item.data(0, HIT) if item else None
        return found if isinstance(found, Hit) else None


def _place(kind: str) -> int:
    return list(Kind).index(Kind(kind))
