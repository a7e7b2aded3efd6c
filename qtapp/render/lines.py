"""Line breaking by the rules of Chinese type: first pull a mark in, else push a character out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from qtapp.formkit.sheet import Span
from qtapp.render.fonts import Faces
from qtapp.render.tokens import NO_END, NO_START, SPACES, Token, Type, tokens

SLACK = 0.01  # points
PULLED_IN = 3  # tokens that may be pulled into a line at most


@dataclass(slots=True)
class Line:
    """One line: `indent` and `room` are points, `last` says that it ends a paragraph."""

    tokens: list[Token]
    indent: float
    room: float
    last: bool

    @property
    def width(self) -> float:
        return sum(token.width for token in self.tokens)

    @property
    def text(self) -> str:
        return "".join(token.text for token in self.tokens)

    def gaps(self) -> int:
        """The places where a justified line may grow."""
        return sum(left.wide or right.wide for left, right in pairwise(self.tokens))


def set_lines(faces: Faces, spans: Sequence[Span], kind: Type, width: float, indent: float = 0) -> list[Line]:
    """The lines of a text; every paragraph in it begins `indent` em from the left."""
    return broken(tokens(faces, spans, kind), width, indent * kind.em)


def broken(text: list[Token], width: float, indent: float = 0) -> list[Line]:
    """Lines of at most `width`. A line break in the text begins a new paragraph."""
    text = [piece for token in text for piece in divided(token, width - indent)]
    lines: list[Line] = []
    start, fresh = 0, True
    while start < len(text):
        inset = indent if fresh else 0
        end = line_end(text, start, width - inset)
        hard = end < len(text) and text[end].ends_line
        fresh = hard
        lines.append(Line(text[start:end], inset, width - inset, last=hard or end == len(text)))
        start = end + 1 if hard else after_spaces(text, end)
        if not hard:
            strip_end(lines[-1])
            lines[-1].last = start == len(text)
    return lines


def divided(token: Token, width: float) -> list[Token]:
    """A number or word wider than a line is cut into its characters; all else stays whole."""
    if token.width <= width + SLACK or len(token.text) < 2:  # noqa: PLR2004  one character cannot be cut
        return [token]
    kind = token.type
    return [
        replace(token, text=c, glyphs=[g], width=g.width * kind.size / 1000 + kind.pitch)
        for c, g in zip(token.text, token.glyphs, strict=True)
    ]


def line_end(text: list[Token], start: int, room: float) -> int:
    """The index behind the last token of the line that begins at `start`."""
    fits, used = start, 0.0
    while fits < len(text) and not text[fits].ends_line and used + text[fits].width <= room + SLACK:
        used += text[fits].width
        fits += 1
    if fits == len(text) or text[fits].ends_line or (fits > start and may_break(text, fits)):
        return fits
    return pulled_in(text, start, fits, room - used) or pushed_out(text, start, fits)


def may_break(text: list[Token], at: int) -> bool:
    """Whether a new line may begin with the token at `at` (spaces there fall away)."""
    after, before = after_spaces(text, at), at - 1
    while before > 0 and text[before].text in SPACES:
        before -= 1
    if after < len(text) and (text[after].text[:1] in NO_START or parts_lead(text[before], text[after])):
        return False
    return text[before].text[-1:] not in NO_END


def parts_lead(before: Token, after: Token) -> bool:
    """A field's first character stays with the rule that leads to it."""
    return before.ruled and after.ruled and not before.text and bool(after.text)


def pulled_in(text: list[Token], start: int, fits: int, room: float) -> int:
    """Squeeze the marks of the line to take in a few tokens more; 0 when that is not enough."""
    for end in range(fits + 1, min(fits + PULLED_IN, len(text)) + 1):
        token = text[end - 1]
        if token.ends_line:
            return 0
        room -= token.width
        spare = sum(piece.spare for piece in text[start:end])
        if spare + room < -SLACK:
            return 0
        if end == len(text) or text[end].ends_line or may_break(text, end):
            share = max(0.0, -room) / spare if spare else 0
            for piece in text[start:end]:
                if piece.spare:
                    piece.trim(piece.spare * share)
            return end
    return 0


def pushed_out(text: list[Token], start: int, fits: int) -> int:
    """Send tokens to the next line until the break is allowed; where none is, cut at the edge."""
    for end in range(fits, start, -1):
        if may_break(text, end):
            return end
    return max(fits, start + 1)


def after_spaces(text: list[Token], at: int) -> int:
    while at < len(text) and text[at].text in SPACES and not text[at].ruled:
        at += 1
    return at


def strip_end(line: Line) -> None:
    while line.tokens and line.tokens[-1].text in SPACES and not line.tokens[-1].ruled:
        line.tokens.pop()
