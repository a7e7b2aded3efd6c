"""Who received which papers of a case, where and when."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Audience,
    Form,
    FormField,
    Label,
    Number,
    Rows,
    Scope,
    SealHere,
    Sign,
    Space,
    Style,
    Table,
    Value,
    row,
)
from qtapp.formkit.sheet import TABLE, Align, Signature

FIELDS = (
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    FormField("receiver", "受送达单位（个人）", required=True, auto="party.name"),
    FormField(
        "rows",
        "送达文书",
        "table",
        required=True,
        columns=("送达文书名称、文号", "收件人签名或者盖章", "送达地点", "送达日期", "送达方式", "送达人"),
    ),
    FormField("remark", "备注", "paragraph"),
)

BODY = (
    # Measured in the official table of 2016.
    Table(
        (2520, 6120),
        (
            row(Label("案件名称"), Value("case_name")),
            row(Label("受送达单位\n（个人）"), Value("receiver"), height=12),
        ),
    ),
    Space(3),
    Rows("rows", (2520, 1440, 1440, 1080, 1080, 1080), (Align.LEFT,), height=12, close="", blank=5),
    Space(3),
    Table((2520, 6120), (row(Label("备注"), Value("remark", top=True, indent=2), height=24),)),
    Space(3),
    Sign((Signature("送达人（签名）：", lines=2),)),
    SealHere("（印章）"),
)

FORM = Form(
    key="service_receipt",
    title="文书送达回执",
    stage="送达",
    style=Style.TABLE,
    audience=Audience.SERVED,
    number=Number("回", Scope.CASE),
    copies="本文书一份，入卷。",
    layout=TABLE,
    order=6,
    party="当事人",
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
