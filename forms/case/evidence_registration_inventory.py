"""Evidence put on record, piece by piece: the notice's annex."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Heading, Line, Rows, Sign, Space, Style, Text
from qtapp.formkit.sheet import TABLE, Align, Signature

FIELDS = (
    FormField(
        "items",
        "证据清单",
        "table",
        required=True,
        columns=("序号", "证据名称", "规格型号", "产地", "成色（品级）", "单位", "价格", "数量", "备注"),
    ),
    FormField("checked", "核对确认", required=True, hint="如：上述物品经核对无误"),
)

# Twips, as in the official table; 成色（品级） has the room for its heading.
COLUMNS = (815, 1359, 1326, 1068, 1534, 737, 745, 821, 709)

BODY = (
    Text("附于《先行登记保存证据通知书》（文号：　　　　　　　　　　　　　　　）", 0),
    Rows("items", COLUMNS, (Align.CENTRE, Align.LEFT, Align.LEFT), height=9, blank=14),
    Space(3),
    Line("核对确认：{checked:26}"),
    Sign((Signature("被通知人或者被通知单位负责人（签名）："), Signature("承办人（签名）：", lines=2))),
    Text("　　　　年　　月　　日", 0, Align.RIGHT),
)

FORM = Form(
    key="evidence_registration_inventory",
    title="先行登记保存证据清单",
    stage="调查取证",
    style=Style.LIST,
    audience=Audience.SERVED,
    heading=Heading.NONE,
    copies="",
    layout=TABLE,
    order=18,
    asked=True,
    requires=("evidence_registration_notice",),
    party="当事人",
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
