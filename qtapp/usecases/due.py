"""Which papers of a record have their time: what a clerk means by “print everything of this”."""

from collections.abc import Callable, Mapping
from typing import Any

from qtapp.domain.cases import ORDER, Case, StepKind, next_step
from qtapp.domain.record import Record
from qtapp.usecases.documents import STEP_OF, Paper, papers_of
from qtapp.usecases.office import Office

# Papers that not every record of their kind calls for.
WHEN: Mapping[str, Callable[[Any], bool]] = {
    "complaint_assignment": lambda complaint: complaint.instructed_on is not None,
    "rectification_order": lambda inspection: inspection.measure == "责令限期整改",
}


def due_papers(office: Office, record: Record) -> list[Paper]:
    """The papers whose step was taken or is the next one, in statutory order."""
    return [paper for paper in papers_of(office, record) if _is_due(paper.form, record)]


def _is_due(form: str, record: Record) -> bool:
    if form in WHEN:
        return WHEN[form](record)
    if isinstance(record, Case) and form in STEP_OF:
        following = next_step(record)
        return following is None or ORDER.index(StepKind(STEP_OF[form])) <= ORDER.index(following)
    return True
