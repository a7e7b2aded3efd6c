"""All kinds of record, each with its declaration."""

from qtapp.domain.bureau import Department
from qtapp.domain.cases import Case
from qtapp.domain.complaints import Complaint
from qtapp.domain.documents import Document
from qtapp.domain.enterprises import Enterprise
from qtapp.domain.inspections import Inspection
from qtapp.domain.kinds import Kind
from qtapp.domain.officers import Certificate, Officer
from qtapp.domain.record import Record
from qtapp.domain.study import Attendance, Session

RECORDS: dict[Kind, type[Record]] = {
    cls.KIND: cls
    for cls in (
        Complaint,
        Enterprise,
        Officer,
        Certificate,
        Inspection,
        Case,
        Document,
        Session,
        Attendance,
        Department,
    )
}
