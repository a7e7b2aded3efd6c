"""The order to correct what an inspection found by a day named in it."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Audience,
    Form,
    FormField,
    Items,
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
    FormField("party_name", "被检查单位", required=True, auto="party.name"),
    FormField("problems", "存在问题", "list", required=True, auto="inspection.finding_texts"),
    FormField("item_nos", "限期整改的问题序号", required=True, auto="inspection.item_range"),
    FormField("due_date", "整改期限", "date", required=True, auto="inspection.rectify_by"),
    FormField(
        "due_by_item",
        "分项整改期限",
        "table",
        auto="inspection.due_table",
        columns=("问题序号", "整改期限", "整改要求"),
    ),
    FormField("reconsideration_organ", "行政复议机关", required=True, auto="bureau.reconsideration_organ"),
    FormField("court", "人民法院", required=True, auto="bureau.court"),
)

BODY = (
    Text("{party_name:16}：", 0),
    Text("经查，你单位存在下列问题："),
    Items("problems", blank=4),
    Text(
        "现责令你单位对上述第{item_nos:5}项问题于{due_date:9}前整改完毕，"
        "达到有关法律、法规、规章和标准规定的要求。由此造成事故的，依法追究有关人员的责任。"
    ),
    Text("{?due_by_item}其中，下列问题的整改期限为：", keep=True),
    Rows("due_by_item", (26, 60, 70), (Align.CENTRE, Align.CENTRE, Align.LEFT), close=""),
    Text("整改期间，你单位应当采取措施，确保安全生产。对违法行为，本机关将依法予以行政处罚。"),
    Statement("remedy_general", noun="指令"),
    Sign(
        (
            *(Signature("安全生产监管行政执法人员（签名）：", number="证号："),) * 2,
            Signature("被检查单位负责人（签名）：", date=True),
        )
    ),
    SealHere("（印章）"),
)

FORM = Form(
    key="rectification_order",
    title="责令限期整改指令书",
    stage="检查",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("责改", Scope.INSPECTION),
    copies="本文书一式两份：一份由应急管理部门备案，一份交被检查单位。",
    layout=CLOSE_LETTER,
    order=33,
    when="rectify_by",
    requires=("inspection_record",),
    record=Kind.INSPECTION,
    fields=FIELDS,
    body=BODY,
)
