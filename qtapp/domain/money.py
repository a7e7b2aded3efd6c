"""Money in integer fen: read as an office writes it, shown in yuan, in ten thousand yuan and in capitals."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from qtapp.domain.errors import UserError

FEN_A_YUAN = 100
FEN_A_WAN = 1_000_000
MAX_FEN = 10**14 - 1  # just below 一万亿元; capitals have no settled name beyond

_SCALES = {"": FEN_A_YUAN, "万": FEN_A_WAN, "亿": FEN_A_WAN * 10_000}
_AMOUNT = re.compile(
    r"(?:人民币|RMB|CNY|¥)?(?P<sign>[+-]?)(?:¥)?"
    r"(?P<number>(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?)"
    r"(?P<scale>[万亿]?)(?:元|圆)?整?"
)
_SPELLINGS = str.maketrans({"￥": "¥", "−": "-", "萬": "万", "億": "亿"})

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_SECTIONS = ("", "万", "亿")


def yuan(fen: int) -> str:
    """843120000 -> "8,431,200.00"."""
    whole, rest = divmod(abs(fen), FEN_A_YUAN)
    return f"{_sign(fen)}{whole:,}.{rest:02}"


def wan(fen: int) -> str:
    """In ten thousand yuan, two decimals, half away from zero: 843120000 -> "843.12"."""
    hundredths = (abs(fen) + FEN_A_WAN // 200) // (FEN_A_WAN // 100)
    whole, rest = divmod(hundredths, 100)
    return f"{_sign(fen) if hundredths else ''}{whole}.{rest:02}"


def capitals(fen: int) -> str:
    """The amount as a receipt spells it (支付结算办法附一): 整 after 元 and 角, never after 分."""
    if not 0 <= fen <= MAX_FEN:
        raise UserError(f"金额{yuan(fen)}元不能写成大写：只能写零元到一万亿元以内的金额，请核对金额。")
    whole, rest = divmod(fen, FEN_A_YUAN)
    tenths, hundredths = divmod(rest, 10)
    if not rest:
        return ("".join(_sections(whole)) or "零") + "元整"
    spelled = "".join(_sections(whole)) + "元" if whole else ""
    if whole and (whole % 10 == 0 or not tenths):
        spelled += "零"
    if tenths:
        spelled += _DIGITS[tenths] + "角"
    return spelled + (_DIGITS[hundredths] + "分" if hundredths else "整")


def parse(text: str) -> int:
    """Read an amount of yuan as people type it ("2万元", "¥1,680.32", full-width digits), in fen."""
    plain = "".join(unicodedata.normalize("NFKC", text).translate(_SPELLINGS).split())
    if not plain:
        raise UserError("金额没有填写，请填写数字，例如 20000 或 2万。")
    found = _AMOUNT.fullmatch(plain)
    if found is None:
        raise UserError(f"金额“{text.strip()}”看不懂，请写成 20000、20,000.00 或 2万元 这样的数字。")
    if found["sign"] == "-":
        raise UserError(f"金额“{text.strip()}”是负数，请填写不小于零的金额。")
    fen = Decimal(found["number"].replace(",", "")) * _SCALES[found["scale"]]
    if fen > MAX_FEN:
        raise UserError(f"金额“{text.strip()}”超过一万亿元，请核对是否多写了零或者单位。")
    if fen != int(fen):
        raise UserError(f"金额“{text.strip()}”不到一分的部分无法保存，请写到分为止。")
    return int(fen)


def _sign(fen: int) -> str:
    return "-" if fen < 0 else ""


def _sections(whole: int) -> Iterator[str]:
    """The yuan in words, four digits at a time; a run of zeros before a digit is one 零."""
    digits = str(whole)
    gap = section_spoken = False
    for index, digit in enumerate(digits):
        section, place = divmod(len(digits) - 1 - index, 4)
        if digit != "0":
            yield ("零" if gap else "") + _DIGITS[int(digit)] + _PLACES[place]
            section_spoken = True
        gap = digit == "0"
        if place == 0 and section_spoken:
            yield _SECTIONS[section]
            gap = section_spoken = False
