"""The answer to an enterprise that asked for more time."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Number, Scope, SealHere, Style, Text
from qtapp.formkit.sheet import LETTER

FIELDS = (
    # Known practice:
    FormField("party_name", "当事人名称", required=True, auto="party.name"),
    FormField("apply_date", "申请日期", "date", required=True),
    FormField("order_no", "责令限期整改指令书文号", "doc_ref", required=True),
    FormField(
        "decision", "答复意见", "choice", required=True, options=("同意延期", "部分同意", "不同意延期")
    ),
    FormField("new_due", "延长至", "date", when="同意或部分同意延期时"),
    FormField("conditions", "延期期间的要求或不同意理由", "paragraph", required=True),
)

BODY = (
    Text("{party_name:16}：", 0),
    Text(
        "你单位于{apply_date:9}就{order_no:14}《责令限期整改指令书》提出的延期整改申请收悉。经研究，答复意见如下："
    ),
    Text("{decision}", ticks=True),
    Text("{??new_due}整改期限延长至{new_due:9}。"),
    Text("延期期间的要求（不同意的理由）：{conditions:76}"),
    SealHere("（印章）"),
)

FORM = Form(
    key="rectification_extension_reply",
    title="整改延期申请答复书",
    stage="检查",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("延复", Scope.INSPECTION),
    copies="本文书一式两份：一份由应急管理部门备案，一份交申请单位。",
    layout=LETTER,
    order=35,
    asked=True,
    requires=("rectification_extension_approval",),
    record=Kind.INSPECTION,
    fields=FIELDS,
    body=BODY,
)
