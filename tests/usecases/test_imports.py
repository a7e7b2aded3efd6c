"""Workbooks in: the good rows taken whole, the bad ones named, everything taken back on request."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from qtapp.domain.complaints import Complaint
from qtapp.domain.enterprises import Enterprise
from qtapp.domain.errors import Refused
from qtapp.domain.kinds import Kind
from qtapp.domain.officers import Certificate, Officer
from qtapp.domain.plain import without_sealed
from qtapp.domain.record import Record
from qtapp.store.store import Store, Work
from qtapp.usecases import imports
from qtapp.usecases.complaints import register_complaint, void_complaint
from qtapp.usecases.enterprises import enter_enterprise
from qtapp.usecases.imports import Rehearsed, Report
from qtapp.usecases.office import Office
from tests.usecases import thread as t

LEDGER = (
    ("海岱市2021年安全生产举报台账", None, None, None, None, None),
    ("序号", "举报时间", "举报渠道", "单位名称", "反映内容", "身份证号"),
    (1, "2021.9.1", "来电", "岱山机械厂 ", "仓库堵塞消防通道", None),
    (2, datetime(2021, 9, 2, 10, 5), "托人带话", "䶮光纺织厂", "无证电焊", None),
    (None, None, None, None, None, None),
    (3, "2021年9月3日", "来信", "岱北船厂", None, None),
    (4, 44443, "来访", "岱北船厂", "夜间违规卸油", 3.20681e17),
    (5, "２０２１－０９－０５", "12345转办", "东港石油", "违规动火", None),
)


def written(path: Path, rows: tuple[tuple[Any, ...], ...]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def taken(work: Work, office: Office, kind: Kind, path: Path) -> Report:
    return imports.take_in(work, office, kind, imports.read_file(kind, path), path.name)


def test_a_ledger_as_offices_keep_it(work: Work, office: Office, tmp_path: Path) -> None:
    report = taken(work, office, Kind.COMPLAINT, written(tmp_path / "ledger.xlsx", LEDGER))
    assert (report.accepted, report.rejected) == (2, 3)
    told = {(refusal.row, refusal.column): refusal for refusal in report.refusals}
    assert set(told) == {(4, "举报渠道"), (6, "反映内容"), (7, "身份证号")}
    assert told[4, "举报渠道"].value == "托人带话"
    assert "来电" in told[4, "举报渠道"].reason
    assert "科学计数法" in told[7, "身份证号"].reason
    kept = work.of(Complaint).all()
    assert [(c.target_name, c.received_at) for c in kept] == [
        ("岱山机械厂", datetime(2021, 9, 1)),
        ("东港石油", datetime(2021, 9, 5)),
    ]
    assert [c.number for c in kept] == ["应急举〔2021〕1号", "应急举〔2021〕2号"]


def test_the_rejected_rows_come_back_as_a_workbook_with_the_reasons(
    work: Work, office: Office, tmp_path: Path
) -> None:
    path = written(tmp_path / "ledger.xlsx", LEDGER)
    table = imports.read_file(Kind.COMPLAINT, path)
    report = imports.take_in(work, office, Kind.COMPLAINT, table, path.name)
    imports.write_rejected(table, report, tmp_path / "rejected.xlsx")
    rows = list(load_workbook(tmp_path / "rejected.xlsx").worksheets[0].iter_rows(values_only=True))
    assert rows[0][-1] == "退回原因"
    assert [row[3] for row in rows[1:]] == ["䶮光纺织厂", "岱北船厂", "岱北船厂"]
    assert "请填写" in str(rows[2][-1])


def test_a_trial_shows_the_same_report_and_keeps_nothing(
    store: Store, office: Office, tmp_path: Path
) -> None:
    path = written(tmp_path / "ledger.xlsx", LEDGER)
    table = imports.read_file(Kind.COMPLAINT, path)
    with pytest.raises(Rehearsed) as rehearsed, store.working() as work:
        imports.take_in(work, office, Kind.COMPLAINT, table, path.name, trial=True)
    with store.working() as work:
        assert work.of(Complaint).count() == 0
        real = imports.take_in(work, office, Kind.COMPLAINT, table, path.name)
    assert real.refusals == rehearsed.value.report.refusals
    assert real.accepted == rehearsed.value.report.accepted


def test_an_import_is_taken_back_with_its_numbers(work: Work, office: Office, tmp_path: Path) -> None:
    register_complaint(work, Complaint(content="先", target_name="甲", received_at=datetime(2021, 1, 1)))
    report = taken(work, office, Kind.COMPLAINT, written(tmp_path / "ledger.xlsx", LEDGER))
    assert imports.undo(work, report.id) == 2
    assert work.of(Complaint).count() == 1
    following = register_complaint(
        work, Complaint(content="后", target_name="乙", received_at=datetime(2021, 1, 2))
    )
    assert following.number == "应急举〔2021〕2号"
    assert not work.numbers.problems()
    with pytest.raises(Refused, match="已经撤销"):
        imports.undo(work, report.id)


def test_an_import_on_which_something_was_built_stays(work: Work, office: Office, tmp_path: Path) -> None:
    report = taken(work, office, Kind.COMPLAINT, written(tmp_path / "ledger.xlsx", LEDGER))
    void_complaint(work, work.of(Complaint).all()[0].id, "重复")
    with pytest.raises(Refused, match="不能撤销"):
        imports.undo(work, report.id)
    assert work.of(Complaint).count() == 2


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
@pytest.mark.parametrize(
    "kind",
    [
        Kind.COMPLAINT,
        Kind.ENTERPRISE,
        Kind.OFFICER,
        Kind.CERTIFICATE,
        Kind.INSPECTION,
        Kind.CASE,
        Kind.DEPARTMENT,
    ],
)
def test_export_then_import_gives_the_same_register(
    store: Store, office: Office, tmp_path: Path, kind: Kind, suffix: str
) -> None:
    path = tmp_path / f"register.{suffix}"
    with store.working() as work:
        t.thread(work, office)
        for firm in ("䶮𬭎㛃𠅤𡉃有限公司", "=1+1厂", "+86贸易行"):
            enter_enterprise(work, Enterprise(name=firm))
        before = [without_sealed(record) for record in work.of_kind(kind).all()]
        imports.export(work, kind, path)
        _emptied(work, kind)
        report = taken(work, office, kind, path)
        after = work.of_kind(kind).all()
    assert report.refusals == ()
    assert [_bare(record) for record in after] == [_bare(record) for record in before]


def _emptied(work: Work, kind: Kind) -> None:
    for record in work.of_kind(kind).all():
        work.of_kind(kind).remove(record)
        work.numbers.release(kind, {record.id}, "试验")
    work.database.execute_sql("DELETE FROM number WHERE kind = ?", (kind.value,))


def _bare(record: Record) -> Record:
    """Without what the database gives a row anew: its id and count of changes."""
    return replace(record, id=0, version=0)


def test_officers_and_their_certificates_come_in_by_name(work: Work, office: Office, tmp_path: Path) -> None:
    people = written(
        tmp_path / "people.xlsx",
        (
            ("姓名", "所在科室", "入职日期"),
            ("张䶮", "执法大队", "2020.1.1"),
            ("李𬭎", "执法大队", "2020.1.1"),
        ),
    )
    cards = written(
        tmp_path / "cards.xlsx",
        (
            ("证件编号", "姓名", "发证日期", "有效期至"),
            ("10060001", "张䶮", date(2024, 1, 1), "2029年1月1日"),
            ("10060002", "无此人", date(2024, 1, 1), "2029-1-1"),
            ("10060003", "李𬭎", "2029-1-1", "2024-1-1"),
        ),
    )
    assert taken(work, office, Kind.OFFICER, people).accepted == 2
    report = taken(work, office, Kind.CERTIFICATE, cards)
    assert {(r.row, r.column) for r in report.refusals} == {(3, "姓名"), (4, "有效期至")}
    [card] = work.of(Certificate).all()
    assert work.of(Officer).get(card.officer_id).name == "张䶮"


def test_a_wrong_check_digit_is_told_with_its_row(work: Work, office: Office, tmp_path: Path) -> None:
    firms = written(
        tmp_path / "firms.xlsx",
        (
            ("企业名称", "信用代码"),
            ("甲厂", "91000000MA1X00007D"),
            ("乙厂", "91000000MA1X00007E"),
            ("甲厂", ""),
        ),
    )
    report = taken(work, office, Kind.ENTERPRISE, firms)
    assert report.accepted == 1
    assert {(r.row, r.column) for r in report.refusals} == {(3, "信用代码"), (4, "企业名称")}
