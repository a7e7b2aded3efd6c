"""The bureau itself: its name, its numbers' words, its addresses; and its departments."""

from dataclasses import dataclass
from typing import ClassVar

from qtapp.domain.kinds import Kind
from qtapp.domain.record import Part, Record, choice, flag, text, whole

PER_FORM = "每种文书单独编号"
PER_CASE = "一案一号，各文书共用"


@dataclass(frozen=True, kw_only=True)
class Bureau(Part):
    """Settings that stand on every paper. One row; changed only through its use case."""

    name: str = text(
        "机关名称", required=True, default="本局（未命名）", hint="印在各种文书上的全称，如 ××县应急管理局"
    )
    area: str = text("地区简称", limit=10, hint="编号里括号中的一两个字，如“启”；留空则编号不带括号")
    word: str = text("机关代字", required=True, default="应急", limit=10, hint="编号的代字，如“应急”")
    region: str = text("县（市、区）名称", hint="印在登记表标题里，如 ××市")
    government: str = text("本级人民政府", hint="行政复议机关，如 ××市人民政府")
    court: str = text("人民法院", hint="提起行政诉讼的法院全称")
    address: str = text("机关地址")
    postcode: str = text("邮政编码", limit=10)
    phone: str = text("联系电话", limit=40)
    report_phone: str = text("举报电话", limit=40, default="12350")
    fine_bank: str = text("罚款代收银行")
    fine_account_name: str = text("罚款账户名称")
    fine_account: str = text("罚款账号", limit=60)
    numbering: str = choice(
        "文书编号方式", (PER_FORM, PER_CASE), default=PER_FORM, hint="两种做法都有依据，按本局习惯选一种"
    )
    complaint_days: int = whole("举报默认查处时限（日）", default=15, hint="主要领导未另定时限时预填")
    defence_days: int = whole(
        "陈述申辩期限（工作日）", default=5, hint="法律未规定日数，由本局确定；印在行政处罚告知书上"
    )
    double_sided: bool = flag("默认双面打印")


@dataclass(frozen=True, kw_only=True)
class Department(Record):
    KIND: ClassVar[Kind] = Kind.DEPARTMENT

    name: str = text("科室名称", required=True, search=True, limit=60)
    short: str = text("简称", limit=20, hint="列表和点名簿里用")
    aliases: str = text("曾用名", hint="改名前的叫法，用顿号隔开；导入旧台账时据此对应")
    head: str = text("负责人", limit=60)
    position: int = whole("顺序", default=0, indexed=True)
    enforces: bool = flag("承担执法", default=True)
