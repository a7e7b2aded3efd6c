"""What the presider of a hearing reports and advises."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Form, FormField, Label, Number, Opinion, Scope, Style, Table, Value, row
from qtapp.formkit.sheet import TABLE

FIELDS = (
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    FormField("presider", "主持人", required=True),
    FormField("assessors", "听证员", required=True),
    FormField("clerk", "书记员", required=True),
    FormField("summary", "听证会基本情况摘要", "paragraph", required=True),
    FormField(
        "opinion_kind",
        "主持人意见类型",
        "choice",
        required=True,
        options=("维持拟处罚意见", "纠正", "免予处罚", "不予处罚", "继续调查", "移送司法机关"),
    ),
)

BODY = (
    # Measured in the official table of 2016.
    Table(
        (1262, 1006, 1080, 2880, 1080, 1260),
        (
            row(Label("案件名称"), Value("case_name", 5)),
            row(
                Label("主持人"),
                Value("presider"),
                Label("听证员"),
                Value("assessors"),
                Label("书记员"),
                Value("clerk"),
                height=12,
            ),
            row(
                Label("听证会\n基本情况\n摘要"),
                Value("summary", 5, top=True, indent=2, foot=("（详见听证笔录，笔录附后）",)),
                height=72,
            ),
            row(Label("主持人\n意见\n类型"), Value("opinion_kind", 5, ticks=True, across=3), height=16),
            row(Label("主持人\n意见"), Opinion("", "主持人", 5), height=40),
            row(Label("负责人\n审核\n意见"), Opinion("", "负责人", 5), height=40),
        ),
    ),
)

FORM = Form(
    key="hearing_report",
    title="听证会报告书",
    stage="听证",
    style=Style.TABLE,
    number=Number("听报", Scope.CASE),
    copies="本文书一份，入卷存档。",
    layout=TABLE,
    order=58,
    requires=("hearing_record",),
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
