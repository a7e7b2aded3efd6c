"""A paper on screen and on the printer: the same page at the same place."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from qtapp.render import picture
from qtapp.ui.kit.preview import Preview
from qtapp.ui.kit.printing import Offset, keep_offset, wanted_pages
from qtapp.ui.kit.workplace import Workplace
from tests.ui.conftest import Answers, Pictures
from tests.ui.driving import press, shown

MM = 25.4
DPI = 300


def page_of(
    *boxes: tuple[float, float, float, float], size: tuple[float, float] = (595.276, 841.89)
) -> bytes:
    """A page with black boxes (left, bottom, width, height in points)."""
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=size)
    for box in boxes:
        canvas.rect(*box, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.fixture
def three_pages() -> bytes:
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    for place in range(3):
        writer.append(PdfReader(BytesIO(page_of((72, 700 - 100 * place, 100, 20)))))
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def ink(pdf: bytes, page: int = 0) -> tuple[float, float, float, float]:
    """Where the first and last ink lies, in mm from the left and from the top."""
    wide, high, grey = picture.page_grey(pdf, page, DPI)
    rows = [y for y in range(high) if min(grey[y * wide : (y + 1) * wide]) < 128]
    columns = [x for x in range(wide) if min(grey[x::wide]) < 128]
    return tuple(dots * MM / DPI for dots in (columns[0], rows[0], columns[-1], rows[-1]))  # type: ignore[return-value]


def printed_to(path: Path, place: Workplace, pdf: bytes, qtbot: QtBot) -> bytes:
    preview = Preview(place)
    preview.show_pdf(pdf, "试印")
    qtbot.waitUntil(preview.has_pages)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    with qtbot.waitSignal(preview.printed, timeout=60_000):
        preview.print_on(printer)
    return path.read_bytes()


def test_what_is_printed_lies_where_the_paper_says(place: Workplace, qtbot: QtBot, tmp_path: Path) -> None:
    """Marks near all four edges, to the third of a millimetre, at exactly 100 %."""
    pdf = page_of((20, 20, 30, 10), (545, 811, 30, 10))
    out = printed_to(tmp_path / "out.pdf", place, pdf, qtbot)
    for wanted, got in zip(ink(pdf), ink(out), strict=True):
        assert got == pytest.approx(wanted, abs=0.3)
    assert Pictures().sizes(out)[0] == pytest.approx((595.276, 841.89), abs=1)


def test_a_page_across_is_printed_across(place: Workplace, qtbot: QtBot, tmp_path: Path) -> None:
    pdf = page_of((20, 20, 30, 10), (790, 560, 30, 10), size=(841.89, 595.276))
    out = printed_to(tmp_path / "out.pdf", place, pdf, qtbot)
    assert Pictures().sizes(out)[0] == pytest.approx((841.89, 595.276), abs=1)
    for wanted, got in zip(ink(pdf), ink(out), strict=True):
        assert got == pytest.approx(wanted, abs=0.3)


def test_a_printer_that_prints_askew_is_put_right(place: Workplace, qtbot: QtBot, tmp_path: Path) -> None:
    pdf = page_of((72, 700, 100, 20))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    keep_offset(place.memory, printer.printerName(), Offset(3, -2))
    out = printed_to(tmp_path / "out.pdf", place, pdf, qtbot)
    moved = [got - wanted for wanted, got in zip(ink(pdf), ink(out), strict=True)]
    assert moved == pytest.approx([3, -2, 3, -2], abs=0.3)


def test_all_pages_are_printed_in_their_order(
    place: Workplace, three_pages: bytes, qtbot: QtBot, tmp_path: Path
) -> None:
    out = printed_to(tmp_path / "out.pdf", place, three_pages, qtbot)
    assert [round(ink(out, page)[1]) for page in range(3)] == [
        round(ink(three_pages, p)[1]) for p in range(3)
    ]


def test_the_pages_asked_for_are_the_pages_printed() -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    assert wanted_pages(printer, 4) == [0, 1, 2, 3]
    printer.setFromTo(2, 9)
    assert wanted_pages(printer, 4) == [1, 2, 3]


def test_a_file_that_cannot_be_written_is_said_and_nothing_hangs(
    place: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    preview = Preview(place)
    shown(qtbot, preview)
    preview.show_pdf(page_of((72, 700, 100, 20)), "试印")
    qtbot.waitUntil(preview.has_pages)
    assert isinstance(place.ask, Answers)
    place.ask.path = tmp_path / "none" / "a.pdf"
    press("Ctrl+S")
    qtbot.waitUntil(lambda: "找不到" in preview.strip.text)


def test_a_saved_copy_is_the_paper_byte_for_byte(place: Workplace, qtbot: QtBot, tmp_path: Path) -> None:
    preview = Preview(place)
    shown(qtbot, preview)
    pdf = page_of((72, 700, 100, 20))
    preview.show_pdf(pdf, "现场检查记录 海岱/化工")
    qtbot.waitUntil(preview.has_pages)
    assert isinstance(place.ask, Answers)
    place.ask.path = tmp_path / "a.pdf"
    with qtbot.waitSignal(place.notices.praised):
        press("Ctrl+S")
    assert place.ask.path.read_bytes() == pdf


def test_pages_are_drawn_as_they_come_into_sight(place: Workplace, three_pages: bytes, qtbot: QtBot) -> None:
    preview = Preview(place)
    shown(qtbot, preview)
    preview.show_pdf(three_pages, "三页")
    qtbot.waitUntil(lambda: bool(preview.sheets) and not preview.sheets[0].picture.isNull())
    assert preview.sheets[2].picture.isNull()
    press("End")
    qtbot.waitUntil(lambda: not preview.sheets[2].picture.isNull())
    assert "第 3 页，共 3 页" in preview.position.text()
    press("PgUp")
    qtbot.waitUntil(lambda: "第 2 页" in preview.position.text())


def test_actual_size_is_the_size_of_the_paper_and_the_keys_zoom(place: Workplace, qtbot: QtBot) -> None:
    preview = Preview(place)
    shown(qtbot, preview)
    preview.show_pdf(page_of((72, 700, 100, 20)), "一页")
    qtbot.waitUntil(preview.has_pages)
    preview.set_zoom(1)
    actual = preview.sheets[0].width()
    assert actual == pytest.approx(595.276 * preview.logicalDpiX() / 72, abs=1)
    press("Ctrl+-")
    assert preview.sheets[0].width() == pytest.approx(actual / 1.2, abs=2)
    press("Ctrl++")
    assert preview.sheets[0].width() == pytest.approx(actual, abs=2)


def test_a_damaged_file_is_said_and_not_shown(place: Workplace, qtbot: QtBot) -> None:
    preview = Preview(place)
    shown(qtbot, preview)
    preview.show_pdf(b"%PDF-1.7 nonsense", "坏的")
    qtbot.waitUntil(lambda: "损坏" in preview.strip.text)
    assert not preview.has_pages()
    assert not preview.commands.action("打印").isEnabled()


def test_escape_goes_back(place: Workplace, qtbot: QtBot) -> None:
    preview = Preview(place)
    shown(qtbot, preview)
    preview.setFocus(Qt.FocusReason.OtherFocusReason)
    with qtbot.waitSignal(preview.closed):
        press("Esc")
