"""The weekly study: sessions registered, the roll called by exception."""

from typing import Any

from qtapp.domain.kinds import Kind
from qtapp.domain.record import Record
from qtapp.domain.study import KEYS, Attendance, Session
from qtapp.registers.lists import REGISTERS
from qtapp.ui.kit.commands import Command
from qtapp.ui.kit.done_strip import DoneStrip
from qtapp.ui.kit.editor import Editor
from qtapp.ui.kit.list_page import ListPage
from qtapp.ui.kit.printing_papers import print_out
from qtapp.ui.kit.workplace import Workplace
from qtapp.ui.study.calling import Calling, people_of
from qtapp.ui.study.roll_panel import RollPanel
from qtapp.usecases.documents import Paper
from qtapp.usecases.study import change_session, expected, register_session, roll

ROLL_FORM = "study_roll_call"
DRAFT = "sessions:new"
KEPT = ("place", "host", "hours", "caller")  # carried over from the session before


class StudyPage(ListPage):
    chapter = "study"

    def __init__(self, place: Workplace) -> None:
        super().__init__(place, REGISTERS[Kind.SESSION])
        self.offer(
            Command("登记学习", self.begin, "Ctrl+N", when=self.may_change, icon="add"),
            Command("点名", self.call, "Ctrl+D", when=self._may, icon="check"),
            Command("打印点名登记簿", self.print_roll, "Ctrl+P", when=self.has_current, icon="print"),
            Command("修改", self.change, "F2", when=self._may, icon="edit"),
        )

    def _may(self) -> bool:
        return self.has_current() and self.may_change()

    def keys(self) -> list[tuple[str, str]]:
        calling = [
            ("姓名首字母", "点名时选人；几人相同按 Tab 换，Enter 选定"),
            (" ".join(KEYS), "　".join(f"{key} {mark}" for key, mark in KEYS.items())),
            ("1–6", "同上，依次为 到、迟到、早退、公出、请假、缺席"),
            ("Enter 或 /", "记缺勤原因"),
            ("Ctrl+Enter", "保存点名"),
        ]
        return [*super().keys(), *calling]

    def open_record(self, kind: Kind, record_id: int) -> None:
        """A mark found by the search opens its session."""
        if kind is not Kind.ATTENDANCE:
            super().open_record(kind, record_id)
            return
        self.place.tasks.look(
            self,
            lambda work: work.of(Attendance).get(record_id).session_id,
            lambda session_id: self.open_record(Kind.SESSION, session_id),
        )

    # --- sessions ---

    def begin(self, _draft: Record | None = None) -> None:
        """A session today, where and by whom the last one was held."""
        last = self.current if isinstance(self.current, Session) else Session()
        values: dict[str, Any] = {name: getattr(last, name) for name in KEPT} | {"held_on": self.place.today}
        panel = Editor(
            self.place,
            Session,
            values,
            title="登记集中学习",
            draft=DRAFT,
            save="登记并点名",
        )
        panel.offered.connect(
            lambda session: panel.send(lambda work: register_session(work, session), self._registered)
        )
        self.open_full(panel)
        panel.entry("topic").setFocus()  # the rest is as the last time

    def _registered(self, session: Session) -> None:
        self.open_record(Kind.SESSION, session.id)
        self._call(session)

    def change(self) -> None:
        panel = Editor(self.place, self.current, title=f"修改 {self.current.number}")
        panel.offered.connect(
            lambda session: panel.send(lambda work: change_session(work, session), self.choose)
        )
        self.open_full(panel)

    # --- the roll ---

    def call(self) -> None:
        self._call(self.current)

    def open_current(self) -> None:
        """Enter on a session calls its roll."""
        if self._may():
            self.call()

    def _call(self, session: Session) -> None:
        on = session.held_on or self.place.today
        self.place.tasks.look(
            self,
            lambda work: (expected(work, on), roll(work, session.id)),
            lambda found: self._show_roll(session, Calling(people_of(found[0]), found[1])),
        )

    def _show_roll(self, session: Session, calling: Calling) -> None:
        panel = RollPanel(self.place, session, calling)
        panel.called.connect(self._called)
        self.open_full(panel)

    def _called(self, session: Session) -> None:
        self.choose(session)
        words = f"点名已保存：应到 {session.expected} 人，实到 {session.present} 人"
        offer = ("打印点名登记簿", "Ctrl+P", lambda: self._print(session))
        DoneStrip(words, session.number, (offer,)).stand_by(self, session.id)

    # --- on paper ---

    def print_roll(self) -> None:
        self._print(self.current)

    def _print(self, session: Session) -> None:
        print_out(
            self.place,
            self,
            session,
            Paper(ROLL_FORM),
            show=self.open_pdf,
            failed=self.place.notices.failure,
        )
