"""Records and facts to fill forms with: little text, the usual amount, and far too much of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, cast

from qtapp.domain.bureau import Bureau
from qtapp.domain.cases import Case, Decision, Evidence, Origin, Party, Source, Step, StepKind, Violation
from qtapp.domain.complaints import Anonymity, Channel, Complaint
from qtapp.domain.inspections import Finding, Inspection
from qtapp.domain.kinds import Kind
from qtapp.domain.officers import Handler, Officer
from qtapp.domain.record import Record
from qtapp.domain.study import Session
from qtapp.formkit.form import Form, FormField
from qtapp.store.store import Work
from qtapp.usecases.facts import BUILDERS, own

ON = date(2026, 3, 20)
NUMBER = "（启）应急立〔2026〕12号"
UNIT = "启东市示例船舶配套机械有限公司"
PERSON = "邱试一"

BUREAU = Bureau(
    name="启东市应急管理局",
    area="启",
    region="启东市",
    government="启东市人民政府",
    court="启东市人民法院",
    address="启东市示例路1号",
    postcode="226200",
    phone="0513-00000000",
    fine_bank="示例银行启东支行",
    fine_account_name="启东市财政局罚没收入专户",
    fine_account="320000000000000000",
)
HANDLERS = (
    Handler(name="沈试一", certificate="苏A0000001"),
    Handler(name="陆试二", certificate="苏A0000002"),
)
INFORMANT: dict[str, Any] = {
    "informant_name": "匡密闻",
    "informant_gender": "女",
    "informant_id": "320681199003070000",
    "informant_phone": "13800001234",
    "informant_address": "某镇密林村7组，226299",
    "informant_employer": "密栎家具厂",
}

COMPLAINT = Complaint(
    number="启应急举〔2026〕12号",
    channel=Channel.PHONE,
    received_at=datetime(2026, 3, 2, 9, 30),
    anonymity=Anonymity.CONFIDENTIAL,
    is_employee=True,
    wants_reply=True,
    target_name=UNIT,
    target_address="启东市滨江工业园示例路88号",
    target_contact="江试三，0513-00000001",
    occurred="2026年3月1日晚，该公司焊接车间",
    category=("事故隐患", "特种作业无证"),
    content="该公司焊接车间有三名工人没有焊接与热切割作业证上岗作业，氧气瓶与乙炔瓶混放在配电箱旁边。",
    transfer_text="反映该公司焊接车间部分作业人员无证上岗，氧气瓶与乙炔瓶混放。",
    attachments="照片3张",
    call_recording="录2026-0302-01",
    registrar="沈一",
    proposal="建议受理，交执法大队查处。",
    acceptance="受理",
    instruction="同意受理。由分管负责人牵头，执法大队十五日内查清并反馈。",
    chief="顾试四",
    instructed_on=date(2026, 3, 2),
    leader="吴试五",
    department="执法大队",
    requirement="现场核查作业人员证件和气瓶存放情况，依法处理。",
    due_on=date(2026, 3, 17),
    assigned_on=date(2026, 3, 2),
    finding="部分属实",
    result="3月5日现场核查，两名焊工未取得特种作业操作证，气瓶混放情况属实，已责令整改并立案。",
    result_on=date(2026, 3, 10),
    reply="3月12日电话告知核查结果，举报人无异议。",
    replied_on=date(2026, 3, 12),
    closed_on=date(2026, 3, 13),
)

INSPECTION = Inspection(
    number="（启）应急检记〔2026〕12号",
    target_name=UNIT,
    target_code="91320681MA1TEST00X",
    target_address="启东市滨江工业园示例路88号",
    legal_rep="江试三",
    legal_rep_title="总经理",
    phone="0513-00000001",
    place="焊接车间、气瓶间、喷漆房",
    started_at=datetime(2026, 3, 5, 9, 30),
    ended_at=datetime(2026, 3, 5, 11, 5),
    officers=HANDLERS,
    experts="华试六（高级工程师）",
    summary="2026年3月5日上午，由企业安全管理人员陪同，检查了焊接车间、气瓶间和喷漆房，查阅了安全教育培训档案。",
    findings=(
        Finding(text="两名焊工未取得特种作业操作证上岗作业。", due_on=date(2026, 3, 20)),
        Finding(text="气瓶间内氧气瓶与乙炔瓶混放，空瓶与实瓶没有分区。", due_on=date(2026, 3, 12)),
        Finding(text="喷漆房可燃气体报警装置没有按期检定。", due_on=date(2026, 3, 20)),
    ),
    measure="责令限期整改",
    rectify_by=date(2026, 3, 20),
    witness="钱试七",
)

CASE = Case(
    number=NUMBER,
    name=f"{UNIT}未按规定安排特种作业人员持证上岗案",
    cause="特种作业人员未取得操作证上岗作业",
    source=Source.INSPECTION,
    origin=Origin.PREVENTIVE,
    department="执法大队",
    discovered_on=date(2026, 3, 5),
    parties=(
        Party(
            kind="单位",
            name=UNIT,
            credit_code="91320681MA1TEST00X",
            address="启东市滨江工业园示例路88号",
            postcode="226200",
            legal_rep="江试三",
            legal_rep_title="总经理",
            phone="0513-00000001",
        ),
        Party(
            kind="个人",
            name=PERSON,
            identity_number="320681199003070000",
            address="启东市示例镇示例村3组",
            postcode="226200",
            phone="13800000002",
            gender="男",
            age=36,
            employer=UNIT,
        ),
    ),
    facts=(
        "2026年3月5日，本局执法人员对该公司进行监督检查，发现该公司焊接车间两名作业人员正在从事焊接作业，"
        "两人均未取得焊接与热切割作业的特种作业操作证。经查，两人自2026年1月起在该公司从事焊接作业，"
        "该公司未组织其参加专门的安全作业培训。"
    ),
    violations=(
        Violation(
            act_on=date(2026, 3, 5),
            fact="特种作业人员未按规定取得相应资格上岗作业",
            violated="《中华人民共和国安全生产法》第三十条第一款",
            basis="《中华人民共和国安全生产法》第九十七条第（七）项",
        ),
    ),
    evidence=(
        Evidence(name="现场检查记录", count="1份"),
        Evidence(name="询问笔录", count="3份"),
        Evidence(name="现场照片", count="6张"),
    ),
    handlers=HANDLERS,
    discretion="初次违法，责令后按期改正，未造成后果，适用裁量基准第一档。",
    defence="当事人在规定期限内没有提出陈述、申辩。",
    legal_review="事实清楚，证据确凿，适用法律正确，程序合法，同意。",
    decisions=(
        Decision(
            party=UNIT, kinds=("警告", "罚款", "没收违法所得"), fine_fen=2_000_000, confiscated_fen=168_032
        ),
        Decision(party=PERSON, kinds=("罚款",), fine_fen=500_000),
    ),
    steps=(
        Step(kind=StepKind.FILING, taken_on=date(2026, 3, 6), person="吴试五", opinion="同意立案。"),
        Step(kind=StepKind.APPROVAL, taken_on=date(2026, 3, 16), person="吴试五", opinion="同意按建议处罚。"),
        Step(kind=StepKind.NOTICE, taken_on=date(2026, 3, 17), person="沈试一", opinion="已送达。"),
        Step(kind=StepKind.DECISION, taken_on=date(2026, 3, 20), person="顾试四", opinion="同意。"),
        Step(kind=StepKind.CLOSING, taken_on=date(2026, 4, 10), person="吴试五", opinion="同意结案。"),
    ),
)

SESSION = Session(
    number="启应急学〔2026〕8号",
    held_on=date(2026, 3, 20),
    place="三楼会议室",
    topic="新修订的行政处罚程序与文书制作",
    host="吴试五",
    caller="沈一",
    content="学习行政处罚的程序和文书制作要求，结合本局案卷逐件讲评。",
    expected=23,
    present=22,
)

OFFICER = Officer(
    name="陆试二",
    gender="女",
    identity_number="320681199003070000",
    department="执法大队",
    duty="四级主办",
    phone="13800000003",
    joined_on=date(2019, 8, 1),
)

NORMAL: dict[Kind, Record] = {
    Kind.COMPLAINT: COMPLAINT,
    Kind.INSPECTION: INSPECTION,
    Kind.CASE: CASE,
    Kind.SESSION: SESSION,
    Kind.OFFICER: OFFICER,
}
SHORT: dict[Kind, Record] = {
    Kind.COMPLAINT: Complaint(
        number="启应急举〔2026〕1号",
        received_at=datetime(2026, 1, 4, 8, 0),
        target_name="某厂",
        content="无证作业。",
    ),
    Kind.INSPECTION: Inspection(
        number="（启）应急检记〔2026〕1号",
        target_name="某厂",
        place="车间",
        started_at=datetime(2026, 1, 4, 8, 0),
        officers=HANDLERS,
        summary="未发现问题。",
    ),
    Kind.CASE: Case(
        number="（启）应急立〔2026〕1号",
        cause="无证作业",
        discovered_on=date(2026, 1, 4),
        parties=(Party(name="某厂"),),
        facts="一名焊工无证作业。",
        handlers=HANDLERS,
    ),
    Kind.SESSION: Session(held_on=date(2026, 1, 4), place="会议室", topic="安全生产法", host="吴试五"),
    Kind.OFFICER: Officer(name="陆试二", department="执法大队", joined_on=date(2019, 8, 1)),
}
MORE = "检查人员逐一核对了设备台账、作业票证、培训记录和现场状况，并由在场人员确认。"
LONG_NAME = "启东市滨江新材料精细化工产业园区示例海洋工程装备与船舶配套机械制造股份有限公司"


def long_text(count: int) -> str:
    """Numbered sentences, so that a loss or a disorder of any of them shows."""
    return "".join(f"第{place}处：{MORE}" for place in range(1, count + 1))


OVERLONG: dict[Kind, Record] = {
    Kind.COMPLAINT: replace(
        COMPLAINT,
        target_name=LONG_NAME,
        target_address=f"启东市滨江新材料精细化工产业园区示例大道与示例二路交叉口东北角{LONG_NAME}厂区内三号门",
        occurred=long_text(2),
        content=long_text(20),
        transfer_text=long_text(25),
        instruction=long_text(6),
        proposal=long_text(5),
        result=long_text(12),
    ),
    Kind.INSPECTION: replace(
        INSPECTION,
        target_name=LONG_NAME,
        target_address=f"{LONG_NAME}一号厂区西侧",
        place=long_text(3),
        summary=long_text(10),
        findings=tuple(Finding(text=long_text(2), due_on=date(2026, 4, day)) for day in range(1, 25)),
        refusal_note=long_text(3),
    ),
    Kind.CASE: replace(
        CASE,
        name=f"{LONG_NAME}{CASE.cause}案",
        parties=(
            replace(CASE.parties[0], name=LONG_NAME, address=f"{LONG_NAME}一号厂区西侧"),
            CASE.parties[1],
        ),
        facts=long_text(30),
        evidence=tuple(Evidence(name=f"证据{place}，{MORE}", count="1份") for place in range(1, 25)),
        defence=long_text(6),
        discretion=long_text(6),
        decisions=(replace(CASE.decisions[0], party=LONG_NAME), CASE.decisions[1]),
        handlers=HANDLERS * 3,
    ),
    Kind.SESSION: replace(SESSION, topic=long_text(3), content=long_text(12), expected=120, present=118),
    Kind.OFFICER: replace(OFFICER, department="应急指挥与安全生产综合行政执法大队", duty="大队长、一级主办"),
}
SIZES: dict[str, dict[Kind, Record]] = {"short": SHORT, "normal": NORMAL, "overlong": OVERLONG}


def facts_for(record: Record, party: str = "", *, opened: bool = False) -> Mapping[str, Mapping[str, Any]]:
    """The facts the program itself would gather; `opened`: with the informant's identity."""
    if opened and isinstance(record, Complaint):
        record = replace(record, **INFORMANT)
    common: dict[str, Mapping[str, Any]] = {
        "bureau": {**own(BUREAU), "reconsideration_organ": BUREAU.government},
        "calc": {"number": NUMBER, "on": ON},
        "user": {"name": "沈一"},
    }
    if isinstance(record, Session):
        return {**common, "session": {**own(record), "rows": roll_of(record.expected or 0)}}
    if isinstance(record, Officer):
        return {**common, "officer": own(record)}
    return {**common, **BUILDERS[record.KIND](cast("Work", None), record, party)}


def case_facts() -> Mapping[str, Mapping[str, Any]]:
    """A case against a unit and the person in charge of it: both known to the paper of the whole case."""
    facts = facts_for(CASE)
    return {**facts, "person": facts_for(CASE, PERSON)["person"]}


def full_facts(form: Form, *, opened: bool = True) -> Mapping[str, Mapping[str, Any]]:
    return case_facts() if form.record is Kind.CASE else facts_for(NORMAL[form.record], opened=opened)


def typed_at_length(form: Form) -> dict[str, Any]:
    """What somebody types, far too much of it, into the fields that no record fills."""
    return {
        field.key: _at_length(field)
        for field in form.fields
        if not field.auto and field.type in TYPED_AT_LENGTH
    }


TYPED_AT_LENGTH = ("text", "paragraph", "law_ref", "officers", "qa", "list", "table")


def _at_length(field: FormField) -> Any:
    if field.type == "table":
        return tuple(tuple(f"第{place}行" for _ in field.columns) for place in range(1, 41))
    if field.type == "list":
        return tuple(long_text(2) for _ in range(20))
    return long_text(12 if field.type in ("text", "officers") else 30)


def roll_of(count: int) -> tuple[tuple[str, ...], ...]:
    """(序号, 科室, 姓名, 出勤, 签名, 缺勤原因) of so many people."""
    marks = {3: ("请假", "", "年休假"), 9: ("迟到", "", "")}
    return tuple(
        (str(at), "执法大队" if at % 2 else "法制科", f"试{at}", *marks.get(at, ("到", "", "")))
        for at in range(1, count + 1)
    )
