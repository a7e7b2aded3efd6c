"""A register read from a workbook or a text file: what was understood, and what was not and why."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any, Generic, TypeVar

from qtapp.domain.errors import Problem, Refused, UserError
from qtapp.domain.plain import make
from qtapp.domain.record import Field, FieldType, Part, fields_of
from qtapp.exchange import safety, separated, workbook
from qtapp.exchange.headings import SEARCHED_ROWS, Header, find_header, plain_heading
from qtapp.exchange.sources import Cells, Merge, Source, as_text
from qtapp.exchange.values import raw_value

P = TypeVar("P", bound=Part)

MAX_ROWS = 100_000
MAX_COLUMNS = 100
HEAD_ROWS = 60  # enough below the last possible header to see what a column holds
REPORT_EVERY = 200
TOTALS = re.compile(r"(?:本[页月季年])?(?:合计|小计|总计|共计|累计)[:\d.,]*[件起条家人个次份元万]*")
FOOTNOTE = re.compile(r"(?:填表|制表|填报|审核|统计|审批)(?:人|单位|日期|时间)?:.*|(?:注|备注|说明):.*")
FOOTNOTE_CELLS = 3
CELESTIAL = "甲乙丙丁戊己庚辛壬癸"


def _unwatched(_done: int) -> None:
    return


@dataclass(frozen=True)
class RowRead(Generic[P]):
    """A row of the file that is not empty."""

    row: int  # as the workbook numbers it, from 1
    record: P  # not yet checked by its `problems()`
    problems: tuple[Problem, ...]  # values that could not be read
    raw: tuple[str, ...]

    def every_problem(self) -> tuple[Problem, ...]:
        """What could not be read, then what the record finds wrong with the other fields."""
        unread = {problem.field for problem in self.problems}
        return (*self.problems, *(p for p in self.record.problems() if p.field not in unread))


@dataclass(frozen=True)
class TableRead(Generic[P]):
    header_row: int
    columns: dict[int, Field]  # by place in `headings` and `raw`, from 0
    headings: tuple[str, ...]
    unknown: tuple[str, ...]
    rows: tuple[RowRead[P], ...]

    def heading_of(self, field_name: str) -> str:
        """The file's own heading for a field, "" if it has none."""
        return next((self.headings[c] for c, f in self.columns.items() if f.name == field_name), "")


def read_table(cls: type[P], path: Path, *, progress: Callable[[int], None] = _unwatched) -> TableRead[P]:
    """Every row of the sheet that looks most like this register. Raises Refused when none does."""
    data = safety.load(path)
    with _opened(path, data) as sources:
        source, header = _chosen(cls, path.name, sources)
        rows = tuple(_rows_read(cls, source, header, path.name, progress))
    return TableRead(header.row, header.columns, header.headings, header.unknown, rows)


def _opened(path: Path, data: bytes) -> AbstractContextManager[list[Source]]:
    if safety.is_workbook(path):
        return workbook.opened(data, path.name)
    return nullcontext(separated.sources(data, path.name))


def _chosen(cls: type[P], name: str, sources: Sequence[Source]) -> tuple[Source, Header]:
    found = [(source, header) for source in sources if (header := _header_of(cls, source))]
    if not found:
        needed = "、".join(f"“{f.label}”" for f in fields_of(cls) if f.required and not f.auto)
        raise Refused(
            f"在“{name}”的前 {SEARCHED_ROWS} 行里没有找到表头（应有{needed}这样"
            "的栏名），请核对是否选错了文件，或按导入模板整理后再导入"
        )
    best = max(found, key=lambda pair: len(pair[1].columns))
    _only_one(name, best, found)
    return best


def _header_of(cls: type[P], source: Source) -> Header | None:
    rows = islice(source.rows(), HEAD_ROWS)
    return find_header(cls, [(number, tuple(as_text(cell) for cell in cells)) for number, cells in rows])


def _only_one(name: str, best: tuple[Source, Header], found: Sequence[tuple[Source, Header]]) -> None:
    """A workbook with one sheet a month must not lose eleven of them unseen."""
    own = {f.name for f in best[1].columns.values()}
    alike = [
        source.name
        for source, header in found
        if source.name != best[0].name
        and own <= {f.name for f in header.columns.values()}
        and _has_rows(source, header)
    ]
    if alike:
        sheets = "、".join(f"“{sheet}”" for sheet in (best[0].name, *alike))
        raise Refused(f"“{name}”里有几张表都是登记表（{sheets}），请合并到一张表，或每次只留一张再导入")


def _has_rows(source: Source, header: Header) -> bool:
    return any(number > header.row and _filled(cells) for number, cells in source.rows())


def _filled(cells: Cells) -> list[int]:
    return [place for place, cell in enumerate(cells) if as_text(cell).strip()]


def _rows_read(
    cls: type[P], source: Source, header: Header, name: str, progress: Callable[[int], None]
) -> Iterator[RowRead[P]]:
    done = 0
    for number, cells in _lines(source, header, name):
        yield _row_read(cls, header, number, cells)
        done += 1
        if done % REPORT_EVERY == 0:
            progress(done)
    progress(done)


def _lines(source: Source, header: Header, name: str) -> Iterator[tuple[int, Cells]]:
    """The rows that hold a record; footnotes count only when nothing but footnotes follows them."""
    spans = Spans(source)
    width = len(header.headings)
    headings = frozenset(
        plain_heading(part) for words in header.headings for part in (words, *words.split("/"))
    )
    waiting: list[tuple[int, Cells]] = []
    for number, cells in source.rows():
        if number <= header.row or not (filled := _filled(cells)):
            continue
        _within(name, number - header.row, filled[-1] + 1)
        line = spans.completed(number, _cut(cells, max(width, filled[-1] + 1)))
        words = [_bare(line[place]) for place in filled]
        if _is_repeated(words, headings, first=number == header.row + 1):
            continue
        if len(words) <= FOOTNOTE_CELLS and FOOTNOTE.fullmatch(words[0]):
            waiting.append((number, line))
            continue
        yield from waiting
        waiting.clear()
        if not TOTALS.fullmatch(words[0]):
            yield number, line


def _cut(cells: Cells, width: int) -> Cells:
    return (*cells[:width], *[None] * (width - len(cells)))


def _within(name: str, rows: int, columns: int) -> None:
    if rows > MAX_ROWS:
        raise Refused(f"“{name}”超过 {MAX_ROWS} 行，请分成几个文件再导入")
    if columns > MAX_COLUMNS:
        raise Refused(f"“{name}”第 {MAX_COLUMNS} 列以后还有内容，请删去无关的列再导入")


def _bare(cell: Any) -> str:
    return "".join(unicodedata.normalize("NFKC", as_text(cell)).split())


def _is_repeated(words: Sequence[str], headings: frozenset[str], *, first: bool) -> bool:
    """The header printed once more on a new page, or the columns counted below it."""
    if len(words) < FOOTNOTE_CELLS:
        return False
    if all(plain_heading(word) in headings for word in words):
        return True
    counts = ([str(place + 1) for place in range(len(words))], list(CELESTIAL[: len(words)]))
    return first and list(words) in counts


class Spans:
    """Cells merged downward: the value of the top one holds for those below."""

    def __init__(self, source: Source) -> None:
        self._starting: dict[int, list[Merge]] = {}
        for merge in source.merges():
            self._starting.setdefault(merge.first_row, []).append(merge)
        self._open: list[tuple[Merge, Any]] = []

    def completed(self, number: int, cells: Cells) -> Cells:
        self._open = [(merge, value) for merge, value in self._open if merge.last_row >= number]
        line = list(cells)
        for merge, value in self._open:
            if merge.column < len(line) and not as_text(line[merge.column]).strip():
                line[merge.column] = value
        started = (merge for merge in self._starting.get(number, ()) if merge.column < len(line))
        self._open += [(merge, line[merge.column]) for merge in started]
        return tuple(line)


def _row_read(cls: type[P], header: Header, number: int, cells: Cells) -> RowRead[P]:
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    texts = {field.name: as_text(cells[column]) for column, field in header.columns.items()}
    for column, field in header.columns.items():
        if field.type is FieldType.FLAG and not texts[field.name].strip():
            continue  # nothing said is the usual, not a no
        try:
            values[field.name] = raw_value(field, cells[column], header.headings[column])
        except UserError as error:
            problems.append(Problem(field.name, str(error)))
    record, unread = make(cls, values)
    order = [field.name for field in header.columns.values()]
    found = sorted([*problems, *unread], key=lambda problem: order.index(problem.field))
    fields = {field.name: field for field in header.columns.values()}
    told = tuple(
        _told(fields[problem.field], problem, texts[problem.field])
        for problem in found
        if not fields[
            problem.field
        ].auto  # the program sets these itself; nothing of them is asked of the person
    )
    return RowRead(number, record, told, tuple(as_text(cell) for cell in cells))


def _told(field: Field, problem: Problem, text: str) -> Problem:
    """With the cell's own text; of a sealed field neither the value nor a sentence that holds it."""
    if not field.sealed:
        return replace(problem, value=text.strip()[:80])
    value = text.strip()
    words = (
        problem.text
        if value not in problem.text or "退回表" in problem.text
        else f"“{field.label}”填写不对，请核对原表"
    )
    return Problem(field.name, words)
