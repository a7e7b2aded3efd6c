"""The window: pages made when visited, the search over everything, the way from page to page."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from qtapp.domain.enterprises import Enterprise
from qtapp.domain.errors import UserError
from qtapp.domain.kinds import Kind
from qtapp.domain.record import Record
from qtapp.domain.searches import Query
from qtapp.registers.lists import REGISTERS
from qtapp.store.store import Store
from qtapp.ui.kit.ask import QtAsk
from qtapp.ui.kit.list_page import ListPage
from qtapp.ui.kit.memory import Forgetful
from qtapp.ui.kit.page import Page
from qtapp.ui.kit.printing import print_dialog
from qtapp.ui.kit.workplace import Workplace
from qtapp.ui.window import PageEntry, Window
from qtapp.usecases.enterprises import enter_enterprise
from tests.ui.driving import focus, press, shown, write


class Plain(Page):
    chapter = "complaints"
    made = 0

    def __init__(self) -> None:
        super().__init__()
        Plain.made += 1
        self.begun: Any = None
        QLabel("举报", self)

    def keys(self) -> list[tuple[str, str]]:
        return [("Ctrl+N", "登记举报")]

    def begin(self, draft: Record | None = None) -> None:
        self.begun = draft


@pytest.fixture
def window(place: Workplace, store: Store, qtbot: QtBot) -> Window:
    Plain.made = 0
    with store.working() as work:
        for name in ("海岱金荣化工有限公司", "海岱荣升机械厂"):
            enter_enterprise(work, Enterprise(name=name))
    entries = (
        PageEntry("complaints", "举报", "complaints", (Kind.COMPLAINT,)),
        PageEntry("enterprises", "企业", "enterprises", (Kind.ENTERPRISE,)),
    )
    window = Window(entries, "执法台", place.icons, place.memory)
    register = REGISTERS[Kind.ENTERPRISE]
    window.furnish(place, {"complaints": Plain, "enterprises": lambda: ListPage(place, register)})
    shown(qtbot, window, 1366, 768)
    window.start()
    return window


def test_pages_are_made_on_their_first_visit(window: Window) -> None:
    assert set(window.pages) == {"complaints"}
    press("Ctrl+2")
    assert set(window.pages) == {"complaints", "enterprises"}
    press("Ctrl+1", "Ctrl+2", "Ctrl+1")
    assert Plain.made == 1
    assert window.heading.text() == "举报"


def test_a_hit_of_the_search_opens_its_record(window: Window, qtbot: QtBot) -> None:
    press("Ctrl+K")
    write("荣升")
    qtbot.waitUntil(lambda: window.search.list is not None and len(window.search.list.hits()) == 1)
    press("Enter")
    page = window.page
    assert isinstance(page, ListPage)
    qtbot.waitUntil(lambda: page.has_current() and page.current.name == "海岱荣升机械厂")
    assert focus() is page.view


def test_a_search_without_hits_says_so_and_escape_leaves_it(window: Window, qtbot: QtBot) -> None:
    press("Ctrl+K")
    write("没有这家")
    qtbot.waitUntil(lambda: window.search.list is not None and not window.search.list.isHidden())
    assert window.search.list is not None
    item = window.search.list.topLevelItem(0)
    assert item is not None
    assert item.text(0) == "没有找到"
    press("Esc")
    assert window.search.list.isHidden()
    assert window.search.text() == ""


def test_one_page_sends_to_another_without_knowing_it(window: Window, qtbot: QtBot) -> None:
    window.place.routes.list_wanted.emit(Kind.ENTERPRISE, Query("化工", order="name"))
    page = window.page
    assert isinstance(page, ListPage)
    qtbot.waitUntil(lambda: page.table.rowCount() == 1)
    draft = Enterprise(name="转来的")
    window.place.routes.new_wanted.emit(Kind.COMPLAINT, draft)
    assert isinstance(window.page, Plain)
    assert window.page.begun is draft


def test_a_refusal_stays_in_sight_until_something_succeeds(window: Window, qtbot: QtBot) -> None:
    def refuse(_work: Any) -> None:
        raise UserError("证号已登记在别人名下")

    window.place.tasks.change(window, refuse)
    qtbot.waitUntil(lambda: window.strip.text == "证号已登记在别人名下")
    window.place.notices.done("已登记")
    assert window.strip.text == ""
    assert window.statusBar().currentMessage() == "已登记"


def test_the_status_line_says_when_something_is_being_saved(window: Window, qtbot: QtBot) -> None:
    window.place.tasks.change(window, lambda work: work.today)
    assert window.saved.text() == "正在保存…"
    qtbot.waitUntil(lambda: window.saved.text() == "已保存")
    window.say_facts("放假安排至 2026-12-31", "还没有备份")
    assert window.calendar.text() == "放假安排至 2026-12-31"


def test_the_window_comes_back_as_it_was_left(window: Window, place: Workplace) -> None:
    window.resize(760, 600)
    window.close()
    again = Window(window.entries, "执法台", place.icons, place.memory)
    assert (again.width(), again.height()) == (760, 600)


def test_f1_opens_the_chapter_of_the_page_with_its_keys(window: Window, qtbot: QtBot) -> None:
    press("F1")
    reader = window._help
    assert reader is not None
    assert "举报" in reader.reader.toPlainText()
    reader.chapters.setCurrentRow(0)
    assert "登记举报" in reader.reader.toPlainText()
    assert "Ctrl+K" in reader.reader.toPlainText()


def test_something_may_come_before_all_pages(window: Window, place: Workplace, qtbot: QtBot) -> None:
    from qtapp.ui.setup.page import SetupPage

    setup = SetupPage(place)
    window.cover(setup)
    assert window.ground.currentWidget() is setup
    setup.closed.emit()
    assert window.ground.panel is None
    assert window.page is not None


def test_no_word_of_english_is_left_in_qts_own_dialogs(dressed: QApplication, qtbot: QtBot) -> None:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QFileDialog, QMessageBox, QWidget

    translator = QTranslator(dressed)
    assert translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    dressed.installTranslator(translator)
    box = QMessageBox()
    qtbot.addWidget(box)
    standard = QDialogButtonBox.StandardButton
    for button in (standard.Ok, standard.Cancel, standard.Save, standard.Yes, standard.No, standard.Close):
        box.addButton(QMessageBox.StandardButton(button.value))
    words = [b.text() for b in box.findChildren(QAbstractButton) if b.text()]
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog = print_dialog(printer)
    qtbot.addWidget(dialog)
    words += [b.text() for b in dialog.findChildren(QAbstractButton) if b.text()]
    ground = QWidget()
    qtbot.addWidget(ground)
    QtAsk(ground, Forgetful()).open_path("选择文件", "表格 (*.xlsx)", print)
    files = ground.findChild(QFileDialog)
    assert files is not None
    words += [label.text() for d in (dialog, files) for label in d.findChildren(QLabel) if label.text()]
    dressed.removeTranslator(translator)
    english = [
        w for w in words if any("a" <= c.lower() <= "z" for c in w.replace("&", "")) and not _allowed(w)
    ]
    assert english == []


def _allowed(words: str) -> bool:
    """Letters that belong to no language: the marked key after a Chinese word, sizes of paper."""
    import re

    return any("\u4e00" <= c <= "\u9fff" for c in words) or bool(re.fullmatch(r"[A-C]\d.*|\d.*", words))


def test_every_icon_that_is_named_is_drawn(place: Workplace) -> None:
    import re

    root = Path(__file__).parents[2] / "qtapp" / "ui"
    text = "\n".join(path.read_text("utf-8") for path in root.rglob("*.py"))
    named = set(re.findall(r'icon="([\w-]+)"', text)) | {"app"}
    missing = [name for name in named if place.icons.get(name).isNull()]
    assert missing == []
