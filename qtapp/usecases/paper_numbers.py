"""Which number a paper bears: the record's own, one shared within the case, or the next of its series."""

from dataclasses import replace

from qtapp.domain.cases import Case
from qtapp.domain.documents import Document, State
from qtapp.domain.errors import Refused
from qtapp.domain.numbering import CASES, DECISIONS, INSPECTIONS, Series, is_shared, shared
from qtapp.domain.record import Record
from qtapp.formkit.form import Form, Scope
from qtapp.store.store import Work

DECISION_FORMS = ("penalty_decision_unit", "penalty_decision_person")
OWN_SERIES = {Scope.CASE: CASES, Scope.INSPECTION: INSPECTIONS}


def issued(work: Work, form: Form, record: Record, party: str) -> Document | None:
    """The paper already issued for this record and party."""
    found = work.of(Document).all(form=form.key, subject_kind=record.KIND.value, subject_id=record.id)
    wanted = (d for d in found if d.state == State.ISSUED and (not party or d.party == party))
    return next(wanted, None)


def forget_decision_number(work: Work, document: Document) -> None:
    """A void decision's number is never given again: the case gets another with the next paper."""
    case = work.of(Case).get(document.subject_id)
    decisions = tuple(
        replace(d, number="" if d.number == document.number else d.number) for d in case.decisions
    )
    work.of(Case).update(replace(case, decisions=decisions), "收回决定书文号")


def known_number(work: Work, form: Form, record: Record, party: str) -> str:
    """The number a paper has before it is issued, if it needs none of its own."""
    if (earlier := issued(work, form, record, party)) and earlier.number:
        return earlier.number
    own = str(getattr(record, "number", ""))
    if form.number.scope in (Scope.RECORD, Scope.NONE):
        return own if form.number.scope is Scope.RECORD else ""
    series = OWN_SERIES.get(form.number.scope)
    if series and form.number.code == series.code:
        return own
    if isinstance(record, Case) and form.key in DECISION_FORMS:
        decision = next((d for d in record.decisions if not party or d.party == party), None)
        return decision.number if decision else ""
    if series and is_shared(work.bureau) and own:
        return told_apart(shared(own, form.number.code, series.code), form, record, party)
    return ""


def told_apart(number: str, form: Form, record: Record, party: str) -> str:
    """-1, -2 where each party gets a paper of its own under the case's one number."""
    if not (form.per_party and isinstance(record, Case) and len(record.parties) > 1):
        return number
    place = [p.name for p in record.parties].index(party) + 1 if party else 1
    return number.replace("号", f"-{place}号")


def new_number(work: Work, form: Form, record: Record, draft: Document) -> str:
    series = OWN_SERIES.get(form.number.scope)
    if form.number.scope is Scope.NONE or (series and series.code == form.number.code):
        return ""  # the record's own number, which it gets by its step and not by a print
    if isinstance(record, Case) and form.key in DECISION_FORMS:
        if record.decided_on is None:
            raise Refused("决定书的文号在“决定”这一步给出；请先录入“决定”，再打印正式文本")
        return _new_decision_number(work, record, draft)
    year = (draft.dated_on or work.today).year
    return work.number(Series(form.number.code, form.number.bracketed), year, draft)


def _new_decision_number(work: Work, case: Case, draft: Document) -> str:
    """Another number for a decision whose first paper is void; the case keeps it."""
    number = work.number(DECISIONS, (case.decided_on or work.today).year, case)
    decisions = tuple(
        replace(d, number=number if d.party == draft.party else d.number) for d in case.decisions
    )
    work.of(Case).update(replace(case, decisions=decisions), "重新给出决定书文号")
    return number
