"""Calls a party to the hearing it asked for."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Audience,
    Form,
    FormField,
    Line,
    Number,
    Scope,
    SealHere,
    Sign,
    Statement,
    Style,
    Text,
)
from qtapp.formkit.sheet import CLOSE_LETTER, Signature

FIELDS = (
    FormField("party_name", "听证申请人", required=True, auto="party.name"),
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    FormField("hearing_time", "听证时间", "datetime", required=True),
    FormField("place", "地点", required=True),
    FormField("public", "形式", "choice", required=True, options=("公开", "不公开")),
    FormField("presider", "听证主持人姓名、职务", required=True),
    FormField("assessor_1", "听证员姓名、职务", required=True),
    FormField("assessor_2", "听证员姓名、职务（二）"),
    FormField("clerk", "书记员姓名、职务", required=True),
    FormField("bureau_address", "应急管理部门地址", required=True, auto="bureau.address"),
    FormField("postcode", "邮政编码", auto="bureau.postcode"),
    FormField("contact", "联系人", required=True, auto="case.contact"),
    FormField("phone", "联系电话", required=True, auto="bureau.phone"),
)

BODY = (
    Text("{party_name:16}：", 0),
    Text(
        "根据你（单位）提出的听证申请，本机关定于{hearing_time:10}在{place:12}，"
        "就{case_name:18}一案{public:4}举行听证会，请准时出席。"
    ),
    Line("听证主持人姓名、职务：{presider:20}"),
    Line("听证员姓名、职务：{assessor_1:12}{assessor_2:12}"),
    Line("书记员姓名、职务：{clerk:20}"),
    Statement("hearing_notes"),
    Line("应急管理部门地址：{bureau_address:16}邮政编码：{postcode:5}"),
    Line("联系人：{contact:8}联系电话：{phone:10}"),
    SealHere("（印章）"),
    Sign((Signature("当事人或者代理人（签收）：", date=True),)),
)

FORM = Form(
    key="hearing_notice",
    title="行政处罚听证会通知书",
    stage="听证",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("听通", Scope.CASE),
    copies="本文书一式两份：一份由应急管理部门备案，一份交听证申请人。",
    layout=CLOSE_LETTER,
    order=55,
    requires=("hearing_right_notice",),
    party="当事人",
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
