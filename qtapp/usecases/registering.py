"""One record of any kind, entered by its own use case: what `add` and the import share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from qtapp.domain.cleaning import cleaned
from qtapp.domain.errors import Invalid, Problem, Refused
from qtapp.domain.kinds import Kind
from qtapp.domain.officers import Officer
from qtapp.domain.record import Record
from qtapp.domain.study import Attendance, Session
from qtapp.store.store import Work
from qtapp.usecases.bureau import enter_department
from qtapp.usecases.cases import open_case
from qtapp.usecases.complaints import register_complaint
from qtapp.usecases.enterprises import enter_enterprise
from qtapp.usecases.inspections import register_inspection
from qtapp.usecases.office import Office
from qtapp.usecases.officers import enter_certificate, enter_officer
from qtapp.usecases.study import register_session

Enter = Callable[[Work, Office, Any], Record]


@dataclass(frozen=True)
class Doors:
    """How records of each kind come in."""

    by_kind: Mapping[Kind, Enter]

    def enter(self, work: Work, office: Office, record: Record) -> Record:
        if record.KIND not in self.by_kind:
            raise Refused(f"{record.KIND.label}不能这样登记；它由程序在别的步骤里产生")
        return self.by_kind[record.KIND](work, office, cleaned(record))


def enter_attendance(work: Work, _office: Office, mark: Attendance) -> Attendance:
    """A roll-call mark out of an older ledger; the session and the person are found by number and name."""
    session, unknown = _session(work, mark)
    officer, stranger = _called(work, mark)
    problems = [*mark.problems(), *unknown, *stranger]
    if problems or session is None or officer is None:
        raise Invalid(*problems)
    if work.of(Attendance).first(session_id=session.id, officer_id=officer.id):
        words = f"{officer.name} 在 {session.number} 已经有点名记录，一人一次学习只记一条"
        raise Invalid(Problem("officer_name", words, officer.name))
    mark = replace(mark, session_id=session.id, officer_id=officer.id, held_on=session.held_on)
    return work.of(Attendance).add(mark, "登记点名")


def _session(work: Work, mark: Attendance) -> tuple[Session | None, list[Problem]]:
    """The session meant, or why there is none."""
    if not mark.session_number.strip():
        return None, [Problem("session_number", "请填写“学习编号”，写明是哪一次学习的点名")]
    found = work.of(Session).first(number=mark.session_number.strip())
    words = f"没有编号为“{mark.session_number}”的学习，请先登记学习"
    return found, [] if found else [Problem("session_number", words, mark.session_number)]


def _called(work: Work, mark: Attendance) -> tuple[Officer | None, list[Problem]]:
    """The person meant, by name and, where several share it, by department; or why nobody is."""
    if not mark.officer_name.strip():
        return None, []  # the mark itself asks for the name
    named = work.of(Officer).all(name=mark.officer_name.strip())
    found = [o for o in named if o.department == mark.department] if len(named) > 1 else named
    if len(found) == 1:
        return found[0], []
    words = "有同名的人，请填写“科室”以便区分" if named else "不在人员名册中，请先登记人员"
    return None, [Problem("officer_name", f"“{mark.officer_name}”{words}", mark.officer_name)]


DOORS = Doors(
    {
        Kind.COMPLAINT: lambda work, _office, record: register_complaint(work, record),
        Kind.ENTERPRISE: lambda work, _office, record: enter_enterprise(work, record),
        Kind.OFFICER: lambda work, _office, record: enter_officer(work, record),
        Kind.CERTIFICATE: lambda work, _office, record: enter_certificate(work, record),
        Kind.INSPECTION: register_inspection,
        Kind.CASE: open_case,
        Kind.SESSION: lambda work, _office, record: register_session(work, record),
        Kind.ATTENDANCE: enter_attendance,
        Kind.DEPARTMENT: lambda work, _office, record: enter_department(work, record),
    }
)
