"""A database file that is not ours, not whole or not writable is named and left as it is."""

import hashlib
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from qtapp.app.main import run
from qtapp.store import engine
from qtapp.store.migrate import newest
from tests.faults.conftest import COMPLAINT, numbers_kept

COMMANDS = (
    ["list", "complaints"],
    ["add", "complaints", "--set", *COMPLAINT],
    ["verify"],
    ["search", "消防"],
)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def changed(change: Callable[[bytearray], None]) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        content = bytearray(path.read_bytes())
        change(content)
        path.write_bytes(content)

    return spoil


def holding(content: bytes) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        path.write_bytes(content)

    return spoil


def foreign(path: Path) -> None:
    path.unlink()
    connection = dbapi2.connect(str(path))
    connection.execute("CREATE TABLE another (program TEXT)")
    connection.commit()
    connection.close()


SPOILED: dict[str, tuple[Callable[[Path], None], str]] = {
    "newer": (changed(lambda b: b.__setitem__(slice(60, 64), (newest() + 1).to_bytes(4, "big"))), "请先升级"),
    "foreign": (foreign, "其他程序的数据库"),
    "empty": (changed(lambda b: b.clear()), "空文件"),
    "truncated": (changed(lambda b: b.__delitem__(slice(len(b) // 2, None))), "不完整"),
    "a few bytes": (changed(lambda b: b.__delitem__(slice(10, None))), "不是本程序的数据库"),
    "a picture": (holding(b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(9000)), "不是本程序"),
    "noise": (holding(b"\x93NOISE" * 9000), "不是本程序"),
}


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
@pytest.mark.parametrize("name", SPOILED)
def test_a_file_that_cannot_be_the_register_is_named_and_not_touched(
    data: Path, capsys: pytest.CaptureFixture[str], name: str, words: list[str]
) -> None:
    spoil, told = SPOILED[name]
    database = data / "register.db"
    spoil(database)
    before = digest(database)
    assert run([*words, "--data", str(data)]) == 2
    said = capsys.readouterr()
    assert told in said.err
    assert len(said.err.splitlines()) == 1
    assert said.out == ""
    assert digest(database) == before
    assert {path.name for path in data.iterdir()} <= {"register.db", "keys", "files", "register.db-journal"}


@pytest.mark.parametrize("name", SPOILED)
def test_the_doctor_tells_what_is_wrong_with_the_file(
    data: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    SPOILED[name][0](data / "register.db")
    assert run(["doctor", "--data", str(data)]) == 1
    said = capsys.readouterr()
    assert SPOILED[name][1] in said.out
    assert said.err == ""


def test_a_damaged_page_is_found_by_verify_and_does_not_end_the_program(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every page in turn is overwritten: a finding, a refusal, or harmless; never a traceback."""
    whole = (data / "register.db").read_bytes()
    size = int.from_bytes(whole[16:18], "big")
    noise = random.Random(2)  # noqa: S311 - damage, no secret
    noticed = 0
    pages = range(1, len(whole) // size)
    for page in pages:
        content = bytearray(whole)
        content[page * size : page * size + size] = noise.randbytes(size)
        (data / "register.db").write_bytes(content)
        ended = run(["verify", "--data", str(data)])
        said = capsys.readouterr()
        assert ended in (0, 1, 2)
        assert "没有预料到" not in said.err
        assert "Traceback" not in said.err + said.out
        noticed += ended != 0
    assert noticed == len(pages)


def test_a_writer_that_waits_in_vain_is_told(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    patient = dict(engine.PRAGMAS) | {"busy_timeout": 100}
    monkeypatch.setattr(engine, "PRAGMAS", tuple(patient.items()))
    before = digest(data / "register.db")
    other = dbapi2.connect(str(data / "register.db"), isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        assert run(["add", "complaints", "--data", str(data), "--set", *COMPLAINT]) == 2
        assert "另一个程序正在写数据" in capsys.readouterr().err
        assert run(["list", "complaints", "--data", str(data)]) == 0  # looking is still possible
    finally:
        other.execute("ROLLBACK")
        other.close()
    assert digest(data / "register.db") == before
    assert run(["add", "complaints", "--data", str(data), "--set", *COMPLAINT]) == 0


@pytest.fixture
def ordinary(data: Path) -> Iterator[Path]:
    """Where an ordinary user may read and not write; root writes everywhere and so becomes one."""
    if sys.platform == "win32":
        pytest.skip("permissions are set otherwise on Windows")
    folder = Path(tempfile.mkdtemp(prefix="zhifatai-"))
    shutil.copytree(data, folder / "data")
    was = os.geteuid()
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        if was == 0:
            os.seteuid(65534)
        if not os.access(folder, os.R_OK, effective_ids=os.access in os.supports_effective_ids):
            pytest.skip("an ordinary user does not reach the temporary folder here")
        yield folder / "data"
    finally:
        if was == 0:
            os.seteuid(0)
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        shutil.rmtree(folder)


def test_a_register_that_may_only_be_read_is_read_and_refuses_to_be_written(
    ordinary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = digest(ordinary / "register.db")
    assert run(["list", "complaints", "--data", str(ordinary)]) == 0
    assert "岱山机械厂" in capsys.readouterr().out
    assert run(["add", "complaints", "--data", str(ordinary), "--set", *COMPLAINT]) == 2
    said = capsys.readouterr()
    assert "只读" in said.err or "权限" in said.err
    assert len(said.err.splitlines()) == 1
    assert digest(ordinary / "register.db") == before


def test_a_folder_that_may_not_be_made_is_told(ordinary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", "complaints", "--data", str(ordinary / "deeper" / "data")]) == 2
    said = capsys.readouterr()
    assert "权限" in said.err
    assert len(said.err.splitlines()) == 1


def test_a_data_folder_that_is_a_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "data").write_text("x")
    assert run(["list", "complaints", "--data", str(tmp_path / "data")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_damaged_backup_is_refused_and_the_register_stays(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "备份.zip"
    assert run(["backup", str(copy), "--data", str(data)]) == 0
    before = numbers_kept(data)
    whole = copy.read_bytes()
    for at in range(0, len(whole), max(len(whole) // 25, 1)):
        capsys.readouterr()
        copy.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        ended = run(["restore", str(copy), "--data", str(data)])
        said = capsys.readouterr()
        assert "没有预料到" not in said.err, at
        assert ended in (0, 2)
        assert numbers_kept(data) == before
    copy.write_bytes(whole[: len(whole) // 2])
    assert run(["restore", str(copy), "--data", str(data)]) == 2
    assert numbers_kept(data) == before
