"""The wordings that law obliges a document to carry, each chosen by the date of the document."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from qtapp.domain.errors import UserError
from qtapp.domain.law.reading import chinese_day, day_or_none, in_force

BLANK = "________"
_SLOT = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Statement:
    """One wording; its `{slots}` take what only the bureau or the case knows."""

    id: str
    keys: tuple[str, ...]
    text: str
    law: str
    status: str
    valid_from: date | None
    valid_to: date | None
    note: str = ""

    @property
    def slots(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_SLOT.findall(self.text)))

    def parts(self, slots: Mapping[str, str]) -> tuple[tuple[str, bool], ...]:
        """The text in pieces, each with whether it was filled in; a missing value is a blank to write on."""
        pieces = enumerate(_SLOT.split(self.text))  # every second piece is the name of a slot
        worded = (
            (self._word(piece, slots) if index % 2 else piece, index % 2 == 1) for index, piece in pieces
        )
        return tuple(part for part in worded if part[0])

    def fill(self, slots: Mapping[str, str]) -> str:
        return "".join(text for text, _ in self.parts(slots))

    @staticmethod
    def _word(name: str, slots: Mapping[str, str]) -> str:
        return slots.get(name, "").strip() or BLANK


@dataclass(frozen=True)
class Statements:
    """All wordings. A key names the purpose, an id one dated wording of it; either may be asked for."""

    all: tuple[Statement, ...]

    def on(self, key: str, day: date) -> Statement:
        named = [statement for statement in self.all if key in (statement.id, *statement.keys)]
        if not named:
            raise UserError(f"法定告知文字中没有“{key}”，请在法律资料中补录。")
        for statement in named:
            if in_force(day, statement.valid_from, statement.valid_to):
                return statement
        raise UserError(
            f"法定告知文字“{key}”没有适用于{chinese_day(day)}的版本，请核对文书日期，或在法律资料中补录当时的文字。"
        )


def statements(tables: Iterable[Mapping[str, Any]]) -> Statements:
    """The [[statement]] tables of statements.toml."""
    return Statements(tuple(_statement(table) for table in tables))


def _statement(table: Mapping[str, Any]) -> Statement:
    return Statement(
        id=table["id"],
        keys=tuple(table.get("keys", ())),
        text=table["text"],
        law=table["law"],
        status=table["status"],
        valid_from=day_or_none(table["valid_from"]),
        valid_to=day_or_none(table["valid_to"]),
        note=table.get("note", ""),
    )
