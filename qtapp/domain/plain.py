"""Records as plain JSON values and back, and one value read from what a person or a workbook gives."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeVar

from qtapp.domain.codes import normal_text, parse_day
from qtapp.domain.errors import Problem, UserError
from qtapp.domain.moments import parse_moment
from qtapp.domain.money import parse as parse_money
from qtapp.domain.money import yuan
from qtapp.domain.record import Field, FieldType, Part, fields_of, is_empty

P = TypeVar("P", bound=Part)
YES = {"是", "有", "√", "☑", "1", "true", "yes", "y", "对"}
NO = {"否", "无", "×", "0", "false", "no", "n", "□", "不"}
SEPARATORS = str.maketrans({",": "、", "，": "、", ";": "、", "；": "、", "/": "、"})


def to_plain(field: Field, value: Any) -> Any:
    """The JSON value: dates ISO 8601, money integer 分, tables lists of objects."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if field.type is FieldType.TABLE:
        return [plain(part) for part in value]
    return list(value) if field.type is FieldType.CHOICES else value


def plain(part: Part) -> dict[str, Any]:
    return {field.name: to_plain(field, getattr(part, field.name)) for field in fields_of(type(part))}


def from_plain(field: Field, value: Any) -> Any:
    """The inverse of `to_plain`; a missing value is the field's empty one."""
    if value is None:
        return field.empty
    match field.type:
        case FieldType.DAY:
            return date.fromisoformat(value) if isinstance(value, str) else value
        case FieldType.MOMENT:
            return datetime.fromisoformat(value) if isinstance(value, str) else value
        case FieldType.FLAG:
            return bool(value)
        case FieldType.CHOICES:
            return tuple(json.loads(value) if isinstance(value, str) else value)
        case FieldType.TABLE:
            rows = json.loads(value) if isinstance(value, str) else value
            return tuple(revive(_part(field), row) for row in rows)
    return value


def _part(field: Field) -> type[Part]:
    if field.part is None:
        raise TypeError(field.name)
    return field.part


def revive(cls: type[P], values: Mapping[str, Any]) -> P:
    """A part or record from its plain values; unknown keys are left out."""
    known = {f.name: from_plain(f, values[f.name]) for f in fields_of(cls) if f.name in values}
    return cls(**known)


def _read_flag(label: str, raw: str) -> bool:
    text = raw.strip().lower()
    if text in YES | NO:
        return text in YES
    raise UserError(f"“{label}”应为 是 或 否，不能是“{raw}”")


def _read_whole(label: str, raw: str) -> int:
    digits = normal_text(raw).strip().replace(",", "")
    try:
        return int(float(digits)) if float(digits).is_integer() else _not_whole(label, raw)
    except ValueError:
        return _not_whole(label, raw)


def _not_whole(label: str, raw: str) -> int:
    raise UserError(f"“{label}”应为整数，不能是“{raw}”")


def _read_table(field: Field, raw: str) -> tuple[Part, ...]:
    try:
        rows = json.loads(raw)
        return tuple(make(_part(field), row)[0] for row in rows)
    except (ValueError, TypeError, AttributeError):
        raise UserError(f"“{field.label}”应为 JSON 列表，每行一个对象") from None


def _read_choices(_label: str, raw: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in raw.translate(SEPARATORS).split("、") if part.strip())


READERS: dict[FieldType, Callable[[str, str], Any]] = {
    FieldType.DAY: lambda _label, raw: parse_day(raw),
    FieldType.MOMENT: lambda _label, raw: parse_moment(raw),
    FieldType.MONEY: lambda _label, raw: parse_money(raw),
    FieldType.WHOLE: _read_whole,
    FieldType.LINK: _read_whole,
    FieldType.FLAG: _read_flag,
    FieldType.CHOICES: _read_choices,
}


def read(field: Field, raw: Any) -> Any:
    """One value as typed, imported or given on the command line. Raises UserError in the field's words."""
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return field.empty
    if field.type is FieldType.TABLE:
        return raw if isinstance(raw, tuple) else _read_table(field, str(raw))
    if isinstance(raw, date) and field.type in (FieldType.DAY, FieldType.MOMENT):
        return parse_day(raw) if field.type is FieldType.DAY else parse_moment(raw)
    if isinstance(raw, int) and field.type in (
        FieldType.MONEY,
        FieldType.WHOLE,
        FieldType.LINK,
        FieldType.FLAG,
    ):
        return bool(raw) if field.type is FieldType.FLAG else raw
    text = normal_text(_as_text(raw))
    reader = READERS.get(field.type)
    try:
        return reader(field.label, text) if reader else text.strip()
    except UserError as error:
        if field.sealed:
            raise UserError(f"“{field.label}”填写得不对，请核对") from None
        raise UserError(str(error) if field.label in str(error) else f"“{field.label}”：{error}") from None


def _as_text(raw: Any) -> str:
    """A workbook gives 12345678.0 where the office typed a number of eight digits."""
    if isinstance(raw, float) and raw.is_integer() and abs(raw) < 1e15:  # noqa: PLR2004 - beyond it digits are lost
        return str(int(raw))
    return str(raw)


def make(cls: type[P], raw: Mapping[str, Any]) -> tuple[P, list[Problem]]:
    """A record from raw values, and every value that could not be read. It is not checked further."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for field in fields_of(cls):
        if field.name not in raw:
            continue
        try:
            values[field.name] = read(field, raw[field.name])
        except UserError as error:
            problems.append(
                Problem(field.name, str(error), "" if field.sealed else str(raw[field.name])[:80])
            )
    return cls(**values), problems


def show(field: Field, value: Any) -> str:
    """One value as a person reads it in a list or a workbook."""
    if is_empty(value):
        return ""
    match field.type:
        case FieldType.MONEY:
            return yuan(value)
        case FieldType.FLAG:
            return "是" if value else "否"
        case FieldType.MOMENT:
            return (
                f"{value:%Y-%m-%d %H:%M}"
                if isinstance(value, datetime)
                else str(value).replace("T", " ")[:16]
            )
        case FieldType.CHOICES:
            return "、".join(value)
        case FieldType.TABLE:
            return f"{len(value)} 项"
    return str(value)


def without_sealed(record: P) -> P:
    """The record with every sealed field emptied: what may leave the vault's neighbourhood."""
    emptied = {f.name: f.empty for f in fields_of(type(record)) if f.sealed}
    return replace(record, **emptied)
