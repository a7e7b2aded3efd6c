"""Workbooks opened with every care: values only, no links followed, no more read than a register can hold."""

import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string, range_boundaries

from qtapp.domain.errors import Refused, UserError
from qtapp.exchange.sources import Broken, Cells, Merge, Source

LAST_ROW = 1_048_576  # of any sheet that a program can have written
READ_COLUMNS = 200  # beyond the permitted 100, so that what stands there is noticed
MAX_SHEETS = 50
BATCH = 500
PIECE = 1 << 20

ROW = re.compile(rb'<(?:\w+:)?row\b[^<>]*?\sr="(\d+)"')
ROW_END = b"row>"
MERGE = re.compile(rb'<(?:\w+:)?mergeCell\b[^<>]*?\sref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
# A formula without the value that the program calculated last.
UNCALCULATED = re.compile(
    rb'<(?:\w+:)?c\b[^<>]*?\sr="([A-Z]{1,3})(\d{1,7})"[^<>]*>\s*'
    rb"<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
ESCAPED = re.compile(r"_x(00[01][0-9A-Fa-f]|005F)_")
NO_RESULT = Broken("公式", "是没有计算结果的公式，请在 Excel 中打开并保存一次，或改填数值")


class Layout:
    """What openpyxl does not tell of a sheet that it reads row by row."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self.merges: list[Merge] = []
        self.uncalculated: set[tuple[int, int]] = set()
        self.orderly = True
        self._last = 0
        for piece in pieces:
            self._look(piece)

    def _look(self, piece: bytes) -> None:
        for found in ROW.finditer(piece):
            row = int(found[1])
            self.orderly = self.orderly and self._last < row <= LAST_ROW
            self._last = row
        for found in UNCALCULATED.finditer(piece):
            self.uncalculated.add((int(found[2]), column_index_from_string(found[1].decode()) - 1))
        for found in MERGE.finditer(piece):
            left, top, _right, bottom = range_boundaries(found[1].decode())
            if left and top and bottom and bottom > top:
                self.merges.append(Merge(top, bottom, left - 1))


@contextmanager
def parsing(name: str, place: str = "") -> Iterator[None]:
    """Whatever a parser stumbles over becomes one sentence; its warnings are of no use to the person."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except UserError:
        raise
    except Exception as error:
        raise Refused(
            f"“{name}”{place}读不下去，文件可能已损坏，请在 Excel 中打开并另存为新文件后再导入"
        ) from error


@contextmanager
def opened(data: bytes, name: str) -> Iterator[list[Source]]:
    """The sheets that a person sees in the workbook, first to last."""
    with parsing(name):
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        yield [_source(data, name, sheet) for sheet in (sheets or book.worksheets)[:MAX_SHEETS]]
    finally:
        book.close()


def _source(data: bytes, name: str, sheet: Any) -> Source:
    seen: list[Layout] = []

    def layout() -> Layout:
        if not seen:
            with parsing(name):
                seen.append(Layout(_pieces(data, sheet._worksheet_path)))  # noqa: SLF001 - told nowhere else
            if not seen[0].orderly:
                raise Refused(f"“{name}”的行号错乱，文件可能已损坏，请在 Excel 中打开并另存为新文件后再导入")
        return seen[0]

    def rows() -> Iterator[tuple[int, Cells]]:
        return _rows(name, sheet, layout().uncalculated)

    return Source(sheet.title, rows, lambda: layout().merges)


def _pieces(data: bytes, part: str) -> Iterator[bytes]:
    """The sheet's markup in pieces that end with a row."""
    kept = bytearray()
    with zipfile.ZipFile(BytesIO(data)) as package, package.open(part) as stream:
        while piece := stream.read(PIECE):
            begin = max(len(kept) - len(ROW_END), 0)
            kept += piece
            end = kept.rfind(ROW_END, begin) + len(ROW_END)
            if end >= begin + len(ROW_END):
                yield bytes(kept[:end])
                del kept[:end]
    yield bytes(kept)


def _rows(name: str, sheet: Any, uncalculated: set[tuple[int, int]]) -> Iterator[tuple[int, Cells]]:
    cells = iter(sheet.iter_rows(max_row=LAST_ROW, max_col=READ_COLUMNS))
    number = 0
    while True:
        with parsing(name, f"第 {number + 1} 行以后"):
            batch = [tuple(_value(cell) for cell in row) for row in islice(cells, BATCH)]
        for values in batch:
            number += 1
            yield number, _marked(number, values, uncalculated) if uncalculated else values
        if len(batch) < BATCH:
            return


def _value(cell: Any) -> Any:
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "e":
        return Broken(str(value), f"的单元格是公式错误 {value}，请改正后再导入")
    if isinstance(value, str):
        return ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
    return _padded(value, cell) if isinstance(value, int | float) else value


def _padded(value: float, cell: Any) -> Any:
    """A code that the office shows with leading zeros (format 000000) is that code."""
    try:
        shape = str(cell.number_format)
    except IndexError:  # a format that the workbook names but does not define
        return value
    if len(shape) > 1 and not shape.strip("0") and float(value).is_integer() and value >= 0:
        return str(int(value)).zfill(len(shape))
    return value


def _marked(number: int, values: Cells, uncalculated: set[tuple[int, int]]) -> Cells:
    return tuple(
        NO_RESULT if value is None and (number, column) in uncalculated else value
        for column, value in enumerate(values)
    )
