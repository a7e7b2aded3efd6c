"""One window a data folder: the lock that a second start meets, and that a crash does not leave behind."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLockFile

from qtapp.app.paths import Paths

NAME = "window.lock"


@contextmanager
def only_window(paths: Paths) -> Iterator[None]:
    """Hold the data folder for this window; refused while another one does."""
    lock = _lock(paths)
    if not lock.tryLock(0):
        raise refused(_why(lock, paths))
    try:
        yield
    finally:
        lock.unlock()


def refuse_while_open(paths: Paths, act: str) -> None:
    """What may not happen under an open window, such as putting a backup in place."""
    if not paths.data.exists():
        return
    lock = _lock(paths)
    if not lock.tryLock(0):
        raise refused(f"{_why(lock, paths)}，不能{act}")
    lock.unlock()


def refused(words: str) -> Exception:
    from qtapp.domain.errors import Refused  # not loaded for the window's frame

    return Refused(words)


def _lock(paths: Paths) -> QLockFile:
    paths.data.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(paths.data / NAME))
    lock.setStaleLockTime(0)  # a window may stay open for days; only its holder's end makes a lock stale
    return lock


def _why(lock: QLockFile, paths: Paths) -> str:
    if lock.error() is QLockFile.LockError.PermissionError:
        return f"没有在 {paths.data} 里写文件的权限，请检查文件夹权限，或用 --data 换一个数据文件夹"
    holder, machine, _program = lock.getLockInfo()
    place = f"（电脑 {machine}，进程 {holder}）" if holder else ""
    return f"执法台已经打开着这个数据文件夹{place}，请切换到已打开的窗口，或先关闭它"
