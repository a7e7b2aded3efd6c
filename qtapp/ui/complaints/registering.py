"""A new complaint: looked for among the earlier ones before it gets its number."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from qtapp.domain.complaints import Complaint
from qtapp.domain.errors import Invalid
from qtapp.ui.complaints.editor import ComplaintEditor
from qtapp.ui.complaints.repeats import RepeatsStrip
from qtapp.ui.kit.workplace import Workplace
from qtapp.usecases.complaints import Repeat, identity_problems, likely_repeats, register_complaint


class NewComplaint(ComplaintEditor):
    """Ctrl+Enter registers; with likely repeats it shows them first and registers the second time."""

    registered = Signal(object)  # Complaint, with its number

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._seen: Complaint | None = None  # the draft whose repeats were shown
        self.repeats = RepeatsStrip()
        self.repeats.hide()
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.count() - 1, self.repeats)
        self.offered.connect(self._offered)
        self.repeats.anyway.connect(self.hand_in)
        self.repeats.linked.connect(self._link)
        self.repeats.left.connect(self._go_back)
        self.edited.connect(lambda _name: self._forget_repeats())

    def _offered(self, draft: Complaint) -> None:
        if problems := identity_problems(draft):
            self.refuse(Invalid(*problems))
        elif draft == self._seen:
            self._register(draft)
        else:
            self.set_busy(busy=True)
            self.place.tasks.look(
                self,
                lambda work: likely_repeats(work, draft),
                lambda found: self._found(draft, found),
                self.refuse,
            )

    def _found(self, draft: Complaint, found: list[Repeat]) -> None:
        self.set_busy(busy=False)
        if not found or draft.earlier_number:
            self._register(draft)
        else:
            self._seen = draft
            self.repeats.show_repeats(found)

    def _link(self, number: str) -> None:
        if self._seen is not None:
            self.fill({"earlier_number": number})
            self._register(replace(self._seen, earlier_number=number))

    def _go_back(self) -> None:
        self._forget_repeats()
        self.entry("content").setFocus()

    def _forget_repeats(self) -> None:
        """What was typed since makes it another complaint: it is looked for again."""
        self._seen = None
        self.repeats.hide()

    def _register(self, draft: Complaint) -> None:
        self.send(lambda work: register_complaint(work, draft), self.registered.emit)
