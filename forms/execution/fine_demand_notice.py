"""Demands a fine that was not paid in time."""

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
    FormField("decision_date", "处罚决定发出日期", "date", required=True, auto="step.decision_on"),
    FormField("decision_no", "行政处罚决定书文号", "doc_ref", required=True),
    # Known practice:
    FormField("fine", "罚款数额", "money", required=True, auto="case.fine_fen"),
    # Read in a source:
    FormField("due_date", "原缴纳期限", "date", required=True),
    # Known practice:
    FormField("new_due", "催告履行期限", "date", required=True),
    # Read in a source:
    FormField("bank", "缴纳地点（银行）", required=True, auto="bureau.fine_bank"),
    FormField("bureau_address", "地址", required=True, auto="bureau.address"),
    FormField("contact", "联系人", required=True, auto="case.contact"),
    FormField("phone", "联系电话", required=True, auto="bureau.phone"),
)

BODY = (
    Text("{party_name:16}：", 0),
    Text(
        "本机关于{decision_date:9}以{decision_no:14}对你（单位）作出行政处罚决定，"
        "处以罚款{fine:16}，要求你（单位）于{due_date:9}前缴至{bank:14}。你（单位）至今没有履行。"
    ),
    Text(
        "现依照行政强制法的有关规定，催告你（单位）于{new_due:9}前缴清上述罚款。逾期仍不履行的，"
        "本机关将依法加处罚款，并可以依法申请人民法院强制执行。"
    ),
    Statement("demand_defence"),
    Line("应急管理部门地址：{bureau_address:22}"),
    Line("联系人：{contact:8}联系电话：{phone:10}"),
    SealHere("（印章）"),
    Sign((Signature("受送达人（签名）：", date=True),)),
)

FORM = Form(
    key="fine_demand_notice",
    title="缴纳罚款催告书（罚款催缴通知书）",
    stage="执行",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("催", Scope.CASE),
    copies="本文书一式两份：一份由应急管理部门备案，一份交当事人。",
    layout=CLOSE_LETTER,
    order=70,
    party="当事人",
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
