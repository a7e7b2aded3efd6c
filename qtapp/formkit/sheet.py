"""A sheet: a form filled in. Every decision about words is made; any medium can draw it.

Sizes are points, widths and heights millimetres, indents and blanks em of the text's own size.
The characters ☑ and □ in a text are options: a renderer draws them, no font is asked for them.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum


class Face(StrEnum):
    """The five roles of type on an official paper."""

    SONG = "song"
    FANG = "fang"
    HEI = "hei"
    KAI = "kai"
    TITLE = "title"  # 小标宋


class Align(StrEnum):
    JUSTIFY = "justify"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True)
class Span:
    """A stretch of text. A field is underlined, and `blank` em wide at least, written or not."""

    text: str = ""
    field: bool = False
    blank: float = 0
    face: Face | None = None  # None: the face of the block
    bold: bool = False


Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Paragraph:
    """Running text, broken by the rules of Chinese line breaking."""

    spans: Spans
    align: Align = Align.JUSTIFY
    indent: float = 2  # em, first line
    size: float = 0  # 0: the body size of the sheet
    keep: bool = False  # stays on one page with what follows


@dataclass(frozen=True)
class FormLine:
    """One ruled line of a form: its texts keep their width, its fields share the rest by their `blank`.

    What does not fit wraps onto further lines; nothing is set smaller than 10.5 pt.
    """

    spans: Spans
    size: float = 0


@dataclass(frozen=True)
class Cell:
    """A cell of a grid. `foot` are lines set flush right at its bottom: where people sign."""

    spans: Spans = ()
    columns: int = 1
    rows: int = 1
    label: bool = False
    align: Align | None = None  # None: labels centred, values justified
    top: bool = False  # text begins at the top instead of the middle
    indent: float = 0
    foot: tuple[str, ...] = ()


@dataclass(frozen=True)
class GridRow:
    cells: tuple[Cell, ...]
    height: float = 10  # least height; a row grows with its text and may go on overleaf


@dataclass(frozen=True)
class Grid:
    """The ruled table of a 表格式 form; widths are shares of the type width."""

    widths: tuple[float, ...]
    rows: tuple[GridRow, ...]


@dataclass(frozen=True)
class Listing:
    """A table of any length whose headings are repeated on each page (清单式)."""

    headings: tuple[str, ...]
    widths: tuple[float, ...]  # shares of the type width
    rows: tuple[tuple[str, ...], ...]
    aligns: tuple[Align, ...] = ()  # per column; centred where not given
    row_height: float = 8
    close: str = "以下空白"  # written under the last row; "" leaves it out


@dataclass(frozen=True)
class Ruled:
    """The text of a record (笔录式): each line stands on a rule, the rules go on to the page's end."""

    paragraphs: tuple[Paragraph, ...]
    pitch: float = 9  # mm between rules


@dataclass(frozen=True)
class Signature:
    """Where a person signs: `label`, a line of 45 mm at least, optionally a number and a date."""

    label: str
    number: str | None = None  # label of the number beside it, e.g. 证号：; None: no number
    number_text: str = ""
    date: bool = False
    lines: int = 1


@dataclass(frozen=True)
class Signatures:
    lines: tuple[Signature, ...]


@dataclass(frozen=True)
class Seal:
    """Where the bureau seals: its name over the date, flush right; the seal straddles the date."""

    organ: str
    date: str
    note: str = "（印章）"


@dataclass(frozen=True)
class Gap:
    height: float  # mm


Block = Paragraph | FormLine | Grid | Listing | Ruled | Signatures | Seal | Gap


@dataclass(frozen=True)
class Layout:
    """The page: margins in mm (top, right, bottom, left), body size and leading in points."""

    margins: tuple[float, float, float, float] = (37, 26, 35, 28)
    size: float = 12
    leading: float = 28
    landscape: bool = False
    face: Face = Face.FANG
    number_align: Align = Align.CENTRE


LETTER = Layout()
CLOSE_LETTER = Layout(margins=(25, 26, 25, 28), leading=22)  # as the safety set measures
TABLE = Layout(margins=(25, 25, 20, 28), leading=20)
LANDSCAPE = Layout(margins=(25, 22, 22, 25), leading=18, landscape=True, size=10.5)


@dataclass(frozen=True)
class Sheet:
    """One document on paper, however many pages it takes."""

    form: str  # the form's key
    title: str
    blocks: tuple[Block, ...]
    heading: str = ""  # the line above the double rule; "" leaves both out
    number: str = ""
    issuer: str = ""  # 签发人, on the number line at the right
    copies: str = ""  # the line at the foot of the last page
    layout: Layout = LETTER
    each_page: tuple[Signature, ...] = ()  # signed at the foot of every page (records)
    mark: str = ""  # watermark, e.g. 草稿
    code: str = ""  # text of the small QR mark at the foot; "" leaves it out
    warnings: tuple[str, ...] = field(default=(), compare=False)  # required fields left open

    def draft(self) -> "Sheet":
        """The same sheet marked 草稿, without its machine-readable mark."""
        return replace(self, mark="草稿", code="")

    def words(self) -> str:
        """All words on the sheet, in order: what tests and searches read."""
        parts = [self.heading, self.title, self.number, self.issuer]
        for block in self.blocks:
            parts += block_words(block)
        parts += [line.label + line.number_text for line in self.each_page]
        return "\n".join(part for part in [*parts, self.copies] if part)


def block_words(block: Block) -> list[str]:
    """The texts of one block, a list entry a cell, paragraph or line."""
    match block:
        case Paragraph(spans=spans) | FormLine(spans=spans):
            return [text_of(spans)]
        case Grid(rows=rows):
            return [t for row in rows for cell in row.cells for t in (text_of(cell.spans), *cell.foot)]
        case Listing():
            return [*block.headings, *(text for row in block.rows for text in row)]
        case Ruled(paragraphs=paragraphs):
            return [text_of(p.spans) for p in paragraphs]
        case Signatures(lines=lines):
            return [line.label + (line.number or "") + line.number_text for line in lines]
        case Seal():
            return [block.organ, block.date, block.note]
        case Gap():
            return []


def text_of(spans: Spans) -> str:
    return "".join(span.text for span in spans)
