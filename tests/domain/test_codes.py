"""Codes, names and days from foreign tables come out right or are named as wrong."""

import unicodedata
from contextlib import suppress
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtapp.domain.codes import credit_code_problem, identity_problem, normal_code, normal_text, parse_day
from qtapp.domain.errors import UserError
from qtapp.domain.moments import parse_moment

TODAY = date(2026, 11, 23)
SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
BODIES = st.text(SIGNS, min_size=17, max_size=17)


def credit_code(body: str) -> str:
    """The code whose weighted sum of all eighteen signs is a multiple of 31."""
    weights = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1)
    values = [SIGNS.index(sign) for sign in body]
    total = sum(value * weight for value, weight in zip(values, weights, strict=False))
    return body + next(sign for sign in SIGNS if (total + SIGNS.index(sign)) % 31 == 0)


def identity(region: str, born: date, order: int) -> str:
    """The number whose sum of digit times power of two leaves 1 when divided by 11 (ISO 7064)."""
    body = f"{region}{born:%Y%m%d}{order:03}"
    total = sum(int(digit) * 2 ** (17 - place) for place, digit in enumerate(body))
    return body + next(sign for sign in "0123456789X" if (total + "0123456789X".index(sign)) % 11 == 1)


IDENTITIES = st.builds(
    identity,
    st.integers(110000, 839999).map(str),
    st.dates(date(1880, 1, 1), TODAY),
    st.integers(1, 999),
)


@given(BODIES)
def test_a_code_with_the_right_check_sign_has_no_problem(body: str) -> None:
    assert credit_code_problem(credit_code(body)) == ""


@given(BODIES, st.integers(0, 17), st.sampled_from(SIGNS))
def test_one_wrong_sign_in_a_credit_code_is_always_found(body: str, place: int, sign: str) -> None:
    code = credit_code(body)
    changed = code[:place] + sign + code[place + 1 :]
    assert (credit_code_problem(changed) == "") == (changed == code)


def test_a_code_typed_wide_small_and_spaced_is_the_same_code() -> None:
    assert normal_code(" ９１３２ ０6815\u200e566-x\n") == "913206815566-X"
    code = credit_code("91320681MA1NABCDE")
    assert credit_code_problem(f" {code[:8].lower()} {code[8:].lower()} ") == ""


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("", "没有填写"),
        ("91320681MA1", "现为11位"),
        ("320681000012345", "旧营业执照注册号"),
        ("9132O681MA1NABCDE1", "第5位是字母O"),
        ("91320681MA1NABCDI1", "第17位是字母I"),
        ("91320681MA1NABC*E1", "第16位“*”不是"),
        ("9.13207E+17", "科学计数法"),
        ("91320681MA1NABCDE0", "校验位不符"),
    ],
)
def test_each_fault_of_a_credit_code_has_its_own_sentence(code: str, said: str) -> None:
    assert said in credit_code_problem(code)


@given(IDENTITIES)
def test_a_right_identity_number_has_no_problem(number: str) -> None:
    assert identity_problem(number, TODAY) == ""
    assert identity_problem(number.lower()) == ""


@given(IDENTITIES, st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_in_an_identity_number_is_always_found(number: str, place: int, by: int) -> None:
    changed = number[:place] + str((int(number[place]) + by) % 10) + number[place + 1 :]
    assert identity_problem(changed, TODAY) != ""


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("", "没有填写"),
        ("3.20681E+17", "表格把身份证号变成了科学计数法，末几位已丢失，请从原表按文本重新导出"),
        ("３．２０６８１Ｅ＋１７", "科学计数法"),
        ("320681900101123", "15位的旧身份证号"),
        ("3206811990", "现为10位"),
        ("32068119900101123Y", "数字或X"),
        (identity("320681", date(1990, 2, 28), 1).replace("0228", "0230"), "不存在"),
        (identity("320681", date(1879, 12, 31), 1), "过早"),
        (identity("320681", date(2026, 11, 24), 1), "晚于今天"),
        ("320681199001010000", "末三位是000"),
        ("320681199001010010", "校验位不符"),
    ],
)
def test_each_fault_of_an_identity_number_has_its_own_sentence(number: str, said: str) -> None:
    assert said in identity_problem(number, TODAY)


@given(st.text())
def test_kept_text_is_composed_and_stays_as_it_is(text: str) -> None:
    with suppress(UserError):
        kept = normal_text(text)
        assert kept == normal_text(kept)
        assert unicodedata.is_normalized("NFC", kept)
        assert not any(unicodedata.category(sign) in {"Cf", "Cs"} for sign in kept)
        kept.encode()


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)))
def test_plain_chinese_is_not_touched(text: str) -> None:
    assert normal_text(text) == text


def test_invisible_marks_and_trailing_blanks_go_and_indents_and_lines_stay() -> None:
    raw = "\ufeff\u3000\u3000启东\u202e某厂\u200b \u3000\r\n地\x00址\u2066 \r第三行\n\n"
    assert normal_text(raw) == "\u3000\u3000启东某厂\n地址\n第三行"


@pytest.mark.parametrize("damaged", ["\ud842", "王\udfb7", "\ufffe", "\uffff", "\ufdd0", "\U0001fffe"])
def test_a_damaged_character_is_refused(damaged: str) -> None:
    with pytest.raises(UserError, match="请删除该字后重新输入"):
        normal_text(damaged)


def test_every_old_gbk_character_finds_its_own_code() -> None:
    old = [chr(point) for point in range(0xE815, 0xE865)]
    new = [normal_text(sign) for sign in old]
    assert len(set(new)) == 80
    assert not any(unicodedata.category(sign) == "Co" for sign in new)
    assert all(unicodedata.name(sign).startswith("CJK") for sign in new)
    assert normal_text("刘\ue863") == "刘䶮"


DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@given(DAYS)
def test_a_day_is_read_in_every_usual_shape(day: date) -> None:
    year, month, number = day.year, day.month, day.day
    wide = f"{year}年{month}月{number}日".translate({ord("0") + n: ord("０") + n for n in range(10)})
    for text in (
        f"{year}.{month}.{number}",
        f" {year}-{month}-{number} ",
        f"{year}/{month:02}/{number:02}",
        f"{year}年{month}月{number}日",
        f"{year} 年 {month} 月 {number} 日",
        f"{day:%Y%m%d}".zfill(8),
        f"{year}-{month}-{number} 00:00:00",
        wide,
    ):
        assert parse_day(text) == day
    assert parse_day(day) == day
    assert parse_day(datetime(year, month, number, 8, 30)) == day


@pytest.mark.parametrize("value", ["0001-01-01", "1899年12月31日", "9999.1.1", "22010101", date(202, 1, 6)])
def test_a_year_that_no_entry_can_have_is_refused(value: object) -> None:
    for reader in (parse_day, parse_moment):
        with pytest.raises(UserError, match="1900 至 2200"):
            reader(value)
    with pytest.raises(UserError, match="1900 至 2200"):
        parse_moment(datetime(9999, 1, 1, 9, 30))


@given(st.integers(10_000, 99_999))
def test_a_workbook_serial_is_read_as_its_day(serial: int) -> None:
    day = date(2021, 9, 1) + timedelta(days=serial - 44440)
    assert parse_day(serial) == parse_day(float(serial)) == parse_day(str(serial)) == day
    assert parse_day(serial + 0.5) == parse_day(f"{serial}.5") == day


def test_a_day_written_as_one_number_is_read() -> None:
    assert parse_day(20210901) == parse_day(20210901.0) == date(2021, 9, 1)


@pytest.mark.parametrize(
    "value",
    ["", "2021", "2021-2-30", "20211301", "21.9.1", "2021-9", "2021.9-1", "明天", 2021, 0, True, None, 1e300],
)
def test_what_is_no_day_is_refused_with_the_value_named(value: object) -> None:
    with pytest.raises(UserError, match=str(value).replace("+", "[+]") if value else "日期"):
        parse_day(value)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_broken_number_is_no_day(value: float) -> None:
    with pytest.raises(UserError, match="看不懂"):
        parse_day(value)


@given(st.text(max_size=20))
def test_no_text_breaks_the_readers(text: str) -> None:
    credit_code_problem(text)
    identity_problem(text, TODAY)
    with suppress(UserError):
        parse_day(text)
