"""The rules of reading, each on a table made for it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from qtapp.domain.complaints import Complaint
from qtapp.domain.errors import Cancelled
from qtapp.domain.record import Part, money, text
from qtapp.exchange.reading import read_table
from qtapp.exchange.sources import as_text
from tests.exchange.make_files import FILES
from tests.exchange.making import SHORT_HEAD, book


@dataclass(frozen=True, kw_only=True)
class Fine(Part):
    party: str = text("当事人", required=True)
    fine_fen: int | None = money("罚款（元）")


@pytest.mark.parametrize(
    ("heading", "cell", "fen"),
    [
        ("罚款（元）", 20000, 2_000_000),
        ("罚款", 1680.32, 168_032),
        ("罚款", 0.1 + 0.2, 30),
        ("罚款（元）", "￥２０，０００．００", 2_000_000),
        ("罚款（元）", "2万元", 2_000_000),
        ("罚款（万元）", 2, 2_000_000),
        ("罚款(万元)", "2.5万元", 2_500_000),
    ],
)
def test_money_is_yuan_unless_heading_or_cell_says_otherwise(
    tmp_path: Path, heading: str, cell: object, fen: int
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(book(("Sheet1", [("当事人", heading), ("甲厂", cell)])))
    row = read_table(Fine, path).rows[0]
    assert (row.record.fine_fen, row.problems) == (fen, ())


def test_the_exact_label_wins_over_an_alias(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    head = ("单位名称", "被举报单位", "举报方式", "接报时间", "举报内容")
    path.write_bytes(book(("Sheet1", [head, ("甲厂", "乙厂", "来电", date(2021, 1, 1), "无证")])))
    table = read_table(Complaint, path)
    assert table.rows[0].record.target_name == "乙厂"
    assert table.unknown == ("单位名称",)


def test_rows_are_counted_to_whoever_waits_and_he_may_stop(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(book(("登记表", [SHORT_HEAD, *[("来电", date(2021, 1, 1), "甲厂", "无证")] * 450])))
    seen: list[int] = []
    read_table(Complaint, path, progress=seen.append)
    assert seen == [200, 400, 450]

    def stop(_done: int) -> None:
        raise Cancelled("已取消")

    with pytest.raises(Cancelled):
        read_table(Complaint, path, progress=stop)


def test_a_registers_own_template_without_rows_is_an_empty_table(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(book(("登记表", [SHORT_HEAD])))
    assert read_table(Complaint, path).rows == ()


def test_no_sealed_value_stands_in_a_problem() -> None:
    table = read_table(Complaint, FILES / "complaints_ledger.xlsx")
    assert not [p for row in table.rows for p in row.problems if p.field == "informant_id" and p.value]


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (3.20681197101012e17, "3.20681E+17"),
        (320681197101012000, "3.20681E+17"),
        (320681197101012119, "320681197101012119"),
        (13900000001.0, "13900000001"),
        (0.1 + 0.2, "0.3"),
        (12.5, "12.5"),
    ],
)
def test_numbers_are_shown_as_the_workbook_shows_them(number: float, shown: str) -> None:
    assert as_text(number) == shown
