"""The papers that went out: each as it was frozen, none ever changed, some void."""

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from qtapp.domain.documents import Document, State
from qtapp.domain.kinds import Kind
from qtapp.registers.lists import REGISTERS
from qtapp.ui.kit.commands import Command
from qtapp.ui.kit.list_page import ListPage
from qtapp.ui.kit.workplace import Workplace
from qtapp.usecases.documents import Paper, previewed, void_document
from qtapp.usecases.office import Office
from qtapp.usecases.records import Whole, get

NEVER = "《{title}》没有正式文本：还没有发出，或者发出前中断了。请从所属记录重新打印。"


LINE = (
    '<tr><td width="30%" valign="top"><span style="color:#5f6b76">{label}</span></td>'
    '<td valign="top">{words}</td></tr>'
)


def document_html(document: Document, office: Office) -> str:
    """What the paper is and what stands in its fields, in the words of the paper."""
    lines = [*_heading(document), *_fields(document, office)]
    rows = (
        LINE.format(label=escape(label), words=escape(words).replace("\n", "<br>")) for label, words in lines
    )
    return f'<table cellpadding="3" width="100%">{"".join(rows)}</table>'


def _heading(document: Document) -> Iterator[tuple[str, str]]:
    pairs = (
        ("文书名称", document.title),
        ("文书编号", document.number),
        ("所属记录", f"{Kind(document.subject_kind).label} {document.subject_number}"),
        ("当事人", document.party),
        ("文书日期", str(document.dated_on or "")),
        ("状态", document.state),
        ("作废原因", document.void_reason),
        ("式样版本", document.form_version),
    )
    yield from ((label, words) for label, words in pairs if words)


def _fields(document: Document, office: Office) -> Iterator[tuple[str, str]]:
    """The filled fields as they were frozen, but tables, which the paper itself shows better."""
    form = office.forms.get(document.form)
    values = json.loads(document.values) if document.values else {}
    for field in form.fields if form else ():
        value = values.get(field.key)
        if isinstance(value, list) and value and not isinstance(value[0], list | dict):
            value = "、".join(map(str, value))
        if isinstance(value, str) and value:
            yield field.label, value


class DocumentsPage(ListPage):
    chapter = "documents"

    def __init__(self, place: Workplace) -> None:
        super().__init__(place, REGISTERS[Kind.DOCUMENT])
        self.offer(
            Command(
                "查看", self.look, "Ctrl+P", when=self.has_current, icon="print", hint="查看和打印发出的文书"
            ),
            Command("到所属记录", self.to_subject, "Ctrl+G", when=self.has_current, icon="link"),
            Command("作废", self.ask_void, "Ctrl+Delete", when=self._issued, icon="void"),
        )
        self.detail.tabs.removeTab(self.detail.tabs.indexOf(self.detail.papers))  # a paper has none
        self.shown.connect(self._show_words)

    def _show_words(self, found: Whole | None) -> None:
        if found and isinstance(found.record, Document):
            self.detail.content.setHtml(document_html(found.record, self.place.office))

    def _issued(self) -> bool:
        document = self.current
        return self.may_change() and isinstance(document, Document) and document.state == State.ISSUED

    def open_current(self) -> None:
        self.look()

    def look(self) -> None:
        """The very bytes that were issued."""
        document = self.current
        if not isinstance(document, Document):
            return
        if document.state == State.DRAFT:
            self.place.notices.tell(NEVER.format(title=document.title))
            return
        void = "（已作废）" if document.state == State.VOID else ""
        title = f"{document.title} {document.number or document.subject_number}{void}"
        self.place.tasks.look(
            self, lambda work: self._bytes(work, document), lambda pdf: self.open_pdf(title, pdf)
        )

    def _bytes(self, work: Any, document: Document) -> bytes:
        """As it was frozen; an internal paper that no one has printed yet, as its step wrote it down."""
        if document.sha256:
            frozen: bytes = work.files.get(document.sha256)
            return frozen
        form = self.place.office.form(document.form)
        record = get(work, Kind(document.subject_kind), document.subject_id)
        paper = Paper(document.form, document.party if form.per_party else "")
        return previewed(work, self.place.office, record, paper)

    def to_subject(self) -> None:
        document = self.current
        self.place.routes.record_wanted.emit(Kind(document.subject_kind), document.subject_id)

    def ask_void(self) -> None:
        document = self.current
        self.with_reason(
            f"作废《{document.title}》{document.number}？文号保留，不再使用。请写明原因。",
            "作废",
            lambda work, reason: void_document(work, document.id, reason),
            self._voided,
        )

    def _voided(self, document: Document) -> None:
        self.place.notices.done(f"{document.number or document.title} 已作废")
        self.choose(document)
