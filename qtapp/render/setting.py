"""What blocks are set with: the fonts, the type width and the body type of a sheet."""

from dataclasses import dataclass

from qtapp.formkit.sheet import Face, Layout, Span, Spans
from qtapp.render.fonts import Faces
from qtapp.render.lines import Line, set_lines
from qtapp.render.pen import MM
from qtapp.render.tokens import Type

SMALLEST = 10.5  # points: nothing on a paper is set smaller
SHORT, LONG = 210 * MM, 297 * MM  # A4
TIGHTEST = 1.3  # leading in em
CELL_LEADING, CLOSE_LEADING = 1.5, 1.25  # em


@dataclass(frozen=True)
class Setting:
    """The measures of one sheet, in points."""

    faces: Faces
    layout: Layout

    @property
    def page(self) -> tuple[float, float]:
        return (LONG, SHORT) if self.layout.landscape else (SHORT, LONG)

    @property
    def margins(self) -> tuple[float, float, float, float]:
        top, right, bottom, left = self.layout.margins
        return top * MM, right * MM, bottom * MM, left * MM

    @property
    def width(self) -> float:
        _, right, _, left = self.margins
        return self.page[0] - left - right

    @property
    def height(self) -> float:
        top, _, bottom, _ = self.margins
        return self.page[1] - top - bottom

    def body(self, size: float = 0) -> Type:
        """The type of running text, on a grid: the type width is a whole number of characters."""
        kind = self.type(size)
        count = max(1, round(self.width / kind.size))
        return Type(kind.face, kind.size, kind.leading, self.width / count - kind.size)

    def type(self, size: float = 0, face: Face | None = None) -> Type:
        """Type off the grid, for cells and short lines."""
        own = max(SMALLEST, self.layout.size)
        size = max(SMALLEST, size or own)
        leading = max(self.layout.leading * size / own, size * TIGHTEST)
        return Type(face or self.layout.face, size, leading)

    def cells(self) -> tuple[Type, ...]:
        """The types for a table's cell, the first the best: then smaller, then closer."""
        sizes = ((self.type().size, CELL_LEADING), (SMALLEST, CELL_LEADING), (SMALLEST, CLOSE_LEADING))
        return tuple(Type(self.layout.face, size, size * leading) for size, leading in sizes)

    def lines(self, spans: Spans, kind: Type, width: float, indent: float = 0) -> list[Line]:
        return set_lines(self.faces, spans, kind, width, indent)

    def balanced(self, text: str, kind: Type, width: float) -> list[Line]:
        """A heading's lines, none much shorter than the others."""
        lines = self.lines((Span(text),), kind, width)
        narrow = width
        while len(lines) > 1 and narrow > width / 2:
            narrow -= kind.em
            tried = self.lines((Span(text),), kind, narrow)
            if len(tried) > len(lines):
                break
            lines = [Line(line.tokens, 0, width, line.last) for line in tried]
        return lines
