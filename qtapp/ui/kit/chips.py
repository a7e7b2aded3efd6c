"""Filters above a list, made from the fields a register names: choices, spans of days, words."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFormLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from qtapp.domain.catalogue import RECORDS
from qtapp.domain.errors import UserError
from qtapp.domain.record import Field, FieldType, field_of
from qtapp.domain.searches import Filter, Op
from qtapp.registers.register import Register
from qtapp.ui.kit.commands import sign_button
from qtapp.ui.kit.entries import Clock
from qtapp.ui.kit.flow_layout import FlowBox
from qtapp.ui.kit.measures import han
from qtapp.ui.kit.typed_days import typed_day

PAUSE_MS = 250
NEAR = 30


class Chip(QToolButton):
    """A button that says what it lets through and opens the choices."""

    changed = Signal()

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self.list = QMenu(self)
        self.setMenu(self.list)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setProperty("chip", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self.say("")

    def say(self, chosen: str) -> None:
        self.setText(f"{self.field.label}：{chosen}" if chosen else self.field.label)
        self.setProperty("set", bool(chosen))
        self.setAccessibleName(self.text())
        self.style().polish(self)

    def filters(self) -> tuple[Filter, ...]:
        return ()

    def take(self, filters: tuple[Filter, ...]) -> bool:
        """Show the filters of this field; False where the chip cannot say them."""
        return not filters

    def clear(self) -> None:
        self.take(())


class ChoiceChip(Chip):
    """Several choices may be let through."""

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(field, parent)
        self._values: dict[str, object] = (
            {"是": True, "否": False} if field.type is FieldType.FLAG else {c: c for c in field.choices}
        )
        self._actions: dict[str, QAction] = {}
        for words in self._values:
            action = self.list.addAction(words)
            action.setCheckable(True)
            action.triggered.connect(self._turned)
            self._actions[words] = action
        self.list.addSeparator()
        self.list.addAction("不限").triggered.connect(self._emptied)

    def _chosen(self) -> list[str]:
        return [words for words, action in self._actions.items() if action.isChecked()]

    def _turned(self) -> None:
        self.say("、".join(self._chosen()))
        self.changed.emit()

    def _emptied(self) -> None:
        self.clear()
        self.changed.emit()

    def filters(self) -> tuple[Filter, ...]:
        chosen = [self._values[words] for words in self._chosen()]
        if not chosen:
            return ()
        return (Filter(self.field.name, chosen[0] if len(chosen) == 1 else tuple(chosen)),)

    def take(self, filters: tuple[Filter, ...]) -> bool:
        wanted: set[object] = set()
        for one in filters:
            if one.op is not Op.IS:
                return False
            wanted |= set(one.value) if isinstance(one.value, tuple) else {one.value}
        if not wanted <= set(self._values.values()):
            return False
        for words, action in self._actions.items():
            action.setChecked(self._values[words] in wanted)
        self.say("、".join(self._chosen()))
        return True


class SpanChip(Chip):
    """From a day to a day; 本年, 本月, 近30天 at a click."""

    def __init__(self, field: Field, clock: Clock, parent: QWidget) -> None:
        super().__init__(field, parent)
        self._clock = clock
        self.since: date | None = None
        self.until: date | None = None
        for words, span in self._spans().items():
            self.list.addAction(words).triggered.connect(partial(self._pick, span))
        self.list.addSeparator()
        self._first, self._last = QLineEdit(), QLineEdit()
        self.list.addAction(self._typed())
        self.list.addSeparator()
        self.list.addAction("不限").triggered.connect(partial(self._pick, lambda _today: (None, None)))

    @staticmethod
    def _spans() -> "dict[str, Callable[[date], tuple[date | None, date | None]]]":
        return {
            "本年": lambda t: (date(t.year, 1, 1), date(t.year, 12, 31)),
            "本月": lambda t: (t.replace(day=1), _month_end(t)),
            f"近{NEAR}天": lambda t: (t - timedelta(days=NEAR - 1), t),
            "今天": lambda t: (t, t),
            "上年": lambda t: (date(t.year - 1, 1, 1), date(t.year - 1, 12, 31)),
        }

    def _typed(self) -> QWidgetAction:
        within = QWidget(self.list)
        form = QFormLayout(within)
        for words, entry in (("从", self._first), ("到", self._last)):
            entry.setParent(within)
            entry.setPlaceholderText("如 9-1、2021-9-1")
            entry.setFixedWidth(han(self, 8))
            entry.returnPressed.connect(self._read)
            form.addRow(words, entry)
        action = QWidgetAction(self.list)
        action.setDefaultWidget(within)
        self.list.aboutToHide.connect(self._read)
        return action

    def _read(self) -> None:
        first, last = self._day(self._first), self._day(self._last)
        if (first, last) != (self.since, self.until):
            self._set(first, last)
            self.changed.emit()
        if self.list.isVisible():
            self.list.close()

    def _day(self, entry: QLineEdit) -> date | None:
        try:
            return typed_day(entry.text(), self._clock().date()) if entry.text().strip() else None
        except UserError:
            return None

    def _pick(self, span: "Callable[[date], tuple[date | None, date | None]]") -> None:
        self._set(*span(self._clock().date()))
        self.changed.emit()

    def _set(self, since: date | None, until: date | None) -> None:
        self.since, self.until = since, until
        self._first.setText(f"{since}" if since else "")
        self._last.setText(f"{until}" if until else "")
        self.say(f"{since or ''} 至 {until or ''}".strip() if since or until else "")

    def filters(self) -> tuple[Filter, ...]:
        name = self.field.name
        found = []
        if self.since:
            found.append(Filter(name, self.since, Op.SINCE))
        if self.until:
            found.append(Filter(name, self.until, Op.UNTIL))
        return tuple(found)

    def take(self, filters: tuple[Filter, ...]) -> bool:
        ends = {one.op: one.value for one in filters}
        if not all(isinstance(value, date) for value in ends.values()) or ends.keys() - set(Op):
            return False
        if Op.IS in ends:
            ends = {Op.SINCE: ends[Op.IS], Op.UNTIL: ends[Op.IS]}
        if ends.keys() - {Op.SINCE, Op.UNTIL}:
            return False
        self._set(ends.get(Op.SINCE), ends.get(Op.UNTIL))
        return True


def _month_end(day: date) -> date:
    following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return following - timedelta(days=1)


class WordsChip(Chip):
    """The field contains what is typed."""

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(field, parent)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self._entry = QLineEdit(self.list, placeholderText=f"{field.label}含有…", clearButtonEnabled=True)
        self._entry.setFixedWidth(han(self, 12))
        self._entry.textEdited.connect(self._typed)
        self._entry.returnPressed.connect(self.list.close)
        self._entry.textChanged.connect(lambda text: self.say(text.strip()))
        action = QWidgetAction(self.list)
        action.setDefaultWidget(self._entry)
        self.list.addAction(action)
        self.list.aboutToShow.connect(self._entry.setFocus)

    def _typed(self) -> None:
        self._pause.start()

    def filters(self) -> tuple[Filter, ...]:
        text = self._entry.text().strip()
        return (Filter(self.field.name, text, Op.HAS),) if text else ()

    def take(self, filters: tuple[Filter, ...]) -> bool:
        fits = len(filters) <= 1 and all(one.op in (Op.HAS, Op.IS) for one in filters)
        if fits:
            self._entry.setText(str(filters[0].value) if filters else "")
        return fits


class Chips(FlowBox):
    """The filters of a list. What no chip can say stands as a chip of its own that can be taken off."""

    changed = Signal()

    def __init__(self, register: Register, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = self.flow
        cls = RECORDS[register.kind]
        self.chips = {name: _chip(field_of(cls, name), clock, self) for name in register.chips}
        for chip in self.chips.values():
            chip.changed.connect(self._say)
            row.addWidget(chip)
        self._more: tuple[Filter, ...] = ()
        self._extra = sign_button("✕", "去掉这个条件", self)
        self._extra.clicked.connect(self._drop_more)
        self._extra.setProperty("chip", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self._extra.setProperty("set", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self._extra.hide()
        self._off = sign_button("清除筛选", "清除全部筛选条件", self)
        self._off.clicked.connect(self.clear)
        self._off.hide()
        row.addWidget(self._extra)
        row.addWidget(self._off)

    def filters(self) -> tuple[Filter, ...]:
        return (*(f for chip in self.chips.values() for f in chip.filters()), *self._more)

    def take(self, filters: tuple[Filter, ...], named: str = "") -> None:
        """Show a ready-made set of filters, as the start page hands over."""
        rest: list[Filter] = [f for f in filters if f.field not in self.chips]
        for name, chip in self.chips.items():
            own = tuple(f for f in filters if f.field == name)
            if not chip.take(own):
                chip.clear()
                rest += own
        self._more = tuple(rest)
        self._extra.setText(f"{named or '另有条件'} ✕")
        self._show()

    def clear(self) -> None:
        self.take(())
        self.changed.emit()

    def _drop_more(self) -> None:
        self._more = ()
        self._say()

    def _say(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self._extra.setVisible(bool(self._more))
        self._off.setVisible(bool(self.filters()))


def _chip(field: Field, clock: Clock, parent: QWidget) -> Chip:
    match field.type:
        case FieldType.CHOICE | FieldType.FLAG:
            return ChoiceChip(field, parent)
        case FieldType.DAY | FieldType.MOMENT:
            return SpanChip(field, clock, parent)
    return WordsChip(field, parent)
