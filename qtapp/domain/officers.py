"""Officers and their certificates: who may enforce on a given day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from qtapp.domain.codes import identity_problem
from qtapp.domain.errors import Problem
from qtapp.domain.kinds import Kind
from qtapp.domain.record import Part, Record, choice, day, link, text, whole

ENFORCEMENT = "执法岗"
POSTS = (ENFORCEMENT, "综合岗", "领导班子", "工勤岗", "其他")


@dataclass(frozen=True, kw_only=True)
class Officer(Record):
    KIND: ClassVar[Kind] = Kind.OFFICER

    name: str = text(
        "姓名", required=True, search=True, indexed=True, limit=60, aliases=("人员姓名", "执法人员")
    )
    gender: str = choice("性别", ("男", "女"))
    identity_number: str = text(
        "身份证号",
        limit=18,
        check=identity_problem,
        personal=True,
        aliases=("身份证号码", "公民身份号码", "身份证"),
    )
    department: str = text(
        "科室",
        search=True,
        required=True,
        indexed=True,
        limit=60,
        aliases=("部门", "所在科室", "所属科室", "单位"),
    )
    post: str = choice("岗位", POSTS, default=ENFORCEMENT, indexed=True, aliases=("岗位类别",))
    duty: str = text("职务", search=True, limit=60)
    phone: str = text("联系电话", limit=40, personal=True, aliases=("电话", "手机"))
    joined_on: date | None = day("到岗日期", required=True, aliases=("入职日期", "进局日期", "参加工作时间"))
    left_on: date | None = day("离岗日期", hint="调离、退休之日；在岗的空着")
    apply_year: int | None = whole("计划申领年度", hint="尚未取得执法证件的，列入哪一年的申领计划")
    initials: str = text("拼音首字母", auto=True, indexed=True, limit=200)

    def active_on(self, on: date) -> bool:
        """On the roster that day."""
        joined = self.joined_on is not None and self.joined_on <= on
        return joined and (self.left_on is None or on < self.left_on)

    def faults(self) -> Iterable[Problem]:
        if self.joined_on and self.left_on and self.left_on < self.joined_on:
            yield Problem("left_on", "“离岗日期”早于“到岗日期”，请核对")


@dataclass(frozen=True, kw_only=True)
class Certificate(Record):
    """A 行政执法证: without a valid one nobody enforces (行政处罚法 第四十二条、第五十五条)."""

    KIND: ClassVar[Kind] = Kind.CERTIFICATE

    number: str = text(
        "证号",
        required=True,
        search=True,
        indexed=True,
        limit=40,
        aliases=("执法证号", "证件号码", "证件编号"),
    )
    officer_id: int = link("持证人", Kind.OFFICER, by="officer_name")
    officer_name: str = text(
        "持证人姓名", required=True, search=True, indexed=True, limit=60, aliases=("姓名", "执法人员")
    )
    issuer: str = text("发证机关", search=True, aliases=("发证单位",))
    scope: str = text("执法类别", default="安全生产")
    issued_on: date | None = day("发证日期", required=True, aliases=("领证日期", "有效期起"))
    expires_on: date | None = day(
        "有效期至", required=True, indexed=True, aliases=("到期日期", "有效期止", "有效期")
    )
    revoked_on: date | None = day("注销（吊销）日期")

    def valid_on(self, on: date) -> bool:
        """From the day of issue up to, not including, the day of expiry or revocation."""
        return not self.why_not(on)

    def why_not(self, on: date) -> str:
        """Why the certificate is not valid that day; "" when it is."""
        if self.issued_on is None or on < self.issued_on:
            return f"证件 {self.number} 当日尚未发证"
        if self.revoked_on and self.revoked_on <= on:
            return f"证件 {self.number} 已于 {self.revoked_on} 注销"
        if self.expires_on is None or self.expires_on <= on:
            return f"证件 {self.number} 已于 {self.expires_on} 到期"
        return ""

    def faults(self) -> Iterable[Problem]:
        if self.issued_on and self.expires_on and self.expires_on <= self.issued_on:
            yield Problem("expires_on", "“有效期至”不晚于“发证日期”，请核对")


@dataclass(frozen=True, kw_only=True)
class Handler(Part):
    """An officer as he stands on a paper: name and certificate number of that day."""

    officer_id: int = link("人员", Kind.OFFICER, by="name")
    name: str = text("姓名", search=True, required=True, limit=60)
    certificate: str = text("证号", search=True, limit=40)


def may_enforce(officer: Officer, certificates: Iterable[Certificate], on: date) -> tuple[str, str]:
    """(certificate number, "") when the officer may enforce that day, else ("", the reason)."""
    if not officer.active_on(on):
        return "", f"{officer.name} 在 {on} 不在岗"
    own = sorted(certificates, key=lambda c: c.expires_on or date.min, reverse=True)
    if not own:
        return "", f"{officer.name} 没有登记执法证件"
    valid = [c for c in own if c.valid_on(on)]
    return (valid[0].number, "") if valid else ("", f"{officer.name}：{own[0].why_not(on)}")


def certified_on(
    officers: Iterable[Officer], certificates: Mapping[int, list[Certificate]], on: date
) -> tuple[list[Officer], list[Officer]]:
    """Who holds a valid certificate that day, and who is planned to apply for one (annual figures A4, A5)."""
    active = [o for o in officers if o.active_on(on)]
    held = [o for o in active if may_enforce(o, certificates.get(o.id, []), on)[0]]
    holders = {o.id for o in held}
    pending = [o for o in active if o.id not in holders and o.post == ENFORCEMENT and o.apply_year]
    return held, pending
