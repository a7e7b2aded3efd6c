"""The cover of a case volume."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Form,
    FormField,
    Heading,
    Label,
    Number,
    Scope,
    Space,
    Style,
    Table,
    Text,
    Value,
    row,
)
from qtapp.formkit.sheet import Align, Layout

COVER = Layout(margins=(45, 27, 30, 27), size=14, leading=22)

FIELDS = (
    FormField("agency", "执法机关全称", required=True, auto="bureau.name"),
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    FormField("cause", "案由", required=True, auto="case.cause"),
    FormField("result", "处理结果", "paragraph", required=True, auto="case.proposed_penalty"),
    FormField("filed_on", "立案", "date", required=True, auto="step.filing_on"),
    FormField("closed_on", "结案", "date", required=True, auto="step.closing_on"),
    FormField("handlers", "承办人", "officers", required=True, auto="case.handler_names"),
    FormField("archived_on", "归档日期", "date", required=True),
    FormField("archive_no", "归档号", required=True),
    FormField("retention", "保存期限", "choice", required=True, options=("永久", "30年", "10年")),
    FormField("pages", "本卷共 件 页"),
)

BODY = (
    Text("安全生产违法案件", 0, Align.CENTRE),
    Space(8),
    Table(
        (40, 116),
        (
            row(Label("执法机关"), Value("agency"), height=15),
            row(Label("案件名称"), Value("case_name"), height=20),
            row(Label("案由"), Value("cause"), height=20),
            row(Label("处理结果"), Value("result", top=True, align=Align.LEFT), height=38),
        ),
    ),
    Space(8),
    Table(
        (40, 38, 40, 38),
        (
            row(Label("立案"), Value("filed_on"), Label("结案"), Value("closed_on"), height=12),
            row(Label("承办人"), Value("handlers", 3), height=12),
            row(Label("归档日期"), Value("archived_on"), Label("归档号"), Value("archive_no"), height=12),
            row(Label("保存期限"), Value("retention", 3, ticks=True), height=12),
            row(Label("本卷共\n（件、页）"), Value("pages", 3), height=17),
        ),
    ),
)

FORM = Form(
    key="volume_cover",
    title="案卷（首页）",
    stage="归档",
    style=Style.COVER,
    number=Number("案", Scope.CASE),
    heading=Heading.NONE,
    layout=COVER,
    order=-2,
    requires=("closing_approval",),
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
