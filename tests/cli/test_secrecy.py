"""The informant's name stands nowhere but in the envelope and on the keeper's own print."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from openpyxl import load_workbook
from pypdf import PdfReader

from qtapp.app.main import run
from tests.cli.conftest import COMPLAINT, Cli

NAME, PHONE, HOME = "钭植物", "13900007788", "滨江路七弄三号后门"
PLANTED = (NAME, PHONE, HOME)
INFORMANT = (
    "anonymity=实名",
    f"informant_name={NAME}",
    f"informant_phone={PHONE}",
    f"informant_address={HOME}",
)


def bytes_below(folder: Path) -> Iterator[bytes]:
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            yield content
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    yield from (archive.read(name) for name in archive.namelist())


def assert_nowhere(folder: Path) -> None:
    for content in bytes_below(folder):
        for fact in PLANTED:
            for form in (fact.encode(), fact.encode("utf-16-le"), json.dumps(fact)[1:-1].encode()):
                assert form not in content


def words_of(path: Path) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(path).pages)


def test_the_informant_stands_in_no_byte_and_no_answer(cli: Cli, tmp_path: Path) -> None:
    number = cli.add("complaints", *COMPLAINT, *INFORMANT)
    out = tmp_path / "out"
    out.mkdir()
    answers = [
        cli("show", number),
        cli("list", "complaints"),
        json.dumps(cli.json("show", number), ensure_ascii=False),
        json.dumps(cli.json("list", "complaints"), ensure_ascii=False),
        *(json.dumps(cli.json("search", fact), ensure_ascii=False) for fact in ("消防", NAME[:2], "7788")),
        cli("search", NAME),
    ]
    assert cli.json("search", NAME)["total"] == 0
    cli("export", "complaints", str(out / "a.xlsx"))
    cli("export", "complaints", str(out / "a.csv"))
    cli("backup", str(out / "b.zip"))
    cli("print", number, "-o", str(out / "c.pdf"))
    assert not any(fact in answer for fact in PLANTED for answer in answers)
    assert cli.json("show", number)["informant_name"] == "（密封）"
    assert_nowhere(cli.data)
    assert_nowhere(out)
    assert "（密封）" in words_of(out / "c.pdf")
    assert not any(fact in words_of(out / "c.pdf") for fact in PLANTED)
    headings = [cell.value for cell in next(load_workbook(out / "a.xlsx").worksheets[0].iter_rows())]
    assert "举报人姓名" not in headings


def test_the_keeper_prints_the_identity_once_and_it_is_logged_and_not_kept(cli: Cli, tmp_path: Path) -> None:
    number = cli.add("complaints", *COMPLAINT, *INFORMANT)
    opened = tmp_path / "opened.pdf"
    cli("print", number, "--form", "complaint_register", "--reason", "当面答复举报人", "-o", str(opened))
    assert all(fact in words_of(opened) for fact in PLANTED)
    history = [(line["act"], line["changes"]) for line in cli.json("show", number)["timeline"]]
    assert history.count(("查看密封信息", {"理由": "当面答复举报人"})) == 1
    assert_nowhere(cli.data)
    cli("print", number, "-o", str(tmp_path / "again.pdf"))
    assert NAME not in words_of(tmp_path / "again.pdf")
    cli("backup", str(tmp_path / "out.zip"))
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert not [name for name in archive.namelist() if "key" in name]


def test_without_the_keepers_key_nobody_opens_the_envelope(cli: Cli, tmp_path: Path) -> None:
    number = cli.add("complaints", *COMPLAINT, *INFORMANT)
    (cli.data / "keys" / "keeper.key").unlink()
    told = cli("print", number, "--reason", "好奇", "-o", str(tmp_path / "a.pdf"), status=2)
    assert "没有保管钥匙" in told
    assert not (tmp_path / "a.pdf").exists()


def test_a_reason_is_refused_where_no_informant_stands(cli: Cli, tmp_path: Path) -> None:
    session = cli.add("sessions", "held_on=2026-3-4", "place=会议室", "topic=安全生产法", "host=施四")
    told = cli("print", session, "--reason", "好奇", "-o", str(tmp_path / "a.pdf"), status=2)
    assert "不用写 --reason" in told


def test_a_refused_entry_does_not_repeat_what_is_sealed(cli: Cli) -> None:
    told = cli("add", "complaints", "--set", *COMPLAINT, *INFORMANT, "channel=飞鸽", status=2)
    assert not any(fact in told for fact in PLANTED)
    told = cli(
        "add",
        "complaints",
        "--set",
        *COMPLAINT,
        "anonymity=要求保密",
        f"informant_name={NAME * 30}",
        status=2,
    )
    assert NAME not in told
    assert_nowhere(cli.data)


def test_an_older_register_of_the_office_brings_its_informants_under_seal(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    path.write_text(
        "举报方式,接报时间,被举报单位,举报内容,是否匿名,举报人姓名,举报人电话\n"
        f"来电,2026-3-1,岱山机械厂,通道堵塞,实名,{NAME},{PHONE}\n",
        "utf-8",
    )
    assert run(["import", "complaints", str(path), "--data", str(cli.data)]) == 0
    assert_nowhere(cli.data)
