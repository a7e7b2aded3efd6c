"""Enterprises: whom the bureau supervises."""

from dataclasses import dataclass
from typing import ClassVar

from qtapp.domain.codes import credit_code_problem
from qtapp.domain.kinds import Kind
from qtapp.domain.record import Record, choice, flag, text

HIGH_RISK = "高危"
GENERAL = "一般"


@dataclass(frozen=True, kw_only=True)
class Enterprise(Record):
    KIND: ClassVar[Kind] = Kind.ENTERPRISE

    name: str = text(
        "单位名称",
        required=True,
        search=True,
        indexed=True,
        aliases=("企业名称", "被检查单位", "被举报单位", "公司名称", "单位", "名称"),
    )
    credit_code: str = text(
        "统一社会信用代码",
        limit=18,
        search=True,
        indexed=True,
        check=credit_code_problem,
        aliases=("信用代码", "社会信用代码", "统一信用代码", "组织机构代码"),
        hint="18 位，末位为校验位；没有的可以空着",
    )
    former_names: str = text("曾用名", search=True, hint="用顿号隔开")
    address: str = text("地址", search=True, aliases=("单位地址", "企业地址", "注册地址", "经营地址", "住所"))
    township: str = text(
        "所在区镇", search=True, indexed=True, limit=40, aliases=("乡镇", "区镇", "镇区", "街道", "所属乡镇")
    )
    postcode: str = text("邮政编码", limit=10, aliases=("邮编",))
    legal_rep: str = text(
        "法定代表人（负责人）",
        limit=60,
        search=True,
        aliases=("法定代表人", "法人", "法人代表", "负责人", "主要负责人", "企业负责人"),
    )
    legal_rep_title: str = text("职务", limit=40)
    phone: str = text("联系电话", limit=60, aliases=("电话", "手机", "联系方式", "手机号码"))
    industry: str = text("行业", search=True, limit=60, aliases=("行业类别", "所属行业"))
    risk_class: str = choice(
        "监管类别", (HIGH_RISK, GENERAL), default=GENERAL, indexed=True, aliases=("高危/一般", "企业类别")
    )
    supervised: bool = flag("列入监管名录", default=True)
    initials: str = text("拼音首字母", auto=True, indexed=True, limit=400)
    note: str = text("备注", search=True, limit=500)
