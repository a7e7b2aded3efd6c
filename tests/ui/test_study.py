"""The roll call: by initials, by exception, in seconds."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qtapp.app.build import Parts
from qtapp.domain.documents import Document
from qtapp.domain.kinds import Kind
from qtapp.domain.officers import Officer
from qtapp.domain.study import Mark, Session
from qtapp.store.store import Store
from qtapp.ui.inspections.page import InspectionsPage
from qtapp.ui.study.calling import Calling, Person, people_of
from qtapp.ui.study.page import StudyPage
from qtapp.ui.study.roll_grid import RollGrid
from qtapp.ui.study.roll_panel import RollPanel
from qtapp.usecases.pinyin import initials_of
from qtapp.usecases.study import register_session, roll
from tests.ui.bench import Bench, open_dialogs, words_of
from tests.ui.sample_office import PEOPLE, found_bureau, names
from tests.ui.test_inspections import papers_of_the_visit, register_visit


def roster() -> tuple[Person, ...]:
    return people_of(
        Officer(id=place, name=name, department=f"科室{place % 6}", initials=initials_of(name))
        for place, name in enumerate(names(), start=1)
    )


def typed(calling: Calling, keys: str) -> Calling:
    for key in keys:
        calling.press(key)
    return calling


def marked(calling: Calling) -> dict[str, Mark]:
    return {p.name: calling.marks[p.id] for p in calling.people if calling.marks[p.id] != Mark.PRESENT}


def test_everybody_is_present_until_said_otherwise() -> None:
    calling = Calling(roster())
    assert (calling.expected, calling.present, calling.exceptions()) == (PEOPLE, PEOPLE, ())


def test_initials_and_one_key_make_a_mark() -> None:
    calling = typed(Calling(roster()), "lxq")
    assert marked(calling) == {"李晓": Mark.LEAVE}


def test_a_letter_that_goes_on_with_somebodys_initials_is_no_mark() -> None:
    """朱晓 is zx, 郑雪琴 is zxq: q goes on to 郑雪琴 and marks nobody."""
    calling = typed(Calling(roster()), "zxq")
    assert calling.current is not None
    assert (calling.current.name, marked(calling)) == ("郑雪琴", {})
    calling.clear()
    typed(calling, "zx")
    calling.confirm()
    calling.press("5")  # a digit is a mark whatever the names are
    assert marked(calling) == {"朱晓": Mark.LEAVE}


def test_of_two_who_answer_neither_is_marked_by_chance() -> None:
    two = (Person(1, "王丽", "办公室", ("wl",)), Person(2, "吴兰", "危化科", ("wl",)))
    calling = typed(Calling(two), "wlq")
    assert marked(calling) == {}
    assert "王丽、吴兰" in calling.hint
    calling.turn()
    calling.press("q")
    assert marked(calling) == {"吴兰": Mark.LEAVE}


def test_a_mark_can_be_taken_back_with_its_reason() -> None:
    calling = typed(Calling(roster()), "lxq")
    calling.give_reason("病假")
    assert calling.exceptions()[0].reason == "病假"
    calling.set_mark(Mark.PRESENT)
    assert (calling.exceptions(), calling.reasons) == ((), {})


def test_being_late_counts_as_having_come() -> None:
    assert typed(Calling(roster()), "lxc").present == PEOPLE
    assert typed(Calling(roster()), "lxx").present == PEOPLE - 1


def test_the_grid_takes_letters_as_typed(qtbot: QtBot) -> None:
    grid = RollGrid(Calling(roster()))
    qtbot.addWidget(grid)
    grid.show()
    qtbot.keyClicks(grid, "lx")
    qtbot.keyClick(grid, Qt.Key.Key_Q)
    assert marked(grid.calling) == {"李晓": Mark.LEAVE}
    with qtbot.waitSignal(grid.reason_wanted):
        qtbot.keyClick(grid, Qt.Key.Key_Return)


@pytest.fixture
def bench(parts: Parts, store: Store, qtbot: QtBot) -> Iterator[Bench]:
    with store.working() as work:
        found_bureau(work)
        register_session(
            work,
            Session(
                held_on=date(2026, 2, 23),
                place="四楼会议室",
                topic="安全生产法",
                host="施局长",
                caller="倪某",
            ),
        )
    bench = Bench(parts, store, qtbot)
    yield bench
    bench.close()


@pytest.fixture
def page(bench: Bench) -> StudyPage:
    page = bench.put(StudyPage(bench.place))
    bench.until(lambda: page.current is not None)
    page.arrive()
    return page


def on_roll(bench: Bench, page: StudyPage) -> RollPanel:
    bench.until(lambda: isinstance(page.stack.currentWidget(), RollPanel))
    panel = page.stack.currentWidget()
    assert isinstance(panel, RollPanel)
    bench.until(lambda: bench.focus is panel.grid)
    return panel


KEY, LOOK = 0.28, 1.35  # seconds a key, seconds to look and decide (keystroke model)


def call_the_roll(bench: Bench, page: StudyPage, topic: str) -> int:
    """A new session and its roll with four exceptions; gives the number of keys of the roll itself."""
    bench.press("Ctrl+N")
    bench.settle()
    panel: Any = page.stack.currentWidget()
    bench.go_to(panel.entry("topic"))
    bench.type(topic)
    bench.press("Ctrl+Enter")
    roll_panel = on_roll(bench, page)
    assert roll_panel.calling.expected == PEOPLE
    keys = ["l", "x", "q", "x", "m", "g", "q", "j", "g", "c", "w", "z", "m", "x"]
    bench.press(*keys, "Ctrl+Enter")
    bench.until(lambda: page.current and page.current.topic == topic and page.current.expected)
    return len(keys) + 2  # Ctrl and Enter are two


EXCEPTIONS = {"李晓": Mark.LEAVE, "徐敏": Mark.DUTY, "钱建国": Mark.LATE, "吴志明": Mark.ABSENT}


def test_the_roll_of_49_with_four_exceptions_takes_well_under_forty_seconds(
    bench: Bench, page: StudyPage
) -> None:
    strokes = call_the_roll(bench, page, "行政处罚法")
    assert strokes <= 16
    assert len(EXCEPTIONS) * LOOK + strokes * KEY < 10  # the goal is 40
    session = page.current
    assert (session.held_on, session.place) == (date(2026, 3, 2), "四楼会议室")  # as the last time
    assert (session.expected, session.present) == (PEOPLE, PEOPLE - 3)  # who is late has come
    marks = bench.look(lambda work: roll(work, session.id))
    assert len(marks) == PEOPLE
    assert {m.officer_name: m.mark for m in marks if m.mark != Mark.PRESENT} == EXCEPTIONS


def test_a_day_of_inspection_and_study_ends_with_its_papers(bench: Bench, page: StudyPage) -> None:
    """Journey 5: a visit with record and order, then the weekly study with its signed roll."""
    inspections = bench.put(InspectionsPage(bench.place))
    visit = register_visit(bench, inspections)
    record, order = papers_of_the_visit(bench, inspections)
    assert visit.number in record
    assert "2026年3月17日" in order
    bench.visit(Kind.SESSION)
    call_the_roll(bench, page, "行政处罚法")
    bench.press("Ctrl+P")
    paper = words_of(bench.preview(page).pdf)
    assert "行政处罚法" in paper
    assert all(name in paper for name in names())
    papers = bench.look(lambda work: {d.form for d in work.of(Document).all()})
    assert papers == {"inspection_record", "rectification_order", "study_roll_call"}


def test_a_reason_is_typed_in_chinese_and_kept(bench: Bench, page: StudyPage) -> None:
    bench.press("Enter")
    panel = on_roll(bench, page)
    bench.press("l", "x", "q", "Enter")
    assert bench.focus is panel.reason
    bench.type("病假")
    bench.press("Enter", "Ctrl+Enter")
    bench.until(lambda: page.current and page.current.present == PEOPLE - 1)
    marks = bench.look(lambda work: roll(work, page.current.id))
    assert [m.reason for m in marks if m.reason] == ["病假"]


def test_the_roll_called_again_begins_with_the_marks_it_had(bench: Bench, page: StudyPage) -> None:
    bench.press("Enter")
    on_roll(bench, page)
    bench.press("l", "x", "q", "Ctrl+Enter")
    bench.until(lambda: page.current and page.current.present == PEOPLE - 1)
    bench.go_to(page.view)
    bench.press("Enter")
    panel = on_roll(bench, page)
    assert marked(panel.calling) == {"李晓": Mark.LEAVE}
    bench.press("l", "x", "d", "Ctrl+Enter")  # he came after all
    bench.until(lambda: page.current and page.current.present == PEOPLE)


def test_a_roll_that_was_begun_is_not_thrown_away_unasked(bench: Bench, page: StudyPage) -> None:
    bench.press("Enter")
    panel = on_roll(bench, page)
    bench.press("Esc")
    assert page.stack.currentWidget() is page.split  # nothing was marked
    bench.press("Enter")
    panel = on_roll(bench, page)
    bench.press("l", "x", "q", "Esc")  # the first Esc lets the name go
    bench.press("Esc")
    bench.until(open_dialogs)
    assert page.stack.currentWidget() is panel
    open_dialogs()[0].close()


def test_a_mark_found_by_the_search_opens_its_session(bench: Bench, page: StudyPage) -> None:
    bench.press("Enter")
    on_roll(bench, page)
    bench.press("l", "x", "q", "Ctrl+Enter")
    bench.until(lambda: page.current and page.current.expected)
    session = page.current.id
    with bench.store.working() as work:
        register_session(work, Session(held_on=date(2026, 3, 1), place="a", topic="b", host="c"))
    page.refresh()
    mark = bench.look(lambda work: roll(work, session)[0])
    page.open_record(Kind.ATTENDANCE, mark.id)
    bench.until(lambda: page.current and page.current.id == session)
