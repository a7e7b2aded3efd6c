"""The registers of the bureau."""

from typing import Any

from qtapp.domain import cases, complaints
from qtapp.domain.kinds import Kind
from qtapp.registers.register import Column, Register, Tone


def complaint_tone(row: dict[str, Any], today: str) -> Tone | None:
    if row["state"] == complaints.State.VOID:
        return Tone.VOID
    if row["state"] == complaints.State.CLOSED:
        return Tone.DONE
    if not row["due_on"]:
        return None
    return Tone.OVERDUE if row["due_on"] < today else Tone.DUE if row["due_on"] == today else None


def case_tone(row: dict[str, Any], _today: str) -> Tone | None:
    return {cases.State.CLOSED: Tone.DONE, cases.State.WITHDRAWN: Tone.VOID}.get(row["state"])


def expiry_tone(row: dict[str, Any], today: str) -> Tone | None:
    return Tone.OVERDUE if row["expires_on"] and row["expires_on"] <= today else None


REGISTERS: dict[Kind, Register] = {
    register.kind: register
    for register in (
        Register(
            Kind.COMPLAINT,
            "举报登记",
            (
                Column("number", 18),
                Column("received_at", 16),
                Column("state", 8),
                Column("due_on", 11),
                Column("target_name", 24),
                Column("content", 36),
                Column("channel", 10),
                Column("department", 12),
            ),
            ("state", "channel", "department", "received_at"),
            "received_at",
            tone=complaint_tone,
        ),
        Register(
            Kind.ENTERPRISE,
            "企业名录",
            (
                Column("name", 30),
                Column("credit_code", 20),
                Column("township", 12),
                Column("risk_class", 8),
                Column("industry", 12),
                Column("legal_rep", 10),
                Column("phone", 14),
                Column("address", 30),
            ),
            ("risk_class", "township", "supervised"),
            "name",
            descending=False,
        ),
        Register(
            Kind.OFFICER,
            "人员名册",
            (
                Column("name", 10),
                Column("department", 14),
                Column("post", 10),
                Column("duty", 12),
                Column("joined_on", 11),
                Column("left_on", 11),
                Column("apply_year", 10),
            ),
            ("department", "post"),
            "department",
            descending=False,
        ),
        Register(
            Kind.CERTIFICATE,
            "执法证件",
            (
                Column("number", 18),
                Column("officer_name", 10),
                Column("issuer", 20),
                Column("issued_on", 11),
                Column("expires_on", 11),
                Column("revoked_on", 12),
            ),
            ("expires_on",),
            "expires_on",
            descending=False,
            tone=expiry_tone,
        ),
        Register(
            Kind.INSPECTION,
            "执法检查",
            (
                Column("number", 26),
                Column("started_at", 16),
                Column("state", 8),
                Column("target_name", 28),
                Column("measure", 12),
                Column("rectify_by", 11),
                Column("department", 12),
                Column("origin", 8),
            ),
            ("origin", "department", "measure", "started_at"),
            "started_at",
        ),
        Register(
            Kind.CASE,
            "行政处罚案件",
            (
                Column("number", 20),
                Column("state", 8),
                Column("name", 34),
                Column("party_names", 24),
                Column("filed_on", 11),
                Column("decided_on", 11),
                Column("total_fen", 14),
                Column("department", 12),
            ),
            ("state", "origin", "department", "filed_on", "decided_on"),
            "id",
            tone=case_tone,
        ),
        Register(
            Kind.DOCUMENT,
            "文书",
            (
                Column("number", 26),
                Column("title", 24),
                Column("subject_number", 20),
                Column("party", 24),
                Column("dated_on", 11),
                Column("state", 8),
            ),
            ("state", "title", "dated_on"),
            "id",
        ),
        Register(
            Kind.SESSION,
            "集中学习",
            (
                Column("number", 16),
                Column("held_on", 11),
                Column("topic", 36),
                Column("host", 10),
                Column("place", 16),
                Column("expected", 8),
                Column("present", 8),
            ),
            ("held_on",),
            "held_on",
        ),
        Register(
            Kind.ATTENDANCE,
            "学习点名",
            (
                Column("held_on", 11),
                Column("session_number", 16),
                Column("officer_name", 10),
                Column("department", 14),
                Column("mark", 8),
                Column("reason", 20),
            ),
            ("mark", "department", "held_on"),
            "held_on",
        ),
        Register(
            Kind.DEPARTMENT,
            "科室",
            (Column("name", 24), Column("short", 10), Column("head", 10), Column("enforces", 8)),
            order="position",
            descending=False,
        ),
    )
}
