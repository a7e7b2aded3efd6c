"""Nothing is printed with a character missing: every text of a sheet is looked at first."""

from collections.abc import Iterator

from qtapp.formkit.sheet import (
    Block,
    Cell,
    Face,
    FormLine,
    Grid,
    Listing,
    Paragraph,
    Ruled,
    Seal,
    Sheet,
    Signature,
    Signatures,
    Spans,
    text_of,
)
from qtapp.render.fonts import Faces, Unprintable
from qtapp.render.tokens import clean

Placed = tuple[str, str, Face | None]  # where it stands, the text, its face (None: the sheet's own)
SHOWN = 8  # characters of a text that has no label, to say where it is


def check_printable(sheet: Sheet, faces: Faces) -> None:
    """Raises Unprintable naming the characters and the place where they stand."""
    for place, text, face in places(sheet):
        missing = faces.missing(face or sheet.layout.face, clean(text).replace("\n", ""))
        if missing:
            raise Unprintable(missing, f"《{sheet.title}》{place}")


def places(sheet: Sheet) -> Iterator[Placed]:
    yield "文书抬头", sheet.heading, Face.TITLE
    yield "标题", sheet.title, Face.TITLE
    yield "文号", sheet.number, Face.SONG
    yield "签发人", sheet.issuer, Face.SONG
    for block in sheet.blocks:
        yield from block_places(block)
    yield from signature_places(sheet.each_page)
    yield "页脚", sheet.copies, Face.FANG
    yield "水印", sheet.mark, Face.HEI


def block_places(block: Block) -> Iterator[Placed]:
    match block:
        case Paragraph(spans=spans) | FormLine(spans=spans):
            yield from span_places(beginning(text_of(spans)), spans)
        case Grid(rows=rows):
            yield from cell_places(cell for row in rows for cell in row.cells)
        case Listing():
            yield from listing_places(block)
        case Ruled(paragraphs=paragraphs):
            for paragraph in paragraphs:
                yield from span_places(beginning(text_of(paragraph.spans)), paragraph.spans)
        case Signatures(lines=lines):
            yield from signature_places(lines)
        case Seal():
            yield "落款", block.organ + block.date + block.note, None


def span_places(place: str, spans: Spans) -> Iterator[Placed]:
    """A field is named by the words before it."""
    for span in spans:
        yield place, span.text, span.face
        if not span.field and span.text.strip():
            place = f"“{span.text.strip()[-SHOWN:]}”处"


def cell_places(cells: Iterator[Cell]) -> Iterator[Placed]:
    place = "表格"
    for cell in cells:
        if cell.label:
            place = f"“{text_of(cell.spans)}”栏"
        for span in cell.spans:
            yield place, span.text, span.face
        for text in cell.foot:
            yield place, text, None


def listing_places(listing: Listing) -> Iterator[Placed]:
    for heading in listing.headings:
        yield "表头", heading, None
    for number, row in enumerate(listing.rows, start=1):
        for heading, text in zip(listing.headings, row, strict=False):
            yield f"第 {number} 行“{heading}”", text, None
    yield "表尾", listing.close, None


def signature_places(lines: tuple[Signature, ...]) -> Iterator[Placed]:
    for line in lines:
        yield f"“{line.label}”", line.label + (line.number or "") + line.number_text, None


def beginning(text: str) -> str:
    start = text.strip()[:SHOWN]
    return f"“{start}…”一段" if start else "正文"
