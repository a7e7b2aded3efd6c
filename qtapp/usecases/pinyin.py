"""Initials of names as people type them, all readings of a character kept."""

import os
from functools import cache
from itertools import islice, product

# Surnames and places read otherwise than the dictionary's first reading says.
OTHER_READINGS = {
    "单": "sd",
    "仇": "cq",
    "查": "zc",
    "曾": "zc",
    "尉": "wy",
    "石": "sd",
    "长": "cz",
    "重": "cz",
    "厦": "xs",
    "行": "hx",
    "乐": "ly",
    "会": "hk",
    "都": "d",
}
MANY = 8


@cache
def _letters(character: str) -> str:
    """The initials one character may have; "" for what nobody types."""
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    if character in OTHER_READINGS:
        return OTHER_READINGS[character]
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")  # single characters only: a tenth of a second less
    from pypinyin import Style, pinyin

    found = pinyin(character, style=Style.FIRST_LETTER, errors="ignore")
    return found[0][0][:1] if found else ""


def initials_of(name: str) -> str:
    """Every row of initials by which the name may be typed, each after a blank: ` qmjx`."""
    letters = [found for character in name if (found := _letters(character))]
    rows = list(dict.fromkeys("".join(row) for row in islice(product(*letters), MANY)))
    return "".join(f" {row}" for row in rows if row)
