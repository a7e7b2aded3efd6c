"""The approval of more time for a complaint."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Form, FormField, Heading, Label, Opinion, Style, Table, Value, Words, row
from qtapp.formkit.sheet import TABLE

FIELDS = (
    # Inferred:
    FormField("reg_no", "登记编号", "doc_ref", required=True, auto="complaint.number"),
    FormField("target_name", "被举报单位", required=True, auto="complaint.target_name"),
    FormField("original_due", "原办理期限", "date", required=True, auto="complaint.due_on"),
    FormField("reason", "延期理由", "paragraph", required=True),
    FormField("new_due", "延长至", "date", required=True),
    FormField("notified", "已告知举报人", "bool", required=True),
)

BODY = (
    Table(
        (32, 46, 32, 47),
        (
            row(Label("登记编号"), Value("reg_no", 3)),
            row(Label("被举报单位"), Value("target_name", 3), height=12),
            row(Label("原办理期限"), Value("original_due"), Label("延长至"), Value("new_due")),
            row(Label("延期理由"), Value("reason", 3, top=True, indent=2), height=56),
            row(Label("已告知举报人"), Value("notified", 3, ticks=True)),
            row(
                Label("承办科室意见"),
                Words("", 3, foot=(*("承办人（签名）：　",) * 2, "年　　月　　日")),
                height=42,
            ),
            row(Label("负责人\n审批意见"), Opinion("", "审批人", 3), height=42),
        ),
    ),
)

FORM = Form(
    key="complaint_extension_approval",
    title="举报事项延期办理审批表",
    stage="举报查处",
    style=Style.TABLE,
    heading=Heading.BUREAU,
    copies="本文书一份，入卷存档。",
    layout=TABLE,
    order=107,
    requires=("complaint_register",),
    asked=True,
    record=Kind.COMPLAINT,
    fields=FIELDS,
    body=BODY,
)
