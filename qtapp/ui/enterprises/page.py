"""The enterprise roster: entered, changed, imported, and what the bureau has had to do with each."""

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser

from qtapp.domain.enterprises import Enterprise
from qtapp.domain.kinds import Kind
from qtapp.domain.record import Record
from qtapp.registers.lists import REGISTERS
from qtapp.ui.enterprises.dealings import dealings, dealings_html
from qtapp.ui.kit.commands import Command
from qtapp.ui.kit.editor import Editor
from qtapp.ui.kit.import_panel import ImportPanel
from qtapp.ui.kit.list_page import ListPage
from qtapp.ui.kit.workplace import Workplace
from qtapp.usecases.enterprises import change_enterprise, enter_enterprise
from qtapp.usecases.records import Whole

GROUPS = {
    "单位": ("name", "credit_code", "former_names", "risk_class", "industry", "supervised"),
    "地址与联系": ("address", "township", "postcode", "legal_rep", "legal_rep_title", "phone"),
    "备注": ("note",),
}


class EnterprisesPage(ListPage):
    chapter = "enterprises"

    def __init__(self, place: Workplace) -> None:
        super().__init__(place, REGISTERS[Kind.ENTERPRISE])
        self.dealings = QTextBrowser(self)
        self.dealings.setOpenLinks(False)
        self.dealings.setAccessibleName("往来")
        self.dealings.anchorClicked.connect(self._follow)
        self.detail.tabs.insertTab(1, self.dealings, "往来")
        self.shown.connect(self._show_dealings)
        self.offer(
            Command("登记企业", self.begin, "Ctrl+N", self.may_change, "add"),
            Command("修改", self.change, "F2", self._may, "edit"),
            Command("从 Excel 导入", self.take_in, "Ctrl+I", self.may_change, "import"),
        )

    def _may(self) -> bool:
        return self.has_current() and self.may_change()

    def begin(self, draft: Record | None = None) -> None:
        base = draft if isinstance(draft, Enterprise) else Enterprise()
        editor = Editor(
            self.place, base, title="登记企业", groups=GROUPS, without=("initials",), draft="enterprises:new"
        )
        editor.offered.connect(
            lambda firm: editor.send(lambda work: enter_enterprise(work, firm), self._entered)
        )
        self.open_full(editor)

    def _entered(self, firm: Enterprise) -> None:
        self.place.notices.done(f"已登记 {firm.name}")
        self.choose(firm)

    def change(self) -> None:
        firm = self.current
        editor = Editor(
            self.place, firm, title=f"修改 {firm.name}", groups=GROUPS, draft=f"enterprises:{firm.id}"
        )
        editor.offered.connect(
            lambda changed: editor.send(lambda work: change_enterprise(work, changed), self.choose)
        )
        self.open_full(editor)

    def open_current(self) -> None:
        if self._may():
            self.change()

    def take_in(self) -> None:
        self.open_full(ImportPanel(self.place, Kind.ENTERPRISE))

    # --- what there has been ---

    def _show_dealings(self, found: Whole | None) -> None:
        self.dealings.clear()
        if found is None or not isinstance(found.record, Enterprise):
            return
        firm = found.record
        self.place.tasks.look(
            self, lambda work: dealings(work, firm), lambda there: self._say_dealings(firm, there)
        )

    def _say_dealings(self, firm: Enterprise, there: Any) -> None:
        if self.current is not None and self.current.id == firm.id:
            self.dealings.setHtml(dealings_html(there))

    def _follow(self, link: QUrl) -> None:
        kind, _, record_id = link.path().partition("/")
        self.place.routes.record_wanted.emit(Kind(kind), int(record_id))
