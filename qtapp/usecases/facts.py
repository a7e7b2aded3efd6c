"""The facts of a record, as forms ask for them: one vocabulary for every paper."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from qtapp.domain.cases import Case, Decision, Party, StepKind
from qtapp.domain.complaints import Complaint
from qtapp.domain.inspections import Inspection
from qtapp.domain.kinds import Kind
from qtapp.domain.money import capitals, yuan
from qtapp.domain.officers import Handler
from qtapp.domain.record import Part, Record
from qtapp.domain.study import Session
from qtapp.formkit.facts import Facts
from qtapp.formkit.shows import day, numbered
from qtapp.store.store import Work
from qtapp.usecases.study import roll

STEPS = {
    StepKind.FILING: "filing",
    StepKind.APPROVAL: "approval",
    StepKind.NOTICE: "notice",
    StepKind.DECISION: "decision",
    StepKind.CLOSING: "closing",
}


def facts_of(work: Work, record: Record, *, on: date, number: str = "", party: str = "") -> Facts:
    """Every fact a form of this record may draw on; sealed fields only when the record is opened."""
    common: dict[str, Mapping[str, Any]] = {
        "bureau": bureau_facts(work),
        "calc": {"number": number, "on": on},
        "user": {"name": work.who},
    }
    return {**common, **BUILDERS[record.KIND](work, record, party)}


def bureau_facts(work: Work) -> dict[str, Any]:
    """The bureau's settings, and which government hears a reconsideration (行政复议法 第二十四条)."""
    return {**own(work.bureau), "reconsideration_organ": work.bureau.government}


def own(part: Part) -> dict[str, Any]:
    """The fields of a record or part by name."""
    return {field.name: getattr(part, field.name) for field in fields(part)}


def _complaint(_work: Work, record: Record, _party: str) -> Facts:
    assert isinstance(record, Complaint)  # noqa: S101 - the table below goes by kind
    party = {"kind": "单位", "name": record.target_name, "address": record.target_address}
    return {"complaint": own(record), "party": party, "unit": party}


def handlers_text(handlers: tuple[Handler, ...]) -> str:
    return "、".join(f"{h.name}（证号：{h.certificate}）" if h.certificate else h.name for h in handlers)


def _inspection(_work: Work, record: Record, _party: str) -> Facts:
    assert isinstance(record, Inspection)  # noqa: S101 - as above
    count = len(record.findings)
    apart = len({f.due_on or record.rectify_by for f in record.findings}) > 1  # each has its own term
    more = {
        "time": {"start": record.started_at, "end": record.ended_at},
        "officer_names": tuple(h.name for h in record.officers),
        "certificates": tuple(h.certificate for h in record.officers),
        "officers_text": handlers_text(record.officers),
        "finding_texts": tuple(f.text for f in record.findings),
        "item_range": "" if not count else "1" if count == 1 else f"1至{count}",
        "due_table": tuple(
            (str(i), day(f.due_on or record.rectify_by), "")
            for i, f in enumerate(record.findings, 1)
            if apart
        ),
    }
    party = {
        "kind": "单位",
        "name": record.target_name,
        "credit_code": record.target_code,
        "address": record.target_address,
        "legal_rep": record.legal_rep,
        "legal_rep_title": record.legal_rep_title,
        "phone": record.phone,
    }
    return {"inspection": {**own(record), **more}, "party": party, "unit": party}


def _case(_work: Work, record: Record, party_name: str) -> Facts:
    assert isinstance(record, Case)  # noqa: S101 - as above
    party = next(
        (p for p in record.parties if p.name == party_name), record.parties[0] if record.parties else Party()
    )
    decision = record.decision_of(party)
    more = {
        "handler_names": tuple(h.name for h in record.handlers),
        "certificates": tuple(h.certificate for h in record.handlers),
        "handlers_text": handlers_text(record.handlers),
        "contact": record.handlers[0].name if record.handlers else "",
        "evidence_list": evidence_text(record),
        "violated_law": _joined(v.violated for v in record.violations),
        "penalty_basis": _joined(v.basis for v in record.violations),
        "penalty": penalty_text(decision),
        "proposed_penalty": penalty_text(decision) if party_name else all_penalties(record),
        "fine_fen": decision.fine_fen if decision else None,
        "confiscated_fen": decision.confiscated_fen if decision else None,
        "fine_upper": capitals(decision.fine_fen) if decision and decision.fine_fen else None,
    }
    facts = own(party)
    return {
        "case": {**own(record), **more},
        "party": facts,
        "unit": _first_of(record, "单位", party_name),
        "person": _first_of(record, "个人", party_name),
        "step": _steps(record),
    }


def _first_of(case: Case, kind: str, only: str) -> dict[str, Any]:
    """The party of that kind; a paper for one party names no other."""
    found = next((p for p in case.parties if p.kind == kind and (not only or p.name == only)), None)
    return own(found) if found else {}


def all_penalties(case: Case) -> str:
    """What each party is to bear, a line a party where there are several."""
    if len(case.decisions) == 1:
        return penalty_text(case.decisions[0])
    return "\n".join(f"{decision.party}：{penalty_text(decision)}" for decision in case.decisions)


def _joined(texts: Any) -> str:
    return "；".join(dict.fromkeys(text for text in texts if text))


def evidence_text(case: Case) -> str:
    items = (f"{e.name}{f'（{e.count}）' if e.count else ''}" for e in case.evidence)
    return "\n".join(numbered(items))


def penalty_text(decision: Decision | None) -> str:
    """What the party bears, in words, amounts in capitals and figures."""
    if decision is None:
        return ""
    parts = [kind for kind in decision.kinds if kind not in ("罚款", "没收违法所得", "其他")]
    if decision.confiscated_fen:
        parts.append(
            f"没收违法所得人民币{capitals(decision.confiscated_fen)}（¥{yuan(decision.confiscated_fen)}）"
        )
    if decision.fine_fen:
        parts.append(f"罚款人民币{capitals(decision.fine_fen)}（¥{yuan(decision.fine_fen)}）")
    return "、".join([*parts, *([decision.other] if decision.other else [])])


def _steps(case: Case) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for kind, name in STEPS.items():
        if step := case.step(kind):
            facts |= {
                f"{name}_on": step.taken_on,
                f"{name}_person": step.person,
                f"{name}_opinion": step.opinion,
            }
    return facts


def _session(work: Work, record: Record, _party: str) -> Facts:
    assert isinstance(record, Session)  # noqa: S101 - as above
    rows = tuple(
        (str(place), mark.department, mark.officer_name, mark.mark, "", mark.reason)
        for place, mark in enumerate(roll(work, record.id), start=1)
    )
    return {"session": {**own(record), "rows": rows}}


def _officer(_work: Work, record: Record, _party: str) -> Facts:
    return {"officer": own(record)}


BUILDERS: dict[Kind, Callable[[Work, Record, str], Facts]] = {
    Kind.COMPLAINT: _complaint,
    Kind.INSPECTION: _inspection,
    Kind.CASE: _case,
    Kind.SESSION: _session,
    Kind.OFFICER: _officer,
}
