"""How the program stands on this computer: versions, places, fonts, calendar, register; nothing secret."""

import platform
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from qtapp.app.build import Parts
from qtapp.app.desktop import trouble
from qtapp.app.version import VERSION
from qtapp.domain.catalogue import RECORDS
from qtapp.domain.errors import UserError
from qtapp.store.engine import engine_version
from qtapp.store.migrate import newest
from qtapp.store.store import Store
from qtapp.store.vault import Key

LIBRARIES = ("PySide6_Essentials", "peewee", "sqlcipher3", "reportlab", "uharfbuzz", "pypdfium2", "openpyxl")
LITTLE = 500 * 1024 * 1024  # bytes below which the office should make room


def examined(parts: Parts, today: date) -> dict[str, Any]:
    """The whole account as of that day. `problems` are sentences; an empty list is a sound installation."""
    database, problems = _database(parts)
    fonts, font_problems = _fonts(parts)
    calendar, calendar_problems = _calendar(parts, today)
    free = _free(parts.paths.data)
    space = [f"磁盘只剩 {free // 2**20} MB，请清理"] if free < LITTLE else []
    return {
        "version": VERSION,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "packaged": bool(getattr(sys, "frozen", False)),
        "libraries": {name: _version(name) for name in LIBRARIES},
        "data": str(parts.paths.data),
        "resources": str(parts.paths.resources),
        "log": str(parts.paths.log),
        "database": database,
        "calendar": calendar,
        "fonts": fonts,
        "forms": len(parts.office.forms),
        "window": trouble() or "ok",
        "free_bytes": free,
        "problems": [*problems, *font_problems, *calendar_problems, *space],
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _database(parts: Parts) -> tuple[dict[str, Any], list[str]]:
    path = parts.paths.places.database
    known = {"path": str(path), "newest_schema": newest()}
    try:
        store = parts.open_store()
    except UserError as error:
        return {**known, "state": "refused"}, [str(error)]
    try:
        found = {"state": "ok", **_register(store), "bytes": path.stat().st_size}
        return {**known, **found}, _key_problems(store)
    except UserError as error:
        return {**known, "state": "damaged"}, [str(error)]
    finally:
        store.close()


def _key_problems(store: Store) -> list[str]:
    """A key that opens nothing here; on a seat that is not the keeper's there is none, and rightly."""
    return [store.vault.trouble] if store.vault.key in (Key.FOREIGN, Key.DAMAGED) else []


def _register(store: Store) -> dict[str, Any]:
    with store.looking() as work:
        records = {kind.value: work.of_kind(kind).count() for kind in RECORDS}
        return {
            "schema": work.database.pragma("user_version"),
            "sqlite": engine_version(),
            "keeper_key": work.vault.can_open,
            "set_up": work.settings.is_set_up(),
            "records": records,
        }


def _fonts(parts: Parts) -> tuple[list[dict[str, str]], list[str]]:
    from qtapp.formkit.sheet import Face

    report = parts.faces.report()
    found = [{"face": face.value, "file": str(path), "family": family} for face, path, family in report]
    lacking = [face.value for face in Face if face not in {row[0] for row in report}]
    return found, [f"没有找到字体：{'、'.join(lacking)}，请重新安装本程序"] if lacking else []


def _calendar(parts: Parts, today: date) -> tuple[dict[str, str], list[str]]:
    try:
        covered = parts.law.calendar().coverage()
    except UserError as error:
        return {}, [str(error)]
    late = [f"放假安排只到 {covered.end}，请更新法律资料"] if covered.end < today else []
    return {"from": covered.start.isoformat(), "to": covered.end.isoformat()}, late


def _free(folder: Path) -> int:
    there = next(place for place in (folder.absolute(), *folder.absolute().parents) if place.exists())
    return shutil.disk_usage(there).free


def lines(found: dict[str, Any]) -> Iterator[str]:
    """The account for a person."""
    database, calendar = found["database"], found["calendar"]
    yield f"执法台 {found['version']}，Python {found['python']}，{found['platform']}"
    yield f"数据文件夹：{found['data']}（磁盘剩余 {found['free_bytes'] // 2**20} MB）"
    yield f"数据库：{database['path']}，{database['state']}，SQLite {database.get('sqlite', '—')}"
    yield f"数据版本：{database.get('schema', '—')}（本程序 {database['newest_schema']}）"
    yield f"放假安排：{calendar.get('from', '—')} 至 {calendar.get('to', '—')}"
    yield from (f"字体：{font['face']}　{font['family']}　{font['file']}" for font in found["fonts"])
    yield f"文书式样：{found['forms']} 种"
    yield f"窗口：{'可以打开' if found['window'] == 'ok' else found['window']}"
    yield from (f"问题：{problem}" for problem in found["problems"])
    if not found["problems"]:
        yield "没有发现问题"
