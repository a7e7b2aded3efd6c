"""工作台: what waits for me, each line one key away from its list."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from qtapp.domain.kinds import Kind
from qtapp.domain.study import Session
from qtapp.ui.kit.commands import Command, Commands
from qtapp.ui.kit.flow_layout import FlowBox
from qtapp.ui.kit.measures import han, line, scaled
from qtapp.ui.kit.page import Page
from qtapp.ui.kit.typed_days import WEEKDAYS
from qtapp.ui.kit.workplace import Workplace
from qtapp.usecases.desk import Waiting, studied_this_week, waiting

DRAFT_PAGES = {kind.value: kind for kind in Kind}
ARROWS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
}
Standing = tuple[list[Waiting], Session | None, list[str]]


def standing(work: Any) -> Standing:
    """What waits, this week's study, and the drafts that lie unfinished."""
    return waiting(work, work.today), studied_this_week(work, work.today), work.drafts.keys()


class Card(QPushButton):
    """A number large, what it counts below; urgent ones bear a sign as well as a colour."""

    def __init__(self, number: str, words: str, *, urgent: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self.setProperty("urgent", urgent)
        self.setAccessibleName(f"{words} {number}")
        sign = "‼ " if urgent else ""
        figure, name = QLabel(f"{sign}{number}", self), QLabel(words, self)
        figure.setFont(scaled(self, 1.8, bold=True))
        name.setWordWrap(True)
        column = QVBoxLayout(self)
        for label in (figure, name):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        self.setFixedSize(han(self, 11), line(self, 5.2))


class DeskPage(Page):
    chapter = "start"

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.place = place
        self.day = QLabel(self)
        self.day.setProperty("quiet", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self.cards: list[Card] = []
        self._found: object = None  # what the cards say
        self.area = QScrollArea(self, widgetResizable=True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.commands = Commands([self], place.icons)
        self.commands.add(Command("刷新", self.look, "F5"))
        column = QVBoxLayout(self)
        column.addWidget(self.day)
        column.addWidget(self.area, 1)
        place.tasks.committed.connect(self._look_again)

    def keys(self) -> list[tuple[str, str]]:
        return [*self.commands.keys(), ("方向键", "在各项之间移动"), ("Enter", "打开这一项的清单")]

    def arrive(self) -> None:
        """Being shown, the page looks by itself; here it takes the keyboard."""
        (self.cards[0] if self.cards else self).setFocus(Qt.FocusReason.TabFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()

    def look(self) -> None:
        today = self.place.today
        self.day.setText(f"{today.year}年{today.month}月{today.day}日　星期{WEEKDAYS[today.weekday()]}")
        self.place.tasks.look(self, standing, lambda found: self._show(*found))

    def _look_again(self, _changed: frozenset[Kind]) -> None:
        if self.isVisible():
            self.look()

    # --- the cards ---

    def _show(self, waits: Sequence[Waiting], studied: Session | None, drafts: Sequence[str]) -> None:
        if (found := (tuple(waits), studied, tuple(drafts))) == self._found:
            return  # a card is not taken from under the finger for nothing
        self._found = found
        had = self._focused()
        within = QWidget(self.area)
        column = QVBoxLayout(within)
        column.setContentsMargins(0, 0, 0, 0)
        self.cards = []
        urgent = [one for one in waits if one.urgent]
        self._group("要紧的", [self._waiting_card(one, within) for one in urgent], column)
        rest = [self._waiting_card(one, within) for one in waits if not one.urgent]
        self._group("等着办的", rest, column)
        self._group("本周学习", [self._study_card(studied, within)], column)
        self._group("没有写完的", [c for key in drafts if (c := self._draft_card(key, within))], column)
        if not waits:
            words = QLabel("没有等着办的事。按 Ctrl+2 到“举报”，Ctrl+N 登记一件；F1 看全部按键。", within)
            words.setWordWrap(True)
            column.insertWidget(0, words)
        column.addStretch(1)
        self.area.setWidget(within)
        if self.cards and (had >= 0 or self.hasFocus()):
            self.cards[max(min(had, len(self.cards) - 1), 0)].setFocus(Qt.FocusReason.TabFocusReason)

    def _group(self, title: str, cards: Sequence[Card], column: QVBoxLayout) -> None:
        if not cards:
            return
        heading = QLabel(title, self)
        heading.setProperty("heading", True)  # noqa: FBT003 - a dynamic property has no name for its value
        within = FlowBox(self)
        for card in cards:
            within.flow.addWidget(card)
        column.addWidget(heading)
        column.addWidget(within)
        self.cards += cards

    def _waiting_card(self, one: Waiting, parent: QWidget) -> Card:
        card = Card(str(one.count), one.title, urgent=one.urgent, parent=parent)
        card.clicked.connect(partial(self._open, one))
        return card

    def _open(self, one: Waiting) -> None:
        self.place.routes.list_wanted.emit(one.kind, one.query)

    def _study_card(self, studied: Session | None, parent: QWidget) -> Card:
        if studied is None:
            card = Card("未登记", "本周集中学习还没有登记", urgent=False, parent=parent)
        else:
            called = studied.expected is not None
            figure = f"{studied.present}/{studied.expected}" if called else "未点名"
            card = Card(figure, studied.topic, urgent=False, parent=parent)
            card.setToolTip(studied.topic)
        card.clicked.connect(lambda: self._open_study(studied))
        return card

    def _open_study(self, studied: Session | None) -> None:
        if studied is None:
            self.place.routes.page_wanted.emit("study")
        else:
            self.place.routes.record_wanted.emit(Kind.SESSION, studied.id)

    def _draft_card(self, key: str, parent: QWidget) -> Card | None:
        kind = DRAFT_PAGES.get(key.partition(":")[0])
        if kind is None:
            return None
        card = Card("草稿", f"{kind.label}：接着写", urgent=False, parent=parent)
        card.clicked.connect(lambda: self._open_draft(kind, key))
        return card

    def _open_draft(self, kind: Kind, key: str) -> None:
        _, _, which = key.partition(":")
        number = which.partition(":")[0]
        if number.isdecimal():
            self.place.routes.record_wanted.emit(kind, int(number))
        else:
            self.place.routes.new_wanted.emit(kind, None)

    # --- keys ---

    def _focused(self) -> int:
        focus = QApplication.focusWidget()
        return self.cards.index(focus) if isinstance(focus, Card) and focus in self.cards else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self._focused()
        if event.key() in ARROWS and self.cards:
            turn = ARROWS[Qt.Key(event.key())]
            self.cards[(here + turn) % len(self.cards)].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here >= 0:
            self.cards[here].click()
        else:
            super().keyPressEvent(event)
