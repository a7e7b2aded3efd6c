"""The roster and the certificates as lists."""

from typing import Any

from PySide6.QtCore import Signal

from qtapp.domain.kinds import Kind
from qtapp.domain.officers import Certificate, Officer
from qtapp.domain.record import Record
from qtapp.registers.lists import REGISTERS
from qtapp.ui.kit.commands import Command
from qtapp.ui.kit.editor import Editor
from qtapp.ui.kit.import_panel import ImportPanel
from qtapp.ui.kit.list_page import ListPage
from qtapp.ui.kit.picker import Candidate, Picking, asking
from qtapp.ui.kit.pickings import department_picking
from qtapp.ui.kit.workplace import Workplace
from qtapp.usecases.officers import (
    change_certificate,
    change_officer,
    enter_certificate,
    enter_officer,
    find_officers,
)

PEOPLE = {
    "人员": ("name", "gender", "identity_number", "phone"),
    "岗位": ("department", "post", "duty", "joined_on", "left_on", "apply_year"),
}
CERTIFICATES = {
    "证件": ("officer_name", "number", "issuer", "scope"),
    "有效期": ("issued_on", "expires_on", "revoked_on"),
}


class OfficerList(ListPage):
    certificate_wanted = Signal(object)  # the beginning of a certificate

    def __init__(self, place: Workplace) -> None:
        super().__init__(place, REGISTERS[Kind.OFFICER])
        self.offer(
            Command("登记人员", self.begin, "Ctrl+N", self.may_change, "add"),
            Command("修改", self.change, "F2", self._may, "edit"),
            Command("登记他的证件", self._certificate, "Ctrl+J", self._may, "card"),
            Command("离岗", self.let_go, "Ctrl+L", self._may_leave, "next", "调离、退休：填写离岗日期"),
            Command("从 Excel 导入", self.take_in, "Ctrl+I", self.may_change, "import"),
        )

    def _may(self) -> bool:
        return self.has_current() and self.may_change()

    def _may_leave(self) -> bool:
        return self._may() and self.current.left_on is None

    def begin(self, draft: Record | None = None) -> None:
        base = draft if isinstance(draft, Officer) else Officer(joined_on=self.place.today)
        picks = {"department": department_picking(self.place.tasks)}
        editor = Editor(self.place, base, title="登记人员", groups=PEOPLE, picks=picks, draft="officers:new")
        editor.offered.connect(
            lambda officer: editor.send(lambda work: enter_officer(work, officer), self._entered)
        )
        self.open_full(editor)

    def _entered(self, officer: Officer) -> None:
        self.place.notices.done(f"已登记 {officer.name}")
        self.choose(officer)

    def change(self) -> None:
        officer = self.current
        picks = {"department": department_picking(self.place.tasks)}
        editor = Editor(self.place, officer, title=f"修改 {officer.name}", groups=PEOPLE, picks=picks)
        editor.offered.connect(
            lambda changed: editor.send(lambda work: change_officer(work, changed), self.choose)
        )
        self.open_full(editor)

    def open_current(self) -> None:
        if self._may():
            self.change()

    def let_go(self) -> None:
        officer = self.current
        values = {"left_on": self.place.today}
        editor = Editor(
            self.place, officer, values, title=f"{officer.name} 离岗", only=("left_on",), save="离岗"
        )
        editor.offered.connect(
            lambda changed: editor.send(lambda work: change_officer(work, changed), self.choose)
        )
        self.open_beside(editor)

    def _certificate(self) -> None:
        officer = self.current
        self.certificate_wanted.emit(Certificate(officer_id=officer.id, officer_name=officer.name))

    def take_in(self) -> None:
        self.open_full(ImportPanel(self.place, Kind.OFFICER))


class CertificateList(ListPage):
    def __init__(self, place: Workplace) -> None:
        super().__init__(place, REGISTERS[Kind.CERTIFICATE])
        self.offer(
            Command("登记证件", self.begin, "Ctrl+N", self.may_change, "add"),
            Command("修改", self.change, "F2", self._may, "edit"),
            Command("从 Excel 导入", self.take_in, "Ctrl+I", self.may_change, "import"),
        )

    def _may(self) -> bool:
        return self.has_current() and self.may_change()

    def begin(self, draft: Record | None = None) -> None:
        base = draft if isinstance(draft, Certificate) else Certificate()
        editor = self._editor(base, "登记证件", "certificates:new" if not base.officer_id else "")
        editor.offered.connect(
            lambda kept: editor.send(lambda work: enter_certificate(work, kept), self._entered)
        )
        self.open_full(editor)

    def _editor(self, base: Certificate, title: str, draft: str = "") -> Editor:
        holder = Picking(
            asking(self.place.tasks, self._holders), lambda chosen: {"officer_id": chosen.id}, at_once=True
        )
        picks = {"officer_name": holder}
        editor = Editor(self.place, base, title=title, groups=CERTIFICATES, picks=picks, draft=draft)
        editor.carried["officer_id"] = base.officer_id
        return editor

    def _holders(self, work: Any, text: str) -> list[Candidate]:
        found = find_officers(work, text, self.place.today)
        return [
            Candidate(o.id, o.name, f"{o.department}　{f'现有证件 {number}' if number else why}", record=o)
            for o, number, why in found
        ]

    def _entered(self, certificate: Certificate) -> None:
        self.place.notices.done(f"已登记证件 {certificate.number}")
        self.choose(certificate)

    def change(self) -> None:
        certificate = self.current
        editor = self._editor(certificate, f"修改证件 {certificate.number}")
        editor.offered.connect(
            lambda changed: editor.send(lambda work: change_certificate(work, changed), self.choose)
        )
        self.open_full(editor)

    def open_current(self) -> None:
        if self._may():
            self.change()

    def take_in(self) -> None:
        self.open_full(ImportPanel(self.place, Kind.CERTIFICATE))
