"""Tables and registers written to workbooks and text files; sealed fields are never among them."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from io import TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from qtapp.domain.errors import Problem, UserError
from qtapp.domain.plain import show, to_plain
from qtapp.domain.record import Field, FieldType, Part, Record, fields_of, is_empty
from qtapp.exchange import sheets
from qtapp.exchange.headings import NOTICE
from qtapp.exchange.reading import RowRead, TableRead
from qtapp.exchange.saving import replacing
from qtapp.exchange.separated import guarded
from qtapp.exchange.synonyms import PERSONAL_WORDS, TARGET_WORDS
from qtapp.exchange.template import write_template
from qtapp.exchange.values import left_out

__all__ = ["write_register", "write_rejected", "write_table", "write_template"]

REPORT_EVERY = 200
NOTICE_WIDTH = 60
WIDTHS = {
    FieldType.DAY: 12,
    FieldType.MOMENT: 18,
    FieldType.PASSAGE: 50,
    FieldType.TABLE: 50,
    FieldType.MONEY: 16,
}


def _unwatched(_done: int) -> None:
    return


def write_table(
    path: Path,
    title: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    widths: Sequence[int] = (),
    progress: Callable[[int], None] = _unwatched,
) -> int:
    """Writes .csv or .xlsx as the name says and gives the number of rows."""
    watched = _watched(rows, progress)
    suffix = path.suffix.lower()
    if suffix not in (".csv", ".xlsx"):
        raise UserError(f"只能导出为 .xlsx 或 .csv，不能是“{path.name}”，请改文件名")
    with replacing(path) as file:
        if suffix == ".csv":
            return _write_csv(file, headings, watched)
        return _write_workbook(
            file, title, headings, watched, widths or [sheets.usual_width(h) for h in headings]
        )


def write_register(
    path: Path, cls: type[Part], records: Iterable[Part], *, progress: Callable[[int], None] = _unwatched
) -> int:
    """Every field that is not sealed, so that reading the file gives the same records."""
    fields = [field for field in fields_of(cls) if not field.sealed]
    rows = ([_exported(field, getattr(record, field.name)) for field in fields] for record in records)
    title = cls.KIND.label if issubclass(cls, Record) else "登记表"
    widths = [WIDTHS.get(field.type, sheets.usual_width(field.label)) for field in fields]
    return write_table(path, title, [f.label for f in fields], rows, widths=widths, progress=progress)


def write_rejected(path: Path, table: TableRead[Any], problems: Mapping[int, Sequence[Problem]]) -> None:
    """The rejected rows under their own headings, with the reasons; whoever mends them imports this file."""
    rejected = [row for row in table.rows if problems.get(row.row)]
    width = max([len(table.headings), *(len(row.raw) for row in rejected)])
    headings = [*table.headings, *[""] * (width - len(table.headings))]
    secret = _secret_columns(table, headings)
    with replacing(path) as file, _sheet("退回的行") as (book, sheet):
        sheets.lay_out(sheet, [*(sheets.usual_width(h) for h in headings), NOTICE_WIDTH])
        head = [sheets.head_cell(sheet, heading) for heading in headings]
        sheet.append(
            [*head, sheets.head_cell(sheet, NOTICE, fill=sheets.FAULT_FILL, font=sheets.NOTICE_FONT)]
        )
        for row in rejected:
            cells = _rejected_cells(sheet, table, row, problems[row.row], secret)
            sheet.append(
                [*cells, *[None] * (width - len(cells)), _reason(sheet, row, problems[row.row], secret)]
            )
        book.save(file)


def _exported(field: Field, value: Any) -> Any:
    if is_empty(value) or (field.type is FieldType.LINK and not value):
        return None
    match field.type:
        case FieldType.MONEY:
            return Decimal(value).scaleb(-2)
        case FieldType.TABLE:
            return json.dumps(to_plain(field, value), ensure_ascii=False)
        case FieldType.FLAG | FieldType.CHOICES:
            return show(field, value)
    return value


def _watched(rows: Iterable[Sequence[Any]], progress: Callable[[int], None]) -> Iterator[Sequence[Any]]:
    done = 0
    for row in rows:
        yield row
        done += 1
        if done % REPORT_EVERY == 0:
            progress(done)
    progress(done)


def _write_csv(file: BinaryIO, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    try:
        writer = csv.writer(text)
        writer.writerow([guarded(sheets.clean(heading)) for heading in headings])
        done = 0
        for row in rows:
            writer.writerow([_csv_cell(value) for value in row])
            done += 1
    finally:
        text.detach()
    return done


def _csv_cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float | Decimal):
        return str(value)
    return guarded(sheets.clean(str(value)))


def _write_workbook(
    file: BinaryIO, title: str, headings: Sequence[str], rows: Iterable[Sequence[Any]], widths: Sequence[int]
) -> int:
    done = 0
    with _sheet(title) as (book, sheet):
        sheets.lay_out(sheet, widths)
        sheet.append([sheets.head_cell(sheet, heading) for heading in headings])
        for done, row in enumerate(rows, start=1):
            if done >= sheets.MAX_SHEET_ROWS:
                raise UserError(f"超过一张表能存的 {sheets.MAX_SHEET_ROWS - 1} 行，请缩小范围或改为导出 .csv")
            sheet.append(_cells(sheet, row, done + 1, headings))
        sheet.auto_filter.ref = f"A1:{get_column_letter(max(len(headings), 1))}{done + 1}"
        book.save(file)
    return done


def _cells(sheet: Any, row: Sequence[Any], number: int, headings: Sequence[str]) -> list[Any]:
    return [
        None
        if value is None
        else sheets.cell_of(sheet, value, number, headings[place] if place < len(headings) else "")
        for place, value in enumerate(row)
    ]


@contextmanager
def _sheet(title: str) -> Iterator[tuple[Workbook, Any]]:
    """A workbook written row by row; its temporary part is removed whatever happens."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(sheets.sheet_name(title))
    try:
        yield book, sheet
    finally:
        _let_go(sheet)


def _let_go(sheet: WriteOnlyWorksheet) -> None:
    if not sheet.closed:
        sheet.close()
        sheet._writer.cleanup()  # type: ignore[attr-defined] # noqa: SLF001 - or it stays until the program ends


def _secret_columns(table: TableRead[Any], headings: Sequence[str]) -> frozenset[int]:
    """Columns of sealed fields, and those not understood that may speak of the informant."""
    if not any(f.sealed for row in table.rows[:1] for f in fields_of(type(row.record))):
        return frozenset()
    sealed = {column for column, field in table.columns.items() if field.sealed}
    return frozenset(sealed | {c for c, h in enumerate(headings) if c not in table.columns and _personal(h)})


def _personal(heading: str) -> bool:
    """A column without a heading may hold anything."""
    about_target = any(word in heading for word in TARGET_WORDS)
    return not heading or (not about_target and any(word in heading for word in PERSONAL_WORDS))


def _rejected_cells(
    sheet: Any, table: TableRead[Any], row: RowRead[Any], problems: Sequence[Problem], secret: frozenset[int]
) -> list[Any]:
    faulty = {problem.field for problem in problems}
    cells = []
    for column, text in enumerate(row.raw):
        hidden = column in secret and text.strip()
        cell = sheets.cell_of(sheet, left_out(row.row) if hidden else text[: sheets.MAX_CELL] or None)
        if column in table.columns and table.columns[column].name in faulty:
            cell.fill = sheets.FAULT_FILL
        cells.append(cell)
    return cells


def _reason(sheet: Any, row: RowRead[Any], problems: Sequence[Problem], secret: frozenset[int]) -> Any:
    words = "；".join(problem.text for problem in problems)
    hidden = [row.raw[column].strip() for column in secret if column < len(row.raw)]
    for value in hidden:
        words = words.replace(value, "…") if len(value) > 1 else words
    cell = sheets.cell_of(sheet, f"原表第 {row.row} 行：{words}")
    cell.font, cell.alignment = sheets.NOTICE_FONT, sheets.WRAPPED
    return cell
