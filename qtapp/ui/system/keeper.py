"""The keeper's key to the informants: its recovery code shown on paper or for a minute, and taken back in."""

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from qtapp.ui.kit.commands import Command, push
from qtapp.ui.kit.measures import han, scaled
from qtapp.ui.kit.notices import Strip, sentence
from qtapp.ui.kit.workplace import Workplace

SHOWN_MS = 60_000
WHAT_FOR = (
    "举报人信息用密钥锁着，密钥只在这台电脑上，不在备份里。电脑坏了，要靠恢复码才能再看到举报人信息。"
    "请把恢复码抄下或打印，封好后由局领导指定的专人保管，不要存在电脑里。"
)


def recovery_code(work: Any) -> str:
    """The code; that somebody looked at it is written down first."""
    work.audit.note(work.now(), "查看密钥恢复码")
    return str(work.vault.recovery_code())


def recover(work: Any, code: str) -> None:
    work.vault.recover(code)
    work.audit.note(work.now(), "用恢复码恢复密钥")


class KeeperPanel(QWidget):
    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.place = place
        self.strip = Strip(self)
        words = QLabel(WHAT_FOR, self)
        words.setWordWrap(True)
        self.code = QLineEdit(self, placeholderText="换了电脑或密钥丢失时，在这里键入恢复码")
        self.code.setAccessibleName("恢复码")
        self.code.returnPressed.connect(self.take_back)
        show = push(Command("显示恢复码", self.ask_to_show), self)
        back = push(Command("恢复密钥", self.take_back), self)
        row = QHBoxLayout()
        row.addWidget(self.code, 1)
        row.addWidget(back)
        column = QVBoxLayout(self)
        for widget in (words, self.strip):
            column.addWidget(widget)
        column.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)
        column.addStretch(1)
        self.setFocusProxy(show)

    def ask_to_show(self) -> None:
        self.place.ask.confirm(
            "恢复码会显示在屏幕上，一分钟后自动收起。请确认旁边没有无关的人。这次查看会记入操作记录。",
            "显示",
            lambda: self.place.tasks.change(self, recovery_code, self._show, self._refuse),
        )

    def _show(self, code: str) -> None:
        CodeDialog(code, self.place, self).open()

    def take_back(self) -> None:
        code = self.code.text().strip()
        if code:
            self.place.tasks.change(self, lambda work: recover(work, code), self._taken, self._refuse)

    def _taken(self, _none: None) -> None:
        self.code.clear()
        self.strip.clear()
        self.place.notices.done("密钥已恢复，可以查看举报人信息了")

    def _refuse(self, error: BaseException) -> None:
        if words := sentence(error):
            self.strip.show_text(words)
        else:
            self.place.notices.failure(error)


class CodeDialog(QDialog):
    """Closes itself after a minute."""

    def __init__(self, code: str, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent)
        self._code, self._place = code, place
        self.setWindowTitle("举报人密钥恢复码")
        self.shown = QLabel(code, self, wordWrap=True)
        self.shown.setFont(scaled(self, 1.5))
        self.shown.setMinimumWidth(han(self, 30))
        self.shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        buttons = QDialogButtonBox(self)
        buttons.addButton("打印", QDialogButtonBox.ButtonRole.ActionRole).clicked.connect(self.print)
        buttons.addButton("收起", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        self.finished.connect(self.deleteLater)
        column = QVBoxLayout(self)
        column.addWidget(QLabel("封存后由专人保管。", self))
        column.addWidget(self.shown)
        column.addWidget(buttons)
        QTimer.singleShot(SHOWN_MS, self, self.accept)

    def print(self) -> None:
        from PySide6.QtPrintSupport import QPrinter

        from qtapp.ui.kit.printing import print_dialog

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = print_dialog(printer, self)
        dialog.accepted.connect(lambda: paper(self._code, f"{self._place.today}").print_(printer))
        QDialog.open(dialog)


def paper(code: str, on: str) -> QTextDocument:
    """The sheet that goes into the safe."""
    document = QTextDocument()
    document.setDefaultFont(QFont("", 14))
    document.setHtml(f"<h2>举报人密钥恢复码</h2><p>{WHAT_FOR}</p><h3>{code}</h3><p>打印日期：{on}</p>")
    return document
