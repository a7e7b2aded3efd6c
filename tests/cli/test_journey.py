"""The first journey: from the telephone to the closed case, on the command line alone."""

from pathlib import Path

from pypdf import PdfReader

from tests.cli.conftest import COMPLAINT, Cli


def words_of(path: Path) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(path).pages)


ITEM = (
    'violations=[{"act_on":"2024-03-05","fact":"堵塞疏散通道","violated":"《安全生产法》第四十二条",'
    '"basis":"《安全生产法》第一百零五条"}]'
)
FINE = 'decisions=[{"party":"岱山机械厂","kinds":["罚款"],"fine_fen":2000000}]'


def test_a_complaint_becomes_an_inspection_and_a_case_and_is_closed(staffed: Cli, tmp_path: Path) -> None:
    cli = staffed
    complaint = cli.add("complaints", *COMPLAINT, "received_at=2024-3-2 9:30")
    assert complaint == "岱应急举〔2024〕1号"
    cli(
        *("instruct", complaint, "--set", "chief=施四", "leader=许五", "department=执法大队"),
        *("requirement=依法查处", "instructed_on=2024-3-3"),
    )
    shown = cli.json("show", complaint)
    assert (shown["state"], shown["due_on"]) == ("待交办", "2024-03-18")
    cli("assign", complaint, "--on", "2024-3-3")

    inspection = cli.add(
        *("inspections", "officers=沈一、顾二", "started_at=2024-3-5 9:00", "ended_at=2024-3-5 10:00"),
        *("findings=疏散通道堵塞；应急灯损坏", "measure=责令限期整改", "rectify_by=2024-3-20"),
        origin=complaint,
    )
    assert inspection == "（岱）应急检记〔2024〕1号"
    assert [f["text"] for f in cli.json("show", inspection)["findings"]] == ["疏散通道堵塞", "应急灯损坏"]

    case = cli.add(
        *("cases", "cause=堵塞疏散通道", ITEM, FINE, "discretion=初次违法，已整改", "defence=未陈述申辩"),
        *("legal_review=事实清楚",),
        origin=inspection,
    )
    assert case == "案件-1"
    for step, day in (("立案", "6"), ("呈批", "9"), ("告知", "10"), ("决定", "20"), ("结案", "25")):
        cli("step", case, step, "--on", f"2024-3-{day}", "--person", "施四", "--opinion", "同意")
    closed = cli.json("show", case)
    assert (closed["number"], closed["state"]) == ("（岱）应急立〔2024〕1号", "已结案")
    assert closed["decisions"][0]["number"] == "（岱）应急罚〔2024〕1号"
    assert closed["total_fen"] == 2_000_000

    cli("result", complaint, "--set", "finding=属实", "result=已立案处罚", "result_on=2024-3-25")
    cli("reply", complaint, "--set", "reply=电话答复，无异议", "replied_on=2024-3-26")
    cli("close", complaint, "--on", "2024-3-26")
    assert cli.json("show", complaint)["state"] == "已办结"

    figures = {f["key"]: f["value"] for f in cli.json("report", "2024")["figures"]}
    assert figures["inspection_visits"] == figures["cases_preventive"] == figures["complaints_closed"] == 1
    assert figures["penalty_total_fen"] == 2_000_000
    assert cli.json("verify")["ok"] is True


def test_steps_out_of_order_are_refused(staffed: Cli) -> None:
    complaint = staffed.add("complaints", *COMPLAINT)
    assert "现为“待阅批”，不能交办" in staffed("assign", complaint, status=2)
    told = staffed("instruct", complaint, "--set", "chief=施四", status=2)
    assert "请填写“负责查处的分管领导”" in told
    case = staffed.add(
        *("cases", "cause=堵塞疏散通道", "parties=岱山机械厂", "handlers=沈一、顾二", "facts=堵塞"),
        "discovered_on=2024-3-5",
    )
    wrong = staffed("step", case, "决定", "--person", "施四", "--opinion", "同意", status=2)
    assert "下一步是“立案”" in wrong
    assert "请填写“审批（经办）人”" in staffed("step", case, "立案", status=2)
    assert "是举报，这个命令只用于案件" in staffed("step", complaint, "立案", status=2)


def test_all_papers_of_a_case_are_printed_in_order_and_again_the_same(staffed: Cli, tmp_path: Path) -> None:
    cli = staffed
    case = cli.add(
        *("cases", "cause=堵塞疏散通道", "parties=岱山机械厂", "handlers=沈一、顾二", "facts=疏散通道堵塞"),
        *(
            "discovered_on=2024-3-5",
            ITEM,
            FINE,
            "discretion=初次违法",
            "defence=未陈述申辩",
            "evidence=现场检查记录",
        ),
    )
    first = cli.json("print", case, "-o", str(tmp_path / "0.pdf"))
    assert first["forms"] == ["case_filing_approval"]
    for step, day in (("立案", "6"), ("呈批", "9"), ("告知", "10")):
        cli("step", case, step, "--on", f"2024-3-{day}", "--person", "施四", "--opinion", "同意")
    number = cli.json("show", case)["number"]
    assert number == "（岱）应急立〔2024〕1号"
    notice = tmp_path / "1.pdf"
    told = cli.json("print", number, "--form", "penalty_notice", "-o", str(notice))
    assert told["forms"] == ["penalty_notice"]
    assert "岱山机械厂" in words_of(notice)
    cli("print", number, "--form", "penalty_notice", "-o", str(tmp_path / "2.pdf"))
    assert notice.read_bytes() == (tmp_path / "2.pdf").read_bytes()
    document = cli.json("list", "documents", "--where", "form=penalty_notice")["rows"][0]
    cli("print", document["number"] or document["reference"], "-o", str(tmp_path / "3.pdf"))
    assert notice.read_bytes() == (tmp_path / "3.pdf").read_bytes()
    whole = cli.json("print", number, "-o", str(tmp_path / "4.pdf"))
    assert {"case_filing_approval", "penalty_notice"} <= set(whole["forms"])
    assert "行政处罚告知书" in words_of(tmp_path / "4.pdf")

    cli("void", document["reference"], "--reason", "文号印错")
    assert "已作废（文号印错），不能再打印" in cli(
        "print", f"文书-{document['id']}", "-o", str(tmp_path / "5.pdf"), status=2
    )


def test_a_served_paper_with_an_open_field_is_refused_and_takes_no_number(cli: Cli, tmp_path: Path) -> None:
    for name in ("沈一", "顾二"):
        cli.add("officers", f"name={name}", "department=执法大队", "joined_on=2019-1-1")
        cli.add(
            *("certificates", f"number=D{name}", f"officer_name={name}"),
            *("issued_on=2020-1-1", "expires_on=2099-1-1"),
        )
    inspection = cli.add(
        *("inspections", "target_name=岱山机械厂", "place=厂区", "officers=沈一、顾二"),
        *("started_at=2024-3-5 9:00", "findings=通道堵塞", "measure=责令限期整改", "rectify_by=2024-3-20"),
    )
    told = cli("print", inspection, "--form", "rectification_order", "-o", str(tmp_path / "a.pdf"), status=2)
    assert "还没有填写" in told
    assert not (tmp_path / "a.pdf").exists()
    assert cli.json("list", "documents")["total"] == 0


def test_the_roll_is_called_by_exception(staffed: Cli) -> None:
    session = staffed.add("sessions", "held_on=2024-3-4", "place=会议室", "topic=安全生产法", "host=施四")
    told = staffed.json("roll", session, "--mark", "顾二=请假:出差")
    assert (told["expected"], told["present"]) == (2, 1)
    marks = staffed.json("list", "attendance", "--where", "mark=请假")["rows"]
    assert [(m["officer_name"], m["reason"]) for m in marks] == [("顾二", "出差")]
    assert "不在册" in staffed("roll", session, "--mark", "无名=缺席", status=2)
    assert "不能是“逃”" in staffed("roll", session, "--mark", "顾二=逃", status=2)


def test_a_mistake_is_corrected_or_voided(staffed: Cli) -> None:
    number = staffed.add("complaints", *COMPLAINT)
    staffed("change", number, "--set", "被举报单位地址=滨江路9号")
    assert staffed.json("show", number)["target_address"] == "滨江路9号"
    assert "密封" in staffed("change", number, "--set", "informant_name=x", status=2)
    assert "写明原因" in staffed("void", number, status=2)
    staffed("void", number, "--reason", "重复登记")
    assert staffed.json("show", number)["state"] == "已作废"
    assert staffed.add("complaints", *COMPLAINT).endswith("2号")


def test_a_complaint_brings_its_number_from_an_older_ledger(staffed: Cli) -> None:
    number = "岱应急举〔2023〕41号"
    assert staffed.add("complaints", *COMPLAINT, f"number={number}", "received_at=2023-11-3") == number
    assert staffed.add("complaints", *COMPLAINT, "received_at=2023-12-3") == "岱应急举〔2023〕42号"
