"""Official numbers: 代字〔年〕N号, with U+3014 and U+3015, no leading zeros."""

from dataclasses import dataclass

from qtapp.domain.bureau import PER_CASE, Bureau


@dataclass(frozen=True)
class Series:
    """A row of numbers that is gapless within a year. `code` is what follows the bureau's word."""

    code: str
    bracketed: bool = True  # （启）应急立〔2026〕1号 against 启应急举〔2026〕1号


COMPLAINTS = Series("举", bracketed=False)
INSPECTIONS = Series("检记")
CASES = Series("立")
DECISIONS = Series("罚")
SESSIONS = Series("学", bracketed=False)


def spelled(series: Series, bureau: Bureau, year: int, sequence: int) -> str:
    """The number as printed."""
    area = bureau.area and (f"（{bureau.area}）" if series.bracketed else bureau.area)
    return f"{area}{bureau.word}{series.code}〔{year}〕{sequence}号"


def shared(number: str, code: str, own: str) -> str:
    """The number of a record with another document's code: one number for the whole case."""
    return number.replace(f"{own}〔", f"{code}〔", 1)


def is_shared(bureau: Bureau) -> bool:
    return bureau.numbering == PER_CASE
