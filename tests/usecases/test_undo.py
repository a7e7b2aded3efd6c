"""An import is taken back only while nothing stands upon what it brought."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from qtapp.domain.cases import Case
from qtapp.domain.complaints import Complaint
from qtapp.domain.errors import Invalid, Refused
from qtapp.domain.inspections import Inspection
from qtapp.domain.kinds import Kind
from qtapp.domain.officers import Certificate, Handler, Officer
from qtapp.domain.study import Attendance, Session
from qtapp.store.store import Work
from qtapp.usecases import imports
from qtapp.usecases.cases import case_from_inspection, open_case
from qtapp.usecases.complaints import register_complaint
from qtapp.usecases.inspections import register_inspection
from qtapp.usecases.office import Office
from qtapp.usecases.officers import enter_officer
from qtapp.usecases.study import call_roll, register_session
from tests.usecases.test_imports import taken, written

FIRMS = (("企业名称",), ("甲厂",), ("乙厂",))
PEOPLE = (("姓名", "科室", "到岗日期"), ("张䶮", "执法大队", "2020-1-1"), ("李𬭎", "执法大队", "2020-1-1"))
CARDS = (
    ("证号", "姓名", "发证日期", "有效期至"),
    ("10060001", "张䶮", "2024-1-1", "2029-1-1"),
    ("10060002", "李𬭎", "2024-1-1", "2029-1-1"),
)
VISIT = Inspection(
    target_name="甲厂",
    place="车间",
    started_at=datetime(2026, 2, 4, 9, 30),
    officers=(Handler(name="张䶮"), Handler(name="李𬭎")),
)
COMPLAINT = Complaint(target_name="甲厂", content="堵塞", received_at=datetime(2026, 2, 2, 9, 30))


@pytest.fixture
def come_in(work: Work, office: Office, tmp_path: Path) -> Callable[..., int]:
    def come_in(kind: Kind, rows: tuple[tuple[object, ...], ...]) -> int:
        report = taken(work, office, kind, written(tmp_path / "ledger.xlsx", rows))
        assert report.refusals == ()
        return report.id

    return come_in


ComeIn = Callable[[Kind, tuple[tuple[object, ...], ...]], int]


def test_officers_and_certificates_that_stand_on_an_inspection_stay(
    work: Work, office: Office, come_in: ComeIn
) -> None:
    people, cards = come_in(Kind.OFFICER, PEOPLE), come_in(Kind.CERTIFICATE, CARDS)
    visit = register_inspection(work, office, VISIT)
    for import_id in (cards, people):
        with pytest.raises(Refused, match="不能撤销"):
            imports.undo(work, import_id)
    work.of(Inspection).remove(visit)
    with pytest.raises(Refused, match=r"张䶮.* 已用在执法证件 10060001 里"):
        imports.undo(work, people)
    assert imports.undo(work, cards) == 2
    assert imports.undo(work, people) == 2
    assert (work.of(Officer).count(), work.of(Certificate).count()) == (0, 0)


def test_officers_who_were_called_stay(work: Work, come_in: ComeIn) -> None:
    people = come_in(Kind.OFFICER, PEOPLE)
    session = register_session(
        work, Session(held_on=date(2026, 2, 27), place="会议室", topic="新法", host="施一")
    )
    call_roll(work, session.id, [])
    with pytest.raises(Refused, match="已用在学习点名"):
        imports.undo(work, people)


def test_a_firm_that_a_complaint_or_a_case_names_stays(work: Work, office: Office, come_in: ComeIn) -> None:
    firms = come_in(Kind.ENTERPRISE, FIRMS)
    complaint = register_complaint(work, COMPLAINT)
    with pytest.raises(Refused, match=f"甲厂.* 已用在举报 {complaint.number} 里"):
        imports.undo(work, firms)
    work.of(Complaint).remove(complaint)
    come_in(Kind.OFFICER, PEOPLE)
    come_in(Kind.CERTIFICATE, CARDS)
    visit = register_inspection(work, office, VISIT)
    case = open_case(work, office, replace(case_from_inspection(work, visit.id), cause="无证", facts="无"))
    work.of(Inspection).remove(visit)
    with pytest.raises(Refused, match=f"已用在案件 {case.reference} 里"):
        imports.undo(work, firms)


def test_what_was_there_before_does_not_stand_upon_an_import(work: Work, come_in: ComeIn) -> None:
    register_complaint(work, COMPLAINT)
    enter_officer(work, Officer(name="王㛃", department="危化科", joined_on=date(2020, 1, 1)))
    firms, departments = (
        come_in(Kind.ENTERPRISE, FIRMS),
        come_in(Kind.DEPARTMENT, (("科室名称",), ("危化科",))),
    )
    assert imports.undo(work, firms) == 2
    assert imports.undo(work, departments) == 1


def test_a_department_to_which_somebody_belongs_stays(work: Work, come_in: ComeIn) -> None:
    departments = come_in(Kind.DEPARTMENT, (("科室名称",), ("危化科",), ("法制科",)))
    enter_officer(work, Officer(name="王㛃", department="危化科", joined_on=date(2020, 1, 1)))
    with pytest.raises(Refused, match=r"危化科.* 已用在人员"):
        imports.undo(work, departments)


def test_a_complaint_that_a_later_one_repeats_stays(work: Work, come_in: ComeIn) -> None:
    rows = (("举报时间", "单位名称", "举报内容"), ("2026-2-1", "甲厂", "堵塞"))
    complaints = come_in(Kind.COMPLAINT, rows)
    [first] = work.of(Complaint).all()
    again = register_complaint(work, replace(COMPLAINT, earlier_number=first.number))
    with pytest.raises(Refused, match=again.number):
        imports.undo(work, complaints)


def test_the_same_file_can_come_in_and_be_taken_back_again(work: Work, come_in: ComeIn) -> None:
    rows = (
        ("登记编号", "举报时间", "单位名称", "举报内容"),
        ("应急举〔2026〕4号", "2026-2-1", "甲厂", "堵塞"),
        ("应急举〔2026〕6号", "2026-2-1", "乙厂", "堵塞"),
    )
    for _ in range(3):
        assert imports.undo(work, come_in(Kind.COMPLAINT, rows)) == 2
    assert register_complaint(work, COMPLAINT).number == "应急举〔2026〕1号"


def test_what_an_inspection_said_of_its_complaint_is_taken_back(work: Work, come_in: ComeIn) -> None:
    come_in(Kind.OFFICER, PEOPLE)
    come_in(Kind.CERTIFICATE, CARDS)
    complaint = register_complaint(work, COMPLAINT)
    rows = (
        ("检查编号", "举报登记编号", "被检查单位", "检查场所", "检查开始时间", "检查人员", "检查类型"),
        (
            "应急检记〔2026〕1号",
            complaint.number,
            "甲厂",
            "车间",
            "2026-2-4 9:30",
            "张䶮、李𬭎",
            "举报核查",
        ),
    )
    visits = come_in(Kind.INSPECTION, rows)
    assert work.of(Complaint).get(complaint.id).outcome_number == "应急检记〔2026〕1号"
    imports.undo(work, visits)
    assert work.of(Complaint).get(complaint.id).outcome_number == ""


def test_a_ledger_with_its_newest_number_on_top_comes_in_whole(work: Work, come_in: ComeIn) -> None:
    rows = tuple((f"应急学〔2026〕{n}号", "2026-2-6", "会议室", "新法", "施一") for n in range(600, 0, -1))
    come_in(Kind.SESSION, (("编号", "学习日期", "地点", "学习内容", "主持人"), *rows))
    assert work.numbers.problems() == []
    assert work.of(Session).count() == 600


def test_a_row_refused_for_its_number_leaves_nothing_behind(
    work: Work, office: Office, tmp_path: Path
) -> None:
    rows = (
        ("登记编号", "举报时间", "单位名称", "举报内容"),
        ("应急举〔2020〕1号", "2021-2-1", "甲厂", "堵塞"),
        ("应急举〔2021〕1000号", "2021-2-1", "乙厂", "堵塞"),
        ("应急举〔2021〕01号", "2021-2-1", "丙厂", "堵塞"),
        ("应急举〔2021〕1号", "2021-2-1", "丁厂", "堵塞"),
        ("应急举〔2021〕1号", "2021-2-1", "戊厂", "堵塞"),
    )
    report = taken(work, office, Kind.COMPLAINT, written(tmp_path / "ledger.xlsx", rows))
    assert [(r.row, r.column) for r in report.refusals] == [(n, "登记编号") for n in (2, 3, 4, 6)]
    assert [c.target_name for c in work.of(Complaint).all()] == ["丁厂"]
    assert work.search.find("丙厂")[0] == 0
    assert work.numbers.problems() == []


def test_marks_come_in_only_with_their_session_and_person(
    work: Work, office: Office, come_in: ComeIn, tmp_path: Path
) -> None:
    come_in(Kind.OFFICER, PEOPLE)
    session = register_session(
        work, Session(held_on=date(2026, 2, 27), place="会议室", topic="新法", host="施一")
    )
    rows = (
        ("学习编号", "姓名", "出勤"),
        (session.number, "张䶮", "请假"),
        (session.number, "无此人", "到"),
        ("应急学〔2026〕7号", "李𬭎", "到"),
    )
    report = taken(work, office, Kind.ATTENDANCE, written(tmp_path / "roll.xlsx", rows))
    assert {(r.row, r.column) for r in report.refusals} == {(3, "姓名"), (4, "学习编号")}
    assert [mark.officer_name for mark in work.of(Attendance).all()] == ["张䶮"]


def test_a_case_that_cannot_be_kept_leaves_no_number(work: Work, office: Office) -> None:
    with pytest.raises(Invalid):
        open_case(work, office, Case(number="应急立〔2026〕1号"))
    assert not work.numbers.taken("应急立〔2026〕1号")
