"""Files that are damaged or built to do harm: refused in one sentence, or read; never anything else."""

import zipfile
from contextlib import suppress
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from qtapp.domain.complaints import Complaint
from qtapp.domain.errors import Refused
from qtapp.exchange.reading import read_table
from tests.exchange.make_files import FILES
from tests.exchange.making import SHORT_HEAD, book, changed

REFUSED = {
    "endless_rows.xlsx": "行号错乱",
    "far_row.xlsx": "超过 100000 行",
    "too_wide.xlsx": "第 100 列以后还有内容",
    "xml_bomb.xlsx": "恶意构造",
    "zip_bomb.xlsx": "压缩比异常",
    "truncated.xlsx": "不完整或已损坏",
    "workbook_named.csv": "扩展名改为 .xlsx",
    "text_named.xlsx": "扩展名改为 .csv",
    "web_page_named.xlsx": "网页",
    "word_named.xlsx": "Word 文档",
    "encrypted.xlsx": "打开密码",
    "old.xls": "另存为 .xlsx",
    "old.et": "另存为 .xlsx",
    "old_named.xlsx": "另存为 .xlsx",
    "binary.csv": "编码",
    "empty.csv": "空文件",
    "no_register.xlsx": "没有找到表头",
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_taken_is_refused_with_one_sentence(name: str) -> None:
    with pytest.raises(Refused) as told:
        read_table(Complaint, FILES / name)
    assert REFUSED[name] in str(told.value)
    assert name in str(told.value)
    assert "\n" not in str(told.value)


def test_a_declared_size_is_not_believed() -> None:
    assert [row.row for row in read_table(Complaint, FILES / "declared_rows.xlsx").rows] == [2]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="找不到文件"):
        read_table(Complaint, tmp_path / "无.xlsx")


def test_a_file_of_more_than_twenty_megabytes_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "大.csv"
    path.write_bytes(b"a" * (20 * 1024 * 1024 + 1))
    with pytest.raises(Refused, match="超过 20 MB"):
        read_table(Complaint, path)


LEDGER = (FILES / "complaints_ledger.xlsx").read_bytes()


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(LEDGER) - 1), st.integers(0, 255)), min_size=1, max_size=30),
    st.integers(0, len(LEDGER)),
)
def test_a_damaged_workbook_is_read_or_refused_and_nothing_else(
    changes: list[tuple[int, int]], length: int
) -> None:
    damaged = bytearray(LEDGER)
    for place, byte in changes:
        damaged[place] = byte
    read_or_refused(bytes(damaged[: max(length, 100)]) if length % 5 == 0 else bytes(damaged))


XML_PARTS = ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels")


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(XML_PARTS),
    st.lists(
        st.tuples(st.integers(0, 2000), st.binary(max_size=3), st.integers(0, 20)), min_size=1, max_size=4
    ),
)
@example("xl/styles.xml", [(97, b"", 1)])  # a cell's format that is not defined
def test_damaged_markup_is_read_or_refused_and_nothing_else(
    part: str, changes: list[tuple[int, bytes, int]]
) -> None:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(LEDGER)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            for place, word, length in changes if name == part else ():
                content = content[:place] + word + content[place + length :]
            new.writestr(name, content)
    read_or_refused(stream.getvalue())


def read_or_refused(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        path.write_bytes(data)
        with suppress(Refused):
            read_table(Complaint, path)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_named_csv_are_read_or_refused(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        path.write_bytes("举报方式,接报时间,被举报单位,举报内容\r\n".encode() + data)
        with suppress(Refused):
            read_table(Complaint, path)


def test_a_package_of_thousands_of_parts_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        for number in range(2_001):
            package.writestr(f"xl/{number}", b"")
    with pytest.raises(Refused, match="2001 个部件"):
        read_table(Complaint, path)


def test_a_package_that_unpacks_to_more_than_it_may_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"\0" * (201 * 1024 * 1024))
    with pytest.raises(Refused, match="200 MB"):
        read_table(Complaint, path)


def test_three_million_empty_rows_in_a_small_file_are_not_walked_through(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    plain = book(("登记表", [SHORT_HEAD, ("来电", date(2021, 8, 1), "甲厂", "出口上锁")]))
    path.write_bytes(changed(plain, "</sheetData>", "<row/>" * 3_000_000 + "</sheetData>"))
    with pytest.raises(Refused, match="压缩比异常"):
        read_table(Complaint, path)
