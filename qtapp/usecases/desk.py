"""What waits for me: the start page's lists, each a query that the register page can open."""

from dataclasses import dataclass
from datetime import date, timedelta

from qtapp.domain import cases, complaints
from qtapp.domain.cases import Case
from qtapp.domain.complaints import Complaint
from qtapp.domain.inspections import Inspection
from qtapp.domain.kinds import Kind
from qtapp.domain.officers import Certificate
from qtapp.domain.record import Record
from qtapp.domain.searches import Filter, Op, Query
from qtapp.domain.study import Session
from qtapp.store.store import Work

AHEAD = timedelta(days=90)
NO_RESULT = Filter("result_on", None)  # not answered for yet


@dataclass(frozen=True)
class Waiting:
    """A line of the start page: how many records wait, and the query that lists them."""

    title: str
    kind: Kind
    count: int
    query: Query
    urgent: bool = False


def waiting(work: Work, today: date) -> list[Waiting]:
    """Everything that waits, the urgent first."""
    found = [
        *_complaints(work, today),
        *_cases(work),
        *_inspections(work, today),
        *_certificates(work, today),
    ]
    return sorted((w for w in found if w.count), key=lambda w: not w.urgent)


def _line(work: Work, title: str, cls: type[Record], query: Query, *, urgent: bool = False) -> Waiting:
    return Waiting(title, cls.KIND, work.of(cls).count(query), query, urgent)


def _complaints(work: Work, today: date) -> list[Waiting]:
    base = Query(order="received_at")
    overdue = base.having(Filter("due_on", today - timedelta(days=1), Op.UNTIL), NO_RESULT)
    lines = [
        _line(work, "举报：已超期", Complaint, overdue, urgent=True),
        _line(
            work, "举报：今日到期", Complaint, base.having(Filter("due_on", today), NO_RESULT), urgent=True
        ),
    ]
    done = (complaints.State.CLOSED, complaints.State.VOID)
    by_state = (
        _line(work, f"举报：{state}", Complaint, base.having(Filter("state", state)))
        for state in complaints.State
        if state not in done
    )
    return [*lines, *by_state]


def _cases(work: Work) -> list[Waiting]:
    base = Query()
    done = (cases.State.CLOSED, cases.State.WITHDRAWN)
    return [
        _line(work, f"案件：{state}", Case, base.having(Filter("state", state)))
        for state in cases.State
        if state not in done
    ]


def _inspections(work: Work, today: date) -> list[Waiting]:
    query = Query(order="started_at").having(Filter("rectify_by", today), Filter("measure", "责令限期整改"))
    return [_line(work, "检查：今日整改到期", Inspection, query, urgent=True)]


def _certificates(work: Work, today: date) -> list[Waiting]:
    query = Query(order="expires_on", descending=False).having(
        Filter("expires_on", today, Op.SINCE),
        Filter("expires_on", today + AHEAD, Op.UNTIL),
        Filter("revoked_on", None),
    )
    return [_line(work, "证件：90 日内到期", Certificate, query)]


def studied_this_week(work: Work, today: date) -> Session | None:
    """The session held in the week of that day."""
    monday = today - timedelta(days=today.weekday())
    query = Query(order="held_on").having(
        Filter("held_on", monday, Op.SINCE), Filter("held_on", monday + timedelta(days=6), Op.UNTIL)
    )
    found = work.of(Session).find(query, 1)
    return found[0] if found else None
