"""The papers of one record: which are issued, looked at and printed from here."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qtapp.domain.documents import Document, State
from qtapp.domain.errors import Invalid
from qtapp.domain.record import Record
from qtapp.ui.kit.done_strip import DoneStrip
from qtapp.ui.kit.editor import Editor
from qtapp.ui.kit.list_page import ListPage
from qtapp.ui.kit.printing_papers import OpenPdf, look_at, print_out
from qtapp.ui.kit.workplace import Workplace
from qtapp.usecases.documents import Paper, papers_of
from qtapp.usecases.office import Office
from qtapp.usecases.records import Whole, get, whole

HEADS = ("文书", "当事人", "文书编号", "状态")
NOT_YET = "未发出"


@dataclass(frozen=True)
class PaperRow:
    paper: Paper
    title: str
    number: str
    state: str


def rows_of(office: Office, found: Whole) -> list[PaperRow]:
    """Every paper the record may have, with what is already issued of it."""
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
        rows.append(PaperRow(paper, title, number, state))
    return rows


class PapersPanel(QWidget):
    """Enter looks at a paper, the page's Ctrl+P issues it and opens it for printing."""

    issued = Signal(object)  # Paper

    def __init__(self, place: Workplace, open_pdf: OpenPdf) -> None:
        super().__init__()
        self._place, self._open_pdf = place, open_pdf
        self.record: Record | None = None
        self.rows: list[PaperRow] = []
        self.list = QTreeWidget()
        self.list.setHeaderLabels(list(HEADS))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName("本件文书")
        self.list.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda *_: self.look())
        self.hint = QLabel("文书在登记后才能查看和打印", wordWrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        for words, deed in (("查看（Enter）", self.look), ("打印（Ctrl+P）", self.print)):
            button = QPushButton(words)
            button.clicked.connect(lambda _checked=False, act=deed: act())
            row.addWidget(button)
        row.addStretch(1)
        column.addWidget(self.list)
        column.addWidget(self.hint)
        column.addLayout(row)
        self.list.setMinimumHeight(int(self.fontMetrics().height() * 1.6 * 5))
        self.setFocusProxy(self.list)

    def show_record(self, record: Record | None) -> None:
        self.record, self.rows = record, []
        self.list.clear()
        self.hint.setVisible(record is None or not record.id)
        if record is not None and record.id:
            kind, record_id = record.KIND, record.id
            self._place.tasks.look(self, lambda work: whole(work, get(work, kind, record_id)), self._show)

    def _show(self, found: Whole) -> None:
        if self.record is None or found.record.id != self.record.id:
            return
        chosen = max(0, self._place_chosen())
        self.record, self.rows = found.record, rows_of(self._place.office, found)
        self.list.clear()
        for row in self.rows:
            self.list.addTopLevelItem(QTreeWidgetItem([row.title, row.paper.party, row.number, row.state]))
        for column in range(len(HEADS)):
            self.list.resizeColumnToContents(column)
        if item := self.list.topLevelItem(chosen):
            self.list.setCurrentItem(item)

    def _place_chosen(self) -> int:
        item = self.list.currentItem()
        return self.list.indexOfTopLevelItem(item) if item else -1

    def chosen(self) -> PaperRow | None:
        place = self._place_chosen()
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def come(self, page: ListPage) -> None:
        """The page's Ctrl+P: to the list of papers first; from there it prints the chosen one."""
        beside = page.beside.currentWidget()
        if self.list.hasFocus():
            self.print()
        elif isinstance(beside, Editor):
            self._place.notices.tell("右边还有没保存的内容，请先保存（Ctrl+Enter）或取消（Esc）")
            beside.setFocus()
        else:
            if isinstance(beside, DoneStrip):
                beside.closed.emit()
            page.detail.tabs.setCurrentWidget(self)
            self.list.setFocus()

    def look(self) -> None:
        """The paper as it stands; one that is served and not issued yet bears the word 草稿."""
        if (row := self.chosen()) and self.record:
            self.hint.hide()
            look_at(self._place, self, self.record, row.paper, show=self._open_pdf, failed=self._refused)

    def print(self) -> None:
        """Issue the paper: from now on it is frozen under its number."""
        if row := self.chosen():
            self.print_paper(row.paper)

    def print_paper(self, paper: Paper) -> None:
        if self.record is None or not self.record.id:
            return
        self.hint.hide()

        def show(title: str, pdf: bytes) -> None:
            self._open_pdf(title, pdf)
            self.issued.emit(paper)
            self.show_record(self.record)

        print_out(self._place, self, self.record, paper, show=show, failed=self._refused)

    def _refused(self, error: BaseException) -> None:
        """What keeps a paper from being issued is told, and stays beside the list."""
        if isinstance(error, Invalid):
            self.hint.setText(f"还不能发出：{error}。请按 F2 补填后再打印。")
            self.hint.show()
        self._place.notices.failure(error)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.look()
            return True
        return super().eventFilter(watched, event)
