"""One thread through the house, for tests: a bureau, three officers, a firm, a complaint and what follows."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from qtapp.domain.bureau import Bureau
from qtapp.domain.cases import Case, Decision, Evidence, Step, StepKind
from qtapp.domain.complaints import Complaint, Instruction
from qtapp.domain.enterprises import Enterprise
from qtapp.domain.inspections import Finding, Inspection
from qtapp.domain.officers import Certificate, Handler, Officer
from qtapp.store.store import Work
from qtapp.usecases import cases, complaints, inspections
from qtapp.usecases.bureau import set_up
from qtapp.usecases.enterprises import enter_enterprise
from qtapp.usecases.office import Office
from qtapp.usecases.officers import enter_certificate, enter_officer

BUREAU = Bureau(
    name="海岱市应急管理局",
    area="岱",
    region="海岱市",
    government="海岱市人民政府",
    court="海岱市人民法院",
    address="海岱市人民路1号",
    phone="0000-83310000",
    fine_bank="海岱农商银行",
    fine_account_name="海岱市财政局",
    fine_account="3206000011112222",
)
CODE = "91000000MA1X00007D"
INFORMANT = "甄密名"
OFFICERS = ("张䶮", "李𬭎", "王㛃")


@dataclass(frozen=True)
class Thread:
    complaint: Complaint
    inspection: Inspection
    case: Case


def found(work: Work) -> None:
    """The bureau, its officers with valid certificates, and the firm."""
    set_up(work, BUREAU, ("办公室", "执法大队"))
    for place, name in enumerate(OFFICERS, start=1):
        officer = enter_officer(work, Officer(name=name, department="执法大队", joined_on=date(2020, 1, 1)))
        enter_certificate(
            work,
            Certificate(
                number=f"10060000{place:02d}",
                officer_id=officer.id,
                issued_on=date(2024, 1, 1),
                expires_on=date(2029, 1, 1),
            ),
        )
    enter_enterprise(
        work,
        Enterprise(
            name="岱山机械厂",
            credit_code=CODE,
            address="海岱市东港镇工业路8号",
            legal_rep="钱六",
            legal_rep_title="厂长",
            phone="13000000000",
        ),
    )


def complained(work: Work) -> Complaint:
    kept = complaints.register_complaint(
        work,
        Complaint(
            channel="来电",
            anonymity="实名",
            informant_name=INFORMANT,
            informant_phone="13900000000",
            received_at=datetime(2026, 2, 2, 9, 30),
            content="夜班工人反映该厂仓库堵塞消防通道",
            transfer_text="反映该厂仓库堵塞消防通道",
            target_name="岱山机械厂",
            target_address="海岱市东港镇工业路8号",
            occurred="东侧仓库",
            category=("事故隐患",),
        ),
    )
    complaints.record_instruction(
        work,
        kept.id,
        Instruction(
            chief="施一",
            leader="顾二",
            department="执法大队",
            requirement="依法查处",
            due_on=date(2026, 2, 20),
            instructed_on=date(2026, 2, 3),
        ),
    )
    return complaints.assign(work, kept.id, date(2026, 2, 3))


def inspected(work: Work, office: Office, complaint: Complaint) -> Inspection:
    draft = inspections.inspection_from(work, complaint.id)
    return inspections.register_inspection(
        work,
        office,
        replace(
            draft,
            started_at=datetime(2026, 2, 4, 9, 30),
            ended_at=datetime(2026, 2, 4, 11, 5),
            officers=(Handler(name=OFFICERS[0]), Handler(name=OFFICERS[1])),
            findings=(Finding(text="东侧仓库堆放纸箱，堵塞消防通道"), Finding(text="二层应急照明损坏3只")),
            summary="对该单位东侧仓库进行了现场检查。",
            measure="责令限期整改",
            rectify_by=date(2026, 2, 18),
        ),
    )


def opened(work: Work, office: Office, inspection: Inspection) -> Case:
    draft = cases.case_from_inspection(work, inspection.id)
    item = office.law.penalties.find("培训", date(2026, 2, 4))[0]
    violation = cases.violation_of(
        office, item.code, date(2026, 2, 4), "未按规定对从业人员进行安全生产教育和培训"
    )
    return cases.open_case(
        work,
        office,
        replace(
            draft,
            cause="未按规定对从业人员进行安全生产教育和培训",
            violations=(replace(violation, violated=violation.violated or "《安全生产法》的有关规定"),),
            facts="该厂未对2名新进叉车司机进行培训即安排上岗作业。",
            discretion="首次违法，涉及2人，按第一档处罚。",
            defence="当事人未提出陈述申辩。",
            legal_review="事实清楚，证据确凿。",
            decisions=(Decision(party="岱山机械厂", kinds=("罚款",), fine_fen=2_000_000),),
            evidence=(*draft.evidence, Evidence(name="询问笔录", count="2份")),
        ),
    )


def walked(work: Work, office: Office, case: Case, last: StepKind = StepKind.DECISION) -> Case:
    """The case after its steps, three days apart."""
    for place, kind in enumerate(StepKind):
        day = date(2026, 2, 6) + timedelta(days=3 * place)
        case = cases.take_step(
            work, office, case.id, Step(kind=kind, taken_on=day, person="顾二", opinion="同意。")
        )
        if kind is last:
            break
    return case


def thread(work: Work, office: Office) -> Thread:
    """Complaint, inspection and case, decided."""
    found(work)
    complaint = complained(work)
    inspection = inspected(work, office, complaint)
    case = walked(work, office, opened(work, office, inspection))
    return Thread(work.of(Complaint).get(complaint.id), work.of(Inspection).get(inspection.id), case)
