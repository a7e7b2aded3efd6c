"""People and their certificates, and who may enforce on a day."""

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from qtapp.domain.kinds import Kind
from qtapp.domain.record import Record
from qtapp.domain.searches import Query
from qtapp.ui.kit.list_page import ListPage
from qtapp.ui.kit.page import Page
from qtapp.ui.kit.workplace import Workplace
from qtapp.ui.officers.certified import CertifiedView
from qtapp.ui.officers.lists import CertificateList, OfficerList


class OfficersPage(Page):
    chapter = "officers"

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self.officers = OfficerList(place)
        self.certificates = CertificateList(place)
        self.certified = CertifiedView(place)
        self.officers.certificate_wanted.connect(self._begin_certificate)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("人员证件")
        for widget, name in (
            (self.officers, "人员"),
            (self.certificates, "证件"),
            (self.certified, "当日谁可以执法"),
        ):
            self.tabs.addTab(widget, name)
            self.tabs.setTabToolTip(self.tabs.count() - 1, f"{name}（Ctrl+Tab 换到下一个）")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.tabs.currentChanged.connect(lambda _place: self.arrive())

    @property
    def front(self) -> QWidget:
        return self.tabs.currentWidget()

    def arrive(self) -> None:
        if isinstance(self.front, Page):
            self.front.arrive()

    def keys(self) -> list[tuple[str, str]]:
        own = self.front.keys() if isinstance(self.front, Page) else []
        return [*own, ("Ctrl+Tab", "人员、证件、当日谁可以执法")]

    def list_of(self, kind: Kind) -> ListPage:
        return self.certificates if kind is Kind.CERTIFICATE else self.officers

    def open_record(self, kind: Kind, record_id: int) -> None:
        self.tabs.setCurrentWidget(self.list_of(kind))
        self.list_of(kind).open_record(kind, record_id)

    def open_list(self, kind: Kind, query: Query) -> None:
        self.tabs.setCurrentWidget(self.list_of(kind))
        self.list_of(kind).open_list(kind, query)

    def begin(self, draft: Record | None = None) -> None:
        kind = draft.KIND if draft else Kind.OFFICER
        self.tabs.setCurrentWidget(self.list_of(kind))
        self.list_of(kind).begin(draft)

    def _begin_certificate(self, draft: Record) -> None:
        self.begin(draft)
