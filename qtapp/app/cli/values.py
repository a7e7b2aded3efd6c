"""Fields and conditions as they are written on the command line."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from qtapp.domain.errors import Invalid, Problem, Refused, UserError
from qtapp.domain.plain import make, read
from qtapp.domain.record import Field, FieldType, Part, Record, fields_of
from qtapp.domain.searches import Filter, Op

WHERE = re.compile(r"\s*([^<>=~!≥≤]+?)\s*(>=|<=|!=|≥|≤|=|~)(.*)", re.DOTALL)
OPS = {"=": Op.IS, "!=": Op.NOT, ">=": Op.SINCE, "≥": Op.SINCE, "<=": Op.UNTIL, "≤": Op.UNTIL, "~": Op.HAS}
NAMES_APART, LINES_APART = re.compile(r"[、,，;；\n]"), re.compile(r"[;；\n]")
ID = Field("序号", FieldType.WHOLE, name="id")

# A table written in short: which part of the row is meant, and what stands between rows.
SHORT: dict[str, tuple[str, re.Pattern[str]]] = {
    "parties": ("name", NAMES_APART),
    "handlers": ("name", NAMES_APART),
    "officers": ("name", NAMES_APART),
    "findings": ("text", LINES_APART),
    "evidence": ("name", LINES_APART),
    "violations": ("item_code", NAMES_APART),
}


def field_called(cls: type[Part], name: str, among: Iterable[Field] = ()) -> Field:
    """The field of that name, label or other heading; refused with all that there are."""
    fields = tuple(among) or fields_of(cls)
    for field in fields:
        if name in (field.name, field.label):
            return field
    for field in fields:
        if name in field.aliases:
            return field
    known = "、".join(f"{field.name}（{field.label}）" for field in fields)
    raise Refused(f"没有“{name}”这一栏；可用的有：{known}")


def values_of(cls: type[Part], pairs: Iterable[tuple[str, str]], keeps: Iterable[str] = ()) -> dict[str, Any]:
    """What the pairs say, by field. Fields that the program sets are refused, but for those in `keeps`."""
    open_fields = [field for field in fields_of(cls) if not field.auto or field.name in set(keeps)]
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, text in pairs:
        field = _open_field(cls, name, open_fields)
        try:
            values[field.name] = value_of(field, text, by_name=name == field.name)
        except Invalid as invalid:
            problems += invalid.problems
        except UserError as error:
            problems.append(Problem(field.name, str(error)))
    if problems:
        raise Invalid(*problems)
    return values


def _open_field(cls: type[Part], name: str, open_fields: list[Field]) -> Field:
    if shut := next((f for f in fields_of(cls) if name in (f.name, f.label) and f not in open_fields), None):
        raise Refused(f"“{shut.label}”（{shut.name}）由程序在相应的步骤里填写，不能直接给出")
    return field_called(cls, name, open_fields)


def value_of(field: Field, text: str, *, by_name: bool = True) -> Any:
    """One value. Money under its English name, which ends in _fen, is in 分; under its label in 元."""
    if field.type is FieldType.TABLE:
        return rows_of(field, text)
    if field.type is FieldType.MONEY and by_name and text.strip().isdecimal():
        return int(text)
    return read(field, text)


def rows_of(field: Field, text: str) -> tuple[Part, ...]:
    """The rows of a table: a JSON list of objects, or in short the names."""
    if field.part is None or not text.strip():
        return ()
    rows = _json_rows(field, text) if text.lstrip().startswith(("[", "{")) else _short_rows(field, text)
    problems: list[Problem] = []
    done: list[Part] = []
    for place, row in enumerate(rows, start=1):
        known = {field_called(field.part, name).name: value for name, value in row.items()}
        part, faults = make(field.part, {name: _raw(value) for name, value in known.items()})
        problems += [Problem(field.name, f"“{field.label}”第 {place} 行：{fault.text}") for fault in faults]
        done.append(part)
    if problems:
        raise Invalid(*problems)
    return tuple(done)


def _raw(value: Any) -> Any:
    return "、".join(map(str, value)) if isinstance(value, list) else value


def _json_rows(field: Field, text: str) -> list[Mapping[str, Any]]:
    try:
        found = json.loads(text)
    except ValueError:
        raise Refused(f"“{field.label}”不是完整的 JSON，请核对括号和引号") from None
    rows = found if isinstance(found, list) else [found]
    if not all(isinstance(row, dict) for row in rows):
        raise Refused(f"“{field.label}”应为 JSON 列表，每行一个对象")
    return rows


def _short_rows(field: Field, text: str) -> list[Mapping[str, Any]]:
    if field.name not in SHORT:
        raise Refused(f"“{field.label}”请写成 JSON 列表，每行一个对象")
    name, apart = SHORT[field.name]
    return [{name: word.strip()} for word in apart.split(text) if word.strip()]


# --- conditions ---


def filters(cls: type[Record], texts: Iterable[str]) -> tuple[Filter, ...]:
    """`FIELD=VALUE`, `FIELD>=VALUE`, `FIELD<=VALUE`, `FIELD!=VALUE`, `FIELD~TEXT`, all of which must hold."""
    return tuple(condition for text in texts for condition in _conditions(cls, text))


def _conditions(cls: type[Record], text: str) -> list[Filter]:
    found = WHERE.fullmatch(text)
    if found is None:
        raise Refused(f"“{text}”应写成 栏目=内容、栏目>=内容、栏目<=内容 或 栏目~文字")
    name, op, raw = found[1], OPS[found[2]], found[3].strip()
    field = field_called(cls, name, [ID, *(f for f in fields_of(cls) if not f.sealed)])
    if op is Op.HAS:
        return [Filter(field.name, raw, op)]
    if field.type in (FieldType.CHOICES, FieldType.TABLE):
        if op is not Op.IS:
            raise Refused(f"“{field.label}”只能用 = 或 ~ 来查")
        return [Filter(field.name, f'"{raw}"' if field.type is FieldType.CHOICES else raw, Op.HAS)]
    return _compared(field, op, value_of(field, raw, by_name=name == field.name))


def _compared(field: Field, op: Op, value: Any) -> list[Filter]:
    midnight = isinstance(value, datetime) and value.time() == time()
    if field.type is FieldType.MOMENT and midnight:  # a day was written: all of it is meant
        whole: date = value.date()
        if op is Op.IS:
            return [Filter(field.name, whole, Op.SINCE), Filter(field.name, whole, Op.UNTIL)]
        return [Filter(field.name, whole, op)]
    return [Filter(field.name, value, op)]
