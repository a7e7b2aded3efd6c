"""Brings a database file up to the tables this program expects, one numbered script after another."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from qtapp.store.engine import APPLICATION_ID, Engine

SCRIPTS = Path(__file__).parent / "migrations"


def newest() -> int:
    """The version of a database that every script has reached."""
    return len(list(SCRIPTS.glob("[0-9]*.py")))


def migrate(database: Engine, before: Callable[[], object] = lambda: None) -> None:
    """Take every script this file has not taken, all in one transaction with the version they reach.

    `before` makes the backup; it is called only when there is something to do to an existing file.
    """
    from playhouse.migrations import Runner

    if database.pragma("user_version") >= newest():
        return
    if database.pragma("user_version"):
        before()
    with database.atomic("EXCLUSIVE"):
        Runner(database, str(SCRIPTS)).up()
        database.pragma("user_version", newest())
        database.pragma("application_id", APPLICATION_ID)


def create(path: Path) -> None:
    """Make a new database whole beside its place, then put it there; of two makers the first one wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    _forget(beside)
    database = Engine(beside)
    try:
        migrate(database)
    finally:
        database.close()
    with suppress(FileExistsError):  # another process made it at the same moment: theirs is used
        if os.name == "nt":
            beside.rename(path)
        else:
            os.link(beside, path)
    _forget(beside)


def _forget(path: Path) -> None:
    """Take a database that nobody uses away, with its emptied journal."""
    path.unlink(missing_ok=True)
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
