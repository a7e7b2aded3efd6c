"""What the bureau has had to do with one enterprise: complaints, inspections, cases."""

from collections.abc import Mapping
from html import escape
from typing import Any

from qtapp.domain.enterprises import Enterprise
from qtapp.domain.kinds import Kind
from qtapp.domain.searches import Filter, Op, Query

LATEST = 20
COLUMNS = {
    Kind.COMPLAINT: ("received_at", "number", "state"),
    Kind.INSPECTION: ("started_at", "number", "measure"),
    Kind.CASE: ("filed_on", "number", "state"),
}
Dealings = Mapping[Kind, list[tuple[Any, ...]]]


def dealings(work: Any, firm: Enterprise) -> Dealings:
    """The latest of each kind: (id, day, number, state)."""
    own = Query().having(Filter("enterprise_id", firm.id))
    named = Query().having(Filter("party_names", firm.name, Op.HAS))
    return {
        kind: work.of_kind(kind).page(named if kind is Kind.CASE else own, columns, LATEST)
        for kind, columns in COLUMNS.items()
    }


def dealings_html(found: Dealings) -> str:
    parts = [
        f"<h4>{kind.label}（{len(rows)}）</h4>{''.join(_line(kind, row) for row in rows)}"
        for kind, rows in found.items()
        if rows
    ]
    return "".join(parts) or "<p>还没有举报、检查和案件。</p>"


def _line(kind: Kind, row: tuple[Any, ...]) -> str:
    record_id, day, number, state = row
    return (
        f'<p>{escape(str(day or "")[:10])}　<a href="open:{kind.value}/{record_id}">'
        f"{escape(str(number or '（未编号）'))}</a>　{escape(str(state or ''))}</p>"
    )
