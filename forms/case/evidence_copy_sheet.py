"""A copy of a piece of evidence, confirmed by whoever gave it."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Label, Sign, Space, Style, Table, Text, Value, row
from qtapp.formkit.sheet import TABLE, Align, Signature

FIELDS = (
    # Inferred:
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    FormField("evidence_name", "证据名称", required=True),
    FormField("source", "证据来源", required=True),
    FormField(
        "kind",
        "证据种类",
        "choice",
        required=True,
        options=(
            "书证",
            "物证",
            "视听资料",
            "电子数据",
            "证人证言",
            "当事人的陈述",
            "鉴定意见",
            "勘验笔录、现场笔录",
        ),
    ),
    FormField("provider", "提供人", required=True),
    FormField("collected_at", "取证时间", "datetime", required=True),
    FormField("prove", "证明对象", required=True),
    FormField("paste", "粘贴处", "image"),
)

BODY = (
    Table(
        (28, 50, 26, 52),
        (
            row(Label("案件名称"), Value("case_name", 3)),
            row(Label("证据名称"), Value("evidence_name"), Label("证据来源"), Value("source")),
            row(Label("证据种类"), Value("kind", 3, ticks=True, across=4), height=14),
            row(Label("提供人"), Value("provider"), Label("取证时间"), Value("collected_at")),
            row(Label("证明对象"), Value("prove", 3), height=14),
            row(Label("粘贴处"), Value("paste", 3, align=Align.CENTRE), height=76),
        ),
    ),
    Space(2),
    Text("以上证据经提供人核对，与原件一致。", 0),
    Sign(
        (
            Signature("提供人（签名或者盖章）：", date=True),
            *(Signature("取证人（签名）：", number="证号："),) * 2,
        )
    ),
    Text("　　　　年　　月　　日", 0, Align.RIGHT),
)

FORM = Form(
    key="evidence_copy_sheet",
    title="证据复制（提取）单",
    stage="调查取证",
    style=Style.TABLE,
    audience=Audience.SERVED,
    copies="本文书一份，入卷存档。",
    layout=TABLE,
    order=23,
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
