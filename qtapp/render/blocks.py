"""Every kind of block as items of the flow."""

from collections.abc import Callable
from typing import Any

from qtapp.formkit.sheet import (
    Align,
    Block,
    FormLine,
    Gap,
    Grid,
    Listing,
    Paragraph,
    Ruled,
    Seal,
    Signatures,
    Span,
)
from qtapp.render.flow import Item, Strip, glue_back
from qtapp.render.formlines import form_line, signature_lines
from qtapp.render.grids import grid_items, listing_items
from qtapp.render.lines import Line
from qtapp.render.pen import HANZI_CENTRE, MM, Pen
from qtapp.render.setting import Setting
from qtapp.render.tokens import Type

SEAL_SQUARE = 50 * MM  # kept clear for a seal of 42 mm
SEAL_INSET = 4  # em between the date and the right margin
STANDS_ABOVE = 0.3  # em between a rule of a record and the baseline above it
RECORD_RULE = 0.4  # points
LONGEST_NAME = 0.75  # of the type width
TABLE_GAP = 4  # points between text and the table below it


def items_of(blocks: tuple[Block, ...], setting: Setting) -> list[Item]:
    """The whole flow; what is signed or sealed keeps two lines of its text with it."""
    flow: list[Item] = []
    for block in blocks:
        if isinstance(block, Signatures | Seal):
            glue_back(flow)
        elif isinstance(block, Grid | Listing) and flow:
            flow.append(Strip(TABLE_GAP, lambda _pen, _left, _top: None, glued=True, counts=False))
        flow += LAID_OUT_BY[type(block)](block, setting)
    return flow


def gap_items(gap: Gap, _setting: Setting) -> list[Item]:
    return [Strip(gap.height * MM, lambda _pen, _left, _top: None, counts=False)]


def form_line_items(form: FormLine, setting: Setting) -> list[Item]:
    kind = setting.type(form.size)
    return [line_strip(line, kind, Align.JUSTIFY) for line in form_line(form.spans, kind, setting)]


def line_strip(line: Line, kind: Type, align: Align) -> Strip:
    def paint(pen: Pen, left: float, top: float) -> None:
        pen.line(line, left, top - kind.leading / 2 - HANZI_CENTRE * kind.size, align)

    return Strip(kind.leading, paint)


def paragraph_items(paragraph: Paragraph, setting: Setting) -> list[Item]:
    """Its lines, never one alone at the end or at the beginning of a page."""
    kind = setting.body(paragraph.size)
    lines = setting.lines(paragraph.spans, kind, setting.width, paragraph.indent)
    lines = lines or [Line([], 0, setting.width, last=True)]
    items: list[Item] = [line_strip(line, kind, paragraph.align) for line in lines]
    for at in {0, len(items) - 2} if len(items) > 1 else set():
        items[at].glued = True
    if paragraph.keep:
        for item in items:
            item.glued = True
    return items


def ruled_items(ruled: Ruled, setting: Setting) -> list[Item]:
    pitch = max(ruled.pitch * MM, setting.type().size * 1.5)
    items: list[Item] = []
    for paragraph in ruled.paragraphs:
        kind = setting.body(paragraph.size)
        lines = setting.lines(paragraph.spans, kind, setting.width, paragraph.indent)
        items += [ruled_strip(line, kind, paragraph.align, pitch, setting.width) for line in lines]
    return items or [ruled_strip(Line([], 0, 0, last=True), setting.body(), Align.LEFT, pitch, setting.width)]


def ruled_strip(line: Line, kind: Type, align: Align, pitch: float, width: float) -> Strip:
    def paint(pen: Pen, left: float, top: float) -> None:
        bottom = top - pitch
        pen.line(line, left, bottom + STANDS_ABOVE * kind.size, align, ruled=False)
        pen.rule(left, bottom, left + width, bottom, RECORD_RULE)

    return Strip(pitch, paint, rule_pitch=pitch)


def signature_items(signatures: Signatures, setting: Setting) -> list[Item]:
    items: list[Item] = []
    for signature in signatures.lines:
        kind = setting.type()
        kind = Type(kind.face, kind.size, max(kind.leading, 10 * MM))
        items += [line_strip(line, kind, Align.LEFT) for line in signature_lines(signature, kind, setting)]
    for item in items[:-1]:
        item.glued = True
    return items


def seal_items(seal: Seal, setting: Setting) -> list[Item]:
    """The bureau's name over the date; the date's middle is the middle of a clear square."""
    kind = setting.type()
    date = setting.lines((Span(seal.date),), kind, setting.width)
    names = setting.balanced(seal.organ + seal.note, kind, setting.width * LONGEST_NAME)
    width = max(line.width for line in [*names, *date])
    inset = min(SEAL_INSET * kind.em, setting.width - width)
    left_of_block = setting.width - inset - width
    above = max(SEAL_SQUARE / 2, (len(names) + 0.5) * kind.leading)

    def paint(pen: Pen, left: float, top: float) -> None:
        base = top - above - HANZI_CENTRE * kind.size
        rows = [*((line, len(names) - at) for at, line in enumerate(names)), *((line, 0) for line in date)]
        for line, up in rows:
            centred = Line(line.tokens, 0, width, last=True)
            pen.line(centred, left + left_of_block, base + up * kind.leading, Align.CENTRE)

    return [Strip(above + SEAL_SQUARE / 2, paint)]


LAID_OUT_BY: dict[type[Block], Callable[[Any, Setting], list[Item]]] = {
    Paragraph: paragraph_items,
    FormLine: form_line_items,
    Grid: grid_items,
    Listing: listing_items,
    Ruled: ruled_items,
    Signatures: signature_items,
    Seal: seal_items,
    Gap: gap_items,
}
