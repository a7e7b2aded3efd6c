"""Sheets to one PDF: the same sheets and the same time give the same bytes."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from qtapp.formkit.sheet import Sheet
from qtapp.render import picture
from qtapp.render.archive import PRODUCER, describe
from qtapp.render.blocks import RECORD_RULE, items_of
from qtapp.render.flow import Item, Page, glue_back, paginate
from qtapp.render.fonts import Faces
from qtapp.render.page import (
    copies_item,
    foot_items,
    head_items,
    page_number,
    qr_mark,
    qr_squares,
    watermark,
)
from qtapp.render.pen import Paper, Pen
from qtapp.render.printable import check_printable
from qtapp.render.setting import Setting
from qtapp.render.tables import lower_to_fit


def pdf(sheets: Sequence[Sheet], faces: Faces, *, made: datetime, title: str = "") -> bytes:
    """All sheets one after the other, each with its own page numbers; raises Unprintable."""
    for sheet in sheets:
        check_printable(sheet, faces)
    name = title or (sheets[0].title if sheets else "")
    buffer = BytesIO()
    paper = Paper(buffer, pageCompression=1, invariant=1, pdfVersion=(1, 7))
    date_it(paper, made)
    paper.setTitle(name)
    paper.setAuthor("")
    paper.setSubject("")
    paper.setCreator(PRODUCER)
    paper.setProducer(PRODUCER)
    describe(paper._doc, name, made)  # noqa: SLF001  ReportLab has no other way to the catalogue
    pen = Pen(paper)
    for at, sheet in enumerate(sheets):
        draw_sheet(pen, sheet, faces, bookmark=f"sheet{at}" if len(sheets) > 1 else "")
    paper.save()
    return buffer.getvalue()


def pages(document: bytes) -> int:
    return picture.count(document)


def date_it(paper: Paper, made: datetime) -> None:
    """ReportLab would write the time of the run, or in its reproducible mode the year 2000."""
    document: Any = paper._doc  # noqa: SLF001
    document._timeStamp.YMDhms = (made.year, made.month, made.day, made.hour, made.minute, made.second)  # noqa: SLF001
    document.info._dateFormatter = "D:{:04d}{:02d}{:02d}{:02d}{:02d}{:02d}".format  # noqa: SLF001
    document.updateSignature(made.isoformat())


def draw_sheet(pen: Pen, sheet: Sheet, faces: Faces, bookmark: str) -> None:
    setting = Setting(faces, sheet.layout)
    feet = foot_items(sheet, setting)
    copies = copies_item(sheet, setting)
    flow = [*head_items(sheet, setting), *items_of(sheet.blocks, setting)]
    if copies is not None:
        glue_back(flow)
        flow.append(copies)
    room = setting.height - sum(item.height for item in feet)
    lower_to_fit(flow, room)
    laid = paginate(flow, room)
    squares = qr_squares(sheet.code) if sheet.code else []
    for number, page in enumerate(laid, start=1):
        pen.paper.setPageSize(setting.page)
        if bookmark and number == 1:
            pen.paper.bookmarkPage(bookmark)
            pen.paper.addOutlineEntry(f"{sheet.title} {sheet.number}".strip(), bookmark)
        if sheet.mark:
            watermark(pen, setting, sheet.mark)
        draw_page(pen, page, setting, room, copies)
        draw_feet(pen, feet, setting, room)
        if len(laid) > 1 or sheet.each_page:
            page_number(pen, setting, number, len(laid))
        if squares:
            qr_mark(pen, setting, squares)
        pen.paper.showPage()


def draw_page(pen: Pen, page: Page, setting: Setting, room: float, sunk: Item | None) -> None:
    """The items from the top; `sunk` at the very bottom; rules of a record fill what is left."""
    top = setting.page[1] - setting.margins[0]
    left = setting.margins[3]
    bottom = top - room
    y = top
    spare = room - page.used
    last_ruled = max((at for at, item in enumerate(page.items) if item.rule_pitch), default=-1)
    for at, item in enumerate(page.items):
        place = bottom + item.height if item is sunk else y
        item.draw(pen, left, place)
        y -= item.height
        if at == last_ruled:
            for below in rules_below(y, spare, item.rule_pitch):
                pen.rule(left, below, left + setting.width, below, RECORD_RULE)
                y = below


def rules_below(y: float, spare: float, pitch: float) -> Iterator[float]:
    for at in range(1, int(spare / pitch + 0.001) + 1):
        yield y - at * pitch


def draw_feet(pen: Pen, feet: Sequence[Item], setting: Setting, room: float) -> None:
    y = setting.page[1] - setting.margins[0] - room
    for item in feet:
        item.draw(pen, setting.margins[3], y)
        y -= item.height
