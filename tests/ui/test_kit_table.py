"""The list of a register: rows fetched when looked at, the same record chosen after each look."""

from array import array
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from qtapp.domain.complaints import Complaint, Result
from qtapp.domain.enterprises import Enterprise
from qtapp.domain.kinds import Kind
from qtapp.domain.searches import Filter, Op, Query
from qtapp.registers.lists import REGISTERS
from qtapp.registers.register import Tone
from qtapp.store.store import Store
from qtapp.ui.kit.list_page import ListPage
from qtapp.ui.kit.list_view import guarded
from qtapp.ui.kit.record_table import LOADING, PAGE, RecordTable
from qtapp.ui.kit.workplace import Workplace
from qtapp.usecases.complaints import register_complaint
from qtapp.usecases.enterprises import enter_enterprise
from tests.ui.driving import focus, press, shown, write

REGISTER = REGISTERS[Kind.ENTERPRISE]


def row(number: int, name: str = "") -> tuple[Any, ...]:
    return (number, name or f"第{number}厂", "", "", "一般", "", "", "", "")


def rows(first: int, last: int) -> list[tuple[Any, ...]]:
    return [row(number) for number in range(first, last + 1)]


def cell(table: RecordTable, place: int, column: int = 0) -> Any:
    return table.data(table.index(place, column))


# --- the model ---


def test_the_table_keeps_the_rules_of_qt(qtmodeltester: ModelTester, dressed: Any) -> None:
    table = RecordTable(REGISTER)
    qtmodeltester.check(table)  # and goes on checking while the rows change
    generation = table.start(rows(1, PAGE))
    table.complete(generation, array("q", range(1, 3 * PAGE + 8)))
    table.bring(generation, 1, rows(PAGE + 1, 2 * PAGE))
    table.start([])
    table.start(rows(5, 9), array("q", range(5, 10)))


def test_a_page_is_asked_for_once_when_it_is_looked_at(qtbot: QtBot, dressed: Any) -> None:
    table = RecordTable(REGISTER)
    generation = table.start(rows(1, PAGE))
    table.complete(generation, array("q", range(1, 3 * PAGE + 1)))
    with qtbot.waitSignal(table.page_wanted) as wanted:
        assert cell(table, 2 * PAGE + 5) == LOADING
    assert wanted.args == [generation, (2, array("q", range(2 * PAGE + 1, 3 * PAGE + 1)))]
    with qtbot.assertNotEmitted(table.page_wanted):
        cell(table, 2 * PAGE + 6)
    table.bring(generation, 2, rows(2 * PAGE + 1, 3 * PAGE))
    assert cell(table, 2 * PAGE + 5) == f"第{2 * PAGE + 6}厂"


def test_rows_that_answer_an_older_list_are_dropped(dressed: Any) -> None:
    table = RecordTable(REGISTER)
    old = table.start(rows(1, PAGE))
    table.start([row(900, "新的")])
    table.complete(old, array("q", range(1, 1000)))
    table.bring(old, 0, rows(1, PAGE))
    assert table.rowCount() == 1
    assert cell(table, 0) == "新的"


def test_a_record_deleted_elsewhere_leaves_a_blank_and_no_error(dressed: Any) -> None:
    table = RecordTable(REGISTER)
    generation = table.start(rows(1, PAGE))
    table.complete(generation, array("q", range(1, 2 * PAGE + 1)))
    table.bring(generation, 1, rows(PAGE + 2, 2 * PAGE))
    assert cell(table, PAGE) == LOADING
    assert cell(table, PAGE + 1) == f"第{PAGE + 2}厂"


def test_only_the_latest_pages_are_kept(dressed: Any) -> None:
    table = RecordTable(REGISTER)
    count = 60 * PAGE
    generation = table.start(rows(1, PAGE))
    table.complete(generation, array("q", range(1, count + 1)))
    for page in range(1, 60):
        table.bring(generation, page, rows(page * PAGE + 1, (page + 1) * PAGE))
    assert cell(table, 5 * PAGE) == LOADING
    assert cell(table, 59 * PAGE) != LOADING


def test_an_index_beyond_the_list_is_nothing(dressed: Any) -> None:
    table = RecordTable(REGISTER)
    assert table.data(QModelIndex()) is None
    assert table.id_at(3) == 0
    assert table.row_of(3) == -1


def test_what_is_overdue_bears_a_sign_beside_its_colour(dressed: Any) -> None:
    table = RecordTable(REGISTERS[Kind.COMPLAINT], "2026-03-02")
    names = REGISTERS[Kind.COMPLAINT].names
    values = {"number": "应急举〔2026〕1号", "due_on": "2026-03-01", "state": "查处中"}
    table.start([(1, *(values.get(name, None if name == "received_at" else "") for name in names))])
    assert table.tone_at(0) is Tone.OVERDUE
    assert cell(table, 0).startswith("‼")
    assert "已超期" in table.data(table.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert table.data(table.index(0, 0), Qt.ItemDataRole.ForegroundRole).color().name() == "#b3261e"


# --- the page ---


@pytest.fixture
def firms(store: Store) -> list[Enterprise]:
    with store.working() as work:
        return [
            enter_enterprise(work, Enterprise(name=f"海岱第{n:03}厂", township="东镇")) for n in range(1, 451)
        ]


@pytest.fixture
def page(firms: list[Enterprise], place: Workplace, qtbot: QtBot) -> ListPage:
    page = ListPage(place, REGISTER)
    shown(qtbot, page)
    page.arrive()
    qtbot.waitUntil(lambda: page.table.rowCount() == 450 and page.has_current())
    return page


def listed(page: ListPage) -> list[str]:
    return [cell(page.table, place) for place in range(min(page.table.rowCount(), PAGE))]


def test_the_list_says_how_many_there_are_and_jumps_to_the_end(page: ListPage, qtbot: QtBot) -> None:
    assert page.count.text() == "共 450 条"
    press("Ctrl+End")
    qtbot.waitUntil(lambda: page.current.name == "海岱第450厂")
    qtbot.waitUntil(lambda: cell(page.table, 449) == "海岱第450厂")


def test_searching_waits_for_a_pause_and_escape_clears_it(page: ListPage, qtbot: QtBot) -> None:
    press("Ctrl+F")
    write("第00")
    qtbot.waitUntil(lambda: page.table.rowCount() == 9)
    assert page.count.text() == "符合条件的共 9 条"
    press("Esc")
    qtbot.waitUntil(lambda: page.table.rowCount() == 450)
    assert focus() is page.view


def test_the_same_record_stays_chosen_when_others_come_and_go(
    page: ListPage, place: Workplace, qtbot: QtBot
) -> None:
    page.choose(400)
    qtbot.waitUntil(lambda: page.current.id == 400)
    new = Enterprise(name="海岱第000厂")
    place.tasks.change(page, lambda work: enter_enterprise(work, new))
    qtbot.waitUntil(lambda: page.table.rowCount() == 451)
    assert page.view.current_id == 400
    assert page.current.id == 400


def test_a_click_on_a_heading_orders_the_whole_list_and_not_the_page(page: ListPage, qtbot: QtBot) -> None:
    page.view.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: listed(page)[:1] == ["海岱第450厂"])
    assert page.view.horizontalHeader().sortIndicatorSection() == 0


def test_rows_are_copied_with_headings_and_kept_from_becoming_formulas(
    page: ListPage, place: Workplace, qtbot: QtBot
) -> None:
    place.tasks.change(page, lambda work: enter_enterprise(work, Enterprise(name="=1+1厂")))
    qtbot.waitUntil(lambda: page.table.rowCount() == 451)
    page.view.choose(451)
    press("Ctrl+C")
    first, second = QGuiApplication.clipboard().text().split("\n")
    assert first.startswith("单位名称\t统一社会信用代码")
    assert second.startswith("'=1+1厂\t")
    assert guarded("@a\tb\nc") == "'@a b c"


def test_columns_are_hidden_and_come_back_for_the_same_person(page: ListPage, place: Workplace) -> None:
    page.view.show_column(1, shown=False)
    again = ListPage(place, REGISTER)
    assert again.view.isColumnHidden(1)
    again.view.restore_columns()
    assert not again.view.isColumnHidden(1)


def test_the_last_column_cannot_be_hidden(page: ListPage) -> None:
    for place in range(page.table.columnCount()):
        page.view.show_column(place, shown=False)
    assert sum(not page.view.isColumnHidden(i) for i in range(page.table.columnCount())) == 1


def test_a_list_opened_from_elsewhere_shows_its_filters(page: ListPage, qtbot: QtBot) -> None:
    query = Query(order="name").having(Filter("township", "西镇", Op.HAS), Filter("id", 3))
    page.open_list(Kind.ENTERPRISE, query)
    qtbot.waitUntil(lambda: page.table.rowCount() == 0)
    assert page.chips.chips["township"].text() == "所在区镇：西镇"
    page.chips.clear()
    qtbot.waitUntil(lambda: page.table.rowCount() == 450)


def test_a_record_opened_from_elsewhere_is_found_behind_filters(page: ListPage, qtbot: QtBot) -> None:
    page.search.setText("第001")
    qtbot.waitUntil(lambda: page.table.rowCount() == 1)
    page.open_record(Kind.ENTERPRISE, 300)
    qtbot.waitUntil(lambda: page.has_current() and page.current.id == 300)
    assert page.search.text() == ""


def test_a_sealed_informant_is_a_word_in_brackets_and_nothing_more(
    place: Workplace, store: Store, qtbot: QtBot
) -> None:
    draft = Complaint(
        received_at=datetime(2026, 3, 1, 9),
        target_name="海岱化工",
        content="堵塞通道",
        anonymity="实名",
        informant_name="钭某某",
        informant_phone="13900000000",
    )
    with store.working() as work:
        register_complaint(work, draft)
    page = ListPage(place, REGISTERS[Kind.COMPLAINT])
    shown(qtbot, page)
    qtbot.waitUntil(page.has_current)
    for browser in (page.detail.content, page.detail.history):
        assert "（密封）" in browser.toPlainText()
        assert "钭某某" not in browser.toPlainText()


def test_enter_hands_the_keyboard_to_the_record_and_f5_looks_again(page: ListPage, qtbot: QtBot) -> None:
    page.view.setFocus()
    press("Enter")
    assert focus() is page.detail.content
    with qtbot.waitSignal(page.table.modelReset):
        press("F5")


def test_a_record_gone_meanwhile_is_said_beside_the_list(page: ListPage, qtbot: QtBot) -> None:
    page._show_nothing("没有这条企业记录（9），可能已被删除")
    assert "已被删除" in page.detail.content.toPlainText()
    assert not page.has_current()


def test_a_result_is_a_part_of_a_record_view(dressed: Any) -> None:
    from qtapp.ui.kit.record_view import record_html

    assert "属实" in record_html(Result(finding="属实", result="已整改"), sealed=False)


def test_the_export_gets_the_filter_that_is_on_the_screen(
    place: Workplace, firms: list[Enterprise], qtbot: QtBot, tmp_path: Any
) -> None:
    from dataclasses import replace

    from tests.ui.conftest import Answers

    seen: list[Query] = []

    def export(work: Any, register: Any, query: Query, path: Any, progress: Any) -> int:
        seen.append(query)
        return 9

    assert isinstance(place.ask, Answers)
    place.ask.path = tmp_path / "企业.xlsx"
    page = ListPage(replace(place, export=export), REGISTER)
    shown(qtbot, page)
    page.search.setText("第00")
    qtbot.waitUntil(lambda: page.table.rowCount() == 9)
    page.view.setFocus()
    with qtbot.waitSignal(place.notices.praised) as said:
        press("Ctrl+E")
    assert seen[0].text == "第00"
    assert said.args == ["已导出 9 条到 企业.xlsx"]
