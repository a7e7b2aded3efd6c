"""The penalty cases: entered in sections, taken through five steps, with the papers of each."""

from PySide6.QtWidgets import QPushButton

from qtapp.domain.cases import Case, State, Step, StepKind
from qtapp.domain.kinds import Kind
from qtapp.domain.record import Record
from qtapp.registers.lists import REGISTERS
from qtapp.ui.cases.editor import CaseEditor
from qtapp.ui.cases.guide import FORM_OF, USUAL, step_offered, steps_of
from qtapp.ui.kit.commands import Command, push
from qtapp.ui.kit.done_strip import DoneStrip, Offer
from qtapp.ui.kit.editor import Editor
from qtapp.ui.kit.list_page import ListPage
from qtapp.ui.kit.papers_panel import PapersPanel
from qtapp.ui.kit.pickings import people_picking
from qtapp.ui.kit.step_bar import StepBar, open_step
from qtapp.ui.kit.workplace import Workplace
from qtapp.usecases.cases import change_case, open_case, take_step, withdraw_case
from qtapp.usecases.documents import Paper, parties_for
from qtapp.usecases.records import Whole


class CasesPage(ListPage):
    chapter = "cases"

    def __init__(self, place: Workplace) -> None:
        super().__init__(place, REGISTERS[Kind.CASE])
        self.bar = StepBar()
        self.next_button = QPushButton(self, autoDefault=False)
        self.next_button.setProperty("main", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self.next_button.clicked.connect(self.go_on)
        self.head.addWidget(self.bar)
        self.head.addWidget(self.next_button)
        self.papers = PapersPanel(self, USUAL)
        self.detail.tabs.removeTab(self.detail.tabs.indexOf(self.detail.papers))
        self.detail.tabs.insertTab(1, self.papers, "文书")
        self.offer(
            Command("登记案件", self.begin, "Ctrl+N", when=self.may_change, icon="add"),
            Command("修改", self.change, "F2", when=self._open, icon="edit"),
            Command("文书", self.to_papers, "Ctrl+P", when=self.has_current, icon="print"),
            Command(
                "下一步",
                self.go_on,
                "Ctrl+Enter",
                when=self._open,
                button=False,
                hint="办下一步（见右边的按钮）",
            ),
            Command("撤销立案", self.ask_withdrawal, "Ctrl+Delete", when=self._undecided, button=False),
        )
        self.shown.connect(self._guide)
        self._guide(None)

    def _open(self) -> bool:
        case = self.current
        done = (State.CLOSED, State.WITHDRAWN)
        return self.may_change() and isinstance(case, Case) and case.state not in done

    def _undecided(self) -> bool:
        case = self.current
        return self._open() and isinstance(case, Case) and case.decided_on is None

    def ask_withdrawal(self) -> None:
        case = self.current
        if isinstance(case, Case):
            self.with_reason(
                f"撤销立案：{case.name_shown}。请写明原因，案件编号保留。",
                "撤销立案",
                lambda work, reason: withdraw_case(work, case.id, reason),
                self._changed,
            )

    def _guide(self, found: Whole | None) -> None:
        case = found.record if found else None
        step = step_offered(case, self.place.today) if isinstance(case, Case) else None
        self.bar.setVisible(isinstance(case, Case))
        self.next_button.setVisible(step is not None)
        self.next_button.setEnabled(self.may_change())
        if isinstance(case, Case):
            self.bar.show_steps(steps_of(case))
        if step:
            self.next_button.setText(f"{step.kind}（Ctrl+Enter）")
        self.papers.show_whole(found)

    # --- the case itself ---

    def begin(self, draft: Record | None = None) -> None:
        """A case out of nothing, or one that an inspection or a complaint has begun."""
        panel = CaseEditor(self.place, draft if isinstance(draft, Case) else None)
        office = self.place.office
        panel.offered.connect(
            lambda case: panel.send(lambda work: open_case(work, office, case), self._opened)
        )
        self.open_full(panel)

    def _opened(self, case: Case) -> None:
        self.open_record(Kind.CASE, case.id)
        offer: Offer = ("立案", "Ctrl+Enter", lambda: self._take_step(case))
        DoneStrip("案件已登记，立案后给编号", case.name, (offer,)).stand_by(self, case.id)

    def change(self) -> None:
        self._change(self.current)

    def _change(self, case: Case) -> CaseEditor:
        panel, office = CaseEditor(self.place, case), self.place.office
        panel.offered.connect(
            lambda case: panel.send(lambda work: change_case(work, office, case), self._changed)
        )
        self.open_full(panel)
        return panel

    def _changed(self, case: Case) -> None:
        self.place.notices.done(f"已保存：{case.name_shown}")
        self.choose(case)

    # --- step by step ---

    def go_on(self) -> None:
        if isinstance(self.current, Case):
            self._take_step(self.current)

    def _take_step(self, case: Case) -> None:
        step = step_offered(case, self.place.today)
        if step is None:
            return
        panel = Editor(
            self.place,
            step,
            title=f"{step.kind}　{case.name_shown}",
            only=("taken_on", "person", "opinion"),
            picks={"person": people_picking(self.place)},
        )
        mend = Command(
            "修改案件", lambda: self._mend(case, panel.strip.text), "F2", hint="补齐案件里缺的内容"
        )
        panel.commands.add(mend)
        panel.foot.insertWidget(2, push(mend, panel))
        office = self.place.office
        panel.offered.connect(
            lambda taken: panel.send(
                lambda work: take_step(work, office, case.id, taken), lambda after: self._taken(after, taken)
            )
        )
        open_step(self, panel)

    def _mend(self, case: Case, why: str) -> None:
        """From a step that was refused to what it lacks; afterwards the step is taken again."""
        for panel in (self.beside.panel, self.stack.panel):
            if panel:
                self.close_panel(panel)
        self._change(case).strip.show_text(why)

    def _taken(self, case: Case, step: Step) -> None:
        self.choose(case)
        self.papers.show_record(case)
        offers = [self._offer_of(paper) for paper in self._papers_of(case, step)]
        if following := step_offered(case, self.place.today):
            offers.append((f"下一步：{following.kind}", "Ctrl+Enter", lambda: self._take_step(case)))
        DoneStrip(f"“{step.kind}”已记下：{case.state}", case.number, offers).stand_by(self, case.id)

    def _papers_of(self, case: Case, step: Step) -> list[Paper]:
        forms = [
            self.place.office.forms[key]
            for key in FORM_OF[StepKind(step.kind)]
            if key in self.place.office.forms
        ]
        return [Paper(form.key, party) for form in forms for party in parties_for(form, case)]

    def _offer_of(self, paper: Paper) -> Offer:
        title = self.place.office.form(paper.form).title
        words = f"打印{title}{f'：{paper.party}' if paper.party else ''}"
        return words, "", lambda: self.papers.print_paper(paper)

    # --- on paper ---

    def to_papers(self) -> None:
        self.papers.come()
