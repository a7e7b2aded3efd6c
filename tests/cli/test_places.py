"""What a command writes, where, and what it says of it."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from qtapp.app.paths import default_data
from tests.cli.conftest import COMPLAINT, Cli, spawn


@pytest.mark.parametrize("place", ["register.db", "register.db-journal", "keys/keeper.key", "log/x.pdf"])
def test_no_command_writes_over_the_registers_own_files(cli: Cli, place: str) -> None:
    number = cli.add("complaints", *COMPLAINT)
    target = cli.data / place
    target.parent.mkdir(exist_ok=True)
    before = {p: p.read_bytes() for p in cli.data.rglob("*") if p.is_file()}
    for words in (
        ["backup", str(target)],
        ["print", number, "--form", "complaint_register", "-o", str(target)],
        ["export", "complaints", str(target)],
        ["template", "complaints", str(target)],
        ["forms", "complaint_register", "--blank", str(target)],
        ["report", "2026", "-o", str(target)],
    ):
        assert "本程序自己的数据文件" in cli(*words, status=2), words
    assert {p: p.read_bytes() for p in cli.data.rglob("*") if p.is_file()} == before


def test_only_a_backup_takes_the_place_of_a_backup(cli: Cli) -> None:
    cli.add("complaints", *COMPLAINT)
    place = cli.data / "backups" / "一.zip"
    place.parent.mkdir()
    cli("backup", str(place))
    cli("backup", str(place))
    assert "本程序自己的" in cli("export", "complaints", str(place), status=2)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has such a device")
def test_a_device_is_no_place_for_a_backup(cli: Cli) -> None:
    assert "不是普通文件" in cli("backup", "/dev/full", status=2)
    assert Path("/dev/full").is_char_device()


def test_a_rejected_workbook_that_is_replaced_is_said_to_be(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    path.write_text("举报方式,被举报单位,举报内容\n飞鸽,岱山机械厂,堵塞\n", encoding="utf-8")
    assert "替换" not in cli("import", "complaints", str(path), status=1)
    again = cli("import", "complaints", str(path), status=1)
    assert f"退回的行在 {path}.rejected.xlsx（替换了上一次退回的工作簿）" in again
    told = cli.json("import", "complaints", str(path), status=1)
    assert told["rejected_file"] == f"{path}.rejected.xlsx"


def test_a_folder_is_no_workbook_and_is_told_so_in_chinese(cli: Cli, tmp_path: Path) -> None:
    told = cli("import", "complaints", str(tmp_path), status=2)
    assert told.strip() == f"“{tmp_path}”是文件夹，请写明要导入的文件"


def test_other_records_are_shown_by_their_names(staffed: Cli) -> None:
    number = staffed.add("complaints", *COMPLAINT)
    assert "被举报企业：岱山机械厂" in staffed("show", number)
    visit = staffed.add(
        *("inspections", "target_name=岱山机械厂", "place=厂区", "started_at=2026-3-1", "officers=沈一、顾二")
    )
    shown = staffed("show", visit)
    assert "人员 沈一" in shown
    assert "人员 1" not in shown


def test_an_absurd_year_is_refused_in_words(cli: Cli) -> None:
    for day in ("0001-01-01", "9999-1-1 09:30"):
        told = cli("add", "complaints", "--set", *COMPLAINT, f"received_at={day}", status=2)
        assert "1900 至 2200" in told
    assert "1900 至 2200" in cli("clock", "fine_pay", "--start", "0202-1-1", status=2)


def test_a_notice_before_a_hearing_is_reckoned_back(cli: Cli) -> None:
    told = cli.json("clock", "hearing_notice", "--start", "2026-10-12", "--as-of", "2026-9-20")
    assert (told["due"], told["days_left"]) == ("2026-09-24", 4)
    assert told["days"][-1] == {"date": "2026-09-24", "counted": True, "why": "工作日，往回推算到这一天"}
    assert "推算到：2026-09-24" in cli("clock", "hearing_notice", "--start", "2026-10-12")


def test_a_long_account_is_whole_as_json_and_cut_for_a_person(cli: Cli) -> None:
    told = cli.json("clock", "permit_aq_valid", "--start", "2021-10-1")
    assert len(told["days"]) == (date(2024, 10, 1) - date(2021, 10, 1)).days + 1
    lines = cli("clock", "permit_aq_valid", "--start", "2021-10-1").splitlines()
    assert len(lines) < 80
    assert any("见 --json" in line for line in lines)


def test_the_sample_year_is_summed_up_in_words(cli: Cli) -> None:
    told = cli("demo", "2021")
    assert "企业 400" in told
    assert "Kind" not in told
    assert "{" not in told
    assert cli.json("verify")["ok"] is True


# --- keys ---


def test_the_doctor_tells_of_a_key_that_is_not_this_registers(cli: Cli, tmp_path: Path) -> None:
    other = Cli(tmp_path / "other", cli.capsys)
    number = cli.add("complaints", *COMPLAINT, "anonymity=实名", "informant_name=竺某", "informant_phone=0")
    other.add("complaints", *COMPLAINT)
    key = cli.data / "keys" / "keeper.key"
    own = key.read_bytes()
    for content, told in (
        (b"", "已损坏"),
        ((other.data / "keys" / "keeper.key").read_bytes(), "另一个数据库"),
    ):
        key.write_bytes(content)
        assert told in cli("doctor", "--as-of", "2026-6-1", status=1)
        out = ["--reason", "回访", "-o", str(tmp_path / "a.pdf")]
        assert told in cli("print", number, "--form", "complaint_register", *out, status=2)
    key.write_bytes(own)
    assert cli.json("doctor", "--as-of", "2026-6-1")["database"]["keeper_key"] is True


def test_a_backup_of_another_bureau_puts_the_old_key_aside(cli: Cli, tmp_path: Path) -> None:
    other = Cli(tmp_path / "other", cli.capsys)
    cli.add("complaints", *COMPLAINT)
    other.add("complaints", *COMPLAINT)
    cli("backup", str(tmp_path / "一.zip"))
    told = other("restore", str(tmp_path / "一.zip"))
    assert "原来的保管钥匙不是这份备份的" in told
    assert "这里没有保管钥匙" in told
    (kept,) = other.data.glob("before-restore-*/keys/keeper.key")
    assert kept.stat().st_size
    assert other.json("verify")["ok"] is True


# --- the system around ---


def test_an_empty_variable_names_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "ZHIFATAI_DATA"):
        monkeypatch.setenv(name, "")
    assert default_data().is_absolute()


def test_a_system_that_cannot_spell_the_folder_is_told_what_to_set(tmp_path: Path) -> None:
    done = spawn("list", "complaints", "--data", str(tmp_path / "数据"), env={"LC_ALL": "POSIX"})
    said = done.stderr.decode("utf-8")
    if done.returncode == 0:
        pytest.skip("this system spells everything")
    assert done.returncode == 2
    assert len(said.splitlines()) == 1
    assert "LANG" in said
    shutil.rmtree(tmp_path / "数据", ignore_errors=True)
