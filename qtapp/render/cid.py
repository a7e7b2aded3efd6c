"""Fonts inside the PDF: one subset for each font file, readable as text in every plane of Unicode."""

import hashlib
from collections.abc import Iterator
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFString,
)

from qtapp.render.fonts import FontFile, Glyph
from qtapp.render.marks import MARKS
from qtapp.render.streams import packed

KEPT_TABLES = frozenset({"glyf", "loca", "head", "hhea", "hmtx", "maxp", "cvt ", "fpgm", "prep"})
FULL_WIDTH = 1000
SYMBOLIC = 4  # the font's own encoding, in the words of the PDF reference
MAPPINGS_A_BLOCK = 100  # the most a bfchar block may hold


def to_unicode(characters: list[str], first: int, digits: int) -> bytes:
    """The table by which a reader turns codes back into characters."""
    lines = [
        f"<{first + at:0{digits}X}> <{c.encode('utf-16-be').hex().upper()}>"
        for at, c in enumerate(characters)
    ]
    blocks = [lines[at : at + MAPPINGS_A_BLOCK] for at in range(0, len(lines), MAPPINGS_A_BLOCK)]
    body = "\n".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<{'0' * digits}> <{'F' * digits}>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode("ascii")


class Embedded:
    """A font file in one document. Codes are given out in the order in which characters are first drawn."""

    digits = 4

    def __init__(self, font: FontFile, name: str) -> None:
        self.name = name
        self._font = font
        self._codes: dict[str, int] = {}
        self._glyphs: list[int] = []
        self._widths: list[int] = []

    def code(self, character: str, glyph: Glyph) -> int:
        code = self._codes.get(character)
        if code is None:
            self._glyphs.append(glyph.code)
            self._widths.append(glyph.width)
            code = self._codes[character] = len(self._glyphs)
        return code

    def addObjects(self, document: PDFDocument) -> None:  # noqa: N802  ReportLab calls it so when it saves
        program, numbers = self._subset()
        base = PDFName(f"{self._tag()}+{self._font.source.postscript}")
        descendant = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": base,
            "DW": FULL_WIDTH,
            "W": PDFArray(list(self._width_ranges())),
            "CIDSystemInfo": PDFDictionary(
                {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
            ),
            "FontDescriptor": document.Reference(self._descriptor(document, base, program)),
            "CIDToGIDMap": document.Reference(packed(b"".join(n.to_bytes(2, "big") for n in numbers))),
        }
        font = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": base,
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(PDFDictionary(descendant))]),
            "ToUnicode": document.Reference(packed(to_unicode(list(self._codes), 1, self.digits))),
        }
        add_font(document, self.name, font)

    def _descriptor(self, document: PDFDocument, base: object, program: bytes) -> PDFDictionary:
        extents = self._font.font.get_font_extents("ltr")
        scale = 1000 / self._font.face.upem
        ascent, descent = round(extents.ascender * scale), round(extents.descender * scale)
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": base,
                "Flags": SYMBOLIC,
                "FontBBox": PDFArray([-1000, descent, 2000, ascent]),
                "Ascent": ascent,
                "Descent": descent,
                "CapHeight": ascent,
                "ItalicAngle": 0,
                "StemV": 80,
                "FontFile2": document.Reference(packed(program, Length1=len(program))),
            }
        )

    def _subset(self) -> tuple[bytes, list[int]]:
        """The font program with the glyphs used, and the new glyph number for each code from 0 on."""
        face = self._font.face
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(self._glyphs)
        wanted.drop_table_tag_set.update(
            int.from_bytes(tag.encode("latin-1"), "big") for tag in face.table_tags if tag not in KEPT_TABLES
        )
        wanted.flags = hb.SubsetFlags.NOTDEF_OUTLINE
        plan = hb.SubsetPlan(face, wanted)
        numbers = plan.old_to_new_glyph_mapping
        return bytes(plan.execute().blob.data), [0, *(numbers[glyph] for glyph in self._glyphs)]

    def _tag(self) -> str:
        """Six letters that name this subset; the same characters give the same letters."""
        digest = hashlib.sha256("".join(self._codes).encode()).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])

    def _width_ranges(self) -> Iterator[object]:
        run: list[int] = []
        for code, width in enumerate([*self._widths, FULL_WIDTH], start=1):
            if width != FULL_WIDTH:
                run.append(width)
            elif run:
                yield code - len(run)
                yield PDFArray(run)
                run = []


class EmbeddedMarks:
    """The drawn characters as a Type 3 font."""

    digits = 2

    def __init__(self, name: str) -> None:
        self.name = name

    def code(self, _character: str, glyph: Glyph) -> int:
        return glyph.code

    def addObjects(self, document: PDFDocument) -> None:  # noqa: N802  ReportLab calls it so when it saves
        names = [f"m{at}" for at in range(len(MARKS.SHAPES))]
        shapes = {
            name: document.Reference(packed(f"{MARKS.WIDTH} 0 0 -120 1000 880 d1 {shape}".encode()))
            for name, shape in zip(names, MARKS.SHAPES.values(), strict=True)
        }
        last = len(names) - 1
        font = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type3"),
            "FontBBox": PDFArray([0, -120, 1000, 880]),
            "FontMatrix": PDFArray([0.001, 0, 0, 0.001, 0, 0]),
            "CharProcs": PDFDictionary(shapes),
            "Encoding": PDFDictionary(
                {"Type": PDFName("Encoding"), "Differences": PDFArray([0, *map(PDFName, names)])}
            ),
            "FirstChar": 0,
            "LastChar": last,
            "Widths": PDFArray([MARKS.WIDTH] * len(names)),
            "Resources": PDFDictionary({}),
            "ToUnicode": document.Reference(packed(to_unicode(list(MARKS.SHAPES), 0, self.digits))),
        }
        add_font(document, self.name, font)


def add_font(document: PDFDocument, name: str, entries: dict[str, object]) -> None:
    font = PDFDictionary(entries)
    document.Reference(font, name)
    shared: Any = document.idToObject["BasicFonts"]  # every page refers to it
    shared.dict[name] = font
