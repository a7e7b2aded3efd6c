"""Text cut into what may not be divided: a hanzi, a number, a word, a dash; and the marks' manners."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from qtapp.formkit.sheet import Face, Span
from qtapp.render.fonts import Faces, Glyph

# Marks that may not begin a line (GB/T 15834, with the Latin ones that office software adds).
NO_START = frozenset("!%),.:;>?]}¢°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞！＂％＇），．：；？］｀｜｝～々")
# Marks that may not end one.
NO_END = frozenset("$(<[{£¥‘“〈《「『【〔〖〝＄（［｛￡￥№")
INK_LEFT = frozenset("，。、；：？！）〕】》〉」』”’．")  # their right half is empty and may go
INK_RIGHT = frozenset("（〔【《〈「『“‘")  # their left half is empty and may go
SPACES = frozenset(" 　")

LETTERS = "A-Za-z0-9À-ɏͰ-ӿ"
UNIT = re.compile(
    rf"[{LETTERS}]+(?:[.,:/\-_@+~&#=][{LETTERS}]+)*[%‰℃°]?|…{{2}}|—{{2,}}|\.{{3,}}|.",
    re.DOTALL,
)
SHORT_FIELD = 8  # em: a field no longer than this is centred on its rule
LEAST_BLANK = 0.01  # points
FIRST_HANZI_ZONE = "\u2e80"  # from here on characters are as wide as they are high
WIDE_SPACES = re.compile("[\u2003\u3000]")
OTHER_SPACES = re.compile("[\t\u00a0\u2000-\u2002\u2004-\u200a\u202f\u205f]")
UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)


@dataclass(frozen=True, slots=True)
class Type:
    """How text is set: points throughout; `pitch` is added to each character."""

    face: Face
    size: float
    leading: float
    pitch: float = 0

    @property
    def em(self) -> float:
        return self.size + self.pitch


@dataclass(slots=True)
class Token:
    """The smallest piece of a line. `width` is what is left of it after the trims."""

    type: Type
    text: str = ""
    glyphs: list[Glyph] = field(default_factory=list)
    width: float = 0
    ruled: bool = False  # part of a field: underlined
    bold: bool = False
    ends_line: bool = False  # a line break that was typed
    wide: bool = False  # the space beside it may grow
    before: float = 0  # trimmed off its left side
    after: float = 0  # trimmed off its right side

    @property
    def spare(self) -> float:
        """What squeezing may still take off this mark."""
        if self.before or self.after or len(self.text) != 1 or self.width < 0.9 * self.type.size:
            return 0
        return self.type.size / 2 if self.text in INK_LEFT or self.text in INK_RIGHT else 0

    def trim(self, points: float) -> None:
        if self.text in INK_LEFT:
            self.after += points
        else:
            self.before += points
        self.width -= points


def clean(text: str) -> str:
    """Only characters that are to be seen, and two kinds of space."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return UNSEEN.sub("", OTHER_SPACES.sub(" ", WIDE_SPACES.sub("　", text)))


def tokens(faces: Faces, spans: Sequence[Span], base: Type) -> list[Token]:
    """The tokens of a text, neighbouring marks already squeezed."""
    made = [token for span in spans for token in span_tokens(faces, span, base)]
    squeeze_neighbours(made)
    return made


def span_tokens(faces: Faces, span: Span, base: Type) -> list[Token]:
    kind = base if span.face is None else Type(span.face, base.size, base.leading, base.pitch)
    made = [text_token(faces, unit, kind, span) for unit in UNIT.findall(clean(span.text))]
    missing = span.blank * kind.em - sum(token.width for token in made) if span.field else 0
    if missing <= 0:
        return made
    lead = missing / 2 if made and span.blank <= SHORT_FIELD else 0
    return [*ruled_blank(kind, lead), *made, *ruled_blank(kind, missing - lead)]


def text_token(faces: Faces, unit: str, kind: Type, span: Span) -> Token:
    if unit == "\n":
        return Token(kind, ends_line=True)
    glyphs = [faces.glyph(kind.face, character) for character in unit]
    width = sum(glyph.width for glyph in glyphs) * kind.size / 1000 + kind.pitch * len(glyphs)
    wide = unit[0] >= FIRST_HANZI_ZONE or unit[0] in "—…“”‘’□☐☑☒ "
    return Token(kind, unit, glyphs, width, ruled=span.field, bold=span.bold, wide=wide)


def ruled_blank(kind: Type, points: float) -> Iterator[Token]:
    """Empty ruled space, in pieces so that it can go on in the next line."""
    while points > LEAST_BLANK:
        piece = min(points, kind.em)
        yield Token(kind, width=piece, ruled=True)
        points -= piece


def squeeze_neighbours(line: list[Token]) -> None:
    """Between two marks that touch, the half em of air of one is enough."""
    for left, right in pairwise(line):
        if left.text in INK_LEFT and (right.text in INK_LEFT or right.text in INK_RIGHT):
            left.trim(left.spare)
        elif left.text in INK_RIGHT and right.text in INK_RIGHT:
            right.trim(right.spare)
