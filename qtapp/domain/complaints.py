"""Complaints about hazards and violations: registered, instructed, assigned, answered, closed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from qtapp.domain.codes import identity_problem
from qtapp.domain.errors import Problem
from qtapp.domain.kinds import Kind
from qtapp.domain.record import Record, choice, choices, day, flag, link, moment, passage, text, whole


class Channel(StrEnum):
    PHONE = "来电"
    LETTER = "来信"
    VISIT = "来访"
    NETWORK = "网络"
    HOTLINE = "12345转办"
    SUPERIOR = "上级交办"
    DEPARTMENT = "部门移送"
    EMAIL = "电子邮件"
    WECHAT = "微信"
    FAX = "传真"


class Anonymity(StrEnum):
    NAMED = "实名"
    ANONYMOUS = "匿名"
    CONFIDENTIAL = "要求保密"


class State(StrEnum):
    REGISTERED = "待阅批"
    INSTRUCTED = "待交办"
    ASSIGNED = "查处中"
    RESULT = "待答复"
    ANSWERED = "待办结"
    CLOSED = "已办结"
    VOID = "已作废"


CATEGORIES = ("事故隐患", "重大事故隐患", "安全生产违法行为", "瞒报谎报事故", "特种作业无证", "其他")
ACCEPTANCES = ("受理", "不予受理", "转送其他部门", "交办下级", "报请政府组织核查")
FINDINGS = ("属实", "部分属实", "不属实", "无法查实")

# What is asked beyond the common fields, by channel; the editor shows only these.
CHANNEL_FIELDS: dict[Channel, tuple[str, ...]] = {
    Channel.PHONE: ("call_recording",),
    Channel.LETTER: ("letter_dated_on", "letter_pages"),
    Channel.VISIT: ("visitors",),
    Channel.NETWORK: ("platform", "outer_number"),
    Channel.HOTLINE: ("outer_number", "outer_due_on"),
    Channel.SUPERIOR: ("sender", "outer_number", "outer_due_on"),
    Channel.DEPARTMENT: ("sender", "outer_number", "outer_due_on"),
    Channel.EMAIL: ("platform",),
    Channel.WECHAT: ("platform",),
    Channel.FAX: ("letter_dated_on", "letter_pages"),
}
ONLY_FOR_CHANNELS = frozenset(name for names in CHANNEL_FIELDS.values() for name in names)


@dataclass(frozen=True, kw_only=True)
class Complaint(Record):
    """A row of the 《…安全生产来信来访及电话举报事故隐患登记表》 register.

    The informant's fields are sealed: they reach the vault and nothing else. `transfer_text` is the
    separately edited account that goes to whoever investigates (总局 2013-06-08 意见 第三至五条).
    """

    KIND: ClassVar[Kind] = Kind.COMPLAINT
    LISTED = (("state", "received_at"), ("channel", "received_at"), ("department", "received_at"))

    number: str = text("登记编号", auto=True, search=True, indexed=True, aliases=("编号", "序号", "登记号"))
    channel: str = choice(
        "举报方式",
        Channel,
        required=True,
        default=Channel.PHONE,
        indexed=True,
        aliases=("来源", "举报渠道", "方式", "举报来源"),
    )
    received_at: datetime | None = moment(
        "接报时间",
        required=True,
        indexed=True,
        aliases=("举报时间", "登记时间", "接报日期", "举报日期", "日期", "时间", "受理日期"),
    )
    anonymity: str = choice(
        "是否匿名", Anonymity, required=True, default=Anonymity.ANONYMOUS, aliases=("举报性质", "实名/匿名")
    )
    informant_name: str = text("举报人姓名", sealed=True, limit=60, aliases=("举报人", "来电人", "来访人"))
    informant_gender: str = choice("举报人性别", ("男", "女"), sealed=True)
    informant_id: str = text(
        "举报人身份证号", sealed=True, limit=18, check=identity_problem, aliases=("身份证号", "身份证号码")
    )
    informant_phone: str = text(
        "举报人电话", sealed=True, limit=60, aliases=("举报人联系电话", "来电号码", "联系方式")
    )
    informant_address: str = text("举报人地址、邮编", sealed=True, aliases=("举报人地址", "举报人住址"))
    informant_employer: str = text("举报人工作单位", sealed=True)
    is_employee: bool = flag("是否本单位从业人员", sealed=True)
    wants_reply: bool = flag("要求回复", default=True)
    enterprise_id: int = link("被举报企业", Kind.ENTERPRISE, by="target_name", auto=True)
    target_name: str = text(
        "被举报单位",
        required=True,
        search=True,
        indexed=True,
        aliases=("被举报单位（个人）", "单位名称", "被举报企业", "企业名称", "被举报对象", "举报对象"),
    )
    target_address: str = text(
        "被举报单位地址", search=True, aliases=("单位地址", "地址", "地点", "举报地点")
    )
    target_contact: str = text("被举报单位负责人及电话", search=True)
    occurred: str = text("事项发生时间、地点", search=True, aliases=("发生地点", "发生时间地点"))
    category: tuple[str, ...] = choices("举报类别", CATEGORIES, aliases=("类别", "举报类型", "事项类别"))
    deaths: bool = flag(
        "涉及人员死亡", hint="涉及人员死亡的举报，由县级以上人民政府组织核查（安全生产法第七十三条）"
    )
    content: str = passage(
        "举报内容",
        required=True,
        search=True,
        aliases=("内容", "举报事项", "反映内容", "反映问题", "主要内容", "隐患内容"),
    )
    transfer_text: str = passage(
        "转办文本", search=True, hint="给承办科室看的内容：另行改写，不得含能看出举报人的词句"
    )
    attachments: str = text("随附材料", search=True, limit=500, hint="信件原件、照片、录音的名称与件数")
    call_recording: str = text("录音编号", search=True, limit=60)
    letter_dated_on: date | None = day("信件落款日期")
    letter_pages: int | None = whole("页数")
    visitors: int | None = whole("来访人数")
    platform: str = text("平台（网站、邮箱）名称", search=True, limit=100)
    outer_number: str = text(
        "工单（来文）编号", limit=80, search=True, aliases=("工单号", "工单编号", "来文编号")
    )
    outer_due_on: date | None = day("来文要求办结日期")
    sender: str = text("交办（移送）机关", search=True, limit=100)
    registrar: str = text("登记人", search=True, limit=60, aliases=("接报人", "记录人", "接待人"))
    earlier_number: str = text("关联的以前举报", search=True, limit=60, hint="重复举报时，前一次的登记编号")
    proposal: str = passage("拟办意见", search=True)
    acceptance: str = choice("受理意见", ACCEPTANCES, default="受理")
    instruction: str = passage("主要领导阅批", search=True, auto=True)
    chief: str = text("阅批领导", search=True, auto=True, limit=60)
    instructed_on: date | None = day("阅批日期", auto=True)
    leader: str = text("负责查处的分管领导", search=True, auto=True, limit=60)
    department: str = text("承办科室（大队）", search=True, auto=True, limit=60, indexed=True)
    requirement: str = passage("查处要求", search=True, auto=True)
    due_on: date | None = day("查处时限", auto=True, indexed=True)
    assigned_on: date | None = day("交办日期", auto=True)
    finding: str = choice("核查结论", FINDINGS, auto=True)
    result: str = passage("查处情况", auto=True, search=True)
    result_on: date | None = day("查结日期", auto=True)
    outcome_number: str = text("转为检查（案件）", search=True, auto=True, limit=80)
    reply: str = passage("答复情况", search=True, auto=True)
    replied_on: date | None = day("答复日期", auto=True)
    closed_on: date | None = day("办结日期", auto=True, indexed=True)
    state: str = choice("状态", State, default=State.REGISTERED, auto=True, indexed=True)

    @property
    def name_shown(self) -> str:
        return f"{self.number} {self.target_name}".strip()

    def faults(self) -> Iterable[Problem]:
        own = set(CHANNEL_FIELDS[Channel(self.channel)]) if self.channel in set(Channel) else set()
        for name in ONLY_FOR_CHANNELS - own:
            if getattr(self, name) not in ("", None):
                yield Problem(name, f"“{self.channel}”不填这一栏，请清空或改选举报方式")
        if self.transfer_text and (leak := self.identity_in(self.transfer_text)):
            yield Problem("transfer_text", f"“转办文本”里出现了举报人的{leak}，请改写后再保存")

    def identity_in(self, words: str) -> str:
        """Which sealed fact stands in the words, by its label; "" when none does.

        Compared without blanks and punctuation, so that 139-8765-4321 does not slip through.
        """
        said = bare(words)
        return next((label for label, fact in self._telling() if bare(fact) in said), "")

    def _telling(self) -> Iterator[tuple[str, str]]:
        """What gives an informant away, by label.

        That he works for the firm complained of, or lives where it stands, is no secret of his alone.
        """
        known = bare(f"{self.target_name} {self.target_address}")
        for label, fact, least, may_be_known in (
            ("姓名", self.informant_name, 2, False),
            ("身份证号", self.informant_id, 6, False),
            ("电话", self.informant_phone, 6, False),
            ("住址", self.informant_address, 4, True),
            ("工作单位", self.informant_employer, 4, True),
        ):
            plain = bare(fact)
            if len(plain) >= least and not (may_be_known and plain in known):
                yield label, fact

    def account(self) -> str:
        """What whoever investigates may read: the transfer text, never the informant's own words unseen."""
        return self.transfer_text


@dataclass(frozen=True, kw_only=True)
class Instruction(Record):
    """The chief's written instruction: all four parts or the complaint does not leave this step."""

    KIND: ClassVar[Kind] = Kind.COMPLAINT

    chief: str = text("阅批领导", required=True, limit=60)
    instructed_on: date | None = day("阅批日期", required=True)
    leader: str = text("负责查处的分管领导", required=True, limit=60)
    department: str = text("承办科室（大队）", required=True, limit=60)
    requirement: str = passage("查处要求", required=True)
    due_on: date | None = day("查处时限", required=True)
    instruction: str = passage("批示原文", hint="照抄纸上的批示；空着则按上面几项自动成文")

    def faults(self) -> Iterable[Problem]:
        if self.instructed_on and self.due_on and self.due_on < self.instructed_on:
            yield Problem("due_on", "“查处时限”早于“阅批日期”，请核对")


@dataclass(frozen=True, kw_only=True)
class Result(Record):
    """What the investigation found."""

    KIND: ClassVar[Kind] = Kind.COMPLAINT

    finding: str = choice("核查结论", FINDINGS, required=True)
    result: str = passage("查处情况", required=True)
    result_on: date | None = day("查结日期", required=True)


@dataclass(frozen=True, kw_only=True)
class Reply(Record):
    """How and when the informant was answered; no word of who he is."""

    KIND: ClassVar[Kind] = Kind.COMPLAINT

    reply: str = passage("答复情况", required=True, hint="方式、经过、举报人意见；不写姓名和电话")
    replied_on: date | None = day("答复日期", required=True)


def bare(words: str) -> str:
    """Letters, digits and characters only: what is left when marks and blanks are taken away."""
    return "".join(c for c in words if c.isalnum())


def similarity(one: str, other: str) -> float:
    """How alike two accounts are, from 0 to 1: shared character pairs over all of them (Dice)."""
    pairs, others = _pairs(one), _pairs(other)
    total = len(pairs) + len(others)
    return 2 * len(pairs & others) / total if total else 0.0


def _pairs(words: str) -> set[str]:
    kept = bare(words)
    return {kept[i : i + 2] for i in range(len(kept) - 1)}
