"""Comma-separated text as offices save it: UTF-8, UTF-16 or GBK; commas, semicolons or tabs."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from qtapp.domain.errors import Refused
from qtapp.exchange.sources import Cells, Source

DELIMITERS = (",", ";", "\t", "，")
TRIGGERS = "=+-@\t\r＝＋－＠"
GUARDED = re.compile(f"'(?=[{re.escape(TRIGGERS)}'])|'(?=[0-9]{{6,}}[0-9Xx]?$)")
AS_FORMULA = re.compile(r'="([^"]*)"')
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
UTF16 = (b"\xff\xfe", b"\xfe\xff")


def guarded(text: str) -> str:
    """Text that no spreadsheet program takes for a formula."""
    live = text[:1] and text[0] in TRIGGERS
    return f"'{text}" if live or GUARDED.match(text) else text


def unguarded(text: str) -> str:
    """The inverse of `guarded`; also what other programs do to keep long numbers as text."""
    if wrapped := AS_FORMULA.fullmatch(text):
        return wrapped[1]
    return text[1:] if GUARDED.match(text) else text


def sources(data: bytes, name: str) -> list[Source]:
    """The file once for each delimiter that may be meant."""
    text = _decoded(data, name)
    found = [mark for mark in DELIMITERS if mark in text] or [","]
    return [_source(text, name, mark) for mark in found]


def _source(text: str, name: str, mark: str) -> Source:
    return Source(name, lambda: _rows(text, name, mark))


def _decoded(data: bytes, name: str) -> str:
    codecs = ("utf-16",) if data.startswith(UTF16) else ("utf-8-sig", "gb18030")
    for codec in codecs:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if not CONTROLS.search(text):
            return text
    raise Refused(f"“{name}”不是 UTF-8 或 GBK 编码的文本，请在 WPS 或 Excel 中打开，另存为 .xlsx 后再导入")


def _rows(text: str, name: str, mark: str) -> Iterator[tuple[int, Cells]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=mark)
    number = 0
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise Refused(
                f"“{name}”第 {number + 1} 行读不下去（引号不成对或一格过长），请改正后再导入"
            ) from error
        if cells is None:
            return
        number += 1
        yield number, tuple(unguarded(cell) for cell in cells)
