"""What goes out about a complaint says who complained to nobody but the informant."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from forms import catalogue
from qtapp.app.packs import LawPacks
from qtapp.domain.kinds import Kind
from qtapp.formkit.fill import MASKED, fill
from tests.samples import COMPLAINT, INFORMANT, NUMBER, ON, facts_for

STATEMENTS = LawPacks(Path(__file__).parents[2] / "resources" / "law").statements
PLANTED = [str(value) for key, value in INFORMANT.items() if key != "informant_gender"]
# The register, the letters to the informant, and what a petitioner gets back of his own words.
FOR_THE_INFORMANT = {
    "complaint_register",
    "complaint_acceptance_notice",
    "complaint_rejection_notice",
    "complaint_feedback",
    "petition_opinion",
}
PAPERS = [form.key for form in catalogue().values() if form.record is Kind.COMPLAINT]
FOR_OTHERS = sorted(set(PAPERS) - FOR_THE_INFORMANT)


def says(key: str, on: date, slots: Mapping[str, str]) -> tuple[tuple[str, bool], ...]:
    return STATEMENTS.on(key, on).parts(slots)


@pytest.mark.parametrize("masked", [True, False])
@pytest.mark.parametrize("key", FOR_OTHERS)
def test_no_paper_for_others_can_show_who_complained(key: str, *, masked: bool) -> None:
    facts = {**facts_for(COMPLAINT, opened=True)}
    facts["complaint"] = {**facts["complaint"], "content": "，".join(PLANTED)}
    words = fill(catalogue()[key], facts, {}, says, on=ON, number=NUMBER, masked=masked).sheet.words()
    assert [fact for fact in PLANTED if fact in words] == []


@pytest.mark.parametrize("key", sorted(FOR_THE_INFORMANT))
def test_a_letter_names_the_informant_only_when_the_keeper_prints_it(key: str) -> None:
    form, facts = catalogue()[key], facts_for(COMPLAINT, opened=True)
    name = INFORMANT["informant_name"]
    masked = fill(form, facts, {}, says, on=ON, number=NUMBER).sheet.words()
    assert MASKED in masked
    assert name not in masked
    assert name in fill(form, facts, {}, says, on=ON, number=NUMBER, masked=False).sheet.words()


def test_a_letter_of_acceptance_says_the_law_s_words_of_its_day_unless_others_are_typed() -> None:
    form, facts = catalogue()["complaint_acceptance_notice"], facts_for(COMPLAINT)
    assert "不得捏造或者歪曲事实" in fill(form, facts, {}, says, on=ON).sheet.words()
    typed = fill(form, facts, {"rights": "另行告知。"}, says, on=ON).sheet.words()
    assert "另行告知。" in typed
    assert "不得捏造或者歪曲事实" not in typed
