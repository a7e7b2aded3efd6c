"""Thresholds follow the filing day, and an unknown number stays unknown."""

from datetime import date
from pathlib import Path

import pytest

from qtapp.app.packs import LawPacks
from qtapp.domain.errors import UserError

THRESHOLDS = LawPacks(Path(__file__).parents[2] / "resources" / "law").thresholds


def test_two_officers_at_least() -> None:
    assert THRESHOLDS.minimum_officers(date(2026, 1, 5)) == 2


def test_fines_on_the_spot_end_at_200_and_3000_yuan() -> None:
    simple = THRESHOLDS.simple_procedure(date(2021, 7, 15))
    assert (simple.person_max_fen, simple.unit_max_fen, simple.inclusive) == (20_000, 300_000, True)
    assert simple.kinds == ("警告", "罚款")
    with pytest.raises(UserError, match="没有适用于2021年7月14日的标准"):
        THRESHOLDS.simple_procedure(date(2021, 7, 14))


def test_the_hearing_numbers_are_unknown_since_february_2026() -> None:
    old = THRESHOLDS.hearing_threshold(date(2026, 1, 31))
    assert (old.person_min_fen, old.unit_min_fen, old.verified) == (2_000_000, 5_000_000, True)
    new = THRESHOLDS.hearing_threshold(date(2026, 2, 1))
    assert (new.person_min_fen, new.unit_min_fen, new.verified) == (None, None, False)
    assert THRESHOLDS.hearing_advice(date(2026, 2, 1)).unit_min_fen == 2_000_000
