"""What the program writes down when something goes wrong that nobody foresaw: where, never whose data."""

import faulthandler
import logging
import re
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from qtapp.app.version import VERSION

FILE, NATIVE = "zhifatai.log", "native.log"
SIZE, KEPT = 1_000_000, 5
QUIET = "（内容从略）"
UNFORESEEN = "程序遇到没有预料到的错误，本次操作没有保存"
# Their texts speak of files, names in the code and tables, not of what somebody typed.
PLAIN = (ImportError, AttributeError, NameError, RecursionError, MemoryError)
LIBRARIES = {"sqlite3", "sqlcipher3", "peewee"}
SECRET = re.compile(r"[^\x00-\x7f]+|\d{4,}")  # Chinese words and longer numbers: somebody's


def listen(folder: Path, tell: Callable[[str], None] = lambda _words: None) -> None:
    """For the window: catch what escapes on any thread, and log; `tell` shows the person one sentence."""

    def hook(_type: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        tell(told(error, folder))

    def thread_hook(caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            tell(told(caught.exc_value, folder))

    sys.excepthook = hook
    threading.excepthook = thread_hook
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handler = log_file(folder)
        handler.setLevel(logging.WARNING)
        logging.getLogger("qtapp").addHandler(handler)
        # Held open to the program's end: the handler writes to it when Python itself can no longer.
        faulthandler.enable((folder / NATIVE).open("a", encoding="utf-8"))


def told(error: BaseException, folder: Path) -> str:
    """Write the failure down and give the sentence for the person."""
    try:
        write(error, folder)
    except (OSError, UnicodeError):  # the second where the system cannot spell the folder's name
        return f"{UNFORESEEN}；错误记录也写不下来，请检查数据文件夹是否可写、磁盘是否已满"
    return f"{UNFORESEEN}；详情记在 {folder / FILE}，请把它交给维护人员"


def write(error: BaseException, folder: Path) -> None:
    """Add the failure to the log in the data folder."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = log_file(folder)
    caught = (type(error), error, error.__traceback__)
    record = logging.LogRecord("zhifatai", logging.CRITICAL, "", 0, "unforeseen", None, caught)
    try:
        handler.emit(record)
    finally:
        handler.close()


def log_file(folder: Path) -> logging.Handler:
    """Five files of a megabyte, the oldest given up for the newest."""
    handler = RotatingFileHandler(
        folder / FILE, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8", delay=True
    )
    handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s"))
    return handler


class Discreet(logging.Formatter):
    """Places in the code and the program's own words; nothing that somebody typed."""

    def format(self, record: logging.LogRecord) -> str:
        record.asctime = self.formatTime(record)
        head = f"{self.formatMessage(record)} {VERSION} {SECRET.sub('…', record.getMessage())}"
        error = record.exc_info[1] if record.exc_info else None
        return head if error is None else f"{head}\n{described(error)}"


def described(error: BaseException) -> str:
    """The failure and what it arose from: places in the code, and texts only where they are harmless."""
    return "\n".join(_lines(error, set()))


def _lines(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in seen:
        yield from _lines(before, seen)
        yield "— 由此引起："
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {_place(frame.filename)}:{frame.lineno} {frame.name}"
    yield f"{type(error).__module__}.{type(error).__qualname__}: {harmless(error)}"


def _place(filename: str) -> str:
    """The file below its package: folders of the machine say who sits at it."""
    parts = Path(filename).parts
    at = next(
        (i for i, part in enumerate(parts) if part in {"qtapp", "forms", "site-packages"}), len(parts) - 1
    )
    return "/".join(parts[at:])


def harmless(error: BaseException) -> str:
    if isinstance(error, OSError):
        return error.strerror or QUIET
    if isinstance(error, PLAIN) or type(error).__module__.partition(".")[0] in LIBRARIES:
        return str(error)
    return QUIET
