"""Killed at any moment, the register is whole and holds everything it has acknowledged."""

import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from qtapp.app.build import Parts
from qtapp.app.paths import Paths, resources
from tests.faults.conftest import numbers_kept, sequence, start, started

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
