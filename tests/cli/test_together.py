"""Several processes at one register."""

import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import COMPLAINT, ROOT, Cli

SEATS, EACH = 4, 25
SEAT = """
import sys
from qtapp.app.main import run
for _ in range(int(sys.argv[1])):
    if run(["add", "complaints", "--data", sys.argv[2], "--set", *sys.argv[3:]]):
        sys.exit(2)
"""


def seat(data: Path, count: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", SEAT, str(count), str(data), *COMPLAINT],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=ROOT,
    )


def test_seats_registering_at_once_get_numbers_without_gap_or_repeat(cli: Cli) -> None:
    """All start on a folder that does not exist yet: one of them makes the register."""
    seats = [seat(cli.data, EACH) for _ in range(SEATS)]
    printed: list[str] = []
    for each in seats:
        out, err = each.communicate(timeout=240)
        assert each.returncode == 0, err
        printed += [line for line in out.splitlines() if not line.startswith("可能重复")]
    sequence = sorted(int(number.partition("〕")[2].rstrip("号")) for number in printed)
    assert sequence == list(range(1, SEATS * EACH + 1))
    assert cli.json("list", "complaints", "--limit", "1")["total"] == SEATS * EACH
    assert cli.json("verify")["ok"] is True
