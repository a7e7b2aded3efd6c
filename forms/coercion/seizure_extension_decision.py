"""The decision to keep something sealed or seized for longer."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Number, Scope, SealHere, Statement, Style, Text
from qtapp.formkit.sheet import CLOSE_LETTER

FIELDS = (
    FormField("party_name", "当事人", required=True, auto="party.name"),
    FormField("decision_date", "原决定日期", "date", required=True),
    FormField("decision_no", "查封扣押决定书文号", "doc_ref", required=True),
    FormField("act", "涉案行为或对象", required=True),
    FormField("measure", "强制措施", required=True),
    FormField("reason", "延期原因", "paragraph", required=True),
    FormField("to_date", "延长至", "date", required=True),
    FormField("inventory_no", "附件清单号", "doc_ref", required=True),
    FormField("reconsideration_organ", "行政复议机关", required=True, auto="bureau.reconsideration_organ"),
    FormField("court", "人民法院", required=True, auto="bureau.court"),
)

BODY = (
    Text("{party_name:16}：", 0),
    Text(
        "本机关于{decision_date:9}以{decision_no:14}决定书，对你（单位）{act:16}采取了{measure:10}的行政强制措施。"
    ),
    Text("因{reason:56}"),
    Text(
        "现依法决定将上述措施的期限延长至{to_date:9}。涉及的场所、设施、财物见所附清单（清单号：{inventory_no:6}）。"
    ),
    Statement("remedy_general", noun="决定"),
    SealHere("（印章）"),
)

FORM = Form(
    key="seizure_extension_decision",
    title="延长查封扣押期限决定书",
    stage="强制",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("查扣延期", Scope.CASE),
    copies="本文书一式两份：一份由应急管理部门备案，一份交当事人。",
    layout=CLOSE_LETTER,
    order=44,
    asked=True,
    requires=("seizure_decision", "coercive_measure_approval"),
    party="当事人",
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
