"""Who may enforce on a chosen day, who is to get a certificate, and who may not and why."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from qtapp.domain.errors import UserError
from qtapp.domain.kinds import Kind
from qtapp.domain.officers import Officer
from qtapp.domain.record import Field, FieldType
from qtapp.ui.kit.days import DayEntry
from qtapp.ui.kit.page import Page
from qtapp.ui.kit.workplace import Workplace
from qtapp.usecases.officers import certified, find_officers

EVERYBODY = 10_000
PAUSE_MS = 250
Standing = tuple[Officer, str, str]  # (officer, certificate number, why not)
DAY = Field("日期", FieldType.DAY, name="on")


def standing_on(work: Any, on: date) -> tuple[list[Standing], list[Officer]]:
    """Everyone on the roster that day, and those planned to apply for a certificate."""
    return find_officers(work, "", on, EVERYBODY), certified(work, on)[1]


class CertifiedView(Page):
    """Two lists beside each other: with a valid certificate, and without."""

    chapter = "officers"

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.place = place
        self.day = DayEntry(DAY, place.now, self)
        self.day.put(place.today)
        self.summary = QLabel(self)
        self.summary.setProperty("title", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self.held = _list("可以执法", ("姓名", "科室", "执法证号"), self)
        self.others = _list("不能执法", ("姓名", "科室", "原因"), self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self.day.edited.connect(self._pause.start)
        self.day.passed.connect(self.look)
        self._asked = date.min
        self._lay_out()
        place.tasks.committed.connect(self._look_again)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        label = QLabel("日期", self)
        label.setBuddy(self.day.line)
        head.addWidget(label)
        head.addWidget(self.day)
        head.addWidget(self.summary, 1)
        lists = QHBoxLayout()
        for tree in (self.held, self.others):
            column = QVBoxLayout()
            column.addWidget(QLabel(tree.accessibleName(), self))
            column.addWidget(tree)
            lists.addLayout(column, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addLayout(lists, 1)
        self.setFocusProxy(self.day.line)

    def arrive(self) -> None:
        self.day.line.setFocus()
        self.day.line.selectAll()
        self.look()

    def keys(self) -> list[tuple[str, str]]:
        return [("t、9-1、+15", "在日期栏里键入日期"), ("F4", "打开日历")]

    def look(self) -> None:
        try:
            on = self.day.value() or self.place.today
        except UserError as error:
            self.summary.setText(str(error))
            return
        self._asked = on
        self.place.tasks.look(self, lambda work: standing_on(work, on), lambda found: self._show(on, *found))

    def _look_again(self, changed: frozenset[Kind]) -> None:
        if changed & {Kind.OFFICER, Kind.CERTIFICATE} and self.isVisible():
            self.look()

    def _show(self, on: date, everybody: Sequence[Standing], pending: Sequence[Officer]) -> None:
        if on != self._asked:
            return
        planned = {officer.id for officer in pending}
        held = [(o.name, o.department, number) for o, number, why in everybody if not why]
        others = [
            (o.name, o.department, f"申领中（{o.apply_year} 年）" if o.id in planned else why)
            for o, _number, why in sorted(everybody, key=lambda found: found[0].id not in planned)
            if why
        ]
        _fill(self.held, held)
        _fill(self.others, others)
        rest = len(others) - len(planned)
        self.summary.setText(f"持证 {len(held)} 人　申领中 {len(planned)} 人　其他 {rest} 人")


def _list(name: str, headings: Sequence[str], parent: QWidget) -> QTreeWidget:
    tree = QTreeWidget(parent)
    tree.setAccessibleName(name)
    tree.setHeaderLabels(list(headings))
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setAlternatingRowColors(True)
    return tree


def _fill(tree: QTreeWidget, rows: Sequence[tuple[str, ...]]) -> None:
    tree.clear()
    tree.addTopLevelItems([QTreeWidgetItem(list(row)) for row in rows])
    for place in range(tree.columnCount()):
        tree.resizeColumnToContents(place)
