"""The entry of a complaint: what the channel asks for, the informant apart, a text to hand on."""

from collections.abc import Mapping
from typing import Any

from qtapp.domain.complaints import Anonymity, Complaint
from qtapp.ui.complaints.guide import SEALED, hidden_fields
from qtapp.ui.kit.commands import Command, push
from qtapp.ui.kit.editor import Editor
from qtapp.ui.kit.pickings import enterprise_picking
from qtapp.ui.kit.workplace import Workplace

DRAFT = "complaints:new"
GROUPS: Mapping[str, tuple[str, ...]] = {
    "来源": (
        "channel",
        "anonymity",
        "call_recording",
        "platform",
        "sender",
        "outer_number",
        "outer_due_on",
        "letter_dated_on",
        "letter_pages",
        "visitors",
    ),
    "举报人（密封保存，只有保管人能查看）": SEALED,
    "被举报": ("target_name", "target_address", "target_contact"),
    "举报事项": ("content", "transfer_text", "category", "deaths", "occurred", "attachments"),
    "登记": ("received_at", "wants_reply", "acceptance", "registrar", "earlier_number", "proposal"),
}
CHECK = "已把举报内容抄到“转办文本”：请删改其中能看出举报人的词句（姓名、电话、岗位、座位、班次等）"
FROM_FIRM = {"target_address": "address", "target_contact": "legal_rep"}


class ComplaintEditor(Editor):
    """New complaints and corrections alike; what a correction may not see stays sealed."""

    def __init__(self, place: Workplace, base: Complaint | None = None) -> None:
        fresh = base is None or not base.id
        values: dict[str, Any] = {"received_at": place.now(), "wants_reply": False} if base is None else {}
        super().__init__(
            place,
            base or Complaint,
            values,
            title="登记举报" if fresh else f"更正 {base.number}" if base else "",
            without=() if fresh else SEALED,
            groups=GROUPS,
            picks={"target_name": enterprise_picking(place.tasks, FROM_FIRM)},
            draft=DRAFT if fresh else "",
            save="登记" if fresh else "保存更正",
        )
        transfer = Command("拟转办文本", self.copy_content, "Ctrl+T", hint="把举报内容抄到“转办文本”里改写")
        self.commands.add(transfer)
        self.foot.insertWidget(2, push(transfer, self))
        self.edited.connect(self._suit)
        self._suit("")

    def _suit(self, name: str) -> None:
        """Show what this channel and this informant ask for, and nothing else."""
        anonymity = str(self.value("anonymity"))
        hidden = hidden_fields(str(self.value("channel")), anonymity)
        every = {field for names in GROUPS.values() for field in names}
        self.show_fields(sorted(hidden & every), shown=False)
        self.show_fields([n for names in GROUPS.values() for n in names if n not in hidden])
        if name == "anonymity":  # whoever gives no name cannot be answered
            self.fill({"wants_reply": anonymity != Anonymity.ANONYMOUS})

    def copy_content(self) -> None:
        """Begin the text that goes to the department with the informant's words, to be rewritten."""
        if not str(self.value("transfer_text")).strip():
            self.fill({"transfer_text": self.value("content")})
            self.dirty = True
        self.strip.show_text(CHECK)
        self.entry("transfer_text").setFocus()
