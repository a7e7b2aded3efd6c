"""What stands round the text of a sheet: heading, title and number, foot, watermark and QR mark."""

import math
from collections.abc import Sequence

import segno

from qtapp.formkit.sheet import Align, Face, Sheet, Signatures, Span
from qtapp.render.blocks import line_strip, signature_items
from qtapp.render.flow import Item, Strip
from qtapp.render.lines import Line
from qtapp.render.pen import HANZI_CENTRE, MM, Pen
from qtapp.render.setting import SMALLEST, Setting
from qtapp.render.tokens import Type

HEADING = Type(Face.TITLE, 22, 36)
TITLE = Type(Face.TITLE, 22, 36)
NUMBER = Type(Face.SONG, 14, 24)
SMALL = Type(Face.FANG, SMALLEST, 16)
PAGE_NUMBER = Type(Face.SONG, SMALLEST, 16)
PAGE_NUMBER_DROP = 7 * MM  # below the type area, as on an official letter
DOUBLE_RULE = 1.8  # points between the two rules under the heading
QR_SIDE = 15 * MM
QR_DROP = 3 * MM
PAPER_EDGE = 5 * MM  # where printers do not print
WATERMARK = 0.88  # grey: light enough to read through
WATERMARK_SIZE = 110


def head_items(sheet: Sheet, setting: Setting) -> list[Item]:
    """Heading, double rule, title and number, tied to the first lines of text."""
    items: list[Item] = []
    if sheet.heading:
        items += [
            line_strip(line, HEADING, Align.CENTRE) for line in balanced(sheet.heading, HEADING, setting)
        ]
        items.append(Strip(10, lambda pen, left, top: double_rule(pen, left, top - 4, setting.width)))
    items += [line_strip(line, TITLE, Align.CENTRE) for line in balanced(sheet.title, TITLE, setting)]
    items += number_items(sheet, setting)
    items.append(Strip(6, lambda _pen, _left, _top: None))
    for item in items:
        item.glued = True
        item.counts = False
    return items


def balanced(text: str, kind: Type, setting: Setting) -> list[Line]:
    return setting.balanced(text, kind, setting.width) if text else []


def number_items(sheet: Sheet, setting: Setting) -> list[Item]:
    """The number, and at the right of its line who issues the paper."""
    number = setting.lines((Span(sheet.number),), NUMBER, setting.width)
    if not sheet.issuer:
        return [line_strip(line, NUMBER, setting.layout.number_align) for line in number]
    name = sheet.issuer if sheet.issuer.startswith("签发人") else f"签发人：{sheet.issuer}"
    issuer = setting.lines((Span(name),), NUMBER, setting.width)
    left = [line_strip(line, NUMBER, Align.LEFT) for line in number]
    right = [line_strip(line, NUMBER, Align.RIGHT) for line in issuer]
    together = sum(line.width for line in [*number, *issuer]) + NUMBER.em <= setting.width
    return [side_by_side([*left, *right])] if together else [*left, *right]


def side_by_side(strips: Sequence[Strip]) -> Strip:
    def paint(pen: Pen, left: float, top: float) -> None:
        for strip in strips:
            strip.draw(pen, left, top)

    return Strip(max(strip.height for strip in strips), paint)


def double_rule(pen: Pen, left: float, y: float, width: float) -> None:
    pen.rule(left, y, left + width, y, 1)
    pen.rule(left, y - DOUBLE_RULE, left + width, y - DOUBLE_RULE)


def copies_item(sheet: Sheet, setting: Setting) -> Strip | None:
    """The line that says where the copies go, under a thin rule."""
    if not sheet.copies:
        return None
    lines = setting.lines((Span(sheet.copies),), SMALL, setting.width)

    def paint(pen: Pen, left: float, top: float) -> None:
        pen.rule(left, top - 4, left + setting.width, top - 4)
        for at, line in enumerate(lines):
            y = top - 6 - at * SMALL.leading - SMALL.leading / 2 - HANZI_CENTRE * SMALL.size
            pen.line(line, left, y, Align.JUSTIFY)

    return Strip(6 + len(lines) * SMALL.leading, paint)


def foot_items(sheet: Sheet, setting: Setting) -> list[Item]:
    """What people sign at the foot of every page."""
    return signature_items(Signatures(sheet.each_page), setting) if sheet.each_page else []


def page_number(pen: Pen, setting: Setting, number: int, count: int) -> None:
    _, _, bottom, left = setting.margins
    text = f"第 {number} 页 共 {count} 页"
    for line in setting.lines((Span(text),), PAGE_NUMBER, setting.width):
        y = max(bottom - PAGE_NUMBER_DROP - PAGE_NUMBER.size, PAPER_EDGE + 2)
        pen.line(line, left, y, Align.CENTRE)


def qr_squares(code: str) -> list[list[bool]]:
    made = segno.make(code, error="m", micro=False, encoding="utf-8")
    return [[bool(module) for module in row] for row in made.matrix]


def qr_mark(pen: Pen, setting: Setting, squares: Sequence[Sequence[bool]]) -> None:
    """At the left in the bottom margin: a seal stands at the right, above it."""
    _, _, bottom, left = setting.margins
    side = min(QR_SIDE, bottom - QR_DROP - PAPER_EDGE)
    pen.squares([list(row) for row in squares], left, bottom - QR_DROP - side, side)


def watermark(pen: Pen, setting: Setting, mark: str) -> None:
    """Opaque light grey under the text: archives forbid transparency."""
    width, height = setting.page
    kind = Type(Face.HEI, WATERMARK_SIZE, WATERMARK_SIZE)
    (line,) = setting.lines((Span(mark),), kind, math.hypot(width, height))
    pen.tilted(line, width / 2, height / 2, WATERMARK)
