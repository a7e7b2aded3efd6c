"""Where and how a party wants papers served."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Audience,
    Form,
    FormField,
    Label,
    Sign,
    Space,
    Statement,
    Style,
    Table,
    Text,
    Value,
    row,
)
from qtapp.formkit.sheet import TABLE, Align, Signature

FIELDS = (
    # Known practice:
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    FormField("party_name", "当事人", required=True, auto="party.name"),
    FormField("receiver", "受送达人（代收人）", required=True),
    FormField("address", "送达地址", required=True, auto="party.address"),
    FormField("phone", "联系电话", required=True, auto="party.phone"),
    FormField("electronic", "同意电子送达", "bool", required=True),
    FormField(
        "electronic_kind",
        "电子送达方式",
        "multichoice",
        options=("传真", "电子邮件", "手机短信", "其他"),
        when="同意电子送达时",
    ),
    FormField("electronic_address", "传真号/电子邮箱/手机号", when="同意电子送达时"),
    FormField("promise", "告知与承诺", "paragraph", required=True, hint="空着则按文书日期印告知文字"),
)

BODY = (
    Table(
        (36, 48, 28, 44),
        (
            row(Label("案件名称"), Value("case_name", 3), height=12),
            row(Label("当事人"), Value("party_name", 3), height=12),
            row(
                Label("受送达人\n（代收人）"), Value("receiver"), Label("联系电话"), Value("phone"), height=14
            ),
            row(Label("送达地址"), Value("address", 3), height=16),
            row(Label("同意电子送达"), Value("electronic", 3, ticks=True), height=12),
            row(Label("电子送达方式"), Value("electronic_kind", 3, ticks=True), height=12),
            row(Label("传真号、电子\n邮箱、手机号"), Value("electronic_address", 3), height=14),
        ),
    ),
    Space(3),
    Text("告知与承诺", 0, Align.CENTRE, keep=True),
    Statement("service_promise", field="promise"),
    Space(8),
    Sign(
        (
            Signature("当事人（签名或者盖章）：", date=True),
            Signature("执法人员（签名）：", date=True, lines=2),
        )
    ),
)

FORM = Form(
    key="service_address_confirmation",
    title="送达地址（方式）确认书",
    stage="调查取证",
    style=Style.TABLE,
    audience=Audience.SERVED,
    copies="本文书一份，入卷。",
    layout=TABLE,
    order=24,
    asked=True,
    party="当事人",
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
