"""The approval without which no enterprise is inspected."""

from dataclasses import replace

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Form, FormField, Label, Opinion, Rows, Style, Table, Text, Value, row
from qtapp.formkit.sheet import TABLE, Align

FIELDS = (
    FormField("matter", "检查事项", required=True),
    # Inferred:
    FormField("object", "检查对象", required=True, auto="party.name"),
    FormField("object_address", "检查场所", required=True, auto="inspection.place"),
    FormField("basis", "检查依据", "law_ref", required=True, hint="须在公布的检查事项清单之内"),
    # Read in a source:
    FormField(
        "source",
        "任务来源",
        "choice",
        required=True,
        options=(
            "年度检查计划",
            "双随机抽查",
            "举报投诉",
            "上级交办",
            "有关机关移送",
            "专项检查",
            "事故隐患线索",
            "复查",
        ),
    ),
    # Inferred:
    FormField("method", "检查方式", "choice", required=True, options=("现场检查", "非现场检查", "联合检查")),
    FormField("planned_time", "拟检查时间", "date_range", required=True),
    FormField("content", "检查内容", "paragraph", required=True),
    FormField(
        "officers",
        "检查人员",
        "officers",
        required=True,
        auto="inspection.officers_text",
        hint="姓名和执法证号，两人以上",
    ),
    # Read in a source:
    FormField("assistants", "协助检查人员（专家、辅助人员）", "table", columns=("姓名", "单位", "职责")),
    FormField("frequency", "本年度对该企业已检查次数", "integer", required=True),
    FormField("urgent", "紧急检查先行实施", "bool", hint="事后补办审批"),
)


# Its ten particulars, two opinions and the assistants share one page.
DENSE = replace(TABLE, margins=(20, 25, 16, 28), size=10.5, leading=15)

BODY = (
    Table(
        (30, 49, 30, 47),
        (
            row(Label("检查事项"), Value("matter", 3)),
            row(Label("检查对象"), Value("object", 3)),
            row(Label("检查场所"), Value("object_address", 3)),
            row(Label("检查依据"), Value("basis", 3), height=14),
            row(Label("任务来源"), Value("source", 3, ticks=True, across=4), height=12),
            row(Label("检查方式"), Value("method", 3, ticks=True)),
            row(Label("拟检查时间"), Value("planned_time", 3)),
            row(Label("检查内容"), Value("content", 3, top=True, indent=2), height=26),
            row(Label("检查人员"), Value("officers", 3)),
            row(
                Label("本年度对该\n企业已检查次数"),
                Value("frequency"),
                Label("紧急检查\n先行实施"),
                Value("urgent", ticks=True),
            ),
            row(Label("承办机构意见"), Opinion("", "承办机构负责人", 3), height=30),
            row(Label("行政执法主体\n负责人审批意见"), Opinion("", "审批人", 3), height=30),
        ),
    ),
    Text("{??assistants}附：协助检查人员（专家、辅助人员）", 0, keep=True),
    Rows(
        "assistants",
        (30, 79, 47),
        (Align.CENTRE, Align.LEFT, Align.CENTRE),
        close="",
        height=7,
        blank=2,
        optional=True,
    ),
)

FORM = Form(
    key="inspection_approval",
    title="行政检查审批表",
    stage="检查前",
    style=Style.TABLE,
    copies="本文书一份，入卷存档。",
    layout=DENSE,
    # Not in the inventory: its place in the course of an inspection.
    order=28,
    asked=True,
    record=Kind.INSPECTION,
    fields=FIELDS,
    body=BODY,
)
