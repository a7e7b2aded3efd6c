"""What the complaint clerk does: register, hand up, assign, enter the result, answer, close."""

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from qtapp.domain.complaints import (
    Anonymity,
    Complaint,
    Instruction,
    Reply,
    Result,
    State,
    similarity,
)
from qtapp.domain.enterprises import Enterprise
from qtapp.domain.errors import Invalid, Problem, UserError
from qtapp.domain.numbering import COMPLAINTS
from qtapp.domain.record import Record
from qtapp.domain.searches import Filter, Op, Query
from qtapp.store.store import Work
from qtapp.usecases.guards import day_to_come, need_reason
from qtapp.usecases.leaks import check_words

ALIKE = 0.6
NEWEST = 300
MOST = 12  # look-alikes shown
BACK = timedelta(days=365)
NEEDS_NAME = (Anonymity.NAMED,)


@dataclass(frozen=True)
class Repeat:
    """An earlier complaint that looks like this one."""

    record_id: int
    number: str
    received_at: datetime | None
    target_name: str
    content: str
    state: str
    why: str


def register_complaint(work: Work, draft: Complaint) -> Complaint:
    """Enter a complaint under the next number of its year; the informant's identity is sealed."""
    draft = replace(draft, received_at=draft.received_at or work.now(), registrar=draft.registrar or work.who)
    # A ledger that brings its numbers was registered elsewhere; its identities are not asked for again.
    asked = [] if draft.number else identity_problems(draft)
    if problems := [*draft.problems(), *asked, *_received_problems(work, draft)]:
        raise Invalid(*problems)
    draft = replace(draft, enterprise_id=_enterprise_id(work, draft))
    complaints = work.of(Complaint)
    if draft.number:
        return adopt_complaint(work, draft)
    kept = complaints.add(draft, "登记举报")
    received = kept.received_at or work.now()
    return complaints.update(replace(kept, number=work.number(COMPLAINTS, received.year, kept)), "编号")


def adopt_complaint(work: Work, draft: Complaint) -> Complaint:
    """Enter a complaint that brings its number from an older ledger."""
    if work.numbers.taken(draft.number):
        raise Invalid(Problem("number", f"登记编号“{draft.number}”已经登记过，不能再用", draft.number))
    kept = work.of(Complaint).add(draft, "登记举报（沿用编号）")
    work.numbers.adopt(COMPLAINTS, work.bureau, kept.number, kept.KIND, kept.id)
    return kept


def identity_problems(draft: Complaint) -> list[Problem]:
    """A real name needs a name and a way to answer; an anonymous informant has none to write down."""
    if draft.anonymity in NEEDS_NAME and not draft.informant_name.strip():
        return [Problem("informant_name", "实名举报请填写“举报人姓名”，或改选“匿名”")]
    if draft.anonymity in NEEDS_NAME and not (
        draft.informant_phone.strip() or draft.informant_address.strip()
    ):
        return [Problem("informant_phone", "实名举报请填写“举报人电话”或“举报人地址、邮编”，以便答复")]
    return []


def _enterprise_id(work: Work, draft: Complaint) -> int:
    """The enterprise of the roster that the complaint names, if there is one."""
    if draft.enterprise_id:
        return draft.enterprise_id
    found = work.of(Enterprise).first(name=draft.target_name)
    return found.id if found else 0


def likely_repeats(work: Work, draft: Complaint) -> list[Repeat]:
    """Earlier complaints about the same firm or place, or in much the same words, newest first."""
    since = Filter("received_at", (draft.received_at or work.now()) - BACK, Op.SINCE)
    newest = Query(order="received_at").having(since)
    near: dict[int, Complaint] = {}
    for field in ("target_name", "target_address", "enterprise_id"):
        value = getattr(draft, field)
        if value:
            near |= {c.id: c for c in work.of(Complaint).find(newest.having(Filter(field, value)), 50)}
    near |= {c.id: c for c in work.of(Complaint).find(newest, NEWEST)}
    found = [(why, c) for c in near.values() if c.id != draft.id and (why := _likeness(draft, c))]
    found.sort(key=lambda pair: pair[1].received_at or datetime.min, reverse=True)
    return [
        Repeat(c.id, c.number, c.received_at, c.target_name, c.content, c.state, why)
        for why, c in found[:MOST]
    ]


def _likeness(draft: Complaint, earlier: Complaint) -> str:
    if earlier.state == State.VOID:
        return ""
    share = similarity(draft.content, earlier.content)
    same_firm = draft.target_name.strip() == earlier.target_name or (
        draft.enterprise_id and draft.enterprise_id == earlier.enterprise_id
    )
    if same_firm:
        return f"同一单位，内容相似 {share:.0%}" if share >= ALIKE / 2 else "同一单位"
    if draft.target_address and draft.target_address.strip() == earlier.target_address:
        return "同一地点"
    return f"内容相似 {share:.0%}" if share >= ALIKE else ""


def correct_complaint(work: Work, changed: Complaint) -> Complaint:
    """Change what was registered; a closed or void complaint stays as it is."""
    old = work.of(Complaint).get(changed.id)
    if old.state in (State.CLOSED, State.VOID):
        raise UserError(f"{old.number} {old.state}，不能再改")
    if problems := [*changed.problems(), *_received_problems(work, changed, old)]:
        raise Invalid(*problems)
    check_words(
        work,
        changed,
        transfer_text=changed.transfer_text,
        target_name=changed.target_name,
        target_address=changed.target_address,
    )
    return work.of(Complaint).update(
        replace(changed, enterprise_id=_enterprise_id(work, changed)), "更正登记"
    )


def record_instruction(work: Work, complaint_id: int, instruction: Instruction) -> Complaint:
    """The chief's instruction, all four parts of it; without them the complaint stays where it is.

    Until the complaint is handed on, the instruction can be entered again.
    """
    complaint = _at(work, complaint_id, "录入阅批", State.REGISTERED, State.INSTRUCTED)
    if problems := instruction.problems():
        raise Invalid(*problems)
    _in_order(work, "instructed_on", "阅批", instruction.instructed_on, _received_on(complaint), "接报")
    words = instruction.instruction or (
        f"请{instruction.leader}负责，{instruction.department}承办。{instruction.requirement}"
    )
    check_words(work, complaint, requirement=instruction.requirement, instruction=words)
    values = {**_facts(instruction), "instruction": words}
    return work.of(Complaint).update(replace(complaint, **values, state=State.INSTRUCTED), "录入阅批")


def assign(work: Work, complaint_id: int, on: date | None = None) -> Complaint:
    """Hand the complaint to the department. What goes along is the transfer text, not the complaint."""
    complaint = _at(work, complaint_id, "交办", State.INSTRUCTED)
    if not complaint.transfer_text.strip():
        raise Invalid(
            Problem("transfer_text", "交办前请先填写“转办文本”：另行改写举报内容，不得含能看出举报人的词句")
        )
    check_words(work, complaint, transfer_text=complaint.transfer_text)
    on = on or work.today
    _in_order(work, "assigned_on", "交办", on, complaint.instructed_on, "阅批")
    return work.of(Complaint).update(replace(complaint, assigned_on=on, state=State.ASSIGNED), "交办")


def enter_result(work: Work, complaint_id: int, result: Result) -> Complaint:
    complaint = _at(work, complaint_id, "录入查处结果", State.ASSIGNED)
    if problems := result.problems():
        raise Invalid(*problems)
    _in_order(work, "result_on", "查结", result.result_on, complaint.assigned_on, "交办")
    check_words(work, complaint, result=result.result)
    following = State.RESULT if complaint.wants_reply else State.ANSWERED
    return work.of(Complaint).update(replace(complaint, **_facts(result), state=following), "录入查处结果")


def enter_reply(work: Work, complaint_id: int, reply: Reply) -> Complaint:
    complaint = _at(work, complaint_id, "录入答复", State.RESULT)
    if problems := reply.problems():
        raise Invalid(*problems)
    _in_order(work, "replied_on", "答复", reply.replied_on, complaint.result_on, "查结")
    check_words(work, complaint, reply=reply.reply)
    return work.of(Complaint).update(replace(complaint, **_facts(reply), state=State.ANSWERED), "录入答复")


def close_complaint(work: Work, complaint_id: int, on: date | None = None) -> Complaint:
    complaint = _at(work, complaint_id, "办结", State.ANSWERED)
    on = on or work.today
    _in_order(work, "closed_on", "办结", on, complaint.replied_on or complaint.result_on, "答复（查结）")
    return work.of(Complaint).update(replace(complaint, closed_on=on, state=State.CLOSED), "办结")


def void_complaint(work: Work, complaint_id: int, reason: str) -> Complaint:
    """Take a mistaken entry out of the count. Its number stays, with the reason."""
    need_reason(reason, "作废")
    complaint = work.of(Complaint).get(complaint_id)
    if complaint.state == State.VOID:
        raise UserError(f"{complaint.number} 已经作废")
    work.numbers.void(complaint.number, reason)
    return work.of(Complaint).update(replace(complaint, state=State.VOID), f"作废：{reason}")


def tell_outcome(work: Work, complaint_id: int, number: str, act: str) -> None:
    """Write on the complaint what became of it; a void one says nothing any more."""
    complaint = work.of(Complaint).get(complaint_id)
    if complaint.state != State.VOID:
        work.of(Complaint).update(replace(complaint, outcome_number=number), act)


def open_identity(work: Work, complaint_id: int, reason: str) -> Complaint:
    """The complaint with the informant's identity, for the keeper; the opening is logged first."""
    return work.of(Complaint).opened(work.of(Complaint).get(complaint_id), reason)


def default_due(work: Work, instructed_on: date) -> date:
    """The time limit offered when the chief set none."""
    return instructed_on + timedelta(days=work.bureau.complaint_days)


def _at(work: Work, complaint_id: int, act: str, *states: State) -> Complaint:
    complaint = work.of(Complaint).get(complaint_id)
    if complaint.state not in states:
        raise UserError(f"{complaint.number} 现为“{complaint.state}”，不能{act}；要先到“{states[0]}”这一步")
    return complaint


def _received_on(complaint: Complaint) -> date | None:
    return complaint.received_at.date() if complaint.received_at else None


def _in_order(work: Work, field: str, act: str, on: date | None, before: date | None, earlier: str) -> None:
    """A step is not dated before the one it follows, nor in days to come."""
    if on and before and on < before:
        raise Invalid(Problem(field, f"{act}日期 {on} 早于{earlier}日期 {before}，请核对", str(on)))
    if problems := day_to_come(work, field, f"{act}日期", on):
        raise Invalid(*problems)


def _received_problems(work: Work, changed: Complaint, old: Complaint | None = None) -> list[Problem]:
    """A complaint is not received in days to come; its number keeps it in its year."""
    on = _received_on(changed)
    if problems := day_to_come(work, "received_at", "接报日期", on):
        return problems
    was = _received_on(old) if old else None
    if on and was and old and old.number and on.year != was.year:
        return [Problem("received_at", f"{old.number} 是 {was.year} 年的编号，接报时间不能改到 {on.year} 年")]
    return []


def _facts(step: Record) -> dict[str, Any]:
    return {k: v for k, v in asdict(step).items() if k not in ("id", "version")}
