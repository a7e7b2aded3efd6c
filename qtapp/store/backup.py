"""Consistent copies while the program runs, proven before they count, and the way back from one."""

import hashlib
import json
import shutil
import tempfile
import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qtapp.domain.errors import Refused
from qtapp.store.audit import Audit
from qtapp.store.engine import Engine, inspect
from qtapp.store.migrate import newest
from qtapp.store.settings import Settings
from qtapp.store.tables import table_names

if TYPE_CHECKING:
    from qtapp.store.store import Places, Store

MANIFEST = "manifest.json"
DATABASE = "register.db"
FORMAT = "zhifatai-backup/1"
PIECE = 1 << 20


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself."""

    made_at: datetime
    bureau: str
    schema: int
    audit_lines: int
    counts: dict[str, int]
    files: dict[str, str]  # name in the archive: SHA-256


def back_up(store: "Store", target: Path) -> Manifest:
    """Copy the register and its files into one archive, open the copy, count it, and only then keep it.

    The keeper's key is not in it: who finds a backup finds no informant.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as folder:
        copy = Path(folder, DATABASE)
        _copy_database(store.database, copy)
        made = Path(folder, "made.zip")
        _pack(made, copy, store.files.folder, _examined(store, copy))
        manifest = examine(made)
        made.replace(target)
    return manifest


def _copy_database(database: Engine, copy: Path) -> None:
    from sqlcipher3 import dbapi2

    target = dbapi2.connect(str(copy))
    try:
        database.connection().backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
    finally:
        target.close()


def _examined(store: "Store", copy: Path) -> dict[str, Any]:
    """Open the copy, check it, and say what is in it."""
    database = Engine(copy, readonly=True)
    try:
        if faults := database_faults(database):
            raise Refused(f"备份没有完成：{faults[0]}")
        seq, link = Audit(database, "").head()
        counts = {name: _count(database, name) for name in table_names()}
        version = database.pragma("user_version")
    finally:
        database.close()
    files = {f"files/{p.parent.name}/{p.name}": p.name for p in store.files.all()}
    return {
        "format": FORMAT,
        "made_at": store.now().isoformat(timespec="seconds"),
        "bureau": Settings(store.database).bureau().name,
        "schema": version,
        "audit": {"lines": seq, "link": link},
        "counts": counts,
        "files": {DATABASE: digest_of(copy), **files},
    }


def _count(database: Engine, table: str) -> int:
    return int(database.execute_sql(f'SELECT count(*) FROM "{table}"').fetchone()[0])


def _pack(target: Path, copy: Path, files: Path, manifest: dict[str, Any]) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
        archive.write(copy, DATABASE)
        for name in manifest["files"]:
            if name != DATABASE:
                archive.write(files / Path(name).relative_to("files"), name, zipfile.ZIP_STORED)


def examine(path: Path) -> Manifest:
    """Read a backup through and check every byte against its manifest; refuse what is none."""
    try:
        with zipfile.ZipFile(path) as archive:
            told = json.loads(archive.read(MANIFEST))
            if told.get("format") != FORMAT:
                raise Refused(f"{path.name} 不是本程序的备份，或由更新版本的程序建立")
            for name, digest in told["files"].items():
                with archive.open(name) as file:
                    if _digest(file) != digest:
                        raise Refused(f"备份 {path.name} 里的 {name} 已损坏，请改用另一份备份")
    except FileNotFoundError:
        raise Refused(f"找不到备份文件 {path}，请核对文件名") from None
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError):
        raise Refused(f"{path.name} 不是本程序的备份，或已损坏；请改用另一份备份") from None
    return Manifest(
        datetime.fromisoformat(told["made_at"]),
        told["bureau"],
        told["schema"],
        told["audit"]["lines"],
        told["counts"],
        told["files"],
    )


def restore(path: Path, places: "Places", now: datetime) -> tuple[Manifest, Path | None]:
    """Put a backup in place. What lay there is kept beside it; its folder is given back."""
    manifest = examine(path)
    if manifest.schema > newest():
        raise Refused("这份备份由更新版本的程序建立，请先升级本程序")
    places.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=places.folder, prefix=".restore-") as folder:
        with zipfile.ZipFile(path) as archive:
            for name in manifest.files:
                archive.extract(name, folder)
        inspect(Path(folder, DATABASE), newest())
        kept = _set_aside(places, now)
        shutil.move(str(Path(folder, DATABASE)), places.database)
        if Path(folder, "files").exists():
            shutil.move(str(Path(folder, "files")), places.files)
    return manifest, kept


def _set_aside(places: "Places", now: datetime) -> Path | None:
    """Move the present register out of the way, whole, with its journal."""
    if not places.database.exists():
        return None
    kept = places.folder / f"before-restore-{now:%Y%m%d-%H%M%S}"
    kept.mkdir()
    for name in ("register.db", "register.db-journal", "files"):
        if (places.folder / name).exists():
            (places.folder / name).rename(kept / name)
    return kept


def database_faults(database: Engine) -> list[str]:
    """What SQLite itself finds wrong with the file."""
    found = [row[0] for row in database.execute_sql("PRAGMA integrity_check(20)").fetchall()]
    return [] if found == ["ok"] else [f"数据库检查：{text}" for text in found]


def digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return _digest(file)


def _digest(file: Any) -> str:
    digest = hashlib.sha256()
    while piece := file.read(PIECE):
        digest.update(piece)
    return digest.hexdigest()
