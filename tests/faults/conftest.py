"""A register, and children of this process that are cut off in the middle of their work."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from qtapp.app.build import Parts
from qtapp.app.main import run
from qtapp.app.paths import Paths, resources
from qtapp.domain.complaints import Complaint
from qtapp.usecases.care import verify

ROOT = Path(__file__).parents[2]
COMPLAINT = ("content=仓库堵塞消防通道", "target_name=岱山机械厂")


def start(code: str, *words: str) -> "subprocess.Popen[str]":
    """A child that runs this code and says on its standard output what it has done."""
    return subprocess.Popen(
        [sys.executable, "-u", "-c", code, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        cwd=ROOT,
    )


@contextmanager
def started(code: str, *words: str) -> Iterator["subprocess.Popen[str]"]:
    """The child, once it has said its first line; it does not outlive the block."""
    with start(code, *words) as child:
        try:
            assert child.stdout is not None
            yield child
        finally:
            child.kill()
            child.communicate()


def numbers_kept(data: Path) -> list[str]:
    """Every number in the register, which must be sound."""
    store = Parts(Paths(data, resources())).open_store()
    try:
        with store.looking() as work:
            health = verify(work)
            assert health.ok, health.problems
            return [complaint.number for complaint in work.of(Complaint).all()]
    finally:
        store.close()


def sequence(number: str) -> int:
    return int(number.partition("〕")[2].rstrip("号"))


@pytest.fixture
def data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The folder of a register with one complaint."""
    assert run(["add", "complaints", "--data", str(tmp_path / "data"), "--set", *COMPLAINT]) == 0
    capsys.readouterr()
    return tmp_path / "data"
