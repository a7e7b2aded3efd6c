"""The approval of what becomes of evidence put on record."""

from dataclasses import replace

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Form, FormField, Label, Number, Opinion, Scope, Style, Table, Value, row
from qtapp.formkit.sheet import TABLE

FIELDS = (
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    FormField("party_info", "当事人及基本情况", "paragraph", required=True),
    FormField("facts", "案件基本情况", "paragraph", required=True, auto="case.facts"),
    FormField("evidence", "证据名称及数量", "paragraph", required=True),
    FormField("reason", "提请理由及依据", "paragraph", required=True),
    # Known practice:
    FormField(
        "disposal",
        "拟处理方式",
        "choice",
        required=True,
        options=("没收", "查封（扣押）", "解除登记保存", "作为证据移送", "其他"),
    ),
)

WIDTHS = (1908, 6614)  # twips, as in the official table

# Five accounts and four opinions share one page.
DENSE = replace(TABLE, margins=(20, 25, 16, 28), size=10.5, leading=15)

BODY = (
    Table(
        WIDTHS,
        (
            row(Label("案件名称"), Value("case_name"), height=9),
            row(Label("当事人及\n基本情况"), Value("party_info", indent=2), height=14),
            row(Label("案件基本情况"), Value("facts", top=True, indent=2), height=24),
            row(Label("证据名称\n及数量"), Value("evidence", top=True, indent=2), height=12),
            row(Label("提请理由\n及依据"), Value("reason", top=True, indent=2), height=18),
            # Known practice:
            row(Label("拟处理方式"), Value("disposal", ticks=True), height=8),
            # Read in a source:
            row(Label("承办人意见"), Opinion("", "承办人", number=True, signers=2), height=30),
            row(Label("承办机构意见"), Opinion("", "承办机构负责人"), height=30),
            row(Label("审核意见"), Opinion("", "审核人"), height=30),
            row(Label("审批意见"), Opinion("", "审批人"), height=30),
        ),
    ),
)

FORM = Form(
    key="evidence_disposal_approval",
    title="先行登记保存证据处理审批表",
    stage="调查取证",
    style=Style.TABLE,
    number=Number("先保处审", Scope.CASE),
    copies="本文书一份，入卷存档。",
    layout=DENSE,
    order=19,
    asked=True,
    requires=("evidence_registration_approval",),
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
