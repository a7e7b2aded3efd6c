"""Asking never waits: the answer comes to a callback, or does not come."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from qtapp.ui.kit.measures import han, line
from qtapp.ui.kit.memory import Forgetful, Memory

FOLDER = "folder"
LABELS = {  # what Qt's own Chinese leaves in English, or words otherwise than Windows does
    QFileDialog.DialogLabel.LookIn: "查找范围：",
    QFileDialog.DialogLabel.FileName: "文件名(&N)：",
    QFileDialog.DialogLabel.FileType: "文件类型(&T)：",
}
WORKBOOKS = "Excel 工作簿 (*.xlsx)"
TABLES = "表格 (*.xlsx *.csv)"
PDFS = "PDF 文件 (*.pdf)"
BACKUPS = "备份 (*.zip)"


class Ask(Protocol):
    """How the program asks. Each question is answered at most once."""

    def confirm(self, question: str, do: str, then: Callable[[], object]) -> None: ...

    def choose(self, question: str, answers: dict[str, Callable[[], object]]) -> None: ...

    def words(self, question: str, do: str, then: Callable[[str], object]) -> None: ...

    def save_path(self, title: str, suggestion: str, kinds: str, then: Callable[[Path], object]) -> None: ...

    def open_path(self, title: str, kinds: str, then: Callable[[Path], object]) -> None: ...


class QtAsk:
    """Asks with window-modal dialogs over one window; the last folder is remembered."""

    def __init__(self, window: QWidget | None = None, memory: Memory | None = None) -> None:
        self._window, self._memory = window, memory or Forgetful()

    def stand_on(self, window: QWidget) -> None:
        """The window came after: it needs to ask, and questions need it to stand on."""
        self._window = window

    def confirm(self, question: str, do: str, then: Callable[[], object]) -> None:
        self.choose(question, {do: then})

    def choose(self, question: str, answers: dict[str, Callable[[], object]]) -> None:
        """One button an answer, and 取消. Nothing happens on 取消."""
        box = QMessageBox(QMessageBox.Icon.Question, "请确认", question, parent=self._window)
        doing = {
            box.addButton(text, QMessageBox.ButtonRole.AcceptRole): then for text, then in answers.items()
        }
        box.setEscapeButton(box.addButton("取消", QMessageBox.ButtonRole.RejectRole))
        box.buttonClicked.connect(lambda button: doing[button]() if button in doing else None)
        box.finished.connect(box.deleteLater)
        box.open()

    def words(self, question: str, do: str, then: Callable[[str], object]) -> None:
        """A reason in words. It is not taken while it is empty."""
        dialog = QDialog(self._window)
        dialog.setWindowTitle("请填写")
        entry = QPlainTextEdit(dialog, tabChangesFocus=True)
        entry.setAccessibleName(question)
        entry.setMinimumSize(han(dialog, 24), line(dialog, 4))
        buttons = QDialogButtonBox(dialog)
        accept = buttons.addButton(do, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        accept.setEnabled(False)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), dialog).activated.connect(accept.click)
        accept.setToolTip(f"{do}（Ctrl+Enter）")
        entry.textChanged.connect(lambda: accept.setEnabled(bool(entry.toPlainText().strip())))
        layout = QVBoxLayout(dialog)
        layout.addWidget(QLabel(question, dialog, wordWrap=True))
        layout.addWidget(entry)
        layout.addWidget(buttons)
        buttons.accepted.connect(dialog.accept)
        buttons.rejected.connect(dialog.reject)
        dialog.accepted.connect(lambda: then(entry.toPlainText().strip()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_path(self, title: str, suggestion: str, kinds: str, then: Callable[[Path], object]) -> None:
        dialog = self._files(title, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(kinds.partition("*.")[2].rstrip(")").split(" ")[0])
        dialog.selectFile(file_name(suggestion))
        self._answer(dialog, then)

    def open_path(self, title: str, kinds: str, then: Callable[[Path], object]) -> None:
        dialog = self._files(title, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._answer(dialog, then)

    def _files(self, title: str, kinds: str) -> QFileDialog:
        last = Path(self._memory.get(FOLDER, ""))
        folder = last if last.is_dir() else Path.home()
        dialog = QFileDialog(self._window, title, str(folder), kinds)
        for place, words in LABELS.items():
            dialog.setLabelText(place, words)
        return dialog

    def _answer(self, dialog: QFileDialog, then: Callable[[Path], object]) -> None:
        def chosen(name: str) -> None:
            self._memory.put(FOLDER, str(Path(name).parent))
            then(Path(name))

        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


UNSEEN = "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))  # turn the reading direction
NEVER = str.maketrans(dict.fromkeys('\\/:*?"<>|\r\n\t', " ") | dict.fromkeys(UNSEEN, ""))


def file_name(words: str) -> str:
    """Words as a file name that Windows takes."""
    name = " ".join(words.translate(NEVER).split())
    stem, dot, suffix = name.rpartition(".")
    return f"{stem[:100]}{dot}{suffix}" if dot and len(suffix) <= 5 else name[:100]  # noqa: PLR2004 - a suffix
