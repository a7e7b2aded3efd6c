"""No room left: what is kept stays whole, what is not kept is said."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.faults.conftest import ROOT, numbers_kept, sequence, start

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs a small file system of its own")

FILLING = """
import sys
from pathlib import Path
from qtapp.app.cli.perform import sentence
from qtapp.app.build import Parts
from qtapp.app.paths import Paths, resources
from qtapp.domain.complaints import Complaint
from qtapp.usecases.complaints import register_complaint
import resource, signal
if len(sys.argv) > 2:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
store = Parts(Paths(Path(sys.argv[1]), resources())).open_store()
try:
    while True:
        draft = Complaint(content="仓库堵塞消防通道" * 200, target_name="岱山机械厂")
        with store.working() as work:
            kept = register_complaint(work, draft)
        print(kept.number)
except Exception as error:
    print(sentence(error), file=sys.stderr)
    sys.exit(2)
"""


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A file system of three megabytes."""
    place = tmp_path / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)]
    if (
        os.geteuid() != 0
        or not shutil.which("mount")
        or subprocess.run(mount, capture_output=True, check=False).returncode
    ):
        pytest.skip("no small file system can be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], capture_output=True, check=True)  # noqa: S607 - the system's own


def fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))


def assert_whole(data: Path, said: str) -> None:
    kept = numbers_kept(data)
    assert kept == said.split()
    assert [sequence(number) for number in kept] == list(range(1, len(kept) + 1))


def test_a_full_disk_refuses_the_next_entry_and_loses_none(small: Path) -> None:
    said, told = start(FILLING, str(small / "data")).communicate(timeout=120)
    assert said
    assert "磁盘已满" in told
    ballast = small / "ballast"
    assert not ballast.exists()
    assert_whole(small / "data", said)


def test_a_file_that_may_not_grow_refuses_the_next_entry_and_loses_none(tmp_path: Path) -> None:
    said, told = start(FILLING, str(tmp_path / "data"), str(1 << 20)).communicate(timeout=120)
    assert said
    assert "没有保存" in told
    assert_whole(tmp_path / "data", said)


def test_a_backup_that_does_not_fit_leaves_the_older_one_whole(small: Path, tmp_path: Path) -> None:
    data, copy = tmp_path / "data", small / "b.zip"
    words = [sys.executable, "-m", "qtapp", "--data", str(data)]
    environment = {**os.environ, "PYTHONUTF8": "1"}

    def run(*more: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [*words, *more], capture_output=True, check=False, cwd=ROOT, env=environment, encoding="utf-8"
        )

    run("add", "complaints", "--set", "content=堵塞", "target_name=岱山机械厂")
    assert run("backup", str(copy)).returncode == 0
    before = copy.read_bytes()
    fill(small / "ballast")
    refused = run("backup", str(copy))
    assert refused.returncode == 2
    assert "磁盘已满" in refused.stderr
    assert len(refused.stderr.splitlines()) == 1
    assert copy.read_bytes() == before
    assert sorted(path.name for path in small.iterdir()) == ["b.zip", "ballast"]
    printed = run("print", "应急举〔2026〕1号", "-o", str(small / "a.pdf"))
    assert printed.returncode == 2
    assert not (small / "a.pdf").exists()
