"""Opening the database file: which engine, which settings, and which files are refused unread."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qtapp.domain.errors import Refused

DRIVERS = ("psycopg2", "psycopg", "pymysql", "MySQLdb", "pysqlite3")


@contextmanager
def _without_drivers() -> Iterator[None]:
    """Keep peewee from importing every driver it finds: a start that needs none must not wait for them."""
    hidden = {name: sys.modules[name] for name in DRIVERS if name in sys.modules}
    for name in DRIVERS:
        sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        for name in DRIVERS:
            del sys.modules[name]
        sys.modules.update(hidden)


with _without_drivers():
    from peewee import SqliteDatabase

MAGIC = b"SQLite format 3\0"
APPLICATION_ID = 0x5A465431  # ZFT1
PRAGMAS = (
    ("journal_mode", "truncate"),  # the closed file is always the whole register
    ("synchronous", "extra"),
    ("foreign_keys", 1),
    ("busy_timeout", 20_000),
    ("trusted_schema", 0),
    ("secure_delete", 1),
    ("temp_store", 2),  # nothing half-typed in temporary files
    ("cache_size", -32_768),
)
OLDEST_SQLITE = (3, 51, 3)  # older ones can lose commits (WAL reset)


class Engine(SqliteDatabase):
    """peewee's SQLite over the engine of sqlcipher3 instead of Python's own."""

    def __init__(self, path: Path, *, readonly: bool = False) -> None:
        self.path, self.readonly = path, readonly
        pragmas = PRAGMAS[1:] if readonly else PRAGMAS
        super().__init__(str(path), pragmas=pragmas, timeout=20)

    def _connect(self) -> Any:
        from sqlcipher3 import dbapi2

        if dbapi2.sqlite_version_info < OLDEST_SQLITE:
            raise Refused(f"SQLite {dbapi2.sqlite_version} 过旧，可能丢失已保存的内容，请重新安装本程序")
        name = f"{self.path.resolve().as_uri()}?mode={'ro' if self.readonly else 'rwc'}"
        connection = dbapi2.connect(name, timeout=20, isolation_level=None, uri=True, check_same_thread=False)
        try:
            self._add_conn_hooks(connection)  # type: ignore[attr-defined]
        except Exception:
            connection.close()
            raise
        return connection


def engine_version() -> str:
    """The version of the SQLite that keeps the register."""
    from sqlcipher3 import dbapi2

    return str(dbapi2.sqlite_version)


@dataclass(frozen=True)
class Header:
    """The first bytes of a database file, read without opening it."""

    application: int
    version: int


def inspect(path: Path, newest: int) -> Header:
    """The header of our own file, or a refusal that says what the file is. The file is not touched."""
    try:
        with path.open("rb") as file:
            start = file.read(100)
            file.seek(0, 2)
            length = file.tell()
    except PermissionError:
        raise Refused(f"没有读取 {path} 的权限，请检查文件夹权限或请管理员开放") from None
    if not start:
        raise Refused(f"{path} 是空文件，不是本程序的数据库；请改名移走它，再从备份恢复")
    if not start.startswith(MAGIC):
        raise Refused(f"{path} 不是本程序的数据库（可能已损坏，或是别的文件）；请改名移走它，再从备份恢复")
    return _checked(path, start, length, newest)


def _checked(path: Path, start: bytes, length: int, newest: int) -> Header:
    version, application = (int.from_bytes(start[at : at + 4], "big") for at in (60, 68))
    pages, size = int.from_bytes(start[28:32], "big"), int.from_bytes(start[16:18], "big")
    if application != APPLICATION_ID:
        raise Refused(f"{path} 是其他程序的数据库，本程序不打开它；请换一个数据文件夹")
    if version > newest:
        raise Refused(f"{path} 由更新版本的程序建立（数据版本 {version}，本程序 {newest}），请先升级本程序")
    if length < pages * (65_536 if size == 1 else size) and not _is_cut_off(path):
        raise Refused(f"{path} 不完整（被截断），已损坏；原文件未动，请从最近的备份恢复")
    return Header(application, version)


def _is_cut_off(path: Path) -> bool:
    """A journal lies beside: the last save was cut off, and opening the file will undo it."""
    journal = path.with_name(f"{path.name}-journal")
    return journal.exists() and journal.stat().st_size > 0
