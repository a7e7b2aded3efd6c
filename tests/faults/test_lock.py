"""One window a data folder; a crash leaves no lock behind."""

import signal
import sys
from pathlib import Path

import pytest

from qtapp.app.lock import only_window, refuse_while_open
from qtapp.app.main import run
from qtapp.app.paths import Paths, resources
from qtapp.domain.errors import Refused
from tests.faults.conftest import start, started

HOLDING = """
import sys, time
from pathlib import Path
from qtapp.app.lock import only_window
from qtapp.app.paths import Paths, resources
from qtapp.domain.errors import Refused
try:
    with only_window(Paths(Path(sys.argv[1]), resources())):
        print("held")
        time.sleep(60 if len(sys.argv) < 3 else float(sys.argv[2]))
except Refused:
    print("refused")
"""


def test_a_second_window_is_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with started(HOLDING, str(data)) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
        assert run(["--data", str(data)]) == 2
        said = capsys.readouterr()
        assert "已经打开着这个数据文件夹" in said.err
        assert len(said.err.splitlines()) == 1
        assert run(["list", "complaints", "--data", str(data)]) == 0  # commands go on working


def test_a_backup_is_not_put_in_place_under_an_open_window(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = str(tmp_path / "备份.zip")
    assert run(["backup", copy, "--data", str(data)]) == 0
    with started(HOLDING, str(data)) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
        assert run(["restore", copy, "--data", str(data)]) == 2
        assert "不能恢复备份" in capsys.readouterr().err
    assert run(["restore", copy, "--data", str(data)]) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_the_lock_of_a_killed_window_is_taken_over(data: Path) -> None:
    paths = Paths(data, resources())
    with started(HOLDING, str(data)) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
        with pytest.raises(Refused, match="已经打开着"):
            refuse_while_open(paths, "恢复备份")
        child.send_signal(signal.SIGKILL)
        child.communicate()
    assert (data / "window.lock").exists()
    with only_window(paths):
        pass


def test_of_many_windows_started_at_once_one_opens(data: Path) -> None:
    children = [start(HOLDING, str(data), "2") for _ in range(6)]
    said = sorted(child.communicate(timeout=60)[0] for child in children)
    assert said == ["held\n", *["refused\n"] * 5]
