"""Amounts survive every way of writing them."""

from contextlib import suppress
from decimal import ROUND_HALF_UP, Decimal

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtapp.domain.errors import UserError
from qtapp.domain.money import MAX_FEN, capitals, parse, wan, yuan

ROUND_AMOUNTS = st.integers(0, 10**8).map(lambda number: number * 10**5)
AMOUNTS = st.integers(0, MAX_FEN) | st.integers(0, 10_000_000) | ROUND_AMOUNTS


def read(capital: str) -> int:
    """Reads a spelled amount back, knowing nothing of how it was spelled."""
    whole, _, rest = capital.replace("整", "").rpartition("元")
    total = section = digit = 0
    for sign in whole:
        if sign in "零壹贰叁肆伍陆柒捌玖":
            digit = "零壹贰叁肆伍陆柒捌玖".index(sign)
        elif sign in "拾佰仟":
            section += digit * 10 ** ("拾佰仟".index(sign) + 1)
            digit = 0
        else:
            total += (section + digit) * {"万": 10**4, "亿": 10**8}[sign]
            section = digit = 0
    fen = (total + section + digit) * 100
    small = rest.removeprefix("零")
    for sign, place in zip(small[::2], small[1::2], strict=True):
        fen += "零壹贰叁肆伍陆柒捌玖".index(sign) * {"角": 10, "分": 1}[place]
    return fen


@given(AMOUNTS)
def test_capitals_read_back_as_the_same_amount(fen: int) -> None:
    assert read(capitals(fen)) == fen


@given(AMOUNTS)
def test_capitals_never_repeat_a_zero_and_never_close_after_fen(fen: int) -> None:
    spelled = capitals(fen)
    assert "零零" not in spelled
    assert spelled.endswith("整") == (fen % 10 == 0)


@given(AMOUNTS)
def test_capitals_agree_with_cn2an_but_for_optional_zeros_and_closing(fen: int) -> None:
    other = cn2an.an2cn(f"{Decimal(fen) / 100:f}", "rmb")
    assert capitals(fen).replace("零", "").replace("整", "") == other.replace("零", "").replace("整", "")


@pytest.mark.parametrize(
    ("amount", "spelled"),
    [
        ("0", "零元整"),
        ("8431200", "捌佰肆拾叁万壹仟贰佰元整"),
        ("1409.50", "壹仟肆佰零玖元伍角整"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
        ("107000.53", "壹拾万柒仟元零伍角叁分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("10001.10", "壹万零壹元壹角整"),
        ("0.05", "伍分"),
        ("0.50", "伍角整"),
        ("20000", "贰万元整"),
        ("100000005", "壹亿零伍元整"),
        ("100005000", "壹亿零伍仟元整"),
        ("1000100000", "壹拾亿零壹拾万元整"),
    ],
)
def test_capitals_follow_the_payment_rules(amount: str, spelled: str) -> None:
    assert capitals(parse(amount)) == spelled


@given(AMOUNTS)
def test_what_is_shown_can_be_typed_back(fen: int) -> None:
    assert parse(yuan(fen)) == fen
    assert parse(f"¥{yuan(fen)}元") == fen


@given(st.integers(-MAX_FEN, MAX_FEN))
def test_ten_thousands_are_rounded_half_up(fen: int) -> None:
    rounded = (Decimal(fen) / 1_000_000).quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert Decimal(wan(fen)) == rounded
    assert not wan(fen).startswith("-0.00")


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("20000", 2_000_000),
        ("20,000.00", 2_000_000),
        ("２万", 2_000_000),
        ("2万元", 2_000_000),
        (" ¥1,680.32 ", 168_032),
        ("￥１，６８０．３２", 168_032),
        ("843.12 万元", 843_120_000),
        ("人民币 500元整", 50_000),
        ("1.5亿", 15_000_000_000),
        ("0.1", 10),
    ],
)
def test_amounts_are_read_as_people_write_them(text: str, fen: int) -> None:
    assert parse(text) == fen


def test_the_report_of_2021_is_shown_as_printed() -> None:
    assert (yuan(843_120_000), wan(843_120_000)) == ("8,431,200.00", "843.12")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "没有填写"),
        ("两万", "看不懂"),
        ("1e5", "看不懂"),
        ("20,00", "看不懂"),
        ("٢٠", "看不懂"),
        ("-5", "负数"),
        ("0.005", "不到一分"),
        ("99999999999999", "超过一万亿"),
    ],
)
def test_a_doubtful_amount_is_refused_with_the_reason(text: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        parse(text)


@pytest.mark.parametrize("fen", [-1, MAX_FEN + 1])
def test_an_amount_without_a_name_is_not_spelled(fen: int) -> None:
    with pytest.raises(UserError, match="不能写成大写"):
        capitals(fen)


@given(st.text(max_size=30))
def test_no_typing_breaks_the_reader(text: str) -> None:
    with suppress(UserError):
        assert 0 <= parse(text) <= MAX_FEN
