"""Hands a case over to the authority it belongs to."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Items, Number, Scope, SealHere, Sign, Style, Text
from qtapp.formkit.sheet import CLOSE_LETTER, Signature

FIELDS = (
    FormField("receiver", "受移送机关", required=True),
    FormField("filed_on", "立案日期", "date", required=True, auto="step.filing_on"),
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    FormField("finding", "调查发现", "paragraph", required=True, auto="case.facts"),
    FormField("law", "移送依据", "law_ref", required=True),
    FormField("attachments", "附该案件有关材料", "list", required=True),
    FormField("copies_n", "份数", "integer", required=True),
    FormField("pages_n", "页数", "integer", required=True),
)

BODY = (
    Text("{receiver:16}：", 0),
    Text("本机关于{filed_on:9}对{case_name:20}立案调查，查明：{finding:85}"),
    Text("该案已经超出本机关的管辖范围。依据{law:20}的规定，现移送你单位处理。"),
    Text("附该案件有关材料共{copies_n:3}份{pages_n:3}页：", keep=True),
    Items("attachments", blank=3),
    Sign((Signature("送件人（签名）：", date=True, lines=2), Signature("收件人（签名）：", date=True))),
    SealHere("（公章）"),
)

FORM = Form(
    key="transfer_letter",
    title="案件移送书",
    stage="移送",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("移", Scope.CASE),
    copies="本文书一式两份：一份交受移送机关，一份存档。",
    layout=CLOSE_LETTER,
    order=86,
    requires=("transfer_approval",),
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
