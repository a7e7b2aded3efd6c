"""The entry of an inspection: the firm, two officers valid that day, what was found, what is ordered."""

from collections.abc import Mapping
from datetime import date, datetime

from qtapp.domain.inspections import Inspection
from qtapp.ui.kit.editor import Editor
from qtapp.ui.kit.officers_entry import OfficersEntry, officers_look
from qtapp.ui.kit.picker import Picking
from qtapp.ui.kit.pickings import department_picking, enterprise_picking
from qtapp.ui.kit.workplace import Workplace

DRAFT = "inspections:new"
GROUPS: Mapping[str, tuple[str, ...]] = {
    "被检查单位": (
        "target_name",
        "target_code",
        "target_address",
        "legal_rep",
        "legal_rep_title",
        "phone",
        "place",
    ),
    "检查": (
        "origin",
        "department",
        "started_at",
        "ended_at",
        "officers",
        "experts",
        "shown_certificates",
        "plan_year",
    ),
    "情况与问题": ("summary", "findings"),
    "处理": ("measure", "rectify_by", "party_opinion", "witness", "refusal_note"),
}
FROM_FIRM = {
    "target_code": "credit_code",
    "target_address": "address",
    "legal_rep": "legal_rep",
    "legal_rep_title": "legal_rep_title",
    "phone": "phone",
    "place": "address",
}
ORDERED = "责令限期整改"


class InspectionEditor(Editor):
    def __init__(self, place: Workplace, base: Inspection | None = None) -> None:
        fresh = base is None or not base.id
        look = officers_look(place.tasks, self._day)
        super().__init__(
            place,
            base or Inspection,
            None if base and base.started_at else {"started_at": place.now(), "plan_year": place.today.year},
            title=_title(base),
            groups=GROUPS,
            picks={
                "target_name": enterprise_picking(place.tasks, FROM_FIRM),
                "department": department_picking(place.tasks),
                "officers": Picking(look, entry=lambda field, parent: OfficersEntry(field, look, parent)),
            },
            draft=_draft(base),
            save="登记" if fresh else "保存修改",
        )
        self.edited.connect(self._suit)
        self._suit("")

    def _day(self) -> date:
        started = self.value("started_at")
        return started.date() if isinstance(started, datetime) else self.place.today

    def _suit(self, name: str) -> None:
        ordered = self.value("measure") == ORDERED
        self.show_fields(["rectify_by"], shown=ordered or bool(self.value("rectify_by")))
        if name == "findings" and self.value("findings") and self.value("measure") in ("", "无"):
            self.fill({"measure": ORDERED})
            self._suit("")


def _draft(base: Inspection | None) -> str:
    """Where half-typed entries are kept; what is being changed is not kept apart from its record."""
    if base is None:
        return DRAFT
    return "" if base.id else f"inspections:complaint-{base.complaint_id}"


def _title(base: Inspection | None) -> str:
    if base is None:
        return "登记检查"
    if base.id:
        return f"修改 {base.number}"
    return f"登记检查（由举报 {base.complaint_number} 转来）" if base.complaint_number else "登记检查"
