"""The program as a command line, on a data folder of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from qtapp.app.main import run

ROOT = Path(__file__).parents[2]


@dataclass
class Cli:
    """Runs commands in this process and reads what they print."""

    data: Path
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *words: str, status: int = 0) -> str:
        """What the command prints; it must end with this exit status."""
        self.capsys.readouterr()
        ended = run([*words, "--data", str(self.data)])
        printed = self.capsys.readouterr()
        assert ended == status, printed.err or printed.out
        assert "Traceback" not in printed.err
        if status == 2:
            assert printed.out == ""
            assert len(printed.err.splitlines()) == 1
            return printed.err
        assert printed.err == ""
        return printed.out

    def json(self, *words: str, status: int = 0) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self(*words, "--json", status=status))
        return found

    def add(self, kind: str, *pairs: str, origin: str = "") -> str:
        """Registers a record and gives its number."""
        came = ("--from", origin) if origin else ()
        return str(self.json("add", kind, *came, *(["--set", *pairs] if pairs else []))["number"])


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(tmp_path / "data", capsys)


def spawn(*words: str, env: Mapping[str, str] | None = None) -> "subprocess.CompletedProcess[bytes]":
    """`python -m qtapp` as a real process, in a system that says nothing about UTF-8."""
    bare = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "LC_", "LANG"))}
    return subprocess.run(
        [sys.executable, "-m", "qtapp", *words],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**bare, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", **(env or {})},
        timeout=120,
    )


COMPLAINT = (
    "content=仓库堵塞消防通道，应急灯损坏",
    "target_name=岱山机械厂",
    "transfer_text=仓库堵塞消防通道",
)


@pytest.fixture
def staffed(cli: Cli) -> Cli:
    """A bureau with all it needs to serve papers: addresses, two officers with certificates, a firm."""
    cli(
        *("settings", "--set", "name=海岱市应急管理局", "area=岱", "region=海岱市", "address=滨江路1号"),
        *("phone=00000000", "government=海岱市人民政府", "court=海岱市人民法院", "postcode=000000"),
    )
    for name, number in (("沈一", "D001"), ("顾二", "D002")):
        cli.add("officers", f"name={name}", "department=执法大队", "joined_on=2019-1-1")
        cli.add(
            *("certificates", f"number={number}", f"officer_name={name}"),
            *("issued_on=2020-1-1", "expires_on=2099-1-1"),
        )
    cli.add(
        *("enterprises", "name=岱山机械厂", "credit_code=91000000MA1X00007D", "address=海岱市滨江路9号"),
        *("legal_rep=陆三", "phone=00000001"),
    )
    return cli
