"""Ruled lines of a form: texts keep their width, fields share the rest; and lines on which people sign."""

from collections.abc import Iterator
from dataclasses import replace

from qtapp.formkit.sheet import Signature, Span, Spans
from qtapp.render.lines import Line, broken
from qtapp.render.pen import MM
from qtapp.render.setting import Setting
from qtapp.render.tokens import (
    SHORT_FIELD,
    Token,
    Type,
    ruled_blank,
    span_tokens,
    squeeze_neighbours,
    tokens,
)

LEAD = 0.2  # em of rule before what is written in a field
SIGNING = 45 * MM
NUMBER = 22 * MM  # the least line for a certificate number
DATE_BLANK = "　　　　年　　月　　日"


def form_line(spans: Spans, kind: Type, setting: Setting) -> list[Line]:
    """One line whose fields fill it, or as many as the text needs."""
    parts = [tokens_of((replace(span, blank=0),), kind, setting) for span in spans]
    fields = [at for at, span in enumerate(spans) if span.field]
    needs = [sum(token.width for token in part) for part in parts]
    for at in fields:
        needs[at] += 2 * LEAD * kind.em
    typed_break = any(token.ends_line for part in parts for token in part)
    if not fields or typed_break or sum(needs) > setting.width:
        return wrapped(spans, kind, setting)
    weights = [spans[at].blank or 1 for at in fields]
    free = setting.width - sum(need for at, need in enumerate(needs) if at not in fields)
    for at, share in zip(fields, shares([needs[at] for at in fields], weights, free), strict=True):
        parts[at] = filled(parts[at], kind, share)
    return [Line([token for part in parts for token in part], 0, setting.width, last=True)]


def shares(needs: list[float], weights: list[float], free: float) -> list[float]:
    """Divide `free` by weight, but give nobody less than he needs; the needs together fit."""
    got = list(needs)
    open_ones = set(range(len(needs)))
    while open_ones:
        left = free - sum(needs[at] for at in range(len(needs)) if at not in open_ones)
        unit = left / sum(weights[at] for at in open_ones)
        short = {at for at in open_ones if needs[at] > unit * weights[at]}
        if not short:
            for at in open_ones:
                got[at] = unit * weights[at]
            break
        open_ones -= short
    return got


def filled(written: list[Token], kind: Type, width: float) -> list[Token]:
    """A field of exactly `width` points."""
    white = width - sum(token.width for token in written)
    lead = (white / 2 if width <= SHORT_FIELD * kind.em else LEAD * kind.em) if written else 0
    rest = white - lead
    return [*ruled_blank(kind, lead), *written, *ruled_blank(kind, rest)]


def wrapped(spans: Spans, kind: Type, setting: Setting) -> list[Line]:
    """The line as running text; what a line lacks is added to the rule of a field in it."""
    text = [token for span in spans for token in natural(span, kind, setting)]
    squeeze_neighbours(text)
    lines = broken(text, setting.width)
    for line in lines if spans and spans[-1].field else lines[:-1]:
        lengthen_field(line, kind)
    return lines


def lengthen_field(line: Line, kind: Type) -> None:
    behind = max((at for at, token in enumerate(line.tokens, start=1) if token.ruled), default=0)
    if behind:
        line.tokens[behind:behind] = ruled_blank(kind, line.room - line.width)


def natural(span: Span, kind: Type, setting: Setting) -> list[Token]:
    """What is written as wide as it is; an empty field keeps its blank."""
    blank = 0 if span.text else span.blank
    return span_tokens(setting.faces, replace(span, blank=blank), kind)


def signature_lines(signature: Signature, kind: Type, setting: Setting) -> list[Line]:
    """The label and its line; number and date beside it where there is room, else below."""
    label = (Span(signature.label),)
    inset = text_width(label, kind, setting)
    above: list[Line] = []
    first = [*tokens_of(label, kind, setting), *signing_rule(kind)]
    if inset + SIGNING > setting.width:
        above, first, inset = setting.lines(label, kind, setting.width), signing_rule(kind), 0.0
    rows = packed([first, *beside(signature, kind, setting)], kind, setting.width, inset)
    lines = [line for at, row in enumerate(rows) for line in set_row(row, inset if at else 0, setting.width)]
    more = [Line(signing_rule(kind), inset, setting.width, last=True) for _ in range(signature.lines - 1)]
    return above + lines + more


def set_row(row: list[Token], inset: float, width: float) -> list[Line]:
    """The row at its inset; from the left edge, and on more lines, when it is too long for that."""
    if inset + sum(token.width for token in row) > width:
        return broken(row, width)
    return [Line(row, inset, width, last=True)]


def signing_rule(kind: Type) -> list[Token]:
    return list(ruled_blank(kind, SIGNING))


def beside(signature: Signature, kind: Type, setting: Setting) -> Iterator[list[Token]]:
    if signature.number is not None:
        written = Span(signature.number_text, field=True, blank=NUMBER / kind.em)
        yield tokens_of((Span(signature.number), written), kind, setting)
    if signature.date:
        yield tokens_of((Span(DATE_BLANK),), kind, setting)


def packed(parts: list[list[Token]], kind: Type, width: float, inset: float) -> list[list[Token]]:
    """The parts side by side, an em apart; rows but the first begin at `inset`."""
    rows = [parts[0]]
    for part in parts[1:]:
        start = inset if len(rows) > 1 else 0
        row = [*rows[-1], Token(kind, width=kind.em), *part]
        if start + sum(token.width for token in row) > width:
            rows.append(part)
        else:
            rows[-1] = row
    return rows


def tokens_of(spans: Spans, kind: Type, setting: Setting) -> list[Token]:
    return tokens(setting.faces, spans, kind)


def text_width(spans: Spans, kind: Type, setting: Setting) -> float:
    return sum(token.width for token in tokens_of(spans, kind, setting))
