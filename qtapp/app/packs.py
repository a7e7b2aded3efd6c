"""The packs of law on disk, read when first asked for."""

import csv
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from qtapp.domain.errors import UserError
from qtapp.domain.law.calendar import Calendar, HolidayTable, holiday_table
from qtapp.domain.law.clocks import Clocks, clocks
from qtapp.domain.law.penalties import PenaltyCatalogue, penalty_catalogue
from qtapp.domain.law.statements import Statements, statements
from qtapp.domain.law.thresholds import Thresholds

Pack = TypeVar("Pack")
Rows = Iterable[Mapping[str, str]]

# What a damaged or foreign file raises while its values are built.
_UNFIT = (KeyError, ValueError, TypeError, AttributeError, csv.Error)


class LawPacks:
    """Everything under resources/law. A pack that cannot be read is named, with the line at fault."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def penalties(self) -> PenaltyCatalogue:
        return self._table("penalties.csv", penalty_catalogue)

    @cached_property
    def clocks(self) -> Clocks:
        return self._table("clocks.csv", clocks)

    @cached_property
    def statements(self) -> Statements:
        return self._document("statements.toml", lambda document: statements(document["statement"]))

    @cached_property
    def thresholds(self) -> Thresholds:
        return self._document("thresholds.toml", Thresholds)

    def calendar(self, own: HolidayTable | None = None) -> Calendar:
        """The calendar with the bureau's own table on top."""
        return Calendar(self._bundled, self._fallback, own or HolidayTable())

    @cached_property
    def _bundled(self) -> HolidayTable:
        return self._table("holidays.csv", holiday_table)

    @cached_property
    def _fallback(self) -> HolidayTable:
        return self._table("holidays_fallback.csv", holiday_table)

    def _table(self, name: str, build: Callable[[Rows], Pack]) -> Pack:
        line = 1

        def rows() -> Iterator[Mapping[str, str]]:
            nonlocal line
            reader = csv.DictReader(self._text(name).splitlines(keepends=True), strict=True)
            for row in reader:
                line = reader.line_num
                yield row

        try:
            return build(rows())
        except _UNFIT as fault:
            raise UserError(f"法律资料 {name} 第{line}行读不出来，请用原来的资料包恢复该文件。") from fault

    def _document(self, name: str, build: Callable[[dict[str, Any]], Pack]) -> Pack:
        text = self._text(name)
        try:
            return build(tomllib.loads(text))
        except _UNFIT as fault:
            raise UserError(
                f"法律资料 {name} 内容不完整或者格式有误，请用原来的资料包恢复该文件。"
            ) from fault

    def _text(self, name: str) -> str:
        try:
            return (self._folder / name).read_text("utf-8-sig")
        except (OSError, UnicodeError) as fault:
            raise UserError(f"法律资料 {name} 打不开，请确认程序目录完整，或者重新安装。") from fault
