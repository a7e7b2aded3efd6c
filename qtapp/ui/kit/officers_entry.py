"""The officers of an inspection or a case: picked one by one, each with his certificate of that day."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qtapp.domain.officers import Handler
from qtapp.domain.record import Field, FieldType
from qtapp.tasks.tasks import Tasks
from qtapp.ui.kit.entries import Entry
from qtapp.ui.kit.measures import han
from qtapp.ui.kit.picker import Candidate, Look, PickerEntry, Picking
from qtapp.usecases.officers import find_officers

Day = Callable[[], date]
HINT = "姓名或拼音首字母，Enter 选定；Backspace 去掉最后一人"


def officers_look(tasks: Tasks, on: Day) -> Look:
    """Who is on the roster that day; those who may not enforce are greyed, with the reason."""

    def look(asker: QObject, text: str, done: Callable[[list[Candidate]], object]) -> None:
        day = on()

        def answer(found: list[Candidate]) -> None:
            done(found)

        tasks.look(
            asker,
            lambda work: [
                Candidate(
                    officer.id,
                    officer.name,
                    why or f"证号 {number}　{officer.department}",
                    enabled=not why,
                    record=Handler(officer_id=officer.id, name=officer.name, certificate=number),
                )
                for officer, number, why in find_officers(work, text, day)
            ],
            answer,
        )

    return look


class OfficersEntry(Entry):
    """Two and more officers in a row; what is typed looks for the next one."""

    wide = True

    def __init__(self, field: Field, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.handlers: list[Handler] = []
        naming = Field(field.label, FieldType.TEXT, name=field.name, hint=HINT)
        self.picker = PickerEntry(naming, Picking(look, free=False, at_once=True), self)
        self.picker.line.setMinimumWidth(han(self, 16))
        self.picker.picked.connect(self._add)
        self.picker.left.connect(self._leave)
        self.picker.passed.connect(self._pass)
        self.picker.line.installEventFilter(self)
        within = QWidget(self)
        column, self._chosen = QVBoxLayout(within), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._chosen)
        column.addWidget(self.picker)
        self._chosen.addStretch(1)
        self._row.addWidget(within, 1)
        self.setFocusProxy(self.picker)
        self._added = False

    def _add(self, candidate: Candidate) -> None:
        handler = candidate.record
        if isinstance(handler, Handler) and handler.officer_id not in {h.officer_id for h in self.handlers}:
            self.handlers.append(handler)
            self._show()
            self.edited.emit()
        self._added = True
        self.picker.put("")

    def _pass(self) -> None:
        """Enter on a name stays here for the next one; Enter on nothing goes on."""
        if self.picker.line.text():  # nobody, or somebody who may not enforce that day
            self.picker.line.selectAll()
        elif not self._added:
            self.passed.emit()
        self._added = False

    def _leave(self) -> None:
        self.picker.put("")
        self.left.emit()

    def _take_out(self, handler: Handler) -> None:
        self.handlers.remove(handler)
        self._show()
        self.edited.emit()
        self.picker.line.setFocus()

    def _show(self) -> None:
        while (item := self._chosen.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for handler in self.handlers:
            words = (
                f"{handler.name}　{handler.certificate}　✕" if handler.certificate else f"{handler.name}　✕"
            )
            button = QPushButton(words, self, autoDefault=False)
            button.setToolTip(f"去掉 {handler.name}")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, who=handler: self._take_out(who))
            self._chosen.addWidget(button)
        self._chosen.addStretch(1)

    def value(self) -> tuple[Handler, ...]:
        return tuple(self.handlers)

    def put(self, value: Any) -> None:
        self.handlers = list(value or ())
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and watched is self.picker.line
            and event.key() == Qt.Key.Key_Backspace
            and not self.picker.line.text()
            and self.handlers
        ):
            self._take_out(self.handlers[-1])
            return True
        return QWidget.eventFilter(self, watched, event)
