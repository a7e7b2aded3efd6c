"""Demands performance before a court is asked to enforce."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Audience,
    Form,
    FormField,
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
    FormField("decision_date", "决定日期", "date", required=True, auto="step.decision_on"),
    FormField("decision", "行政决定名称及文号", "doc_ref", required=True),
    FormField("pay", "缴纳罚款", "bool", required=True),
    FormField("pay_due", "缴纳期限", "date", when="缴纳罚款时"),
    FormField("fine", "罚款（大写）", "money", auto="case.fine_fen", when="缴纳罚款时"),
    FormField("additional", "加处罚款（大写）", "money"),
    FormField("total", "合计", "money", when="缴纳罚款时"),
    FormField("payee", "缴至", auto="bureau.fine_bank", when="缴纳罚款时"),
    FormField("perform", "立即履行以下行政决定", "paragraph"),
)

BODY = (
    Text("{party_name:16}：", 0),
    Text(
        "本机关于{decision_date:9}对你（单位）作出{decision:18}，"
        "你（单位）在法定期限内没有申请行政复议或者提起行政诉讼，也没有履行。"
        "依照行政强制法的有关规定，现催告你（单位）履行下列义务："
    ),
    # Not in the inventory's words; the paper shows which of the two duties is meant.
    Text("缴纳罚款：{pay}　　缴至：{payee:16}", ticks=True),
    Text("{??fine}于{pay_due:9}前，将罚款{fine:14}、加处罚款{additional:14}，合计{total:14}缴清。"),
    Text("{??perform}立即履行以下行政决定：{perform:59}"),
    Text("逾期仍不履行的，本机关将依法申请人民法院强制执行。"),
    Statement("demand_defence"),
    Sign((Signature("受送达人（签名）：", date=True),)),
    SealHere("（印章）"),
)

FORM = Form(
    key="enforcement_demand",
    title="行政强制执行事先催告书",
    stage="执行",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("执行催告", Scope.CASE),
    copies="本文书一式两份：一份由应急管理部门备案，一份交当事人。",
    layout=CLOSE_LETTER,
    order=74,
    party="当事人",
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
