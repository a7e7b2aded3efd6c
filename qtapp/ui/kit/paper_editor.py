"""What a paper asks beyond its record: its fields as the record fills them, to be completed and changed."""

from collections.abc import Callable, Mapping
from dataclasses import make_dataclass
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Signal

from qtapp.domain import record as declared
from qtapp.domain.record import Part, Record
from qtapp.formkit.fill import Filled
from qtapp.formkit.form import FormField
from qtapp.ui.kit.commands import Command, push
from qtapp.ui.kit.editor import Editor
from qtapp.ui.kit.workplace import Workplace
from qtapp.usecases.documents import Paper

PLAIN: dict[str, Callable[..., Any]] = {
    "text": declared.text,
    "law_ref": declared.text,
    "paragraph": declared.passage,
    "list": declared.passage,  # an item a line
    "date": declared.day,
    "datetime": declared.moment,
    "money": declared.money,
    "integer": declared.whole,
    "bool": declared.flag,
}
KINDS: dict[str, type | tuple[type, ...]] = {
    "date": date,
    "datetime": datetime,
    "money": int,
    "integer": int,
    "bool": bool,
}
LONGEST = 20_000


def typed_fields(fields: tuple[FormField, ...]) -> list[FormField]:
    """Those that a person may fill in here; tables and officers come from the record."""
    return [f for f in fields if not f.sealed and (f.type in PLAIN or f.options)]


def part_of(fields: list[FormField], title: str) -> type[Part]:
    """A declaration like a record's, so that the kit's editor is the editor of papers too."""
    made = [(f.key, Any, _field(f)) for f in fields]
    return make_dataclass(title, made, bases=(Part,), frozen=True, kw_only=True)


def _field(field: FormField) -> Any:
    label = f"{field.label}（必填）" if field.required else field.label
    hint = "；".join(word for word in (field.hint, "一行一项" if field.type == "list" else "") if word)
    if field.options and field.type == "multichoice":
        return declared.choices(label, field.options, hint=hint)
    if field.options:
        return declared.choice(label, field.options, hint=hint)
    more = {"limit": LONGEST} if field.type in ("text", "law_ref") else {}
    return PLAIN[field.type](label, hint=hint, **more)


def shown_values(fields: list[FormField], filled: Mapping[str, Any]) -> dict[str, Any]:
    """The values as the editor takes them; what does not fit its entry is left to the record."""
    return {f.key: value for f in fields if (value := _shown(f, filled.get(f.key))) is not None}


def _shown(field: FormField, value: Any) -> Any:
    if value is None:
        return None
    if field.type == "list":
        return "\n".join(map(str, value)) if isinstance(value, tuple | list) else str(value)
    if field.type == "multichoice":
        return tuple(value) if isinstance(value, tuple | list) else None
    kind = KINDS.get(field.type)
    if kind is None:
        return str(value)
    if field.type == "date" and isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, kind) else None


def _given_back(field: FormField, value: Any) -> Any:
    if field.type == "list" and isinstance(value, str):
        return tuple(line for line in value.split("\n") if line.strip())
    return value


class PaperEditor(Editor):
    """Ctrl+Enter looks at the paper so filled, Ctrl+P issues it. What was typed stays as its draft."""

    wanted = Signal(object, bool)  # Paper with what was typed, whether it is to be issued

    def __init__(self, place: Workplace, record: Record, paper: Paper, filled: Filled) -> None:
        self.fields = typed_fields(filled.form.fields)
        self._before = shown_values(self.fields, filled.values)
        self._paper = paper
        title = filled.form.title.replace("{bureau.region}", "")
        super().__init__(
            place,
            part_of(self.fields, "PaperFields"),
            self._before,
            title=" ".join(word for word in (title, record.reference, paper.party) if word),
            draft=f"paper:{record.KIND.value}:{record.id}:{paper.form}:{paper.party}",
            save="看样张",
        )
        issue = Command("发出并打印", self.issue, "Ctrl+P", icon="print")
        self.commands.add(issue)
        self.foot.insertWidget(1, push(issue, self, place.icons))
        self.offered.connect(lambda part: self.wanted.emit(self._typed(part), False))  # noqa: FBT003 - a signal's payload

    def _typed(self, part: Part) -> Paper:
        """The paper with what differs from the record."""
        values = {f.key: getattr(part, f.key) for f in self.fields}
        typed = {
            f.key: _given_back(f, values[f.key])
            for f in self.fields
            if values[f.key] != self._before.get(f.key, declared.field_of(type(part), f.key).empty)
        }
        self.keep_draft()
        return Paper(self._paper.form, self._paper.party, typed, self._paper.reason, self._paper.on)

    def issue(self) -> None:
        self.mark(())
        self.wanted.emit(self._typed(self.record()), True)  # noqa: FBT003 - a signal's payload
