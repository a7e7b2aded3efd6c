"""Whether somebody has to keep out of a case."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Form, FormField, Label, Opinion, Style, Table, Value, row
from qtapp.formkit.sheet import TABLE

FIELDS = (
    # Inferred:
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    FormField(
        "applicant",
        "申请人",
        "choice",
        required=True,
        options=("执法人员自行回避", "当事人申请", "听证主持人回避"),
    ),
    FormField("applicant_name", "申请人姓名", required=True),
    FormField("target", "被申请回避人员", "officers", required=True),
    FormField("reason", "理由", "paragraph", required=True),
)

BODY = (
    Table(
        (34, 48, 28, 46),
        (
            row(Label("案件名称"), Value("case_name", 3), height=14),
            row(Label("申请人"), Value("applicant", 3, ticks=True), height=12),
            row(
                Label("申请人姓名"),
                Value("applicant_name"),
                Label("被申请\n回避人员"),
                Value("target"),
                height=14,
            ),
            row(Label("理由"), Value("reason", 3, top=True, indent=2), height=56),
            row(Label("审查意见"), Opinion("", "审查人", 3), height=44),
            row(Label("行政机关\n负责人决定"), Opinion("", "负责人", 3), height=44),
        ),
    ),
)

FORM = Form(
    key="recusal_approval",
    title="回避（申请）审批表",
    stage="调查取证",
    style=Style.TABLE,
    copies="本文书一份，入卷存档。",
    layout=TABLE,
    order=25,
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
