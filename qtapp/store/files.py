"""Attachments and frozen papers: files named by their SHA-256, written whole or not at all."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from qtapp.domain.errors import Refused


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place only when every byte of it is on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.part")
    try:
        with beside.open("wb") as file:
            written = file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if written != len(content) or beside.stat().st_size != len(content):
            raise Refused(f"{path.name} 没有写完整，原文件未动；请检查磁盘空间")
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


class Files:
    """The folder of files that records speak of by hash."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path_of(self, digest: str) -> Path:
        return self.folder / digest[:2] / digest

    def put(self, content: bytes) -> str:
        """Keep the bytes; the same bytes lie there once."""
        digest = hashlib.sha256(content).hexdigest()
        if not self.path_of(digest).exists():
            write_whole(self.path_of(digest), content)
        return digest

    def get(self, digest: str) -> bytes:
        path = self.path_of(digest)
        if not path.exists():
            raise Refused(f"存档文件 {digest[:12]}… 不见了，请从备份恢复")
        content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() != digest:
            raise Refused(f"存档文件 {digest[:12]}… 已损坏，与封存时不一致，请从备份恢复")
        return content

    def all(self) -> Iterator[Path]:
        return (p for p in sorted(self.folder.glob("??/*")) if p.is_file() and not p.name.endswith(".part"))
