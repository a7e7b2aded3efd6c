"""Codes with right check digits in a region that was never allotted."""

from datetime import date

REGION = "990112"
CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
IDENTITY_CHECKS = "10X98765432"


def credit_code(serial: int) -> str:
    """The 统一社会信用代码 of the firm with this serial number (GB 32100)."""
    body = f"91{REGION}MA9{serial:05d}X"
    total = sum(CREDIT_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(body))
    return body + CREDIT_SIGNS[-total % 31]


def identity_number(born: date, serial: int, gender: str) -> str:
    """The 居民身份证号 of the person with this serial number (GB 11643); odd serials are men's."""
    order = serial * 2 % 1000 + (gender == "男")
    body = f"{REGION}{born:%Y%m%d}{order % 1000:03d}"
    total = sum(int(sign) * weight for sign, weight in zip(body, IDENTITY_WEIGHTS, strict=True))
    return body + IDENTITY_CHECKS[total % 11]


def phone(serial: int) -> str:
    """A mobile number in a range that no network has."""
    return f"129{serial:08d}"
