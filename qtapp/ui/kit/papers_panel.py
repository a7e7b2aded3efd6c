"""The papers of one record: which are issued, looked at, completed and printed from here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qtapp.domain.documents import Document, State
from qtapp.domain.errors import Invalid
from qtapp.domain.record import Record
from qtapp.formkit.fill import Filled
from qtapp.ui.kit.commands import Command, push
from qtapp.ui.kit.done_strip import DoneStrip
from qtapp.ui.kit.editor import Editor
from qtapp.ui.kit.flow_layout import FlowBox
from qtapp.ui.kit.list_page import ListPage
from qtapp.ui.kit.paper_editor import PaperEditor
from qtapp.ui.kit.printing_papers import look_at, print_out
from qtapp.usecases.documents import Paper, papers_of, prepare
from qtapp.usecases.office import Office
from qtapp.usecases.records import Whole, get

HEADS = ("文书", "状态", "文书编号", "当事人", "阶段")
NOT_YET = "未发出"
LOOKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MOVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True)
class PaperRow:
    paper: Paper
    title: str
    number: str
    state: str
    stage: str

    def answers_to(self, wanted: str) -> bool:
        """By name, stage, party or number; by initials where Latin letters were typed."""
        words = f"{self.title} {self.stage} {self.paper.party} {self.number}".lower()
        if wanted in words:
            return True
        if not wanted.isascii():
            return False
        from qtapp.usecases.pinyin import initials_of

        return wanted in initials_of(self.title)


def rows_of(office: Office, found: Whole, usual: Sequence[str]) -> list[PaperRow]:
    """Every paper the record may have: the usual ones first, in the order of the procedure."""
    issued: Mapping[tuple[str, str], Document] = {
        (d.form, d.party): d for d in found.documents if d.state == State.ISSUED
    }
    single = {d.form: d for d in issued.values()}
    rows = []
    for paper in papers_of(office, found.record):
        form = office.form(paper.form)
        document = issued.get((paper.form, paper.party)) if paper.party else single.get(paper.form)
        title = (document.title if document else form.title).replace("{bureau.region}", "")
        number, state = (document.number, document.state) if document else ("", NOT_YET)
        rows.append(PaperRow(paper, title, number, state, form.stage))
    place = {key: at for at, key in enumerate(usual)}
    return sorted(rows, key=lambda row: (place.get(row.paper.form, len(place)), row.number == ""))


class PapersPanel(QWidget):
    """Enter looks at a paper, Ctrl+B completes it, the page's Ctrl+P issues it and opens it for printing."""

    issued = Signal(object)  # Paper

    def __init__(self, page: ListPage, usual: Sequence[str] = ()) -> None:
        super().__init__()
        self._page, self._place, self._usual = page, page.place, tuple(usual)
        self.record: Record | None = None
        self.rows: list[PaperRow] = []  # those shown
        self._all: list[PaperRow] = []
        self.search, self.list = QLineEdit(clearButtonEnabled=True), QTreeWidget()
        self.hint = QLabel("文书在登记后才能查看和打印", wordWrap=True)
        self.search.setPlaceholderText("查找文书：名称、阶段或首字母")
        self.search.setAccessibleName("查找文书")
        self.list.setHeaderLabels(list(HEADS))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName("本件文书")
        self._lay_out()
        self.search.textChanged.connect(self._fill)
        for watched in (self.search, self.list):
            watched.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda *_: self.look())

    def _lay_out(self) -> None:
        column, buttons = QVBoxLayout(self), FlowBox(self)
        column.setContentsMargins(0, 0, 0, 0)
        commands = (
            Command("查看", self.look, "Enter"),
            Command("补填", self.complete, "Ctrl+B", hint="补填这份文书自己的栏目"),
            Command("打印", self.print, "Ctrl+P", hint="发出并打印"),
        )
        for command in commands:
            buttons.flow.addWidget(push(command, self))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.hint)
        column.addWidget(buttons)
        self.setFocusProxy(self.list)

    # --- which papers ---

    def show_record(self, record: Record) -> None:
        """A record that was just kept; its papers follow with the whole of it."""
        self.record = record

    @Slot(object)
    def show_whole(self, found: Whole | None) -> None:
        """The chosen record, as the list page hands it on."""
        self.record = found.record if found else None
        self.hint.setVisible(found is None)
        self._all = rows_of(self._place.office, found, self._usual) if found else []
        self._fill()

    def _fill(self) -> None:
        before, wanted = self.chosen(), self.search.text().strip().lower()
        self.rows = [row for row in self._all if row.answers_to(wanted)]
        self.list.clear()
        for row in self.rows:
            words = [row.title, row.state, row.number, row.paper.party, row.stage]
            self.list.addTopLevelItem(QTreeWidgetItem(words))
        for column in range(len(HEADS)):
            self.list.resizeColumnToContents(column)
        papers = [row.paper for row in self.rows]
        at = papers.index(before.paper) if before and before.paper in papers else 0
        if item := self.list.topLevelItem(at):
            self.list.setCurrentItem(item)

    def chosen(self) -> PaperRow | None:
        item = self.list.currentItem()
        place = self.list.indexOfTopLevelItem(item) if item else -1
        return self.rows[place] if 0 <= place < len(self.rows) else None

    # --- what is done with them ---

    def come(self) -> None:
        """The page's Ctrl+P: to the list of papers first; from there it prints the chosen one."""
        beside = self._page.beside.currentWidget()
        if self.list.hasFocus() or self.search.hasFocus():
            self.print()
        elif isinstance(beside, Editor):
            self._place.notices.tell("右边还有没保存的内容，请先保存（Ctrl+Enter）或取消（Esc）")
            beside.setFocus()
        else:
            if isinstance(beside, DoneStrip):
                beside.closed.emit()
            self._page.detail.tabs.setCurrentWidget(self)
            self.list.setFocus()

    def look(self) -> None:
        """The paper as it stands; one that is served and not issued yet bears the word 草稿."""
        if (row := self.chosen()) and self.record:
            self._look_at(row.paper)

    def _look_at(self, paper: Paper) -> None:
        if self.record:
            failed = self._place.notices.failure
            look_at(self._place, self, self.record, paper, show=self._page.open_pdf, failed=failed)

    def print(self) -> None:
        """Issue the paper: from now on it is frozen under its number."""
        if row := self.chosen():
            self.print_paper(row.paper)

    def print_paper(self, paper: Paper) -> None:
        if self.record is None or not self.record.id:
            return

        def show(title: str, pdf: bytes) -> None:
            self._page.open_pdf(title, pdf)
            self.issued.emit(paper)

        print_out(
            self._place,
            self,
            self.record,
            paper,
            show=show,
            failed=partial(self._refused, self.record, paper),
        )

    def _refused(self, record: Record, paper: Paper, error: BaseException) -> None:
        """What is still open is completed right there, each fault at its field."""
        if isinstance(error, Invalid):
            self._open_editor(record, paper, error)
        else:
            self._place.notices.failure(error)

    def complete(self) -> None:
        if (row := self.chosen()) and self.record:
            self._open_editor(self.record, row.paper, None)

    def _open_editor(self, record: Record, paper: Paper, why: Invalid | None) -> None:
        office, kind, record_id = self._place.office, record.KIND, record.id
        bare = replace(paper, typed=None)  # what was typed before comes back as the editor's draft

        def show(filled: Filled) -> None:
            panel = PaperEditor(self._place, record, bare, filled)
            panel.wanted.connect(self._wanted)
            self._page.open_full(panel)
            if why:
                panel.refuse(why)

        self._place.tasks.look(
            self, lambda work: prepare(work, office, get(work, kind, record_id), bare), show
        )

    def _wanted(self, paper: Paper, issue: bool) -> None:  # noqa: FBT001 - a signal's payload
        (self.print_paper if issue else self._look_at)(paper)

    # --- keys ---

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        bare = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if bare and event.key() in LOOKING:
            self.look()
        elif event.key() == Qt.Key.Key_B and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.complete()
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.list.setFocus()
        elif watched is self.search and event.key() in MOVING:
            self.list.setFocus()
            self.list.event(event)
        elif watched is self.list and bare and event.text().strip().isalnum():
            self.search.setFocus()
            self.search.setText(self.search.text() + event.text())
        else:
            return super().eventFilter(watched, event)
        return True
