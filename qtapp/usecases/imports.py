"""Workbooks in: every row judged, the good ones taken in one transaction, and taken back on request."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qtapp.domain.catalogue import RECORDS
from qtapp.domain.complaints import Complaint
from qtapp.domain.documents import Document
from qtapp.domain.errors import Invalid, Problem, Refused, UserError
from qtapp.domain.inspections import Inspection
from qtapp.domain.kinds import Kind
from qtapp.domain.record import Record, field_of, fields_of
from qtapp.store.attempt import attempted
from qtapp.store.numbers import TAIL
from qtapp.store.store import Work
from qtapp.usecases.linking import built_upon, relinked
from qtapp.usecases.office import Office
from qtapp.usecases.progress import Progress
from qtapp.usecases.registering import DOORS

if TYPE_CHECKING:
    from qtapp.exchange.reading import RowRead, TableRead

QUIET = Progress()
PROPOSED = "已提请立案"


@dataclass(frozen=True)
class Refusal:
    """Why a row was not taken: where it stands in the workbook, what stands there, what is wrong."""

    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True)
class Report:
    id: int  # 0: nothing was taken, or it was only tried
    kind: Kind
    accepted: int
    rejected: int
    refusals: tuple[Refusal, ...]
    problems: Mapping[int, tuple[Problem, ...]]  # by row, for the workbook of rejected rows
    unknown: tuple[str, ...]  # headings that belong to no field


class Rehearsed(UserError):
    """Thrown at the end of a trial so that its transaction is undone; carries the report."""

    def __init__(self, report: Report) -> None:
        super().__init__("试导入完成，没有保存")
        self.report = report


def read_file(kind: Kind, path: Path) -> "TableRead[Any]":
    """The workbook or CSV as records and faults. No transaction is needed for this."""
    from qtapp.exchange.reading import read_table

    return read_table(RECORDS[kind], path)


def take_in(
    work: Work,
    office: Office,
    kind: Kind,
    table: "TableRead[Any]",
    source: str,
    *,
    trial: bool = False,
    progress: Progress = QUIET,
) -> Report:
    """Take the good rows of a table, all in this transaction. A trial raises `Rehearsed`."""
    if kind not in DOORS.by_kind:
        raise Refused(f"{kind.label}不能导入；它由程序在别的步骤里产生")
    taken: list[int] = []
    problems: dict[int, tuple[Problem, ...]] = {}
    for place, row in enumerate(_in_order(table.rows), start=1):
        progress.step(place, len(table.rows), f"正在核对第 {row.row} 行")
        if faults := _admit(work, office, row, taken):
            problems[row.row] = tuple(faults)
    problems = dict(sorted(problems.items()))
    refusals = tuple(_refusal(table, row, fault) for row, faults in problems.items() for fault in faults)
    import_id = work.imports.note(kind, source, taken) if taken and not trial else 0
    report = Report(import_id, kind, len(taken), len(problems), refusals, problems, table.unknown)
    if trial:
        raise Rehearsed(report)
    return report


def _in_order(rows: "Sequence[RowRead[Any]]") -> "Sequence[RowRead[Any]]":
    """The rows as they stand, or from the last one up in a ledger that has its newest number on top."""
    tails = [TAIL.search(str(getattr(row.record, "number", ""))) for row in rows]
    counted = [(int(tail[1]), int(tail[2])) for tail in tails if tail]
    return rows[::-1] if counted and counted[0] > counted[-1] else rows


def _admit(work: Work, office: Office, row: "RowRead[Any]", taken: list[int]) -> Sequence[Problem]:
    """Enter one row, or say everything that is wrong with it."""
    if row.problems:
        return row.every_problem()
    try:
        with attempted(work.database):
            taken.append(DOORS.enter(work, office, relinked(work, strip_number(row.record))).id)
    except Invalid as invalid:
        return invalid.problems
    except UserError as error:
        return [Problem("", str(error))]
    return ()


def _refusal(table: "TableRead[Any]", row: int, problem: Problem) -> Refusal:
    heading = table.heading_of(problem.field) if problem.field else ""
    return Refusal(row, heading or _label(table, problem.field), problem.value, problem.text)


def _label(table: "TableRead[Any]", name: str) -> str:
    cls = type(table.rows[0].record)
    return field_of(cls, name).label if any(f.name == name for f in fields_of(cls)) else ""


def undo(work: Work, import_id: int) -> int:
    """Take an import back, if nothing was built on it. Gives the number of records taken out."""
    noted = work.imports.get(import_id)
    if noted.undone:
        raise Refused(f"导入 {import_id} 已经撤销过")
    repository = work.of_kind(noted.kind)
    records = [repository.get(record_id) for record_id in noted.record_ids]
    for record in records:
        if why := _touched(work, record):
            raise Refused(f"导入 {import_id} 不能撤销：{record.reference} {why}")
    for record, other in built_upon(work, records, repository.entered_in(records[0].id)):
        known = record.reference in record.name_shown
        named = record.name_shown if known else f"{record.reference}（{record.name_shown}）"
        raise Refused(f"导入 {import_id} 不能撤销：{named} 已用在{other.KIND.label} {other.reference} 里")
    for record in reversed(records):
        _untell(work, record, f"撤销导入 {import_id}")
        repository.remove(record, f"撤销导入 {import_id}")
    work.numbers.release(noted.kind, set(noted.record_ids), f"撤销导入 {import_id}")
    work.imports.mark_undone(import_id)
    return len(records)


def _touched(work: Work, record: Record) -> str:
    """What has been done with a record since it came in; "" when nothing has."""
    acts: list[str] = []
    for line in work.audit.of(record):  # an earlier record taken back may have had the same id
        acts = [] if line.act.startswith("登记") else [*acts, line.act]
    acts = [act for act in acts if act != "编号"]
    if acts:
        return f"导入后已经“{acts[0]}”"
    if work.of(Document).first(subject_kind=record.KIND.value, subject_id=record.id):
        return "已经打印过文书"
    return ""


def _untell(work: Work, record: Record, act: str) -> None:
    """What the inspection or complaint said had become of it, is no longer so."""
    said = (getattr(record, "number", ""), PROPOSED)
    visit = None
    if inspection_id := getattr(record, "inspection_id", 0):
        visit = work.of(Inspection).get(inspection_id)
        if visit.case_number in said:
            work.of(Inspection).update(replace(visit, case_number=""), act)
    if complaint_id := getattr(record, "complaint_id", 0):
        complaint = work.of(Complaint).get(complaint_id)
        before = visit.number if visit and visit.complaint_id == complaint_id else ""
        if complaint.outcome_number in said:
            work.of(Complaint).update(replace(complaint, outcome_number=before), act)


def write_rejected(table: "TableRead[Any]", report: Report, path: Path) -> None:
    from qtapp.exchange.writing import write_rejected as write

    write(path, table, report.problems)


def write_template(kind: Kind, path: Path) -> None:
    from qtapp.exchange.writing import write_template as write

    write(path, RECORDS[kind])


def export(work: Work, kind: Kind, path: Path) -> int:
    """The whole register as a workbook, every field but the sealed ones. Gives the number of rows."""
    from qtapp.exchange.writing import write_register

    records = work.of_kind(kind).all()
    write_register(path, RECORDS[kind], records)
    return len(records)


def strip_number(record: Record) -> Record:
    """A complaint out of a foreign ledger whose own count is not one of our numbers."""
    if isinstance(record, Complaint) and record.number.isdecimal():
        return replace(record, number="")
    return record
