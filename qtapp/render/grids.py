"""Grids and listings as bands of a ruled table."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from qtapp.formkit.sheet import Align, Cell, Grid, Listing, Span, Spans
from qtapp.render.flow import Item
from qtapp.render.lines import Line
from qtapp.render.pen import MM
from qtapp.render.setting import Setting
from qtapp.render.tables import HEAD, SIDE, Band, Box
from qtapp.render.tokens import Type

CONTINUED = "（续）"
SIGNING = 45 * MM  # the least line for a signature
SIGNED = re.compile(r"(?P<mark>(?:签名|签字|签章)）?：)(?P<gap>[ 　_]*)|(?P<blank>_{2,})")


def grid_items(grid: Grid, setting: Setting) -> list[Item]:
    """One band for each row, or for the rows that spanning cells tie together."""
    edges = column_edges(grid.widths, setting.width)
    placed = list(placed_cells(grid))
    bands: list[Item] = []
    first = 0
    for last in range(len(grid.rows)):
        if any(row <= last < row + cell.rows - 1 for row, _, cell in placed):
            continue
        least = [row.height * MM for row in grid.rows[first : last + 1]]
        inside = [(row, column, cell) for row, column, cell in placed if first <= row <= last]
        boxes = [cell_box(cell, row - first, column, edges, least, setting) for row, column, cell in inside]
        bands.append(Band(edges, least, boxes))
        first = last + 1
    return bands


def column_edges(widths: tuple[float, ...], width: float) -> list[float]:
    return [at * width / sum(widths) for at in accumulate(widths, initial=0.0)]


def placed_cells(grid: Grid) -> Iterator[tuple[int, int, Cell]]:
    """Each cell with its row and column: a cell moves right past those that reach down from above."""
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(grid.rows):
        column = 0
        for cell in row.cells:
            while (at, column) in taken:
                column += 1
            rows = min(cell.rows, len(grid.rows) - at)
            taken |= {(at + down, column + right) for down in range(rows) for right in range(cell.columns)}
            yield at, column, replace(cell, rows=rows)
            column += cell.columns


def cell_box(
    cell: Cell, row: int, column: int, edges: list[float], least: list[float], setting: Setting
) -> Box:
    width = edges[column + cell.columns] - edges[column] - 2 * SIDE
    room = sum(least[row : row + cell.rows]) - 2 * HEAD
    kind = fitting_type(cell.spans, width, room, setting, cell.indent)
    align = cell.align or (Align.CENTRE if cell.label else Align.JUSTIFY)
    again = (*cell.spans, Span(CONTINUED)) if cell.label and cell.spans else None
    return Box(
        column,
        row,
        kind,
        tuple(setting.lines(cell.spans, kind, width, cell.indent)),
        cell.columns,
        cell.rows,
        align,
        cell.top,
        tuple(line for text in cell.foot for line in foot_lines(text, kind, width, setting)),
        tuple(setting.lines(again, kind, width)) if again else None,
    )


def fitting_type(spans: Spans, width: float, room: float, setting: Setting, indent: float = 0) -> Type:
    """The body type; a smaller or closer one where that alone makes the text fit into its row."""
    kinds = setting.cells()
    for kind in kinds:
        if len(setting.lines(spans, kind, width, indent)) * kind.leading <= room:
            return kind
    return kinds[0]


def foot_lines(text: str, kind: Type, width: float, setting: Setting) -> list[Line]:
    """A line on which someone signs: it has 45 mm for the name wherever the cell is wide enough."""
    used = sum(line.width for line in setting.lines((Span(text),), kind, setting.width))
    blank = min(SIGNING, max(width - used, 3 * kind.em)) / kind.em
    return setting.lines(tuple(foot_spans(text, blank)), kind, width)


def foot_spans(text: str, blank: float) -> Iterator[Span]:
    """The text with a ruled blank wherever a signature is still to come, and for every ____."""
    done = 0
    for found in SIGNED.finditer(text):
        gap, after = found["gap"] or found["blank"] or "", text[found.end() :]
        if found["mark"] and after and not gap:
            continue  # the name is there already
        yield Span(text[done : found.start()] + (found["mark"] or ""))
        yield Span(field=True, blank=blank if found["mark"] else len(gap) / 2)
        yield Span("　　" if after.startswith("年") else " ")
        done = found.end()
    yield Span(text[done:])


def listing_items(listing: Listing, setting: Setting) -> list[Item]:
    edges = column_edges(listing.widths, setting.width)
    aligns = [*listing.aligns, *[Align.CENTRE] * len(listing.widths)]
    header = row_band(listing.headings, edges, [Align.CENTRE] * len(edges), listing.row_height, setting)
    header.header, header.glued = header, True
    rows = [row_band(row, edges, aligns, listing.row_height, setting) for row in listing.rows]
    if listing.close:
        rows.append(row_band((listing.close,), [edges[0], edges[-1]], aligns, listing.row_height, setting))
        rows[-1].boxes = [replace(box, align=Align.CENTRE) for box in rows[-1].boxes]
    for row in rows:
        row.header = header
    if len(rows) > 1 and listing.close:
        rows[-2].glued = True
    header.glued = bool(rows)
    return [header, *rows]


def row_band(
    texts: tuple[str, ...], edges: list[float], aligns: list[Align], height: float, setting: Setting
) -> Band:
    boxes = []
    for column, text in enumerate(texts):
        width = edges[column + 1] - edges[column] - 2 * SIDE
        kind = fitting_type((Span(text),), width, height * MM - 2 * HEAD, setting)
        lines = setting.lines((Span(text),), kind, width)
        boxes.append(Box(column, 0, kind, tuple(lines), align=aligns[column]))
    return Band(edges, [height * MM], boxes)
