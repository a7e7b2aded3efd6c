"""The one wrapper of a transaction: kept whole or undone, and the true cause of a failure named."""

from collections.abc import Iterator
from contextlib import contextmanager

from qtapp.domain.errors import Refused, UserError
from qtapp.store.engine import Engine


class StoreTrouble(UserError):
    """The database could not be read or written; the sentence says why and what to do."""


CAUSES = (
    ("disk is full", "磁盘已满，这次没有保存；已保存的内容不受影响。请清理磁盘后再保存"),
    ("locked", "另一个程序正在写数据，等了 20 秒仍未轮到，这次没有保存；请稍后再试"),
    ("readonly", "数据文件是只读的，这次没有保存；请检查文件和文件夹的写权限"),
    ("read-only", "数据文件是只读的，这次没有保存；请检查文件和文件夹的写权限"),
    ("malformed", "数据文件已损坏；请不要继续录入，从最近的备份恢复"),
    ("vtable constructor failed", "数据文件已损坏；请不要继续录入，从最近的备份恢复"),
    ("not a database", "数据文件已损坏或不是本程序的数据库；请从最近的备份恢复"),
    ("disk I/O error", "读写磁盘出错，这次没有保存；请检查磁盘、U 盘是否还连着"),
    ("unable to open", "打不开数据文件；请检查文件夹是否还在、有没有权限"),
)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error and everything it arose from: peewee's own text hides the cause two links down."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        link = waiting.pop()
        if link is not None and id(link) not in seen:
            seen.add(id(link))
            yield link
            waiting += [link.__cause__, link.__context__]


def named(error: Exception) -> Exception:
    """The same failure in words for the person, or the error itself when it is none of the store's."""
    if isinstance(error, UserError):
        return error
    links = [link for link in _chain(error) if "Error" in type(link).__name__ and _is_of_database(link)]
    for mark, words in CAUSES:
        if any(mark in str(link) for link in links):
            return StoreTrouble(words)
    return error


def _is_of_database(error: BaseException) -> bool:
    return type(error).__module__.partition(".")[0] in {"peewee", "sqlcipher3", "sqlite3"}


@contextmanager
def immediate(database: Engine) -> Iterator[None]:
    """BEGIN IMMEDIATE … COMMIT: the write lock is taken at the beginning, so no save is lost half way."""
    if database.readonly:
        raise Refused("现在是只读方式，不能保存；请关闭另一个正在使用的程序后重新打开")
    with _held(database, "BEGIN IMMEDIATE"):
        yield


@contextmanager
def reading(database: Engine) -> Iterator[None]:
    """One consistent view for a reader; it writes nothing and holds no write lock."""
    with _held(database, "BEGIN"):
        yield


@contextmanager
def _held(database: Engine, begin: str) -> Iterator[None]:
    try:
        database.execute_sql(begin)
        try:
            yield
            database.execute_sql("COMMIT")
        except BaseException:
            if database.connection().in_transaction:  # a full disk has already rolled back
                database.execute_sql("ROLLBACK")
            raise
    except Exception as error:
        told = named(error)
        if told is error:
            raise
        raise told from error
