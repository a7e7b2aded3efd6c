"""The pen: sets broken lines, rules and marks on ReportLab's canvas. Points from the lower left corner."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from qtapp.formkit.sheet import Align
from qtapp.render.cid import Embedded, EmbeddedMarks
from qtapp.render.fonts import FontFile, Glyph
from qtapp.render.lines import Line
from qtapp.render.marks import Marks
from qtapp.render.streams import packed
from qtapp.render.tokens import Token

MM = 72 / 25.4
THIN = 0.5  # points
RULE_DROP = 0.18  # em between the baseline and the rule of a field
HANZI_CENTRE = 0.38  # em from the baseline to the middle of a hanzi
MOST_STRETCH = 0.3  # em a gap may grow; a line that needs more stays ragged
BOLD_STROKE = 1 / 36  # em added round a bold glyph


class Paper(Canvas):
    """A canvas that asks for no font of its own: every page would else name an unembedded Helvetica."""

    _doc: Any
    _code: list[str]

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"

    def showPage(self) -> None:  # noqa: N802  ReportLab's name
        name = self._doc.thisPageName()
        super().showPage()
        page = self._doc.idToObject[name]
        page.Contents = packed(page.stream.encode("ascii"))


@dataclass(slots=True)
class Placed:
    """A glyph at its place in a line."""

    font: Embedded | EmbeddedMarks
    code: int
    x: float
    advance: float  # points, without any spacing
    size: float
    bold: bool


class Pen:
    """Draws on one document; fonts are embedded as they are first used."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self._fonts: dict[FontFile | Marks, Embedded | EmbeddedMarks] = {}

    def line(self, line: Line, left: float, base: float, align: Align, *, ruled: bool = True) -> None:
        """Set one line with its baseline at `base`; `ruled` draws the rules of its fields."""
        if not line.tokens:
            return
        free, grow = line.room - line.width, 0.0
        x = left + line.indent
        if align is Align.CENTRE:
            x += free / 2
        elif align is Align.RIGHT:
            x += free
        elif align is Align.JUSTIFY and not line.last:
            grow = stretch(line, free)
        places = list(positions(line.tokens, x, grow))
        self._set(line.tokens, places, base, grow + line.tokens[0].type.pitch)
        if ruled:
            self._rules(line.tokens, places, base)

    def rule(self, x1: float, y1: float, x2: float, y2: float, width: float = THIN) -> None:
        self._emit(f"{width:g} w {x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S")

    def box(self, left: float, bottom: float, width: float, height: float) -> None:
        self._emit(f"{THIN:g} w {left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re S")

    def tilted(self, line: Line, x: float, y: float, grey: float) -> None:
        """The line centred on a point, rising at 45 degrees, in grey."""
        self._emit(f"q {grey:g} g 0.7071 0.7071 -0.7071 0.7071 {x:.2f} {y:.2f} cm")
        size = line.tokens[0].type.size
        flat = Line(line.tokens, 0, line.width, last=True)
        self.line(flat, -line.width / 2, -HANZI_CENTRE * size, Align.LEFT)
        self._emit("Q")

    def squares(self, matrix: list[list[bool]], left: float, bottom: float, side: float) -> None:
        """A pattern of black squares, row by row as few rectangles."""
        step = side / len(matrix)
        parts = []
        for at, row in enumerate(matrix):
            y, x = bottom + (len(matrix) - 1 - at) * step, left
            for black, run in groupby(row):
                width = len(list(run)) * step
                if black:
                    parts.append(f"{x:.2f} {y:.2f} {width:.2f} {step:.2f} re")
                x += width
        self._emit("\n".join([*parts, "f"]))

    def _set(self, tokens: list[Token], places: list[float], base: float, spacing: float) -> None:
        placed = (glyph for token, x in zip(tokens, places, strict=True) for glyph in self._glyphs(token, x))
        runs = [list(run) for _, run in groupby(placed, lambda g: (g.font.name, g.size, g.bold))]
        if not runs:
            return
        operators = [f"BT {spacing:.4g} Tc"]
        for run in runs:
            first = run[0]
            bold = f"2 Tr {first.size * BOLD_STROKE:.2f} w " if first.bold else ""
            start = f"/{first.font.name} {first.size:g} Tf 1 0 0 1 {first.x:.2f} {base:.2f} Tm"
            operators.append(f"{start} {bold}[{shown(run, spacing)}] TJ{' 0 Tr' if first.bold else ''}")
        operators.append("0 Tc ET")
        self._emit("\n".join(operators))

    def _glyphs(self, token: Token, x: float) -> Iterator[Placed]:
        x -= token.before
        size, pitch = token.type.size, token.type.pitch
        for character, glyph in zip(token.text, token.glyphs, strict=True):
            font = self._font(glyph)
            advance = glyph.width * size / 1000
            yield Placed(font, font.code(character, glyph), x, advance, size, token.bold)
            x += advance + pitch

    def _font(self, glyph: Glyph) -> Embedded | EmbeddedMarks:
        font = self._fonts.get(glyph.font)
        if font is None:
            name = f"E{len(self._fonts) + 1}"
            font = EmbeddedMarks(name) if isinstance(glyph.font, Marks) else Embedded(glyph.font, name)
            self._fonts[glyph.font] = font
            self.paper._doc.delayedFonts.append(font)  # noqa: SLF001  its only door for fonts of another kind
        return font

    def _rules(self, tokens: list[Token], places: list[float], base: float) -> None:
        ends = [*places[1:], places[-1] + tokens[-1].width]
        for ruled, run in groupby(zip(tokens, places, ends, strict=True), lambda part: part[0].ruled):
            if ruled:
                parts = list(run)
                y = base - RULE_DROP * max(token.type.size for token, _, _ in parts)
                self.rule(parts[0][1], y, parts[-1][2], y)

    def _emit(self, operators: str) -> None:
        self.paper._code.append(operators)  # noqa: SLF001  the page's operators; drawString would ask for a font


def stretch(line: Line, free: float) -> float:
    """Points by which each gap grows, so that the line ends at the edge."""
    gaps = line.gaps()
    if not gaps or free / gaps > MOST_STRETCH * line.tokens[0].type.size:
        return 0
    return free / gaps


def positions(tokens: list[Token], x: float, grow: float) -> Iterator[float]:
    for at, token in enumerate(tokens):
        yield x
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        x += token.width + (grow if following is not None and (token.wide or following.wide) else 0)


def shown(run: list[Placed], spacing: float) -> str:
    """The codes of a run for TJ, with the moves between those that do not simply follow one another."""
    parts, codes = [], ""
    expected = run[0].x
    for glyph in run:
        move = (expected - glyph.x) * 1000 / glyph.size
        if abs(move) > 1:
            parts.append(f"<{codes}>{move:.0f}")
            expected, codes = glyph.x, ""
        codes += f"{glyph.code:0{glyph.font.digits}x}"
        expected += glyph.advance + spacing
    return "".join(parts) + f"<{codes}>"
