"""All names of a roll call at a glance, by department, driven by single keys."""

from itertools import groupby

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QMenu, QSizePolicy, QWidget

from qtapp.domain.study import KEYS, Mark
from qtapp.ui.study.calling import Calling, Person

# Ground, text: light enough to read, told apart in grey as well because the word stands beside the name.
TONES = {
    Mark.PRESENT: ("transparent", "palette(text)"),
    Mark.LATE: ("#fff1cc", "#5f4300"),
    Mark.EARLY: ("#fff1cc", "#5f4300"),
    Mark.DUTY: ("#dcebfb", "#0d3f73"),
    Mark.LEAVE: ("#e5def7", "#3f2a80"),
    Mark.ABSENT: ("#fbdcd8", "#8a1c10"),
}
LONGEST = "欧阳某某 迟到"  # what a cell must hold


class NameCell(QFrame):
    """One person: the name, and the mark where it is not simply 到."""

    pressed = Signal(object)  # Person
    marked = Signal(object, object)  # Person, Mark

    def __init__(self, person: Person) -> None:
        super().__init__()
        self.person = person
        self.setObjectName("name")
        self._name, self._mark = QLabel(person.name), QLabel()
        row = QHBoxLayout(self)
        gap = self.fontMetrics().height() // 4
        row.setContentsMargins(gap * 2, gap, gap * 2, gap)
        row.addWidget(self._name)
        row.addStretch()
        row.addWidget(self._mark)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, mark: Mark, reason: str, *, current: bool, candidate: bool) -> None:
        ground, text = TONES[mark]
        edge = (
            "2px solid palette(highlight)"
            if current
            else f"1px {'dashed' if candidate else 'solid'} palette({'highlight' if candidate else 'mid'})"
        )
        weight = "bold" if mark != Mark.PRESENT or current else "normal"
        self.setStyleSheet(
            f"#name {{ background: {ground}; border: {edge}; border-radius: 3px; }}"
            f"QLabel {{ color: {text}; font-weight: {weight}; border: none; background: transparent; }}"
        )
        self._mark.setText("" if mark == Mark.PRESENT else str(mark))
        said = f"{self.person.department} {self.person.name} {mark}{f'（{reason}）' if reason else ''}"
        self.setAccessibleName(said)
        self.setToolTip(said)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit(self.person)
        if event.button() is Qt.MouseButton.RightButton:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for key, mark in KEYS.items():
                action = menu.addAction(f"{mark}\t{key}")
                action.triggered.connect(lambda _=False, m=mark: self.marked.emit(self.person, m))
            menu.popup(event.globalPosition().toPoint())


class RollGrid(QWidget):
    """Takes the keys and shows the roll; what they mean is decided by `Calling`."""

    changed = Signal()
    reason_wanted = Signal()

    def __init__(self, calling: Calling) -> None:
        super().__init__()
        self.calling = calling
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The keys are letters even while a Chinese input method is on.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setAccessibleName("点名：打姓名首字母，再按一个键记出勤")
        self._cells = {person.id: self._cell(person) for person in calling.people}
        self._columns = 0
        self._grid = QGridLayout(self)
        gap = self.fontMetrics().height() // 3
        self._grid.setContentsMargins(gap, gap, gap, gap)
        self._grid.setSpacing(gap)
        self._heads = {d: self._head(d) for d in dict.fromkeys(p.department for p in calling.people)}
        self._lay_out(6)
        self.refresh()

    def _cell(self, person: Person) -> NameCell:
        cell = NameCell(person)
        cell.pressed.connect(self._point_at)
        cell.marked.connect(self._mark)
        return cell

    def _head(self, department: str) -> QLabel:
        label = QLabel(department)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return label

    def _lay_out(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns, row = columns, 0
        while self._grid.takeAt(0) is not None:
            pass
        for department, group in groupby(self.calling.people, key=lambda person: person.department):
            self._grid.addWidget(self._heads[department], row, 0)
            for place, person in enumerate(group):
                if place and place % columns == 0:
                    row += 1
                self._grid.addWidget(self._cells[person.id], row, 1 + place % columns)
            row += 1
        for column in range(1, 13):
            self._grid.setColumnStretch(column, 1 if column <= columns else 0)
        self._grid.setRowStretch(row, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        heads = max((head.sizeHint().width() for head in self._heads.values()), default=0)
        cell = self.fontMetrics().horizontalAdvance(LONGEST) + 2 * self.fontMetrics().height()
        self._lay_out(max(2, min(12, (event.size().width() - heads) // cell)))
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Narrower than the present columns, so that the window may shrink and the columns follow."""
        hint = super().minimumSizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(LONGEST) * 3, hint.height())

    # --- keys ---

    def event(self, event: QEvent) -> bool:
        """Tab goes to the next of several people, not out of the roll, while initials are typed."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            and self.calling.typed
        ):
            self._act(lambda: self.calling.turn(1 if event.key() == Qt.Key.Key_Tab else -1))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, calling = event.key(), self.calling
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        deeds = {
            Qt.Key.Key_Backspace: calling.take_back,
            Qt.Key.Key_Space: calling.confirm,
            Qt.Key.Key_Right: calling.turn,
            Qt.Key.Key_Left: lambda: calling.turn(-1),
            Qt.Key.Key_Down: lambda: self._step(1),
            Qt.Key.Key_Up: lambda: self._step(-1),
        }
        if not plain:
            super().keyPressEvent(event)
        elif key in deeds:
            self._act(deeds[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Slash:
            self.reason_wanted.emit()
        elif key == Qt.Key.Key_Escape and (calling.typed or calling.current):
            self._act(calling.clear)
        elif event.text().isascii() and event.text().isalnum():
            self._act(lambda: calling.press(event.text()))
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """Chooses while initials are typed; afterwards it asks for the reason of the one just marked."""
        calling = self.calling
        if calling.typed and not calling.chosen:
            self._act(calling.confirm)
        elif calling.current and calling.marks[calling.current.id] != Mark.PRESENT:
            self.reason_wanted.emit()

    def _step(self, by: int) -> None:
        """A row up or down: a whole row of names on."""
        self.calling.turn(by * self._columns)

    def _act(self, deed: object) -> None:
        if callable(deed):
            deed()
        self.refresh()
        self.changed.emit()

    def _point_at(self, person: Person) -> None:
        self.setFocus()
        self._act(lambda: self.calling.point_at(person))

    def _mark(self, person: Person, mark: Mark) -> None:
        self.calling.point_at(person)
        self._act(lambda: self.calling.set_mark(mark))

    def refresh(self) -> None:
        calling = self.calling
        candidates = {person.id for person in calling.candidates()}
        current = calling.current.id if calling.current else 0
        for officer, cell in self._cells.items():
            cell.say(
                calling.marks[officer],
                calling.reasons.get(officer, ""),
                current=officer == current,
                candidate=officer in candidates,
            )
