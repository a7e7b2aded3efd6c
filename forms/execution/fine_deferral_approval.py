"""The approval on which a fine may be paid later or in parts."""

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

# The plan of payments and three opinions share one page.
DENSE = replace(TABLE, margins=(18, 25, 15, 28), size=10.5, leading=16)

FIELDS = (
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    FormField("decision_no", "处罚决定书文号", "doc_ref", required=True),
    FormField("party_name", "当事人", required=True, auto="party.name"),
    FormField("address", "地址", required=True, auto="party.address"),
    FormField(
        "facts_and_penalty", "违法事实及处罚决定", "paragraph", required=True, auto="case.facts+case.penalty"
    ),
    FormField("reason", "当事人申请延期（分期）缴纳罚款的理由", "paragraph", required=True),
    # Known practice:
    FormField(
        "plan", "拟批准的延期日期或分期计划", "table", required=True, columns=("期数", "缴纳期限", "金额")
    ),
)

BODY = (
    # Measured in the official table of 2016.
    Table(
        (1620, 2880, 900, 3240),
        (
            row(Label("案件名称"), Value("case_name", 3)),
            row(Label("处罚决定书\n文号"), Value("decision_no", 3), height=12),
            row(Label("当事人"), Value("party_name"), Label("地址"), Value("address"), height=12),
            row(Label("违法事实及\n处罚决定"), Value("facts_and_penalty", 3, top=True, indent=2), height=30),
            row(
                Label("当事人申请\n延期（分期）\n缴纳罚款的\n理由"),
                Value("reason", 3, top=True, indent=2),
                height=28,
            ),
        ),
    ),
    Text("拟批准的延期日期或者分期计划", 0, Align.CENTRE, keep=True),
    Rows("plan", (1620, 3780, 3240), height=7.5, close="", blank=3),
    Space(3),
    Table(
        (1620, 7020),
        (
            row(Label("承办人意见"), Opinion("", "承办人", number=True, signers=2), height=34),
            row(Label("审核意见"), Opinion("", "审核人"), height=30),
            row(Label("审批意见"), Opinion("", "审批人"), height=30),
        ),
    ),
)

FORM = Form(
    key="fine_deferral_approval",
    title="延期（分期）缴纳罚款审批表",
    stage="执行",
    style=Style.TABLE,
    number=Number("缴审", Scope.CASE),
    copies="本文书一份，入卷存档。",
    layout=DENSE,
    order=72,
    party="当事人",
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
