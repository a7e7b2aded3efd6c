"""Consistent copies while the program runs, proven before they count, and the way back from one."""

import hashlib
import json
import shutil
import tempfile
import time
import zipfile
import zlib
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qtapp.domain.errors import Refused
from qtapp.store.audit import Audit
from qtapp.store.engine import Engine, inspect
from qtapp.store.files import Files
from qtapp.store.migrate import newest
from qtapp.store.settings import KEEPER, Settings
from qtapp.store.tables import table_names
from qtapp.store.transaction import immediate, named
from qtapp.store.vault import free_name, public_in

if TYPE_CHECKING:
    from qtapp.store.store import Places, Store

MANIFEST = "manifest.json"
DATABASE = "register.db"
FORMAT = "zhifatai-backup/1"
RESTORED = "恢复备份"
PIECE = 1 << 20
CUT_OFF_AFTER = 3600  # seconds
# What a damaged archive raises, wherever the damage lies: an unknown method or a false flag among it.
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    LookupError,
    ValueError,
    TypeError,
    EOFError,
    RuntimeError,
    OSError,
)


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself."""

    made_at: datetime
    bureau: str
    schema: int
    audit_lines: int
    counts: dict[str, int]
    files: dict[str, str]  # name in the archive: SHA-256
    audit_link: str = ""


def back_up(store: "Store", target: Path) -> Manifest:
    """Copy the register and its files into one archive, open the copy, count it, and only then keep it.

    The keeper's key is not in it: who finds a backup finds no informant.
    """
    if target.parent.absolute() != store.places.backups.absolute() and store.places.holds(target):
        raise Refused(f"{target} 是本程序自己的数据文件，不能把备份写在它上面；请换一个文件夹或文件名")
    target.parent.mkdir(parents=True, exist_ok=True)
    for place in (target.parent, store.places.folder, store.places.backups):
        forget_cut_off(place)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as folder:
        made = Path(folder, "made.zip")
        try:
            _make(store, Path(folder, DATABASE), made)
        except Exception as error:
            told = named(error)
            if told is error:
                raise
            raise told from error
        manifest = examine(made)
        made.replace(target)
    return manifest


def forget_cut_off(folder: Path) -> None:
    """Clear what a backup or a restore left that was cut off: a copy of the register nobody looks after.

    One that is still being made was written to within the hour.
    """
    for left in (*folder.glob(".backup-*"), *folder.glob(".restore-*")):
        with suppress(OSError):
            last = max(path.stat().st_mtime for path in (left, *left.rglob("*")))
            if time.time() - last > CUT_OFF_AFTER:
                shutil.rmtree(left, ignore_errors=True)


def _make(store: "Store", copy: Path, made: Path) -> None:
    _copy_database(store.database, copy)
    _pack(made, copy, store.files.folder, _examined(store, copy))


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
    except PermissionError:
        raise Refused(f"没有读取备份文件 {path} 的权限，请检查文件权限") from None
    except UNREADABLE:
        raise Refused(f"{path.name} 不是本程序的备份，或已损坏；请改用另一份备份") from None
    return _manifest(told)


def _manifest(told: dict[str, Any]) -> Manifest:
    return Manifest(
        datetime.fromisoformat(told["made_at"]),
        told["bureau"],
        told["schema"],
        told["audit"]["lines"],
        told["counts"],
        told["files"],
        told["audit"].get("link", ""),
    )


def backup_files(folder: Path) -> list[Path]:
    """What may be backups, by their names; none where the folder was never made."""
    return list(folder.glob("*.zip"))


def newest_backup(folder: Path) -> tuple[Path, Manifest] | None:
    """The backup in a folder that was made last, by its own word; its content is not read through."""
    found = [(path, manifest) for path in backup_files(folder) if (manifest := _told_by(path))]
    return max(found, key=lambda pair: pair[1].made_at, default=None)


def _told_by(path: Path) -> Manifest | None:
    """The manifest of one of our backups; None where the file is none."""
    with suppress(*UNREADABLE), zipfile.ZipFile(path) as archive:
        told = json.loads(archive.read(MANIFEST))
        return _manifest(told) if told.get("format") == FORMAT else None
    return None


def restore(path: Path, places: "Places", now: datetime, who: str = "") -> tuple[Manifest, Path | None]:
    """Put a backup in place. What lay there is kept beside it; its folder is given back.

    Cut off at any moment, the register is the old one or the new one, never none. A keeper's key that
    does not belong to the backup goes to what is kept; one that does comes back from an earlier restore.
    """
    manifest = examine(path)
    if manifest.schema > newest():
        raise Refused("这份备份由更新版本的程序建立，请先升级本程序")
    places.folder.mkdir(parents=True, exist_ok=True)
    for left in places.folder.glob(".restore-*"):  # of a restore that was cut off
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=places.folder, prefix=".restore-") as folder:
        with zipfile.ZipFile(path) as archive:
            for name in manifest.files:
                archive.extract(name, folder)
        inspect(Path(folder, DATABASE), newest())
        keeper = _noted(Path(folder, DATABASE), manifest, now, who)
        kept = _set_aside(places, now)
        for file in Path(folder, "files").glob("??/*"):
            (places.files / file.parent.name).mkdir(parents=True, exist_ok=True)
            file.replace(places.files / file.parent.name / file.name)
        _journal_of(places).unlink(missing_ok=True)  # it belongs to the old one, which is kept with it
        Path(folder, DATABASE).replace(places.database)
    _forget_other_files(places, manifest)
    kept = _fit_key(places, keeper, kept, now)
    return manifest, kept


def _noted(copy: Path, manifest: Manifest, now: datetime, who: str) -> bytes:
    """Write into the restored register that it was restored; gives the keeper's public key in it."""
    database = Engine(copy)
    try:
        with immediate(database):
            made = manifest.made_at.isoformat(sep=" ", timespec="seconds")
            Audit(database, who).note(now, RESTORED, None, {"备份时间": made})
            return bytes.fromhex(Settings(database).get(KEEPER, ""))
    finally:
        database.close()


def _fit_key(places: "Places", keeper: bytes, kept: Path | None, now: datetime) -> Path | None:
    """The keeper's key of another register goes aside; the one that belongs here is taken up again."""
    lies = places.keeper_key
    if lies.exists() and public_in(lies) != keeper:
        kept = kept or _kept_folder(places, now)
        place = free_name(kept / lies.relative_to(places.folder))
        place.parent.mkdir(parents=True, exist_ok=True)
        lies.rename(place)
    for earlier in sorted(places.folder.glob("before-restore-*/keys/*.key")):
        if not lies.exists() and keeper and public_in(earlier) == keeper:
            _link(earlier, lies)
    return kept


def _kept_folder(places: "Places", now: datetime) -> Path:
    kept = places.folder / f"before-restore-{now:%Y%m%d-%H%M%S}"
    kept.mkdir()
    return kept


def _set_aside(places: "Places", now: datetime) -> Path | None:
    """Keep the present register under a second name, whole, with its journal and its files."""
    if not places.database.exists():
        return None
    _settle(places.database)
    kept = _kept_folder(places, now)
    journal = _journal_of(places)
    there = [places.database, *([journal] if journal.exists() else []), *Files(places.files).all()]
    for path in there:
        _link(path, kept / path.relative_to(places.folder))
    return kept


def _journal_of(places: "Places") -> Path:
    return places.database.with_name(f"{places.database.name}-journal")


def _settle(path: Path) -> None:
    """Let a save that was cut off be undone; a file too damaged for that is kept as it is."""
    database = Engine(path)
    with suppress(Exception):
        database.execute_sql("SELECT count(*) FROM sqlite_master")
    database.close()


def _link(path: Path, other: Path) -> None:
    """The same file under a second name, or a copy where the disk knows no second names."""
    other.parent.mkdir(parents=True, exist_ok=True)
    try:
        other.hardlink_to(path)
    except OSError:
        shutil.copy2(path, other)


def _forget_other_files(places: "Places", manifest: Manifest) -> None:
    """Files of the old register that the new one does not know; they lie in the folder that is kept."""
    known = {Path(name).name for name in manifest.files}
    for path in Files(places.files).all():
        if path.name not in known:
            path.unlink()


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
