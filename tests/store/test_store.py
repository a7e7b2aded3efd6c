"""The file: created whole, migrated to the declared tables, foreign ones left alone, copies proven."""

import hashlib
import json
import os
import time
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from playhouse.schema_diff import diff_models

from qtapp.app.build import Parts
from qtapp.app.paths import Paths, resources
from qtapp.domain.complaints import Complaint
from qtapp.domain.errors import Refused, UserError
from qtapp.store.backup import CUT_OFF_AFTER, back_up, examine, restore
from qtapp.store.migrate import newest
from qtapp.store.store import Places, Store
from qtapp.store.tables import tables
from qtapp.store.transaction import StoreTrouble
from qtapp.store.vault import Key
from qtapp.usecases.care import verify
from qtapp.usecases.complaints import register_complaint


def register_one(store: Store, **values: str) -> Complaint:
    with store.working() as work:
        facts = {"content": "仓库堵塞消防通道", "target_name": "岱山机械厂", **values}
        return register_complaint(work, Complaint(**facts))  # type: ignore[arg-type]


def test_migrations_arrive_at_the_tables_the_records_declare(store: Store) -> None:
    store.database.bind(tables())
    found = diff_models(store.database, tables())
    assert not found.create_tables, found
    assert not found.add_columns, found
    assert not found.drop_columns, found
    assert not found.add_indexes, found


def test_saving_is_as_careful_as_promised(store: Store) -> None:
    with store.looking() as work:
        pragma = {
            n: work.database.execute_sql(f"PRAGMA {n}").fetchone()[0] for n in ("journal_mode", "synchronous")
        }
        assert work.database.execute_sql("PRAGMA foreign_keys").fetchone()[0] == 1
    assert pragma == {"journal_mode": "truncate", "synchronous": 3}


def damaged(path: Path, change: Callable[[bytearray], None]) -> str:
    content = bytearray(path.read_bytes())
    change(content)
    path.write_bytes(content)
    return hashlib.sha256(content).hexdigest()


FOREIGN: dict[str, tuple[Callable[[bytearray], None], str]] = {
    "newer": (lambda b: b.__setitem__(slice(60, 64), (newest() + 1).to_bytes(4, "big")), "请先升级"),
    "of another program": (lambda b: b.__setitem__(slice(68, 72), b"ABCD"), "其他程序"),
    "cut short": (lambda b: b.__delitem__(slice(len(b) // 2, None)), "不完整"),
    "a picture": (lambda b: b.__setitem__(slice(0, 16), b"\xff\xd8\xff\xe0" + b"J" * 12), "不是本程序"),
    "empty": (lambda b: b.clear(), "空文件"),
}


@pytest.mark.parametrize("case", FOREIGN)
def test_a_file_that_is_not_ours_is_named_and_not_touched(parts: Parts, case: str) -> None:
    parts.open_store().close()
    path = parts.paths.places.database
    change, words = FOREIGN[case]
    before = damaged(path, change)
    with pytest.raises(Refused, match=words):
        parts.open_store()
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_a_register_opened_to_read_refuses_to_save(parts: Parts) -> None:
    register_one(store := parts.open_store())
    store.close()
    reader = parts.open_store(readonly=True)
    with reader.looking() as work:
        assert work.of(Complaint).count() == 1
    with pytest.raises(Refused, match="只读"):
        register_one(reader)
    reader.close()


def test_a_locked_register_is_told_in_words(parts: Parts) -> None:
    store = parts.open_store()
    store.database.execute_sql("PRAGMA busy_timeout = 50")
    other = parts.open_store()
    other.close()  # a connection of this thread is this thread's own; the lock is taken below it
    from sqlcipher3 import dbapi2

    lock = dbapi2.connect(str(parts.paths.places.database), isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreTrouble, match="另一个程序正在写"):
        register_one(store)
    lock.execute("ROLLBACK")
    lock.close()
    assert register_one(store).number.endswith("1号")
    store.close()


def test_a_backup_brings_everything_back_but_the_key(parts: Parts, tmp_path: Path) -> None:
    store = parts.open_store()
    register_one(store, informant_name="甄密名")
    digest = store.files.put(b"%PDF paper")
    manifest = back_up(store, tmp_path / "copy.zip")
    assert manifest.counts["complaints"] == 1
    store.close()
    with zipfile.ZipFile(tmp_path / "copy.zip") as archive:
        assert not [name for name in archive.namelist() if "key" in name]
        assert not [name for name in archive.namelist() if "甄密名".encode() in archive.read(name)]
    other = Paths(tmp_path / "elsewhere", resources())
    restore(tmp_path / "copy.zip", other.places, datetime(2026, 3, 3, 8, 0))
    again = Parts(other).open_store()
    with again.looking() as work:
        assert [c.target_name for c in work.of(Complaint).all()] == ["岱山机械厂"]
        assert verify(work).ok
        assert work.files.get(digest) == b"%PDF paper"
    again.close()


def test_what_lay_there_is_kept_when_a_backup_is_put_back(parts: Parts, tmp_path: Path) -> None:
    store = parts.open_store()
    back_up(store, tmp_path / "copy.zip")
    register_one(store)
    store.close()
    _, kept = restore(tmp_path / "copy.zip", parts.paths.places, datetime(2026, 3, 3, 8, 0))
    assert kept is not None
    earlier = Store(Places(kept), "沈一", datetime.now, readonly=True)
    with earlier.looking() as work:
        assert work.of(Complaint).count() == 1
    earlier.close()
    now = parts.open_store()
    with now.looking() as work:
        assert work.of(Complaint).count() == 0
    now.close()


def test_a_damaged_backup_is_told_and_changes_nothing(parts: Parts, tmp_path: Path) -> None:
    store = parts.open_store()
    register_one(store)
    back_up(store, tmp_path / "copy.zip")
    store.close()
    with zipfile.ZipFile(tmp_path / "copy.zip") as archive:
        parts_of = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(parts_of["manifest.json"])
    manifest["files"]["register.db"] = "0" * 64
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        for name, content in {**parts_of, "manifest.json": json.dumps(manifest).encode()}.items():
            archive.writestr(name, content)
    for name, spoiled in (("bad.zip", None), ("none.zip", b"PK\x03\x04 nothing"), ("text.zip", b"hello")):
        if spoiled is not None:
            (tmp_path / name).write_bytes(spoiled)
        with pytest.raises(UserError, match="备份"):
            restore(tmp_path / name, parts.paths.places, datetime(2026, 3, 3, 8, 0))
    assert examine(tmp_path / "copy.zip").counts["complaints"] == 1
    again = parts.open_store()
    with again.looking() as work:
        assert work.of(Complaint).count() == 1
    again.close()


def test_a_restore_puts_the_key_of_another_register_aside(tmp_path: Path) -> None:
    """A folder of bureau B takes up the register of bureau A, and later its own again."""
    a, b = (Parts(Paths(tmp_path / name, resources())) for name in "ab")
    codes = []
    for parts in (a, b):
        store = parts.open_store()
        register_one(store, informant_name="甄密名")
        back_up(store, tmp_path / f"{parts.paths.data.name}.zip")
        codes.append(store.vault.recovery_code())
        store.close()
    _, kept = restore(tmp_path / "a.zip", b.paths.places, datetime(2026, 3, 3, 8, 0))
    assert kept is not None
    assert (kept / "keys" / "keeper.key").exists()
    store = b.open_store()
    assert store.vault.key is Key.NONE
    store.vault.recover(codes[0])
    with store.working() as work:
        kept_one = work.of(Complaint).all()[0]
        assert work.of(Complaint).opened(kept_one, "回访").informant_name == "甄密名"
    store.close()
    restore(tmp_path / "b.zip", b.paths.places, datetime(2026, 3, 4, 8, 0))
    store = b.open_store()
    assert store.vault.key is Key.OWN
    store.close()


def test_no_path_leads_a_writer_onto_the_registers_own_files(parts: Parts, tmp_path: Path) -> None:
    store = parts.open_store()
    digest = store.files.put(b"%PDF paper")
    places = parts.paths.places
    back_up(store, places.backups / "有.zip")
    (tmp_path / "link").symlink_to(places.folder)
    (tmp_path / "hard.db").hardlink_to(places.database)
    (tmp_path / "soft.key").symlink_to(places.keeper_key)
    held = [
        places.database,
        places.folder / "register.db-journal",
        places.folder / "register.db-wal",
        places.keeper_key,
        places.folder / "keys" / "neu.pdf",
        places.folder / "files" / ".." / "register.db",
        store.files.path_of(digest),
        places.folder / "log" / "a.pdf",
        places.folder / "before-restore-20260101-000000" / "register.db",
        places.backups / "有.zip",
        tmp_path / "link" / "register.db",
        tmp_path / "hard.db",
        tmp_path / "soft.key",
    ]
    assert [path for path in held if not places.holds(path)] == []
    free = [places.backups / "新.zip", tmp_path / "register.db", tmp_path / "a.pdf", places.folder / "a.pdf"]
    assert [path for path in free if places.holds(path)] == []
    for path in (places.database, places.keeper_key, tmp_path / "hard.db"):
        with pytest.raises(Refused, match="本程序自己的数据文件"):
            back_up(store, path)
    back_up(store, places.backups / "有.zip")  # a backup may take the place of an earlier one
    register_one(store)
    store.close()


def test_what_a_cut_off_backup_left_is_cleared_by_the_next(store: Store, tmp_path: Path) -> None:
    """A copy of the register lies in it; one that is still being made is left alone."""
    old, fresh = tmp_path / ".backup-alt", tmp_path / ".backup-neu"
    for folder in (old, fresh, store.places.folder / ".restore-alt"):
        folder.mkdir()
        (folder / "register.db").write_bytes(b"x")
    long_ago = time.time() - 2 * CUT_OFF_AFTER
    for folder in (old, store.places.folder / ".restore-alt"):
        for path in (folder / "register.db", folder):
            os.utime(path, (long_ago, long_ago))
    back_up(store, tmp_path / "copy.zip")
    assert {path.name for path in tmp_path.glob(".*")} == {".backup-neu"}
    assert not list(store.places.folder.glob(".restore-*"))


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE audit SET who = '别人' WHERE seq = 2", "第 2 行被改动"),
        ("DELETE FROM audit WHERE seq = 2", "第 2 行不见了"),
        ("UPDATE number SET sequence = 9 WHERE sequence = 2", "缺号"),
    ],
)
def test_an_edited_register_is_noticed(store: Store, statement: str, words: str) -> None:
    for _ in range(3):
        register_one(store)
    with store.working() as work:
        assert verify(work).ok
        work.database.execute_sql(statement)
        assert any(words in problem.text for problem in verify(work).problems)
