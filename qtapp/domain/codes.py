"""Codes, names and days as other programs hand them over: put into one shape, and judged."""

import re
import unicodedata
from datetime import date, datetime, timedelta
from typing import NoReturn

from qtapp.domain.errors import UserError

_CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE_LENGTH = 18
_IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_IDENTITY_CHECKS = "10X98765432"
_OLD_LENGTH = 15  # business licence numbers before 2015, identity numbers before 1999
_FIRST_BIRTH = date(1880, 1, 1)
_SCIENTIFIC = re.compile(r"[0-9](\.[0-9]*)?E\+?[0-9]{1,2}")

_OFFICE_YEARS = range(1900, 2201)  # a day outside of them is a slip of the finger, and breaks reckonings
_EXCEL_EPOCH = date(1899, 12, 30)
_EXCEL_DAYS = range(10_000, 100_000)  # 1927 to 2173; smaller numbers are years or ages, not days
_DAY_SHAPES = tuple(
    re.compile(shape + r"(?:[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?")
    for shape in (
        r"([0-9]{4})(?P<mark>[./-])([0-9]{1,2})(?P=mark)([0-9]{1,2})",
        r"([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})[日号]?",
        r"([0-9]{4})([0-9]{2})([0-9]{2})",
    )
)
_SERIAL = re.compile(r"[0-9]{5}(?:\.[0-9]+)?")

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NEVER_CHARACTERS = re.compile(
    "[\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
    + "]"
)
_OLD_GBK_FIRST, _OLD_GBK_LAST = 0xE815, 0xE864
_GBK_TRAIL_GAP = 0x7F  # no GBK character ends in this byte
# What the standard itself still left in private use in 2000 and settled in 2005 and 2022.
_LATER_SETTLED = dict(
    zip(
        "\ue816\ue817\ue818\ue81e\ue826\ue82b\ue82c\ue831\ue832\ue83b\ue843\ue854\ue855\ue864",
        "\U00020087\U00020089\U000200cc龴龵龶龷\U000215d7龸\U0002298f龹龺\U000241fe龻",
        strict=True,
    )
)


def normal_code(text: str) -> str:
    """A code in half-width capitals, without blanks and invisible marks."""
    wide = unicodedata.normalize("NFKC", text).upper()
    return "".join(sign for sign in wide if unicodedata.category(sign)[0] not in "CZ")


def credit_code_problem(text: str) -> str:
    """What is wrong with a 统一社会信用代码 (GB 32100), or ""."""
    code = normal_code(text)
    old = "这是15位的旧营业执照注册号，统一社会信用代码应为18位，请按新营业执照填写。"
    if problem := _shape_problem(code, "统一社会信用代码", old) or _credit_sign_problem(code):
        return problem
    total = sum(_CREDIT_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(code[:-1]))
    if code[-1] != _CREDIT_SIGNS[-total % 31]:
        return "统一社会信用代码的校验位不符，有一位或几位抄错，请对照营业执照核对。"
    return ""


def identity_problem(text: str, today: date | None = None) -> str:
    """What is wrong with a 居民身份证号 (GB 11643), or ""; without `today` no birth date is too late."""
    code = normal_code(text)
    if problem := _shape_problem(code, "身份证号", "这是15位的旧身份证号，已停止使用，请改填18位的号码。"):
        return problem
    if not re.fullmatch(r"[0-9]{17}[0-9X]", code):
        return "身份证号前17位应为数字，最后一位应为数字或X，请核对。"
    if problem := _birth_problem(code[6:14], today):
        return problem
    total = sum(int(sign) * weight for sign, weight in zip(code, _IDENTITY_WEIGHTS, strict=False))
    if code[-1] == _IDENTITY_CHECKS[total % 11]:
        return ""
    if code.endswith("000"):
        return "身份证号的校验位不符，且末三位是000：可能是表格按数字保存时丢失，请从原表按文本重新导出。"
    return "身份证号的校验位不符，有一位或几位抄错，请对照证件核对。"


def normal_text(text: str) -> str:
    """Text fit to be kept: composed (NFC), without invisible marks and trailing blanks.

    Raises UserError when a character is damaged beyond repair.
    """
    if found := next((sign for sign in text if unicodedata.category(sign) == "Cs"), None):
        raise UserError(f"文字中有损坏的半个字符（U+{ord(found):04X}），无法保存，请删除该字后重新输入。")
    if damaged := _NEVER_CHARACTERS.search(text):
        raise UserError(f"文字中有不能使用的字符（U+{ord(damaged[0]):04X}），请删除该字后重新输入。")
    lines = _LINE_ENDS.sub("\n", text)
    seen = (sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) not in {"Cc", "Cf"})
    composed = unicodedata.normalize("NFC", "".join(_settled(sign) for sign in seen))
    return "\n".join(line.rstrip() for line in composed.split("\n")).rstrip("\n")


def parse_day(text: object) -> date:
    """A day as people and workbooks write it: text in the usual shapes, an Excel serial, or a date."""
    return in_office_years(_day(text))


def in_office_years(day: date) -> date:
    """The day, unless its year is one that no entry of an office can have."""
    if day.year not in _OFFICE_YEARS:
        first, last = _OFFICE_YEARS.start, _OFFICE_YEARS.stop - 1
        raise UserError(
            f"日期“{day.isoformat()}”的年份应在 {first} 至 {last} 年之间，请核对是否多写或少写了数字。"
        )
    return day


def _day(text: object) -> date:
    if isinstance(text, datetime):
        return text.date()
    if isinstance(text, date):
        return text
    if isinstance(text, str):
        return _day_of_text(text)
    if isinstance(text, int | float) and not isinstance(text, bool):
        return _day_of_number(text)
    return _not_a_day(text)


def _shape_problem(code: str, name: str, old: str) -> str:
    if not code:
        return f"{name}没有填写。"
    if _SCIENTIFIC.fullmatch(code):
        return f"表格把{name}变成了科学计数法，末几位已丢失，请从原表按文本重新导出"
    if len(code) == _OLD_LENGTH and code.isdecimal():
        return old
    if len(code) != _CODE_LENGTH:
        return f"{name}应为{_CODE_LENGTH}位，现为{len(code)}位，请核对。"
    return ""


def _credit_sign_problem(code: str) -> str:
    for place, sign in enumerate(code, start=1):
        if sign in "IOZSV":
            return f"第{place}位是字母{sign}：统一社会信用代码不使用I、O、Z、S、V，请核对是否应为数字。"
        if sign not in _CREDIT_SIGNS:
            return f"第{place}位“{sign}”不是统一社会信用代码可用的数字或字母，请核对。"
    return ""


def _birth_problem(digits: str, today: date | None) -> str:
    year, month, day = digits[:4], digits[4:6], digits[6:]
    try:
        born = date(int(year), int(month), int(day))
    except ValueError:
        return f"身份证号中的出生日期{year}年{month}月{day}日不存在，请核对第7至14位。"
    if born < _FIRST_BIRTH:
        return f"身份证号中的出生日期{year}年{month}月{day}日过早，请核对第7至14位。"
    if today is not None and born > today:
        return f"身份证号中的出生日期{year}年{month}月{day}日晚于今天，请核对第7至14位。"
    return ""


def _settled(sign: str) -> str:
    """The character that an old GBK program kept in private use (䶮 as U+E863)."""
    if not _OLD_GBK_FIRST <= ord(sign) <= _OLD_GBK_LAST:
        return sign
    if sign in _LATER_SETTLED:
        return _LATER_SETTLED[sign]
    trail = 0x50 + ord(sign) - _OLD_GBK_FIRST
    return bytes((0xFE, trail + (trail >= _GBK_TRAIL_GAP))).decode("gb18030")


def _day_of_text(text: str) -> date:
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    plain = re.sub(r" ?([年月日./-]) ?", r"\1", plain)
    if not plain:
        raise UserError("日期没有填写，请填写年月日，例如 2021-9-1。")
    for shape in _DAY_SHAPES:
        if found := shape.fullmatch(plain):
            year, month, day = (int(part) for part in found.groups() if part.isdecimal())
            try:
                return date(year, month, day)
            except ValueError:
                raise UserError(f"日期“{text.strip()}”在日历上不存在，请核对年、月、日。") from None
    if _SERIAL.fullmatch(plain):
        return _day_of_number(float(plain), text)
    return _not_a_day(text.strip())


def _day_of_number(number: float, written: object = None) -> date:
    shown = number if written is None else written
    if isinstance(number, int) or number.is_integer():
        digits = str(int(number))
        if _DAY_SHAPES[-1].fullmatch(digits):
            return _day_of_text(digits)
    if not _EXCEL_DAYS.start <= number < _EXCEL_DAYS.stop:
        _not_a_day(shown)
    return _EXCEL_EPOCH + timedelta(days=int(number))


def _not_a_day(value: object) -> NoReturn:
    raise UserError(f"日期“{value}”看不懂，请写成 2021-9-1、2021年9月1日 或 20210901 这样的年月日。")
