"""Pages of a PDF as pictures and as text, by PDFium."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from threading import Lock

import pypdfium2 as pdfium

from qtapp.domain.errors import UserError

PDFIUM = Lock()  # the library may not be entered by two threads at a time
POINTS_PER_INCH = 72


@contextmanager
def opened(pdf: bytes) -> Iterator[pdfium.PdfDocument]:
    with PDFIUM:
        try:
            document = pdfium.PdfDocument(pdf)
        except pdfium.PdfiumError as fault:
            raise UserError("这个 PDF 文件已损坏或者加了密码，打不开。请换一份完好的文件。") from fault
        try:
            yield document
        finally:
            document.close()


@contextmanager
def bitmap(pdf: bytes, page: int, dpi: float, **how: bool) -> Iterator[pdfium.PdfBitmap]:
    """Page number `page` (from 0) as a picture."""
    with opened(pdf) as document:
        drawn = document[page].render(scale=dpi / POINTS_PER_INCH, **how)
        try:
            yield drawn
        finally:
            drawn.close()


def page_png(pdf: bytes, page: int, dpi: int) -> bytes:
    with bitmap(pdf, page, dpi, rev_byteorder=True) as drawn:
        buffer = BytesIO()
        drawn.to_pil().save(buffer, "PNG")
        return buffer.getvalue()


def page_grey(pdf: bytes, page: int, dpi: float) -> tuple[int, int, bytes]:
    """Width, height and rows of one byte a point, for the printer."""
    with bitmap(pdf, page, dpi, grayscale=True) as drawn:
        return drawn.width, drawn.height, rows(drawn, drawn.width)


def page_rgb(pdf: bytes, page: int, dpi: float) -> tuple[int, int, bytes]:
    """Width, height and rows of four bytes a point (blue, green, red, unused), for the screen."""
    with bitmap(pdf, page, dpi, prefer_bgrx=True) as drawn:
        return drawn.width, drawn.height, rows(drawn, drawn.width * 4)


def rows(drawn: pdfium.PdfBitmap, width: int) -> bytes:
    """The picture without the filling at the end of each row."""
    raw = memoryview(bytes(drawn.buffer))
    if drawn.stride == width:
        return bytes(raw)
    return b"".join(raw[at : at + width] for at in range(0, drawn.stride * drawn.height, drawn.stride))


def text_of(pdf: bytes) -> list[str]:
    """The text of each page."""
    with opened(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def count(pdf: bytes) -> int:
    with opened(pdf) as document:
        return len(document)


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page in points."""
    with opened(pdf) as document:
        return [page.get_size() for page in document]
