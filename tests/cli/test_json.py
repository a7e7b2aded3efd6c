"""The documents of --json: their keys are relied upon by others."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.cli.conftest import COMPLAINT, Cli


def rows_in(path: Path, *rows: tuple[Any, ...]) -> str:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(path)
    return str(path)


HEAD = ("举报方式", "接报时间", "被举报单位", "举报内容")
GOOD = ("来电", "2026.3.1", "岱山机械厂", "通道堵塞")
BAD = ("飞鸽", "2026.3.2", "岱山机械厂", "应急灯坏")


def test_a_list_gives_every_open_field_and_counts_before_the_limit(cli: Cli) -> None:
    for _ in range(3):
        cli.add("complaints", *COMPLAINT)
    found = cli.json("list", "complaints", "--limit", "2")
    assert set(found) == {"kind", "total", "rows"}
    assert found["total"] == 3
    assert len(found["rows"]) == 2
    row = found["rows"][0]
    assert {"id", "reference", "number", "channel", "received_at", "target_name", "state"} <= set(row)
    assert not [name for name in row if name.startswith("informant_")]
    assert "is_employee" not in row
    assert row["reference"] == row["number"]


def test_show_gives_the_record_its_documents_and_its_history(cli: Cli, tmp_path: Path) -> None:
    number = cli.add("complaints", *COMPLAINT)
    cli("print", number, "-o", str(tmp_path / "a.pdf"))
    found = cli.json("show", number)
    assert {"kind", "number", "content", "documents", "timeline"} <= set(found)
    assert (found["kind"], found["number"]) == ("complaints", number)
    assert {"form", "number", "state"} <= set(found["documents"][0])
    assert found["documents"][0]["form"] == "complaint_register"
    assert next(line["act"] for line in found["timeline"]) == "登记举报"
    assert cli.json("show", number.replace("〔", "[").replace("〕", "]"))["number"] == number


def test_add_gives_kind_id_and_number(cli: Cli) -> None:
    found = cli.json("add", "complaints", "--set", *COMPLAINT)
    assert found == {"kind": "complaints", "id": 1, "number": found["number"]}
    again = cli.json("add", "complaints", "--set", *COMPLAINT)
    assert again["repeats"] == [found["number"]]
    assert cli.json("add", "enterprises", "--set", "单位名称=岱山机械厂")["number"] == "企业-1"


def test_import_reports_row_column_value_and_reason(cli: Cli, tmp_path: Path) -> None:
    path = rows_in(tmp_path / "台账.xlsx", HEAD, GOOD, BAD)
    tried = cli.json("import", "complaints", path, "--dry-run", status=1)
    assert (tried["id"], tried["accepted"], tried["rejected"]) == (0, 1, 1)
    assert cli.json("list", "complaints")["total"] == 0
    assert not Path(f"{path}.rejected.xlsx").exists()

    found = cli.json("import", "complaints", path, status=1)
    assert set(found) == {"id", "kind", "accepted", "rejected", "rows", "unknown", "rejected_file"}
    (refusal,) = found["rows"]
    assert set(refusal) == {"row", "column", "value", "reason"}
    assert (refusal["row"], refusal["column"], refusal["value"]) == (3, "举报方式", "飞鸽")
    rejected = load_workbook(f"{path}.rejected.xlsx").worksheets[0]
    assert "应急灯坏" in [cell.value for row in rejected.iter_rows() for cell in row]

    assert cli.json("undo-import", str(found["id"])) == {"id": found["id"], "removed": 1}
    assert cli.json("list", "complaints")["total"] == 0
    assert "已经撤销过" in cli("undo-import", str(found["id"]), status=2)


def test_a_clean_import_ends_well(cli: Cli, tmp_path: Path) -> None:
    found = cli.json("import", "complaints", rows_in(tmp_path / "台账.xlsx", HEAD, GOOD))
    assert (found["accepted"], found["rejected"], found["rows"]) == (1, 0, [])


def test_a_register_goes_out_and_a_template_comes_empty(cli: Cli, tmp_path: Path) -> None:
    cli.add("complaints", *COMPLAINT)
    out, empty = str(tmp_path / "举报.xlsx"), str(tmp_path / "模板.xlsx")
    assert cli.json("export", "complaints", out) == {"kind": "complaints", "file": out, "rows": 1}
    assert set(cli.json("template", "complaints", empty)) == {"kind", "file"}
    assert len(load_workbook(empty).worksheets) == 2
    cli.data = tmp_path / "other"
    assert cli.json("import", "complaints", out)["accepted"] == 1
    assert cli.json("list", "complaints")["rows"][0]["content"] == "仓库堵塞消防通道，应急灯损坏"


def test_search_gives_hits_with_their_surroundings(cli: Cli) -> None:
    number = cli.add("complaints", *COMPLAINT)
    found = cli.json("search", "消防通道")
    assert set(found) == {"total", "hits"}
    (hit,) = found["hits"]
    assert set(hit) == {"kind", "number", "title", "snippet"}
    assert (hit["kind"], hit["number"]) == ("complaints", number)
    assert "消防通道" in hit["snippet"]


def test_the_catalogue_of_forms_tells_what_each_asks_for(cli: Cli, tmp_path: Path) -> None:
    found = cli.json("forms")["forms"]
    keys = {"key", "title", "stage", "layout", "version", "audience", "fields", "kind"}
    assert all(set(form) == keys for form in found)
    assert all(form["audience"] in ("internal", "served") for form in found)
    assert all("{" not in form["title"] for form in found)
    register = next(form for form in found if form["key"] == "complaint_register")
    assert set(register["fields"][0]) == {"key", "label", "type", "required"}
    path = tmp_path / "空白.pdf"
    cli("forms", "complaint_register", "--blank", str(path))
    assert path.read_bytes().startswith(b"%PDF")


def test_a_clock_gives_its_account_day_by_day(cli: Cli) -> None:
    found = cli.json("clock", "case_decision", "--start", "2026-01-05", "--as-of", "2026-04-01")
    assert {"rule", "article", "start", "due", "due_at", "unit", "provisional", "days"} <= set(found)
    assert set(found["days"][0]) == {"date", "counted", "why"}
    assert found["due_at"] is None
    assert found["days_left"] == (date.fromisoformat(found["due"]) - date(2026, 4, 1)).days
    hours = cli.json("clock", "emergency_seizure_supplement48h", "--start", "2026-02-01T09:30")
    assert hours["due_at"] == "2026-02-03T09:30:00"


def test_the_report_gives_figures_with_rule_and_records(cli: Cli, tmp_path: Path) -> None:
    number = cli.json("add", "complaints", "--as-of", "2021-06-01", "--set", *COMPLAINT)["number"]
    found = cli.json("report", "2021", "--cut-off", "2021-12-16")
    assert set(found) == {"year", "cut_off", "rules", "figures"}
    assert (found["year"], found["cut_off"], found["rules"]) == (2021, "2021-12-16", "law_government")
    figures = {figure["key"]: figure for figure in found["figures"]}
    assert set(figures["complaints_received"]) == {"key", "label", "value", "unit", "rule_text", "records"}
    assert (figures["complaints_received"]["value"], figures["complaints_received"]["records"]) == (
        1,
        [number],
    )
    assert figures["hearings"]["value"] is None
    for name in ("报告.xlsx", "报告.csv", "报告.pdf"):
        cli("report", "2021", "-o", str(tmp_path / name))
        assert (tmp_path / name).stat().st_size > 1000


def test_the_register_is_verified_and_the_computer_described(cli: Cli) -> None:
    cli.add("complaints", *COMPLAINT)
    found = cli.json("verify")
    assert {"ok", "database", "audit", "attachments", "numbers", "problems"} <= set(found)
    assert found["ok"] is True
    assert found["problems"] == []
    told = cli.json("doctor", "--as-of", "2026-6-1")
    assert {"version", "data", "database", "calendar", "fonts", "free_bytes"} <= set(told)
    assert set(told["calendar"]) == {"from", "to"}
    assert told["database"]["records"]["complaints"] == 1
    assert {font["face"] for font in told["fonts"]} >= {"song", "fang", "hei", "kai"}


def test_a_damaged_audit_line_is_a_finding(cli: Cli) -> None:
    from sqlcipher3 import dbapi2

    cli.add("complaints", *COMPLAINT)
    connection = dbapi2.connect(str(cli.data / "register.db"))
    connection.execute("UPDATE audit SET who = 'x' WHERE seq = 2")
    connection.commit()
    connection.close()
    found = cli.json("verify", status=1)
    assert (found["ok"], found["audit"], found["database"]) == (False, False, True)
    assert set(found["problems"][0]) == {"part", "message"}


def test_the_program_tries_itself(cli: Cli) -> None:
    found = cli.json("selftest")
    assert found["ok"] is True
    assert [step["name"] for step in found["steps"]] == [
        *("登记", "打印", "读回", "查找", "导出导入", "备份", "恢复", "核验"),
    ]
    assert len(cli("selftest").splitlines()) == 8


def test_a_backup_comes_back_and_what_lay_there_is_kept(cli: Cli, tmp_path: Path) -> None:
    number = cli.add("complaints", *COMPLAINT)
    copy = str(tmp_path / "备份.zip")
    assert cli.json("backup", copy)["counts"]["complaints"] == 1
    cli.add("complaints", *COMPLAINT)
    found = cli.json("restore", copy)
    assert Path(found["kept"], "register.db").exists()
    assert [row["number"] for row in cli.json("list", "complaints")["rows"]] == [number]
    cli.data = tmp_path / "elsewhere"
    assert cli.json("restore", copy)["kept"] is None
    assert cli.json("verify")["ok"] is True


@pytest.mark.slow
def test_the_sample_year_fills_an_empty_folder_and_no_other(cli: Cli) -> None:
    found = cli.json("demo", "2021")
    assert set(found) == {"year", "cut_off", "bureau", "counts"}
    assert cli.json("list", "cases", "--limit", "0")["total"] == found["counts"]["cases"]
    figures = {f["key"]: f["value"] for f in cli.json("report", "2021", "--cut-off", "2021-12-16")["figures"]}
    published = {"inspection_visits": 381, "cases_preventive": 436, "penalty_total_fen": 843_120_000}
    assert {key: figures[key] for key in published} == published
    assert "只能放进空的文件夹" in cli("demo", status=2)
