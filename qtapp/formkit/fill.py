"""Puts facts into a form: every decision about words is made here, none by whoever draws."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from qtapp.formkit import form as f
from qtapp.formkit.facts import Facts, given, look_up
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
from qtapp.formkit.shows import day, numbered, shown, ticks

CONDITION = re.compile(r"\{\?(?P<filled>\??)(?P<key>[a-z_.][a-z0-9_.]*)\}")
SLOT = re.compile(r"\{(?P<bare>!?)(?P<key>[a-z_.][a-z0-9_.]*)(?::(?P<blank>[\d.]+))?\}")
MASKED = "（密封）"
UNDATED = "　　　　年　　月　　日"
LINE = 34  # em: an indented line of a letter to write on
BLANK = "_" * 12  # ruled: room for a second name, or for a number
STANDING = frozenset(("bureau", "calc", "user"))  # facts that are there without any record

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
        known = sum(1 for field in self.form.fields if given(self.values.get(field.key)))
        return known / len(self.form.fields) if self.form.fields else 1.0


def values_of(form: f.Form, facts: Facts, typed: Mapping[str, Any], *, masked: bool = True) -> dict[str, Any]:
    """The value of every field: as typed, else from the record.

    Where any sealed field is known, masking covers them all alike: not even which of them is known shows.
    """
    values = {field.key: _value(field, facts, typed) for field in form.fields}
    sealed = [field.key for field in form.fields if field.sealed]
    if masked and sealed:
        cover = MASKED if any(given(values[key]) and values[key] is not False for key in sealed) else None
        values |= dict.fromkeys(sealed, cover)
    return values


def _value(field: f.FormField, facts: Facts, typed: Mapping[str, Any]) -> Any:
    value = typed.get(field.key)
    return look_up(facts, field.auto) if not given(value) and field.auto else value


def fill(  # noqa: PLR0913 - everything a paper depends on, named by the caller
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
    values |= filling.stated()
    missing = tuple(field for field in form.fields if field.required and not given(values[field.key]))
    sheet = Sheet(
        form=form.key,
        title=filling.plainly(form.title),
        blocks=tuple(filling.blocks()),
        heading=filling.plainly(form.heading.value),
        number=filling.number(number),
        issuer=filling.issuer(),
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
                yield from self._items(element)
            case f.Statement():
                yield from self._statement(element)
            case f.Rows():
                yield from self._listing(element)
            case f.Account():
                yield Ruled(tuple(self._account(element)))
            case f.Sign():
                yield Signatures(element.lines)
            case f.SealHere():
                organ = str(look_up(self.facts, "bureau.name") or "")
                yield Seal(organ, day(self.on) if self.dated else UNDATED, element.note)
            case f.Space():
                yield Gap(element.height)

    # --- words ---

    def number(self, given_number: str) -> str:
        """The number under the title; where none was given yet, its words with room for year and place."""
        kind = self.form.number
        if not kind.printed or kind.scope is f.Scope.NONE:
            return ""
        area, word = (self.text(key) for key in ("bureau.area", "bureau.word"))
        bracketed = f"（{area}）" if area and kind.bracketed else area
        return given_number or f"{bracketed}{word}{kind.code}〔　　　〕　　　号"

    def issuer(self) -> str:
        """Who signs the paper out, on the line of the number; room for the name where it is not known."""
        return f"签发人：{self.text(self.form.issuer) or '　' * 4}" if self.form.issuer else ""

    def text(self, key: str) -> str:
        if "." in key:
            return shown("text", look_up(self.facts, key))
        return shown(self.form.field(key).type, self.values.get(key))

    def plainly(self, template: str) -> str:
        """The template with its slots as plain text."""
        return SLOT.sub(lambda slot: self.text(slot["key"]), template)

    def _spans(self, template: str, boxed: f.Text | None = None) -> Spans:
        spans: list[Span] = []
        at = 0
        for slot in SLOT.finditer(template):
            if slot.start() > at:
                spans.append(Span(template[at : slot.start()]))
            blank = float(slot["blank"] or 6)
            if boxed and boxed.ticks and self._has_boxes(slot["key"]):
                spans.append(Span(self._ticked(f.Value(slot["key"], across=boxed.across))))
            else:
                spans.append(
                    Span(self.text(slot["key"]), field=not slot["bare"], blank=0 if slot["bare"] else blank)
                )
            at = slot.end()
        if at < len(template):
            spans.append(Span(template[at:]))
        return tuple(spans)

    def _has_boxes(self, key: str) -> bool:
        field = self.form.field(key)
        return bool(field.options) or field.type == "bool"

    def _paragraphs(self, element: f.Text) -> Iterator[Paragraph]:
        """A value of several lines goes on in paragraphs of its own."""
        text = self._wanted(element.text)
        spans = tuple(replace(span, blank=0) if span.text else span for span in self._spans(text, element))
        for line in split_lines(spans) if text else ():
            yield Paragraph(line, align=element.align, indent=element.indent, keep=element.keep)

    def _wanted(self, template: str) -> str:
        """The template without its condition; "" where the condition does not hold."""
        condition = CONDITION.match(template)
        if condition is None:
            return template
        holds = self.text(condition["key"]) or (condition["filled"] and self._blank)
        return template[condition.end() :] if holds else ""

    def _items(self, element: f.Items) -> Iterator[Paragraph]:
        value = self.values.get(element.key) or ()
        texts = numbered(str(item) for item in ([value] if isinstance(value, str) else value))
        yield from (Paragraph((Span(text, field=True),)) for text in texts)
        if not texts:
            yield from (Paragraph((Span(field=True, blank=LINE),)) for _ in range(element.blank))

    def _statement(self, element: f.Statement) -> Iterator[Paragraph]:
        if element.when and not self._blank and not given(self.values.get(element.when)):
            return
        if element.field and given(self.values.get(element.field)):
            yield from self._paragraphs(f.Text(f"{{!{element.field}}}"))
            return
        own_words = ("", element.noun, element.action)  # the form's, not filled in
        pieces = self._pieces(element)
        yield Paragraph(tuple(Span(text, field=slot and text not in own_words) for text, slot in pieces))

    def _pieces(self, element: f.Statement) -> tuple[tuple[str, bool], ...]:
        slots = {
            name: str(value) for name, value in self.facts.get("bureau", {}).items() if value is not None
        }
        # `bank`, `account_name`, `account`: the bureau's own, where the form has no field for them.
        slots |= {name.removeprefix("fine_"): text for name, text in slots.items()}
        slots |= {key: self.text(key) for key in self.values}
        return self.says(element.key, self.on, {**slots, "noun": element.noun, "action": element.action})

    def stated(self) -> dict[str, str]:
        """The fields that a statement fills where no other words were typed; none of a blank form."""
        wanted = [s for s in self.form.body if isinstance(s, f.Statement) and s.field and not self._blank]
        empty = [s for s in wanted if not given(self.values.get(s.field))]
        return {s.field: "".join(text for text, _ in self._pieces(s)) for s in empty}

    @property
    def _blank(self) -> bool:
        """Whether this is the form for writing by hand: no record stands behind it."""
        return not any(given(value) for space, value in self.facts.items() if space not in STANDING)

    def _account(self, element: f.Account) -> Iterator[Paragraph]:
        """A record is written on rules, so that its fields need no line of their own."""
        for text in element.texts:
            whole = self._paragraphs(f.Text(text)) if isinstance(text, str) else self._statement(text)
            yield from (Paragraph(tuple(Span(s.text, bold=s.bold) for s in p.spans)) for p in whole)

    def _listing(self, element: f.Rows) -> Iterator[Listing]:
        field = self.form.field(element.key)
        rows = tuple(tuple(str(cell) for cell in row) for row in self.values.get(element.key) or ())
        close = element.close if rows else ""
        room = 0 if element.optional and not self._blank else element.blank
        rows = rows or (("",) * len(field.columns),) * room
        if rows:
            yield Listing(field.columns, element.widths, rows, element.aligns, element.height, close)

    # --- cells ---

    def _row(self, declared: f.Row) -> GridRow:
        return GridRow(tuple(self._cell(cell) for cell in declared.cells), declared.height)

    def _cell(self, cell: f.CellWord) -> Cell:
        match cell:
            case f.Label():
                return Cell((Span(cell.text),), cell.columns, cell.rows, label=True)
            case f.Value():
                text = self._ticked(cell) if cell.ticks else self.text(cell.key)
                return _value_cell((Span(text),), cell)
            case f.Words():
                return _value_cell(tuple(Span(s.text) for s in self._spans(cell.text)), cell)
        return self._opinion(cell)

    def _ticked(self, cell: f.Value) -> str:
        field, value = self.form.field(cell.key), self.values.get(cell.key)
        if field.sealed and value == MASKED:
            return MASKED
        chosen = value if isinstance(value, list | tuple) else [self.text(cell.key)]
        return ticks(field.options or ("是", "否"), (str(v) for v in chosen), cell.across)

    def _opinion(self, cell: f.Opinion) -> Cell:
        person = self.text(cell.person) if cell.person else ""
        dated = look_up(self.facts, cell.dated) if cell.dated else None
        when = day(dated) if isinstance(dated, date) else "年　　月　　日"
        signed = f"{cell.signer}（签名）：{person or '　'}"
        if cell.number:
            foot: tuple[str, ...] = (*(f"{signed}证号：{BLANK}",) * cell.signers, when)
        else:
            signed += f"、{BLANK[:8] if cell.narrow else BLANK}" * (cell.signers - 1)
            foot = (signed, when) if cell.narrow else (f"{signed}　　{when}",)
        text = self.text(cell.key) if cell.key else ""
        return Cell((Span(text),), cell.columns, align=Align.JUSTIFY, top=True, indent=2, foot=foot)


def _value_cell(spans: Spans, cell: f.Value | f.Words) -> Cell:
    cells = (cell.columns, cell.rows)
    return Cell(spans, *cells, align=cell.align, top=cell.top, indent=cell.indent, foot=cell.foot)


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
