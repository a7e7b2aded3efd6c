"""The inspection page: two valid officers, findings, an order, and the way on."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from qtapp.app.build import Parts
from qtapp.domain.complaints import Complaint
from qtapp.domain.documents import Document
from qtapp.domain.inspections import Inspection
from qtapp.domain.kinds import Kind
from qtapp.store.store import Store
from qtapp.ui.complaints.page import ComplaintsPage
from qtapp.ui.inspections.editor import ORDERED, InspectionEditor
from qtapp.ui.inspections.page import InspectionsPage
from qtapp.ui.kit.officers_entry import OfficersEntry
from qtapp.ui.kit.picker import Candidate
from tests.ui.bench import Bench, words_of
from tests.ui.sample_office import CERTIFIED, PEOPLE, found_bureau, names, some_complaints


@pytest.fixture
def bench(parts: Parts, store: Store, qtbot: QtBot) -> Iterator[Bench]:
    with store.working() as work:
        found_bureau(work)
        some_complaints(work, 3)
    bench = Bench(parts, store, qtbot)
    yield bench
    bench.close()


@pytest.fixture
def page(bench: Bench) -> InspectionsPage:
    return bench.put(InspectionsPage(bench.place))


def begun(bench: Bench, page: InspectionsPage) -> InspectionEditor:
    page.arrive()
    bench.press("Ctrl+N")
    return editor(bench, page)


def editor(bench: Bench, page: InspectionsPage) -> InspectionEditor:
    bench.until(lambda: isinstance(page.stack.currentWidget(), InspectionEditor))
    panel = page.stack.currentWidget()
    assert isinstance(panel, InspectionEditor)
    bench.settle()
    return panel


def pick_officers(bench: Bench, panel: Any, field: str, *initials: str) -> OfficersEntry:
    entry = panel.entry(field)
    assert isinstance(entry, OfficersEntry)
    bench.go_to(entry.picker.line)
    for typed in initials:
        before = len(entry.handlers)
        bench.type(typed)
        bench.until(lambda: entry.picker.candidates)
        bench.press("Enter")
        assert len(entry.handlers) == before + 1
    return entry


def register_visit(bench: Bench, page: InspectionsPage) -> Inspection:
    """江海船舶配件, two officers, two findings, an order of fifteen days: nothing but keys."""
    panel = begun(bench, page)
    assert panel.entry("target_name").isAncestorOf(bench.focus)
    target: Any = panel.entry("target_name")
    bench.type("jhcb")
    bench.until(lambda: target.candidates)
    bench.press("Enter")
    assert panel.value("target_name") == "江海船舶配件有限公司"
    assert panel.value("place") == "临港镇港口路 88 号"
    pick_officers(bench, panel, "officers", "sjg", "gl")
    bench.go_to(panel.entry("findings"))
    bench.press("Alt+Ins")
    bench.type("配电箱未接地")
    bench.press("Alt+Ins")
    bench.type("灭火器过期")
    assert panel.value("measure") == ORDERED  # findings are usually ordered to be put right
    bench.go_to(panel.entry("rectify_by"))
    bench.type("+15")
    bench.press("Ctrl+Enter")
    bench.until(lambda: page.current is not None and page.current.place == "临港镇港口路 88 号")
    kept = page.current
    assert isinstance(kept, Inspection)
    return kept


def papers_of_the_visit(bench: Bench, page: InspectionsPage) -> tuple[str, str]:
    """The words of the record and of the order, printed from what is offered after saving."""
    bench.press("Ctrl+P")
    record = words_of(bench.preview(page).pdf)
    bench.press("Esc")
    bench.go_to(page.beside.currentWidget())
    bench.press("Ctrl+O")
    order = words_of(bench.preview(page).pdf)
    bench.press("Esc")
    return record, order


def test_an_inspection_is_registered_with_record_and_order_by_keyboard(
    bench: Bench, page: InspectionsPage
) -> None:
    kept = register_visit(bench, page)
    assert (kept.rectify_by, len(kept.findings)) == (date(2026, 3, 17), 2)
    assert [h.name for h in kept.officers] == ["沈建国", "顾丽"]
    assert all(h.certificate for h in kept.officers)
    record, order = papers_of_the_visit(bench, page)
    assert "配电箱未接地" in record
    assert kept.officers[0].certificate in record
    assert "灭火器过期" in order
    forms = bench.look(lambda work: {d.form for d in work.of(Document).all(subject_id=kept.id)})
    assert forms == {"inspection_record", "rectification_order"}


def offered(bench: Bench, entry: OfficersEntry, name: str) -> Candidate:
    bench.until(lambda: [c for c in entry.picker.candidates if c.title == name])
    return next(c for c in entry.picker.candidates if c.title == name)


def test_whoever_may_not_enforce_that_day_is_grey_and_says_why(bench: Bench, page: InspectionsPage) -> None:
    panel = begun(bench, page)
    entry = panel.entry("officers")
    assert isinstance(entry, OfficersEntry)
    bench.go_to(entry.picker.line)
    expired, without = names()[CERTIFIED - 1], names()[PEOPLE - 1]
    for name, why in ((expired, "到期"), (without, "没有登记执法证件")):
        bench.press("Ctrl+A")
        bench.type(name)
        candidate = offered(bench, entry, name)
        assert not candidate.enabled
        assert why in candidate.detail
        bench.press("Enter")
        assert entry.handlers == []
        assert bench.focus is entry.picker.line  # and the name stays, to be typed over


def test_one_officer_alone_is_refused_at_the_field(bench: Bench, page: InspectionsPage) -> None:
    panel = begun(bench, page)
    panel.fill({"target_name": "某某建材店", "place": "店内"})
    pick_officers(bench, panel, "officers", "sjg")
    bench.press("Ctrl+Enter")
    bench.until(panel.faults)
    assert "不得少于 2 人" in panel.faults()["officers"]


def test_an_order_without_a_term_is_refused_at_the_field(bench: Bench, page: InspectionsPage) -> None:
    panel = begun(bench, page)
    panel.fill({"target_name": "某某建材店", "place": "店内"})
    pick_officers(bench, panel, "officers", "sjg", "gl")
    bench.go_to(panel.entry("measure"))
    bench.press("3")
    bench.press("Ctrl+Enter")
    assert set(panel.faults()) == {"rectify_by", "findings"}


def test_a_complaint_becomes_an_inspection_that_knows_where_it_came_from(
    bench: Bench, page: InspectionsPage
) -> None:
    complaints = bench.put(ComplaintsPage(bench.place))
    bench.until(lambda: complaints.current is not None)
    complaints.arrive()
    number = complaints.current.number
    bench.press("Ctrl+I")
    panel = editor(bench, page)
    assert panel.value("target_name") == complaints.current.target_name
    pick_officers(bench, panel, "officers", "sjg", "gl")
    bench.press("Ctrl+Enter")
    bench.until(lambda: page.current is not None)
    kept = bench.look(lambda work: work.of(Inspection).all()[-1])
    assert (kept.complaint_number, kept.origin) == (number, "举报核查")
    told = bench.look(lambda work: work.of(Complaint).first(number=number))
    assert told is not None
    assert told.outcome_number == kept.number
    bench.go_to(page.beside.currentWidget())
    bench.press("Ctrl+L")
    bench.until(lambda: bench.wanted)
    assert bench.wanted.KIND is Kind.CASE
    assert bench.wanted.source_number == kept.number
