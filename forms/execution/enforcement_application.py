"""Asks the court to enforce a decision."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Audience,
    Form,
    FormField,
    Items,
    Line,
    Number,
    Scope,
    SealHere,
    Sign,
    Style,
    Text,
)
from qtapp.formkit.sheet import CLOSE_LETTER, Signature

FIELDS = (
    FormField("signer", "签发人", required=True),
    FormField("court", "人民法院", required=True, auto="bureau.court"),
    FormField("decision_date", "决定日期", "date", required=True, auto="step.decision_on"),
    FormField("party_name", "被申请执行人", required=True, auto="party.name"),
    FormField("decision", "行政决定内容", required=True, auto="case.penalty"),
    FormField("decision_no", "行政决定文号", "doc_ref", required=True),
    FormField("demand_no", "催告书文号", "doc_ref", required=True),
    FormField("demand_served", "催告书送达日期", "date", required=True),
    # Known practice:
    FormField("target", "申请执行标的", "paragraph", required=True),
    # Read in a source:
    FormField("attachments", "附有关材料", "list", required=True),
    FormField("contact", "联系人", required=True, auto="case.contact"),
    FormField("phone", "联系电话", required=True, auto="bureau.phone"),
)

BODY = (
    Text("{court:16}：", 0),
    Text(
        "本机关于{decision_date:9}对被申请执行人{party_name:16}作出{decision:20}的行政决定（文号："
        "{decision_no:14}），并于{demand_served:9}送达催告书（文号：{demand_no:14}）。"
        "被申请执行人在法定期限内没有申请行政复议或者提起行政诉讼，又没有履行。"
    ),
    Text("依照行政处罚法、行政强制法的有关规定，现申请贵院强制执行。申请执行的标的：{target:33}"),
    Text("附有关材料：", keep=True),
    Items("attachments", blank=3),
    Line("联系人：{contact:8}联系电话：{phone:10}"),
    Sign((Signature("行政机关负责人（签名）："),)),
    SealHere("（公章）"),
    Sign((Signature("收件人（签名）：", date=True),)),
)

FORM = Form(
    key="enforcement_application",
    title="强制执行申请书",
    stage="执行",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("强执", Scope.CASE),
    copies="本文书一式两份：一份送人民法院，一份存档。",
    layout=CLOSE_LETTER,
    order=75,
    requires=("enforcement_demand",),
    party="当事人",
    issuer="signer",
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
