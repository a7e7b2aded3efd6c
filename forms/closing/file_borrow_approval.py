"""Who may look into a filed volume, and whether it came back whole."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Form, FormField, Heading, Label, Opinion, Style, Table, Value, row
from qtapp.formkit.sheet import TABLE

FIELDS = (
    # Inferred:
    FormField("archive_no", "案卷归档号", required=True),
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    FormField("borrower", "借阅人、单位、证件", required=True),
    FormField("purpose", "借阅用途", required=True),
    FormField("mode", "方式", "choice", required=True, options=("查阅", "复制", "借出")),
    FormField("due", "归还期限", "date", when="借出时"),
)

BODY = (
    Table(
        (34, 44, 34, 45),
        (
            row(Label("案卷归档号"), Value("archive_no", 3), height=12),
            row(Label("案件名称"), Value("case_name", 3), height=14),
            row(Label("借阅人、\n单位、证件"), Value("borrower", 3), height=16),
            row(Label("借阅用途"), Value("purpose", 3, indent=2), height=24),
            row(Label("方式"), Value("mode", ticks=True), Label("归还期限"), Value("due"), height=12),
            row(Label("审批意见"), Opinion("", "审批人", 3), height=42),
            row(Label("归还检查"), Opinion("", "档案管理员", 3), height=42),
        ),
    ),
)

FORM = Form(
    key="file_borrow_approval",
    title="案卷借阅（查阅）审批表",
    stage="归档",
    style=Style.TABLE,
    heading=Heading.BUREAU,
    copies="本文书一份，入卷存档。",
    layout=TABLE,
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
