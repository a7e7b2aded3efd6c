"""Grants that a fine is paid later, or one part of it at a time."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Number, Scope, SealHere, Style, Text
from qtapp.formkit.sheet import LETTER

FIELDS = (
    FormField("party_name", "当事人", required=True, auto="party.name"),
    FormField("decision_date", "处罚决定日期", "date", required=True, auto="step.decision_on"),
    FormField("decision_no", "行政处罚决定书文号", "doc_ref", required=True),
    FormField("fine", "罚款金额（大写）", "money", required=True, auto="case.fine_fen"),
    FormField("grant", "批准方式", "choice", required=True, options=("延期缴纳", "分期缴纳")),
    FormField("extend_to", "延长至（大写日期）", "date", when="延期缴纳时"),
    FormField("instalment_no", "第几期", "integer", when="分期缴纳时（每期单独开具本文书）"),
    FormField("instalment_due", "本期期限（大写日期）", "date", when="分期缴纳时"),
    FormField("instalment_amount", "本期缴纳罚款（大写）", "money", when="分期缴纳时"),
    FormField("remaining", "尚有未缴纳的罚款（大写）", "money", when="分期缴纳时"),
)

BODY = (
    Text("{party_name:16}：", 0),
    Text(
        "本机关于{decision_date:9}以{decision_no:14}对你（单位）处以罚款{fine:18}。"
        "根据你（单位）的申请，依照行政处罚法的有关规定，本机关同意你（单位）{grant:8}。"
    ),
    Text("{??extend_to}延期缴纳的，缴纳期限延长至{extend_to:12}。"),
    Text(
        "{??instalment_no}分期缴纳的，"
        "第{instalment_no:3}期于{instalment_due:12}前缴纳罚款{instalment_amount:16}，"
        "尚有未缴纳的罚款{remaining:16}。"
    ),
    Text("代收机构凭本批准书办理收款。到期没有缴纳的，依法加处罚款。"),
    SealHere("（印章）"),
)

FORM = Form(
    key="fine_deferral_grant",
    title="延期（分期）缴纳罚款批准书",
    stage="执行",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("缴批", Scope.CASE),
    copies="本文书一式三份：一份由应急管理部门备案，一份交当事人，一份交代收机构。",
    layout=LETTER,
    order=73,
    requires=("fine_deferral_approval",),
    party="当事人",
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
