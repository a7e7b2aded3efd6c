"""A kind of record with every sort of field, for the kit's own tests."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from qtapp.domain.kinds import Kind
from qtapp.domain.record import (
    Part,
    Record,
    choice,
    choices,
    day,
    flag,
    link,
    moment,
    money,
    passage,
    table,
    text,
    whole,
)


@dataclass(frozen=True, kw_only=True)
class Item(Part):
    officer_id: int = link("人员", Kind.OFFICER)
    name: str = text("名称", required=True)
    count: int | None = whole("数量")


@dataclass(frozen=True, kw_only=True)
class Sample(Record):
    KIND: ClassVar[Kind] = Kind.COMPLAINT

    title: str = text("题名", required=True, limit=8)
    channel: str = choice("方式", ("来电", "来信", "来访"), required=True, default="来电")
    colour: str = choice("颜色", ("红", "绿"))
    kinds: tuple[str, ...] = choices("类别", ("甲", "乙", "丙"))
    held_on: date | None = day("日期")  # noqa: RUF009 - a declaration
    at: datetime | None = moment("时间")  # noqa: RUF009 - a declaration
    fine_fen: int | None = money("罚款")
    pages: int | None = whole("页数")
    urgent: bool = flag("加急")
    firm: str = text("单位")
    firm_id: int = link("企业", Kind.ENTERPRISE, auto=True)
    hidden: str = text("密", sealed=True)
    content: str = passage("内容")
    items: tuple[Item, ...] = table("物品", Item)
