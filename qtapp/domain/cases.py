"""Penalty cases: parties, facts, evidence, penalty items, and the steps from filing to closing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import ClassVar

from qtapp.domain.codes import credit_code_problem, identity_problem
from qtapp.domain.errors import Invalid, Problem, UserError
from qtapp.domain.kinds import Kind
from qtapp.domain.officers import Handler
from qtapp.domain.record import Part, Record, choice, choices, day, link, money, passage, table, text, whole


class Source(StrEnum):
    INSPECTION = "监督检查发现"
    COMPLAINT = "举报投诉"
    SUPERIOR = "上级交办"
    TRANSFER = "其他机关移送"
    ACCIDENT = "生产安全事故调查"
    RANDOM = "双随机抽查"
    OTHER = "其他"


class Origin(StrEnum):
    """事前: not brought about by an accident; 事故 cases are counted apart (annual figures A2, A2b)."""

    PREVENTIVE = "事前"
    ACCIDENT = "事故"


class StepKind(StrEnum):
    FILING = "立案"
    APPROVAL = "呈批"
    NOTICE = "告知"
    DECISION = "决定"
    CLOSING = "结案"


class State(StrEnum):
    DRAFT = "待立案"
    FILED = "调查中"
    APPROVED = "已呈批"
    NOTIFIED = "已告知"
    DECIDED = "已决定"
    CLOSED = "已结案"
    WITHDRAWN = "已撤销"


ORDER = (StepKind.FILING, StepKind.APPROVAL, StepKind.NOTICE, StepKind.DECISION, StepKind.CLOSING)
AFTER = dict(
    zip(ORDER, (State.FILED, State.APPROVED, State.NOTIFIED, State.DECIDED, State.CLOSED), strict=True)
)
PENALTIES = (
    "警告",
    "通报批评",
    "罚款",
    "没收违法所得",
    "没收非法财物",
    "暂扣许可证件",
    "吊销许可证件",
    "责令停产停业",
    "其他",
)


@dataclass(frozen=True, kw_only=True)
class Party(Part):
    kind: str = choice("当事人类型", ("单位", "个人"), required=True, default="单位")
    name: str = text("名称（姓名）", search=True, required=True)
    enterprise_id: int = link("企业", Kind.ENTERPRISE, by="name")
    credit_code: str = text("统一社会信用代码", search=True, limit=18, check=credit_code_problem)
    identity_number: str = text("身份证号", limit=18, check=identity_problem, personal=True)
    address: str = text("地址", search=True)
    postcode: str = text("邮政编码", limit=10)
    legal_rep: str = text("法定代表人（负责人）", search=True, limit=60)
    legal_rep_title: str = text("职务", limit=40)
    phone: str = text("联系电话", limit=60)
    gender: str = choice("性别", ("男", "女"))
    age: int | None = whole("年龄")
    employer: str = text("所在单位", search=True)


@dataclass(frozen=True, kw_only=True)
class Violation(Part):
    """One act with the penalty item in force on the day it was committed."""

    item_code: str = text("处罚事项编号", search=True, limit=60)
    act_on: date | None = day("违法行为日期", required=True)
    fact: str = passage("违法行为", search=True, required=True)
    violated: str = text("违反的规定", search=True, required=True, limit=500)
    basis: str = text("处罚依据", search=True, required=True, limit=500)


@dataclass(frozen=True, kw_only=True)
class Evidence(Part):
    kind: str = choice(
        "证据种类",
        ("书证", "物证", "视听资料", "电子数据", "证人证言", "当事人陈述", "鉴定意见", "勘验笔录、现场笔录"),
        default="书证",
    )
    name: str = text("证据名称", search=True, required=True)
    count: str = text("数量", limit=40)
    source: str = text("来源", search=True)
    proves: str = text("证明内容", search=True, limit=500)


@dataclass(frozen=True, kw_only=True)
class Decision(Part):
    """What one party is to bear: one decision a party."""

    party: str = text("当事人", search=True, required=True)
    number: str = text("决定书文号", search=True, limit=80, auto=True)
    decided_on: date | None = day("决定日期", auto=True)
    kinds: tuple[str, ...] = choices("处罚种类", PENALTIES, required=True)
    fine_fen: int | None = money("罚款（元）")
    confiscated_fen: int | None = money("没收违法所得（元）")
    other: str = text("其他处罚内容", search=True, limit=500)

    def faults(self) -> Iterable[Problem]:
        if "罚款" in self.kinds and not self.fine_fen:
            yield Problem("fine_fen", "处以罚款的，请填写“罚款（元）”")
        if self.fine_fen and "罚款" not in self.kinds:
            yield Problem("kinds", "填写了罚款金额，“处罚种类”里要选“罚款”")

    @property
    def total_fen(self) -> int:
        """罚没款: fine and confiscated gains; an additional fine is not among them."""
        return (self.fine_fen or 0) + (self.confiscated_fen or 0)


@dataclass(frozen=True, kw_only=True)
class Step(Part):
    """A step taken, as the signed paper says: who, what opinion, when."""

    kind: str = choice("步骤", StepKind, required=True)
    taken_on: date | None = day("日期", required=True)
    person: str = text("审批（经办）人", search=True, required=True, limit=60)
    opinion: str = passage("意见", search=True, required=True)


@dataclass(frozen=True, kw_only=True)
class Case(Record):
    KIND: ClassVar[Kind] = Kind.CASE

    number: str = text("案件编号", auto=True, search=True, indexed=True, aliases=("立案编号", "案号"))
    name: str = text("案件名称", search=True, hint="当事人＋违法行为＋案；空着则自动成文", limit=300)
    cause: str = text("案由", required=True, search=True, limit=300)
    source: str = choice("案件来源", Source, required=True, default=Source.INSPECTION, indexed=True)
    origin: str = choice("性质", Origin, required=True, default=Origin.PREVENTIVE, indexed=True)
    department: str = text("承办科室（大队）", search=True, limit=60, indexed=True)
    discovered_on: date | None = day("发现（案发）日期", required=True, aliases=("案发时间",))
    complaint_id: int = link("来自举报", Kind.COMPLAINT, by="source_number", auto=True)
    inspection_id: int = link("来自检查", Kind.INSPECTION, by="source_number", auto=True)
    source_number: str = text("来源编号", search=True, auto=True, limit=80)
    parties: tuple[Party, ...] = table("当事人", Party, required=True)
    party_names: str = text("当事人名称", auto=True, search=True, indexed=True, limit=500)
    facts: str = passage("案件基本情况（违法事实）", required=True, search=True)
    violations: tuple[Violation, ...] = table("违法行为与处罚事项", Violation)
    evidence: tuple[Evidence, ...] = table("证据", Evidence)
    handlers: tuple[Handler, ...] = table("承办人", Handler, required=True)
    discretion: str = passage("裁量说明", search=True)
    defence: str = passage("陈述申辩情况", search=True)
    legal_review: str = passage("法制审核意见", search=True)
    decisions: tuple[Decision, ...] = table("处罚决定（拟处罚）", Decision)
    steps: tuple[Step, ...] = table("步骤", Step, auto=True)
    filed_on: date | None = day("立案日期", auto=True, indexed=True)
    decided_on: date | None = day("决定日期", auto=True, indexed=True)
    closed_on: date | None = day("结案日期", auto=True, indexed=True)
    total_fen: int | None = money("罚没款（元）", auto=True, indexed=True)
    state: str = choice("状态", State, default=State.DRAFT, auto=True, indexed=True)

    @property
    def name_shown(self) -> str:
        return f"{self.number} {self.name}".strip()

    def faults(self) -> Iterable[Problem]:
        names = {party.name for party in self.parties}
        for decision in self.decisions:
            if decision.party not in names:
                yield Problem("decisions", f"处罚决定的当事人“{decision.party}”不在本案当事人之列")

    def step(self, kind: StepKind) -> Step | None:
        return next((step for step in self.steps if step.kind == kind), None)

    def decision_of(self, party: Party) -> Decision | None:
        return next((decision for decision in self.decisions if decision.party == party.name), None)


def next_step(case: Case) -> StepKind | None:
    """The step that is due next; None when the case is closed."""
    taken = {step.kind for step in case.steps}
    return next((kind for kind in ORDER if kind not in taken), None)


def completed(case: Case) -> Case:
    """The case with what follows from its other fields: name, parties in one line, sums, dates."""
    names = "、".join(party.name for party in case.parties)
    decision, filing, closing = (case.step(k) for k in (StepKind.DECISION, StepKind.FILING, StepKind.CLOSING))
    return replace(
        case,
        name=case.name or f"{names}{case.cause}{'' if case.cause.endswith('案') else '案'}",
        party_names=names,
        filed_on=filing.taken_on if filing else None,
        decided_on=decision.taken_on if decision else None,
        closed_on=closing.taken_on if closing else None,
        total_fen=sum(d.total_fen for d in case.decisions) if decision else None,
    )


def take(case: Case, step: Step) -> Case:
    """The case after the step, or a refusal that says what stands in the way.

    Steps are taken in order, none dated before the one that precedes it (行政处罚法 第五十四、五十七条).
    """
    if case.state == State.WITHDRAWN:
        raise UserError(f"{case.reference} 已撤销立案，不能再走“{step.kind}”")
    due = next_step(case)
    if due is None:
        raise UserError(f"{case.reference} 已结案，不能再走“{step.kind}”")
    if step.kind != due:
        raise UserError(f"{case.reference} 下一步是“{due}”，还不能走“{step.kind}”")
    if case.steps and step.taken_on and case.steps[-1].taken_on and step.taken_on < case.steps[-1].taken_on:
        last = case.steps[-1]
        words = f"“{step.kind}”的日期 {step.taken_on} 早于“{last.kind}”的日期 {last.taken_on}，请核对"
        raise Invalid(Problem("taken_on", words))
    if not case.steps and step.taken_on and case.discovered_on and step.taken_on < case.discovered_on:
        words = f"“{step.kind}”的日期早于发现（案发）日期 {case.discovered_on}，请核对"
        raise Invalid(Problem("taken_on", words))
    if missing := _missing_for(case, due):
        raise Invalid(Problem(missing[0], f"还不能走“{step.kind}”：{missing[1]}"))
    decisions = case.decisions
    if due is StepKind.DECISION:
        decisions = tuple(replace(d, decided_on=step.taken_on) for d in decisions)
    return completed(replace(case, steps=(*case.steps, step), state=AFTER[due], decisions=decisions))


def _missing_for(case: Case, step: StepKind) -> tuple[str, str] | None:
    """The field of the case that the step needs, and why; None when nothing is missing."""
    if step is StepKind.APPROVAL and not case.violations:
        return "violations", "尚未选定违法行为与处罚事项"
    if step in (StepKind.APPROVAL, StepKind.NOTICE, StepKind.DECISION):
        decided = {d.party for d in case.decisions}
        if bare := next((party.name for party in case.parties if party.name not in decided), ""):
            return "decisions", f"当事人“{bare}”还没有（拟）处罚决定"
    return None
