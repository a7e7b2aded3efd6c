"""The contracts of pyproject.toml, as a test, so that the suite alone tells the whole truth."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_the_rooms_keep_their_order(tmp_path: Path) -> None:
    """In a process of its own: import-linter resets logging and would deafen the tests after it."""
    pytest.importorskip("importlinter", reason="the room contracts are checked by the lint environment")
    checked = subprocess.run(
        [
            sys.executable,
            "-c",
            "import importlinter.cli as c; raise SystemExit(c.lint_imports(no_cache=True))",
        ],
        capture_output=True,
        check=False,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert checked.returncode == 0, checked.stdout
