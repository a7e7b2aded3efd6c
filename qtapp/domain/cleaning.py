"""A whole record made fit to be kept: every text in one shape, no invisible marks, no lost digits."""

import re
import unicodedata
from dataclasses import replace
from typing import Any, TypeVar

from qtapp.domain.codes import normal_text
from qtapp.domain.errors import Invalid, Problem, UserError
from qtapp.domain.record import Field, FieldType, Part, fields_of

P = TypeVar("P", bound=Part)
LOST_DIGITS = re.compile(r"[0-9](?:\.[0-9]+)?E\+[0-9]{2}")


def cleaned(part: P) -> P:
    """The record, its rows too, with each text as `normal_text` gives it. Raises Invalid for damage."""
    found: dict[str, Any] = {}
    for field in fields_of(type(part)):
        value = getattr(part, field.name)
        if field.type is FieldType.TABLE:
            rows = tuple(cleaned(row) for row in value)
            if any(new is not old for new, old in zip(rows, value, strict=True)):
                found[field.name] = rows
        elif isinstance(value, str) and value and (text := _cleaned(field, value)) != value:
            found[field.name] = text
    return replace(part, **found) if found else part


def _cleaned(field: Field, value: str) -> str:
    try:
        text = value if _is_clean(value) else normal_text(value)
    except UserError as error:
        raise Invalid(Problem(field.name, f"“{field.label}”：{error}")) from None
    if field.type is FieldType.TEXT and LOST_DIGITS.fullmatch(text.strip().upper()):
        words = "是表格变成的科学计数法，末几位已丢失，请照原件填写完整的号码"
        raise Invalid(Problem(field.name, f"“{field.label}”{words}", "" if field.sealed else text))
    return text


def _is_clean(value: str) -> bool:
    """Surely nothing to mend: found out at a small part of what mending costs."""
    lines = value.split("\n")
    if not all(line.isprintable() and line == line.rstrip() for line in lines):
        return False
    return lines[-1] != "" and unicodedata.is_normalized("NFC", value)
