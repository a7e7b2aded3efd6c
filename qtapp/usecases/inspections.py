"""Inspections: registered with two officers and their findings; the way on from a complaint."""

from dataclasses import replace
from typing import Any

from qtapp.domain.complaints import Complaint
from qtapp.domain.errors import Invalid, Problem, UserError
from qtapp.domain.inspections import Inspection, Origin, State
from qtapp.domain.numbering import INSPECTIONS
from qtapp.store.store import Work
from qtapp.usecases.complaints import tell_outcome
from qtapp.usecases.enterprises import on_roster
from qtapp.usecases.guards import day_to_come, need_reason
from qtapp.usecases.office import Office
from qtapp.usecases.officers import handlers


def register_inspection(work: Work, office: Office, draft: Inspection) -> Inspection:
    """Keep an inspection under the next number of its year. Each officer must be valid that day."""
    draft = _with_enterprise(work, draft)
    if problems := [*draft.problems(), *_day_problems(work, draft)]:
        raise Invalid(*problems)
    started = draft.started_at or work.now()
    draft = replace(draft, officers=handlers(work, office.law, draft.officers, started.date(), "officers"))
    inspections = work.of(Inspection)
    if draft.number:
        kept = inspections.add(draft, "登记检查（沿用编号）")
        work.numbers.adopt(INSPECTIONS, work.bureau, kept.number, kept.KIND, kept.id)
    else:
        kept = inspections.add(draft, "登记检查")
        kept = inspections.update(replace(kept, number=work.number(INSPECTIONS, started.year, kept)), "编号")
    if kept.complaint_id:
        tell_outcome(work, kept.complaint_id, kept.number, "转为检查")
    return kept


def change_inspection(work: Work, office: Office, changed: Inspection) -> Inspection:
    old = work.of(Inspection).get(changed.id)
    if old.state == State.VOID:
        raise UserError(f"{old.number} 已作废，不能再改")
    if problems := [*changed.problems(), *_day_problems(work, changed)]:
        raise Invalid(*problems)
    started = changed.started_at or work.now()
    officers = handlers(work, office.law, changed.officers, started.date(), "officers")
    return work.of(Inspection).update(replace(changed, officers=officers), "修改检查")


def _day_problems(work: Work, draft: Inspection) -> list[Problem]:
    """An inspection whose record is written has taken place."""
    if draft.state != State.RECORDED or draft.started_at is None:
        return []
    return day_to_come(work, "started_at", "检查日期", draft.started_at.date())


def inspection_from(work: Work, complaint_id: int) -> Inspection:
    """The draft of an inspection after a complaint: what is known of the firm, nothing of the informant."""
    complaint = work.of(Complaint).get(complaint_id)
    return _with_enterprise(
        work,
        Inspection(
            origin=Origin.COMPLAINT,
            department=complaint.department,
            enterprise_id=complaint.enterprise_id,
            target_name=complaint.target_name,
            target_address=complaint.target_address,
            place=complaint.target_address,
            summary=complaint.transfer_text,
            complaint_id=complaint.id,
            complaint_number=complaint.number,
        ),
    )


def _with_enterprise(work: Work, draft: Inspection) -> Inspection:
    """What the roster knows of the firm, where the draft says nothing."""
    enterprise = on_roster(work, draft.enterprise_id, draft.target_name)
    if enterprise is None:
        return draft
    known: dict[str, Any] = {
        "target_name": enterprise.name,
        "target_code": enterprise.credit_code,
        "target_address": enterprise.address,
        "legal_rep": enterprise.legal_rep,
        "legal_rep_title": enterprise.legal_rep_title,
        "phone": enterprise.phone,
        "place": enterprise.address,
    }
    open_fields = {name: value for name, value in known.items() if not getattr(draft, name)}
    return replace(draft, enterprise_id=enterprise.id, **open_fields)


def void_inspection(work: Work, inspection_id: int, reason: str) -> Inspection:
    """Its number stays, with the reason; it is no longer counted."""
    need_reason(reason, "作废")
    inspection = work.of(Inspection).get(inspection_id)
    if inspection.state == State.VOID:
        raise UserError(f"{inspection.number} 已经作废")
    work.numbers.void(inspection.number, reason)
    return work.of(Inspection).update(replace(inspection, state=State.VOID), f"作废：{reason}")
