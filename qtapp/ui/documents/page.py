"""The papers that went out: each as it was frozen, none ever changed, some void."""

from qtapp.domain.documents import Document, State
from qtapp.domain.kinds import Kind
from qtapp.registers.lists import REGISTERS
from qtapp.ui.kit.commands import Command
from qtapp.ui.kit.list_page import ListPage
from qtapp.ui.kit.workplace import Workplace
from qtapp.usecases.documents import void_document

NOT_KEPT = "《{title}》含有举报人信息，当时只打印、不留存。需要时请在举报页写明理由重新打印。"
NEVER = "《{title}》还是草稿，没有发出，没有可看的正式文本。"


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
        if not document.sha256:
            words = NEVER if document.state == State.DRAFT else NOT_KEPT
            self.place.notices.tell(words.format(title=document.title))
            return
        void = "（已作废）" if document.state == State.VOID else ""
        title = f"{document.title} {document.number or document.subject_number}{void}"
        self.place.tasks.look(
            self, lambda work: work.files.get(document.sha256), lambda pdf: self.open_pdf(title, pdf)
        )

    def to_subject(self) -> None:
        document = self.current
        self.place.routes.record_wanted.emit(Kind(document.subject_kind), document.subject_id)

    def ask_void(self) -> None:
        document = self.current
        self.place.ask.words(
            f"作废《{document.title}》{document.number}？文号保留，不再使用。请写明原因。",
            "作废",
            lambda reason: self.place.tasks.change(
                self, lambda work: void_document(work, document.id, reason), self._voided
            ),
        )

    def _voided(self, document: Document) -> None:
        self.place.notices.done(f"{document.number or document.title} 已作废")
        self.choose(document)
