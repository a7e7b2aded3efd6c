"""What a party is told before a heavier penalty: that it may ask for a hearing."""

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
    FormField("party_name", "当事人", required=True, auto="party.name"),
    FormField("facts", "存在下列行为", "paragraph", required=True, auto="case.facts"),
    FormField("evidence", "以上事实主要证据", "paragraph", required=True, auto="case.evidence_list"),
    FormField("law", "违反的规定", "law_ref", required=True, auto="case.violated_law"),
    FormField("penalty_law", "处罚依据", "law_ref", required=True, auto="case.penalty_basis"),
    FormField("proposed", "拟作出的行政处罚", "paragraph", required=True, auto="case.proposed_penalty"),
    FormField("apply_to", "提出听证申请的部门", required=True, auto="bureau.name"),
    FormField("bureau_address", "应急管理部门地址", required=True, auto="bureau.address"),
    FormField("contact", "联系人", required=True, auto="case.contact"),
    FormField("phone", "联系电话", required=True, auto="bureau.phone"),
    FormField("postcode", "邮政编码", auto="bureau.postcode"),
)

BODY = (
    Text("{party_name:16}：", 0),
    Text("经查，你（单位）存在下列行为：{facts:91}"),
    Text("以上事实的主要证据：{evidence:60}"),
    Text(
        "以上行为违反了{law:16}的规定，依据{penalty_law:16}的规定，"
        "拟对你（单位）作出{proposed:20}的行政处罚。"
    ),
    Statement("hearing_right"),
    Line("应急管理部门地址：{bureau_address:16}邮政编码：{postcode:5}"),
    Line("联系人：{contact:8}联系电话：{phone:10}"),
    SealHere("（印章）"),
    Sign((Signature("当事人（签收）：", date=True),)),
)

FORM = Form(
    key="hearing_right_notice",
    title="行政处罚听证告知书",
    stage="听证",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("听告", Scope.CASE),
    copies="本文书一式两份：一份由应急管理部门备案，一份交当事人。",
    layout=CLOSE_LETTER,
    order=54,
    requires=("penalty_notice",),
    party="当事人",
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
