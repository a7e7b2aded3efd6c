"""The looks of the workbooks that go out, and the one way in which a text becomes a cell."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from qtapp.domain.errors import UserError

TEXT, DAY, MOMENT, MONEY = "@", "yyyy-mm-dd", "yyyy-mm-dd hh:mm", "#,##0.00"
HEAD_FONT, NOTICE_FONT = Font(bold=True), Font(bold=True, color="C00000")
HEAD_FILL = PatternFill("solid", start_color="D9E2F3")
REQUIRED_FILL = PatternFill("solid", start_color="FFE699")
FAULT_FILL = PatternFill("solid", start_color="FFC7CE")
CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)
WRAPPED = Alignment(vertical="top", wrap_text=True)
LINE = Side("thin", color="A6A6A6")
FRAME = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)

A4 = 9  # in the list of paper sizes that workbooks use
MAX_CELL = 32_767  # characters that a cell can hold; the library would cut the rest without a word
MAX_SHEET_ROWS = 1_048_576
FIRST_DAY = date(1900, 3, 1)  # before it the programs disagree about the calendar
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
ESCAPE_ALIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
SHEET_NAME = re.compile(r"[\\*?:/\[\]']")


def sheet_name(title: str) -> str:
    return SHEET_NAME.sub("_", ILLEGAL.sub("", title)).strip()[:31] or "登记表"


def clean(text: str) -> str:
    return ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def cell_of(sheet: Any, value: Any, row: int = 0, heading: str = "") -> Any:
    """A cell in which a text is never a formula and a day is a day."""
    cell = WriteOnlyCell(sheet)
    if isinstance(value, date) and _as_date(value) >= FIRST_DAY:
        cell.value = value
        cell.number_format = MOMENT if isinstance(value, datetime) else DAY
    elif isinstance(value, Decimal):
        cell.value = value
        cell.number_format = MONEY
    elif isinstance(value, int | float) and not isinstance(value, bool):
        cell.value = value
    elif value is not None:
        text_into(cell, fitting(_text(value), row, heading))
    return cell


def text_into(cell: Any, text: str) -> None:
    cell.value = ESCAPE_ALIKE.sub("_x005F_", text)
    cell.data_type = "s"
    cell.number_format = TEXT


def fitting(text: str, row: int = 0, heading: str = "") -> str:
    cleaned = clean(text)
    if len(cleaned.encode("utf-16-le")) // 2 > MAX_CELL:
        raise UserError(f"第 {row} 行“{heading}”超过一格能存的 {MAX_CELL} 字，Excel 存不下，请改为导出 .csv")
    return cleaned


def _as_date(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    return value.isoformat(" ") if isinstance(value, datetime) else str(value)


def lay_out(sheet: Any, widths: Sequence[int]) -> None:
    """Widths, a header that stays in sight and on every printed page; before the first row is written."""
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def head_cell(sheet: Any, text: str, *, fill: PatternFill = HEAD_FILL, font: Font = HEAD_FONT) -> Any:
    cell = cell_of(sheet, text)
    cell.font, cell.fill, cell.alignment, cell.border = font, fill, CENTRED, FRAME
    return cell


def usual_width(heading: str) -> int:
    return min(max(2 * len(heading) + 4, 10), 40)
