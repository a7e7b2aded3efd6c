"""How each page of the window is made; its module is loaded when it is first visited, or behind the desk."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path

from qtapp.app.build import Parts
from qtapp.app.care import RegisterCare
from qtapp.app.figures import title_of, write
from qtapp.domain.figures import Figure
from qtapp.ui.desk.page import DeskPage
from qtapp.ui.kit.page import Page
from qtapp.ui.kit.workplace import Workplace

# In the order of the navigation; a page visited sooner loads what is left of its own.
LATER = (
    *(f"qtapp.ui.{subject}.page" for subject in ("complaints", "inspections", "cases", "documents")),
    *(f"qtapp.ui.{subject}.page" for subject in ("enterprises", "officers", "study", "report", "system")),
    "qtapp.ui.kit.keys_help",
)


def load_pages() -> None:
    """The modules of the pages that are not on screen yet."""
    for name in LATER:
        import_module(name)


class Pages:
    """One method a line of the navigation, named by its key."""

    def __init__(self, place: Workplace, parts: Parts, care: RegisterCare) -> None:
        self._place, self._parts, self._care = place, parts, care

    def desk(self) -> Page:
        return DeskPage(self._place)

    def complaints(self) -> Page:
        from qtapp.ui.complaints.page import ComplaintsPage

        return ComplaintsPage(self._place)

    def inspections(self) -> Page:
        from qtapp.ui.inspections.page import InspectionsPage

        return InspectionsPage(self._place)

    def cases(self) -> Page:
        from qtapp.ui.cases.page import CasesPage

        return CasesPage(self._place)

    def documents(self) -> Page:
        from qtapp.ui.documents.page import DocumentsPage

        return DocumentsPage(self._place)

    def enterprises(self) -> Page:
        from qtapp.ui.enterprises.page import EnterprisesPage

        return EnterprisesPage(self._place)

    def officers(self) -> Page:
        from qtapp.ui.officers.page import OfficersPage

        return OfficersPage(self._place)

    def study(self) -> Page:
        from qtapp.ui.study.page import StudyPage

        return StudyPage(self._place)

    def report(self) -> Page:
        from qtapp.ui.report.page import ReportPage

        return ReportPage(self._place, partial(write_figures, self._parts))

    def system(self) -> Page:
        from qtapp.ui.system.page import SystemPage

        return SystemPage(self._place, self._care)


def write_figures(parts: Parts, year: int, cut_off: date | None, found: Sequence[Figure], path: Path) -> None:
    """The figures of the report as a workbook."""
    from qtapp.usecases.report import span_of

    title = title_of("", year, span_of(year, cut_off).until)
    write(path, title, found, lambda sheets: parts.draw(sheets, parts.clock()))
