"""One search over everything: pairs of characters narrow it down, the text itself decides."""

from collections.abc import Iterable, Iterator
from typing import Any

from qtapp.domain.kinds import Kind
from qtapp.domain.record import FieldType, Part, Record, fields_of
from qtapp.domain.searches import Hit
from qtapp.store.engine import Engine
from qtapp.store.grams import escaped, grams

AROUND = 24
PAIR = 2
LIKE = "text LIKE ? ESCAPE '\\'"


class Search:
    """The index of what people look for. Sealed and personal fields never enter it."""

    def __init__(self, database: Engine) -> None:
        self._database = database

    def keep(self, record: Record) -> None:
        self.keep_all([record])

    def keep_all(self, records: Iterable[Record]) -> None:
        """Enter or renew records, in the transaction that saves them."""
        for record in records:
            words = searchable(record)
            self.forget(record.KIND, record.id)
            cursor = self._database.execute_sql(
                "INSERT INTO search (kind, record_id, number, title, text) VALUES (?, ?, ?, ?, ?)",
                (record.KIND.value, record.id, record.reference, record.name_shown, words),
            )
            self._database.execute_sql(
                "INSERT INTO search_gram (rowid, grams) VALUES (?, ?)",
                (cursor.lastrowid, " ".join(grams(words))),
            )

    def forget(self, kind: Kind, record_id: int) -> None:
        found = self._database.execute_sql(
            "DELETE FROM search WHERE kind = ? AND record_id = ? RETURNING id", (kind.value, record_id)
        ).fetchall()
        for (row,) in found:
            self._database.execute_sql("DELETE FROM search_gram WHERE rowid = ?", (row,))

    def find(self, text: str, limit: int = 50, kinds: Iterable[Kind] = ()) -> tuple[int, list[Hit]]:
        """(how many records contain the text, the newest of them)."""
        return self.count(text, kinds), self.newest(text, limit, kinds)

    def count(self, text: str, kinds: Iterable[Kind] = ()) -> int:
        """How many records contain the text; reads every one that has its character pairs."""
        if not text.strip():
            return 0
        tables, where, values = _asked(text.strip(), kinds)
        sql = f"SELECT count(*) FROM {tables} WHERE {where}"
        return int(self._database.execute_sql(sql, values).fetchone()[0])

    def newest(self, text: str, limit: int = 50, kinds: Iterable[Kind] = ()) -> list[Hit]:
        """The newest records that contain the text; stops at the limit, however many there are."""
        if not text.strip():
            return []
        tables, where, values = _asked(text.strip(), kinds)
        order = "search_gram.rowid" if "search_gram" in tables else "search.id"
        rows = self._database.execute_sql(
            "SELECT kind, record_id, number, title, text "
            f"FROM {tables} WHERE {where} ORDER BY {order} DESC LIMIT ?",
            [*values, limit],
        ).fetchall()
        return [Hit(k, i, number, title, snippet(words, text.strip())) for k, i, number, title, words in rows]


def _asked(text: str, kinds: Iterable[Kind]) -> tuple[str, str, list[Any]]:
    """The tables, condition and values of a search; the character pairs lead, newest first by rowid."""
    terms: list[str] = []
    values: list[Any] = []
    pairs = grams(text)
    tables = "search"
    if pairs:
        tables = "search_gram CROSS JOIN search ON search.id = search_gram.rowid"
        terms.append("search_gram MATCH ?")
        values.append(matching(pairs))
    if len(text) != PAIR:  # a single pair is the text itself
        terms.append(LIKE)
        values.append(escaped(text))
    if wanted := [kind.value for kind in kinds]:
        terms.append(f"kind IN ({', '.join('?' * len(wanted))})")
        values += wanted
    return tables, " AND ".join(terms), values


def condition(text: str) -> tuple[str, list[Any]]:
    """The SQL condition on table `search` that holds where LIKE '%text%' holds, and its values."""
    pairs = grams(text)
    if not pairs:
        return LIKE, [escaped(text)]
    inner = f"id IN (SELECT rowid FROM search_gram WHERE search_gram MATCH ?) AND {LIKE}"
    return inner, [matching(pairs), escaped(text)]


def matching(pairs: set[str]) -> str:
    """All of the pairs, in the words of FTS5."""
    return " ".join(f'"{pair}"' for pair in sorted(pairs))


def searchable(record: Record) -> str:
    """The words by which a record is found, those of its rows too: a line a field, the same line once."""
    return "\n".join(dict.fromkeys(_words(record)))


def _words(part: Part) -> Iterator[str]:
    for field in fields_of(type(part)):
        value = getattr(part, field.name)
        if not value or field.sealed or field.personal:
            continue
        if field.type is FieldType.TABLE:
            for row in value:
                yield from _words(row)
        elif field.search:
            yield str(value)


def snippet(text: str, wanted: str) -> str:
    """The neighbourhood of the first place where the text was found."""
    at = max(text.lower().find(wanted.lower()), 0)
    start, end = max(at - AROUND, 0), at + len(wanted) + AROUND
    inner = text[start:end].replace("\n", " ")
    return f"{'…' if start else ''}{inner}{'…' if end < len(text) else ''}"
