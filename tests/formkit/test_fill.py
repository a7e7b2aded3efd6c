"""A form filled in says what was typed, what the record knows, and what is still open."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from qtapp.domain.kinds import Kind
from qtapp.formkit import form as f
from qtapp.formkit.fill import MASKED, Filled, fill, values_of
from qtapp.formkit.sheet import FormLine, Grid, Listing, Paragraph, Ruled, Seal, Span

ON = date(2026, 3, 20)
FACTS: dict[str, dict[str, Any]] = {
    "bureau": {"name": "某市应急管理局", "court": "某法院"},
    "party": {"name": "某厂"},
    "case": {"facts": "一\n二", "found": ("甲", "乙"), "on": date(2026, 3, 5)},
}


def says(key: str, _on: date, slots: Mapping[str, str]) -> tuple[tuple[str, bool], ...]:
    return ((f"[{key}]本", False), (slots["noun"], True), ("可诉至", False), (slots.get("court", ""), True))


def form_of(*body: f.Element, fields: tuple[f.FormField, ...] = ()) -> f.Form:
    own = (f.FormField("name", "名称", required=True, auto="party.name"), *fields)
    return f.Form("some", "某文书", "立案", f.Style.LETTER, Kind.CASE, own, body)


def filled(form: f.Form, typed: Mapping[str, Any] | None = None, **more: Any) -> Filled:
    return fill(form, more.pop("facts", FACTS), typed or {}, says, on=ON, **more)


def test_what_is_typed_goes_before_what_the_record_knows() -> None:
    form = form_of(f.Text("{name}："))
    assert filled(form).sheet.words().endswith("某厂：")
    assert filled(form, {"name": "某公司"}).sheet.words().endswith("某公司：")
    assert filled(form, {"name": ""}).values["name"] == "某厂"


def test_a_required_field_that_is_open_is_named() -> None:
    paper = filled(form_of(), facts={})
    assert [field.label for field in paper.missing] == ["名称"]
    assert paper.sheet.warnings == ("名称",)
    assert paper.share == 0


def test_a_time_without_beginning_is_open() -> None:
    form = form_of(fields=(f.FormField("time", "时间", "datetime_range", required=True, auto="case.time"),))
    facts = {**FACTS, "case": {"time": {"start": None, "end": None}}}
    assert [field.key for field in filled(form, facts=facts).missing] == ["time"]


def test_an_empty_field_of_a_sentence_leaves_its_blank_and_a_written_one_takes_no_more_than_it_needs() -> (
    None
):
    form = form_of(f.Text("对{name:12}处理"))
    assert filled(form, facts={}).sheet.blocks == (
        Paragraph((Span("对"), Span(field=True, blank=12), Span("处理"))),
    )
    assert filled(form).sheet.blocks == (Paragraph((Span("对"), Span("某厂", field=True), Span("处理"))),)


def test_a_field_of_a_ruled_line_keeps_its_share() -> None:
    assert filled(form_of(f.Line("名称：{name:12}"))).sheet.blocks == (
        FormLine((Span("名称："), Span("某厂", field=True, blank=12))),
    )


def test_a_bare_slot_has_no_line() -> None:
    assert filled(form_of(f.Text("{!name}"))).sheet.blocks == (Paragraph((Span("某厂"),)),)


def test_a_value_of_several_lines_goes_on_in_paragraphs() -> None:
    blocks = filled(form_of(f.Text("事实：{case.facts}。"))).sheet.blocks
    assert [block for block in blocks if isinstance(block, Paragraph)] == [
        Paragraph((Span("事实："), Span("一", field=True))),
        Paragraph((Span("二", field=True), Span("。"))),
    ]


def test_a_paragraph_on_condition_is_left_out_while_its_field_is_empty() -> None:
    form = form_of(f.Text("{?name}对象：{name}"))
    assert "对象：某厂" in filled(form).sheet.words()
    assert filled(form, facts={}).sheet.blocks == ()


BARE = {"bureau": FACTS["bureau"]}  # no record stands behind it: the form for writing by hand


def test_a_paragraph_wanted_by_hand_keeps_its_words_on_the_blank_form() -> None:
    until = f.FormField("until", "止日", "date")
    form = form_of(f.Text("{??until}至{until:9}止"), fields=(until,))
    assert filled(form).sheet.blocks == ()
    assert "至2026年3月5日止" in filled(form, {"until": date(2026, 3, 5)}).sheet.words()
    assert "至止" in filled(form, facts=BARE).sheet.words()


def test_options_in_a_letter_are_all_printed_with_the_chosen_one_ticked() -> None:
    kind = f.FormField("kind", "处理", "choice", options=("退还", "没收", "销毁"))
    urgent = f.FormField("urgent", "紧急", "bool")
    form = form_of(f.Text("{kind}", ticks=True), f.Text("紧急：{urgent}", ticks=True), fields=(kind, urgent))
    words = filled(form, {"kind": "没收", "urgent": False}).sheet.words()
    assert "□退还　☑没收　□销毁" in words
    assert "紧急：□是　☑否" in words
    two = form_of(f.Text("{kind}", ticks=True, across=2), fields=(kind,))
    assert filled(two).sheet.words().endswith("□退还　□没收\n□销毁")


def test_a_statement_fills_its_field_unless_other_words_are_typed() -> None:
    rights = f.FormField("rights", "告知", "paragraph", required=True)
    form = form_of(f.Statement("rights", noun="检查", field="rights"), fields=(rights,))
    assert str(filled(form).values["rights"]).startswith("[rights]本检查")
    assert filled(form).missing == ()
    other = filled(form, {"rights": "另行告知"}).sheet.words()
    assert "另行告知" in other
    assert "[rights]" not in other
    blank = filled(form, facts=BARE)
    assert "[rights]" in blank.sheet.words()
    assert rights in blank.missing


def test_an_optional_listing_is_there_for_the_hand_only() -> None:
    table = f.FormField("rows", "清单", "table", columns=("名", "数"))
    form = form_of(f.Rows("rows", (1, 1), blank=2, optional=True), fields=(table,))
    assert filled(form).sheet.blocks == ()
    (listing,) = filled(form, facts=BARE).sheet.blocks
    assert isinstance(listing, Listing)
    assert len(listing.rows) == 2


def test_a_statement_takes_the_facts_of_the_bureau_and_does_not_rule_the_form_s_own_noun() -> None:
    (paragraph,) = filled(form_of(f.Statement("remedy", noun="指令"))).sheet.blocks
    assert isinstance(paragraph, Paragraph)
    assert [(span.text, span.field) for span in paragraph.spans] == [
        ("[remedy]本", False),
        ("指令", False),
        ("可诉至", False),
        ("某法院", True),
    ]


def test_a_statement_on_condition_stands_on_the_blank_form_too() -> None:
    fine = f.FormField("fine", "罚款", "money", auto="case.fine")
    form = form_of(f.Statement("pay", when="fine"), fields=(fine,))
    assert "[pay]" not in filled(form).sheet.words()
    assert "[pay]" in filled(form, {"fine": 100}).sheet.words()
    assert "[pay]" in filled(form, facts={"bureau": FACTS["bureau"]}).sheet.words()


def test_a_record_is_set_on_rules_without_lines_under_its_fields() -> None:
    (block,) = filled(form_of(f.Account(("对象：{name}", f.Statement("intro"))))).sheet.blocks
    assert isinstance(block, Ruled)
    assert len(block.paragraphs) == 2
    assert not any(span.field for paragraph in block.paragraphs for span in paragraph.spans)


def test_a_list_stands_in_numbered_paragraphs() -> None:
    form = form_of(f.Items("found"), fields=(f.FormField("found", "问题", "list", auto="case.found"),))
    assert filled(form).sheet.words().endswith("1.甲\n2.乙")


def test_an_empty_list_leaves_lines_to_write_on() -> None:
    form = form_of(f.Items("found", blank=2), fields=(f.FormField("found", "问题", "list"),))
    blocks = filled(form).sheet.blocks
    assert len(blocks) == 2
    assert all(isinstance(block, Paragraph) and block.spans[0].field for block in blocks)


def test_an_empty_listing_has_rows_to_write_on_or_none_at_all() -> None:
    table = f.FormField("rows", "清单", "table", columns=("名", "数"))
    left_out = form_of(f.Rows("rows", (1, 1)), fields=(table,))
    to_write = form_of(f.Rows("rows", (1, 1), blank=2), fields=(table,))
    assert filled(left_out).sheet.blocks == ()
    assert filled(to_write).sheet.blocks == (
        Listing(("名", "数"), (1, 1), (("", ""), ("", "")), row_height=8, close=""),
    )
    (listing,) = filled(left_out, {"rows": (("瓶", 3),)}).sheet.blocks
    assert isinstance(listing, Listing)
    assert (listing.rows, listing.close) == ((("瓶", "3"),), "以下空白")


def foot_of(cell: f.Opinion) -> tuple[str, ...]:
    (grid,) = filled(form_of(f.Table((1,), (f.row(cell),)))).sheet.blocks
    assert isinstance(grid, Grid)
    return grid.rows[0].cells[0].foot


def test_an_opinion_leaves_room_to_sign_and_to_date() -> None:
    (foot,) = foot_of(f.Opinion(signer="审核人"))
    assert foot.startswith("审核人（签名）：　")
    assert foot.endswith("年　　月　　日")


def test_an_opinion_taken_over_from_paper_names_its_signer_and_day() -> None:
    assert foot_of(f.Opinion(signer="审批人", person="party.name", dated="case.on")) == (
        "审批人（签名）：某厂　　2026年3月5日",
    )
    assert foot_of(f.Opinion(narrow=True, person="party.name", dated="case.on")) == (
        "负责人（签名）：某厂",
        "2026年3月5日",
    )


def test_two_officers_sign_with_their_certificates() -> None:
    feet = foot_of(f.Opinion(signer="承办人", number=True, signers=2))
    assert len(feet) == 3
    assert all("证号：" in foot for foot in feet[:2])
    assert foot_of(f.Opinion(signer="承办人", signers=2))[0].count("____________") == 1


def test_a_number_that_a_field_shows_is_not_printed_under_the_title() -> None:
    form = replace(form_of(), number=f.Number("举", printed=False))
    assert filled(form, number="某举〔2026〕1号").sheet.number == ""
    printed = replace(form, number=f.Number("立"))
    assert filled(printed, number="某立〔2026〕1号").sheet.number == "某立〔2026〕1号"


def test_a_paper_without_a_number_yet_leaves_room_for_it() -> None:
    facts = {"bureau": {"area": "某", "word": "应急"}}
    form = replace(form_of(), number=f.Number("立"))
    assert filled(form, facts=facts).sheet.number == "（某）应急立〔　　　〕　　　号"
    unbracketed = replace(form, number=f.Number("举", bracketed=False))
    assert filled(unbracketed, facts=facts).sheet.number == "某应急举〔　　　〕　　　号"
    assert filled(form_of(), facts=facts).sheet.number == ""


def test_an_undated_paper_leaves_its_date_to_the_hand() -> None:
    (dated,) = filled(form_of(f.SealHere())).sheet.blocks
    (undated,) = filled(form_of(f.SealHere()), dated=False).sheet.blocks
    assert isinstance(dated, Seal)
    assert isinstance(undated, Seal)
    assert dated.date == "2026年3月20日"
    assert "2026" not in undated.date


SEALED = (
    f.FormField("who", "姓名", auto="case.who", sealed=True),
    f.FormField("inside", "职工", "bool", auto="case.inside", sealed=True),
)


def test_masking_covers_all_sealed_fields_alike() -> None:
    form = form_of(fields=SEALED)
    facts = {"case": {"who": "", "inside": True}}
    assert values_of(form, facts, {})["who"] == MASKED
    assert values_of(form, facts, {})["inside"] == MASKED
    assert values_of(form, facts, {}, masked=False)["inside"] is True


def test_a_sealed_fact_is_masked_though_it_was_typed() -> None:
    assert values_of(form_of(fields=SEALED), {}, {"who": "某人"})["who"] == MASKED


def test_where_nobody_named_himself_nothing_is_said_to_be_sealed() -> None:
    assert values_of(form_of(fields=SEALED), {"case": {"inside": False}}, {})["inside"] is None


def test_options_of_a_sealed_field_are_covered_as_a_whole() -> None:
    cell = f.Value("inside", ticks=True)
    form = form_of(f.Table((1,), (f.row(cell),)), fields=SEALED)
    words = filled(form, facts={"case": {"inside": True}}).sheet.words()
    assert MASKED in words
    assert "☑" not in words
