"""Which papers of a record have their time: what a clerk means by “print everything of this”."""

from qtapp.domain.cases import ORDER, Case, StepKind, next_step
from qtapp.domain.record import Record, is_empty
from qtapp.formkit.form import Form
from qtapp.usecases.documents import Paper, papers_of
from qtapp.usecases.office import Office


def due_papers(office: Office, record: Record) -> list[Paper]:
    """The papers for which there is occasion and whose step was taken or is the next one."""
    return [paper for paper in papers_of(office, record) if is_due(office.form(paper.form), record)]


def is_due(form: Form, record: Record) -> bool:
    if form.asked:
        return False
    if form.when and is_empty(getattr(record, form.when)):
        return False
    if not (form.step and isinstance(record, Case)):
        return True
    following = next_step(record)
    return following is None or ORDER.index(StepKind(form.step)) <= ORDER.index(following)
