"""A document carries the wording of the law that governs its date."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtapp.app.packs import LawPacks
from qtapp.domain.errors import UserError
from qtapp.domain.law.statements import BLANK

STATEMENTS = LawPacks(Path(__file__).parents[2] / "resources" / "law").statements
SLOTS = {"noun": "决定", "reconsideration_organ": "启东市人民政府", "court": "某人民法院"}


def test_sixteen_wordings_are_kept() -> None:
    assert len(STATEMENTS.all) == 16


def test_before_2024_the_party_could_choose_between_two_organs() -> None:
    old = STATEMENTS.on("remedy_general", date(2023, 12, 31))
    new = STATEMENTS.on("remedy_general", date(2024, 1, 1))
    assert {"government", "superior"} <= set(old.slots)
    assert "reconsideration_organ" in new.slots
    assert STATEMENTS.on("remedy_on_spot", date(2023, 6, 1)) is old


def test_an_on_the_spot_fine_goes_to_reconsideration_first_since_2024() -> None:
    text = STATEMENTS.on("remedy_on_spot", date(2024, 1, 1)).fill(SLOTS)
    assert "先向启东市人民政府申请行政复议" in text
    assert "十五日" in text


def test_filled_words_are_marked_for_underlining() -> None:
    parts = STATEMENTS.on("remedy_general", date(2026, 1, 5)).parts(SLOTS)
    assert ("启东市人民政府", True) in parts
    assert "".join(text for text, _ in parts).startswith("对本决定不服的")
    assert all(text for text, _ in parts)


def test_a_missing_value_is_a_blank_to_write_on() -> None:
    statement = STATEMENTS.on("fine_payment", date(2026, 1, 5))
    parts = statement.parts({"bank": " ", "account": "1"})
    assert [text for text, filled in parts if filled] == [BLANK, BLANK, "1"]
    assert BLANK in statement.fill({})


@given(st.dictionaries(st.sampled_from(["noun", "court", "other"]), st.text()))
def test_no_value_can_bring_a_slot_of_its_own(slots: dict[str, str]) -> None:
    for statement in STATEMENTS.all:
        filled = sum(is_field for _, is_field in statement.parts(slots))
        assert filled == statement.text.count("{")


@pytest.mark.parametrize("key", ["fine_payment", "hearing_right", "defence_right"])
def test_a_document_older_than_the_wording_is_refused(key: str) -> None:
    with pytest.raises(UserError, match=f"“{key}”没有适用于2021年7月14日的版本"):
        STATEMENTS.on(key, date(2021, 7, 14))
    assert STATEMENTS.on(key, date(2021, 7, 15))


def test_an_unknown_purpose_is_refused() -> None:
    with pytest.raises(UserError, match="没有“no_such”"):
        STATEMENTS.on("no_such", date(2026, 1, 1))


def test_no_two_wordings_of_one_purpose_hold_on_the_same_day() -> None:
    keys = {key for statement in STATEMENTS.all for key in (statement.id, *statement.keys)}
    for key in keys:
        named = [each for each in STATEMENTS.all if key in (each.id, *each.keys)]
        ends = sorted((each.valid_from or date.min, each.valid_to or date.max) for each in named)
        assert all(first[1] < second[0] for first, second in pairwise(ends))
