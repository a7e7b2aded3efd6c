"""An empty workbook to fill in, with a second sheet that explains each column."""

from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from qtapp.domain.errors import Refused
from qtapp.domain.record import Field, FieldType, Part, Record, fields_of
from qtapp.exchange import sheets
from qtapp.exchange.saving import replacing
from qtapp.exchange.values import SAMPLES, sample

EXPLANATIONS = "填写说明"
CHECKED_ROWS = 5_000
MAX_LIST = 255  # characters of a drop-down written into the sheet itself
HEADINGS = ("栏目", "是否必填", "类型", "可选内容", "说明", "格式示例")
WIDTHS = (28, 10, 16, 50, 50, 36)
FORMATS = {
    FieldType.DAY: sheets.DAY,
    FieldType.MOMENT: sheets.MOMENT,
    FieldType.MONEY: sheets.MONEY,
    FieldType.WHOLE: "0",
}
TYPES = {
    FieldType.TEXT: "文字",
    FieldType.PASSAGE: "长文字",
    FieldType.CHOICE: "单选",
    FieldType.CHOICES: "可多选",
    FieldType.DAY: "日期",
    FieldType.MOMENT: "日期和时间",
    FieldType.MONEY: "金额（元）",
    FieldType.WHOLE: "整数",
    FieldType.FLAG: "是或否",
    FieldType.TABLE: "多行明细",
}


def asked_fields(cls: type[Part]) -> list[Field]:
    """What a person fills in; links are numbers that only the program knows."""
    return [f for f in fields_of(cls) if not f.auto and f.type is not FieldType.LINK]


def write_template(path: Path, cls: type[Part]) -> None:
    fields = asked_fields(cls)
    title = cls.KIND.label if issubclass(cls, Record) else "登记表"
    if not fields:
        raise Refused(f"“{title}”由程序自己生成，不能导入，所以没有模板")
    book = Workbook()
    _entry_sheet(book.active, title, fields)
    _explanations(book.create_sheet(EXPLANATIONS), fields)
    with replacing(path) as file:
        book.save(file)


def _entry_sheet(sheet: Any, title: str, fields: list[Field]) -> None:
    sheet.title = sheets.sheet_name(title)
    sheets.lay_out(sheet, [sheets.usual_width(field.label) for field in fields])
    for place, field in enumerate(fields, start=1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].number_format = FORMATS.get(field.type, sheets.TEXT)
        _heading(sheet.cell(1, place), field)
        if options := _options(field):
            _drop_down(sheet, f"{letter}2:{letter}{CHECKED_ROWS}", field, options)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(fields))}1"


def _heading(cell: Any, field: Field) -> None:
    sheets.text_into(cell, field.label)
    cell.alignment, cell.border = sheets.CENTRED, sheets.FRAME
    if field.required:
        cell.font, cell.fill = sheets.HEAD_FONT, sheets.REQUIRED_FILL


def _options(field: Field) -> tuple[str, ...]:
    options = ("是", "否") if field.type is FieldType.FLAG else field.choices
    listed = ",".join(options)
    fits = len(listed) <= MAX_LIST and not any("," in option or '"' in option for option in options)
    return options if fits and field.type is not FieldType.CHOICES else ()


def _drop_down(sheet: Any, cells: str, field: Field, options: tuple[str, ...]) -> None:
    rule = DataValidation("list", formula1=f'"{",".join(options)}"', allow_blank=True, showErrorMessage=True)
    rule.errorTitle, rule.error = field.label[:31], f"请从下拉列表中选择：{'、'.join(options)}"[:250]
    rule.add(cells)
    sheet.add_data_validation(rule)


def _explanations(sheet: Any, fields: list[Field]) -> None:
    sheets.lay_out(sheet, WIDTHS)
    rows = [HEADINGS, *(_explained(field) for field in fields)]
    for row, words in enumerate(rows, start=1):
        for column, word in enumerate(words, start=1):
            cell = sheet.cell(row, column)
            sheets.text_into(cell, word)
            cell.alignment, cell.border = sheets.WRAPPED, sheets.FRAME
            if row == 1:
                cell.font, cell.fill = sheets.HEAD_FONT, sheets.HEAD_FILL
            elif column == 1 and fields[row - 2].required:
                cell.font, cell.fill = sheets.HEAD_FONT, sheets.REQUIRED_FILL


def _explained(field: Field) -> tuple[str, ...]:
    options = "是、否" if field.type is FieldType.FLAG else "、".join(field.choices)
    return (
        field.label,
        "必填" if field.required else "",
        TYPES[field.type],
        options,
        field.hint,
        _example(field),
    )


def _example(field: Field) -> str:
    match field.type:
        case FieldType.CHOICE:
            return field.choices[0]
        case FieldType.CHOICES:
            return "、".join(field.choices[:2])
        case FieldType.TABLE:
            return sample(field)
        case FieldType.TEXT if "身份证" in field.label:
            return "18 位，按文本填写，不要变成科学计数法"
        case FieldType.TEXT if "信用代码" in field.label:
            return "18 位，按文本填写"
        case FieldType.TEXT | FieldType.PASSAGE:
            return f"不超过 {field.limit} 字"
    return SAMPLES[field.type]
