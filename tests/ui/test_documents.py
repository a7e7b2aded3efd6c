"""The issued papers: as they were frozen, voided with a reason, never changed."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from qtapp.app.build import Parts
from qtapp.domain.complaints import Complaint
from qtapp.domain.documents import Document, State
from qtapp.domain.kinds import Kind
from qtapp.store.store import Store
from qtapp.ui.documents.page import DocumentsPage
from qtapp.usecases.complaints import register_complaint
from qtapp.usecases.documents import Paper, printed
from tests.ui.bench import Bench, words_of
from tests.ui.sample_office import found_bureau, some_complaints

INFORMANT = "邵某某"


def named() -> Complaint:
    return Complaint(
        anonymity="实名",
        informant_name=INFORMANT,
        informant_phone="13900001111",
        target_name="甲厂",
        content="夜间违规动火",
    )


@pytest.fixture
def bench(parts: Parts, store: Store, qtbot: QtBot) -> Iterator[Bench]:
    with store.working() as work:
        found_bureau(work)
        some_complaints(work, 1)
        first = work.of(Complaint).all()[0]
        second = register_complaint(work, named())
        printed(work, parts.office, first, Paper("complaint_register"))
        printed(work, parts.office, second, Paper("complaint_register", reason="主要领导要求"))
    bench = Bench(parts, store, qtbot)
    yield bench
    bench.close()


@pytest.fixture
def page(bench: Bench) -> DocumentsPage:
    page = bench.put(DocumentsPage(bench.place))
    bench.until(lambda: page.current is not None)
    page.arrive()
    return page


def test_an_issued_paper_opens_as_the_very_bytes_that_were_frozen(bench: Bench, page: DocumentsPage) -> None:
    bench.press("Down")
    bench.until(lambda: page.current.sha256)
    bench.settle()
    frozen = bench.look(lambda work: work.files.get(page.current.sha256))
    bench.press("Enter")
    assert bench.preview(page).pdf == frozen


def test_what_is_kept_of_a_paper_printed_with_the_identity_is_masked(
    bench: Bench, page: DocumentsPage
) -> None:
    bench.press("Enter")
    words = words_of(bench.preview(page).pdf)
    assert "（密封）" in words
    assert INFORMANT not in words


def test_a_void_paper_keeps_its_number_and_its_reason(bench: Bench, page: DocumentsPage) -> None:
    number = page.current.number
    bench.press("Ctrl+Delete")
    bench.answer("当事人名称有误")
    bench.until(lambda: page.current.state == State.VOID)
    kept = bench.look(lambda work: work.of(Document).get(page.current.id))
    assert (kept.number, kept.void_reason) == (number, "当事人名称有误")
    assert not page.commands.action("作废").isEnabled()


def test_the_record_behind_a_paper_is_one_key_away(bench: Bench, page: DocumentsPage) -> None:
    bench.place.routes.record_wanted.disconnect()
    with bench.qtbot.waitSignal(bench.place.routes.record_wanted) as wanted:
        bench.press("Ctrl+G")
    assert wanted.args == [Kind.COMPLAINT, page.current.subject_id]


def test_the_frozen_values_are_shown_in_the_words_of_the_paper(bench: Bench, page: DocumentsPage) -> None:
    words = page.detail.content.toPlainText()
    assert "complaint" not in words
    assert "{" not in words
    assert page.current.subject_number in words
