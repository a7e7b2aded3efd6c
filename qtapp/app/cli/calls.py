"""What a command is given and what it answers."""

import argparse
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

from qtapp.app.build import Parts
from qtapp.app.build import now as clock
from qtapp.app.cli.parser import Argument
from qtapp.app.paths import Paths
from qtapp.domain.errors import Refused
from qtapp.store.store import Places, Store, Work
from qtapp.usecases.office import Office

DONE, FINDINGS = 0, 1


@dataclass(frozen=True)
class Answer:
    """One JSON document, and the same for a person to read."""

    document: Mapping[str, Any]
    lines: Sequence[str]
    status: int = DONE


@dataclass(frozen=True)
class Call:
    """A command with its arguments, on one data folder."""

    wanted: argparse.Namespace
    paths: Paths

    @cached_property
    def parts(self) -> Parts:
        return Parts(self.paths, user=self.wanted.user)

    @property
    def office(self) -> Office:
        return self.parts.office

    @property
    def today(self) -> date:
        """The day the command is about: what --as-of says, else today."""
        return self.wanted.as_of or clock().date()

    @contextmanager
    def store(self, *, readonly: bool = False) -> Iterator[Store]:
        store = self.parts.open_store(readonly=readonly)
        try:
            yield store
        finally:
            store.close()

    @contextmanager
    def working(self) -> Iterator[Work]:
        """One transaction. Its times are the true ones, whatever --as-of says."""
        with self.store() as store, store.working() as work:
            yield work

    @contextmanager
    def looking(self) -> Iterator[Work]:
        """One view, as if looked at on the day of --as-of; also of a register that only may be read."""
        with self.store(readonly=self._is_write_protected()) as store:
            if self.wanted.as_of:
                store.now = lambda: datetime.combine(self.today, time())
            with store.looking() as work:
                yield work

    def _is_write_protected(self) -> bool:
        database = self.paths.places.database
        effective = {"effective_ids": True} if os.access in os.supports_effective_ids else {}
        return database.exists() and not all(
            os.access(place, os.W_OK, **effective) for place in (database, database.parent)
        )


@dataclass(frozen=True)
class Command:
    does: str
    run: Callable[[Call], Answer]
    arguments: tuple[Argument, ...] = ()


def place_for(path: Path, places: Places) -> Path:
    """The path of a file to be written, if one can be written there and nothing of the register's own lies.

    A backup may take the place of an earlier one; whoever makes it sees to that.
    """
    folder = path.absolute().parent
    if path.is_dir():
        raise Refused(f"{path} 是文件夹，请写明文件的名字")
    if path.exists() and not path.is_file():
        raise Refused(f"{path} 是设备或管道，不是普通文件，请改一个文件名")
    if places.holds(path):
        raise Refused(f"{path} 是本程序自己的数据文件，不能写在它上面；请换一个文件夹或文件名")
    if not folder.is_dir():
        raise Refused(f"文件夹 {folder} 不存在，请先建立，或改一个位置")
    return path


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], limit: int = 40) -> list[str]:
    """Rows under headings, a Chinese character counting for two."""
    cut = [[_cut(str(cell).replace("\n", " "), limit) for cell in row] for row in (headings, *rows)]
    widths = [max(_width(row[at]) for row in cut) for at in range(len(headings))]
    return ["  ".join(_filled(cell, w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in cut]


def _width(text: str) -> int:
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def _filled(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _cut(text: str, limit: int) -> str:
    if _width(text) <= limit:
        return text
    while _width(text) >= limit:
        text = text[:-1]
    return f"{text}…"
