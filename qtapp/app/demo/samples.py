"""The invented names, acts and texts of the sample year, read from resources/samples."""

import csv
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Personal:
    """The penalty item under which a person answers beside the unit."""

    code: str
    role: str
    fact: str
    yuan: tuple[int, int]
    violated: str = ""


@dataclass(frozen=True)
class Act:
    """A violation as it occurs in the county: its item, its words, what it usually costs (元)."""

    code: str
    cause: str
    finding: str
    details: tuple[str, ...]
    proof: str
    yuan: tuple[int, int]
    weight: int = 1
    violated: str = ""
    industry: str = ""
    kinds: tuple[str, ...] = ("罚款",)
    gains: tuple[int, int] | None = None
    since: date = date.min
    until: date = date.max
    person: Personal | None = None


@dataclass(frozen=True)
class Accident:
    code: str
    cause: str
    violated: str
    act_on: date
    decided_on: date
    detail: str
    yuan: int
    person: Personal | None = None


@dataclass(frozen=True)
class Report:
    """What an informant tells, and how it is passed on."""

    category: str
    gist: str
    content: str
    transfer: str
    industry: str = ""
    codes: tuple[str, ...] = ()  # violations that an inspection after it may find


@dataclass(frozen=True)
class Industry:
    suffix: str
    name: str
    weight: int
    danger: bool = False
    workshop: bool = False  # turns, welds, lifts


@dataclass(frozen=True)
class Samples:
    """Everything in the folder, read when first asked for."""

    folder: Path
    _read: dict[str, Mapping[str, Any]] = field(default_factory=dict, compare=False)

    def toml(self, name: str) -> Mapping[str, Any]:
        if name not in self._read:
            self._read[name] = tomllib.loads((self.folder / f"{name}.toml").read_text("utf-8"))
        return self._read[name]

    def rows(self, name: str) -> list[dict[str, str]]:
        with (self.folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        return tuple(Act(**_frozen(raw)) for raw in self.toml("violations")["violation"])

    @cached_property
    def accidents(self) -> tuple[Accident, ...]:
        return tuple(Accident(**_frozen(raw)) for raw in self.toml("violations")["accident"])

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        return tuple(Report(**_frozen(raw)) for raw in self.toml("complaints")["complaint"])

    @cached_property
    def industries(self) -> tuple[Industry, ...]:
        return tuple(Industry(**raw) for raw in self.toml("names")["industry"])

    def words(self, name: str) -> Sequence[str]:
        """A row of names: surnames, streets, townships."""
        found: Sequence[str] = self.toml("names")[name]
        return found

    def findings(self, name: str) -> Sequence[str]:
        found: Sequence[str] = self.toml("findings")[name]
        return found


def _frozen(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Lists as tuples, the person's part as itself."""
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in raw.items()}
    if person := raw.get("person"):
        values["person"] = Personal(**_frozen(person))
    return values
