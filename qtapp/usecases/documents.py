"""Papers made from records: looked at, issued under a number and frozen, printed again, voided."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from qtapp.domain.cases import Case
from qtapp.domain.complaints import Complaint
from qtapp.domain.documents import Document, State
from qtapp.domain.errors import Invalid, Problem, Refused
from qtapp.domain.inspections import Inspection
from qtapp.domain.kinds import Kind
from qtapp.domain.numbering import CASES, DECISIONS, INSPECTIONS, Series, is_shared, shared
from qtapp.domain.record import Record
from qtapp.domain.study import Session
from qtapp.formkit.fill import Filled, fill
from qtapp.formkit.form import Audience, Form, Scope
from qtapp.store.store import Work
from qtapp.usecases.facts import facts_of, own
from qtapp.usecases.office import Office

DECISION_FORMS = ("penalty_decision_unit", "penalty_decision_person")
OWN_SERIES = {Scope.CASE: CASES, Scope.INSPECTION: INSPECTIONS}


@dataclass(frozen=True)
class Paper:
    """What is to be printed: one form of one record, for one party where each party gets its own."""

    form: str
    party: str = ""
    typed: Mapping[str, Any] | None = None
    reason: str = ""  # why the informant's identity is printed; "" prints it masked
    on: date | None = None  # the document's date; today where not given


def papers_of(office: Office, record: Record) -> list[Paper]:
    """All papers of a record in statutory order."""
    forms = sorted(
        (f for f in office.forms.values() if f.record is record.KIND), key=lambda f: (f.order, f.key)
    )
    return [Paper(form.key, party) for form in forms for party in parties_for(form, record)]


def parties_for(form: Form, record: Record) -> list[str]:
    if not (form.per_party and isinstance(record, Case)):
        return [""]
    return [p.name for p in record.parties if form.party in ("当事人", p.kind)]


def prepare(work: Work, office: Office, record: Record, paper: Paper) -> Filled:
    """The paper as it stands now: for the editor and the preview. Nothing is kept."""
    return _filled(
        work, office, record, paper, _known_number(work, office.form(paper.form), record, paper.party)
    )


def _filled(work: Work, office: Office, record: Record, paper: Paper, number: str) -> Filled:
    form = office.form(paper.form)
    if form.record is not record.KIND:
        raise Refused(f"《{form.title}》不是{record.KIND.label}的文书，不能为 {record.reference} 打印")
    on = paper.on or day_of(form, record) or work.today
    if paper.reason:
        record = work.of(type(record)).opened(record, paper.reason)
    elif work.of(type(record)).has_sealed(record):
        record = _masked(record)
    facts = facts_of(work, record, on=on, number=number, party=paper.party)
    return fill(form, facts, paper.typed or {}, office.says, on=on, number=number, masked=not paper.reason)


def _masked(record: Record) -> Record:
    """So that the paper shows there is an identity, without a word of it."""
    return replace(record, informant_name="（密封）") if isinstance(record, Complaint) else record


def day_of(form: Form, record: Record) -> date | None:
    """The date a paper bears: the day of the step it belongs to, not the day it happens to be printed."""
    if isinstance(record, Case):
        step = next((s for s in record.steps if s.kind == form.step), None)
        return step.taken_on if step else None
    if isinstance(record, Inspection) and record.started_at:
        return record.started_at.date()
    if isinstance(record, Complaint) and form.key == "complaint_assignment":
        return record.assigned_on or record.instructed_on
    return record.held_on if isinstance(record, Session) else None


def issue(work: Work, office: Office, record: Record, paper: Paper) -> Document:
    """Give the paper its number and freeze it: values, version, bytes, hash.

    A served paper is refused while a required field is open.
    """
    form = office.form(paper.form)
    paper = replace(paper, reason="")  # what is kept is masked; an identity is only ever printed
    if earlier := issued(work, form, record, paper.party):
        return earlier
    open_fields = prepare(work, office, record, paper).missing
    if form.audience is Audience.SERVED and open_fields:
        raise Invalid(*(Problem(f.key, f"《{form.title}》还没有填写“{f.label}”") for f in open_fields))
    draft = work.of(Document).add(_document(work, form, record, paper), "拟制文书")
    number = _known_number(work, form, record, paper.party) or _new_number(work, form, record, draft)
    return _frozen(work, office, record, paper, replace(draft, number=number))


def _document(work: Work, form: Form, record: Record, paper: Paper) -> Document:
    return Document(
        form=form.key,
        title=form.title
        if "{" not in form.title
        else form.title.replace("{bureau.region}", work.bureau.region),
        form_version=form.version,
        subject_kind=record.KIND.value,
        subject_id=record.id,
        subject_number=record.reference,
        party=paper.party or str(getattr(record, "target_name", "") or getattr(record, "party_names", "")),
        dated_on=paper.on or day_of(form, record) or work.today,
    )


def _frozen(work: Work, office: Office, record: Record, paper: Paper, draft: Document) -> Document:
    filled = _filled(work, office, record, replace(paper, on=draft.dated_on), draft.number)
    sheet = replace(filled.sheet, code=draft.number if filled.form.audience is Audience.SERVED else "")
    content = office.draw([sheet], work.now())
    values = json.dumps(dict(filled.values), ensure_ascii=False, default=str)
    digest = work.files.put(content)
    return work.of(Document).update(
        replace(draft, values=values, sha256=digest, state=State.ISSUED), "发出文书"
    )


def issued(work: Work, form: Form, record: Record, party: str) -> Document | None:
    """The paper already issued for this record and party."""
    found = work.of(Document).all(form=form.key, subject_kind=record.KIND.value, subject_id=record.id)
    wanted = (d for d in found if d.state == State.ISSUED and (not party or d.party == party))
    return next(wanted, None)


def printed(work: Work, office: Office, record: Record, paper: Paper) -> bytes:
    """The bytes to print. Served papers are issued once and come back byte for byte; internal ones show
    the record as it stands, under the number they were given first. With a reason the informant's
    identity is printed too, and not kept: an answer must reach somebody.
    """
    form = office.form(paper.form)
    document = issue(work, office, record, paper)
    if form.audience is Audience.SERVED and document.sha256 and not paper.reason:
        return work.files.get(document.sha256)
    number = document.number or _known_number(work, form, record, paper.party)
    if number != document.number:  # first printed before the record had its number
        work.of(Document).update(replace(document, number=number), "编号")
    return office.draw([_filled(work, office, record, paper, number).sheet], work.now())


def previewed(work: Work, office: Office, record: Record, paper: Paper) -> bytes:
    """The bytes to look at: a served paper that was not issued yet bears the mark 草稿."""
    form = office.form(paper.form)
    earlier = issued(work, form, record, paper.party)
    if earlier and form.audience is Audience.SERVED and earlier.sha256:
        return work.files.get(earlier.sha256)
    sheet = prepare(work, office, record, paper).sheet
    return office.draw([sheet.draft() if form.audience is Audience.SERVED else sheet], work.now())


def blank(work: Work, office: Office, key: str) -> bytes:
    """The form for writing by hand: the bureau's own facts and nothing else; statements of today."""
    facts = {"bureau": {**own(work.bureau), "reconsideration_organ": work.bureau.government}}
    filled = fill(office.form(key), facts, {}, office.says, on=work.today, dated=False)
    return office.draw([filled.sheet], work.now())


def void_document(work: Work, document_id: int, reason: str) -> Document:
    """Take an issued paper back. Its number stays visible, with the reason."""
    if not reason.strip():
        raise Invalid(Problem("void_reason", "作废须写明原因"))
    document = work.of(Document).get(document_id)
    if document.state == State.VOID:
        raise Refused(f"{document.number} 已经作废")
    kind, _ = work.numbers.owner(document.number)
    if kind == Kind.DOCUMENT or document.form in DECISION_FORMS:
        # The register's own number, printed on its form, goes on standing for the record.
        work.numbers.void(document.number, reason)
    if document.form in DECISION_FORMS:
        _forget_decision_number(work, document)
    return work.of(Document).update(replace(document, state=State.VOID, void_reason=reason), "作废文书")


def _forget_decision_number(work: Work, document: Document) -> None:
    """A void decision's number is never given again: the case gets another with the next paper."""
    case = work.of(Case).get(document.subject_id)
    decisions = tuple(
        replace(d, number="" if d.number == document.number else d.number) for d in case.decisions
    )
    work.of(Case).update(replace(case, decisions=decisions), "收回决定书文号")


def _known_number(work: Work, form: Form, record: Record, party: str) -> str:
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
        return shared(own, form.number.code, series.code)
    return ""


def _new_number(work: Work, form: Form, record: Record, draft: Document) -> str:
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
