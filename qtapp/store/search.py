"""One search over everything: pairs of characters narrow it down, the text itself decides."""

from collections.abc import Iterable
from typing import Any

from qtapp.domain.kinds import Kind
from qtapp.domain.record import Record, fields_of
from qtapp.domain.searches import Hit
from qtapp.store.engine import Engine
from qtapp.store.grams import escaped, grams

AROUND = 24


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
        text = text.strip()
        if not text:
            return 0, []
        where, values = condition(text)
        if wanted := [kind.value for kind in kinds]:
            where += f" AND kind IN ({', '.join('?' * len(wanted))})"
            values += wanted
        total = self._database.execute_sql(f"SELECT count(*) FROM search WHERE {where}", values).fetchone()[0]
        rows = self._database.execute_sql(
            f"SELECT kind, record_id, number, title, text FROM search WHERE {where} ORDER BY id DESC LIMIT ?",
            [*values, limit],
        ).fetchall()
        return total, [Hit(k, i, number, title, snippet(words, text)) for k, i, number, title, words in rows]


def condition(text: str) -> tuple[str, list[Any]]:
    """The SQL condition on table `search` that holds where LIKE '%text%' holds, and its values."""
    pairs = grams(text)
    like = "text LIKE ? ESCAPE '\\'"
    if not pairs:
        return like, [escaped(text)]
    match = " ".join(f'"{pair}"' for pair in sorted(pairs))
    return f"id IN (SELECT rowid FROM search_gram WHERE search_gram MATCH ?) AND {like}", [
        match,
        escaped(text),
    ]


def searchable(record: Record) -> str:
    """The words by which a record is found, a line a field."""
    words = (str(getattr(record, f.name) or "") for f in fields_of(type(record)) if f.search and not f.sealed)
    return "\n".join(word for word in words if word)


def snippet(text: str, wanted: str) -> str:
    """The neighbourhood of the first place where the text was found."""
    at = max(text.lower().find(wanted.lower()), 0)
    start, end = max(at - AROUND, 0), at + len(wanted) + AROUND
    inner = text[start:end].replace("\n", " ")
    return f"{'…' if start else ''}{inner}{'…' if end < len(text) else ''}"
