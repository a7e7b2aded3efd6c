"""系统: the bureau itself, its departments, backups, the keeper's key, how the window looks."""

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from qtapp.domain.bureau import Bureau
from qtapp.domain.kinds import Kind
from qtapp.domain.record import Record
from qtapp.domain.searches import Query
from qtapp.ui.kit.editor import Editor
from qtapp.ui.kit.page import Page
from qtapp.ui.kit.panels import PanelStack
from qtapp.ui.kit.workplace import Workplace
from qtapp.ui.system.backups import BackupPanel
from qtapp.ui.system.care import Care
from qtapp.ui.system.departments import DepartmentList
from qtapp.ui.system.habits import HabitsPanel
from qtapp.ui.system.keeper import KeeperPanel
from qtapp.usecases.bureau import keep_settings

GROUPS = {
    "名称与编号": ("name", "area", "word", "region", "numbering"),
    "联系与机关": ("address", "postcode", "phone", "report_phone", "government", "court"),
    "罚款代收": ("fine_bank", "fine_account_name", "fine_account"),
    "时限与打印": ("complaint_days", "defence_days", "double_sided"),
}


class SystemPage(Page):
    chapter = "backup"

    def __init__(self, place: Workplace, care: Care | None = None) -> None:
        super().__init__()
        self.place = place
        self.departments = DepartmentList(place)
        self.settings = PanelStack(QWidget(self), self)
        self.settings.emptied.connect(self._ask_settings)
        self.backups = BackupPanel(place, care) if care else None
        self.keeper = KeeperPanel(place)
        self.habits = HabitsPanel(place, care.version if care else "")
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("系统")
        self.tabs.addTab(self.settings, "本局设置")
        self.tabs.addTab(self.departments, "科室")
        if self.backups:
            self.tabs.addTab(self.backups, "备份与恢复")
        self.tabs.addTab(self.keeper, "举报人密钥")
        self.tabs.addTab(self.habits, "界面与关于")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.tabs.currentChanged.connect(lambda _place: self._come())
        self._ask_settings()
        if self.backups:
            self.backups.look()

    def arrive(self) -> None:
        self._come()

    def _come(self) -> None:
        front = self.tabs.currentWidget()
        if isinstance(front, Page):
            front.arrive()
        elif front is self.settings and self.settings.panel:
            self.editor.focus_first()
        else:
            front.setFocus()

    def keys(self) -> list[tuple[str, str]]:
        front = self.tabs.currentWidget()
        own = front.keys() if isinstance(front, Page) else []
        return [*own, ("Ctrl+Tab", "下一类设置")]

    def open_record(self, kind: Kind, record_id: int) -> None:
        self.tabs.setCurrentWidget(self.departments)
        self.departments.open_record(kind, record_id)

    def open_list(self, kind: Kind, query: Query) -> None:
        self.tabs.setCurrentWidget(self.departments)
        self.departments.open_list(kind, query)

    def begin(self, draft: Record | None = None) -> None:
        self.tabs.setCurrentWidget(self.departments)
        self.departments.begin(draft)

    # --- the bureau's settings ---

    def _ask_settings(self) -> None:
        self.place.tasks.look(self, lambda work: work.bureau, self._show_settings)

    def _show_settings(self, bureau: Bureau) -> None:
        self.editor = Editor(self.place, bureau, groups=GROUPS, save="保存设置")
        self.editor.offered.connect(self._keep)
        self.editor.setEnabled(not self.place.tasks.readonly)
        self.settings.open(self.editor)

    def _keep(self, bureau: Bureau) -> None:
        self.editor.send(lambda work: keep_settings(work, bureau), self._kept)

    def _kept(self, _bureau: Bureau) -> None:
        self.place.notices.done("设置已保存，以后打印的文书照此执行")
