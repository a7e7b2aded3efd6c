"""Refusals that many use cases share: days to come, and acts without a reason."""

from datetime import date

from qtapp.domain.errors import Invalid, Problem
from qtapp.store.store import Work


def day_to_come(work: Work, field: str, what: str, on: date | None) -> list[Problem]:
    """The fault of a day that has not come yet; `what` names it, as in 接报日期."""
    if on is None or on <= work.today:
        return []
    return [Problem(field, f"{what} {on} 还没有到，请核对", str(on))]


def need_reason(reason: str, act: str, field: str = "") -> None:
    """Refuse to take something back without a word why."""
    if not reason.strip():
        raise Invalid(Problem(field, f"{act}须写明原因"))
