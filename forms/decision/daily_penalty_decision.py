"""The decision that penalises a refusal to correct day by day."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Number, Scope, SealHere, Statement, Style, Text
from qtapp.formkit.sheet import CLOSE_LETTER

FIELDS = (
    # Inferred:
    FormField("party_name", "当事人", required=True, auto="party.name"),
    FormField("order_date", "责令改正之日", "date", required=True),
    FormField("order_no", "责令改正文书文号", "doc_ref", required=True),
    FormField("decision_no", "原行政处罚决定书文号", "doc_ref", required=True),
    FormField("base_fine", "原罚款数额", "money", required=True, auto="case.fine_fen"),
    FormField("recheck_no", "复查意见书文号", "doc_ref", required=True),
    FormField("from_date", "起算日", "date", required=True),
    FormField("to_date", "截止日", "date", required=True),
    FormField("days", "天数", "integer", required=True),
    FormField("total", "连续处罚合计", "money", required=True),
    FormField("total_upper", "大写", required=True),
    FormField("reconsideration_organ", "行政复议机关", required=True, auto="bureau.reconsideration_organ"),
    FormField("court", "人民法院", required=True, auto="bureau.court"),
)

BODY = (
    Text("{party_name:16}：", 0),
    Text(
        "本机关于{order_date:9}以{order_no:14}责令你单位改正违法行为，"
        "并以{decision_no:14}对你单位处以罚款{base_fine:14}。"
    ),
    Text(
        "经复查（复查意见书文号：{recheck_no:14}），你单位拒不改正。"
        "依照安全生产法关于按日连续处罚的规定，决定自责令改正之日的次日，即{from_date:9}起，"
        "至{to_date:9}止，共{days:3}日，按照原处罚数额按日连续处罚，合计罚款{total:14}（大写："
        "人民币{total_upper:14}）。"
    ),
    Statement("fine_payment"),
    Statement("remedy_general", noun="决定"),
    Statement("nonperformance"),
    SealHere("（印章）"),
)

FORM = Form(
    key="daily_penalty_decision",
    title="按日连续处罚决定书",
    stage="审核决定",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("连罚", Scope.CASE),
    copies="本文书一式两份：一份由应急管理部门备案，一份交当事人。",
    layout=CLOSE_LETTER,
    order=5,
    requires=("rectification_order", "penalty_decision_unit"),
    party="单位",
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
