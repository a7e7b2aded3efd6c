"""The decision on what is added to a fine that stays unpaid."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Number, Scope, SealHere, Statement, Style, Text
from qtapp.formkit.sheet import CLOSE_LETTER

FIELDS = (
    FormField("party_name", "当事人", required=True, auto="party.name"),
    FormField("decision_date", "处罚决定日期", "date", required=True, auto="step.decision_on"),
    FormField("decision_no", "行政处罚决定书文号", "doc_ref", required=True),
    FormField("fine", "罚款数额", "money", required=True, auto="case.fine_fen"),
    FormField("due_date", "缴纳期限", "date", required=True),
    FormField("as_of", "截至日期", "date", required=True),
    # Known practice:
    FormField("overdue_days", "逾期天数", "integer", required=True),
    # Read in a source:
    FormField("additional", "加处罚款数额", "money", required=True),
    FormField("additional_upper", "加处罚款大写", required=True),
    FormField("payee", "缴纳银行、账号", required=True, auto="bureau.fine_bank"),
    FormField("reconsideration_organ", "行政复议机关", required=True, auto="bureau.reconsideration_organ"),
    FormField("court", "人民法院", required=True, auto="bureau.court"),
)

BODY = (
    Text("{party_name:16}：", 0),
    Text(
        "本机关于{decision_date:9}以{decision_no:14}对你（单位）处以罚款{fine:16}，要求于{due_date:9}前缴清。"
    ),
    Text(
        "经催告，截至{as_of:9}，你（单位）仍没有履行，"
        "已逾期{overdue_days:3}日（不含行政复议、行政诉讼期间）。"
        "本机关决定对你（单位）加处罚款{additional:16}（大写：人民币{additional_upper:14}），"
        "请立即向{payee:18}缴纳。"
    ),
    Statement("remedy_general", noun="决定"),
    Statement("nonperformance"),
    SealHere("（印章）"),
)

FORM = Form(
    key="additional_fine_decision",
    title="加处罚款决定书",
    stage="执行",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("加罚", Scope.CASE),
    copies="本文书一式两份：一份由应急管理部门备案，一份交当事人。",
    layout=CLOSE_LETTER,
    order=71,
    requires=("fine_demand_notice",),
    party="当事人",
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
