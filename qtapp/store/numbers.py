"""Serial numbers: given inside the saving transaction, without gaps, each once."""

import re
import unicodedata
from collections.abc import Collection

from qtapp.domain.bureau import Bureau
from qtapp.domain.errors import Invalid, Problem
from qtapp.domain.kinds import Kind
from qtapp.domain.numbering import CASES, COMPLAINTS, DECISIONS, INSPECTIONS, SESSIONS, Series, spelled
from qtapp.store.engine import Engine

TAIL = re.compile(r"〔(\d{4})〕(\d+)号")
BRACKETS = str.maketrans("[]【】﹝﹞()（）", "〔〕" * 5)
OLDER = "旧台账缺号"
MOST_MISSING = 500
LAST_SIGN = "\U0010ffff"
# The field whose year a number of the series bears.
DATED = {
    (Kind.COMPLAINT, COMPLAINTS.code): "received_at",
    (Kind.INSPECTION, INSPECTIONS.code): "started_at",
    (Kind.CASE, CASES.code): "filed_on",
    (Kind.CASE, DECISIONS.code): "decided_on",
    (Kind.SESSION, SESSIONS.code): "held_on",
}


class Numbers:
    def __init__(self, database: Engine) -> None:
        self._database = database

    def next(self, series: Series, bureau: Bureau, year: int, kind: Kind, record_id: int) -> str:
        """The next number of the year, given to this record. The write lock is held already."""
        self._join_own(series, bureau, year)
        sequence = self._last(series.code, year) + 1
        number = spelled(series, bureau, year, sequence)
        self._enter(series, year, sequence, number, kind, record_id)
        return number

    def adopt(self, series: Series, bureau: Bureau, number: str, kind: Kind, record_id: int) -> None:
        """Enter a number that came from an older ledger, so that the series goes on after it.

        What is missing below it stayed in that ledger; it is written down and can still come in.
        """
        if self.taken(number):
            raise Invalid(Problem("number", f"编号“{number}”已经登记过，不能再用", number))
        found = _own(series, bureau, number)
        if found is None:
            self._adopt_foreign(number, kind, record_id)
            return
        year, sequence = found
        dated = self._year_of(series, kind, record_id)
        if fault := self._fault(series, spelled(series, bureau, year, sequence), number, *found, dated):
            raise Invalid(Problem("number", fault, number))
        self._free(series.code, year, sequence)
        self._fill(series, bureau, year, sequence)
        self._enter(series, year, sequence, number, kind, record_id)

    def taken(self, number: str) -> bool:
        """Whether a record holds the number, or held it; one left open by an older ledger is free."""
        found = self._database.execute_sql(
            "SELECT 1 FROM number WHERE number = ? AND kind <> ''", (number,)
        ).fetchone()
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

    def year_problems(self, number: str, year: int, field: str) -> list[Problem]:
        """What is wrong with a record of this number that is dated in that year."""
        row = self._database.execute_sql(
            "SELECT year FROM number WHERE number = ? AND series <> ''", (number,)
        ).fetchone()
        if row is None or row[0] == year:
            return []
        return [Problem(field, f"{number} 是 {row[0]} 年的编号，日期不能改到 {year} 年", str(year))]

    def release(self, kind: Kind, record_ids: Collection[int], reason: str) -> None:
        """Give back numbers nobody has seen: at the end of a series they are gone, else they stand open.

        Either way the same ledger can bring them again.
        """
        rows = self._database.execute_sql(
            "SELECT id, series, year, record_id FROM number WHERE kind = ?", (kind.value,)
        ).fetchall()
        theirs = [(row, series, year) for row, series, year, holder in rows if holder in record_ids]
        for row, _, _ in theirs:
            self._database.execute_sql(
                "UPDATE number SET kind = '', record_id = 0, void_reason = ? WHERE id = ?", (reason, row)
            )
        self._database.execute_sql("DELETE FROM number WHERE series = '' AND kind = ''")
        for series, year in {(series, year) for _, series, year in theirs}:
            self._drop_open_end(series, year)

    def problems(self) -> list[Problem]:
        """Gaps in any series: there are none unless someone edited the file."""
        rows = self._database.execute_sql(
            "SELECT series, year, count(*), max(sequence) FROM number "
            "WHERE series <> '' GROUP BY series, year HAVING count(*) <> max(sequence) OR min(sequence) <> 1"
        ).fetchall()
        return [
            Problem("number", f"编号“{series}”{year} 年有缺号：1 至 {high} 号只有 {have} 个")
            for series, year, have, high in rows
        ]

    # --- numbers of an older ledger ---

    def _fault(self, series: Series, right: str, number: str, year: int, sequence: int, dated: int) -> str:
        """Why a number of our own series cannot be taken over; "" when it can."""
        if right != number:
            return f"编号“{number}”请写成“{right}”：用六角括号，序号前不加 0"
        if held := self._holder(series.code, year, sequence):
            return f"编号“{number}”与已经登记的“{held}”是同一个序号，不能再用"
        if dated not in (0, year):
            return f"编号“{number}”是 {year} 年的，与本条记录的日期（{dated} 年）不符，请核对编号和日期"
        have = self._database.execute_sql(
            "SELECT count(*) FROM number WHERE series = ? AND year = ? AND sequence < ?",
            (series.code, year, sequence),
        ).fetchone()[0]
        missing = sequence - 1 - int(have)
        if missing > MOST_MISSING:
            return (
                f"编号“{number}”之前还缺 {missing} 个号，可能是编号抄错；请核对，或先登记（导入）它前面的编号"
            )
        return ""

    def _year_of(self, series: Series, kind: Kind, record_id: int) -> int:
        """The year in which the record is dated; 0 when it does not say."""
        column = DATED.get((kind, series.code))
        if column is None:
            return 0
        row = self._database.execute_sql(
            f'SELECT "{column}" FROM "{kind.value}" WHERE id = ?', (record_id,)
        ).fetchone()
        return int(str(row[0])[:4]) if row and row[0] else 0

    def _fill(self, series: Series, bureau: Bureau, year: int, below: int) -> None:
        """Write down what the older ledger left open below a number."""
        rows = self._database.execute_sql(
            "SELECT sequence FROM number WHERE series = ? AND year = ? AND sequence < ?",
            (series.code, year, below),
        ).fetchall()
        for sequence in sorted(set(range(1, below)) - {row[0] for row in rows}):
            number = spelled(series, bureau, year, sequence)
            self._database.execute_sql(
                "INSERT INTO number (series, year, sequence, number, kind, record_id, void_reason) "
                "VALUES (?, ?, ?, ?, '', 0, ?)",
                (series.code, year, sequence, number, OLDER),
            )

    def _free(self, code: str, year: int, sequence: int) -> None:
        """Take an open place of the series away, for the number that fills it."""
        self._database.execute_sql(
            "DELETE FROM number WHERE series = ? AND year = ? AND sequence = ? AND kind = ''",
            (code, year, sequence),
        )

    def _drop_open_end(self, code: str, year: int) -> None:
        """Open places at the end of a series are none: nothing comes after them."""
        self._database.execute_sql(
            "DELETE FROM number WHERE series = ? AND year = ? AND kind = '' AND sequence > "
            "(SELECT coalesce(max(sequence), 0) FROM number WHERE series = ? AND year = ? AND kind <> '')",
            (code, year, code, year),
        )

    def _join_own(self, series: Series, bureau: Bureau, year: int) -> None:
        """Numbers that were foreign when they came in, before the bureau had its present word."""
        start = spelled(series, bureau, year, 0).removesuffix("0号")
        rows = self._database.execute_sql(
            "SELECT id, number FROM number WHERE number >= ? AND number < ? AND series = ''",
            (start, start + LAST_SIGN),
        ).fetchall()
        own = [(found[1], row) for row, number in rows if (found := _own(series, bureau, number))]
        for sequence, row in sorted(own):
            if self._holder(series.code, year, sequence):
                continue  # given under the earlier word: the same count, but another number
            self._free(series.code, year, sequence)
            self._database.execute_sql(
                "UPDATE number SET series = ?, year = ?, sequence = ? WHERE id = ?",
                (series.code, year, sequence, row),
            )
        if own:
            self._fill(series, bureau, year, max(own)[0])

    def _holder(self, code: str, year: int, sequence: int) -> str:
        row = self._database.execute_sql(
            "SELECT number FROM number WHERE series = ? AND year = ? AND sequence = ? AND kind <> ''",
            (code, year, sequence),
        ).fetchone()
        return str(row[0]) if row else ""

    # --- rows ---

    def _last(self, code: str, year: int) -> int:
        row = self._database.execute_sql(
            "SELECT coalesce(max(sequence), 0) FROM number WHERE series = ? AND year = ?", (code, year)
        ).fetchone()
        return int(row[0])

    def _enter(
        self, series: Series, year: int, sequence: int, number: str, kind: Kind, record_id: int
    ) -> None:
        self._database.execute_sql(
            "INSERT INTO number (series, year, sequence, number, kind, record_id, void_reason) "
            "VALUES (?, ?, ?, ?, ?, ?, '')",
            (series.code, year, sequence, number, kind.value, record_id),
        )

    def _adopt_foreign(self, number: str, kind: Kind, record_id: int) -> None:
        if not any(sign.isnumeric() for sign in number):
            raise Invalid(Problem("number", f"“{number}”里没有数字，不像编号，请核对", number))
        self._enter(Series(""), 0, self._last("", 0) + 1, number, kind, record_id)


def _own(series: Series, bureau: Bureau, number: str) -> tuple[int, int] | None:
    """(year, sequence) of a number of this bureau's series, whatever its brackets, blanks and zeros."""
    plain = _plain(number)
    found = TAIL.search(plain)
    if found is None:
        return None
    year, sequence = int(found[1]), int(found[2])
    before, _, after = _plain(spelled(series, bureau, year, sequence)).rpartition(f"〔{year}〕")
    same = plain[: found.start()] == before and plain[found.end() :] == "" and after != "0号"
    return (year, sequence) if same else None


def _plain(number: str) -> str:
    """A number as it is compared: one width, one kind of bracket, no blanks."""
    return "".join(unicodedata.normalize("NFKC", number).split()).translate(BRACKETS)
