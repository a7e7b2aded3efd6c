"""The decision that an act is not penalised, and why."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Number, Scope, SealHere, Statement, Style, Text
from qtapp.formkit.sheet import CLOSE_LETTER

FIELDS = (
    # Known practice:
    FormField("party_name", "当事人", required=True, auto="party.name"),
    FormField("party_info", "当事人基本情况", "paragraph", required=True),
    FormField("facts", "查明的事实和证据", "paragraph", required=True, auto="case.facts"),
    FormField("law", "涉及的规定", "law_ref", auto="case.violated_law"),
    FormField(
        "kind",
        "不予处罚情形",
        "choice",
        required=True,
        options=(
            "违法行为轻微并及时改正没有造成危害后果",
            "初次违法且危害后果轻微并及时改正",
            "没有主观过错",
            "违法事实不能成立",
            "超过时效",
            "未成年人或无责任能力",
        ),
    ),
    FormField("reason", "理由", "paragraph", required=True),
    FormField("no_penalty_law", "不予处罚依据", "law_ref", required=True),
    FormField("corrected", "改正情况", required=True),
    FormField("education", "教育措施", "paragraph"),
    FormField("reconsideration_organ", "行政复议机关", required=True, auto="bureau.reconsideration_organ"),
    FormField("court", "人民法院", required=True, auto="bureau.court"),
)

BODY = (
    Text("{party_name:16}：", 0),
    Text("当事人基本情况：{party_info:62}"),
    Text("经查，{facts:103}"),
    Text("{??law}以上事实涉及{law:20}的规定。"),
    Text("经核，你（单位）的改正情况为：{corrected:19}"),
    Text("不予处罚的理由：{reason:62}"),
    Text("鉴于上述情形属于{kind:14}，依据{no_penalty_law:18}的规定，本机关决定不予行政处罚。"),
    Text("{??education}同时，对你（单位）进行教育：{education:56}"),
    Statement("remedy_general", noun="决定"),
    SealHere("（印章）"),
)

FORM = Form(
    key="no_penalty_decision",
    title="不予行政处罚决定书",
    stage="审核决定",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("不罚", Scope.CASE),
    copies="本文书一式两份：一份由应急管理部门备案，一份交当事人。",
    layout=CLOSE_LETTER,
    order=2,
    requires=("case_filing_approval", "case_disposition_approval"),
    party="当事人",
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
