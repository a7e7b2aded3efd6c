"""What may be written, how it is refused, and how the program ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from qtapp.app.cli import records
from qtapp.app.cli.calls import Answer, Call, Command
from qtapp.app.cli.perform import COMMANDS
from qtapp.app.main import run
from tests.cli.conftest import COMPLAINT, ROOT, Cli, spawn

WRONG = [
    (["nope"], "没有“nope”这个命令"),
    (["list"], "还缺少：类别"),
    (["list", "complaint"], "没有“complaint”这一类；可用的有：complaints（举报）"),
    (["list", "complaints", "--limit", "-1"], "--limit"),
    (["list", "complaints", "--limit", "x"], "应为不小于 0 的整数"),
    (["list", "complaints", "--nope"], "不认识“--nope”"),
    (
        ["list", "complaints", "--where", "nope=1"],
        "没有“nope”这一栏；可用的有：id（序号）、number（登记编号）",
    ),
    (["list", "complaints", "--where", "state"], "应写成 栏目=内容"),
    (["list", "complaints", "--where", "received_at>=昨天"], "接报时间"),
    (["list", "complaints", "--where", "informant_name=x"], "没有“informant_name”这一栏"),
    (["add", "complaints"], "请填写“举报内容”"),
    (["add", "complaints", "--set", "content"], "应写成 栏目=内容"),
    (["add", "complaints", "--set", "nope=1"], "没有“nope”这一栏；可用的有：number"),
    (["add", "complaints", "--set", "state=已办结"], "由程序在相应的步骤里填写"),
    (["add", "complaints", "--set", *COMPLAINT, "channel=飞鸽"], "不能是“飞鸽”，请从 来电、来信"),
    (["add", "documents"], "文书不能这样登记"),
    (["add", "cases", "--set", 'parties=[{"nope":1}]'], "没有“nope”这一栏"),
    (["add", "cases", "--set", "parties=[{"], "不是完整的 JSON"),
    (["show", "X号"], "没有编号为“X号”的记录"),
    (["settings", "--set", "nope=1"], "没有“nope”这项设置；可用的有：name"),
    (["forms", "nope"], "没有“nope”这种文书"),
    (["forms", "--blank", "x.pdf"], "请写明打印哪种空白文书"),
    (["print", "X号"], "还缺少：-o/--output"),
    (["clock", "nope", "--start", "2026-1-5"], "法定期限表中没有“nope”"),
    (["clock", "case_decision", "--start", "2026-13-5"], "--start"),
    (["report", "26"], "应为四位数的年份"),
    (["report", "2026", "--cut-off", "2025-1-1"], "不在 2026 年内"),
    (["report", "2026", "-o", "report.txt"], "报告只能写成"),
    (["report", "2026", "--rules", "nope"], "--rules 不能是“nope”；可用的有：law_government"),
    (["undo-import", "7"], "没有编号为 7 的导入"),
    (["import", "complaints", "nope.xlsx"], "nope.xlsx"),
    (["restore", "nope.zip"], "nope.zip"),
    (["backup", "nowhere/deep/b.zip"], "不存在"),
    (["step", "案件-1", "罚"], "可用的有：立案、呈批、告知、决定、结案"),
]


@pytest.mark.parametrize(("words", "told"), WRONG, ids=lambda value: " ".join(value)[:50])
def test_wrong_use_is_refused_in_one_chinese_sentence(cli: Cli, words: list[str], told: str) -> None:
    assert told in cli(*words, status=2)


def test_nothing_is_asked_on_an_empty_folder(cli: Cli) -> None:
    assert cli.json("list", "complaints") == {"kind": "complaints", "total": 0, "rows": []}
    settings = cli.json("settings")["settings"]
    assert (settings["name"], settings["word"]) == ("本局（未命名）", "应急")


def test_options_stand_before_or_after_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = str(tmp_path / "数据")
    assert run(["--data", data, "--user", "沈一", "add", "complaints", "--set", *COMPLAINT]) == 0
    for words in (
        ["--json", "list", "complaints", "--data", data],
        ["--data", data, "list", "complaints", "--json"],
    ):
        capsys.readouterr()
        assert run(words) == 0
        assert json.loads(capsys.readouterr().out)["total"] == 1


def test_the_user_named_stands_in_the_history(cli: Cli) -> None:
    number = cli.json("add", "complaints", "--user", "沈一", "--set", *COMPLAINT)["number"]
    assert {line["who"] for line in cli.json("show", number)["timeline"]} == {"沈一"}


@pytest.mark.parametrize("words", [["--help"], ["add", "--help"], ["--version"]])
def test_help_and_version_end_well(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) == 0
    printed = capsys.readouterr()
    assert printed.out
    assert not printed.err
    assert "usage" not in printed.out
    assert "show this help" not in printed.out


def test_what_nobody_foresaw_is_written_down_without_what_was_typed(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(call: Call) -> Answer:
        raise ValueError(call.wanted.text)

    monkeypatch.setitem(COMMANDS, "search", Command("", broken, records.COMMANDS["search"].arguments))
    told = cli("search", "钭植物", status=2)
    assert "没有预料到的错误" in told
    log = (cli.data / "log" / "zhifatai.log").read_text("utf-8")
    assert "ValueError" in log
    assert "test_words.py" in log
    assert "钭植物" not in log + told
    assert str(Path.home()) not in log


def test_files_that_cannot_be_written_are_named(cli: Cli, tmp_path: Path) -> None:
    number = cli.add("complaints", *COMPLAINT)
    assert "是文件夹" in cli("print", number, "-o", str(tmp_path), status=2)
    assert "不存在" in cli("export", "complaints", str(tmp_path / "nowhere" / "a.xlsx"), status=2)
    assert "只能导出为" in cli("export", "complaints", str(tmp_path / "a.doc"), status=2)


def test_chinese_comes_out_in_utf8_whatever_the_system_speaks(tmp_path: Path) -> None:
    done = spawn("add", "complaints", "--json", "--data", str(tmp_path / "data"), "--set", *COMPLAINT)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.decode("utf-8"))["number"].startswith("应急举〔")
    refused = spawn("show", "没有", "--data", str(tmp_path / "data"))
    assert refused.returncode == 2
    assert "没有编号为“没有”的记录" in refused.stderr.decode("utf-8")
    assert refused.stdout == b""


def test_a_command_never_loads_the_window() -> None:
    code = "import sys; from qtapp.app.main import run; run(['--version']); print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT, text=True)
    assert done.stdout.splitlines()[-1] == "False"


def test_without_a_screen_the_window_is_refused_with_the_way_out() -> None:
    done = spawn(env={"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""})
    if sys.platform != "linux":
        pytest.skip("only Linux can be without a screen")
    assert done.returncode == 2
    assert "没有图形桌面" in done.stderr.decode("utf-8")
    assert len(done.stderr.decode("utf-8").splitlines()) == 1
