"""How a kind of record is declared: once, with labels, choices, help and secrecy.

The table in the store, the editor on screen, the workbook columns, the audit difference and the
search text are all derived from what stands here.
"""

import builtins
import dataclasses
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar

from qtapp.domain.errors import Problem
from qtapp.domain.kinds import Kind


class FieldType(StrEnum):
    TEXT = "text"
    PASSAGE = "paragraph"
    CHOICE = "choice"
    CHOICES = "multichoice"  # kept as tuple[str, ...]
    DAY = "date"
    MOMENT = "datetime"
    MONEY = "money"  # integer 分
    WHOLE = "integer"
    FLAG = "bool"
    LINK = "link"  # id of a record of another kind; 0: none
    TABLE = "table"  # tuple of parts, see `Part`


EMPTY: dict[FieldType, Any] = {
    FieldType.CHOICES: (),
    FieldType.DAY: None,
    FieldType.MOMENT: None,
    FieldType.MONEY: None,
    FieldType.WHOLE: None,
    FieldType.FLAG: False,
    FieldType.LINK: 0,
    FieldType.TABLE: (),
}


@dataclass(frozen=True)
class Field:
    """What everything else needs to know about one field of a record."""

    label: str
    type: FieldType
    name: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    hint: str = ""  # one sentence of help shown beside the entry
    aliases: tuple[str, ...] = ()  # other headings under which offices keep it
    sealed: bool = False  # identity of an informant: kept only in the vault
    personal: bool = False  # personal data of a party or officer: masked outside the office
    auto: bool = False  # set by the program; not typed, not imported
    search: bool = False  # found by the one search
    indexed: bool = False  # lists are ordered or filtered by it
    limit: int = 20_000  # characters
    check: Callable[[str], str] | None = None  # "" or what is wrong
    link: Kind | None = None
    by: str = ""  # for a link: the field that names the linked record, by number or name
    part: "builtins.type[Part] | None" = None

    @property
    def empty(self) -> Any:
        return EMPTY.get(self.type, "")


def _declared(field: Field, default: Any = None) -> Any:
    value = field.empty if default is None else default
    return dataclasses.field(default=value, metadata={"field": field})


def text(label: str, *, default: str = "", limit: int = 200, **more: Any) -> Any:
    return _declared(Field(label, FieldType.TEXT, limit=limit, **more), default)


def passage(label: str, *, default: str = "", **more: Any) -> Any:
    return _declared(Field(label, FieldType.PASSAGE, **more), default)


def choice(label: str, choices: Iterable[str], *, default: str = "", **more: Any) -> Any:
    return _declared(Field(label, FieldType.CHOICE, choices=tuple(map(str, choices)), **more), default)


def choices(label: str, options: Iterable[str], **more: Any) -> Any:
    return _declared(Field(label, FieldType.CHOICES, choices=tuple(map(str, options)), **more))


def day(label: str, **more: Any) -> Any:
    return _declared(Field(label, FieldType.DAY, **more))


def moment(label: str, **more: Any) -> Any:
    return _declared(Field(label, FieldType.MOMENT, **more))


def money(label: str, **more: Any) -> Any:
    return _declared(Field(label, FieldType.MONEY, **more))


def whole(label: str, *, default: int | None = None, **more: Any) -> Any:
    return _declared(Field(label, FieldType.WHOLE, **more), default)


def flag(label: str, *, default: bool = False, **more: Any) -> Any:
    return _declared(Field(label, FieldType.FLAG, **more), default)


def link(label: str, kind: Kind, *, by: str = "", **more: Any) -> Any:
    return _declared(Field(label, FieldType.LINK, link=kind, by=by, indexed=True, **more))


def table(label: str, part: "type[Part]", **more: Any) -> Any:
    return _declared(Field(label, FieldType.TABLE, part=part, **more))


@dataclass(frozen=True, kw_only=True)
class Part:
    """A row inside a record: a finding, a party, an item of evidence."""

    def problems(self) -> list[Problem]:
        """Every fault, each tied to its field; empty when the record may be kept."""
        return [*_field_problems(self), *self.faults()]

    def faults(self) -> Iterable[Problem]:
        """What only this kind of record can get wrong."""
        return ()


@dataclass(frozen=True, kw_only=True)
class Record(Part):
    """A record of the bureau. With id 0 it is what a person is still writing down."""

    KIND: ClassVar[Kind]
    LISTED: ClassVar[tuple[tuple[str, str], ...]] = ()  # (filter, order): lists so asked for stay quick

    id: int = 0
    version: int = 0  # counts changes; two seats never overwrite each other unseen

    @property
    def name_shown(self) -> str:
        """How the record is named in search hits, links and messages."""
        return str(getattr(self, "number", "") or getattr(self, "name", "") or f"{self.KIND.label}{self.id}")

    @property
    def reference(self) -> str:
        """The number by which people call the record; kinds without one are called by label and id."""
        return str(getattr(self, "number", "") or f"{self.KIND.label}-{self.id}")


def fields_of(cls: type[Part]) -> tuple[Field, ...]:
    """The declared fields in order; `id` and `version` are not among them."""
    return _fields_of(cls)  # type: ignore[arg-type] # classes are hashable


@cache
def _fields_of(cls: Any) -> tuple[Field, ...]:
    return tuple(
        dataclasses.replace(f.metadata["field"], name=f.name)
        for f in dataclasses.fields(cls)
        if "field" in f.metadata
    )


def field_of(cls: type[Part], name: str) -> Field:
    return next(field for field in fields_of(cls) if field.name == name)


def is_empty(value: Any) -> bool:
    """Nothing entered: "", blanks, None, an empty tuple. 0 and False are entries."""
    return value is None or value == () or (isinstance(value, str) and not value.strip())


def _field_problems(part: Part) -> Iterator[Problem]:
    for field in fields_of(type(part)):
        value = getattr(part, field.name)
        if is_empty(value) or (field.type is FieldType.LINK and not value):
            if field.required and not field.auto:
                yield Problem(field.name, f"请填写“{field.label}”")
        elif text := value_problem(field, value):
            yield Problem(field.name, text, "" if field.sealed else str(value)[:80])


def value_problem(field: Field, value: Any) -> str:
    """What is wrong with one value that is not empty; "" when nothing is. A sealed value is not repeated."""
    fault = _value_fault(field, value)
    return f"“{field.label}”填写得不对，请核对选项、位数和校验位" if fault and field.sealed else fault


def _value_fault(field: Field, value: Any) -> str:
    if field.type is FieldType.CHOICE and value not in field.choices:
        return f"“{field.label}”不能是“{value}”，请从 {'、'.join(field.choices)} 中选择"
    if field.type is FieldType.CHOICES and (odd := [v for v in value if v not in field.choices]):
        return f"“{field.label}”不能含“{odd[0]}”，请从 {'、'.join(field.choices)} 中选择"
    if isinstance(value, str) and len(value) > field.limit:
        return f"“{field.label}”有 {len(value)} 字，超过 {field.limit} 字，请删减"
    if field.check and (fault := field.check(value)):
        return f"“{field.label}”：{fault}"
    return _number_problem(field, value) or _parts_problem(field, value)


def _number_problem(field: Field, value: Any) -> str:
    if field.type in (FieldType.MONEY, FieldType.WHOLE) and value < 0:
        return f"“{field.label}”不能是负数"
    return ""


def _parts_problem(field: Field, value: Any) -> str:
    if field.type is not FieldType.TABLE:
        return ""
    found = [
        f"第 {index} 行：{problem.text}"
        for index, part in enumerate(value, start=1)
        for problem in part.problems()
    ]
    return f"“{field.label}”{'；'.join(found)}" if found else ""
