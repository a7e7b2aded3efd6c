"""The complaint register: from the telephone to the closing, each with one key."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton

from qtapp.domain.complaints import Complaint, Instruction, Reply, Result, State
from qtapp.domain.errors import Invalid
from qtapp.domain.kinds import Kind
from qtapp.domain.record import Part, Record, fields_of
from qtapp.registers.lists import REGISTERS
from qtapp.ui.complaints.editor import ComplaintEditor
from qtapp.ui.complaints.guide import next_deed, steps_of
from qtapp.ui.complaints.identity import IdentityPanel
from qtapp.ui.complaints.registering import NewComplaint
from qtapp.ui.kit.commands import Command
from qtapp.ui.kit.done_strip import DoneStrip, Offer
from qtapp.ui.kit.editor import Editor
from qtapp.ui.kit.list_page import ListPage
from qtapp.ui.kit.papers_panel import PapersPanel
from qtapp.ui.kit.pickings import department_picking, people_picking
from qtapp.ui.kit.printing_papers import print_out
from qtapp.ui.kit.step_bar import StepBar, open_step
from qtapp.ui.kit.workplace import Workplace
from qtapp.usecases.cases import case_from_complaint
from qtapp.usecases.complaints import (
    assign,
    close_complaint,
    correct_complaint,
    default_due,
    enter_reply,
    enter_result,
    open_identity,
    record_instruction,
    void_complaint,
)
from qtapp.usecases.documents import Paper
from qtapp.usecases.inspections import inspection_from
from qtapp.usecases.records import Whole

REGISTER_FORM, ASSIGNMENT_FORM = "complaint_register", "complaint_assignment"
INSTRUCTION = tuple(field.name for field in fields_of(Instruction))
CHIEF, REQUIREMENT = "complaints.chief", "complaints.requirement"
USUAL_REQUIREMENT = "依法核查处理，按时反馈结果。"
ASSIGNED = (State.ASSIGNED, State.RESULT, State.ANSWERED, State.CLOSED)


class ComplaintsPage(ListPage):
    chapter = "complaints"

    def __init__(self, place: Workplace) -> None:
        super().__init__(place, REGISTERS[Kind.COMPLAINT])
        self.bar = StepBar()
        self.next_button = QPushButton(self, autoDefault=False)
        self.next_button.setProperty("main", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self.next_button.clicked.connect(self.go_on)
        self.more = QToolButton(self)
        self.more.setText("更多 ▾")
        self.more.setToolTip("转为检查、转为案件、查看举报人、作废等")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout()
        row.addWidget(self.next_button, 1)
        row.addWidget(self.more)
        self.head.addWidget(self.bar)
        self.head.addLayout(row)
        self.papers = PapersPanel(self, (REGISTER_FORM, ASSIGNMENT_FORM))
        self.detail.tabs.removeTab(self.detail.tabs.indexOf(self.detail.papers))
        self.detail.tabs.insertTab(1, self.papers, "文书")
        self._offer()
        self.shown.connect(self._guide)
        self._guide(None)

    def _offer(self) -> None:
        more = (
            Command("打印交办单", self.print_assignment, "Ctrl+Shift+P", when=self._assigned, button=False),
            Command("重录阅批", self.instruct_again, when=self._instructed, button=False),
            Command("转为检查", self.to_inspection, "Ctrl+I", when=self._open, button=False),
            Command("转为案件", self.to_case, "Ctrl+L", when=self._open, button=False),
            Command("查看举报人", self.ask_identity, "Ctrl+Shift+I", when=self._may, button=False),
            Command("打印完整登记表（含举报人）", self.print_opened, when=self._may, button=False),
            Command("作废", self.ask_void, "Ctrl+Delete", when=self._not_void, button=False),
        )
        self.offer(
            Command("登记举报", self.begin, "Ctrl+N", when=self.may_change, icon="add"),
            Command("打印登记表", self.print_register, "Ctrl+P", when=self.has_current, icon="print"),
            Command("更正", self.correct, "F2", when=self._open, icon="edit"),
            Command(
                "下一步",
                self.go_on,
                "Ctrl+Enter",
                when=self._may,
                button=False,
                hint="办下一步（见右边的按钮）",
            ),
            *more,
        )
        menu = QMenu(self.more)
        menu.addActions([self.commands.action(command.text) for command in more])
        self.more.setMenu(menu)

    # --- what is chosen ---

    def _may(self) -> bool:
        return self.has_current() and self.may_change()

    def _open(self) -> bool:
        return self._may() and self.current.state not in (State.CLOSED, State.VOID)

    def _not_void(self) -> bool:
        return self._may() and self.current.state != State.VOID

    def _instructed(self) -> bool:
        return self._may() and self.current.state == State.INSTRUCTED

    def _assigned(self) -> bool:
        return self.has_current() and self.current.state in ASSIGNED

    def _guide(self, found: Whole | None) -> None:
        complaint = found.record if found else None
        deed = next_deed(complaint) if isinstance(complaint, Complaint) else None
        self.bar.setVisible(isinstance(complaint, Complaint))
        self.more.setVisible(isinstance(complaint, Complaint))
        self.next_button.setVisible(deed is not None)
        self.next_button.setEnabled(self.may_change())
        self.papers.show_whole(found)
        if isinstance(complaint, Complaint):
            self.bar.show_steps(steps_of(complaint))
        if deed:
            self.next_button.setText(f"{deed.title}（Ctrl+Enter）")

    # --- registering ---

    def begin(self, _draft: Record | None = None) -> None:
        """An empty complaint over the whole page, the keyboard on the channel."""
        panel = NewComplaint(self.place)
        panel.registered.connect(self._registered)
        panel.repeats.opened.connect(lambda record_id: self.open_record(Kind.COMPLAINT, record_id))
        self.open_full(panel)

    def _registered(self, complaint: Complaint) -> None:
        self.open_record(Kind.COMPLAINT, complaint.id)
        self._say_done(
            f"已登记：{complaint.target_name}",
            complaint,
            ("打印登记表", "Ctrl+P", lambda: self._print(complaint, Paper(REGISTER_FORM))),
            ("再登记一件", "Ctrl+N", self.begin),
        )

    def correct(self) -> None:
        self._correct(self.current)

    def _correct(self, complaint: Complaint) -> ComplaintEditor:
        panel = ComplaintEditor(self.place, complaint)
        panel.offered.connect(
            lambda changed: panel.send(lambda work: correct_complaint(work, changed), self._changed)
        )
        self.open_full(panel)
        return panel

    # --- step by step ---

    def go_on(self) -> None:
        """The step that is due, whichever it is."""
        deed = next_deed(self.current) if self._may() else None
        deeds: dict[str, Callable[[], object]] = {
            "instruct": self.instruct,
            "assign": self.assign,
            "result": self.enter_result,
            "reply": self.enter_reply,
            "close": self.close_complaint,
        }
        if deed:
            deeds[deed.key]()

    def instruct(self) -> None:
        today, complaint = self.place.today, self.current
        self.place.tasks.look(
            self,
            lambda work: default_due(work, today),
            lambda due: self._step(
                "录入阅批",
                complaint,
                Instruction(
                    instructed_on=today,
                    due_on=due,
                    chief=self.place.memory.get(CHIEF, ""),
                    requirement=self.place.memory.get(REQUIREMENT, USUAL_REQUIREMENT),
                ),
                record_instruction,
            ),
        )

    def instruct_again(self) -> None:
        """Until it is handed on, the instruction can be corrected."""
        complaint = self.current
        given = {name: getattr(complaint, name) for name in INSTRUCTION}
        self._step("重录阅批", complaint, Instruction(**given), record_instruction)

    def _remember(self, instruction: Part) -> None:
        """Who signs and what he usually asks is offered the next time."""
        if isinstance(instruction, Instruction):
            self.place.memory.put(CHIEF, instruction.chief)
            self.place.memory.put(REQUIREMENT, instruction.requirement)

    def enter_result(self) -> None:
        self._step("录入查处结果", self.current, Result(result_on=self.place.today), enter_result)

    def enter_reply(self) -> None:
        self._step("录入答复", self.current, Reply(replied_on=self.place.today), enter_reply)

    def _step(self, title: str, complaint: Complaint, base: Part, use_case: Callable[..., Complaint]) -> None:
        panel = Editor(
            self.place,
            base,
            title=f"{title}　{complaint.number}",
            picks={
                "department": department_picking(self.place.tasks),
                "chief": people_picking(self.place),
                "leader": people_picking(self.place),
            },
        )
        panel.offered.connect(self._remember)
        panel.offered.connect(
            lambda step: panel.send(lambda work: use_case(work, complaint.id, step), self._changed)
        )
        open_step(self, panel)
        if isinstance(base, Instruction) and base.chief:
            panel.entry("leader").setFocus()  # who signs is known from the last time

    def assign(self) -> None:
        complaint = self.current
        self.place.tasks.change(
            self,
            lambda work: assign(work, complaint.id),
            self._assigned_now,
            lambda error: self._not_assigned(complaint, error),
        )

    def _assigned_now(self, complaint: Complaint) -> None:
        self._say_done(
            f"已交办 {complaint.department}，时限 {complaint.due_on}",
            complaint,
            ("打印交办单", "Ctrl+P", lambda: self._print(complaint, Paper(ASSIGNMENT_FORM))),
        )

    def _not_assigned(self, complaint: Complaint, error: BaseException) -> None:
        """What keeps it here is mended in the entry, with the place marked."""
        if isinstance(error, Invalid):
            panel = self._correct(complaint)
            panel.copy_content()
            panel.mark(error.problems)
        else:
            self.place.notices.failure(error)

    def close_complaint(self) -> None:
        complaint = self.current
        self.place.tasks.change(self, lambda work: close_complaint(work, complaint.id), self._changed)

    # --- on to other subjects ---

    def to_inspection(self) -> None:
        self._hand_on(Kind.INSPECTION, inspection_from)

    def to_case(self) -> None:
        self._hand_on(Kind.CASE, case_from_complaint)

    def _hand_on(self, kind: Kind, draft_of: Callable[[Any, int], Record]) -> None:
        record_id, wanted = self.current.id, self.place.routes.new_wanted
        self.place.tasks.look(
            self, lambda work: draft_of(work, record_id), lambda draft: wanted.emit(kind, draft)
        )

    # --- who it was ---

    def ask_identity(self) -> None:
        complaint = self.current
        self.with_reason(
            f"查看 {complaint.number} 的举报人信息。请写明理由，理由与查看人、时间一并记录。",
            "查看",
            lambda work, reason: open_identity(work, complaint.id, reason),
            self._show_identity,
        )

    def _show_identity(self, opened: Complaint) -> None:
        IdentityPanel(opened, self.window()).open()

    def ask_void(self) -> None:
        complaint = self.current
        self.with_reason(
            f"作废 {complaint.number}？编号保留，不再计数。请写明原因。",
            "作废",
            lambda work, reason: void_complaint(work, complaint.id, reason),
            self._changed,
        )

    # --- on paper ---

    def print_register(self) -> None:
        """The register form; from the list of papers, the chosen one."""
        if self.papers.list.hasFocus():
            self.papers.print()
        else:
            self._print(self.current, Paper(REGISTER_FORM))

    def print_assignment(self) -> None:
        self._print(self.current, Paper(ASSIGNMENT_FORM))

    def print_opened(self) -> None:
        complaint = self.current
        self.place.ask.words(
            f"打印 {complaint.number} 含举报人信息的登记表。请写明理由，理由一并记录。",
            "打印",
            lambda reason: self._print(complaint, Paper(REGISTER_FORM, reason=reason)),
        )

    def _print(self, complaint: Complaint, paper: Paper) -> None:
        print_out(self.place, self, complaint, paper, show=self.open_pdf, failed=self.place.notices.failure)

    # --- afterwards ---

    def _changed(self, complaint: Complaint) -> None:
        self.place.notices.done(f"{complaint.number}：{complaint.state}")
        self.choose(complaint)

    def _say_done(self, words: str, complaint: Complaint, *offers: Offer) -> None:
        self.choose(complaint)
        DoneStrip(words, complaint.number, offers).stand_by(self, complaint.id)
