"""What goes out: whole files, texts that stay texts, no sealed field, and registers that read back equal."""

import csv
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from qtapp.domain.catalogue import RECORDS
from qtapp.domain.codes import normal_text
from qtapp.domain.complaints import Complaint
from qtapp.domain.enterprises import Enterprise
from qtapp.domain.errors import Cancelled, Refused, UserError
from qtapp.domain.inspections import Inspection
from qtapp.domain.kinds import Kind
from qtapp.domain.officers import Handler, Officer
from qtapp.domain.plain import without_sealed
from qtapp.domain.record import Field, FieldType, Part, Record, fields_of
from qtapp.exchange.reading import read_table
from qtapp.exchange.values import left_out
from qtapp.exchange.writing import write_register, write_rejected, write_table, write_template
from tests.exchange.make_files import FILES, INJECTION
from tests.exchange.making import IDENTITIES, SHORT_HEAD, book

INFORMANT = "石破天"
COMPLAINT = Complaint(
    number="举〔2021〕1号",
    received_at=datetime(2021, 9, 1, 9, 30, 5),
    informant_name=INFORMANT,
    informant_phone="13900000001",
    informant_id=IDENTITIES[0],
    target_name="江海鸿运木器厂",
    content="喷漆房与宿舍相通",
    category=("事故隐患", "其他"),
)


def cells(path: Path, sheet: int = 0) -> list[list[Any]]:
    book = load_workbook(path)
    return [list(row) for row in book.worksheets[sheet].iter_rows()]


def everything_in(path: Path) -> str:
    """All text of a file, a workbook's parts unpacked and character references resolved."""
    if path.suffix == ".csv":
        return path.read_text("utf-8-sig")
    with zipfile.ZipFile(path) as package:
        parts = "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
    return re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), parts)


# ---------------------------------------------------------------------------- round trip

WORDS = (
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn")), max_size=30)
    .map(lambda words: normal_text(words).strip())
    .filter(lambda words: not re.fullmatch(r"[0-9.]+E\+[0-9]{2}|〔见原表第\d+行〕", words.upper()))
)
LINES = st.lists(WORDS, max_size=3).map(lambda lines: normal_text("\n".join(lines)).strip())
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2199, 12, 31)).map(lambda m: m.replace(microsecond=0))
OF_TYPE: dict[FieldType, st.SearchStrategy[Any]] = {
    FieldType.TEXT: WORDS,
    FieldType.PASSAGE: LINES,
    FieldType.DAY: st.none() | DAYS,
    FieldType.MOMENT: st.none() | MOMENTS,
    FieldType.MONEY: st.none() | st.integers(0, 10**13),
    FieldType.WHOLE: st.none() | st.integers(0, 10**9),
    FieldType.FLAG: st.booleans(),
    FieldType.LINK: st.integers(0, 10**9),
}


def values_of(field: Field) -> st.SearchStrategy[Any]:
    if field.type is FieldType.CHOICE:
        return st.sampled_from(("", *field.choices))
    if field.type is FieldType.CHOICES:
        return st.lists(st.sampled_from(field.choices), unique=True, max_size=4).map(tuple)
    if field.part:
        return st.lists(parts(field.part), max_size=3).map(tuple)
    return OF_TYPE[field.type]


def parts(cls: type[Part]) -> st.SearchStrategy[Any]:
    return st.builds(cls, **{field.name: values_of(field) for field in fields_of(cls)})


def is_blank(record: Part) -> bool:
    """A record of which nothing is written is an empty row, and an empty row is no record."""
    return all(getattr(record, f.name) in ("", None, (), 0) for f in fields_of(type(record)) if not f.sealed)


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
@pytest.mark.parametrize("kind", list(RECORDS))
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_an_exported_register_reads_back_equal(kind: Kind, suffix: str, data: st.DataObject) -> None:
    cls = RECORDS[kind]
    kept = parts(cls).filter(lambda record: not is_blank(record))
    records = [replace(r, **first_word(r)) for r in data.draw(st.lists(kept, max_size=3))]
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        assert write_register(path, cls, records) == len(records)
        table = read_table(cls, path)
    assert [row.record for row in table.rows] == [without_sealed(record) for record in records]
    assert [row.row for row in table.rows] == list(range(2, len(records) + 2))
    assert [row.problems for row in table.rows] == [()] * len(records)
    assert table.unknown == ()


def first_word(record: Record) -> dict[str, str]:
    """Gives the first column a word that no total and no footnote begins with."""
    first = next(f for f in fields_of(type(record)) if not f.sealed)
    return {first.name: f"甲{getattr(record, first.name)}"} if first.type is FieldType.TEXT else {}


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_text_that_looks_like_a_formula_or_a_number_comes_back_as_written(
    tmp_path: Path, suffix: str
) -> None:
    names = [
        *(words.strip() for words in INJECTION),
        "'=1",
        "''=1",
        "'abc",
        "00123",
        "1e5",
        "_x000D_",
        "TRUE",
        "#N/A",
    ]
    path = tmp_path / f"a{suffix}"
    write_register(path, Enterprise, [Enterprise(name=name, note=name) for name in names])
    assert [row.record.note for row in read_table(Enterprise, path).rows] == names


# ---------------------------------------------------------------------------- secrecy and safety


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_nothing_of_the_informant_is_exported(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    write_register(path, Complaint, [COMPLAINT])
    written = everything_in(path)
    assert "江海鸿运木器厂" in written
    for secret in (INFORMANT, COMPLAINT.informant_phone, COMPLAINT.informant_id, "举报人姓名"):
        assert secret not in written


def test_no_cell_of_a_workbook_is_a_live_formula(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_table(path, "=1+1", ["=甲", "乙"], [[words, words] for words in INJECTION])
    assert {cell.data_type for row in cells(path) for cell in row} == {"s"}
    assert [row[0].value for row in cells(path)][1:] == list(INJECTION)


def test_a_text_file_begins_with_its_mark_and_holds_no_live_cell(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_table(path, "表", ["甲"], [[words] for words in INJECTION])
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert all(row[0].startswith("'") for row in rows[1:])


def test_signs_that_no_workbook_can_hold_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_table(path, "a/b:c", ["甲\x00"], [["乙\x07丙\ud800"]])
    assert [[cell.value for cell in row] for row in cells(path)] == [["甲"], ["乙丙"]]


def test_a_text_longer_than_a_cell_is_told_and_not_cut(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with pytest.raises(UserError, match="第 3 行“乙”超过一格能存的"):
        write_table(path, "表", ["甲", "乙"], [["1", "2"], ["1", "长" * 32_768]])
    assert list(tmp_path.iterdir()) == []


def test_an_export_that_breaks_off_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    def rows() -> Iterator[list[str]]:
        yield ["一"]
        raise Cancelled("已取消")

    for suffix in (".xlsx", ".csv"):
        path = tmp_path / f"a{suffix}"
        path.write_text("旧", encoding="utf-8")
        with pytest.raises(Cancelled):
            write_table(path, "表", ["甲"], rows())
        assert path.read_text(encoding="utf-8") == "旧"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="写不进去"):
        write_table(tmp_path / "无" / "a.xlsx", "表", ["甲"], [])


def test_only_workbooks_and_comma_separated_texts_are_written(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"只能导出为 \.xlsx 或 \.csv"):
        write_table(tmp_path / "a.pdf", "表", ["甲"], [])


# ---------------------------------------------------------------------------- how it looks


def test_days_are_days_and_money_is_a_number_with_two_decimals(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    row = [date(2021, 9, 1), datetime(2021, 9, 1, 9, 30), Decimal("1680.32"), True, 3, None]
    assert write_table(path, "表", list("甲乙丙丁戊己"), [row]) == 1
    day, moment, money, flag, number, empty = cells(path)[1]
    assert (day.is_date, day.number_format, moment.number_format) == (True, "yyyy-mm-dd", "yyyy-mm-dd hh:mm")
    assert (money.value, money.number_format) == (1680.32, "#,##0.00")
    assert (flag.value, number.value, empty.value) == ("是", 3, None)


def test_the_header_stays_in_sight_and_can_be_filtered(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    seen: list[int] = []
    write_table(path, "登记表", ["甲", "乙"], [["1", "2"]] * 201, widths=[30, 12], progress=seen.append)
    sheet = load_workbook(path).worksheets[0]
    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) == ("登记表", "A2", "A1:B202")
    assert sheet.column_dimensions["A"].width == 30
    assert seen == [200, 201]


# ---------------------------------------------------------------------------- templates


@pytest.mark.parametrize("kind", [kind for kind in RECORDS if kind is not Kind.DOCUMENT])
def test_a_template_is_understood_by_the_import_it_is_for(kind: Kind, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_template(path, RECORDS[kind])
    table = read_table(RECORDS[kind], path)
    asked = {f.name for f in fields_of(RECORDS[kind]) if not f.auto and f.type is not FieldType.LINK}
    assert {field.name for field in table.columns.values()} == asked
    assert (table.unknown, table.rows) == ((), ())


def test_a_template_shows_what_is_required_and_offers_the_choices(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_template(path, Officer)
    book = load_workbook(path)
    sheet, explained = book.worksheets
    heads: dict[Any, Any] = {cell.value: cell for cell in sheet[1]}
    assert {name for name, cell in heads.items() if cell.font.bold} == {"姓名", "科室", "到岗日期"}
    assert {name for name, cell in heads.items() if cell.fill.fill_type} == {"姓名", "科室", "到岗日期"}
    rules = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    gender = heads["性别"].column_letter
    assert rules[f"{gender}2:{gender}5000"] == '"男,女"'
    assert sheet.column_dimensions[heads["身份证号"].column_letter].number_format == "@"
    assert explained.title == "填写说明"
    rows = {row[0]: row for row in explained.iter_rows(values_only=True)}
    assert rows["到岗日期"][1:3] == ("必填", "日期")
    assert rows["岗位"][3] == "执法岗、综合岗、领导班子、工勤岗、其他"


def test_what_the_program_writes_by_itself_has_no_template(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="没有模板"):
        write_template(tmp_path / "a.xlsx", RECORDS[Kind.DOCUMENT])


# ---------------------------------------------------------------------------- rejected rows


def rejected_ledger(tmp_path: Path) -> Path:
    table = read_table(Complaint, FILES / "complaints_ledger.xlsx")
    problems = {row.row: row.every_problem() for row in table.rows}
    path = tmp_path / "rejected.xlsx"
    write_rejected(path, table, problems)
    return path


def test_rejected_rows_come_back_under_their_headings_with_a_red_reason(tmp_path: Path) -> None:
    rows = cells(rejected_ledger(tmp_path))
    assert [cell.value for cell in rows[0]][-2:] == ["备注", "退回原因"]
    assert len(rows) == 6
    assert rows[1][1].value == "托梦"
    assert str(rows[1][-1].value).startswith("原表第 9 行：“举报方式”不能是“托梦”")
    assert rows[1][-1].font.color.rgb == "00C00000"
    assert rows[1][1].fill.fill_type == "solid"
    assert {cell.data_type for row in rows for cell in row if cell.value is not None} == {"s"}


def test_rejected_rows_do_not_carry_the_informant_and_say_so_when_read_again(tmp_path: Path) -> None:
    path = rejected_ledger(tmp_path)
    assert "柳小河" not in everything_in(path)
    assert "3.20681E+17" not in everything_in(path)
    table = read_table(Complaint, path)
    assert table.unknown == ("备注",)
    told = {p.field: p.text for row in table.rows if row.raw[0] == "7" for p in row.problems}
    assert told == {
        "informant_name": "“举报人姓名”没有随退回表带出，请照原表第 11 行补填",
        "informant_id": "“举报人身份证号”没有随退回表带出，请照原表第 11 行补填",
    }


def test_a_column_nobody_understood_that_may_name_the_informant_is_left_out_too(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    head = (*SHORT_HEAD, "举报人微信号", "处理科室")
    path.write_bytes(
        book(("登记表", [head, ("托梦", date(2021, 1, 1), "甲厂", "无证", "wx_secret", "执法一科")]))
    )
    table = read_table(Complaint, path)
    write_rejected(tmp_path / "b.xlsx", table, {2: table.rows[0].problems})
    words = [cell.value for cell in cells(tmp_path / "b.xlsx")[1]]
    assert words[4:6] == [left_out(2), "执法一科"]


def test_rejected_rows_of_other_registers_are_whole(tmp_path: Path) -> None:
    table = read_table(Officer, FILES / "officers.xlsx")
    write_rejected(tmp_path / "b.xlsx", table, {row.row: row.every_problem() for row in table.rows})
    again = read_table(Officer, tmp_path / "b.xlsx")
    assert [row.record.name for row in again.rows] == ["柳小河", "方知远", "白云天", "黄叶飞"]
    assert again.unknown == ()


def test_an_inspection_keeps_its_officers_as_a_list_in_one_cell(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_register(path, Inspection, [Inspection(target_name="甲厂", officers=(Handler(name="石大川"),))])
    rows = cells(path)
    officers = next(
        cell.value for head, cell in zip(rows[0], rows[1], strict=True) if head.value == "检查人员"
    )
    assert '"name": "石大川"' in str(officers)
