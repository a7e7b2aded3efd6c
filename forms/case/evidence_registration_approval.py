"""The approval to put evidence on record where it might be lost."""

from dataclasses import replace

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Form,
    FormField,
    Label,
    Number,
    Opinion,
    Rows,
    Scope,
    Space,
    Style,
    Table,
    Text,
    Value,
    row,
)
from qtapp.formkit.sheet import TABLE, Align

FIELDS = (
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    FormField("party_info", "当事人及基本情况", "paragraph", required=True),
    FormField("facts", "案件基本情况", "paragraph", required=True, auto="case.facts"),
    FormField("evidence", "证据名称及数量", "paragraph", required=True),
    FormField("reason", "提请理由及依据", "paragraph", required=True, hint="证据可能灭失或者以后难以取得"),
    FormField("method", "保存方式", "choice", required=True, options=("就地保存", "异地保存", "其他")),
    FormField(
        "items",
        "证据清单",
        "table",
        required=True,
        columns=("序号", "证据名称", "规格型号", "产地", "成色（品级）", "单位", "价格", "数量", "备注"),
    ),
)

WIDTHS = (1908, 6614)  # twips, as in the official table

# Five accounts and four opinions share the first page; the list of evidence follows.
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
            row(Label("保存方式"), Value("method", ticks=True), height=8),
            row(Label("承办人意见"), Opinion("", "承办人", number=True, signers=2), height=30),
            row(Label("承办机构意见"), Opinion("", "承办机构负责人"), height=30),
            row(Label("审核意见"), Opinion("", "审核人"), height=30),
            row(Label("审批意见"), Opinion("", "审批人"), height=30),
        ),
    ),
    Space(3),
    Text("附：证据清单", 0, keep=True),
    Rows("items", (11, 26, 24, 14, 27, 12, 15, 13, 14), (Align.CENTRE, Align.LEFT, Align.LEFT), blank=8),
)

FORM = Form(
    key="evidence_registration_approval",
    title="先行登记保存证据审批表",
    stage="调查取证",
    style=Style.TABLE,
    number=Number("先保审", Scope.CASE),
    copies="本文书一份，入卷存档。",
    layout=DENSE,
    order=16,
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
