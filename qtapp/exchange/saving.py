"""A file appears under its name only when it is whole and on the disk."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from qtapp.domain.causes import cause
from qtapp.domain.errors import UserError


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Opens a file beside `path` that takes its place at the end; after a failure the old file stands."""
    beside = path.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        with beside.open("xb") as file:
            yield file
            written = file.seek(0, os.SEEK_END)
            file.flush()
            os.fsync(file.fileno())
        if not written or beside.stat().st_size != written:
            raise UserError(f"“{path.name}”没有写完整（磁盘可能已满），原有文件没有改动，请腾出空间后再试")
        beside.replace(path)
    except OSError as error:
        raise UserError(
            f"“{path.name}”写不进去（{cause(error)}）：请关闭正在打开它的程序，并核对文件夹是否可写"
        ) from error
    finally:
        beside.unlink(missing_ok=True)
