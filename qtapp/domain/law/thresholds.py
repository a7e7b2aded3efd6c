"""Numbers at which procedure changes: officers present, on-the-spot fines, the right to a hearing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from qtapp.domain.errors import UserError
from qtapp.domain.law.reading import chinese_day, day_or_none, in_force


@dataclass(frozen=True)
class SimpleProcedure:
    """Up to these fines, and for these kinds, a decision may be taken on the spot."""

    person_max_fen: int
    unit_max_fen: int
    inclusive: bool
    kinds: tuple[str, ...]
    source: str
    verified: bool


@dataclass(frozen=True)
class HearingThreshold:
    """From these fines on a hearing must be offered; None means that the number is not known."""

    person_min_fen: int | None
    unit_min_fen: int | None
    inclusive: bool
    source: str
    verified: bool


@dataclass(frozen=True)
class Thresholds:
    """Chosen by the day on which the case was filed."""

    tables: Mapping[str, Any]

    def minimum_officers(self, day: date) -> int:
        return int(self._on("minimum_officers", day)["value"])

    def simple_procedure(self, day: date) -> SimpleProcedure:
        table = self._on("simple_procedure", day)
        return SimpleProcedure(
            person_max_fen=table["person_max_fen"],
            unit_max_fen=table["unit_max_fen"],
            inclusive=table["inclusive"],
            kinds=tuple(table["kinds"]),
            source=table["source"],
            verified=table["verified"],
        )

    def hearing_threshold(self, day: date) -> HearingThreshold:
        """The department's rule on that day; numbers stay None until the legal section enters them."""
        return _hearing(self._on("hearing_threshold", day))

    def hearing_advice(self, day: date) -> HearingThreshold:
        """The strictest known number, offered as a default where the rule is unknown."""
        return _hearing(self._on("hearing_advice", day))

    def _on(self, name: str, day: date) -> Mapping[str, Any]:
        versions: Sequence[Mapping[str, Any]] = self.tables[name]
        for table in versions:
            if in_force(day, day_or_none(table["effective_from"]), day_or_none(table["effective_to"])):
                return table
        raise UserError(
            f"法律资料“{versions[0]['title']}”没有适用于{chinese_day(day)}的标准，请核对日期，或补录当时的标准。"
        )


def _hearing(table: Mapping[str, Any]) -> HearingThreshold:
    return HearingThreshold(
        person_min_fen=table.get("person_min_fen"),
        unit_min_fen=table.get("unit_min_fen"),
        inclusive=table["inclusive"],
        source=table["source"],
        verified=table["verified"],
    )
