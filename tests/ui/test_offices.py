"""Enterprises, people, the start page, the first start and the system page, driven by keys."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qtapp.domain.bureau import Department
from qtapp.domain.complaints import Complaint
from qtapp.domain.enterprises import Enterprise
from qtapp.domain.kinds import Kind
from qtapp.domain.officers import Certificate, Officer
from qtapp.domain.study import Session
from qtapp.store.store import Store
from qtapp.ui.desk.page import DeskPage
from qtapp.ui.enterprises.page import EnterprisesPage
from qtapp.ui.kit.editor import Editor
from qtapp.ui.kit.import_panel import ImportPanel
from qtapp.ui.kit.workplace import Workplace
from qtapp.ui.officers.page import OfficersPage
from qtapp.ui.setup.page import SetupPage
from qtapp.ui.system.care import BackupShown
from qtapp.ui.system.keeper import CodeDialog
from qtapp.ui.system.page import SystemPage
from qtapp.usecases.bureau import department_names, enter_department
from qtapp.usecases.complaints import register_complaint
from qtapp.usecases.enterprises import enter_enterprise
from qtapp.usecases.officers import enter_certificate, enter_officer
from qtapp.usecases.study import register_session
from tests.ui.conftest import Answers
from tests.ui.driving import fill_in, press, shown, write

CODE = "91990112MA900047X9"


def editor_of(page: Any) -> Editor:
    panel = page.stack.panel or page.beside.panel
    assert isinstance(panel, Editor)
    return panel


# --- enterprises ---


@pytest.fixture
def firms(place: Workplace, qtbot: QtBot) -> EnterprisesPage:
    page = EnterprisesPage(place)
    shown(qtbot, page)
    page.arrive()
    return page


def test_a_firm_is_entered_and_stands_chosen_in_the_list(firms: EnterprisesPage, qtbot: QtBot) -> None:
    press("Ctrl+N")
    write("海岱金荣化工有限公司")
    fill_in(editor_of(firms), township="东镇", legal_rep="顾某")
    press("Ctrl+Enter")
    qtbot.waitUntil(lambda: firms.has_current() and firms.current.name == "海岱金荣化工有限公司")
    assert firms.stack.panel is None
    assert firms.current.initials.strip() == "hdjrhgyxgs"


def test_a_wrong_credit_code_is_marked_before_anything_is_kept(
    firms: EnterprisesPage, store: Store, qtbot: QtBot
) -> None:
    press("Ctrl+N")
    write("海岱金荣化工有限公司")
    fill_in(editor_of(firms), credit_code="91990112MA900047X8")
    press("Ctrl+Enter")
    assert "校验位不符" in editor_of(firms).faults()["credit_code"]
    with store.looking() as work:
        assert work.of(Enterprise).count() == 0


def test_a_firm_given_a_new_name_is_found_under_the_old(
    firms: EnterprisesPage, store: Store, qtbot: QtBot
) -> None:
    with store.working() as work:
        enter_enterprise(work, Enterprise(name="海岱旧厂"))
    firms.refresh()
    qtbot.waitUntil(firms.has_current)
    press("F2")
    press("Ctrl+A")
    write("海岱新厂")
    press("Ctrl+Enter")
    qtbot.waitUntil(lambda: firms.has_current() and firms.current.name == "海岱新厂")
    assert firms.current.former_names == "海岱旧厂"


def test_what_there_has_been_with_a_firm_is_a_tab_with_links(
    firms: EnterprisesPage, store: Store, qtbot: QtBot
) -> None:
    with store.working() as work:
        firm = enter_enterprise(work, Enterprise(name="海岱化工"))
        draft = Complaint(
            received_at=datetime(2026, 3, 1, 9),
            target_name=firm.name,
            enterprise_id=firm.id,
            content="堵塞通道",
        )
        complaint = register_complaint(work, draft)
    firms.refresh()
    qtbot.waitUntil(lambda: complaint.number in firms.dealings.toPlainText())


def test_a_workbook_is_tried_first_taken_in_and_taken_back(
    firms: EnterprisesPage, place: Workplace, store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "企业.csv"
    path.write_text(
        f"单位名称,统一社会信用代码,所在区镇\n海岱甲厂,{CODE},东镇\n海岱乙厂,123,西镇\n,,南镇\n", "utf-8-sig"
    )
    assert isinstance(place.ask, Answers)
    place.ask.path = path
    press("Ctrl+I", "Ctrl+O")
    panel = firms.stack.panel
    assert isinstance(panel, ImportPanel)
    qtbot.waitUntil(lambda: panel.report is not None)
    assert "可以导入 1 行，退回 2 行" in panel.words.text()
    first = [panel.refused.item(0, column) for column in range(4)]
    assert [item.text() if item else "" for item in first][:3] == ["3", "统一社会信用代码", "123"]
    with store.looking() as work:
        assert work.of(Enterprise).count() == 0
    press("Ctrl+Enter")
    qtbot.waitUntil(lambda: "已导入 1 条" in panel.words.text())
    with store.looking() as work:
        assert [e.name for e in work.of(Enterprise).all()] == ["海岱甲厂"]
    panel.back.click()
    qtbot.waitUntil(lambda: "已撤销" in panel.words.text())
    with store.looking() as work:
        assert work.of(Enterprise).count() == 0


def test_a_file_that_is_no_table_is_refused_in_words(
    firms: EnterprisesPage, place: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"nothing")
    assert isinstance(place.ask, Answers)
    place.ask.path = path
    press("Ctrl+I", "Ctrl+O")
    panel = firms.stack.panel
    assert isinstance(panel, ImportPanel)
    qtbot.waitUntil(lambda: bool(panel.strip.text))
    press("Esc")
    assert firms.stack.panel is None


# --- people ---


@pytest.fixture
def people(place: Workplace, store: Store, qtbot: QtBot) -> OfficersPage:
    with store.working() as work:
        enter_department(work, Department(name="执法大队", position=1))
        for number, name in enumerate(("顾一", "顾二", "顾三"), start=1):
            plan = 2026 if name == "顾三" else None
            joined = date(2020, 1, 1)
            officer = enter_officer(
                work, Officer(name=name, department="执法大队", joined_on=joined, apply_year=plan)
            )
            if name != "顾三":
                certificate = Certificate(
                    number=f"99{number}",
                    officer_id=officer.id,
                    issued_on=date(2021, 1, 1),
                    expires_on=date(2026 if name == "顾二" else 2028, 3, 2),
                )
                enter_certificate(work, certificate)
    page = OfficersPage(place)
    shown(qtbot, page)
    page.arrive()
    qtbot.waitUntil(page.officers.has_current)
    return page


def names(tree: Any) -> list[str]:
    return [tree.topLevelItem(i).text(0) for i in range(tree.topLevelItemCount())]


def test_who_may_enforce_changes_on_the_day_a_certificate_expires(people: OfficersPage, qtbot: QtBot) -> None:
    people.tabs.setCurrentWidget(people.certified)
    view = people.certified
    qtbot.waitUntil(lambda: view.summary.text() == "持证 1 人　申领中 1 人　其他 1 人")
    assert names(view.held) == ["顾一"]
    assert names(view.others) == ["顾三", "顾二"]
    write("-1")
    press("Enter")
    qtbot.waitUntil(lambda: view.summary.text() == "持证 2 人　申领中 1 人　其他 0 人")


def test_a_person_is_entered_with_his_department_by_initials(
    people: OfficersPage, store: Store, qtbot: QtBot
) -> None:
    press("Ctrl+N")
    write("赵四")
    editor = editor_of(people.officers)
    editor.entry("department").setFocus()
    write("zfdd")
    press("Enter")
    qtbot.waitUntil(lambda: editor.value("department") == "执法大队")
    press("Ctrl+Enter")
    qtbot.waitUntil(lambda: people.officers.has_current() and people.officers.current.name == "赵四")


def test_a_certificate_is_begun_from_its_holder(people: OfficersPage, store: Store, qtbot: QtBot) -> None:
    people.officers.choose(3)
    qtbot.waitUntil(lambda: people.officers.has_current() and people.officers.current.name == "顾三")
    press("Ctrl+J")
    assert people.tabs.currentWidget() is people.certificates
    fill_in(editor_of(people.certificates), number="993", issued_on="t", expires_on="2030-1-1")
    press("Ctrl+Enter")
    qtbot.waitUntil(lambda: people.certificates.has_current() and people.certificates.current.number == "993")
    assert people.certificates.current.officer_id == 3
    assert people.certificates.current.officer_name == "顾三"


def test_somebody_leaves_on_a_day(people: OfficersPage, qtbot: QtBot) -> None:
    press("Ctrl+L", "Ctrl+Enter")
    qtbot.waitUntil(lambda: people.officers.has_current() and people.officers.current.left_on is not None)
    assert people.officers.current.left_on == date(2026, 3, 2)
    assert not people.officers.commands.action("离岗").isEnabled()


# --- the start page ---


def test_the_start_page_counts_what_waits_and_opens_its_list(
    place: Workplace, store: Store, qtbot: QtBot
) -> None:
    with store.working() as work:
        for number in range(3):
            draft = Complaint(
                received_at=datetime(2026, 3, 1, 9), target_name=f"海岱{number}厂", content="堵塞通道"
            )
            register_complaint(work, draft)
        register_session(
            work, Session(held_on=date(2026, 3, 2), place="会议室", topic="安全生产法", host="施局")
        )
    page = DeskPage(place)
    shown(qtbot, page)
    page.arrive()
    qtbot.waitUntil(lambda: bool(page.cards))
    words = [card.accessibleName() for card in page.cards]
    assert words == ["举报：待阅批 3", "安全生产法 未点名"]
    with qtbot.waitSignal(place.routes.list_wanted) as wanted:
        press("Enter")
    assert wanted.args is not None
    assert wanted.args[0] is Kind.COMPLAINT
    with qtbot.waitSignal(place.routes.record_wanted) as record:
        press("Down", "Enter")
    assert record.args == [Kind.SESSION, 1]


def test_an_empty_register_says_where_to_begin(place: Workplace, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLabel

    page = DeskPage(place)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: bool(page.cards))
    assert any("没有等着办的事" in label.text() for label in page.findChildren(QLabel))


def test_a_draft_that_lies_unfinished_is_on_the_start_page(place: Workplace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(place.tasks.busy, check_params_cb=lambda busy: not busy):
        place.drafts.keep("complaints:new", {"content": "半句"}, {})
    page = DeskPage(place)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: any("接着写" in card.accessibleName() for card in page.cards))
    with qtbot.waitSignal(place.routes.new_wanted) as wanted:
        page.cards[-1].click()
    assert wanted.args == [Kind.COMPLAINT, None]


# --- the first start ---


def test_the_bureau_is_founded_with_its_departments(place: Workplace, store: Store, qtbot: QtBot) -> None:
    page = SetupPage(place)
    shown(qtbot, page)
    page.focus_first()
    write("海岱市应急管理局")
    fill_in(page.editor, area="岱")
    page.departments.setPlainText("办公室\n执法大队\n\n执法大队\n")
    with qtbot.waitSignal(page.closed):
        press("Ctrl+Enter")
    with store.looking() as work:
        assert (work.bureau.name, work.bureau.area, work.bureau.word) == ("海岱市应急管理局", "岱", "应急")
        assert department_names(work) == ["办公室", "执法大队"]


def test_a_bureau_without_a_name_is_not_founded(place: Workplace, qtbot: QtBot) -> None:
    page = SetupPage(place)
    shown(qtbot, page)
    page.focus_first()
    press("Ctrl+Enter")
    assert "机关名称" in page.editor.faults()["name"]


def test_the_sample_year_opens_and_can_be_cancelled(place: Workplace, qtbot: QtBot) -> None:
    from threading import Event

    from qtapp.usecases.progress import Progress

    go_on = Event()

    def fill(progress: Progress) -> None:
        while not go_on.wait(0.01):
            progress.step(1, 10, "正在登记企业")

    page = SetupPage(place, fill)
    shown(qtbot, page)
    page.sample.click()
    qtbot.waitUntil(lambda: not page.progress.isHidden())
    assert "正在登记企业" in page.progress.words.text()
    page.progress.stopper.click()
    qtbot.waitUntil(lambda: "已取消" in page.strip.text)
    go_on.set()
    with qtbot.waitSignal(page.closed):
        page.sample.click()


# --- the system page ---


class Cared:
    version = "1.0"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.restored: list[Path] = []
        self.made: list[BackupShown] = []

    def suggested(self) -> Path:
        return self.folder / "备份.zip"

    def back_up(self, path: Path) -> BackupShown:
        self.made.append(BackupShown(path, datetime(2026, 3, 2, 9, 30), "海岱市应急管理局", 12))
        return self.made[-1]

    def found(self) -> list[BackupShown]:
        return list(self.made)

    def examine(self, path: Path) -> BackupShown:
        return replace(self.made[-1], path=path)

    def restore(self, path: Path) -> None:
        self.restored.append(path)


@pytest.fixture
def care(tmp_path: Path) -> Cared:
    return Cared(tmp_path)


@pytest.fixture
def system(place: Workplace, care: Cared, qtbot: QtBot) -> SystemPage:
    page = SystemPage(place, care)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.settings.panel is not None)
    page.arrive()
    return page


def test_the_bureaus_settings_are_changed_where_they_stand(
    system: SystemPage, store: Store, qtbot: QtBot
) -> None:
    press("Ctrl+A")
    write("海岱市应急管理局")
    press("Ctrl+Enter")
    qtbot.waitUntil(lambda: store_name(store) == "海岱市应急管理局")
    qtbot.waitUntil(lambda: system.settings.panel is not None and not system.editor.dirty)


def store_name(store: Store) -> str:
    with store.looking() as work:
        return work.bureau.name


def test_a_backup_is_made_listed_and_led_back(
    system: SystemPage, care: Cared, place: Workplace, qtbot: QtBot
) -> None:
    assert system.backups is not None
    system.tabs.setCurrentWidget(system.backups)
    press("Space")
    qtbot.waitUntil(lambda: bool(system.backups and system.backups.list.topLevelItemCount() == 1))
    system.backups.list.setFocus(Qt.FocusReason.TabFocusReason)
    press("Enter")
    qtbot.waitUntil(lambda: care.restored == [care.suggested()])
    assert isinstance(place.ask, Answers)
    assert "共 12 条记录，内容完好" in place.ask.asked[-1]


def test_a_sound_register_is_said_to_be_sound(system: SystemPage, qtbot: QtBot) -> None:
    panel = system.backups
    assert panel is not None
    panel.check()
    qtbot.waitUntil(lambda: "登记簿完好" in panel.health.text())


def test_the_recovery_code_is_shown_after_a_warning_and_written_down(
    system: SystemPage, store: Store, place: Workplace, qtbot: QtBot
) -> None:
    system.keeper.ask_to_show()
    qtbot.waitUntil(lambda: system.keeper.findChild(CodeDialog) is not None)
    dialog = system.keeper.findChild(CodeDialog)
    assert dialog is not None
    code = dialog.shown.text()
    dialog.accept()
    assert len(code) > 20
    act = store.database.execute_sql("SELECT act FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    assert act[0] == "查看密钥恢复码"
    assert isinstance(place.ask, Answers)
    assert "无关的人" in place.ask.asked[-1]


def test_a_department_is_added_and_renamed(system: SystemPage, store: Store, qtbot: QtBot) -> None:
    system.tabs.setCurrentWidget(system.departments)
    press("Ctrl+N")
    write("危化科")
    press("Ctrl+Enter")
    qtbot.waitUntil(system.departments.has_current)
    press("F2", "Ctrl+A")
    write("危险化学品科")
    press("Ctrl+Enter")
    qtbot.waitUntil(lambda: system.departments.current.name == "危险化学品科")
    assert system.departments.current.aliases == "危化科"


def test_the_type_size_is_kept_for_the_next_start(system: SystemPage, place: Workplace) -> None:
    system.habits.sizes.setCurrentIndex(2)
    system.habits.sizes.activated.emit(2)
    assert place.memory.get("look.size", 1.0) == 1.25
    assert "下次" in system.habits.told.text()


def test_a_reader_cannot_change_anything(place: Workplace, store: Store, qtbot: QtBot) -> None:
    from qtapp.store.store import Store as Register
    from qtapp.tasks.tasks import Tasks

    other = Register(store.places, "读者", store.now, readonly=True)
    tasks = Tasks(other)
    page = EnterprisesPage(replace(place, tasks=tasks))
    shown(qtbot, page)
    assert not page.commands.action("登记企业").isEnabled()
    press("Ctrl+N")
    assert page.stack.panel is None
    page.close()
    tasks.close()
    other.close()
