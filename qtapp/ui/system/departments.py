"""The bureau's departments."""

from qtapp.domain.bureau import Department
from qtapp.domain.kinds import Kind
from qtapp.domain.record import Record
from qtapp.registers.lists import REGISTERS
from qtapp.ui.kit.commands import Command
from qtapp.ui.kit.editor import Editor
from qtapp.ui.kit.list_page import ListPage
from qtapp.ui.kit.workplace import Workplace
from qtapp.usecases.bureau import change_department, enter_department


class DepartmentList(ListPage):
    def __init__(self, place: Workplace) -> None:
        super().__init__(place, REGISTERS[Kind.DEPARTMENT])
        self.offer(
            Command("增加科室", self.begin, "Ctrl+N", self.may_change, "add"),
            Command("修改", self.change, "F2", self._may, "edit"),
        )

    def _may(self) -> bool:
        return self.has_current() and self.may_change()

    def begin(self, _draft: Record | None = None) -> None:
        draft = Department(position=self.table.rowCount() + 1)
        editor = Editor(self.place, draft, title="增加科室")
        editor.offered.connect(
            lambda entered: editor.send(lambda work: enter_department(work, entered), self.choose)
        )
        self.open_beside(editor)

    def change(self) -> None:
        editor = Editor(self.place, self.current, title=f"修改 {self.current.name}")
        editor.offered.connect(
            lambda changed: editor.send(lambda work: change_department(work, changed), self.choose)
        )
        self.open_beside(editor)

    def open_current(self) -> None:
        if self._may():
            self.change()
