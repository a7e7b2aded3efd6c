"""What is taken from tables as offices keep them, and which row, column and value is refused and why."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar

import pytest

from qtapp.domain.complaints import Complaint
from qtapp.domain.enterprises import Enterprise
from qtapp.domain.errors import Refused
from qtapp.domain.inspections import Inspection
from qtapp.domain.officers import Certificate, Officer
from qtapp.domain.record import Part
from qtapp.exchange.reading import TableRead, read_table
from tests.exchange.make_files import CONTENTS, FILES, INJECTION
from tests.exchange.making import IDENTITIES
from tests.exchange.other_registers import RARE

Refusal = tuple[int, str, str, str]  # row, the file's heading, value, part of the reason


P = TypeVar("P", bound=Part)


def table_of(cls: type[P], name: str) -> TableRead[P]:
    return read_table(cls, FILES / name)


def accepted(table: TableRead[Any]) -> list[int]:
    return [row.row for row in table.rows if not row.every_problem()]


def refused(table: TableRead[Any]) -> list[Refusal]:
    return [
        (row.row, table.heading_of(problem.field), problem.value, problem.text)
        for row in table.rows
        for problem in row.every_problem()
    ]


def agrees(table: TableRead[Any], expected: Sequence[Refusal]) -> None:
    found = refused(table)
    assert [refusal[:3] for refusal in found] == [refusal[:3] for refusal in expected]
    for (*_place, reason), (*_same, part) in zip(found, expected, strict=True):
        assert part in reason


def test_the_corpus_holds_exactly_what_its_script_makes() -> None:
    assert {path.name for path in FILES.iterdir()} == set(CONTENTS)


# ---------------------------------------------------------------------------- an office's ledger


def test_the_ledger_is_read_row_by_row_with_each_fault_at_its_place() -> None:
    table = table_of(Complaint, "complaints_ledger.xlsx")
    assert table.header_row == 3
    assert table.unknown == ("备注",)
    assert accepted(table) == [4, 5, 6, 7]
    agrees(
        table,
        [
            (9, "举报方式", "托梦", "请从 来电、来信、来访"),
            (10, "举报时间", "９月６日", "看不懂"),
            (11, "身份证号", "", "科学计数法"),
            (12, "举报内容：", "", "请填写“举报内容”"),
            (13, "举报时间", "2021-2-30", "日历上不存在"),
            (13, "被举报 单位 *", "", "请填写“被举报单位”"),
        ],
    )


def test_days_are_understood_in_all_the_shapes_of_the_ledger() -> None:
    rows = table_of(Complaint, "complaints_ledger.xlsx").rows
    assert [row.record.received_at for row in rows[:4]] == [
        datetime(2021, 9, 1),
        datetime(2021, 9, 2),
        datetime(2021, 9, 3),
        datetime(2021, 9, 4, 9, 30),
    ]
    assert rows[6].record.received_at == datetime(2021, 9, 7, 15, 20)
    assert rows[7].record.received_at == datetime(2021, 9, 8)


def test_channels_by_other_words_are_the_channels_they_mean() -> None:
    rows = table_of(Complaint, "complaints_ledger.xlsx").rows
    channels = [row.record.channel for row in rows if not any(p.field == "channel" for p in row.problems)]
    assert channels == ["来电", "来信", "来访", "12345转办", "来电", "来电", "微信", "网络"]


def test_blanks_around_words_are_gone_and_the_cells_are_kept_as_they_were() -> None:
    row = table_of(Complaint, "complaints_ledger.xlsx").rows[0]
    assert row.record.target_name == "江海鸿运木器厂"
    assert row.raw[5] == "江海鸿运木器厂  "


def test_headings_by_other_names_are_known_and_the_rest_is_listed() -> None:
    table = table_of(Complaint, "complaints_other_names.xlsx")
    assert accepted(table) == [2, 3]
    assert table.unknown == ("核查人意见",)
    first = table.rows[0].record
    assert (first.channel, first.target_name, first.registrar) == ("来信", "江海长青食品厂", "丁宁")
    assert first.target_address == "园北路8号"


def test_a_header_of_two_rows_is_read_as_one() -> None:
    table = table_of(Complaint, "complaints_two_levels.xlsx")
    assert table.header_row == 3
    assert table.heading_of("informant_name") == "举报人/姓名"
    assert accepted(table) == [4, 5]
    first, second = (row.record for row in table.rows)
    assert (first.informant_phone, first.informant_address) == ("13900000001", "城南村1组")
    assert (first.target_name, first.target_address) == ("江海鸿运木器厂", "城北路1号")
    assert (first.anonymity, second.anonymity) == ("实名", "匿名")
    assert (first.wants_reply, second.wants_reply) == (True, False)


def test_what_stands_beside_the_informant_is_sealed() -> None:
    record = table_of(Complaint, "complaints_beside.xlsx").rows[0].record
    assert (record.informant_phone, record.informant_address) == ("13900000001", "城南村1组")
    assert (record.target_contact, record.target_address) == ("051300000002", "城北路1号")


def test_full_width_digits_and_blanks_inside_words_are_understood() -> None:
    table = table_of(Complaint, "complaints_full_width.xlsx")
    assert accepted(table) == [2, 3, 4]
    assert [row.record.channel for row in table.rows] == ["12345转办", "来信", "传真"]
    assert [row.record.received_at for row in table.rows] == [datetime(2021, 10, n) for n in (8, 9, 10)]


def test_hidden_rows_are_rows() -> None:
    assert accepted(table_of(Complaint, "complaints_hidden_rows.xlsx")) == [2, 3, 4, 5, 6]


def test_a_cell_merged_downward_holds_for_every_row_that_says_something_itself() -> None:
    table = table_of(Complaint, "complaints_merged_down.xlsx")
    assert accepted(table) == [2, 3, 5]
    second = table.rows[1].record
    assert (second.channel, second.target_name, second.content) == (
        "来电",
        "江海兴隆铸造厂",
        "煤气报警器失灵",
    )


def test_totals_repeated_headers_counted_columns_and_footnotes_are_no_records() -> None:
    table = table_of(Complaint, "complaints_printed_pages.xlsx")
    assert accepted(table) == [3, 6]
    assert table.rows[1].record.target_name == "江海合计电子有限公司"
    assert refused(table) == []


def test_the_ledger_is_found_behind_a_sheet_of_notes() -> None:
    table = table_of(Complaint, "complaints_cover_sheet.xlsx")
    assert (table.header_row, accepted(table)) == (2, [3])


def test_one_sheet_a_month_is_refused_because_all_but_one_would_be_lost() -> None:
    with pytest.raises(Refused, match="“7月”、“8月”"):
        table_of(Complaint, "complaints_months.xlsx")


def test_cells_with_an_error_or_without_a_result_are_told() -> None:
    table = table_of(Complaint, "complaints_broken_cells.xlsx")
    assert accepted(table) == [4]
    assert table.rows[2].record.target_address == "2"
    agrees(
        table,
        [
            (2, "被举报单位地址", "#REF!", "公式错误"),
            (3, "被举报单位地址", "公式", "没有计算结果"),
            (5, "接报时间", "#VALUE!", "公式错误"),
        ],
    )


def test_a_formula_to_another_workbook_gives_the_value_it_had_and_nothing_is_fetched() -> None:
    assert table_of(Complaint, "complaints_external_links.xlsx").rows[0].record.target_name == "江海祥云鞋厂"


def test_text_that_looks_like_a_formula_is_text() -> None:
    rows = table_of(Complaint, "complaints_injection.xlsx").rows
    assert [row.record.content for row in rows] == [words.strip() for words in INJECTION]


@pytest.mark.parametrize(
    "name",
    [
        "complaints_gbk.csv",
        "complaints_utf8.csv",
        "complaints_bom_semicolons.csv",
        "complaints_tabs_utf16.txt",
    ],
)
def test_texts_are_read_in_every_encoding_and_with_every_delimiter(name: str) -> None:
    table = table_of(Complaint, name)
    assert accepted(table) == [2]
    assert table.rows[0].record.received_at == datetime(2021, 9, 1, 9, 30)
    assert table.rows[0].record.informant_id == IDENTITIES[1]
    assert table.rows[2].record.informant_id == IDENTITIES[2]
    agrees(
        table,
        [
            (3, "身份证号", "", "科学计数法"),
            (5, "举报方式", "信鸽", "请从 来电"),
            (5, "举报内容", "", "请填写"),
        ],
    )


# ---------------------------------------------------------------------------- enterprises, people, visits


def test_enterprises_are_refused_for_the_digit_that_is_wrong() -> None:
    table = table_of(Enterprise, "enterprises_wrong_digits.xlsx")
    assert accepted(table) == [3, 6]
    wrong = table.rows[1].record.credit_code
    agrees(
        table,
        [
            (4, "社会信用代码", wrong, "校验位不符"),
            (5, "社会信用代码", "9.13207E+17", "科学计数法"),
            (7, "企业类别", "特别危险", "高危、一般"),
            (7, "社会信用代码", "9132O681MA1X00013X", "字母O"),
            (8, "企业名称", "", "请填写“单位名称”"),
        ],
    )


def test_numbers_in_text_columns_are_written_without_a_trace_of_arithmetic() -> None:
    rows = table_of(Enterprise, "enterprises_wrong_digits.xlsx").rows
    assert [row.record.phone for row in rows[:3]] == ["13900000001", "13900000002", "13900000003"]
    assert [row.record.postcode for row in rows[:3]] == ["226200", "226200", "026200"]
    assert [row.record.risk_class for row in rows[:4]] == ["一般", "一般", "高危", "高危"]


def test_identity_numbers_that_lost_their_digits_are_refused() -> None:
    table = table_of(Officer, "officers.xlsx")
    assert accepted(table) == [2]
    lost = "3.20681E+17"
    agrees(
        table,
        [
            (3, "公民身份号码", lost, "科学计数法"),
            (3, "入职日期", "2019年3月", "看不懂"),
            (4, "公民身份号码", lost, "科学计数法"),
            (4, "离岗日期", "", "早于"),
            (5, "公民身份号码", lost, "科学计数法"),
            (6, "公民身份号码", "320681750101123", "15位"),
        ],
    )
    assert table.rows[0].record.identity_number == IDENTITIES[0]
    assert (table.rows[0].record.gender, table.rows[0].record.post) == ("男", "执法岗")


def test_a_column_of_holders_names_is_not_taken_for_links() -> None:
    table = table_of(Certificate, "certificates.xlsx")
    assert [row.record.officer_name for row in table.rows] == ["石大川", "柳小河", "方知远"]
    assert accepted(table) == [2]
    agrees(
        table,
        [
            (3, "有效期至", "", "不晚于"),
            (4, "发证日期", "长期", "看不懂"),
            (4, "执法证号", "", "请填写"),
        ],
    )


@pytest.mark.parametrize("name", ["rare_names.xlsx", "rare_names_gb18030.csv"])
def test_rare_names_arrive_whole_and_old_private_signs_are_mended(name: str) -> None:
    table = table_of(Officer, name)
    assert [row.record.name for row in table.rows] == [*RARE[:5], "李䶮"]
    assert accepted(table) == [2, 3, 4, 5, 6, 7]


def test_details_are_taken_from_json_or_from_plain_words() -> None:
    table = table_of(Inspection, "inspections.xlsx")
    assert accepted(table) == [2, 3]
    first, second = (row.record for row in table.rows[:2])
    assert [officer.name for officer in first.officers] == ["石大川", "柳小河"]
    assert [finding.text for finding in first.findings] == ["喷漆房未通风", "配电箱敞开"]
    assert (first.origin, second.origin) == ("随机", "专项")
    assert [(o.name, o.certificate) for o in second.officers] == [("石大川", "苏F000001")]
    agrees(
        table,
        [
            (4, "检查人员", '[{"name": "石大川", "年纪": 3}]', "没有“年纪”这一项"),
            (5, "检查人员", '[{"name":', "JSON 列表"),
        ],
    )
