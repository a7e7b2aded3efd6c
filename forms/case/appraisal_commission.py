"""Asks experts to examine what was taken as evidence."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Audience,
    Form,
    FormField,
    Line,
    Number,
    Rows,
    Scope,
    SealHere,
    Space,
    Style,
    Text,
)
from qtapp.formkit.sheet import CLOSE_LETTER, Align

FIELDS = (
    FormField("receiver", "受委托单位", required=True),
    FormField("items", "鉴定物品", "table", required=True, columns=("物品名称", "规格型号", "数量", "备注")),
    FormField("requirement", "鉴定要求", "paragraph", required=True),
    FormField("due_date", "提交鉴定结果期限", "date", required=True),
    FormField("contact", "联系人", required=True, auto="case.contact"),
    FormField("phone", "联系电话", required=True, auto="bureau.phone"),
)

WIDTHS = (2628, 2700, 844, 2198)  # twips, as in the official table

BODY = (
    Text("{receiver:16}：", 0),
    Text("因调查安全生产违法案件的需要，现委托你单位对下列物品进行鉴定：", keep=True),
    Rows("items", WIDTHS, (Align.LEFT, Align.LEFT, Align.CENTRE, Align.LEFT), blank=4),
    Space(2),
    Text("鉴定要求：{requirement:62}"),
    Text("请于{due_date:9}前提交鉴定结果。鉴定报告应当由鉴定人签名，并加盖鉴定机构印章。"),
    Line("联系人：{contact:8}联系电话：{phone:10}"),
    SealHere("（印章）"),
)

FORM = Form(
    key="appraisal_commission",
    title="鉴定委托书",
    stage="调查取证",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("鉴", Scope.CASE),
    copies="本文书一式两份：一份由应急管理部门备案，一份交受委托单位。",
    layout=CLOSE_LETTER,
    order=21,
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
