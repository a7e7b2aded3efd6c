"""Whether an enterprise gets more time to put right what an order named."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Form, FormField, Label, Number, Opinion, Scope, Style, Table, Value, row
from qtapp.formkit.sheet import TABLE

FIELDS = (
    # Known practice:
    FormField("party_name", "申请单位", required=True, auto="party.name"),
    FormField("order_no", "责令限期整改指令书文号", "doc_ref", required=True),
    FormField("original_due", "原整改期限", "date", required=True, auto="inspection.rectify_by"),
    FormField("apply_date", "申请日期", "date", required=True),
    FormField("reason", "申请延期理由", "paragraph", required=True, hint="附申请单位的书面申请"),
    FormField("items", "申请延期的问题序号", required=True),
    FormField("new_due", "申请延长至", "date", required=True),
    FormField("safety_measures", "延期期间的安全措施", "paragraph", required=True),
)

BODY = (
    Table(
        (34, 45, 32, 45),
        (
            row(Label("申请单位"), Value("party_name", 3)),
            row(Label("责令限期整改\n指令书文号"), Value("order_no", 3), height=12),
            row(Label("原整改期限"), Value("original_due"), Label("申请日期"), Value("apply_date")),
            row(
                Label("申请延期的\n问题序号"),
                Value("items"),
                Label("申请延长至"),
                Value("new_due"),
                height=12,
            ),
            row(Label("申请延期理由"), Value("reason", 3, top=True, indent=2), height=32),
            row(Label("延期期间的\n安全措施"), Value("safety_measures", 3, top=True, indent=2), height=28),
            row(Label("承办人意见"), Opinion("", "承办人", 3, number=True, signers=2), height=32),
            row(Label("审核意见"), Opinion("", "审核人", 3), height=32),
            row(Label("审批意见"), Opinion("", "审批人", 3), height=32),
        ),
    ),
)

FORM = Form(
    key="rectification_extension_approval",
    title="整改延期申请审批表",
    stage="检查",
    style=Style.TABLE,
    number=Number("延审", Scope.INSPECTION),
    copies="本文书一份，入卷存档。",
    layout=TABLE,
    order=34,
    asked=True,
    requires=("rectification_order",),
    record=Kind.INSPECTION,
    fields=FIELDS,
    body=BODY,
)
