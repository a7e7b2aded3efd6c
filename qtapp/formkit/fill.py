"""Puts facts into a form: every decision about words is made here, none by whoever draws."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from qtapp.formkit import form as f
from qtapp.formkit.facts import Facts, look_up
from qtapp.formkit.shows import day, numbered, shown, ticks
from qtapp.formkit.sheet import (
    Align,
    Block,
    Cell,
    FormLine,
    Gap,
    Grid,
    GridRow,
    Listing,
    Paragraph,
    Ruled,
    Seal,
    Sheet,
    Signatures,
    Span,
    Spans,
)

SLOT = re.compile(r"\{(?P<bare>!?)(?P<key>[a-z_.]+)(?::(?P<blank>[\d.]+))?\}")
MASKED = "（密封）"
UNDATED = "　　　　年　　月　　日"

# (key of the statement, its day, its slots) → (text, whether it is a filled-in field)…
Says = Callable[[str, date, Mapping[str, str]], tuple[tuple[str, bool], ...]]


@dataclass(frozen=True)
class Filled:
    """A form with its values: what an editor shows, and the sheet that is printed."""

    form: f.Form
    values: Mapping[str, Any]
    sheet: Sheet
    missing: tuple[f.FormField, ...]  # required and still open

    @property
    def share(self) -> float:
        """Share of the fields that the record filled, from 0 to 1."""
        known = sum(1 for field in self.form.fields if self.values.get(field.key) not in (None, "", ()))
        return known / len(self.form.fields) if self.form.fields else 1.0


def values_of(form: f.Form, facts: Facts, typed: Mapping[str, Any], *, masked: bool = True) -> dict[str, Any]:
    """The value of every field: as typed, else from the record."""
    values: dict[str, Any] = {}
    for field in form.fields:
        value = typed.get(field.key)
        if value in (None, "", ()) and field.auto:
            value = look_up(facts, field.auto)
        values[field.key] = MASKED if masked and field.sealed and value not in (None, "", ()) else value
    return values


def fill(
    form: f.Form,
    facts: Facts,
    typed: Mapping[str, Any],
    says: Says,
    *,
    on: date,
    number: str = "",
    masked: bool = True,
    dated: bool = True,
) -> Filled:
    """The form filled in for a document of that day; `dated` False leaves the date to be written by hand."""
    values = values_of(form, facts, typed, masked=masked)
    filling = _Filling(form, values, facts, says, on, dated)
    missing = tuple(x for x in form.fields if x.required and values.get(x.key) in (None, "", ()))
    sheet = Sheet(
        form=form.key,
        title=filling.plainly(form.title),
        blocks=tuple(filling.blocks()),
        heading=filling.plainly(form.heading.value),
        number=number,
        copies=form.copies,
        layout=form.layout,
        each_page=form.each_page,
        warnings=tuple(x.label for x in missing),
    )
    return Filled(form, values, sheet, missing)


@dataclass(frozen=True)
class _Filling:
    form: f.Form
    values: Mapping[str, Any]
    facts: Facts
    says: Says
    on: date
    dated: bool

    def blocks(self) -> Iterator[Block]:
        for element in self.form.body:
            yield from self._block(element)

    def _block(self, element: f.Element) -> Iterator[Block]:  # noqa: C901 - one case a word of the vocabulary
        match element:
            case f.Table():
                yield Grid(element.widths, tuple(self._row(r) for r in element.rows))
            case f.Text():
                yield from self._paragraphs(element)
            case f.Line():
                yield FormLine(self._spans(element.text))
            case f.Items():
                yield from (Paragraph((Span(text, field=True),)) for text in self._items(element.key))
            case f.Statement():
                yield Paragraph(tuple(Span(text, field=is_field) for text, is_field in self._statement(element)))
            case f.Rows():
                yield self._listing(element)
            case f.Account():
                yield Ruled(tuple(self._account(element)))
            case f.Sign():
                yield Signatures(element.lines)
            case f.SealHere():
                yield Seal(str(look_up(self.facts, "bureau.name") or ""), day(self.on) if self.dated else UNDATED, element.note)
            case f.Space():
                yield Gap(element.height)

    # --- words ---

    def text(self, key: str) -> str:
        if "." in key:
            return shown("text", look_up(self.facts, key))
        return shown(self.form.field(key).type, self.values.get(key))

    def plainly(self, template: str) -> str:
        """The template with its slots as plain text."""
        return SLOT.sub(lambda slot: self.text(slot["key"]), template)

    def _spans(self, template: str) -> Spans:
        spans: list[Span] = []
        at = 0
        for slot in SLOT.finditer(template):
            if slot.start() > at:
                spans.append(Span(template[at : slot.start()]))
            blank = float(slot["blank"] or 6)
            spans.append(Span(self.text(slot["key"]), field=not slot["bare"], blank=0 if slot["bare"] else blank))
            at = slot.end()
        if at < len(template):
            spans.append(Span(template[at:]))
        return tuple(spans)

    def _paragraphs(self, element: f.Text) -> Iterator[Paragraph]:
        """A value of several lines goes on in paragraphs of its own."""
        for line in split_lines(self._spans(element.text)):
            yield Paragraph(line, align=element.align, indent=element.indent)

    def _items(self, key: str) -> list[str]:
        value = self.values.get(key) or ()
        return numbered(str(item) for item in ([value] if isinstance(value, str) else value))

    def _statement(self, element: f.Statement) -> tuple[tuple[str, bool], ...]:
        slots = {name: str(value) for name, value in self.facts.get("bureau", {}).items() if value is not None}
        slots |= {key: self.text(key) for key in self.values}
        return self.says(element.key, self.on, {**slots, "noun": element.noun})

    def _account(self, element: f.Account) -> Iterator[Paragraph]:
        for template in element.texts:
            for line in split_lines(self._spans(template)):
                yield Paragraph(tuple(Span(s.text, bold=s.bold) for s in line))

    def _listing(self, element: f.Rows) -> Listing:
        field = self.form.field(element.key)
        rows = tuple(tuple(str(cell) for cell in r) for r in self.values.get(element.key) or ())
        return Listing(field.columns, element.widths, rows, element.aligns, element.height, element.close)

    # --- cells ---

    def _row(self, declared: f.Row) -> GridRow:
        return GridRow(tuple(self._cell(cell) for cell in declared.cells), declared.height)

    def _cell(self, cell: f.CellWord) -> Cell:
        match cell:
            case f.Label():
                return Cell((Span(cell.text),), cell.columns, cell.rows, label=True)
            case f.Value():
                text = self._ticked(cell.key) if cell.ticks else self.text(cell.key)
                return Cell((Span(text),), cell.columns, cell.rows, False, cell.align, cell.top, cell.indent, cell.foot)
            case f.Words():
                spans = tuple(Span(s.text) for s in self._spans(cell.text))
                return Cell(spans, cell.columns, cell.rows, False, cell.align, cell.top, cell.indent, cell.foot)
        return self._opinion(cell)

    def _ticked(self, key: str) -> str:
        field, value = self.form.field(key), self.values.get(key)
        chosen = value if isinstance(value, list | tuple) else [self.text(key)]
        return ticks(field.options or ("是", "否"), (str(v) for v in chosen))

    def _opinion(self, cell: f.Opinion) -> Cell:
        person = self.text(cell.person) if cell.person else ""
        dated = look_up(self.facts, cell.dated) if cell.dated else None
        number = "　证号：　　　　　　" if cell.number else ""
        foot = (
            f"{cell.signer}（签名）：{person or '　' * 8}{number}",
            day(dated) if isinstance(dated, date) else "　　年　　月　　日",
        )
        text = self.text(cell.key) if cell.key else ""
        return Cell((Span(text),), cell.columns, align=Align.JUSTIFY, top=True, indent=2, foot=foot)


def split_lines(spans: Spans) -> Iterator[Spans]:
    """Spans cut where their texts have line ends."""
    line: list[Span] = []
    for span in spans:
        first, *others = span.text.split("\n")
        line.append(_with(span, first))
        for other in others:
            yield tuple(line)
            line = [_with(span, other)]
    yield tuple(line)


def _with(span: Span, text: str) -> Span:
    return Span(text, span.field, span.blank if "\n" not in span.text else 0, span.face, span.bold)
