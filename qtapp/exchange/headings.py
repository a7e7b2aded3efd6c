"""The header of a foreign table: where it stands and which column means which field."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from qtapp.domain.kinds import Kind
from qtapp.domain.record import Field, FieldType, Part, fields_of
from qtapp.exchange.synonyms import (
    HEADINGS,
    INFORMANT_COLUMNS,
    INFORMANTS,
    OPEN_ALONE,
    TARGET_COLUMNS,
    TARGET_WORDS,
)

SEARCHED_ROWS = 15
NOTICE = "退回原因"  # our own column in a workbook of rejected rows
IGNORED = re.compile(r"[\s()\[\]{}〔〕【】《》<>「」:*]")
BRACKETED = re.compile(r"[(\[〔【][^)\]〕】]*[)\]〕】]")
UNIT = re.compile(r"(?:万元|元)$")
ALIAS, FOREIGN, BESIDE_OWNER, LOOSE, GUESSED = (
    1,
    40,
    0,
    50,
    60,
)  # how far a heading is from the label, 0 being it

Row = tuple[int, tuple[str, ...]]  # number as the file counts, cells as text


def plain_heading(text: str) -> str:
    return IGNORED.sub("", unicodedata.normalize("NFKC", text)).lower()


@dataclass(frozen=True)
class Header:
    row: int  # the last one, when there are two
    headings: tuple[str, ...] = ()
    columns: dict[int, Field] = field(default_factory=dict)  # by column, from 0

    @property
    def unknown(self) -> tuple[str, ...]:
        return tuple(
            heading
            for column, heading in enumerate(self.headings)
            if column not in self.columns and heading and heading != NOTICE
        )

    @property
    def enough(self) -> bool:
        """One known heading is a header only if it is the only one."""
        return len(self.columns) > 1 or (len(self.columns) == 1 and not self.unknown)


def find_header(cls: type[Part], rows: Sequence[Row]) -> Header | None:
    """The header among the first rows that says most; of equals a single row, then the upper one."""
    found = [
        (len(header.columns), -levels, -header.row, header)
        for index, (number, _texts) in enumerate(rows)
        if number <= SEARCHED_ROWS
        for levels, header in _headers_at(cls, rows, index)
        if header.enough
    ]
    return max(found, key=lambda offer: offer[:3])[3] if found else None


def _headers_at(cls: type[Part], rows: Sequence[Row], index: int) -> Iterator[tuple[int, Header]]:
    """The header in this row alone, and the one in this row and the next."""
    number, upper = rows[index]
    yield 1, _header(cls, number, _trimmed(upper), rows[index + 1 :])
    if index + 1 < len(rows):
        below, lower = rows[index + 1]
        yield 2, _header(cls, below, _joined(upper, lower), rows[index + 2 :])


def _trimmed(texts: Sequence[str]) -> tuple[str, ...]:
    words = [" ".join(text.split()) for text in texts]
    while words and not words[-1]:
        words.pop()
    return tuple(words)


def _joined(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    """Two rows of headings in one: a group's name stands over the first of its columns only."""
    words, group = [], ""
    for column in range(max(len(upper), len(lower))):
        above = " ".join(upper[column].split()) if column < len(upper) else ""
        below = " ".join(lower[column].split()) if column < len(lower) else ""
        group = above or (group if below else "")
        words.append("/".join(dict.fromkeys(word for word in (group, below) if word)))
    return _trimmed(words)


def _header(cls: type[Part], number: int, headings: tuple[str, ...], below: Sequence[Row]) -> Header:
    if not any(headings):
        return Header(number)
    return Header(number, headings, assigned(cls, headings, below))


def assigned(cls: type[Part], headings: Sequence[str], below: Sequence[Row] = ()) -> dict[int, Field]:
    """The field of each column, the closest match first; no field has two columns."""
    offers = sorted(
        (rank, column, name)
        for column, heading in enumerate(headings)
        for name, rank in _offers(cls, headings, column, heading).items()
        if heading
    )
    known = {f.name: f for f in fields_of(cls)}
    columns: dict[int, Field] = {}
    for _rank, column, name in offers:
        free = column not in columns and known[name] not in columns.values()
        if free and (known[name].type is not FieldType.LINK or _whole_numbers(column, below)):
            columns[column] = known[name]
    return dict(sorted(columns.items()))


def _whole_numbers(column: int, below: Sequence[Row]) -> bool:
    """Links are numbers of this register; an office that has such a column keeps names in it."""
    cells = [texts[column].strip() for _number, texts in below if column < len(texts)]
    return all(cell.isascii() and cell.isdecimal() for cell in cells if cell)


def _offers(cls: type[Part], headings: Sequence[str], column: int, heading: str) -> dict[str, int]:
    """Each field that the heading may mean, with its distance."""
    group, _slash, word = heading.rpartition("/")
    found = dict(_named(cls, heading.replace("/", ""))) | dict(_named(cls, heading))
    if not _sealed(cls):
        return found or (dict(_named(cls, word, GUESSED)) if group else {})
    return _of_persons(cls, found, _owner(cls, headings, column), word, group)


def _named(cls: type[Part], heading: str, distance: int = 0) -> Iterator[tuple[str, int]]:
    names = _names(cls)
    wide = unicodedata.normalize("NFKC", heading)
    spellings = (
        (plain_heading(wide), 0),
        (plain_heading(BRACKETED.sub("", wide)), LOOSE),
        (UNIT.sub("", plain_heading(wide)), LOOSE),
    )
    seen: set[str] = set()
    for spelling, further in spellings:
        for name, rank in names.get(spelling, ()):
            if name not in seen:
                seen.add(name)
                yield name, rank + further + distance


def _names(cls: type[Part]) -> Mapping[str, list[tuple[str, int]]]:
    return _names_of(cls)  # type: ignore[arg-type] # classes are hashable


@cache
def _names_of(cls: Any) -> Mapping[str, list[tuple[str, int]]]:
    """Which fields a heading may mean: as it stands, and with its unit or bracketed words left out."""
    names: dict[str, list[tuple[str, int]]] = {}
    kind = getattr(cls, "KIND", None)
    foreign = HEADINGS.get(kind, {}) if isinstance(kind, Kind) else {}
    for f in fields_of(cls):
        words = [(f.label, 0), *((word, ALIAS + place) for place, word in enumerate(f.aliases))]
        words += [(word, FOREIGN) for word in foreign.get(f.name, ())]
        for word, rank in words:
            spelling = plain_heading(word)
            names.setdefault(spelling, []).append((f.name, rank))
            if f.type is FieldType.MONEY and UNIT.search(spelling):
                names.setdefault(UNIT.sub("", spelling), []).append((f.name, rank + ALIAS))
    return names


def _owner(cls: type[Part], headings: Sequence[str], column: int) -> str:
    """Of whom the columns up to this one speak: "informant", "target" or nobody certain."""
    group = headings[column].rpartition("/")[0]
    if group:
        return _speaks_of(cls, group)
    for heading in reversed(headings[:column]):
        if plain_heading(heading) not in INFORMANT_COLUMNS and plain_heading(heading) not in TARGET_COLUMNS:
            return _speaks_of(cls, heading)
    return ""


def _speaks_of(cls: type[Part], heading: str) -> str:
    if any(word in heading for word in TARGET_WORDS):
        return "target"
    if any(word in heading for word in INFORMANTS):
        return "informant"
    named = sorted((rank, name) for name, rank in _named(cls, heading.replace("/", "")))
    if named and named[0][1] in _sealed(cls):
        return "informant"
    return "target" if named and named[0][1].startswith("target_") else ""


def _sealed(cls: type[Part]) -> frozenset[str]:
    return frozenset(f.name for f in fields_of(cls) if f.sealed)


def _harmless(cls: type[Part]) -> frozenset[str]:
    """What may stand among the informant's columns: sealed fields, and those that hold no words of his."""
    return frozenset(
        f.name for f in fields_of(cls) if f.sealed or f.type in (FieldType.CHOICE, FieldType.FLAG)
    )


def _of_persons(cls: type[Part], found: dict[str, int], owner: str, word: str, group: str) -> dict[str, int]:
    """What is beside the informant stays sealed; in doubt a telephone or a name is the informant's."""
    spelling = plain_heading(word)
    if group and not found:
        found = dict(_named(cls, word, GUESSED))
    if owner == "informant":
        own = INFORMANT_COLUMNS.get(spelling)
        offers = {name: rank for name, rank in found.items() if name in _harmless(cls) or not (own or group)}
        return {own: BESIDE_OWNER} | offers if own else offers
    if group and owner == "target":
        found = {name: rank for name, rank in found.items() if name not in _sealed(cls)}
    elif spelling in INFORMANT_COLUMNS and spelling not in OPEN_ALONE:
        found.setdefault(INFORMANT_COLUMNS[spelling], GUESSED)
    if owner == "target" and spelling in TARGET_COLUMNS:
        found.setdefault(TARGET_COLUMNS[spelling], GUESSED + ALIAS)
    return found
