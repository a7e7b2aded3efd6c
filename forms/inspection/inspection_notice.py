"""What an enterprise is told before it is inspected, and what it may ask of the inspectors."""

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
    # Inferred:
    FormField("party_name", "被检查单位", required=True, auto="party.name"),
    FormField("basis", "检查依据", "law_ref", required=True),
    FormField("planned_time", "检查时间", "date_range", required=True),
    FormField("content", "检查事项和内容", "paragraph", required=True),
    FormField("method", "检查方式", "choice", required=True, options=("现场检查", "非现场检查", "联合检查")),
    # Read in a source:
    FormField("frequency", "检查频次说明", required=True),
    # Inferred:
    FormField("officers", "检查人员及执法证号", "officers", required=True, auto="inspection.officers_text"),
    FormField("assistants", "协助检查人员"),
    FormField("materials", "需准备的资料", "paragraph"),
    # Read in a source:
    FormField("rights", "权利义务告知", "paragraph", required=True, hint="空着则按文书日期印法定告知文字"),
    FormField("discipline", "检查纪律", "paragraph", required=True),
    # Inferred:
    FormField("contact", "联系人及电话", required=True),
)

BODY = (
    Text("{party_name:16}：", 0),
    Text("依据{basis:20}的规定，本机关定于{planned_time:14}对你单位进行{method:6}，请予配合。"),
    Text("检查事项和内容：{content:60}"),
    Text("检查人员及执法证号：{officers:24}"),
    Text("{??assistants}协助检查人员：{assistants:26}"),
    Text("检查频次说明：{frequency:26}"),
    Text("{??materials}请准备下列资料：{materials:58}"),
    Statement("inspection_rights", field="rights"),
    Text("检查纪律：{discipline:60}"),
    Text("联系人及电话：{contact:18}"),
    SealHere("（印章）"),
    Sign((Signature("被检查单位（签收）：", date=True),)),
)

FORM = Form(
    key="inspection_notice",
    title="行政检查通知书",
    stage="检查前",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("检通", Scope.INSPECTION),
    copies="本文书一式两份：一份由应急管理部门备案，一份交被检查单位。",
    layout=CLOSE_LETTER,
    # Not in the inventory: its place in the course of an inspection.
    order=29,
    asked=True,
    requires=("inspection_approval",),
    record=Kind.INSPECTION,
    fields=FIELDS,
    body=BODY,
)
