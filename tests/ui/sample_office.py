"""A bureau of realistic size for the pages' tests: everything invented, nothing random."""

from dataclasses import replace
from datetime import date, timedelta

from qtapp.domain.bureau import Bureau
from qtapp.domain.complaints import Channel, Complaint, Instruction
from qtapp.domain.enterprises import Enterprise
from qtapp.domain.officers import Certificate, Officer
from qtapp.store.store import Work
from qtapp.usecases.bureau import set_up
from qtapp.usecases.complaints import record_instruction, register_complaint
from qtapp.usecases.enterprises import enter_enterprise
from qtapp.usecases.officers import enter_certificate, enter_officer

BUREAU = Bureau(
    name="海岱市应急管理局",
    area="岱",
    word="应急",
    region="海岱市",
    government="海岱市人民政府",
    court="海岱市人民法院",
    address="海岱市滨河路 18 号",
    postcode="226200",
    phone="0513-83300000",
    fine_bank="海岱农村商业银行城中支行",
    fine_account_name="海岱市财政局",
    fine_account="3206000012345678",
)
DEPARTMENTS = ("局领导", "办公室", "政策法规科", "执法大队", "危化科", "基础科")
SURNAMES = "沈顾陆施倪黄汤徐陈张王李赵钱孙周吴郑冯褚卫蒋韩杨朱秦尤许何吕龚"
GIVEN = ("建国", "海燕", "志明", "晓", "文斌", "丽", "卫东", "雪琴", "国平", "敏", "俊", "红梅", "永康")
PEOPLE = 49
CERTIFIED = 41
FIRMS = (
    ("海岱金盛化工有限公司", "滨江镇化工路 6 号", "高危"),
    ("海岱市宏远机械制造厂", "城北街道工业园 12 号", "一般"),
    ("江海船舶配件有限公司", "临港镇港口路 88 号", "一般"),
    ("海岱金属表面处理有限公司", "滨江镇环镇东路 3 号", "高危"),
    ("启航烟花爆竹经营部", "汇龙街道人民路 201 号", "高危"),
    ("海岱䶮光纺织有限公司", "南阳镇纺织路 9 号", "一般"),
)


SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def credit_code(place: int) -> str:
    """A well-formed code in a region that is not allotted."""
    body = f"91999900MA{place:07}"
    total = sum(SIGNS.index(sign) * pow(3, at, 31) for at, sign in enumerate(body))
    return body + SIGNS[-total % 31]


def names() -> list[str]:
    return [SURNAMES[n % len(SURNAMES)] + GIVEN[(n * 5 + n // 31 * 3) % len(GIVEN)] for n in range(PEOPLE)]


def found_bureau(work: Work) -> None:
    """The bureau with 49 people, 41 of them certified, and a few firms."""
    set_up(work, BUREAU, DEPARTMENTS)
    for place, name in enumerate(names()):
        department = DEPARTMENTS[0 if place < 5 else 1 + place % 5]
        officer = enter_officer(
            work, Officer(name=name, department=department, joined_on=date(2015, 7, 1), apply_year=2026)
        )
        if place < CERTIFIED:
            enter_certificate(work, certificate(officer, place))
    for place, (name, address, risk) in enumerate(FIRMS, start=1):
        firm = Enterprise(name=name, address=address, risk_class=risk, credit_code=credit_code(place))
        enter_enterprise(work, replace(firm, legal_rep="汤某某", legal_rep_title="总经理", phone="83311111"))


def certificate(officer: Officer, place: int) -> Certificate:
    """The last of them has expired."""
    last = place == CERTIFIED - 1
    return Certificate(
        number=f"3206811{place:04}",
        officer_id=officer.id,
        officer_name=officer.name,
        issuer="江海省司法厅",
        issued_on=date(2020, 1, 1) if last else date(2023, 1, 1),
        expires_on=date(2025, 1, 1) if last else date(2028, 1, 1),
    )


def some_complaints(work: Work, count: int = 30) -> None:
    """Complaints of several channels, some with the chief's instruction already."""
    channels = (Channel.PHONE, Channel.LETTER, Channel.HOTLINE, Channel.VISIT)
    for place in range(count):
        firm, where = FIRMS[place % len(FIRMS)], ("仓库", "车间", "宿舍")[place % 3]
        kept = register_complaint(
            work,
            Complaint(
                channel=channels[place % len(channels)],
                target_name=firm[0],
                target_address=firm[1],
                content=f"反映该单位{where}消防通道堆放杂物，夜间仍在生产（第 {place + 1} 件）",
                transfer_text="核查该单位消防通道堵塞情况",
                received_at=work.now() - timedelta(days=place % 40, hours=place % 5),
            ),
        )
        if place % 3 == 0:
            record_instruction(work, kept.id, instruction(work.today - timedelta(days=place % 12)))


def instruction(on: date) -> Instruction:
    return Instruction(
        chief="施局长",
        instructed_on=on,
        leader="顾副局长",
        department="执法大队",
        requirement="依法核查，按期反馈",
        due_on=on + timedelta(days=10),
    )
