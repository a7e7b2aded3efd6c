"""One attempt inside a transaction: what it did is undone alone when it fails, and the rest goes on."""

from collections.abc import Iterator
from contextlib import contextmanager

from qtapp.store.engine import Engine


@contextmanager
def attempted(database: Engine) -> Iterator[None]:
    database.execute_sql("SAVEPOINT attempt")
    try:
        yield
    except BaseException:
        if database.connection().in_transaction:  # a full disk has already rolled everything back
            database.execute_sql("ROLLBACK TO attempt")
            database.execute_sql("RELEASE attempt")
        raise
    database.execute_sql("RELEASE attempt")
