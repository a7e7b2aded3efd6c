"""The window put together: the data opened, the pages handed what they need, the event loop run."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTimer, QTranslator
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QMessageBox

from qtapp.app import crash
from qtapp.app.build import Parts
from qtapp.app.figures import title_of, write
from qtapp.app.options import Options
from qtapp.app.paths import Paths
from qtapp.app.raster import PageRaster
from qtapp.app.version import VERSION
from qtapp.domain.figures import Figure
from qtapp.domain.kinds import Kind
from qtapp.registers.export import export_list
from qtapp.store.store import Store
from qtapp.tasks.tasks import Tasks
from qtapp.ui.cases.page import CasesPage
from qtapp.ui.complaints.page import ComplaintsPage
from qtapp.ui.desk.page import DeskPage
from qtapp.ui.documents.page import DocumentsPage
from qtapp.ui.enterprises.page import EnterprisesPage
from qtapp.ui.inspections.page import InspectionsPage
from qtapp.ui.kit.ask import QtAsk
from qtapp.ui.kit.drafts import KeptDrafts
from qtapp.ui.kit.icons import Icons
from qtapp.ui.kit.look import FAMILIES, dress
from qtapp.ui.kit.memory import FileMemory, Memory
from qtapp.ui.kit.notices import CrashDialog, Notices
from qtapp.ui.kit.workplace import Workplace
from qtapp.ui.officers.page import OfficersPage
from qtapp.ui.report.page import ReportPage
from qtapp.ui.study.page import StudyPage
from qtapp.ui.system.page import SystemPage
from qtapp.ui.window import PageEntry, Window
from qtapp.usecases.report import span_of

NAME = "执法台"
LATER_MS = 300  # after the first painting: fonts for rare characters
UI_FACE, RARE_FACES = "EnfHei.ttf", ("EnfSong.ttf", "EnfRare.ttf")
SIZE = "look.size"


@dataclass(frozen=True)
class Program:
    """The running program, in the order in which it is taken down again."""

    window: Window
    tasks: Tasks
    store: Store

    def close(self) -> None:
        self.window.close()
        self.tasks.close()
        self.store.close()


def open_window(paths: Paths, options: Options, *, readonly: bool = False) -> int:
    """Open the data, show the window, stay until it is closed; gives the exit status."""
    application = application_of(paths)
    parts = Parts(paths, user=options.user)
    program = build(parts, readonly=readonly)
    crash.listen(paths.log, program.window.tell)
    program.window.show()
    program.window.start()
    QTimer.singleShot(LATER_MS, partial(lend_rare_faces, paths))
    status = application.exec()
    program.close()
    return int(status)


def application_of(paths: Paths) -> QApplication:
    """The one QApplication: in Chinese, with a typeface that has the characters."""
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication([NAME])
    application.setApplicationName(NAME)
    application.setApplicationVersion(VERSION)
    translate(application)
    dress(application, (*FAMILIES, *lend_face(paths)), float(memory_of(paths).get(SIZE, 1.0)))
    return application


def translate(application: QApplication) -> None:
    """Qt's own words, in buttons and dialogs, in Chinese."""
    translator = QTranslator(application)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)


def lend_face(paths: Paths) -> tuple[str, ...]:
    """A system without a Chinese typeface borrows the one that is printed with."""
    if QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return ()
    return _families(paths.fonts / UI_FACE)


def lend_rare_faces(paths: Paths) -> None:
    """The faces with the rare characters of names, for systems that have none such."""
    for name in RARE_FACES:
        _families(paths.fonts / name)


def _families(path: Path) -> tuple[str, ...]:
    number = QFontDatabase.addApplicationFont(str(path))
    return tuple(QFontDatabase.applicationFontFamilies(number)) if number >= 0 else ()


def memory_of(paths: Paths) -> FileMemory:
    return FileMemory(paths.data / "window.json")


def build(parts: Parts, *, readonly: bool = False, memory: Memory | None = None) -> Program:
    """Put the program with its window together. No module keeps a global; a part gets what it needs."""
    store = parts.open_store(readonly=readonly)
    tasks = Tasks(store)
    notices = Notices(CrashDialog(f"{NAME} {VERSION}"))
    tasks.failed.connect(notices.failure)
    ask = QtAsk()
    place = Workplace(
        tasks=tasks,
        office=parts.office,
        memory=memory or memory_of(parts.paths),
        drafts=KeptDrafts(tasks),
        ask=ask,
        notices=notices,
        now=parts.clock,
        raster=PageRaster(),
        icons=Icons(parts.paths.resources / "icons"),
        export=export_list,
        help=parts.paths.help,
    )
    window = Window(place, entries(place, parts), NAME)
    ask.stand_on(window)
    tasks.work_out(window, partial(facts, parts), lambda found: window.say_facts(*found))
    return Program(window, tasks, store)


def entries(place: Workplace, parts: Parts) -> tuple[PageEntry, ...]:
    """The navigation, in the order of the day's work."""
    return (
        PageEntry("desk", "工作台", "desk", lambda: DeskPage(place)),
        PageEntry("complaints", "举报", "complaints", lambda: ComplaintsPage(place), (Kind.COMPLAINT,)),
        PageEntry("inspections", "检查", "inspections", lambda: InspectionsPage(place), (Kind.INSPECTION,)),
        PageEntry("cases", "案件", "cases", lambda: CasesPage(place), (Kind.CASE,)),
        PageEntry("documents", "文书", "documents", lambda: DocumentsPage(place), (Kind.DOCUMENT,)),
        PageEntry("enterprises", "企业", "enterprises", lambda: EnterprisesPage(place), (Kind.ENTERPRISE,)),
        PageEntry(
            "officers", "人员证件", "officers", lambda: OfficersPage(place), (Kind.OFFICER, Kind.CERTIFICATE)
        ),
        PageEntry("study", "学习培训", "study", lambda: StudyPage(place), (Kind.SESSION, Kind.ATTENDANCE)),
        PageEntry("report", "统计报告", "report", lambda: ReportPage(place, partial(write_figures, parts))),
        PageEntry("system", "系统", "system", lambda: SystemPage(place), (Kind.DEPARTMENT,)),
    )


def write_figures(parts: Parts, year: int, cut_off: date | None, found: Sequence[Figure], path: Path) -> None:
    """The figures of the report as a workbook."""
    title = title_of("", year, span_of(year, cut_off).until)
    write(path, title, found, lambda sheets: parts.draw(sheets, parts.clock()))


def facts(parts: Parts) -> tuple[str, str]:
    """For the status line: how far the calendar reaches, and the newest backup."""
    reach = parts.law.calendar().coverage()
    made = sorted(work_backups(parts.paths), key=lambda path: path.stat().st_mtime)
    backup = f"最近备份 {made[-1].stem}" if made else "还没有备份"
    return f"放假安排至 {reach[1]}", backup


def work_backups(paths: Paths) -> list[Path]:
    folder = paths.places.backups
    return list(folder.glob("*.zip")) if folder.exists() else []


def offer_readonly(paths: Paths, options: Options, why: str) -> int:
    """A second start on the same data: said so, with the offer to look without changing."""
    application = application_of(paths)
    box = QMessageBox(QMessageBox.Icon.Information, NAME, f"{why}。\n\n也可以以只读方式打开，只看不改。")
    look = box.addButton("只读打开", QMessageBox.ButtonRole.AcceptRole)
    box.addButton("退出", QMessageBox.ButtonRole.RejectRole)
    answers: list[bool] = []

    def answered(_result: int) -> None:
        answers.append(box.clickedButton() is look)
        application.quit()

    box.finished.connect(answered)
    box.open()
    application.exec()
    return open_window(paths, options, readonly=True) if answers and answers[0] else 2
