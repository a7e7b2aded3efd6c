"""Whatever form is declared, it is whole, true to the inventory, and fills from the record."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from forms import all_forms, catalogue
from qtapp.app.packs import LawPacks
from qtapp.domain.kinds import Kind
from qtapp.formkit import form as f
from qtapp.formkit.fill import CONDITION, MASKED, SLOT, Filled, fill
from qtapp.formkit.shows import shown
from tests.forms.vocabulary import known
from tests.samples import BUREAU, COMPLAINT, INFORMANT, NORMAL, NUMBER, ON, SIZES, facts_for, full_facts

ROOT = Path(__file__).parents[2]
INVENTORY = ROOT.parent / "shared" / "reference" / "forms" / "documents.toml"
STATEMENTS = LawPacks(ROOT / "resources" / "law").statements
FORMS = all_forms()
PAYMENT = {"fine", "bank", "account_name", "account"}
# Papers printed only when asked for tell of what no record holds (a seizure, a question): that is typed.
CASE_FORMS = [form for form in FORMS if form.record is Kind.CASE and not form.asked]
FIRST_NINE = {
    "complaint_register",
    "complaint_assignment",
    "inspection_record",
    "rectification_order",
    "case_filing_approval",
    "case_disposition_approval",
    "penalty_notice",
    "penalty_decision_unit",
    "study_roll_call",
}

each_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)


def says(key: str, on: date, slots: Mapping[str, str]) -> tuple[tuple[str, bool], ...]:
    return STATEMENTS.on(key, on).parts(slots)


def filled(form: f.Form, facts: Mapping[str, Mapping[str, Any]], *, masked: bool = True) -> Filled:
    return fill(form, facts, {}, says, on=ON, number=NUMBER, masked=masked)


def packed(words: str) -> str:
    return re.sub(r"\s", "", words)


# --- what a form is made of ---


def tables(form: f.Form) -> Iterator[f.Table]:
    yield from (element for element in form.body if isinstance(element, f.Table))


def cells(form: f.Form) -> Iterator[f.CellWord]:
    yield from (cell for table in tables(form) for row in table.rows for cell in row.cells)


def statements(form: f.Form) -> Iterator[f.Statement]:
    for element in form.body:
        yield from (part for part in parts_of(element) if isinstance(part, f.Statement))


def parts_of(element: f.Element) -> tuple[f.Element | str, ...]:
    return element.texts if isinstance(element, f.Account) else (element,)


def templates(form: f.Form) -> Iterator[str]:
    yield form.title
    for part in (part for element in form.body for part in parts_of(element)):
        if isinstance(part, str | f.Text | f.Line):
            yield part if isinstance(part, str) else part.text
    yield from (cell.text for cell in cells(form) if isinstance(cell, f.Words))


def printed_words(form: f.Form) -> Iterator[str]:
    yield from templates(form)
    yield form.copies
    yield from (cell.text for cell in cells(form) if isinstance(cell, f.Label))
    yield from (cell.signer for cell in cells(form) if isinstance(cell, f.Opinion))


def named(form: f.Form) -> Iterator[str]:
    """Every field or fact that the form puts on paper."""
    for template in templates(form):
        yield from (slot["key"] for slot in SLOT.finditer(template))
        yield from (slot["key"] for slot in CONDITION.finditer(template))
    for cell in cells(form):
        if isinstance(cell, f.Value):
            yield cell.key
        elif isinstance(cell, f.Opinion):
            yield from (key for key in (cell.key, cell.person, cell.dated) if key)
    yield from (element.key for element in form.body if isinstance(element, f.Items | f.Rows))
    yield from (key for statement in statements(form) for key in (statement.when, statement.field) if key)
    if form.issuer:
        yield form.issuer


def test_the_first_nine_forms_are_there() -> None:
    assert set(catalogue()) >= FIRST_NINE


@each_form
def test_the_cells_of_every_row_fill_the_table(form: f.Form) -> None:
    for table in tables(form):
        columns = len(table.widths)
        taken = [0] * len(table.rows)
        for at, row in enumerate(table.rows):
            for cell in row.cells:
                for down in range(getattr(cell, "rows", 1)):
                    taken[at + down] += cell.columns
        assert taken == [columns] * len(table.rows)


@each_form
def test_a_listing_has_a_width_for_every_column(form: f.Form) -> None:
    for element in form.body:
        if isinstance(element, f.Rows):
            assert len(element.widths) == len(form.field(element.key).columns)


@each_form
def test_a_form_names_only_its_own_fields_and_known_facts(form: f.Form) -> None:
    own = {field.key for field in form.fields}
    assert [name for name in named(form) if name not in own and not known(name)] == []


@each_form
def test_every_field_is_filled_from_a_known_fact(form: f.Form) -> None:
    paths = [path for field in form.fields for path in re.split(r"[|+]", field.auto) if path]
    assert [path for path in paths if not known(path)] == []


@each_form
def test_the_program_gathers_every_fact_that_a_form_asks_for(form: f.Form) -> None:
    facts = full_facts(form)
    paths = [path for field in form.fields for path in re.split(r"[|+]", field.auto) if path]
    paths += [name for name in named(form) if "." in name]
    assert [
        path for path in paths if path.partition(".")[2] not in facts.get(path.partition(".")[0], {})
    ] == []


@each_form
def test_every_field_can_be_seen_on_the_paper(form: f.Form) -> None:
    """A field that is edited and never printed would deceive whoever fills it in."""
    slots = {slot for statement in statements(form) for slot in STATEMENTS.on(statement.key, ON).slots}
    shown = {*named(form), *slots}
    assert [field.key for field in form.fields if field.key not in shown] == []


@each_form
def test_the_forms_that_come_before_are_declared(form: f.Form) -> None:
    assert set(form.requires) <= set(catalogue())


@each_form
def test_no_article_is_written_into_a_form(form: f.Form) -> None:
    """Articles change with the law; they come from dated packs."""
    texts = [*printed_words(form), *(field.label + field.hint + field.when for field in form.fields)]
    assert [text for text in texts if re.search(r"第[〇一二三四五六七八九十百\d]+条|[\d十]日内", text)] == []


@each_form
def test_the_fields_are_those_of_the_inventory(form: f.Form) -> None:
    if not INVENTORY.exists():
        pytest.skip("the inventory of forms is not part of the program")
    documents = tomllib.loads(INVENTORY.read_text("utf-8"))["document"]
    there = next(document for document in documents if document["key"] == form.key)
    assert form.stage == there["stage"]
    assert form.title.replace("{bureau.region}", "") == there["title"]
    assert [described(field) for field in form.fields] == [
        (
            field["key"],
            field["label"],
            field["type"].replace("doc_ref", "text"),
            field["required"],
            tuple(field.get("options", ())),
            tuple(column["label"] for column in field.get("columns", ())),
        )
        for field in there["fields"]
    ]


def described(field: f.FormField) -> tuple[Any, ...]:
    kind = field.type.replace("doc_ref", "text")
    return field.key, field.label, kind, field.required, field.options, field.columns


# --- what filling gives ---


@pytest.mark.parametrize("size", SIZES)
@each_form
def test_a_paper_holds_every_value_of_its_record(form: f.Form, size: str) -> None:
    paper = filled(form, facts_for(SIZES[size][form.record], opened=True), masked=False)
    words = packed(paper.sheet.words())
    lost = {
        field.label: line
        for field in form.fields
        for line in lines_of(form, paper, field.key)
        if packed(line) not in words
    }
    assert lost == {}


def lines_of(form: f.Form, paper: Filled, key: str) -> list[str]:
    """The lines that the paper must hold of a value: of ticked options and times others speak."""
    field, value = form.field(key), paper.values[key]
    if field.options or value is None or isinstance(value, bool | Mapping):
        return []
    if key in PAYMENT:  # said by a statement, and only where there is a fine
        return []
    if field.type == "table":
        return [str(cell) for row in value for cell in row]
    return shown(field.type, value).split("\n")


@each_form
def test_a_blank_form_is_filled_without_any_record(form: f.Form) -> None:
    blank = fill(form, {}, {}, says, on=ON, dated=False)
    assert blank.share == 0
    assert {field.key for field in blank.missing} == {x.key for x in form.fields if x.required}
    assert "2026" not in blank.sheet.words()


@pytest.mark.parametrize("form", CASE_FORMS, ids=lambda form: form.key)
def test_a_case_fills_four_fifths_of_its_papers(form: f.Form, capsys: pytest.CaptureFixture[str]) -> None:
    paper = filled(form, full_facts(form))
    open_fields = [field.label for field in form.fields if paper.values[field.key] in (None, "", ())]
    with capsys.disabled():
        print(f"\n  {form.title}：{paper.share:.0%} filled；open：{'、'.join(open_fields) or '—'}", end="")
    assert paper.share >= 0.8


@each_form
def test_a_full_record_leaves_no_required_field_open_that_a_record_could_fill(form: f.Form) -> None:
    paper = filled(form, full_facts(form))
    assert [field.label for field in paper.missing if field.auto] == []


# --- who complained ---


PLANTED = [str(value) for key, value in INFORMANT.items() if key != "informant_gender"]


@pytest.mark.parametrize("masked", [True, False])
def test_the_assignment_cannot_show_who_complained(*, masked: bool) -> None:
    form = catalogue()["complaint_assignment"]
    facts = {**facts_for(COMPLAINT, opened=True)}
    facts["complaint"] = {**facts["complaint"], "content": "，".join(PLANTED)}
    facts["informant"] = dict(INFORMANT)
    words = fill(form, facts, {}, says, on=ON, number=NUMBER, masked=masked).sheet.words()
    assert [fact for fact in PLANTED if fact in words] == []
    assert COMPLAINT.transfer_text in words


def test_the_assignment_asks_for_no_sealed_fact_and_for_no_account_but_the_transfer_text() -> None:
    form = catalogue()["complaint_assignment"]
    asked = {path for field in form.fields for path in re.split(r"[|+]", field.auto)} | set(named(form))
    assert not any(field.sealed for field in form.fields)
    assert not any("informant" in path or path == "complaint.content" for path in asked)
    assert form.field("content").auto == "complaint.transfer_text"


def test_the_masked_register_says_that_there_is_an_identity_and_no_word_of_it() -> None:
    form = catalogue()["complaint_register"]
    words = filled(form, facts_for(COMPLAINT, opened=True)).sheet.words()
    assert MASKED in words
    assert [fact for fact in PLANTED if fact in words] == []


def test_the_masked_register_does_not_tell_which_facts_are_known() -> None:
    form = catalogue()["complaint_register"]
    facts = facts_for(COMPLAINT)
    little = {**facts, "complaint": {**facts["complaint"], "informant_name": "匡密闻", "is_employee": False}}
    assert filled(form, little).sheet == filled(form, facts_for(COMPLAINT, opened=True)).sheet


def test_the_keeper_prints_the_register_in_full() -> None:
    words = filled(
        catalogue()["complaint_register"], facts_for(COMPLAINT, opened=True), masked=False
    ).sheet.words()
    assert MASKED not in words
    assert all(fact in words for fact in PLANTED)


def test_every_fact_about_the_informant_is_sealed_wherever_it_stands() -> None:
    fields = [field for form in FORMS for field in form.fields]
    assert all(field.sealed for field in fields if "informant" in field.auto or "is_employee" in field.auto)


# --- what the law wants on the paper ---


def test_a_decision_without_a_fine_does_not_speak_of_payment() -> None:
    form = catalogue()["penalty_decision_unit"]
    facts = {**full_facts(form)}
    facts["case"] = {**facts["case"], "fine_fen": None, "fine_upper": None}
    assert "缴清罚款" not in filled(form, facts).sheet.words()
    fined = filled(form, full_facts(form)).sheet.words()
    assert all(word in fined for word in ("缴清罚款", BUREAU.fine_bank, BUREAU.fine_account))


def test_a_decision_tells_where_to_appeal() -> None:
    words = packed(filled(catalogue()["penalty_decision_unit"], full_facts(FORMS[0])).sheet.words())
    assert BUREAU.government in words
    assert BUREAU.court in words
    assert "六个月" in words


def test_a_paper_before_2024_names_the_organs_of_its_own_day() -> None:
    form = catalogue()["rectification_order"]
    earlier = fill(form, full_facts(form), {}, says, on=date(2023, 5, 4)).sheet.words()
    assert "或者" in earlier
    assert earlier != filled(form, full_facts(form)).sheet.words()


def test_an_opinion_taken_over_from_paper_is_printed_with_who_gave_it_and_when() -> None:
    words = filled(catalogue()["case_filing_approval"], full_facts(CASE_FORMS[0])).sheet.words()
    assert "同意立案。" in words
    assert "审批人（签名）：吴试五" in words
    assert "2026年3月6日" in words


def test_the_channel_of_a_call_ticks_the_paper_s_own_words() -> None:
    words = filled(catalogue()["complaint_register"], facts_for(NORMAL[Kind.COMPLAINT])).sheet.words()
    assert "☑来电（12350）" in words
    assert "□来访" in words


def test_a_blank_roll_has_rows_to_write_on() -> None:
    paper = fill(catalogue()["study_roll_call"], {}, {}, says, on=ON)
    assert any(len(getattr(block, "rows", ())) > 20 for block in paper.sheet.blocks)
