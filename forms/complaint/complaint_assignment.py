"""The sheet that hands a complaint to whoever investigates; it has no place for the informant."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Form,
    FormField,
    Heading,
    Label,
    Number,
    Rows,
    Scope,
    Sign,
    Space,
    Style,
    Table,
    Text,
    Value,
    row,
)
from qtapp.formkit.sheet import TABLE, Align, Signature

FIELDS = (
    # Inferred:
    FormField("reg_no", "登记编号", "doc_ref", required=True, auto="complaint.number"),
    FormField("handling_dept", "承办科室（大队）", required=True, auto="complaint.department"),
    FormField("leader", "分管领导", required=True, auto="complaint.leader"),
    FormField("instruction", "主要领导批示", "paragraph", required=True, auto="complaint.instruction"),
    FormField(
        "content", "举报内容（隐去举报人信息）", "paragraph", required=True, auto="complaint.transfer_text"
    ),
    FormField("requirement", "查处要求", "paragraph", required=True, auto="complaint.requirement"),
    FormField("due_date", "办理时限", "date", required=True, auto="complaint.due_on"),
    FormField("feedback_form", "反馈形式", "choice", required=True, options=("书面核查报告", "办结单")),
    FormField("urge", "催办记录", "table", columns=("日期", "催办内容", "催办人")),
)

BODY = (
    Table(
        (30, 49, 28, 49),
        (
            row(Label("登记编号"), Value("reg_no"), Label("办理时限"), Value("due_date")),
            row(Label("承办科室\n（大队）"), Value("handling_dept"), Label("分管领导"), Value("leader")),
            # Not in the inventory; whoever investigates must know where to go.
            row(Label("被举报单位\n（个人）"), Value("complaint.target_name", 3)),
            row(Label("单位地址"), Value("complaint.target_address", 3)),
            row(Label("主要领导批示"), Value("instruction", 3, top=True, indent=2), height=24),
            row(Label("举报内容\n（隐去举报\n人信息）"), Value("content", 3, top=True, indent=2), height=40),
            row(Label("查处要求"), Value("requirement", 3, top=True, indent=2), height=24),
            row(Label("反馈形式"), Value("feedback_form", 3, ticks=True)),
        ),
    ),
    Text("催办记录", 0, Align.CENTRE),
    Rows("urge", (32, 92, 32), (Align.CENTRE, Align.LEFT, Align.CENTRE), close="", blank=3),
    Space(2),
    Sign((Signature("交办人（签名）：", date=True), Signature("承办人（签收）：", date=True, lines=2))),
)

FORM = Form(
    key="complaint_assignment",
    title="举报事项交办（督办）单",
    stage="举报查处",
    style=Style.TABLE,
    number=Number("举交", Scope.OWN),
    heading=Heading.BUREAU,
    copies="本单一式两份：办公室、承办科室（大队）各一份。",
    layout=TABLE,
    order=105,
    when="instructed_on",
    requires=("complaint_register",),
    record=Kind.COMPLAINT,
    fields=FIELDS,
    body=BODY,
)
