"""How the files of the corpus are put together: workbooks without a clock, invented numbers."""

import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook

WHEN = (2021, 12, 16, 0, 0, 0)
CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Grid = Sequence[Any]  # rows of cells


def credit_code(first: str) -> str:
    total = sum(CREDIT_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(first))
    return first + CREDIT_SIGNS[-total % 31]


def identity(first: str) -> str:
    return first + "10X98765432"[sum(int(s) * w for s, w in zip(first, IDENTITY_WEIGHTS, strict=True)) % 11]


CODES = [credit_code(f"91320681MA1X{n:05d}") for n in range(10, 20)]
IDENTITIES = [
    identity(f"320681{year}0101{n:03d}") for year, n in ((1971, 211), (1982, 322), (1990, 135), (1995, 17))
]


def book(
    *sheets: tuple[str, Grid], merges: Iterable[str] = (), change: Callable[[Any], None] | None = None
) -> bytes:
    workbook = Workbook()
    workbook.remove(workbook["Sheet"])
    for title, rows in sheets:
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    for cells in merges:
        workbook.worksheets[0].merge_cells(cells)
    if change:
        change(workbook)
    stream = BytesIO()
    workbook.save(stream)
    return repacked(stream.getvalue())


def repacked(data: bytes, **parts: str | bytes) -> bytes:
    """The same package without the hour of its making, with parts put in place of its own or added."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        contents: dict[str, str | bytes] = {name: old.read(name) for name in old.namelist()}
        core = old.read("docProps/core.xml").decode()
        contents["docProps/core.xml"] = re.sub(r"\d{4}-\d\d-\d\dT[\d:]+Z", "2021-12-16T00:00:00Z", core)
        for name, content in (contents | parts).items():
            info = zipfile.ZipInfo(name, WHEN)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, content)
    return stream.getvalue()


def sheet_xml(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read("xl/worksheets/sheet1.xml").decode()


def changed(data: bytes, pattern: str, new: str, **parts: str | bytes) -> bytes:
    """The workbook with one place of its first sheet's markup written otherwise."""
    xml, found = re.subn(pattern, lambda _found: new, sheet_xml(data), count=1)
    if not found:
        raise ValueError(pattern)
    return repacked(data, **{"xl/worksheets/sheet1.xml": xml}, **parts)


def text(rows: Grid, mark: str = ",") -> str:
    return "".join(mark.join("" if c is None else str(c) for c in row) + "\r\n" for row in rows)


SHORT_HEAD = ("举报方式", "接报时间", "被举报单位", "举报内容")
