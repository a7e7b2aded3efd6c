"""A case in sections: what it is, the parties, acts and items, evidence, officers, what is proposed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from qtapp.domain.cases import Case, Party, completed
from qtapp.ui.cases.entries import DecisionsEntry, PartiesEntry, ViolationsEntry
from qtapp.ui.kit.editor import Editor
from qtapp.ui.kit.making import Picks, within
from qtapp.ui.kit.officers_entry import OfficersEntry, officers_look
from qtapp.ui.kit.picker import Candidate, Picking
from qtapp.ui.kit.pickings import department_picking, enterprise_picking
from qtapp.ui.kit.workplace import Workplace

DRAFT = "cases:new"
GROUPS: Mapping[str, tuple[str, ...]] = {
    "基本": ("cause", "source", "origin", "department", "discovered_on", "name"),
    "当事人": ("parties",),
    "违法行为与处罚事项": ("facts", "violations"),
    "证据": ("evidence",),
    "承办人": ("handlers",),
    "裁量与处罚": ("discretion", "decisions", "defence", "legal_review"),
}
FROM_FIRM = {
    "credit_code": "credit_code",
    "address": "address",
    "postcode": "postcode",
    "legal_rep": "legal_rep",
    "legal_rep_title": "legal_rep_title",
    "phone": "phone",
}


class CaseEditor(Editor):
    def __init__(self, place: Workplace, base: Case | None = None) -> None:
        fresh = base is None or not base.id
        super().__init__(
            place,
            base or Case,
            {"parties": (Party(),), "discovered_on": place.today} if base is None else {},
            title=_title(base),
            groups=GROUPS,
            picks=self._pickings(place),
            draft=_draft(base),
            save="登记" if fresh else "保存修改",
        )
        self.edited.connect(self._follow)
        self._follow("parties")

    def _pickings(self, place: Workplace) -> Picks:
        officers = officers_look(place.tasks, self._day)
        parties: Picks = {"parties.name": enterprise_picking(place.tasks, FROM_FIRM)}

        def nobody(_asker: object, _text: str, done: Any) -> None:
            done(list[Candidate]())

        return {
            "department": department_picking(place.tasks),
            "handlers": Picking(officers, entry=lambda f, parent: OfficersEntry(f, officers, parent)),
            "parties": Picking(
                nobody, entry=lambda f, parent: PartiesEntry(f, place.now, within(parties, "parties"), parent)
            ),
            "violations": Picking(
                nobody, entry=lambda f, _parent: ViolationsEntry(f, place.now, place.office, self._act_day)
            ),
            "decisions": Picking(nobody, entry=lambda f, parent: DecisionsEntry(f, place.now, parent)),
        }

    def _day(self) -> date:
        """The day on which the officers must be certified."""
        found = self._base.filed_on if isinstance(self._base, Case) else None
        return found or self._act_day()

    def _act_day(self) -> date:
        discovered = self.value("discovered_on")
        return discovered if isinstance(discovered, date) else self.place.today

    def _follow(self, name: str) -> None:
        """A decision for each party; the case is named after both when that is left open."""
        parties, decisions = self.entry("parties"), self.entry("decisions")
        if name not in ("parties", ""):
            return
        if isinstance(parties, PartiesEntry) and isinstance(decisions, DecisionsEntry):
            decisions.follow(parties.names())

    def hand_in(self) -> None:
        self._follow("parties")
        super().hand_in()


def _draft(base: Case | None) -> str:
    """Where half-typed entries are kept; what is being changed is not kept apart from its record."""
    if base is None:
        return DRAFT
    return "" if base.id else f"cases:from-{base.complaint_id}-{base.inspection_id}"


def _title(base: Case | None) -> str:
    if base is None:
        return "登记案件"
    if base.id:
        return f"修改 {completed(base).name_shown}"
    return f"登记案件（由 {base.source_number} 转来）" if base.source_number else "登记案件"
