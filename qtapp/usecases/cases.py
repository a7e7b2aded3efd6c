"""Cases: opened from a complaint, an inspection or neither, and taken step by step to their closing."""

from dataclasses import replace
from datetime import date
from typing import Any

from qtapp.domain.cases import (
    Case,
    Decision,
    Evidence,
    Party,
    Source,
    State,
    Step,
    StepKind,
    Violation,
    completed,
    take,
)
from qtapp.domain.complaints import Complaint
from qtapp.domain.errors import Invalid, Problem, UserError
from qtapp.domain.inspections import Inspection
from qtapp.domain.law.penalties import basis_citation, violated_citation
from qtapp.domain.numbering import CASES, DECISIONS, is_shared, shared
from qtapp.store.store import Work
from qtapp.usecases.complaints import tell_outcome
from qtapp.usecases.documents import check_served, settle
from qtapp.usecases.enterprises import on_roster
from qtapp.usecases.guards import day_to_come, need_reason
from qtapp.usecases.office import Office
from qtapp.usecases.officers import handlers


def open_case(work: Work, office: Office, draft: Case) -> Case:
    """Keep a case that is to be filed. It gets its number when it is filed, or brings one from a ledger."""
    draft = completed(_with_enterprises(work, _with_origin(work, draft)))
    if problems := [*draft.problems(), *_item_problems(office, draft)]:
        raise Invalid(*problems)
    on = draft.discovered_on or work.today
    draft = replace(draft, handlers=handlers(work, office.law, draft.handlers, max(on, draft.filed_on or on)))
    if taken := [n for n in _brought(draft) if work.numbers.taken(n)]:
        raise Invalid(Problem("number", f"编号“{taken[0]}”已经登记过，不能再用", taken[0]))
    kept = work.of(Case).add(draft, "登记案件")
    for number in _brought(kept):
        series = CASES if number == kept.number else DECISIONS
        work.numbers.adopt(series, work.bureau, number, kept.KIND, kept.id)
    _tell_source(work, kept)
    return kept


def _brought(case: Case) -> list[str]:
    """The numbers that a case brings from an older ledger: its own and those of its decisions."""
    return [number for number in (case.number, *(d.number for d in case.decisions)) if number]


def change_case(work: Work, office: Office, changed: Case) -> Case:
    """Change the facts of a case that is not closed."""
    old = work.of(Case).get(changed.id)
    if old.closed_on or old.state == State.WITHDRAWN:
        raise UserError(f"{old.reference} {old.state}，不能再改")
    changed = completed(_with_given(old, changed))
    if problems := [*changed.problems(), *_item_problems(office, changed), *_decided_problems(old, changed)]:
        raise Invalid(*problems)
    on = changed.filed_on or work.today
    return work.of(Case).update(
        replace(changed, handlers=handlers(work, office.law, changed.handlers, on)), "修改案件"
    )


def _with_given(old: Case, changed: Case) -> Case:
    """Numbers and days that steps have given stay as given, whatever an editor sends back."""
    given = {d.party: d for d in old.decisions}
    decisions = (
        replace(d, number=given[d.party].number, decided_on=given[d.party].decided_on)
        if d.party in given
        else replace(d, number="", decided_on=None)
        for d in changed.decisions
    )
    return replace(changed, number=old.number, steps=old.steps, state=old.state, decisions=tuple(decisions))


def _decided_problems(old: Case, changed: Case) -> list[Problem]:
    """What was decided is changed by a new decision only, never by an edit."""
    if old.decided_on is None:
        return []
    return [
        Problem(name, f"{old.reference} 已作出决定，“{label}”不能再改")
        for name, label in (("decisions", "处罚决定"), ("parties", "当事人"), ("violations", "违法行为"))
        if getattr(old, name) != getattr(changed, name)
    ]


def withdraw_case(work: Work, case_id: int, reason: str) -> Case:
    """Give a case up before it is decided (撤销立案). Its number stays, with the reason."""
    need_reason(reason, "撤销立案")
    case = work.of(Case).get(case_id)
    if case.decided_on or case.state == State.WITHDRAWN:
        raise UserError(f"{case.reference} 现为“{case.state}”，不能撤销立案")
    if case.number:
        work.numbers.void(case.number, reason)
    return work.of(Case).update(replace(case, state=State.WITHDRAWN), f"撤销立案：{reason}")


def take_step(work: Work, office: Office, case_id: int, step: Step) -> Case:
    """Take the next step as the signed paper says. Filing gives the case its number, the decision its own."""
    if problems := step.problems():
        raise Invalid(*problems)
    case = work.of(Case).get(case_id)
    on = step.taken_on or work.today
    if problems := day_to_come(work, "taken_on", f"“{step.kind}”的日期", on):
        raise Invalid(*problems)
    after = take(case, step)
    valid = handlers(work, office.law, after.handlers, on)
    if step.kind == StepKind.FILING:  # later papers of the case name the same officers and certificates
        after = replace(after, handlers=valid, number=after.number or work.number(CASES, on.year, after))
    check_served(work, office, after, StepKind(step.kind))
    if step.kind == StepKind.DECISION:
        after = replace(after, decisions=_numbered(work, after, on))
    kept = work.of(Case).update(after, f"{step.kind}（{step.person}）")
    settle(work, office, kept, StepKind(step.kind))
    if step.kind == StepKind.FILING:
        _tell_source(work, kept)
    return kept


def _numbered(work: Work, case: Case, on: date) -> tuple[Decision, ...]:
    """Each decision with its number; several in one case are told apart by -1, -2 where they share one."""
    done: list[Decision] = []
    for place, decision in enumerate(case.decisions, start=1):
        if is_shared(work.bureau):
            number = shared(case.number, DECISIONS.code, CASES.code)
            number = number if len(case.decisions) == 1 else number.replace("号", f"-{place}号")
        else:
            number = work.number(DECISIONS, on.year, case)
        done.append(replace(decision, number=decision.number or number))
    return tuple(done)


def violation_of(office: Office, item_code: str, act_on: date, fact: str = "") -> Violation:
    """A violation as the catalogue has it on the day of the act."""
    item = office.law.penalties.at(item_code, act_on)
    return Violation(
        item_code=item.code,
        act_on=act_on,
        fact=fact or item.violation,
        violated=violated_citation(item) or "",
        basis=basis_citation(item) or "",
    )


def _item_problems(office: Office, case: Case) -> list[Problem]:
    """Penalty items that are not in force on the day of the act."""
    found: list[Problem] = []
    for violation in case.violations:
        if violation.item_code and violation.act_on:
            try:
                office.law.penalties.at(violation.item_code, violation.act_on)
            except UserError as error:
                found.append(Problem("violations", str(error), violation.item_code))
    return found


def case_from_complaint(work: Work, complaint_id: int) -> Case:
    complaint = work.of(Complaint).get(complaint_id)
    party = Party(
        name=complaint.target_name, address=complaint.target_address, enterprise_id=complaint.enterprise_id
    )
    return _with_enterprises(
        work,
        Case(
            source=Source.COMPLAINT,
            department=complaint.department,
            discovered_on=complaint.result_on
            or (complaint.received_at.date() if complaint.received_at else None),
            complaint_id=complaint.id,
            source_number=complaint.number,
            parties=(party,),
            facts=complaint.result or complaint.transfer_text,
        ),
    )


def case_from_inspection(work: Work, inspection_id: int) -> Case:
    """The draft of a case with all the inspection knows: party, findings, officers, its own record."""
    inspection = work.of(Inspection).get(inspection_id)
    started = inspection.started_at.date() if inspection.started_at else None
    findings = "；".join(finding.text for finding in inspection.findings)
    return _with_enterprises(
        work,
        Case(
            source=Source.RANDOM if inspection.origin == "随机" else Source.INSPECTION,
            department=inspection.department,
            discovered_on=started,
            complaint_id=inspection.complaint_id,
            inspection_id=inspection.id,
            source_number=inspection.number,
            parties=(_party_of(inspection),),
            facts=f"{started.year}年{started.month}月{started.day}日检查发现：{findings}。"
            if started and findings
            else "",
            violations=tuple(Violation(act_on=started, fact=f.text) for f in inspection.findings),
            evidence=(Evidence(name=f"现场检查记录（{inspection.number}）", count="1份", source="现场检查"),),
            handlers=inspection.officers,
        ),
    )


def _party_of(inspection: Inspection) -> Party:
    return Party(
        name=inspection.target_name,
        enterprise_id=inspection.enterprise_id,
        credit_code=inspection.target_code,
        address=inspection.target_address,
        legal_rep=inspection.legal_rep,
        legal_rep_title=inspection.legal_rep_title,
        phone=inspection.phone,
    )


def _with_origin(work: Work, draft: Case) -> Case:
    """A case out of an inspection that followed a complaint goes back to both."""
    if draft.inspection_id and not draft.complaint_id:
        return replace(draft, complaint_id=work.of(Inspection).get(draft.inspection_id).complaint_id)
    return draft


def _with_enterprises(work: Work, case: Case) -> Case:
    return replace(case, parties=tuple(_with_enterprise(work, party) for party in case.parties))


def _with_enterprise(work: Work, party: Party) -> Party:
    """What the roster knows of a party that is a firm, where the draft says nothing."""
    if party.kind != "单位":
        return party
    found = on_roster(work, party.enterprise_id, party.name)
    if found is None:
        return party
    known: dict[str, Any] = {
        "credit_code": found.credit_code,
        "address": found.address,
        "postcode": found.postcode,
        "legal_rep": found.legal_rep,
        "legal_rep_title": found.legal_rep_title,
        "phone": found.phone,
    }
    return replace(party, enterprise_id=found.id, **{k: v for k, v in known.items() if not getattr(party, k)})


def _tell_source(work: Work, case: Case) -> None:
    """The complaint and the inspection say what became of them."""
    number = case.number or "已提请立案"
    if case.inspection_id:
        inspection = work.of(Inspection).get(case.inspection_id)
        work.of(Inspection).update(replace(inspection, case_number=number), "转为案件")
    if case.complaint_id:
        tell_outcome(work, case.complaint_id, number, "转为案件")
