"""One record of any kind, entered by its own use case: what `add` and the import share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from qtapp.domain.errors import Invalid, Refused
from qtapp.domain.kinds import Kind
from qtapp.domain.record import Record
from qtapp.domain.study import Attendance
from qtapp.store.store import Work
from qtapp.usecases.bureau import enter_department
from qtapp.usecases.cases import open_case
from qtapp.usecases.complaints import register_complaint
from qtapp.usecases.enterprises import enter_enterprise
from qtapp.usecases.inspections import register_inspection
from qtapp.usecases.linking import relinked
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
        return self.by_kind[record.KIND](work, office, record)


def enter_attendance(work: Work, _office: Office, mark: Attendance) -> Attendance:
    """A roll-call mark out of an older ledger; the session and the person are found by number and name."""
    if problems := mark.problems():
        raise Invalid(*problems)
    return work.of(Attendance).add(relinked(work, mark), "登记点名")


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
