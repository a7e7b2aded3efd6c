"""How a person drives the program: keys into whatever has the focus, Chinese through the input method."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qtapp.ui.kit.editor import Editor


def shown(qtbot: QtBot, widget: QWidget, wide: int = 1216, high: int = 700) -> None:
    """Put a widget on the screen with the keyboard in it."""
    widget.resize(wide, high)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def focus() -> QWidget:
    """Where the next key goes."""
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the keyboard"
    return found


def press(*keys: str) -> None:
    """Keys as they are written in the guide: `press("Ctrl+Enter", "Tab")`."""
    for key in keys:
        combination: Any = QKeySequence(key.replace("Enter", "Return"))
        combination = combination[0]
        QTest.keyClick(focus(), combination.key(), combination.keyboardModifiers())


def write(words: str) -> None:
    """Type: letters and digits by keys, Chinese as an input method hands it over."""
    if words.isascii():
        QTest.keyClicks(focus(), words)
        return
    composing = QInputMethodEvent("pin yin", [])
    QApplication.sendEvent(focus(), composing)
    done = QInputMethodEvent()
    done.setCommitString(words)
    QApplication.sendEvent(focus(), done)


def go_to(editor: Editor, name: str) -> None:
    """As a click into the entry would."""
    editor.entry(name).setFocus(Qt.FocusReason.MouseFocusReason)


def fill_in(editor: Editor, **entries: str) -> None:
    for name, words in entries.items():
        go_to(editor, name)
        write(words)


def picture(widget: QWidget, path: Path) -> None:
    """What the person sees, for looking at it."""
    widget.grab().save(str(path))
