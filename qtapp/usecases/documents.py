"""Papers made from records: looked at, issued under a number and frozen, printed again, voided."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from qtapp.domain.cases import ORDER, Case, StepKind
from qtapp.domain.complaints import Complaint
from qtapp.domain.documents import Document, State
from qtapp.domain.errors import Invalid, Problem, Refused
from qtapp.domain.inspections import Inspection
from qtapp.domain.kinds import Kind
from qtapp.domain.record import Record, field_of, is_empty
from qtapp.domain.study import Session
from qtapp.formkit.fill import Filled, fill
from qtapp.formkit.form import Audience, Form
from qtapp.store.store import Work
from qtapp.usecases.facts import bureau_facts, facts_of
from qtapp.usecases.frozen import frozen_values, thawed
from qtapp.usecases.guards import need_reason
from qtapp.usecases.leaks import check_paper
from qtapp.usecases.office import Office
from qtapp.usecases.paper_numbers import (
    DECISION_FORMS,
    forget_decision_number,
    issued,
    known_number,
    new_number,
)


@dataclass(frozen=True)
class Paper:
    """What is to be printed: one form of one record, for one party where each party gets its own."""

    form: str
    party: str = ""
    typed: Mapping[str, Any] | None = None
    reason: str = ""  # why the informant's identity is printed; "" prints it masked
    on: date | None = None  # the document's date; today where not given


def papers_of(office: Office, record: Record) -> list[Paper]:
    """All papers of a record in the order of the procedure; those of no step by their place in the volume."""
    forms = sorted((f for f in office.forms.values() if f.record is record.KIND), key=_turn)
    return [Paper(form.key, party) for form in forms for party in parties_for(form, record)]


def _turn(form: Form) -> tuple[int, int, str]:
    return (ORDER.index(StepKind(form.step)) if form.step else len(ORDER), form.order, form.key)


def parties_for(form: Form, record: Record) -> list[str]:
    if not (form.per_party and isinstance(record, Case)):
        return [""]
    return [p.name for p in record.parties if form.party in ("当事人", p.kind)]


def prepare(work: Work, office: Office, record: Record, paper: Paper) -> Filled:
    """The paper as it stands now: for the editor and the preview. Nothing is kept."""
    return _filled(
        work, office, record, paper, known_number(work, office.form(paper.form), record, paper.party)
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
    typed = {**_settled(work, form, record, paper), **(paper.typed or {})}
    filled = fill(form, facts, typed, office.says, on=on, number=number, masked=not paper.reason)
    if isinstance(record, Complaint) and not any(field.sealed for field in form.fields):
        check_paper(work, record, form.title, filled.sheet.words())
    return filled


def _settled(work: Work, form: Form, record: Record, paper: Paper) -> Mapping[str, Any]:
    """What an internal paper said when its step was taken: the signature stands under those words."""
    if form.audience is Audience.SERVED or not _is_taken(form, record):
        return {}
    document = issued(work, form, record, paper.party)
    return thawed(form, document.values) if document else {}


def _is_taken(form: Form, record: Record) -> bool:
    return bool(form.step) and isinstance(record, Case) and record.step(StepKind(form.step)) is not None


def settle(work: Work, office: Office, case: Case, kind: StepKind) -> None:
    """Write down what the internal papers of a step say on the day it is taken, each under its number."""
    for form, paper in _papers_at(office, case, kind, Audience.INTERNAL):
        earlier = issued(work, form, case, paper.party)
        draft = earlier or work.of(Document).add(_document(work, form, case, paper), "拟制文书")
        number = (
            draft.number or known_number(work, form, case, paper.party) or new_number(work, form, case, draft)
        )
        on = day_of(form, case) or work.today
        facts = facts_of(work, case, on=on, number=number, party=paper.party)
        filled = fill(form, facts, {}, office.says, on=on, number=number)
        values = frozen_values(filled.values)
        work.of(Document).update(
            replace(draft, number=number, values=values, dated_on=on, sha256="", state=State.ISSUED), "定稿"
        )


def _papers_at(
    office: Office, case: Case, kind: StepKind, audience: Audience
) -> Iterator[tuple[Form, Paper]]:
    """The papers that a step calls for, of those for the house or of those that are served."""
    for paper in papers_of(office, case):
        form = office.form(paper.form)
        if form.step == kind and not form.asked and form.audience is audience:
            yield form, paper


def check_served(work: Work, office: Office, case: Case, kind: StepKind) -> None:
    """Refuse a step whose served papers could not be issued: everything the law wants on them is there."""
    found: dict[str, Problem] = {}
    for form, paper in _papers_at(office, case, kind, Audience.SERVED):
        for field in prepare(work, office, case, paper).missing:
            text = f"还不能走“{kind}”：《{form.title}》还缺“{field.label}”，请先补齐"
            found.setdefault(f"{form.title}{field.key}", Problem(field.key, text))
    if found:
        raise Invalid(*found.values())


def _masked(record: Record) -> Record:
    """So that the paper shows there is an identity, without a word of it."""
    return replace(record, informant_name="（密封）") if isinstance(record, Complaint) else record


def day_of(form: Form, record: Record) -> date | None:
    """The date a paper bears: the day of the step it belongs to, not the day it happens to be printed."""
    if isinstance(record, Case):
        step = record.step(StepKind(form.step)) if form.step else None
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
    if form.when and is_empty(getattr(record, form.when)):
        label = field_of(type(record), form.when).label
        raise Refused(f"《{form.title}》还不能打印：先要有“{label}”")
    open_fields = prepare(work, office, record, paper).missing
    if form.audience is Audience.SERVED and open_fields:
        raise Invalid(*(Problem(f.key, f"《{form.title}》还没有填写“{f.label}”") for f in open_fields))
    draft = work.of(Document).add(_document(work, form, record, paper), "拟制文书")
    number = known_number(work, form, record, paper.party) or new_number(work, form, record, draft)
    return _frozen(work, office, record, paper, replace(draft, number=number))


def _document(work: Work, form: Form, record: Record, paper: Paper) -> Document:
    return Document(
        form=form.key,
        title=form.title.replace("{bureau.region}", work.bureau.region),
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
    values = frozen_values(filled.values)
    digest = work.files.put(content)
    return work.of(Document).update(
        replace(draft, values=values, sha256=digest, state=State.ISSUED), "发出文书"
    )


def printed(work: Work, office: Office, record: Record, paper: Paper) -> bytes:
    """The bytes to print. Served papers are issued once and come back byte for byte; internal ones show
    the record as it stands, under the number they were given first. With a reason the informant's
    identity is printed too, and not kept: an answer must reach somebody.
    """
    form = office.form(paper.form)
    document = issue(work, office, record, paper)
    if document.sha256 and not paper.reason and (form.audience is Audience.SERVED or _is_taken(form, record)):
        return work.files.get(document.sha256)
    number = document.number or known_number(work, form, record, paper.party)
    if number != document.number:  # first printed before the record had its number
        document = work.of(Document).update(replace(document, number=number), "编号")
    content = office.draw([_filled(work, office, record, paper, number).sheet], work.now())
    if _is_taken(form, record) and not paper.reason:  # from now on the paper stays as it is
        work.of(Document).update(replace(document, sha256=work.files.put(content)), "打印定稿")
    return content


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
    filled = fill(
        office.form(key), {"bureau": bureau_facts(work)}, {}, office.says, on=work.today, dated=False
    )
    return office.draw([filled.sheet], work.now())


def void_document(work: Work, document_id: int, reason: str) -> Document:
    """Take an issued paper back. Its number stays visible, with the reason."""
    need_reason(reason, "作废", "void_reason")
    document = work.of(Document).get(document_id)
    if document.state == State.VOID:
        raise Refused(f"{document.number} 已经作废")
    kind, _ = work.numbers.owner(document.number)
    if kind == Kind.DOCUMENT or document.form in DECISION_FORMS:
        # The register's own number, printed on its form, goes on standing for the record.
        work.numbers.void(document.number, reason)
    if document.form in DECISION_FORMS:
        forget_decision_number(work, document)
    return work.of(Document).update(replace(document, state=State.VOID, void_reason=reason), "作废文书")
