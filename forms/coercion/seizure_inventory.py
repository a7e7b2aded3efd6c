"""What was sealed or seized, piece by piece."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Line, Rows, Sign, Space, Style, Text
from qtapp.formkit.sheet import TABLE, Align, Signature

FIELDS = (
    FormField(
        "items",
        "清单",
        "table",
        required=True,
        columns=("编号", "名称", "规格（型号）或者地址", "单位", "数量或者面积", "备注"),
    ),
    # Known practice:
    FormField("custodian", "保管人", hint="委托第三人保管时填写"),
)

WIDTHS = (814, 1418, 3118, 709, 1701, 762)  # twips, as in the official table
MIDDLE, FROM_LEFT = Align.CENTRE, Align.LEFT

BODY = (
    Text("清单号：第　　　　　号", 0, Align.RIGHT),
    Rows("items", WIDTHS, (MIDDLE, FROM_LEFT, FROM_LEFT, MIDDLE, MIDDLE, FROM_LEFT), height=9, blank=11),
    Text("（此页不够，可另附页）", 0),
    # Known practice:
    Line("保管人：{custodian:26}"),
    Space(2),
    # Read in a source:
    Sign(
        (
            Signature("当事人（签名或者盖章）：", date=True),
            *(Signature("安全生产监管行政执法人员（签名）：", number="证号："),) * 2,
        )
    ),
    Text("　　　　年　　月　　日", 0, Align.RIGHT),
)

FORM = Form(
    key="seizure_inventory",
    title="查封扣押（场所、设施、财物）清单",
    stage="强制",
    style=Style.LIST,
    audience=Audience.SERVED,
    copies="本清单一式两份：由当事人和应急管理部门分别保存。",
    layout=TABLE,
    order=43,
    asked=True,
    requires=("seizure_decision",),
    party="当事人",
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
