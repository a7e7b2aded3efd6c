"""The plan of one inspection: when, by whom, of what and how."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Form,
    FormField,
    Label,
    Number,
    Opinion,
    Rows,
    Scope,
    Style,
    Table,
    Text,
    Value,
    row,
)
from qtapp.formkit.sheet import TABLE, Align

FIELDS = (
    FormField("party_name", "被检查单位", required=True, auto="party.name"),
    FormField("party_address", "地址", required=True, auto="party.address"),
    FormField("contact", "联系人", required=True),
    FormField(
        "industry",
        "所属行业",
        "choice",
        required=True,
        options=(
            "危险化学品",
            "烟花爆竹",
            "非煤矿山",
            "冶金",
            "有色",
            "建材",
            "机械",
            "轻工",
            "纺织",
            "烟草",
            "商贸",
            "其他",
        ),
    ),
    FormField("inspect_time", "检查时间", "date_range", required=True),
    FormField(
        "officers",
        "行政执法人员",
        "officers",
        required=True,
        auto="inspection.officers_text",
        hint="两人以上，带队人列首位",
    ),
    FormField("content", "检查内容", "paragraph", required=True),
    FormField(
        "method",
        "检查方式",
        "multichoice",
        required=True,
        options=("查阅资料", "询问人员", "现场查验", "抽样检测", "专家协助", "其他"),
    ),
    # Known practice:
    FormField(
        "checklist",
        "检查分工明细表（附件）",
        "table",
        columns=("检查事项", "检查主要资料及方法", "检查地点", "检查人员", "检查情况"),
    ),
    # Read in a source:
    FormField("remark", "备注"),
)

WIDTHS = (1620, 7200)  # twips, as in the official table

BODY = (
    Table(
        WIDTHS,
        (
            row(Label("被检查单位"), Value("party_name"), height=8),
            row(Label("地址"), Value("party_address"), height=8),
            row(Label("联系人"), Value("contact"), height=8),
            row(Label("所属行业"), Value("industry", ticks=True, across=6), height=16),
            row(Label("检查时间"), Value("inspect_time"), height=8),
            row(Label("行政执法人员"), Value("officers"), height=8),
            row(Label("检查内容"), Value("content", top=True, indent=2), height=44),
            row(Label("检查方式"), Value("method", ticks=True, across=3), height=14),
            row(Label("审核意见"), Opinion("", "审核人"), height=32),
            row(Label("审批意见"), Opinion("", "审批人"), height=32),
            row(Label("备注"), Value("remark"), height=10),
        ),
    ),
    # Known practice:
    Text("{?checklist}附：检查分工明细表", 0, keep=True),
    Rows("checklist", (28, 46, 26, 22, 34), (Align.LEFT, Align.LEFT, Align.CENTRE, Align.CENTRE, Align.LEFT)),
)

FORM = Form(
    key="inspection_plan",
    title="现场检查方案",
    stage="检查前",
    style=Style.TABLE,
    number=Number("检查", Scope.INSPECTION),
    copies="本文书一份，入卷存档。",
    layout=TABLE,
    order=30,
    asked=True,
    record=Kind.INSPECTION,
    fields=FIELDS,
    body=BODY,
)
