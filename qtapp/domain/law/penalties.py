"""The catalogue of unlawful acts and what may be imposed for each, as in force on a day."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from qtapp.domain.errors import UserError
from qtapp.domain.law.citation import citation, place
from qtapp.domain.law.reading import chinese_day, day_or_none, in_force, number_or_none


class FineBasis(StrEnum):
    """What the amount of a fine is reckoned from."""

    NONE = "none"
    FIXED = "fixed"
    INCOME_RATIO = "income_ratio"
    ILLEGAL_GAINS_MULTIPLE = "illegal_gains_multiple"
    BASE_FINE_MULTIPLE = "base_fine_multiple"
    ORIGINAL_FINE_DAILY = "original_fine_daily"


class Escalation(StrEnum):
    """The circumstance that this row of an article is about."""

    NONE = "none"
    OVERDUE_CORRECTION = "overdue_correction"
    REFUSAL = "refusal"
    SERIOUS = "serious"
    ACCIDENT = "accident"
    ACCIDENT_GENERAL = "accident_general"
    ACCIDENT_LARGER = "accident_larger"
    ACCIDENT_MAJOR = "accident_major"
    ACCIDENT_EXTRA = "accident_extra"
    GAINS_GE_100K = "gains_ge_100k"
    GAINS_LT_100K = "gains_lt_100k"
    GAINS_ANY = "gains_any"
    GAINS_NONE = "gains_none"


class Correction(StrEnum):
    """Whether an order to correct must come first, may come along, or plays no part."""

    FIRST = "yes"
    ALONG = "with"
    NO = "no"


class Confidence(StrEnum):
    """READ from the text of the law, or KNOWN to practice and still to be checked by the legal section."""

    READ = "text"
    KNOWN = "known"


@dataclass(frozen=True)
class PenaltyItem:
    """One row: an act, the one who answers for it, and the range. None means unknown or not fixed."""

    code: str
    law: str
    law_name: str
    law_version: str
    article: int | None
    paragraph: int | None
    items: tuple[int, ...]
    violated_law: str
    violated: str
    violation: str
    subject: str
    kinds: tuple[str, ...]
    fine_basis: FineBasis
    fine_min_fen: int | None
    fine_max_fen: int | None
    ratio_min: Decimal | None
    ratio_max: Decimal | None
    escalation: Escalation
    correction: Correction
    note: str
    source: str
    confidence: Confidence
    effective_from: date | None
    effective_to: date | None
    superseded_by: str

    def in_force_on(self, day: date) -> bool:
        return in_force(day, self.effective_from, self.effective_to)


def basis_citation(item: PenaltyItem) -> str | None:
    """《中华人民共和国安全生产法》第九十七条第（一）项; None while the article is unknown."""
    if item.article is None:
        return None
    return citation(item.law_name, place(item.article, item.paragraph, item.items))


def violated_citation(item: PenaltyItem) -> str | None:
    """The duty that was broken, as printed; None where the catalogue cannot name it exactly."""
    exact = item.violated.startswith("第") and item.violated.endswith(("条", "款", "项"))
    return citation(item.violated_law or item.law_name, item.violated) if exact else None


@dataclass(frozen=True)
class PenaltyCatalogue:
    """Every row ever in force. The day is always the day of the act (its end, for a lasting one)."""

    items: tuple[PenaltyItem, ...]

    def items_on(self, day: date) -> tuple[PenaltyItem, ...]:
        return tuple(item for item in self.items if item.in_force_on(day))

    def find(self, text: str, day: date) -> tuple[PenaltyItem, ...]:
        """In force on the day, and holding every word of the text: act, law, article, subject or code."""
        words = _plain(text).split()
        return tuple(
            item for item in self.items_on(day) if all(word in self._texts[item.code] for word in words)
        )

    def get(self, code: str) -> PenaltyItem | None:
        return self._by_code.get(code)

    def at(self, code: str, day: date) -> PenaltyItem:
        item = self.get(code)
        if item is None:
            raise UserError(f"处罚事项目录中没有编号“{code}”，请核对编号或从目录中选择。")
        if not item.in_force_on(day):
            raise UserError(f"处罚事项“{code} {item.violation}”在{chinese_day(day)}不适用：{_span(item)}。")
        return item

    @cached_property
    def _by_code(self) -> dict[str, PenaltyItem]:
        return {item.code: item for item in self.items}

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {item.code: _plain(_searched(item)) for item in self.items}


def penalty_item(row: Mapping[str, str]) -> PenaltyItem:
    """One row of penalties.csv. Raises KeyError or ValueError when it does not fit."""
    return PenaltyItem(
        code=row["code"],
        law=row["law"],
        law_name=row["law_name"],
        law_version=row["law_version"],
        article=number_or_none(row["article"]),
        paragraph=number_or_none(row["paragraph"]),
        items=tuple(int(part) for part in row["items"].split("-") if part),
        violated_law=row["violated_law"],
        violated=row["violated"],
        violation=row["violation"],
        subject=row["subject"],
        kinds=tuple(kind for kind in row["kinds"].split(";") if kind),
        fine_basis=FineBasis(row["fine_basis"]),
        fine_min_fen=number_or_none(row["fine_min_fen"]),
        fine_max_fen=number_or_none(row["fine_max_fen"]),
        ratio_min=_ratio(row["ratio_min"]),
        ratio_max=_ratio(row["ratio_max"]),
        escalation=Escalation(row["escalation"]),
        correction=Correction(row["correction"]),
        note=row["note"],
        source=row["source"],
        confidence=Confidence(row["confidence"]),
        effective_from=day_or_none(row["effective_from"]),
        effective_to=day_or_none(row["effective_to"]),
        superseded_by=row["superseded_by"],
    )


def penalty_catalogue(rows: Iterable[Mapping[str, str]]) -> PenaltyCatalogue:
    return PenaltyCatalogue(tuple(penalty_item(row) for row in rows))


def _ratio(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


def _searched(item: PenaltyItem) -> str:
    number = "" if item.article is None else f"第{item.article}条"
    return " ".join(
        (item.code, item.law, item.law_name, basis_citation(item) or "", number, item.violation, item.subject)
    )


def _span(item: PenaltyItem) -> str:
    since = f"自{chinese_day(item.effective_from)}起施行" if item.effective_from else ""
    until = f"适用到{chinese_day(item.effective_to)}为止" if item.effective_to else ""
    successor = f"，其后见{item.superseded_by}" if item.superseded_by and item.effective_to else ""
    return "，".join(part for part in (since, until) if part) + successor
