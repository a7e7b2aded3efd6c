"""What went wrong, sorted by who has to act: a sentence beside the work, or a report to hand on."""

import errno
import logging
import re
import traceback
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from qtapp.domain.errors import Cancelled, UserError
from qtapp.ui.kit.commands import sign_button
from qtapp.ui.kit.measures import han, line

log = logging.getLogger(__name__)

IN_USE = "文件正被别的程序（如 Excel、WPS）打开，或者没有写入权限；请关闭那个程序或换一个文件夹再试"
GONE = "找不到这个文件或文件夹，请核对名称，U 盘和网络盘请确认已接好"
FULL = "磁盘空间不足，请清理磁盘或换一个盘再试；已保存的数据没有受影响"
REASONS = {
    errno.ENOSPC: FULL,
    errno.EACCES: IN_USE,
    errno.EPERM: IN_USE,
    errno.EBUSY: IN_USE,
    errno.ENOENT: GONE,
    errno.ENOTDIR: GONE,
    errno.EROFS: "这个盘是只读的，请换一个文件夹再试",
    errno.EISDIR: "这是一个文件夹，不是文件，请另选文件",
    errno.EEXIST: "同名的文件或文件夹已经存在，请换一个名称",
    errno.ENAMETOOLONG: "文件名太长，请换一个短一些的名称",
    errno.EIO: "磁盘读写出错，请检查磁盘或 U 盘，并尽快备份",
    errno.EMFILE: "打开的文件太多，请关闭几个程序后再试",
}
WINDOWS_REASONS = {32: IN_USE, 33: IN_USE, 112: FULL, 53: GONE, 67: GONE, 21: "盘没有准备好，请确认已接好"}


def system_sentence(error: OSError) -> str:
    """What the system refused, in a sentence that says what to do."""
    windows = getattr(error, "winerror", None)
    reason = WINDOWS_REASONS.get(windows or 0) or REASONS.get(
        error.errno or 0, "系统没有说明原因，请再试一次"
    )
    name = Path(str(error.filename)).name if error.filename else ""
    return f"未能读写{f'“{name}”' if name else '文件'}：{reason}"


def sentence(error: BaseException) -> str:
    """What the person reads where the fault is one that can be mended at the desk; else ""."""
    match error:
        case Cancelled():
            return str(error)
        case UserError():
            return str(error)
        case OSError():
            return system_sentence(error)
    return ""


class CrashReport(Protocol):
    def show(self, error: BaseException) -> None: ...


class Notices(QObject):
    """Every failed use case arrives here, and so does what fails in slots."""

    told = Signal(str)  # a sentence for the window's message strip
    praised = Signal(str)  # what has just been done

    def __init__(self, crash: CrashReport) -> None:
        super().__init__()
        self._crash = crash

    def tell(self, words: str) -> None:
        self.told.emit(words)

    def done(self, words: str) -> None:
        """Something succeeded: said in the status line; the strip with the last fault goes."""
        self.praised.emit(words)

    @Slot(object)
    def failure(self, error: BaseException) -> None:
        if words := sentence(error):
            if isinstance(error, OSError):
                log.info("the system refused: %s", error)
            self.told.emit(words)
        else:
            log.critical("bug", exc_info=error)
            self._crash.show(error)


SECRET = re.compile(r"[^\x00-\x7f]+|[0-9]{4,}")


def report_text(error: BaseException, about: str) -> str:
    """What can be handed to whoever keeps the program: places in the program, no word out of the register."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    words = SECRET.sub("…", str(error))[:300]
    return "\n".join((about, f"{type(error).__name__}: {words}", *places))


def _place(name: str) -> str:
    """The file within the program; nothing of the machine's folders."""
    parts = Path(name).parts
    for room in ("qtapp", "forms", "tests"):
        if room in parts:
            return "/".join(parts[parts.index(room) :])
    return parts[-1] if parts else name


class CrashDialog:
    """Shows one report at a time: a fault in painting comes back with every painted cell."""

    def __init__(self, about: str) -> None:
        self._about = about
        self._shown: QDialog | None = None

    def show(self, error: BaseException) -> None:
        if self._shown is None:
            self._shown = self._dialog(report_text(error, self._about))
            self._shown.finished.connect(self._gone)
            self._shown.open()

    def _gone(self) -> None:
        if self._shown:
            self._shown.deleteLater()
        self._shown = None

    def _dialog(self, report: str) -> QDialog:
        dialog = QDialog()
        dialog.setWindowTitle("程序出错")
        words = QLabel(
            "程序在刚才这一步出了错，这一步没有保存；已保存的数据不受影响。\n"
            "可以继续使用，或重新打开程序再试一次。若再次出现，请复制下面的内容交给系统管理员，其中不含个人信息。",
            dialog,
            wordWrap=True,
        )
        details = QPlainTextEdit(report, dialog, readOnly=True)
        details.setAccessibleName("错误详情")
        details.setMinimumSize(han(dialog, 36), line(dialog, 10))
        buttons = QDialogButtonBox(dialog)
        copy = buttons.addButton("复制详情", QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton("继续", QDialogButtonBox.ButtonRole.AcceptRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        buttons.accepted.connect(dialog.accept)
        layout = QVBoxLayout(dialog)
        for widget in (words, details, buttons):
            layout.addWidget(widget)
        return dialog


class Strip(QFrame):
    """A message that stays until it is closed or the next success."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, tone: str = "warning") -> None:
        super().__init__(parent)
        self.setProperty("strip", tone)
        self.words = QLabel(self, wordWrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.shut = sign_button("✕", "关闭这条消息", self)
        self.shut.clicked.connect(self.clear)
        self.row = QHBoxLayout(self)
        self.row.addWidget(self.words, 1)
        self.row.addWidget(self.shut)
        self.hide()

    def show_text(self, words: str) -> None:
        self.words.setText(words)
        self.setVisible(bool(words))

    @property
    def text(self) -> str:
        return self.words.text() if not self.isHidden() else ""

    @Slot()
    def clear(self) -> None:
        if not self.isHidden():
            self.hide()
            self.closed.emit()
