"""Proves that a reward was paid; it names nobody."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Form, FormField, Heading, Label, Sign, Space, Style, Table, Value, row
from qtapp.formkit.sheet import TABLE, Signature

FIELDS = (
    # Inferred:
    FormField("reg_no", "登记编号", "doc_ref", required=True, auto="complaint.number"),
    FormField("amount", "金额（大小写）", "money", required=True),
    FormField("pay_mode", "发放方式", "choice", required=True, options=("银行转账", "现金", "代领")),
    FormField("id_check", "证件核验", required=True, sealed=True),
    FormField("paid_at", "发放时间", "datetime", required=True),
)

BODY = (
    Table(
        (34, 44, 34, 45),
        (
            row(Label("登记编号"), Value("reg_no", 3), height=12),
            row(Label("金额（大小写）"), Value("amount", 3), height=14),
            row(Label("发放方式"), Value("pay_mode", 3, ticks=True), height=12),
            row(Label("证件核验"), Value("id_check", 3, foot=("（密封保管）",)), height=24),
            row(Label("发放时间"), Value("paid_at", 3), height=12),
        ),
    ),
    Space(10),
    Sign((Signature("领取人（签名）：", date=True), Signature("发放人（签名）：", date=True, lines=2))),
)

FORM = Form(
    key="complaint_reward_receipt",
    title="举报奖金领取凭证",
    stage="举报奖励",
    style=Style.TABLE,
    heading=Heading.BUREAU,
    copies="本凭证一式两份：财务、存档各一份。",
    layout=TABLE,
    order=111,
    requires=("complaint_reward_approval",),
    asked=True,
    record=Kind.COMPLAINT,
    fields=FIELDS,
    body=BODY,
)
