"""The case page: from nothing, from a complaint, from an inspection, to the closing with the four papers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qtapp.app.build import Parts
from qtapp.domain.cases import Case, Decision, Party, State, Step
from qtapp.domain.documents import Document
from qtapp.domain.inspections import Finding, Inspection
from qtapp.domain.officers import Handler
from qtapp.store.store import Store
from qtapp.ui.cases.editor import CaseEditor
from qtapp.ui.cases.entries import DecisionsEntry, ViolationsEntry
from qtapp.ui.cases.page import CasesPage
from qtapp.ui.cases.ranges import fine_range
from qtapp.ui.complaints.page import ComplaintsPage
from qtapp.ui.inspections.page import InspectionsPage
from qtapp.ui.kit.editor import Editor
from qtapp.ui.kit.paper_editor import PaperEditor
from qtapp.usecases.cases import case_from_inspection, open_case, take_step, violation_of
from qtapp.usecases.inspections import register_inspection
from tests.ui.bench import Bench, words_of
from tests.ui.sample_office import FIRMS, found_bureau, some_complaints
from tests.ui.test_inspections import pick_officers

FIRM = FIRMS[0][0]
ITEM = "未按照规定设置"
PAPERS = ("case_filing_approval", "case_disposition_approval", "penalty_notice", "penalty_decision_unit")


@pytest.fixture
def bench(parts: Parts, store: Store, qtbot: QtBot) -> Iterator[Bench]:
    with store.working() as work:
        found_bureau(work)
        some_complaints(work, 3)
    bench = Bench(parts, store, qtbot)
    yield bench
    bench.close()


@pytest.fixture
def page(bench: Bench) -> CasesPage:
    return bench.put(CasesPage(bench.place))


def editor(bench: Bench, page: CasesPage) -> CaseEditor:
    bench.until(lambda: isinstance(page.stack.currentWidget(), CaseEditor))
    panel = page.stack.currentWidget()
    assert isinstance(panel, CaseEditor)
    bench.settle()
    return panel


def begun(bench: Bench, page: CasesPage) -> CaseEditor:
    page.arrive()
    bench.press("Ctrl+N")
    return editor(bench, page)


def cell(panel: CaseEditor, table: str, field: str, row: int = 0) -> Any:
    entry: Any = panel.entry(table)
    return entry.rows[row].entries[field]


def typed(bench: Bench, entry: QWidget, text: str) -> None:
    bench.go_to(entry)
    bench.type(text)


def choose_item(bench: Bench, panel: CaseEditor, text: str) -> None:
    entry = panel.entry("violations")
    assert isinstance(entry, ViolationsEntry)
    bench.go_to(entry.picker.search)
    bench.type(text)
    assert entry.picker.table.items
    bench.press("Enter")


def propose(bench: Bench, panel: CaseEditor, yuan: str, row: int = 0) -> None:
    """The fine of one party; the kind is ticked by the amount."""
    typed(bench, cell(panel, "decisions", "fine_fen", row), yuan)


def taken(bench: Bench, page: CasesPage, state: State, person: str = "施局长") -> Case:
    """The next step, from the list, with one key and the name of who signed."""
    bench.go_to(page.view)
    bench.press("Ctrl+Enter")
    bench.until(lambda: isinstance(page.beside.currentWidget(), Editor))
    step = page.beside.currentWidget()
    assert isinstance(step, Editor)
    bench.go_to(step.entry("person"))
    bench.press("Ctrl+A")
    bench.type(person)
    bench.press("Ctrl+Enter")
    bench.until(lambda: page.current and page.current.state == state)
    bench.settle()
    case = page.current
    assert isinstance(case, Case)
    return case


def print_usual(bench: Bench, page: CasesPage) -> dict[str, str]:
    """The papers of the procedure, from the list of papers, where they stand first."""
    done: dict[str, str] = {}
    bench.until(lambda: len(page.papers.rows) >= len(PAPERS))
    assert [row.paper.form for row in page.papers.rows[: len(PAPERS)]] == list(PAPERS)
    for place in range(len(PAPERS)):
        bench.go_to(page.view)
        bench.press("Ctrl+P")
        bench.until(page.papers.list.hasFocus)
        bench.press("Home")
        bench.press("Down", times=place)
        row = page.papers.chosen()
        assert row is not None
        bench.press("Ctrl+P")
        done[row.paper.form] = words_of(bench.preview(page).pdf)
        bench.press("Esc")
        bench.settle()
    return done


def to_the_end(bench: Bench, page: CasesPage) -> Case:
    filed = taken(bench, page, State.FILED)
    assert filed.number
    for state in (State.APPROVED, State.NOTIFIED, State.DECIDED):
        taken(bench, page, state)
    assert page.current.decisions[0].number
    return taken(bench, page, State.CLOSED)


def test_a_case_from_nothing_goes_to_its_closing_with_the_four_papers(bench: Bench, page: CasesPage) -> None:
    """Journey 4."""
    panel = begun(bench, page)
    assert panel.entry("cause").isAncestorOf(bench.focus)
    bench.type("未设置安全警示标志")
    typed(bench, cell(panel, "parties", "name"), "hdjs")
    name: Any = cell(panel, "parties", "name")
    bench.until(lambda: name.candidates)
    wanted = next(i for i, c in enumerate(name.candidates) if c.title == FIRM)
    bench.press("Down", times=wanted)
    bench.press("Enter")
    assert cell(panel, "parties", "address").value() == FIRMS[0][1]
    typed(bench, panel.entry("facts"), "罐区入口未设置明显的安全警示标志")
    choose_item(bench, panel, "警示标志 单位")
    assert cell(panel, "violations", "basis").value().startswith("《")
    bench.go_to(panel.entry("evidence"))
    bench.press("Alt+Ins")
    typed(bench, cell(panel, "evidence", "name"), "现场照片")
    pick_officers(bench, panel, "handlers", "sjg", "gl")
    typed(bench, panel.entry("discretion"), "首次违法，已改正，从轻处罚")
    typed(bench, panel.entry("defence"), "当事人未陈述申辩，未要求听证")
    propose(bench, panel, "2万")
    bench.press("Ctrl+Enter")
    bench.until(lambda: page.current is not None)
    assert page.current.name == f"{FIRM}未设置安全警示标志案"
    closed = to_the_end(bench, page)
    assert closed.total_fen == 2_000_000
    papers = print_usual(bench, page)
    assert set(papers) == set(PAPERS)
    assert closed.number in papers["case_filing_approval"]
    assert "贰万元整" in papers["penalty_decision_unit"]
    assert closed.decisions[0].number in papers["penalty_decision_unit"]
    assert all(FIRM in words for words in papers.values())
    issued = bench.look(lambda work: work.of(Document).all(subject_number=closed.number))
    assert {d.form for d in issued} >= set(PAPERS)


def inspected(bench: Bench) -> Inspection:
    officers = (Handler(name="沈建国"), Handler(name="顾丽"))
    draft = Inspection(
        target_name=FIRM,
        place="罐区",
        started_at=datetime(2026, 3, 2, 9, 0),
        officers=officers,
        findings=(Finding(text="罐区入口未设置安全警示标志"),),
    )
    with bench.store.working() as work:
        return register_inspection(work, bench.place.office, draft)


def test_a_case_from_an_inspection_knows_the_party_the_officers_and_the_findings(
    bench: Bench, page: CasesPage
) -> None:
    source = inspected(bench)
    inspections = bench.put(InspectionsPage(bench.place))
    bench.until(lambda: inspections.current is not None)
    inspections.arrive()
    bench.press("Ctrl+L")
    panel = editor(bench, page)
    assert cell(panel, "violations", "fact").value() == "罐区入口未设置安全警示标志"
    assert [h.name for h in panel.value("handlers")] == ["沈建国", "顾丽"]
    typed(bench, panel.entry("cause"), "未设置安全警示标志")
    choose_item(bench, panel, "警示标志 单位")
    assert cell(panel, "violations", "fact").value() == "罐区入口未设置安全警示标志"  # what was found stays
    typed(bench, panel.entry("discretion"), "从轻处罚")
    typed(bench, panel.entry("defence"), "未陈述申辩")
    propose(bench, panel, "30000")
    bench.press("Ctrl+Enter")
    bench.until(lambda: page.current is not None)
    to_the_end(bench, page)
    told = bench.look(lambda work: work.of(Inspection).get(source.id))
    assert told.case_number == page.current.number


def test_a_case_from_a_complaint_names_its_source(bench: Bench, page: CasesPage) -> None:
    complaints = bench.put(ComplaintsPage(bench.place))
    bench.until(lambda: complaints.current is not None)
    complaints.arrive()
    number = complaints.current.number
    bench.press("Ctrl+L")
    panel = editor(bench, page)
    typed(bench, panel.entry("cause"), "占用消防通道")
    pick_officers(bench, panel, "handlers", "sjg", "gl")
    bench.press("Ctrl+Enter")
    bench.until(lambda: page.current is not None)
    assert (page.current.source_number, page.current.source) == (number, "举报投诉")


def test_what_is_missing_for_a_step_is_said_where_it_is_taken(bench: Bench, page: CasesPage) -> None:
    panel = begun(bench, page)
    panel.fill({"cause": "违规动火", "facts": "动火未审批", "parties": (Party(name=FIRM),)})
    pick_officers(bench, panel, "handlers", "sjg", "gl")
    bench.press("Ctrl+Enter")
    bench.until(lambda: page.current is not None)
    taken(bench, page, State.FILED)
    bench.go_to(page.view)
    bench.press("Ctrl+Enter")
    step: Any = page.beside.currentWidget()
    bench.press("Ctrl+Enter")
    bench.until(lambda: step.strip.text)
    assert "尚未选定违法行为与处罚事项" in step.strip.text


def test_refusals_stand_at_their_fields(bench: Bench, page: CasesPage) -> None:
    panel = begun(bench, page)
    bench.press("Ctrl+Enter")
    assert {"cause", "parties", "facts", "handlers"} <= set(panel.faults())
    assert panel.entry("cause").isAncestorOf(bench.focus)


def test_each_party_has_a_decision_of_its_own(bench: Bench, page: CasesPage) -> None:
    panel = begun(bench, page)
    panel.fill({"parties": (Party(name=FIRM), Party(kind="个人", name="汤某"))})
    panel.edited.emit("parties")
    decisions = panel.entry("decisions")
    assert isinstance(decisions, DecisionsEntry)
    propose(bench, panel, "20000", 0)
    propose(bench, panel, "5000", 1)
    assert [(d.party, d.fine_fen, d.kinds) for d in decisions.value()] == [
        (FIRM, 2_000_000, ("罚款",)),
        ("汤某", 500_000, ("罚款",)),
    ]
    assert "伍仟元整" in cell(panel, "decisions", "fine_fen", 1).spelled.text()
    assert not cell(panel, "parties", "credit_code", 1).isVisible()
    assert cell(panel, "parties", "identity_number", 1).isVisible()


def test_the_catalogue_is_that_of_the_day_of_the_act(bench: Bench) -> None:
    catalogue = bench.place.office.law.penalties
    before = {item.code for item in catalogue.find("", date(2010, 1, 1))}
    after = {item.code for item in catalogue.find("", date(2026, 3, 2))}
    assert before != after
    assert all(fine_range(item) or "罚款" not in item.kinds for item in catalogue.items_on(date(2026, 3, 2)))


def test_a_paper_to_be_served_is_not_issued_while_something_is_missing(bench: Bench, page: CasesPage) -> None:
    panel = begun(bench, page)
    bench.type("违规动火")
    typed(bench, cell(panel, "parties", "name"), FIRM)
    typed(bench, panel.entry("facts"), "动火作业未审批")
    pick_officers(bench, panel, "handlers", "sjg", "gl")
    bench.press("Ctrl+Enter")
    bench.until(lambda: page.current is not None)
    taken(bench, page, State.FILED)
    bench.go_to(page.view)
    bench.press("Ctrl+P")
    notice = next(i for i, row in enumerate(page.papers.rows) if row.paper.form == "penalty_notice")
    bench.press("Home")
    bench.press("Down", times=notice)
    bench.press("Ctrl+P")
    bench.until(lambda: isinstance(page.stack.currentWidget(), PaperEditor))
    fields = page.stack.currentWidget()
    assert isinstance(fields, PaperEditor)
    bench.until(fields.faults)
    assert not bench.look(lambda work: work.of(Document).all(form="penalty_notice"))
    bench.press("Ctrl+Enter")  # it can be looked at, as a draft
    assert "草稿" in words_of(bench.preview(page).pdf)
    bench.press("Esc")
    assert not bench.look(lambda work: work.of(Document).all(form="penalty_notice"))


def test_what_a_paper_alone_asks_for_is_typed_in_before_it_is_issued(bench: Bench, page: CasesPage) -> None:
    page.arrive()
    with bench.store.working() as work:
        kept = open_case(work, bench.place.office, small_case())
        take_step(work, bench.place.office, kept.id, filing())
    page.refresh()
    bench.until(lambda: page.current is not None)
    bench.until(lambda: page.papers.rows)
    bench.press("Ctrl+P")
    bench.until(page.papers.list.hasFocus)
    bench.press("Ctrl+B")
    bench.until(lambda: isinstance(page.stack.currentWidget(), PaperEditor))
    fields: Any = page.stack.currentWidget()
    bench.settle()
    passage = next(f.key for f in fields.fields if f.type == "paragraph" and not f.options)
    bench.go_to(fields.entry(passage))
    bench.press("Ctrl+A")
    bench.type("补填的这一句话")
    bench.press("Ctrl+P")
    assert "补填的这一句话" in words_of(bench.preview(page).pdf)
    issued = bench.look(lambda work: {d.form for d in work.of(Document).all()})
    assert page.papers.rows[0].paper.form in issued


def small_case() -> Case:
    return Case(
        cause="违规动火",
        facts="动火作业未审批",
        discovered_on=date(2026, 3, 1),
        parties=(Party(name=FIRM),),
        handlers=(Handler(name="沈建国"), Handler(name="顾丽")),
    )


def filing() -> Step:
    return Step(kind="立案", taken_on=date(2026, 3, 2), person="施局长", opinion="同意立案")


def test_a_paper_is_found_among_the_many_by_what_is_typed(bench: Bench, page: CasesPage) -> None:
    with bench.store.working() as work:
        open_case(work, bench.place.office, small_case())
    page.refresh()
    page.arrive()
    bench.until(lambda: page.papers.rows)
    every = len(page.papers.rows)
    bench.press("Ctrl+P")
    bench.until(page.papers.list.hasFocus)
    bench.type("xwbl")  # 询问笔录
    assert page.papers.search.hasFocus()
    assert {row.title for row in page.papers.rows} == {"询问笔录"}
    bench.press("Enter")
    assert "询问笔录" in words_of(bench.preview(page).pdf)
    bench.press("Esc")
    page.papers.search.setFocus()
    bench.press("Esc")
    assert len(page.papers.rows) == every


def test_escape_in_the_catalogue_clears_the_words_and_not_the_case(bench: Bench, page: CasesPage) -> None:
    panel = begun(bench, page)
    bench.type("违规动火")
    entry = panel.entry("violations")
    assert isinstance(entry, ViolationsEntry)
    bench.go_to(entry.picker.search)
    bench.type("动火")
    bench.press("Esc")
    assert entry.picker.search.text() == ""
    assert page.stack.currentWidget() is panel


def test_a_case_begun_from_an_inspection_is_kept_as_a_draft_of_its_own(bench: Bench, page: CasesPage) -> None:
    source = inspected(bench)
    draft = bench.look(lambda work: case_from_inspection(work, source.id))
    page.begin(draft)
    panel = editor(bench, page)
    typed(bench, panel.entry("cause"), "未设置安全警示标志")
    panel.keep_draft()
    bench.settle()
    page.close_panel(panel)
    page.begin()  # another case out of nothing
    assert editor(bench, page).value("cause") == ""
    page.begin(draft)
    again = editor(bench, page)
    bench.until(lambda: again.value("cause") == "未设置安全警示标志")


def test_a_step_whose_papers_lack_something_leads_to_the_case_and_says_what(
    bench: Bench, page: CasesPage
) -> None:
    with bench.store.working() as work:
        office = bench.place.office
        violation = violation_of(office, "AQ-099-1-1-U0", date(2026, 3, 1))
        decision = Decision(party=FIRM, kinds=("罚款",), fine_fen=2_000_000)
        kept = open_case(work, office, replace(small_case(), violations=(violation,), decisions=(decision,)))
        take_step(work, office, kept.id, filing())
        take_step(work, office, kept.id, replace(filing(), kind="呈批"))
    page.refresh()
    bench.until(lambda: page.current and page.current.state == State.APPROVED)
    bench.go_to(page.view)
    bench.press("Ctrl+Enter", "Ctrl+Enter")
    step: Any = page.beside.currentWidget()
    bench.until(lambda: step.strip.text)
    assert "理由（裁量说明）" in step.strip.text
    bench.press("F2")
    panel = editor(bench, page)
    assert "理由（裁量说明）" in panel.strip.text
