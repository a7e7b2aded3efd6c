"""One cell read for one field: what a person meant, or one sentence about what is wrong."""

import json
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from qtapp.domain.codes import identity_problem, normal_text
from qtapp.domain.errors import UserError
from qtapp.domain.plain import make, read
from qtapp.domain.record import Field, FieldType, Part, fields_of, value_problem
from qtapp.exchange.sources import Broken, as_text
from qtapp.exchange.synonyms import ANSWERS, CHOICE_ENDINGS, CHOICES

LOST_DIGITS = re.compile(r"[0-9](?:\.[0-9]+)?E\+[0-9]{2}")
LEFT_OUT = re.compile(r"〔见原表第(\d+)行〕")
NAMES = re.compile(r"[、,，;；/\n]+")
ITEMS = re.compile(r"[;；\n]+")
HALF_FEN = 1e-6


def left_out(row: int) -> str:
    """What stands for a sealed value in a workbook of rejected rows."""
    return f"〔见原表第{row}行〕"


def raw_value(field: Field, cell: Any, heading: str) -> Any:
    """What `domain.plain.make` takes for the cell. Raises UserError."""
    if isinstance(cell, Broken):
        raise UserError(f"“{field.label}”{cell.reason}")
    text = as_text(cell)
    if found := LEFT_OUT.fullmatch(text.strip()):
        raise UserError(f"“{field.label}”没有随退回表带出，请照原表第 {found[1]} 行补填")
    if not text.strip():
        return None
    if field.type in (FieldType.DAY, FieldType.MOMENT):
        return cell if isinstance(cell, date) else text
    if field.type is FieldType.MONEY:
        return _money(cell, text, heading)
    reader = READERS.get(field.type)
    return reader(field, text) if reader else text


def _money(cell: Any, text: str, heading: str) -> str:
    """Yuan, unless the heading says 万元; a sum that the workbook computed is freed of its last crumbs."""
    if isinstance(cell, float) and abs(cell - round(cell, 2)) < HALF_FEN:
        text = f"{cell:.2f}"
    bare = text.strip()[-1:].isdecimal()
    return f"{text.strip()}万元" if bare and "万元" in unicodedata.normalize("NFKC", heading) else text


def _kept_whole(field: Field, text: str) -> str:
    """The text, unless the workbook made a number of it and lost digits."""
    plain = unicodedata.normalize("NFKC", text).strip().upper()
    if not LOST_DIGITS.fullmatch(plain):
        return text
    check = identity_problem if "身份证" in field.label else field.check
    fault = check(plain) if check else ""
    fault = fault or "表格把号码变成了科学计数法，末几位已丢失，请从原表按文本重新导出"
    raise UserError(f"“{field.label}”：{fault}")


def _spelling(word: str) -> str:
    return "".join(unicodedata.normalize("NFKC", word).split()).lower()


@cache
def _meanings() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meant, words in CHOICES.items():
        for word in words:
            found.setdefault(_spelling(word), []).append(meant)
    return found


def _meant(field: Field, word: str) -> str:
    """The choice that the word means, or the word itself."""
    spelling = _spelling(word)
    own = {_spelling(choice): choice for choice in field.choices}
    if spelling in own:
        return own[spelling]
    offers = [ANSWERS.get(field.name, {}).get(spelling, ""), *_meanings().get(spelling, ())]
    offers += [own.get(spelling.removesuffix(ending), "") for ending in CHOICE_ENDINGS]
    return next((offer for offer in offers if offer in field.choices), word)


def _choice(field: Field, text: str) -> str:
    meant = _meant(field, normal_text(text).strip())
    if fault := value_problem(field, meant):
        raise UserError(fault)
    return meant


def _choices(field: Field, text: str) -> str:
    meant = tuple(dict.fromkeys(_meant(field, word) for word in read(field, text)))
    if fault := value_problem(field, meant):
        raise UserError(fault)
    return "、".join(meant)


def _parts(field: Field, text: str) -> tuple[Part, ...]:
    """A list of objects in JSON; where a part needs one word only, simply those words."""
    if field.part is None:
        raise TypeError(field.name)
    text = normal_text(text).strip()
    rows = _json_rows(field, text) if text[:1] in ("[", "{") else _worded_rows(field, field.part, text)
    parts = []
    for place, row in enumerate(rows, start=1):
        part, problems = make(field.part, _part_values(field, field.part, row, place))
        if problems:
            raise UserError(f"“{field.label}”第 {place} 行：{problems[0].text}")
        parts.append(part)
    return tuple(parts)


def _json_rows(field: Field, text: str) -> list[dict[str, Any]]:
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError):
        rows = None
    rows = [rows] if isinstance(rows, dict) else rows
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UserError(f"“{field.label}”应为 JSON 列表，每行一个对象，例如 {sample(field)}")
    return rows


def _worded_rows(field: Field, part: type[Part], text: str) -> list[dict[str, Any]]:
    needed = [f for f in fields_of(part) if f.required]
    if len(needed) != 1 or needed[0].type not in (FieldType.TEXT, FieldType.PASSAGE):
        raise UserError(f"“{field.label}”应为 JSON 列表，每行一个对象，例如 {sample(field)}")
    words = (NAMES if needed[0].type is FieldType.TEXT else ITEMS).split(text)
    return [{needed[0].name: word.strip()} for word in words if word.strip()]


def _part_values(field: Field, part: type[Part], row: dict[str, Any], place: int) -> dict[str, Any]:
    """The object's values by field name; labels are understood as well, what is neither is told."""
    known = {f.label: f for f in fields_of(part)} | {f.name: f for f in fields_of(part)}
    if odd := [key for key in row if key not in known]:
        raise UserError(f"“{field.label}”第 {place} 行没有“{odd[0]}”这一项，请核对")
    return {known[key].name: _plain_raw(known[key], value) for key, value in row.items()}


def _plain_raw(field: Field, value: Any) -> Any:
    if field.type is FieldType.CHOICES and isinstance(value, list):
        return "、".join(map(str, value))
    if field.type is FieldType.TABLE and isinstance(value, list):
        return _parts(field, json.dumps(value, ensure_ascii=False))
    return value


def sample(field: Field) -> str:
    """How a table is written in one cell."""
    part = fields_of(field.part) if field.part else ()
    shown = {
        f.name: SAMPLES.get(f.type, f.label) if not f.choices else f.choices[0] for f in part if f.required
    }
    return json.dumps([shown], ensure_ascii=False)


READERS: dict[FieldType, Callable[[Field, str], Any]] = {
    FieldType.CHOICE: _choice,
    FieldType.CHOICES: _choices,
    FieldType.TABLE: _parts,
    FieldType.TEXT: _kept_whole,
}
SAMPLES = {
    FieldType.DAY: "2021-09-01",
    FieldType.MOMENT: "2021-09-01 09:30",
    FieldType.MONEY: "20000.00",
    FieldType.WHOLE: "2",
    FieldType.FLAG: "是",
}
