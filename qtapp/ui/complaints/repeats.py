"""Earlier complaints that look like the one being registered, shown before it gets its number."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from qtapp.ui.kit.flow_layout import FlowBox
from qtapp.usecases.complaints import Repeat

HEADS = ("登记编号", "接报时间", "被举报单位", "相像之处", "状态", "内容")
ROWS = 4
SAME_FIRM = "同一单位"
GIST = 40


class RepeatsStrip(QFrame):
    """Enter registers all the same; G links the chosen one; Esc goes back to the entry."""

    anyway = Signal()
    linked = Signal(str)  # the number of the earlier complaint
    left = Signal()
    opened = Signal(int)  # id of the earlier complaint

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("repeats")
        self.setStyleSheet("#repeats { border: 2px solid #c77700; border-radius: 6px; }")
        self.title, self.list = QLabel(wordWrap=True), QTreeWidget()
        self.list.setHeaderLabels(list(HEADS))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda item, _column: self.opened.emit(self._id_of(item)))
        self.repeats: tuple[Repeat, ...] = ()
        self._lay_out()

    def _lay_out(self) -> None:
        column, row = QVBoxLayout(self), FlowBox(self)
        column.addWidget(self.title)
        column.addWidget(self.list)
        for words, signal in (
            ("仍然登记（Enter）", self.anyway.emit),
            ("关联选中的一件并登记（G）", self._link),
            ("返回修改（Esc）", self.left.emit),
        ):
            button = QPushButton(words)
            button.clicked.connect(lambda _checked=False, act=signal: act())
            row.flow.addWidget(button)
        column.addWidget(row)
        self.list.setMinimumHeight(int(self.fontMetrics().height() * 1.6 * (ROWS + 1)))
        self.setFocusProxy(self.list)

    def show_repeats(self, repeats: Sequence[Repeat]) -> None:
        self.repeats = tuple(sorted(repeats, key=lambda r: not r.why.startswith(SAME_FIRM)))
        self.title.setText(
            f"近一年有 {len(self.repeats)} 件相像的举报，请看是不是同一件事："
            "↑↓ 选择，Enter 仍然登记，G 关联选中的一件"
        )
        self.list.clear()
        for repeat in self.repeats:
            received = f"{repeat.received_at:%Y-%m-%d %H:%M}" if repeat.received_at else ""
            words = (repeat.number, received, repeat.target_name, repeat.why, repeat.state)
            item = QTreeWidgetItem([*words, repeat.content[:GIST]])
            item.setData(0, Qt.ItemDataRole.UserRole, repeat.record_id)
            item.setToolTip(5, repeat.content)
            self.list.addTopLevelItem(item)
        for column in range(len(HEADS) - 1):
            self.list.resizeColumnToContents(column)
        if first := self.list.topLevelItem(0):
            self.list.setCurrentItem(first)
        self.show()
        self.list.setFocus()

    @staticmethod
    def _id_of(item: QTreeWidgetItem) -> int:
        return int(item.data(0, Qt.ItemDataRole.UserRole))

    def _link(self) -> None:
        if item := self.list.currentItem():
            self.linked.emit(item.text(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            deeds = {
                Qt.Key.Key_Return: self.anyway.emit,
                Qt.Key.Key_Enter: self.anyway.emit,
                Qt.Key.Key_G: self._link,
                Qt.Key.Key_Escape: self.left.emit,
            }
            if deed := deeds.get(Qt.Key(event.key())):
                deed()
                return True
        return super().eventFilter(watched, event)
