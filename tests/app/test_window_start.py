"""The start of the window: its frame first, the register behind it, and every way in which that can go."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from qtapp.app.build import Parts
from qtapp.app.main import run
from qtapp.app.options import Options
from qtapp.app.paths import Paths
from qtapp.app.window import Opening
from qtapp.domain.enterprises import Enterprise
from qtapp.ui.kit.list_page import ListPage
from qtapp.ui.system.page import SystemPage
from qtapp.usecases.enterprises import enter_enterprise
from tests.app.opened import ended, opened, setup_of, store_of
from tests.ui.driving import focus, press, write

# --- the first start ---


def test_the_first_start_offers_to_found_the_bureau_and_to_look_around(
    opening: Opening, qtbot: QtBot
) -> None:
    opened(opening, qtbot)
    page = setup_of(opening)
    assert page.isVisible()
    assert page.sample.isVisible()
    press("Esc")  # there is nothing to go back to
    assert opening.window.ground.panel is page


def test_the_bureau_is_founded_by_keyboard_and_the_desk_follows(opening: Opening, qtbot: QtBot) -> None:
    opened(opening, qtbot)
    assert isinstance(focus(), QLineEdit)
    write("海岱市应急管理局")
    press("Ctrl+Enter")
    qtbot.waitUntil(lambda: opening.window.ground.panel is None)
    qtbot.waitUntil(lambda: opening.window.page is not None)
    assert opening.window.heading.text() == "工作台"
    with store_of(opening).looking() as work:
        assert work.bureau.name == "海岱市应急管理局"
    store_of(opening).close()


@pytest.mark.slow
def test_the_sample_year_opens_at_the_button(opening: Opening, qtbot: QtBot) -> None:
    opened(opening, qtbot)
    setup_of(opening).sample.click()
    qtbot.waitUntil(lambda: opening.window.ground.panel is None, timeout=120_000)
    assert opening.window.heading.text() == "工作台"
    press("Ctrl+2")
    page = opening.window.page
    assert isinstance(page, ListPage)
    qtbot.waitUntil(lambda: page.table.rowCount() == 300)


def test_a_register_with_records_is_not_filled_with_samples(
    opening: Opening, parts: Parts, qtbot: QtBot
) -> None:
    store = parts.open_store()
    with store.working() as work:
        enter_enterprise(work, Enterprise(name="海岱金荣化工有限公司"))
    store.close()
    opened(opening, qtbot)
    assert not setup_of(opening).sample.isVisible()


# --- the usual start ---


def test_a_known_bureau_begins_at_its_desk(
    opening: Opening, register: Callable[[str], None], qtbot: QtBot
) -> None:
    register("海岱金荣化工有限公司")
    opened(opening, qtbot)
    assert opening.window.ground.panel is None
    assert opening.window.heading.text() == "工作台"
    assert "放假安排至" in opening.window.calendar.text()
    assert opening.window.backup.text() == "还没有备份"
    assert opening.window.saved.text() == "已保存"


def test_a_page_asked_for_while_the_register_opens_is_the_first_one(
    opening: Opening, register: Callable[[str], None], qtbot: QtBot
) -> None:
    register("海岱金荣化工有限公司")
    opening.window.show()
    opening.window.activateWindow()
    qtbot.waitUntil(opening.window.isActiveWindow)
    press("Ctrl+6")
    assert opening.window.page is None
    opened(opening, qtbot)
    assert opening.window.heading.text() == "企业"


def test_a_window_closed_before_the_register_is_open_ends_cleanly(
    paths: Paths, qapp: QApplication, qtbot: QtBot
) -> None:
    opening = Opening(paths, Options("沈一"))
    with qtbot.waitSignal(opening.window.painted):
        opening.show()
    opening.open()
    ended(opening)
    qtbot.wait(50)
    assert opening.program is None
    assert run(["verify", "--data", str(paths.data)]) == 0


def test_every_line_of_the_navigation_opens_its_page(
    opening: Opening, register: Callable[[str], None], qtbot: QtBot
) -> None:
    register("海岱金荣化工有限公司")
    opened(opening, qtbot)
    for entry in opening.window.entries:
        opening.window.go(entry.key)
        assert opening.window.heading.text() == entry.title
        assert opening.window.page is opening.window.pages[entry.key]
    press("Ctrl+,")
    assert opening.window.heading.text() == "系统"


def test_on_a_small_screen_at_two_hundred_percent_the_window_stays_within_it(
    opening: Opening, register: Callable[[str], None], qtbot: QtBot
) -> None:
    register("海岱金荣化工有限公司")
    opened(opening, qtbot)
    for entry in opening.window.entries:
        opening.window.go(entry.key)
    opening.window.resize(683, 384)
    qtbot.wait(20)
    assert (opening.window.width(), opening.window.height()) == (683, 384)
    nav = opening.window.nav
    last = nav.visualItemRect(nav.item(nav.count() - 1))
    assert last.bottom() <= nav.viewport().height()


# --- backups ---


def test_a_backup_is_made_and_put_in_place_under_the_open_window(
    opening: Opening, register: Callable[[str], None], qtbot: QtBot
) -> None:
    register("海岱金荣化工有限公司")
    opened(opening, qtbot)
    page = opening.window.go("system")
    assert isinstance(page, SystemPage)
    assert page.backups
    page.backups.back_up()
    qtbot.waitUntil(lambda: page.backups is not None and page.backups.list.topLevelItemCount() == 1)
    qtbot.waitUntil(lambda: "最近备份" in opening.window.backup.text())
    done: list[object] = []
    assert opening.program
    opening.program.tasks.change(
        opening.window, lambda work: enter_enterprise(work, Enterprise(name="后来的厂")), done.append
    )
    qtbot.waitUntil(lambda: bool(done))
    before, care = opening.window, page.backups.care
    with qtbot.waitSignal(opening.opened, timeout=20_000):
        care.restore(care.found()[0].path)
    assert opening.window is not before
    assert "已恢复" in opening.window.strip.text
    assert "before-restore-" in opening.window.strip.text
    with store_of(opening).looking() as work:
        assert [found.name for found in work.of(Enterprise).all()] == ["海岱金荣化工有限公司"]
    store_of(opening).close()


def test_a_backup_that_is_none_leaves_the_register_as_it_was(
    opening: Opening, register: Callable[[str], None], tmp_path: Path, qtbot: QtBot
) -> None:
    register("海岱金荣化工有限公司")
    opened(opening, qtbot)
    false = tmp_path / "不是备份.zip"
    false.write_text("不是备份", "utf-8")
    with qtbot.waitSignal(opening.opened, timeout=20_000):
        opening.restore(false)
    assert "不是本程序的备份" in opening.window.strip.text
    with store_of(opening).looking() as work:
        assert work.of(Enterprise).count() == 1
    store_of(opening).close()
