"""How a party that is not penalised was taught, and what it promised."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Line, Style, Text
from qtapp.formkit.sheet import LETTER, Signature

FIELDS = (
    # Inferred:
    FormField("party_name", "当事人", required=True, auto="party.name"),
    FormField("facts", "违法事实", "paragraph", required=True, auto="case.facts"),
    FormField("law", "涉及的规定", "law_ref", required=True, auto="case.violated_law"),
    FormField(
        "method",
        "教育方式",
        "multichoice",
        required=True,
        options=("批评教育", "指导约谈", "普法宣传", "签署承诺书"),
    ),
    FormField("content", "教育内容", "paragraph", required=True),
    FormField("promise", "当事人改正承诺", "paragraph", required=True),
)

BODY = (
    Line("当事人：{party_name:26}"),
    Line("教育方式：{method:26}"),
    Text("违法事实：{facts:101}"),
    Text("涉及的规定：{law:28}"),
    Text("教育内容：{content:173}"),
    Text("当事人改正承诺：{promise:62}"),
)

FORM = Form(
    key="no_penalty_education_record",
    title="不予处罚教育（说服教育）记录",
    stage="审核决定",
    style=Style.RECORD,
    audience=Audience.SERVED,
    copies="本文书一式两份：一份入卷，一份交当事人。",
    layout=LETTER,
    each_page=(
        *(Signature("执法人员（签名）：", number="证号："),) * 2,
        Signature("当事人（签名）：", date=True),
    ),
    order=4,
    party="当事人",
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
