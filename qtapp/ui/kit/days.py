"""Entries of days and moments: typed short, understood on leaving, or picked from a calendar (F4)."""

from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLabel, QVBoxLayout, QWidget

from qtapp.domain.errors import UserError
from qtapp.domain.record import Field
from qtapp.ui.kit.commands import sign_button
from qtapp.ui.kit.entries import Clock, LineEntry
from qtapp.ui.kit.measures import half
from qtapp.ui.kit.typed_days import typed_day, typed_moment, weekday

DAY_HINT = "年月日；9-1 是今年九月一日，+15 是十五天后，t 是今天，F4 打开日历"
MOMENT_HINT = "年月日 时:分；9:30 是今天九点半，n 是现在，F4 打开日历"


class DayEntry(LineEntry):
    hint, characters = DAY_HINT, 16

    def __init__(self, field: Field, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._clock = clock
        self.line.setMaxLength(40)
        self.line.setToolTip(self.hint)
        self.line.setFixedWidth(half(self, self.characters))
        self.weekday = QLabel(self)
        self.opener = sign_button("▾", "打开日历（F4）", self)
        self.opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.opener.clicked.connect(self.open_calendar)
        self._row.addWidget(self.opener)
        self.beside(self.weekday)
        self._row.addStretch(1)
        self.line.textChanged.connect(self._say_weekday)

    def value(self) -> Any:
        text = self.line.text().strip()
        return self._understood(text) if text else None

    def _understood(self, text: str) -> date:
        try:
            return typed_day(text, self._clock().date())
        except UserError as error:
            raise UserError(f"“{self.field.label}”：{error}") from None

    def put(self, value: Any) -> None:
        self.line.setText("" if value is None else self._written(value))

    def _written(self, value: Any) -> str:
        return f"{value:%Y-%m-%d}"

    def finish(self) -> None:
        try:
            self.put(self.value())
        except UserError:
            return

    def _say_weekday(self) -> None:
        try:
            value = self.value()
        except UserError:
            value = None
        self.weekday.setText(weekday(value) if value else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F4 or down:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        calendar = CalendarPopup(self._day_shown(), self)
        calendar.move(self.line.mapToGlobal(QPoint(0, self.line.height())))
        calendar.days.activated.connect(lambda day: self._picked(calendar, day))
        calendar.days.clicked.connect(lambda day: self._picked(calendar, day))
        calendar.show()
        calendar.days.setFocus()

    def _day_shown(self) -> date:
        try:
            value = self.value()
        except UserError:
            value = None
        day = value.date() if isinstance(value, datetime) else value
        return day or self._clock().date()

    def _picked(self, calendar: "CalendarPopup", chosen: QDate) -> None:
        calendar.close()
        self.put(self._with_day(date(chosen.year(), chosen.month(), chosen.day())))
        self.line.setFocus()
        self.edited.emit()

    def _with_day(self, day: date) -> Any:
        return day


class MomentEntry(DayEntry):
    hint, characters = MOMENT_HINT, 22

    def _understood(self, text: str) -> Any:
        try:
            return typed_moment(text, self._clock())
        except UserError as error:
            raise UserError(f"“{self.field.label}”：{error}") from None

    def _written(self, value: Any) -> str:
        return f"{value:%Y-%m-%d %H:%M}"

    def _with_day(self, day: date) -> Any:
        try:
            value = self.value()
        except UserError:
            value = None
        return datetime.combine(day, (value or self._clock()).time().replace(second=0))


class CalendarPopup(QFrame):
    """A month beside the entry; arrows and PageUp/PageDown move, Enter takes, Esc leaves."""

    def __init__(self, shown: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.days = QCalendarWidget(self)
        self.days.setLocale(QLocale("zh_CN"))
        self.days.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.days.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.days.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.days)
