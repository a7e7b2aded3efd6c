"""The yearly figures, counted from the records each time; no figure is ever stored."""

from collections.abc import Callable
from datetime import date

from qtapp.domain.cases import Case, Origin
from qtapp.domain.complaints import Complaint
from qtapp.domain.complaints import State as ComplaintState
from qtapp.domain.errors import Refused
from qtapp.domain.figures import FIGURES, LAW_GOVERNMENT, NOTHING, RULES, Figure, Span, Tally, tally
from qtapp.domain.inspections import Inspection
from qtapp.domain.inspections import Origin as InspectionOrigin
from qtapp.domain.inspections import State as InspectionState
from qtapp.domain.officers import Officer
from qtapp.domain.searches import Filter, Op, Query
from qtapp.domain.study import Session
from qtapp.store.store import Work
from qtapp.usecases.officers import certified


def span_of(year: int, cut_off: date | None) -> Span:
    """The days counted: the year, or the year up to its cut-off."""
    until = cut_off or date(year, 12, 31)
    if until.year != year:
        raise Refused(f"截稿日 {until} 不在 {year} 年内，请核对")
    return Span(year, until)


def figures(work: Work, year: int, cut_off: date | None = None, rules: str = LAW_GOVERNMENT) -> list[Figure]:
    """Every figure of the report with the numbers of the records behind it."""
    if rules not in RULES:
        raise Refused(f"没有“{rules}”这种统计口径；可用的有：{'、'.join(RULES)}")
    span = span_of(year, cut_off)
    counted = [(rule, COUNTS.get(rule.key, _nothing)(work, span)) for rule in FIGURES]
    return [Figure(rule, found.value, found.records) for rule, found in counted]


def _nothing(_work: Work, _span: Span) -> Tally:
    return NOTHING


def _during(span: Span, field: str, *more: Filter) -> Query:
    within = (Filter(field, span.since, Op.SINCE), Filter(field, span.until, Op.UNTIL))
    return Query(order=field, descending=False, filters=(*within, *more))


def _visits(work: Work, span: Span) -> list[Inspection]:
    counted = Filter("state", InspectionState.RECORDED), Filter("origin", InspectionOrigin.RECHECK, Op.NOT)
    return work.of(Inspection).find(_during(span, "started_at", *counted))


def inspection_visits(work: Work, span: Span) -> Tally:
    return tally((i.number for i in _visits(work, span)), any_at_all=work.of(Inspection).count() > 0)


def inspected_enterprises(work: Work, span: Span) -> Tally:
    firms = dict.fromkeys(i.target_code or i.target_name for i in _visits(work, span))
    return tally(firms, any_at_all=work.of(Inspection).count() > 0)


def _decided(work: Work, span: Span, origin: Origin) -> list[Case]:
    return work.of(Case).find(_during(span, "decided_on", Filter("origin", origin)))


def cases_preventive(work: Work, span: Span) -> Tally:
    return tally(
        (c.number for c in _decided(work, span, Origin.PREVENTIVE)), any_at_all=work.of(Case).count() > 0
    )


def cases_accident(work: Work, span: Span) -> Tally:
    return tally(
        (c.number for c in _decided(work, span, Origin.ACCIDENT)), any_at_all=work.of(Case).count() > 0
    )


def penalty_total(work: Work, span: Span) -> Tally:
    if not work.of(Case).count():
        return NOTHING
    found = [c for c in _decided(work, span, Origin.PREVENTIVE) if any(d.total_fen for d in c.decisions)]
    return Tally(sum(d.total_fen for c in found for d in c.decisions), tuple(c.number for c in found))


def officers_certified(work: Work, span: Span) -> Tally:
    held, _ = certified(work, span.until)
    return tally((_named(o) for o in held), any_at_all=work.of(Officer).count() > 0)


def officers_pending(work: Work, span: Span) -> Tally:
    _, pending = certified(work, span.until)
    return tally((_named(o) for o in pending), any_at_all=work.of(Officer).count() > 0)


def _named(officer: Officer) -> str:
    return officer.reference


def study_weeks(work: Work, span: Span) -> Tally:
    held = work.of(Session).find(_during(span, "held_on"))
    return tally((s.number for s in held), any_at_all=work.of(Session).count() > 0)


def complaints_received(work: Work, span: Span) -> Tally:
    not_void = Filter("state", ComplaintState.VOID, Op.NOT)
    found = work.of(Complaint).find(_during(span, "received_at", not_void))
    return tally((c.number for c in found), any_at_all=work.of(Complaint).count() > 0)


def complaints_closed(work: Work, span: Span) -> Tally:
    found = work.of(Complaint).find(_during(span, "closed_on", Filter("state", ComplaintState.CLOSED)))
    return tally((c.number for c in found), any_at_all=work.of(Complaint).count() > 0)


COUNTS: dict[str, Callable[[Work, Span], Tally]] = {
    "inspection_visits": inspection_visits,
    "inspected_enterprises": inspected_enterprises,
    "cases_preventive": cases_preventive,
    "cases_accident": cases_accident,
    "penalty_total_fen": penalty_total,
    "officers_certified": officers_certified,
    "officers_pending": officers_pending,
    "study_weeks": study_weeks,
    "complaints_received": complaints_received,
    "complaints_closed": complaints_closed,
}
