"""Which entry goes with which field."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from qtapp.domain.record import Field, FieldType
from qtapp.ui.kit.choosing import ChoiceEntry, ChoicesEntry
from qtapp.ui.kit.days import DayEntry, MomentEntry
from qtapp.ui.kit.entries import Clock, Entry, FlagEntry, LineEntry, MoneyEntry, PassageEntry, WholeEntry
from qtapp.ui.kit.picker import PickerEntry, Picking

Picks = Mapping[str, Picking]  # by field; "officers.name" for a field of a part
PLAIN: dict[FieldType, Callable[[Field, QWidget], Entry]] = {
    FieldType.TEXT: LineEntry,
    FieldType.PASSAGE: PassageEntry,
    FieldType.CHOICE: ChoiceEntry,
    FieldType.CHOICES: ChoicesEntry,
    FieldType.MONEY: MoneyEntry,
    FieldType.WHOLE: WholeEntry,
    FieldType.FLAG: FlagEntry,
}


def entry_for(field: Field, clock: Clock, picks: Picks, parent: QWidget) -> Entry:
    if picking := picks.get(field.name):
        return picking.entry(field, parent) if picking.entry else PickerEntry(field, picking, parent)
    match field.type:
        case FieldType.DAY:
            return DayEntry(field, clock, parent)
        case FieldType.MOMENT:
            return MomentEntry(field, clock, parent)
        case FieldType.TABLE:
            from qtapp.ui.kit.parts import PartsEntry

            return PartsEntry(field, clock, within(picks, field.name), parent)
    return PLAIN[field.type](field, parent)


def within(picks: Picks, name: str) -> Picks:
    """The pickings of a table's own fields."""
    head = f"{name}."
    return {key.removeprefix(head): picking for key, picking in picks.items() if key.startswith(head)}


def typed_fields(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """What a person fills in: neither what the program sets nor links, which a picker carries."""
    return tuple(f for f in fields if not f.auto and f.type is not FieldType.LINK)
