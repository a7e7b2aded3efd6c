"""The kinds of record the bureau keeps; the value is the kind's name on the command line."""

from enum import StrEnum


class Kind(StrEnum):
    COMPLAINT = "complaints"
    ENTERPRISE = "enterprises"
    OFFICER = "officers"
    CERTIFICATE = "certificates"
    INSPECTION = "inspections"
    CASE = "cases"
    DOCUMENT = "documents"
    SESSION = "sessions"
    ATTENDANCE = "attendance"
    DEPARTMENT = "departments"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    Kind.COMPLAINT: "举报",
    Kind.ENTERPRISE: "企业",
    Kind.OFFICER: "人员",
    Kind.CERTIFICATE: "执法证件",
    Kind.INSPECTION: "检查",
    Kind.CASE: "案件",
    Kind.DOCUMENT: "文书",
    Kind.SESSION: "集中学习",
    Kind.ATTENDANCE: "学习点名",
    Kind.DEPARTMENT: "科室",
}
