"""Files of the corpus that are meant to do harm, are damaged or are not what they say."""

import zipfile
from datetime import date
from io import BytesIO

from tests.exchange.making import SHORT_HEAD, WHEN, book, changed, repacked

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def plain() -> bytes:
    return book(("登记表", [SHORT_HEAD, ("来电", date(2021, 8, 1), "江海祥云鞋厂", "出口上锁")]))


def declared_rows() -> bytes:
    return changed(plain(), r'<dimension ref="A1:D2" ?/>', '<dimension ref="A1:XFD3000000" />')


def endless_rows() -> bytes:
    return changed(plain(), '<row r="2"', '<row r="99999999999"')


def far_row() -> bytes:
    far = "".join(f'<c r="{c}100050" t="inlineStr"><is><t>远</t></is></c>' for c in "ABCD")
    return changed(plain(), "</sheetData>", f'<row r="100050">{far}</row></sheetData>')


def too_wide() -> bytes:
    return book(("登记表", [SHORT_HEAD, ["来电", date(2021, 8, 1), "甲", "乙", *[None] * 110, "远"]]))


def xml_bomb() -> bytes:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    declaration = f'<!DOCTYPE worksheet [<!ENTITY a0 "ha">{levels}]>'
    return changed(
        changed(plain(), r"<t>[^<]*</t>(?=</is></c></row></sheetData>)", "<t>&a9;</t>"), "^", declaration
    )


def zip_bomb() -> bytes:
    return repacked(plain(), **{"xl/media/image1.bin": b"\0" * (40 * 1024 * 1024)})


def ole(*streams: str) -> bytes:
    return OLE + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))


def word_file() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr(zipfile.ZipInfo("word/document.xml", WHEN), "<document/>")
    return stream.getvalue()
