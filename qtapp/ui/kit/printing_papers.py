"""From a record to its paper on screen: looked at, or issued and then printed."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from qtapp.domain.record import Record
from qtapp.ui.kit.workplace import Workplace
from qtapp.usecases.documents import Paper, previewed, printed
from qtapp.usecases.records import get

OpenPdf = Callable[[str, bytes], object]  # (title, the PDF)
Failed = Callable[[BaseException], object]


def paper_title(place: Workplace, record: Record, paper: Paper) -> str:
    """What the paper is called on screen and as a file."""
    name = place.office.form(paper.form).title.replace("{bureau.region}", "")
    return " ".join(word for word in (name, record.reference, paper.party) if word)


def look_at(
    place: Workplace, asker: QObject, record: Record, paper: Paper, *, show: OpenPdf, failed: Failed
) -> None:
    """The paper as it stands now; nothing is issued."""
    office, kind, record_id = place.office, record.KIND, record.id
    title = paper_title(place, record, paper)
    place.tasks.look(
        asker,
        lambda work: previewed(work, office, get(work, kind, record_id), paper),
        lambda pdf: show(title, pdf),
        failed,
    )


def print_out(
    place: Workplace, asker: QObject, record: Record, paper: Paper, *, show: OpenPdf, failed: Failed
) -> None:
    """The paper issued under its number; what is shown is what is kept."""
    office, kind, record_id = place.office, record.KIND, record.id
    title = paper_title(place, record, paper)

    def issue(work: Any) -> bytes:
        return printed(work, office, get(work, kind, record_id), paper)

    place.tasks.change(asker, issue, lambda pdf: show(title, pdf), failed)
