"""Inspections: one enterprise looked at once, with officers, findings and an order to correct."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from qtapp.domain.errors import Problem
from qtapp.domain.kinds import Kind
from qtapp.domain.officers import Handler
from qtapp.domain.record import Part, Record, choice, day, flag, link, moment, passage, table, text, whole


class Origin(StrEnum):
    PLAN = "计划"
    RANDOM = "随机"
    SPECIAL = "专项"
    COMPLAINT = "举报核查"
    CAMPAIGN = "大检查"
    UNANNOUNCED = "暗查暗访"
    JOINT = "联合检查"
    RECHECK = "复查"


class State(StrEnum):
    DRAFT = "未出记录"
    RECORDED = "已出记录"
    VOID = "已作废"


MEASURES = ("无", "当场纠正", "责令限期整改", "现场处理措施", "立案查处")


@dataclass(frozen=True, kw_only=True)
class Finding(Part):
    text: str = passage("问题（隐患）", search=True, required=True)
    major: bool = flag("重大隐患")
    due_on: date | None = day("整改期限")
    corrected: bool = flag("已整改")


@dataclass(frozen=True, kw_only=True)
class Inspection(Record):
    """A 家次: one enterprise, one visit, whatever the number of papers and people."""

    KIND: ClassVar[Kind] = Kind.INSPECTION
    LISTED = (("origin", "started_at"), ("department", "started_at"))

    number: str = text("检查编号", auto=True, search=True, indexed=True, aliases=("编号",))
    origin: str = choice(
        "检查类型", Origin, required=True, default=Origin.PLAN, indexed=True, aliases=("类型", "检查类别")
    )
    plan_year: int | None = whole("计划年度", hint="列入哪一年的年度监督检查计划")
    department: str = text(
        "检查科室（大队）", search=True, limit=60, indexed=True, aliases=("科室", "大队", "检查单位")
    )
    enterprise_id: int = link("企业", Kind.ENTERPRISE, by="target_name", auto=True)
    target_name: str = text(
        "被检查单位", required=True, search=True, indexed=True, aliases=("单位名称", "企业名称")
    )
    target_code: str = text("统一社会信用代码", limit=18, search=True)
    target_address: str = text("地址", search=True, aliases=("单位地址",))
    legal_rep: str = text("法定代表人（负责人）", search=True, limit=60, aliases=("法定代表人", "负责人"))
    legal_rep_title: str = text("职务", limit=40)
    phone: str = text("联系电话", limit=60, aliases=("电话",))
    place: str = text("检查场所", search=True, required=True)
    started_at: datetime | None = moment(
        "检查开始时间", required=True, indexed=True, aliases=("检查时间", "检查日期")
    )
    ended_at: datetime | None = moment("检查结束时间")
    officers: tuple[Handler, ...] = table("检查人员", Handler, required=True)
    shown_certificates: bool = flag("已出示证件", default=True)
    experts: str = text("检查专家", search=True)
    summary: str = passage("检查情况", search=True, hint="时间、地点、内容；只写事实")
    findings: tuple[Finding, ...] = table("发现的问题", Finding)
    measure: str = choice("处理", MEASURES, default="无")
    rectify_by: date | None = day("整改期限")
    party_opinion: str = text("被检查单位意见", search=True, default="以上情况属实。")
    witness: str = text("见证人", search=True, limit=100)
    refusal_note: str = passage(
        "拒绝签字情况说明",
        search=True,
        hint="被检查单位拒绝签字的，由检查人员记录在案（安全生产法第六十八条）",
    )
    complaint_id: int = link("来自举报", Kind.COMPLAINT, by="complaint_number", auto=True)
    complaint_number: str = text("举报登记编号", search=True, auto=True, limit=80)
    case_number: str = text("转为案件", search=True, auto=True, limit=80)
    state: str = choice("状态", State, default=State.RECORDED, auto=True, indexed=True)

    @property
    def name_shown(self) -> str:
        return f"{self.number} {self.target_name}".strip()

    def faults(self) -> Iterable[Problem]:
        if self.started_at and self.ended_at and self.ended_at < self.started_at:
            yield Problem("ended_at", "“检查结束时间”早于“检查开始时间”，请核对")
        if self.started_at and self.rectify_by and self.rectify_by < self.started_at.date():
            yield Problem("rectify_by", "“整改期限”早于检查当日，请核对")
        if self.measure == "责令限期整改" and not self.rectify_by:
            yield Problem("rectify_by", "责令限期整改须写明“整改期限”")
        if self.measure == "责令限期整改" and not self.findings:
            yield Problem("findings", "责令限期整改须列明“发现的问题”")
