"""Make the bundled type faces: curves to TrueType, only the characters kept, names of our own.

Run by hand with fontTools, never by the program:  python build_fonts.py SOURCE TARGET FAMILY CHARACTERS
CHARACTERS is a text file holding every character to keep ("-" keeps all of the source).
"""

# ruff: noqa: INP001  a script beside the fonts, for whoever builds them anew

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

TOLERANCE = 1.0  # thousandths of an em a quadratic curve may differ from the cubic one
LAYOUT_TABLES = [
    "GPOS",
    "GSUB",
    "GDEF",
    "BASE",
    "STAT",
    "gasp",
    "vhea",
    "vmtx",
    "VORG",
    "DSIG",
    "FFTM",
    "meta",
]
UNUSED_IN_VERSION_3 = (
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
    "maxComponentElements",
)


def keep_only(font: TTFont, characters: str) -> None:
    options = subset.Options()
    options.hinting = False
    options.notdef_outline = True
    options.layout_features = []
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += LAYOUT_TABLES
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes={ord(character) for character in characters})
    subsetter.subset(font)


def to_truetype(font: TTFont) -> None:
    """Replace the PostScript outlines of `font` by quadratic ones."""
    order, outlines = font.getGlyphOrder(), font.getGlyphSet()
    drawn = {}
    for name in order:
        pen = TTGlyphPen(outlines)
        outlines[name].draw(Cu2QuPen(pen, TOLERANCE, reverse_direction=True))
        drawn[name] = pen.glyph()
    glyf = font["glyf"] = newTable("glyf")
    font["loca"] = newTable("loca")
    glyf.glyphOrder, glyf.glyphs = order, drawn
    del font["CFF "]
    for name, glyph in drawn.items():
        glyph.recalcBounds(glyf)
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyph, "xMin", 0))
    maxp, post = font["maxp"], font["post"]
    maxp.tableVersion, maxp.maxZones = 0x00010000, 1
    for field in UNUSED_IN_VERSION_3:
        setattr(maxp, field, 0)
    post.formatType, post.extraNames, post.mapping = 3.0, [], {}
    font.sfntVersion = "\0\1\0\0"


def rename(font: TTFont, family: str) -> None:
    """No two faces may share a PostScript name, and no reserved font name may be borne by a changed one."""
    own = {1: family, 3: f"{family};changed", 4: family, 6: family.replace(" ", "") + "-Regular", 16: family}
    for record in font["name"].names:
        if record.nameID in own:
            record.string = own[record.nameID]


def build(source: Path, target: Path, family: str, characters: str | None) -> None:
    font = TTFont(source)
    if characters is not None:
        keep_only(font, characters)
    if "CFF " in font:
        to_truetype(font)
    rename(font, family)
    font.save(target)


if __name__ == "__main__":
    kept = None if sys.argv[4] == "-" else Path(sys.argv[4]).read_text("utf-8")
    build(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], kept)
