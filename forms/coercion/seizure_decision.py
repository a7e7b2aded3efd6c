"""The decision to seal or to seize."""

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
    # Known practice:
    FormField("party_address", "当事人地址", required=True, auto="party.address"),
    # Read in a source:
    FormField("facts", "发现的问题", "paragraph", required=True, auto="case.facts"),
    FormField("law", "依据", "law_ref", required=True),
    FormField("measure", "强制措施（查封/扣押及对象）", "paragraph", required=True),
    FormField("from_date", "措施起日", "date", required=True),
    FormField("to_date", "措施止日", "date", required=True, hint="不包括检测、检验、检疫或者技术鉴定的期间"),
    FormField("inventory_no", "附件清单号", "doc_ref", required=True),
    FormField("reconsideration_organ", "行政复议机关", required=True, auto="bureau.reconsideration_organ"),
    FormField("court", "人民法院", required=True, auto="bureau.court"),
)

BODY = (
    Text("{party_name:16}：", 0),
    # Known practice:
    Line("当事人地址：{party_address:24}"),
    # Read in a source:
    Text("本机关检查发现，你（单位）存在下列问题：{facts:88}"),
    Text("依据{law:24}的规定，现决定采取下列行政强制措施：{measure:56}"),
    Text(
        "上述措施的期限自{from_date:9}起至{to_date:9}止，检测、检验、检疫或者技术鉴定的期间不计入。涉及的场所、设施、财物见所附清单（清单号：{inventory_no:6}）。"
    ),
    Statement("remedy_general", noun="决定"),
    SealHere("（印章）"),
    # Known practice:
    Sign((Signature("当事人（签收）：", date=True),)),
)

FORM = Form(
    key="seizure_decision",
    title="查封扣押决定书",
    stage="强制",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("查扣", Scope.CASE),
    copies="本文书一式两份：一份由应急管理部门备案，一份交当事人。",
    layout=CLOSE_LETTER,
    order=42,
    asked=True,
    requires=("coercive_measure_approval",),
    party="当事人",
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
