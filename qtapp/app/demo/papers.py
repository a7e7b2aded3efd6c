"""A few papers really issued, so that the register of documents has something to show."""

from collections.abc import Iterator
from dataclasses import dataclass

from qtapp.app.demo.diary import Desk
from qtapp.domain.cases import Case, Origin, State
from qtapp.domain.complaints import Complaint
from qtapp.domain.complaints import State as ComplaintState
from qtapp.domain.inspections import Inspection
from qtapp.domain.record import Record
from qtapp.domain.searches import Filter, Query
from qtapp.domain.study import Session
from qtapp.usecases.documents import Paper, papers_of, prepare, printed

WANTED = 10
OF_EACH = {Case: 6, Inspection: 2, Complaint: 2, Session: 1}


@dataclass(frozen=True)
class Showcase:
    record: Record
    paper: Paper


def issue_papers(desk: Desk) -> int:
    """Issue up to ten papers that have nothing left to fill in. Gives how many there are now."""
    found = list(_showcases(desk))[:WANTED]
    for showcase in found:
        printed(desk.work, desk.office, showcase.record, showcase.paper)
    return len(found)


def _showcases(desk: Desk) -> Iterator[Showcase]:
    for record in _records(desk):
        whole = (p for p in papers_of(desk.office, record) if _is_whole(desk, record, p))
        for _, paper in zip(range(OF_EACH[type(record)]), whole, strict=False):
            yield Showcase(record, paper)


def _is_whole(desk: Desk, record: Record, paper: Paper) -> bool:
    return not prepare(desk.work, desk.office, record, paper).missing


def _records(desk: Desk) -> Iterator[Record]:
    """A case with two parties, an order to correct, an answered complaint, the last session."""
    work = desk.work
    newest, usual = Query(order="id"), Filter("origin", Origin.PREVENTIVE)
    closed = work.of(Case).find(Query(order="closed_on").having(Filter("state", State.CLOSED), usual), 40)
    yield from [case for case in closed if len(case.parties) > 1][:1]
    yield from work.of(Inspection).find(newest.having(Filter("measure", "责令限期整改")), 1)
    yield from work.of(Complaint).find(newest.having(Filter("state", ComplaintState.CLOSED)), 1)
    yield from work.of(Session).find(newest, 1)
