"""The inspections: registered after the visit, with record and order at hand, and the way to a case."""

from qtapp.domain.inspections import Inspection, State
from qtapp.domain.kinds import Kind
from qtapp.domain.record import Record
from qtapp.registers.lists import REGISTERS
from qtapp.ui.inspections.editor import ORDERED, InspectionEditor
from qtapp.ui.kit.commands import Command
from qtapp.ui.kit.done_strip import DoneStrip, Offer
from qtapp.ui.kit.list_page import ListPage
from qtapp.ui.kit.papers_panel import PapersPanel
from qtapp.ui.kit.workplace import Workplace
from qtapp.usecases.cases import case_from_inspection
from qtapp.usecases.documents import Paper
from qtapp.usecases.inspections import change_inspection, register_inspection, void_inspection

RECORD_FORM, ORDER_FORM = "inspection_record", "rectification_order"


class InspectionsPage(ListPage):
    chapter = "inspections"

    def __init__(self, place: Workplace) -> None:
        super().__init__(place, REGISTERS[Kind.INSPECTION])
        self.papers = PapersPanel(self, (RECORD_FORM, ORDER_FORM))
        self.detail.tabs.removeTab(self.detail.tabs.indexOf(self.detail.papers))
        self.detail.tabs.insertTab(1, self.papers, "文书")
        self.offer(
            Command("登记检查", self.begin, "Ctrl+N", when=self.may_change, icon="add"),
            Command("修改", self.change, "F2", when=self._open, icon="edit"),
            Command("文书", self.to_papers, "Ctrl+P", when=self.has_current, icon="print"),
            Command("转立案", self.to_case, "Ctrl+L", when=self._open, icon="cases"),
            Command("作废", self.ask_void, "Ctrl+Delete", when=self._open, button=False),
        )
        self.shown.connect(self.papers.show_whole)

    def _open(self) -> bool:
        return self.may_change() and isinstance(self.current, Inspection) and self.current.state != State.VOID

    def begin(self, draft: Record | None = None) -> None:
        """An inspection out of nothing, or one that a complaint has begun."""
        panel = InspectionEditor(self.place, draft if isinstance(draft, Inspection) else None)
        office = self.place.office
        panel.offered.connect(
            lambda record: panel.send(
                lambda work: register_inspection(work, office, record), self._registered
            )
        )
        self.open_full(panel)

    def _registered(self, inspection: Inspection) -> None:
        self.open_record(Kind.INSPECTION, inspection.id)
        self.papers.show_record(inspection)
        offers: list[Offer] = [("打印现场检查记录", "Ctrl+P", lambda: self._print(RECORD_FORM))]
        if inspection.measure == ORDERED:
            offers.append(("打印责令限期整改指令书", "Ctrl+O", lambda: self._print(ORDER_FORM)))
        offers.append(("转立案", "Ctrl+L", lambda: self._hand_on(inspection)))
        offers.append(("再登记一次检查", "Ctrl+N", self.begin))
        words = f"已登记：{inspection.target_name}，问题 {len(inspection.findings)} 项，{inspection.measure}"
        DoneStrip(words, inspection.number, offers).stand_by(self, inspection.id)

    def change(self) -> None:
        panel, office = InspectionEditor(self.place, self.current), self.place.office
        panel.offered.connect(
            lambda record: panel.send(lambda work: change_inspection(work, office, record), self._changed)
        )
        self.open_full(panel)

    def _changed(self, inspection: Inspection) -> None:
        self.place.notices.done(f"已保存：{inspection.number}")
        self.choose(inspection)

    def ask_void(self) -> None:
        inspection = self.current
        self.with_reason(
            f"作废 {inspection.number}？编号保留，不再计数。请写明原因。",
            "作废",
            lambda work, reason: void_inspection(work, inspection.id, reason),
            self._changed,
        )

    # --- onward ---

    def to_case(self) -> None:
        self._hand_on(self.current)

    def _hand_on(self, inspection: Inspection) -> None:
        wanted = self.place.routes.new_wanted
        self.place.tasks.look(
            self,
            lambda work: case_from_inspection(work, inspection.id),
            lambda draft: wanted.emit(Kind.CASE, draft),
        )

    def to_papers(self) -> None:
        self.papers.come()

    def _print(self, form: str) -> None:
        self.papers.print_paper(Paper(form))
