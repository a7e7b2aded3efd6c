"""Forms drawn on paper: what is signed on one sheet fits on one sheet, and no word is lost on the way."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pytest

from forms import catalogue
from qtapp.app.packs import LawPacks
from qtapp.formkit import form as f
from qtapp.formkit.fill import fill
from qtapp.formkit.sheet import Sheet
from qtapp.render.document import pages, pdf
from qtapp.render.fonts import Faces
from qtapp.render.picture import text_of
from tests.samples import NUMBER, ON, SIZES, facts_for, full_facts, typed_at_length

RESOURCES = Path(__file__).parents[2] / "resources"
STATEMENTS = LawPacks(RESOURCES / "law").statements
MADE = datetime(2026, 3, 20, 9, 0)
ONE_PAGE = (
    "complaint_register",
    "complaint_assignment",
    "inspection_record",
    "case_filing_approval",
    "case_disposition_approval",
    "study_roll_call",
)


# Names, dates and amounts only: nothing that a clerk could write at length.
NEVER_LONG = (
    "complaint_reward_receipt",
    "fine_deferral_grant",
    "fine_demand_notice",
    "hearing_refusal_notice",
)


@pytest.fixture(scope="module")
def faces() -> Faces:
    return Faces(RESOURCES / "fonts", bundled_only=True)


def says(key: str, on: date, slots: Mapping[str, str]) -> tuple[tuple[str, bool], ...]:
    return STATEMENTS.on(key, on).parts(slots)


def sheet_of(
    form: f.Form, facts: Mapping[str, Mapping[str, object]], typed: Mapping[str, object] | None = None
) -> Sheet:
    return fill(form, facts, typed or {}, says, on=ON, number=NUMBER, masked=False).sheet


@pytest.mark.parametrize("key", ONE_PAGE)
def test_the_usual_record_fits_on_one_page(key: str, faces: Faces) -> None:
    form = catalogue()[key]
    assert pages(pdf([sheet_of(form, full_facts(form))], faces, made=MADE)) == 1


@pytest.mark.parametrize("key", ONE_PAGE)
def test_the_blank_form_fits_on_one_page(key: str, faces: Faces) -> None:
    assert pages(pdf([sheet_of(catalogue()[key], {})], faces, made=MADE)) == 1


@pytest.mark.parametrize("form", catalogue().values(), ids=lambda form: form.key)
def test_an_overlong_record_goes_on_overleaf_with_every_sentence(form: f.Form, faces: Faces) -> None:
    sheet = sheet_of(form, facts_for(SIZES["overlong"][form.record]), typed_at_length(form))
    document = pdf([sheet], faces, made=MADE)
    printed = "".join("".join(page.split()) for page in text_of(document))
    sentences = {line for line in sheet.words().split("。") if "处：" in line}
    assert pages(document) > 1 or form.key in NEVER_LONG
    assert [s for s in sentences if "".join(s.split("\n")[-1].split())[-12:] not in printed] == []
