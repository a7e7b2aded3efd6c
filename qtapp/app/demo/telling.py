"""A complaint's steps as diary entries, each through its use case."""

from datetime import datetime, time, timedelta
from typing import Any

from qtapp.app.demo.codes import phone
from qtapp.app.demo.diary import Desk, Diary
from qtapp.app.demo.firms import COUNTY, identity_of
from qtapp.app.demo.plans import Told, World
from qtapp.domain.complaints import Anonymity, Channel, Complaint, Instruction, Reply, Result
from qtapp.usecases.complaints import (
    assign,
    close_complaint,
    enter_reply,
    enter_result,
    record_instruction,
    register_complaint,
    void_complaint,
)

CHANNELS = {
    Channel.PHONE: 110,
    Channel.HOTLINE: 80,
    Channel.VISIT: 24,
    Channel.LETTER: 26,
    Channel.NETWORK: 22,
    Channel.WECHAT: 12,
    Channel.EMAIL: 8,
    Channel.SUPERIOR: 8,
    Channel.DEPARTMENT: 7,
    Channel.FAX: 3,
}
NAMELESS = (Channel.SUPERIOR, Channel.DEPARTMENT)
ELSEWHERE = "其他"
REQUIREMENTS = (
    "请及时核查，情况属实的依法处理，结果按期报办公室。",
    "请安排两名以上执法人员现场核查，注意保护举报人，按期反馈。",
    "请会同属地安全监管机构核查，督促整改到位。",
)


def draw_channels(world: World, count: int) -> list[Channel]:
    found = [channel for channel, times in CHANNELS.items() for _ in range(times)]
    world.rng.shuffle(found)
    return found[:count]


def enter_complaint(diary: Diary, world: World, told: Told, channel: Channel, serial: int) -> None:
    """Everything that happens to the complaint, on its days."""
    draft = _draft(world, told, channel, serial)

    def register(desk: Desk) -> None:
        desk.ids[told.key] = register_complaint(desk.work, draft).id

    diary.enter(told.received, "举报登记", register)
    if told.void:
        reason = "同一事项重复登记，并入前一件"
        moment = told.received + timedelta(hours=2)
        diary.enter(moment, "举报作废", lambda desk: void_complaint(desk.work, desk.ids[told.key], reason))
        return
    _enter_instruction(diary, world, told)
    _enter_result(diary, world, told, wants_reply=draft.wants_reply)


def _moment(day: Any, hour: int, minute: int) -> datetime:
    return datetime.combine(day, time(hour, minute))


def _enter_instruction(diary: Diary, world: World, told: Told) -> None:
    leaders = world.roster.leaders()
    instruction = Instruction(
        chief=world.roster.chief().name,
        instructed_on=told.instructed_on,
        leader=world.rng.choice(leaders).name,
        department=told.department,
        requirement=world.rng.choice(REQUIREMENTS),
        due_on=told.instructed_on + timedelta(days=15),
    )
    diary.enter(
        _moment(told.instructed_on, 17, 20),
        "举报阅批",
        lambda desk: record_instruction(desk.work, desk.ids[told.key], instruction),
    )
    diary.enter(
        _moment(told.assigned_on, 17, 30),
        "举报交办",
        lambda desk: assign(desk.work, desk.ids[told.key], told.assigned_on),
    )


def _enter_result(diary: Diary, world: World, told: Told, *, wants_reply: bool) -> None:
    result = _result(world, told)
    diary.enter(
        _moment(told.result_on, 17, 40),
        "举报查处",
        lambda desk: enter_result(desk.work, desk.ids[told.key], result),
    )
    replied = world.days.after(told.result_on, world.rng.randint(1, 2))
    if wants_reply:
        how = world.rng.choice(("电话", "短信", "原渠道书面"))
        reply = Reply(reply=f"以{how}方式将核查结果告知举报人，举报人表示知悉。", replied_on=replied)
        diary.enter(
            _moment(replied, 16, 10),
            "举报答复",
            lambda desk: enter_reply(desk.work, desk.ids[told.key], reply),
        )
    closed = world.days.after(max(replied, told.open_until), world.rng.randint(0, 2))
    diary.enter(
        _moment(closed, 16, 40),
        "举报办结",
        lambda desk: close_complaint(desk.work, desk.ids[told.key], closed),
    )


def _result(world: World, told: Told) -> Result:
    firm, gist = told.firm.name, told.report.gist
    if told.report.category == ELSEWHERE:
        text = f"经核查，{firm}{gist}一事不属于本局职责，已移送有关主管部门处理，并告知举报人。"
        return Result(finding="部分属实", result=text, result_on=told.result_on)
    led = told.key.startswith(("诉查", "诉案"))
    finding = (
        "属实" if led else world.rng.choices(("属实", "部分属实", "不属实", "无法查实"), (40, 30, 25, 5))[0]
    )
    done = "依法提请立案查处" if led else "责令限期整改并跟踪复查"
    texts = {
        "属实": f"经现场核查，{firm}{gist}情况属实，已{done}。",
        "部分属实": f"经现场核查，{firm}存在与反映的{gist}相关的管理问题，程度较轻，已当场督促纠正。",
        "不属实": f"经现场核查并查阅资料、询问相关人员，未发现{firm}存在{gist}的情况。",
        "无法查实": f"核查时{firm}已停产，现有线索不能证实{gist}，已请属地继续关注。",
    }
    return Result(finding=finding, result=texts[finding], result_on=told.result_on)


def _draft(world: World, told: Told, channel: Channel, serial: int) -> Complaint:
    report, firm, rng = told.report, told.firm, world.rng
    kind = rng.choices(list(Anonymity), (30, 45, 25))[0]
    if channel in NAMELESS or told.named:
        kind = Anonymity.NAMED if told.named else Anonymity.ANONYMOUS
    elsewhere = report.category == ELSEWHERE
    return Complaint(
        channel=channel,
        received_at=told.received,
        anonymity=kind,
        wants_reply=kind is not Anonymity.ANONYMOUS,
        target_name=firm.name,
        target_address=firm.address,
        target_contact=f"{firm.rep} {firm.phone}",
        occurred=f"{told.received.month}月以来，{firm.township}",
        category=(report.category,),
        content=report.content.format(firm=firm.name),
        transfer_text=report.transfer.format(firm=firm.name),
        registrar=world.roster.of_duty("办公室").name,
        acceptance="转送其他部门" if elsewhere else "受理",
        proposal="建议转送主管部门，并告知举报人。" if elsewhere else f"建议由{told.department}核查。",
        **_of_channel(world, told, channel, serial),
        **(_informant(world, kind, serial) if kind is not Anonymity.ANONYMOUS else {}),
    )


def _informant(world: World, kind: Anonymity, serial: int) -> dict[str, Any]:
    """Who tells; sealed at once."""
    name, gender = world.names.next(rare=serial % 30 == 11)  # noqa: PLR2004 - ten of the year's informants
    facts: dict[str, Any] = {
        "informant_name": name,
        "informant_gender": gender,
        "informant_phone": phone(serial + 5000),
    }
    if kind is Anonymity.NAMED:
        township = world.rng.choice(world.samples.words("townships"))
        facts["informant_address"] = f"{COUNTY}{township}{world.rng.randint(1, 40)}组"
        facts["informant_id"] = identity_of(serial, gender)
    facts["is_employee"] = world.chance(0.3)
    return facts


def _of_channel(world: World, told: Told, channel: Channel, serial: int) -> dict[str, Any]:
    """What only this channel asks for."""
    received, rng = told.received, world.rng
    outer = {
        "outer_number": f"HD{received:%Y%m%d}{serial:04d}",
        "outer_due_on": received.date() + timedelta(days=20),
    }
    letter = {"letter_dated_on": received.date() - timedelta(days=3), "letter_pages": rng.randint(1, 4)}
    facts: dict[Channel, dict[str, Any]] = {
        Channel.PHONE: {"call_recording": f"LY{received:%y%m%d}-{serial:03d}"},
        Channel.LETTER: {**letter, "attachments": "信件原件1份"},
        Channel.FAX: letter,
        Channel.VISIT: {"visitors": rng.randint(1, 3)},
        Channel.NETWORK: {"platform": "政府网站互动平台", "outer_number": outer["outer_number"]},
        Channel.HOTLINE: outer,
        Channel.SUPERIOR: {"sender": "上级应急管理部门", **outer},
        Channel.DEPARTMENT: {"sender": rng.choice(world.samples.words("senders")[1:]), **outer},
        Channel.EMAIL: {"platform": "举报邮箱"},
        Channel.WECHAT: {"platform": "微信公众号"},
    }
    return facts[channel]
