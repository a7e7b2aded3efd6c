"""What the window expects of a page."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:  # the window's frame is shown before the records are loaded
    from qtapp.domain.kinds import Kind
    from qtapp.domain.record import Record
    from qtapp.domain.searches import Query


class Page(QWidget):
    """One entry of the navigation. Made when it is first visited."""

    chapter = ""  # the file in the guide that F1 opens

    def arrive(self) -> None:
        """The person has come here: the keyboard goes where work begins."""
        self.setFocus()

    def keys(self) -> list[tuple[str, str]]:
        """(key, what it does) for F1."""
        return []

    def open_record(self, kind: "Kind", record_id: int) -> None:
        """Show one record; pages without records leave it."""

    def begin(self, draft: "Record | None" = None) -> None:
        """Begin a new record, with what another page has put together already."""

    def open_list(self, kind: "Kind", query: "Query") -> None:
        """Show a list so filtered."""
