"""What becomes of evidence that was put on record."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Number, Scope, SealHere, Statement, Style, Text
from qtapp.formkit.sheet import CLOSE_LETTER

FIELDS = (
    FormField("party_name", "当事人", required=True, auto="party.name"),
    FormField("registered_on", "登记保存日期", "date", required=True),
    FormField("items", "登记保存物品", "paragraph", required=True),
    FormField("notice_no", "先行登记保存证据通知书文号", "doc_ref", required=True),
    FormField("decision", "处理决定", "paragraph", required=True),
    FormField("reconsideration_organ", "行政复议机关", required=True, auto="bureau.reconsideration_organ"),
    FormField("court", "人民法院", required=True, auto="bureau.court"),
)

BODY = (
    Text("{party_name:16}：", 0),
    Text(
        "本机关于{registered_on:9}以{notice_no:14}《先行登记保存证据通知书》，对你（单位）的下列物品先行登记保存：{items:58}"
    ),
    Text("现依法作出如下处理决定：{decision:82}"),
    Statement("remedy_general", noun="决定"),
    SealHere("（印章）"),
)

FORM = Form(
    key="evidence_disposal_decision",
    title="先行登记保存证据处理决定书",
    stage="调查取证",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("先保处", Scope.CASE),
    copies="本文书一式两份：一份由应急管理部门备案，一份交当事人。",
    layout=CLOSE_LETTER,
    order=20,
    asked=True,
    requires=("evidence_registration_notice", "evidence_disposal_approval"),
    party="当事人",
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
