"""Tells who asked for a hearing that there will be none."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Number, Scope, SealHere, Sign, Style, Text
from qtapp.formkit.sheet import LETTER, Signature

FIELDS = (
    FormField("party_name", "申请人", required=True, auto="party.name"),
    FormField("case_name", "申请事由", required=True, auto="case.name"),
    FormField(
        "reason",
        "不予受理情形",
        "choice",
        required=True,
        options=("申请人不是本案当事人或者其代理人", "未在规定期限内提出", "不属于依法应当听证的范围"),
    ),
    FormField("contact", "联系人及电话", required=True, auto="case.contact"),
)

BODY = (
    Text("{party_name:16}：", 0),
    Text(
        "你（单位）就{case_name:18}向本机关提出的听证申请收悉。经审查，属于下列情形："
        "{reason:14}。依照行政处罚法关于听证的规定，本机关决定不予受理。"
    ),
    Text("特此通知。"),
    Text("联系人及电话：{contact:8}，{!bureau.phone}", 0),
    SealHere("（印章）"),
    Sign((Signature("受送达人（签名）：", date=True),)),
)

FORM = Form(
    key="hearing_refusal_notice",
    title="不予受理听证申请通知书",
    stage="听证",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("不听", Scope.CASE),
    copies="本文书一式两份：一份交听证申请人，一份存档。",
    layout=LETTER,
    order=56,
    requires=("hearing_right_notice",),
    party="当事人",
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
