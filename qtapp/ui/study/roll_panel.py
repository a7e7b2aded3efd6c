"""The roll call of one session over the whole page."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from qtapp.domain.study import KEYS, Session
from qtapp.ui.kit.commands import Command, Commands, push
from qtapp.ui.kit.measures import han, scaled
from qtapp.ui.kit.workplace import Workplace
from qtapp.ui.study.calling import Calling
from qtapp.ui.study.roll_grid import RollGrid
from qtapp.usecases.study import call_roll

LARGE = 1.3
MARKS = "　".join(f"{key} {mark}" for key, mark in KEYS.items())
HELP = f"没来的才要记：打姓名首字母，再按 {MARKS}（或数字 1–6）。Enter 记原因，Ctrl+Enter 保存。"


class RollPanel(QWidget):
    called = Signal(object)  # Session, counted
    closed = Signal()

    def __init__(self, place: Workplace, session: Session, calling: Calling) -> None:
        super().__init__()
        self.place, self.session, self.calling = place, session, calling
        self._busy = False
        self.before = calling.exceptions()
        self.grid = RollGrid(calling)
        self.grid.changed.connect(self._say)
        self.grid.reason_wanted.connect(self._ask_reason)
        self.heading = QLabel(f"点名　{session.held_on}　{session.topic}", wordWrap=True)
        self.heading.setProperty("title", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self.count, self.typed = QLabel(), QLabel(wordWrap=True)
        self.count.setFont(scaled(self, LARGE, bold=True))
        self.reason = QLineEdit(placeholderText="原因，Enter 回到点名")
        self.reason.setAccessibleName("缺勤原因")
        self.reason.setMaxLength(200)
        self.reason.setMinimumWidth(han(self, 16))
        self.reason.hide()
        self.reason.installEventFilter(self)
        self.commands = Commands([self], place.icons)
        save = Command("保存点名", self.save, "Ctrl+Enter", icon="save")
        leave = Command("取消", self.leave, "Esc")
        self.commands.add(save)
        self._lay_out(save, leave)
        self.setFocusProxy(self.grid)
        self._say()

    def _lay_out(self, save: Command, leave: Command) -> None:
        column, top, state, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.count)
        help_line = QLabel(HELP, wordWrap=True)
        help_line.setProperty("quiet", True)  # noqa: FBT003 - a dynamic property has no name for its value
        state.addWidget(self.typed, 1)
        state.addWidget(self.reason, 1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.grid)
        self.save_button = push(save, self, self.place.icons)
        self.save_button.setProperty("main", True)  # noqa: FBT003 - a dynamic property has no name for its value
        foot.addWidget(self.save_button)
        foot.addWidget(push(leave, self))
        foot.addStretch(1)
        column.addLayout(top)
        column.addWidget(help_line)
        column.addWidget(scroll, 1)
        column.addLayout(state)
        column.addLayout(foot)

    # --- while calling ---

    def _say(self) -> None:
        calling = self.calling
        absent = len(calling.exceptions())
        self.count.setText(f"应到 {calling.expected}　实到 {calling.present}　另有标记 {absent}")
        if calling.hint:
            words = calling.hint
        elif calling.typed and calling.current:
            more = len(calling.candidates()) - 1
            others = f"（另有 {more} 人也是）" if more else ""
            words = f"{calling.typed} → {calling.current.name}{others}　{MARKS}"
        elif calling.current:
            mark = calling.marks[calling.current.id]
            reason = calling.reasons.get(calling.current.id, "")
            words = f"{calling.current.name}：{mark}{f'（{reason}）' if reason else ''}"
        else:
            words = "打姓名首字母选人"
        self.typed.setText(words)

    def _ask_reason(self) -> None:
        if self.calling.current:
            self.reason.setText(self.calling.reasons.get(self.calling.current.id, ""))
            self.reason.show()
            self.reason.setFocus()

    def _take_reason(self, *, keep: bool) -> None:
        if keep:
            self.calling.give_reason(self.reason.text())
        self.reason.hide()
        self.grid.refresh()
        self.grid.setFocus()
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.reason and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            bare = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bare:
                self._take_reason(keep=True)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._take_reason(keep=False)
                return True
        return super().eventFilter(watched, event)

    # --- the end ---

    def save(self) -> None:
        if self._busy:
            return
        if self.reason.isVisible():
            self._take_reason(keep=True)
        self._busy = True
        self.save_button.setEnabled(False)
        session_id, exceptions = self.session.id, self.calling.exceptions()
        self.place.tasks.change(
            self, lambda work: call_roll(work, session_id, exceptions), self._saved, self._refused
        )

    def _saved(self, session: Session) -> None:
        self.closed.emit()
        self.called.emit(session)

    def _refused(self, error: BaseException) -> None:
        self._busy = False
        self.save_button.setEnabled(True)
        self.place.notices.failure(error)

    def leave(self) -> None:
        """Esc: asks only if a mark was set."""
        if self.calling.exceptions() == self.before:
            self.closed.emit()
        else:
            self.place.ask.confirm("点名还没有保存。", "放弃点名", self.closed.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
