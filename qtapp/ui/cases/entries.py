"""The tables of a case that need more than rows: penalty items, parties, decisions."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from qtapp.domain.cases import Decision
from qtapp.domain.law.penalties import PenaltyItem
from qtapp.domain.record import Field
from qtapp.ui.cases.item_picker import ItemPicker
from qtapp.ui.cases.ranges import fine_range
from qtapp.ui.kit.entries import Clock, Entry
from qtapp.ui.kit.making import Picks
from qtapp.ui.kit.parts import PartRow, PartsEntry
from qtapp.usecases.cases import violation_of
from qtapp.usecases.office import Office

UNITS_ONLY = frozenset({"credit_code", "legal_rep", "legal_rep_title"})
PERSONS_ONLY = frozenset({"identity_number", "gender", "age", "employer"})
PERSON = "个人"
GIVEN_LATER = frozenset({"number", "decided_on"})  # by the step 决定
FINE = "罚款"


class PartiesEntry(PartsEntry):
    """A firm is asked for its code and head, a person for his identity number."""

    def __init__(self, field: Field, clock: Clock, picks: Picks, parent: QWidget | None = None) -> None:
        super().__init__(field, clock, picks, parent)
        self.edited.connect(self._kind_changed)
        self._kinds: tuple[str, ...] = ()

    def asked(self, row: PartRow) -> list[Entry]:
        away = UNITS_ONLY if row.entries["kind"].value() == PERSON else PERSONS_ONLY
        for name, entry in row.entries.items():
            entry.setVisible(name not in away)
            if isinstance(label := entry.property("label"), QLabel):
                label.setVisible(name not in away)
        return [entry for name, entry in row.entries.items() if name not in away]

    def _kind_changed(self) -> None:
        kinds = tuple(str(row.entries["kind"].value()) for row in self.rows)
        if kinds != self._kinds:
            self._kinds = kinds
            self._arrange()

    def names(self) -> list[str]:
        return [str(row.entries["name"].value()).strip() for row in self.rows]


class ViolationsEntry(PartsEntry):
    """An item chosen from the catalogue fills the row: what was violated, by what it is punished."""

    def __init__(self, field: Field, clock: Clock, office: Office, day: Callable[[], date]) -> None:
        super().__init__(field, clock, {})
        self._cards = True
        self._office, self._day = office, day
        self.ranges = QLabel(self, wordWrap=True)
        self.picker = ItemPicker(office.law.penalties.find, self.day_wanted)
        self.picker.chosen.connect(self.choose)
        inner = self._add.parentWidget()
        if inner is not None and (column := inner.layout()) is not None:
            column.addWidget(self.ranges)
            column.addWidget(self.picker)
        self.edited.connect(self.say_ranges)
        self._arrange()

    def day_wanted(self) -> date:
        """The day of the act that the next item is for."""
        row = self._open_row()
        act_on = row.entries["act_on"].value() if row else None
        return act_on if isinstance(act_on, date) else self._day()

    def _open_row(self) -> PartRow | None:
        return next((row for row in self.rows if not row.entries["item_code"].value()), None)

    def choose(self, item: PenaltyItem) -> None:
        """Into the first act without an item, or into a new row."""
        row, day = self._open_row(), self.day_wanted()
        if row is None:
            row = self.add_row()
        fact = str(row.entries["fact"].value())
        violation = violation_of(self._office, item.code, day, fact)
        row.fill({name: getattr(violation, name) for name in row.entries})
        self.edited.emit()
        self.picker.search.clear()
        self.picker.search.setFocus()

    def put(self, value: Any) -> None:
        super().put(value)
        self.say_ranges()

    def say_ranges(self) -> None:
        """The range of each item chosen, to decide by."""
        said = []
        for place, row in enumerate(self.rows, start=1):
            item = self._office.law.penalties.get(str(row.entries["item_code"].value()))
            if item:
                words = "、".join(item.kinds)
                said.append(
                    f"第 {place} 行　{item.code}：{words}；{fine_range(item) or '无罚款'}　{item.note}"
                )
        self.ranges.setText("\n".join(said))
        self.ranges.setVisible(bool(said))


class DecisionsEntry(PartsEntry):
    """One decision a party; numbers and days are given by the step."""

    def __init__(self, field: Field, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(field, clock, {}, parent)
        self.shown = tuple(f for f in self.shown if f.name not in GIVEN_LATER)
        self._cards = True
        self.edited.connect(self._fine_means_fine)
        self._arrange()

    def value(self) -> tuple[Any, ...]:
        """A party for which nothing is proposed yet has no decision."""
        return tuple(d for d in super().value() if isinstance(d, Decision) and _says_something(d))

    def follow(self, names: Iterable[str]) -> None:
        """A row for each party, in their order; what was proposed stays with its party."""
        wanted = [name for name in names if name]
        there = [str(row.entries["party"].value()) for row in self.rows]
        if wanted and wanted != there:
            kept = {d.party: d for d in super().value() if isinstance(d, Decision)}
            if len(wanted) == len(there) == 1 and there[0] in kept:  # the one party was renamed
                kept[wanted[0]] = kept[there[0]]
            self.put(tuple(_named(kept.get(name), name) for name in wanted))

    def _fine_means_fine(self) -> None:
        """An amount typed ticks the kind that it belongs to."""
        for row in self.rows:
            kinds = tuple(row.entries["kinds"].value())
            if _typed(row.entries["fine_fen"]) and FINE not in kinds:
                row.entries["kinds"].put((*kinds, FINE))


def _typed(entry: Entry) -> bool:
    return bool(entry.typed().strip())


def _named(decision: Decision | None, name: str) -> Decision:
    return replace(decision, party=name) if decision else Decision(party=name)


def _says_something(decision: Decision) -> bool:
    return bool(decision.kinds or decision.fine_fen or decision.confiscated_fen or decision.other)
