"""One thing to do, declared once: a button, a menu entry, a key and the condition to offer it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QToolBar, QToolButton, QWidget

from qtapp.ui.kit.icons import Icons


def always() -> bool:
    return True


@dataclass(frozen=True)
class Command:
    text: str
    do: Callable[[], object]
    key: str = ""  # "Ctrl+N"; several apart by blanks; Enter means both Enter keys
    when: Callable[[], bool] = always
    icon: str = ""
    hint: str = ""  # what it does, where the text leaves it open
    button: bool = True  # False: only key and menu


SPOKEN = {"Return": "Enter", "PgUp": "PageUp", "PgDown": "PageDown", "Del": "Delete"}


def sequences(key: str) -> list[QKeySequence]:
    names = [part for part in key.split(" ") if part]
    both = [n.replace("Enter", "Return") for n in names if n.endswith("Enter")]
    return [QKeySequence(name) for name in (*both, *names)]


def spoken(key: str) -> str:
    """The first key as it is written on keyboards."""
    first = key.split(" ", maxsplit=1)[0]
    return "+".join(SPOKEN.get(part, part) for part in first.split("+")) if first != "+" else first


def tip(command: Command) -> str:
    words = command.hint or command.text
    return f"{words}（{spoken(command.key)}）" if command.key else words


class Commands:
    """The commands of a page: its actions, at work wherever the focus is within the owners."""

    def __init__(self, owners: Sequence[QWidget], icons: Icons) -> None:
        self._owners, self._icons = tuple(owners), icons
        self._made: list[tuple[Command, QAction]] = []

    def add(self, *commands: Command) -> None:
        for command in commands:
            action = QAction(self._icons.get(command.icon), command.text, self._owners[0])
            action.setShortcuts(sequences(command.key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setToolTip(tip(command))
            action.setEnabled(command.when())
            action.triggered.connect(_doing(command))
            for owner in self._owners:
                owner.addAction(action)
            self._made.append((command, action))

    def refresh(self) -> None:
        """Ask every command again whether it may be offered now."""
        for command, action in self._made:
            action.setEnabled(command.when())

    def action(self, text: str) -> QAction:
        return next(action for command, action in self._made if command.text == text)

    def keys(self) -> list[tuple[str, str]]:
        """(key, what it does) for F1."""
        return [(spoken(c.key), c.hint or c.text) for c, _ in self._made if c.key]

    def fill(self, bar: QToolBar) -> None:
        for command, action in self._made:
            if command.button and action not in bar.actions():
                bar.addAction(action)
                name_button(bar.widgetForAction(action), command)

    def menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([action for _, action in self._made])
        return menu


def name_button(button: QWidget | None, command: Command) -> None:
    if isinstance(button, QToolButton):
        button.setAccessibleName(command.text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def _doing(command: Command) -> Callable[[], None]:
    def do() -> None:
        if command.when():
            command.do()

    return do


def bar(parent: QWidget) -> QToolBar:
    tools = QToolBar(parent)
    tools.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    tools.setMovable(False)
    side = round(tools.fontMetrics().height() * 1.1)
    tools.setIconSize(tools.iconSize().scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
    return tools


def push(command: Command, parent: QWidget, icons: Icons | None = None) -> QPushButton:
    """A plain button for a command; the key is the owner's business."""
    label = f"{command.text}（{spoken(command.key)}）" if command.key else command.text
    button = QPushButton(label, parent)
    button.setToolTip(tip(command))
    if icons:
        button.setIcon(icons.get(command.icon))
    button.clicked.connect(_doing(command))
    return button


def sign_button(sign: str, says: str, parent: QWidget) -> QToolButton:
    """A small flat button with a sign on it; what it does stands in the tooltip."""
    button = QToolButton(parent)
    button.setText(sign)
    button.setToolTip(says)
    button.setAccessibleName(says)
    button.setAutoRaise(True)
    return button
