"""A PDF opened over the page it came from."""

from qtapp.ui.kit.list_page import ListPage
from qtapp.ui.kit.preview import Preview


def show_pdf(page: ListPage, title: str, pdf: bytes) -> Preview:
    """The preview over the page; Esc goes back to where one came from."""
    panel = Preview(page.place)
    panel.show_pdf(pdf, title)
    page.open_full(panel)
    return panel
