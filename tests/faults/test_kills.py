"""Killed at any moment, the register is whole and holds everything it has acknowledged."""

import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

import pytest

from qtapp.app.build import Parts
from qtapp.app.main import run
from qtapp.app.paths import Paths, resources
from tests.faults.conftest import COMPLAINT, numbers_kept, sequence, start, started

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals on Windows")

KILLS = int(os.environ.get("ZHIFATAI_KILLS", "15"))
REGISTERING = """
import sys
from pathlib import Path
from qtapp.app.build import Parts
from qtapp.app.paths import Paths, resources
from qtapp.domain.complaints import Complaint
from qtapp.usecases.complaints import register_complaint
store = Parts(Paths(Path(sys.argv[1]), resources())).open_store()
print("ready")
while True:
    draft = Complaint(content="仓库堵塞消防通道", target_name="岱山机械厂", informant_name="钭植物")
    with store.working() as work:
        kept = register_complaint(work, draft)
    print(kept.number)
"""
TYPING = """
import sys
from pathlib import Path
from qtapp.app.build import Parts
from qtapp.app.paths import Paths, resources
store = Parts(Paths(Path(sys.argv[1]), resources())).open_store()
text = ""
for character in "仓库堵塞消防通道，工人说应急灯也坏了" * 100:
    text += character
    with store.working() as work:
        work.drafts.keep("complaints:new", {"content": text}, {"informant_name": "钭植物"})
    print(len(text))
"""


RESTORING = """
import sys
from datetime import datetime, timedelta
from pathlib import Path
from qtapp.store.backup import restore
from qtapp.store.store import Places
print("ready")
now = datetime(2026, 1, 1)
while True:
    for name in ("one.zip", "three.zip"):
        now += timedelta(seconds=1)
        restore(Path(sys.argv[1], name), Places(Path(sys.argv[1], "data")), now)
"""


@pytest.mark.parametrize("round_", range(KILLS))
def test_whatever_was_acknowledged_survives_a_kill(tmp_path: Path, round_: int) -> None:
    """Some are killed while the register is being made, most while it is written to."""
    data = tmp_path / "data"
    moments = random.Random(round_)  # noqa: S311 - chooses a moment, keeps no secret
    acknowledged: list[str] = []
    for _ in range(2):
        child = start(REGISTERING, str(data))
        assert child.stdout is not None
        if moments.random() < 0.8:
            assert child.stdout.readline() == "ready\n"
        time.sleep(moments.uniform(0, 0.3))
        child.send_signal(signal.SIGKILL)
        said, complaint = child.communicate()
        assert child.returncode == -signal.SIGKILL, complaint
        # A line that the kill cut short was not acknowledged to anybody.
        acknowledged += [line for line in said.splitlines() if line.endswith("号")]
    kept = numbers_kept(data)
    assert set(acknowledged) <= set(kept)
    assert [sequence(number) for number in kept] == list(range(1, len(kept) + 1))
    assert len(kept) <= len(acknowledged) + 2  # at most one a kill was kept and not yet said


def test_a_half_typed_entry_comes_back(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with started(TYPING, str(data)) as child:
        assert child.stdout is not None
        typed = 0
        while typed < 12:
            typed = int(child.stdout.readline())
        child.send_signal(signal.SIGKILL)
        rest, _ = child.communicate()
        typed = max([typed, *(int(line) for line in rest.splitlines())])
    store = Parts(Paths(data, resources())).open_store()
    try:
        with store.looking() as work:
            draft = work.drafts.get("complaints:new")
    finally:
        store.close()
    assert draft is not None
    assert len(draft["content"]) >= typed
    assert draft["informant_name"] == "钭植物"
    assert "钭植物".encode() not in (data / "register.db").read_bytes()


def test_a_restore_that_is_cut_off_leaves_the_old_register_or_the_new_one(tmp_path: Path) -> None:
    data = tmp_path / "data"
    for name, more in (("one.zip", 1), ("three.zip", 2)):
        for _ in range(more):
            assert run(["add", "complaints", "--data", str(data), "--set", *COMPLAINT]) == 0
        assert run(["print", "应急举〔2026〕1号", "--data", str(data), "-o", str(tmp_path / "a.pdf")]) in (
            0,
            2,
        )
        assert run(["backup", str(tmp_path / name), "--data", str(data)]) == 0
    moments = random.Random(7)  # noqa: S311 - as above
    for _ in range(KILLS // 3 + 1):
        child = start(RESTORING, str(tmp_path))
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(moments.uniform(0, 0.2))
        child.send_signal(signal.SIGKILL)
        child.communicate()
        assert len(numbers_kept(data)) in (1, 3)
        for kept in data.glob("before-restore-*"):
            shutil.rmtree(kept)
