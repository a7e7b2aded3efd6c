"""Serial numbers: given inside the saving transaction, without gaps, each once."""

import re

from qtapp.domain.bureau import Bureau
from qtapp.domain.errors import Problem
from qtapp.domain.kinds import Kind
from qtapp.domain.numbering import Series, spelled
from qtapp.store.engine import Engine

TAIL = re.compile(r"〔(\d{4})〕(\d+)号")


class Numbers:
    def __init__(self, database: Engine) -> None:
        self._database = database

    def next(self, series: Series, bureau: Bureau, year: int, kind: Kind, record_id: int) -> str:
        """The next number of the year, given to this record. The write lock is held already."""
        row = self._database.execute_sql(
            "SELECT coalesce(max(sequence), 0) FROM number WHERE series = ? AND year = ?", (series.code, year)
        ).fetchone()
        sequence = int(row[0]) + 1
        number = spelled(series, bureau, year, sequence)
        self._enter(series, year, sequence, number, kind, record_id)
        return number

    def adopt(self, series: Series, bureau: Bureau, number: str, kind: Kind, record_id: int) -> None:
        """Enter a number that came from an older ledger, so that the series goes on after it."""
        found = TAIL.search(number)
        if found and spelled(series, bureau, int(found[1]), int(found[2])) == number:
            self._enter(series, int(found[1]), int(found[2]), number, kind, record_id)
        else:
            self._enter_foreign(number, kind, record_id)

    def taken(self, number: str) -> bool:
        found = self._database.execute_sql("SELECT 1 FROM number WHERE number = ?", (number,)).fetchone()
        return found is not None

    def void(self, number: str, reason: str) -> None:
        """The number stays in the series with its reason."""
        self._database.execute_sql("UPDATE number SET void_reason = ? WHERE number = ?", (reason, number))

    def owner(self, number: str) -> tuple[str, int]:
        """(kind, id) of the record that was given the number; ("", 0) when nobody was."""
        row = self._database.execute_sql(
            "SELECT kind, record_id FROM number WHERE number = ?", (number,)
        ).fetchone()
        return (row[0], row[1]) if row else ("", 0)

    def release(self, kind: Kind, record_id: int, reason: str) -> None:
        """Give back numbers nobody has seen: at the end of a series they are free again, else void."""
        rows = self._database.execute_sql(
            "SELECT id, series, year, sequence, number FROM number WHERE kind = ? AND record_id = ?",
            (kind.value, record_id),
        ).fetchall()
        for row, series, year, sequence, number in rows:
            last = self._database.execute_sql(
                "SELECT max(sequence) FROM number WHERE series = ? AND year = ?", (series, year)
            ).fetchone()[0]
            if sequence == last or series == "":
                self._database.execute_sql("DELETE FROM number WHERE id = ?", (row,))
            else:
                self.void(number, reason)

    def problems(self) -> list[Problem]:
        """Gaps in any series: there are none unless someone edited the file."""
        rows = self._database.execute_sql(
            "SELECT series, year, count(*), min(sequence), max(sequence) FROM number "
            "WHERE series <> '' GROUP BY series, year HAVING count(*) <> max(sequence) - min(sequence) + 1"
        ).fetchall()
        return [
            Problem("number", f"编号“{series}”{year} 年有缺号：{low} 至 {high} 号只有 {have} 个")
            for series, year, have, low, high in rows
        ]

    def _enter(
        self, series: Series, year: int, sequence: int, number: str, kind: Kind, record_id: int
    ) -> None:
        self._database.execute_sql(
            "INSERT INTO number (series, year, sequence, number, kind, record_id, void_reason) "
            "VALUES (?, ?, ?, ?, ?, ?, '')",
            (series.code, year, sequence, number, kind.value, record_id),
        )

    def _enter_foreign(self, number: str, kind: Kind, record_id: int) -> None:
        row = self._database.execute_sql(
            "SELECT coalesce(max(sequence), 0) FROM number WHERE series = ''"
        ).fetchone()
        self._enter(Series(""), 0, int(row[0]) + 1, number, kind, record_id)
