"""Whether the book of numbers and the records agree: each number with one bearer, each bearer in the book."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from qtapp.domain.bureau import PER_CASE
from qtapp.domain.documents import State
from qtapp.domain.errors import Problem
from qtapp.domain.kinds import Kind
from qtapp.domain.numbering import is_shared
from qtapp.store.engine import Engine
from qtapp.store.settings import Settings

NUMBERED = (Kind.COMPLAINT, Kind.INSPECTION, Kind.CASE, Kind.SESSION)
TAIL = re.compile(r"〔(\d{4})〕(\d+)(?:-\d+)?号")
Bearer = tuple[str, int]  # kind and id


class Paper(NamedTuple):
    id: int
    number: str
    form: str
    subject: Bearer
    state: str


@dataclass(frozen=True)
class Ledger:
    database: Engine

    def problems(self) -> Iterator[Problem]:
        yield from (Problem("numbers", text) for text in (*self._book(), *self._records(), *self._papers()))

    @cached_property
    def given(self) -> dict[str, tuple[Bearer, str]]:
        """By number to whom it was given and, if void, why. One left open by an older ledger is nobody's."""
        rows = self._rows("SELECT number, kind, record_id, void_reason FROM number WHERE kind <> ''")
        return {number: ((kind, holder), reason) for number, kind, holder, reason in rows}

    @cached_property
    def borne(self) -> dict[str, list[Bearer]]:
        """By number the records that bear it, the decisions of a case among them."""
        found: dict[str, list[Bearer]] = defaultdict(list)
        for kind in NUMBERED:
            for record_id, number in self._rows(
                f"SELECT id, number FROM \"{kind.value}\" WHERE number <> ''"
            ):
                found[number].append((kind.value, record_id))
        for case_id, number in self._decisions():
            found[number].append((Kind.CASE.value, case_id))
        return found

    @cached_property
    def papers(self) -> list[Paper]:
        rows = self._rows(
            "SELECT id, number, form, subject_kind, subject_id, state FROM documents WHERE number <> ''"
        )
        return [
            Paper(row, number, form, (kind, subject), state)
            for row, number, form, kind, subject, state in rows
        ]

    @cached_property
    def shares(self) -> bool:
        """Whether one number a case is, or ever was, the bureau's way."""
        seen = f"SELECT 1 FROM audit WHERE kind = '' AND instr(changes, '{PER_CASE}')"
        return is_shared(Settings(self.database).bureau()) or any(self._rows(seen))

    @cached_property
    def own(self) -> dict[Bearer, str]:
        """By record its own number, as far as it is in the book."""
        return {
            bearer: number
            for number, bearers in self.borne.items()
            for bearer in bearers
            if self.given.get(number, (None, ""))[0] == bearer and number not in self.decided
        }

    @cached_property
    def decided(self) -> set[str]:
        return {number for _, number in self._decisions()}

    def _lent(self, number: str, bearer: Bearer) -> bool:
        """The record's own number under another code: not in the book, and rightly."""
        return self.shares and bool(_tail(number) & _tail(self.own.get(bearer, "")))

    def _decisions(self) -> Iterator[tuple[int, str]]:
        for case_id, words in self._rows("SELECT id, decisions FROM cases WHERE decisions <> '[]'"):
            try:
                numbers = [decision.get("number") for decision in json.loads(words)]
            except (ValueError, TypeError, AttributeError):
                continue  # told by the comparison with the audit lines
            yield from ((case_id, number) for number in numbers if number)

    def _book(self) -> Iterator[str]:
        papers = {(Kind.DOCUMENT.value, paper.id): paper.number for paper in self.papers}
        for number, (holder, void) in self.given.items():
            borne = holder in self.borne.get(number, ()) or papers.get(holder) == number
            if not borne and not void:
                yield f"编号“{number}”已经给出，记录上却没有它"

    def _records(self) -> Iterator[str]:
        for number, bearers in self.borne.items():
            if len(bearers) > 1:
                yield f"编号“{number}”有 {len(bearers)} 处在用，一个编号只能用一次"
            for bearer in bearers:
                yield from self._in_book(number, bearer)

    def _in_book(self, number: str, bearer: Bearer) -> Iterator[str]:
        holder = self.given.get(number, (None, ""))[0]
        if holder is None and not (number in self.decided and self._lent(number, bearer)):
            yield f"编号“{number}”在编号簿里没有登记"
        elif holder not in (None, bearer):
            yield f"编号“{number}”在编号簿里属于另一条记录"

    def _papers(self) -> Iterator[str]:
        used: set[tuple[str, str]] = set()
        for paper in self.papers:
            holder = self.given.get(paper.number, (None, ""))[0]
            own = (Kind.DOCUMENT.value, paper.id)
            if holder not in (None, own, paper.subject):
                yield f"文书编号“{paper.number}”在编号簿里属于另一份文书或记录"
            elif holder is None and not self._lent(paper.number, paper.subject):
                yield f"文书编号“{paper.number}”在编号簿里没有登记"
            elif holder is None and paper.state != State.VOID and (paper.form, paper.number) in used:
                yield f"文书编号“{paper.number}”有两份文书在用"
            used |= {(paper.form, paper.number)} if paper.state != State.VOID else set()

    def _rows(self, sql: str) -> Iterator[Any]:
        return iter(self.database.execute_sql(sql))


def _tail(number: str) -> set[tuple[str, str]]:
    found = TAIL.search(number)
    return {(found[1], found[2])} if found else set()
