"""What becomes of what was sealed or seized."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Audience,
    Form,
    FormField,
    Number,
    Rows,
    Scope,
    SealHere,
    Sign,
    Statement,
    Style,
    Text,
)
from qtapp.formkit.sheet import CLOSE_LETTER, Align, Signature

FIELDS = (
    FormField("party_name", "当事人", required=True, auto="party.name"),
    FormField("decision_date", "原决定日期", "date", required=True),
    FormField("decision_no", "查封扣押决定书文号", "doc_ref", required=True),
    FormField("act", "涉案行为或对象", required=True),
    FormField("measure", "强制措施", required=True),
    FormField("law", "依据", "law_ref", required=True),
    FormField(
        "disposal",
        "处理决定",
        "multichoice",
        required=True,
        options=("解除查封扣押，退还财物", "依法没收", "依法销毁", "其他"),
    ),
    FormField("disposal_detail", "处理决定内容", "paragraph", required=True),
    FormField("items", "物品处理表", "table", columns=("编号", "名称", "规格型号", "数量", "处理决定")),
    FormField("reconsideration_organ", "行政复议机关", required=True, auto="bureau.reconsideration_organ"),
    FormField("court", "人民法院", required=True, auto="bureau.court"),
)

BODY = (
    Text("{party_name:16}：", 0),
    Text(
        "本机关于{decision_date:9}以{decision_no:14}决定书，对你（单位）{act:16}采取了{measure:10}的行政强制措施。"
    ),
    Text("依据{law:24}的规定，现作出下列处理决定："),
    Text("{disposal}", ticks=True),
    Text("{disposal_detail:28}"),
    Rows(
        "items",
        (18, 40, 36, 20, 42),
        (Align.CENTRE, Align.LEFT, Align.LEFT, Align.CENTRE, Align.LEFT),
        height=7,
        blank=2,
        optional=True,
    ),
    Statement("remedy_general", noun="决定"),
    Sign((Signature("当事人（核对签名）：", date=True), Signature("执法人员（签名）：", date=True, lines=2))),
    SealHere("（印章）"),
)

FORM = Form(
    key="seizure_disposal_decision",
    title="查封扣押处理决定书",
    stage="强制",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("查扣处", Scope.CASE),
    copies="本文书一式两份：一份由应急管理部门备案，一份交当事人。",
    layout=CLOSE_LETTER,
    order=45,
    asked=True,
    requires=("seizure_decision", "coercive_measure_approval"),
    party="当事人",
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
