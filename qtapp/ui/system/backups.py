"""Backups: made at a key, listed, and the guided way back from one."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from qtapp.ui.kit.ask import BACKUPS
from qtapp.ui.kit.commands import Command, push
from qtapp.ui.kit.entries import ENTER
from qtapp.ui.kit.flow_layout import FlowBox
from qtapp.ui.kit.notices import Strip, sentence
from qtapp.ui.kit.progress_line import ProgressLine
from qtapp.ui.kit.workplace import Workplace
from qtapp.ui.system.care import BackupShown, Care
from qtapp.usecases.care import Health, verify
from qtapp.usecases.progress import Progress

ITEM = Qt.ItemDataRole.UserRole


class BackupPanel(QWidget):
    """Before a restore the person sees what is in the backup; what lies here now is kept beside it."""

    def __init__(self, place: Workplace, care: Care) -> None:
        super().__init__()
        self.place, self.care = place, care
        self.strip, self.progress = Strip(self), ProgressLine(self)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName("已有的备份")
        self.list.setHeaderLabels(["备份时间", "机关", "记录数", "文件"])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.itemDoubleClicked.connect(lambda _item, _column: self.restore_chosen())
        self.health = QLabel(self)
        self.health.setWordWrap(True)
        self._lay_out()

    def _lay_out(self) -> None:
        words = QLabel(
            "备份是整个登记簿的一份完整副本，建好后会自动核对。举报人密钥不在备份里，请另行保管恢复码。"
            "请经常把备份拷到 U 盘或另一台电脑上。",
            self,
        )
        words.setWordWrap(True)
        where = QLabel(f"登记簿所在文件夹：{self.care.folder}", self, wordWrap=True)
        where.setMinimumWidth(1)  # a long path must not hold the window open
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        where.setProperty("quiet", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self.make = push(Command("立即备份", self.back_up), self)
        self.make.setProperty("main", True)  # noqa: FBT003 - a dynamic property has no name for its value
        row = FlowBox(self)
        row.flow.addWidget(self.make)
        for command in (
            Command("备份到…", self.back_up_to),
            Command("恢复选中的备份", self.restore_chosen),
            Command("从文件恢复…", self.restore_from),
            Command("检查登记簿", self.check),
        ):
            row.flow.addWidget(push(command, self))
        column = QVBoxLayout(self)
        for widget in (words, where, self.strip, row, self.progress):
            column.addWidget(widget)
        column.addWidget(self.health)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.make)

    def look(self) -> None:
        self.place.tasks.work_out(self, self.care.found, self._show, self._refuse)

    def _show(self, found: list[BackupShown]) -> None:
        self.list.clear()
        for one in found:
            cells = [f"{one.made_at:%Y-%m-%d %H:%M}", one.bureau, f"{one.records:,}", one.path.name]
            item = QTreeWidgetItem(self.list, cells)
            item.setData(0, ITEM, one)
        for place in range(self.list.columnCount()):
            self.list.resizeColumnToContents(place)
        self.list.setCurrentItem(self.list.topLevelItem(0) or QTreeWidgetItem())

    # --- there ---

    def back_up(self) -> None:
        self._back_up(self.care.suggested())

    def back_up_to(self) -> None:
        self.place.ask.save_path("备份到", self.care.suggested().name, BACKUPS, self._back_up)

    def _back_up(self, path: Path) -> None:
        self.strip.clear()
        self.progress.watch(Progress(), "正在备份并核对")
        self.place.tasks.work_out(self, lambda: self.care.back_up(path), self._backed_up, self._refuse)

    def _backed_up(self, made: BackupShown) -> None:
        self.progress.stop()
        self.place.notices.done(f"备份完成并已核对：{made.path.name}，共 {made.records:,} 条记录")
        self.look()

    # --- and back ---

    def restore_chosen(self) -> None:
        item = self.list.currentItem()
        one = item.data(0, ITEM) if item else None
        if isinstance(one, BackupShown):
            self.offer_restore(one.path)

    def restore_from(self) -> None:
        self.place.ask.open_path("选择备份文件", BACKUPS, self.offer_restore)

    def offer_restore(self, path: Path) -> None:
        self.strip.clear()
        self.progress.watch(Progress(), "正在核对这份备份")
        self.place.tasks.work_out(self, lambda: self.care.examine(path), self._offer, self._refuse)

    def _offer(self, one: BackupShown) -> None:
        self.progress.stop()
        question = (
            f"这份备份建于 {one.made_at:%Y-%m-%d %H:%M}，{one.bureau}，"
            f"共 {one.records:,} 条记录，内容完好。\n\n"
            "恢复后，登记簿回到那个时候的样子；现在的登记簿会原样留在旁边的文件夹里，不会删除。"
        )
        self.place.ask.confirm(question, "恢复这份备份", lambda: self.care.restore(one.path))

    # --- is it sound ---

    def check(self) -> None:
        self.health.setText("正在检查…")
        self.place.tasks.look(self, verify, self._say_health, self._refuse)

    def _say_health(self, found: Health) -> None:
        if found.ok:
            self.health.setText("✓ 登记簿完好：数据库、操作记录、附件和编号都没有问题。")
        else:
            lines = "\n".join(f"✕ {problem.text}" for problem in found.problems[:20])
            self.health.setText(f"{lines}\n请先备份现在的登记簿，再从最近一份完好的备份恢复。")

    def _refuse(self, error: BaseException) -> None:
        self.progress.stop()
        self.health.setText("")
        if words := sentence(error):
            self.strip.show_text(words)
        else:
            self.place.notices.failure(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.list.hasFocus():
            self.restore_chosen()
        else:
            super().keyPressEvent(event)
