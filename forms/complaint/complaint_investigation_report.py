"""What the investigation of a complaint found and what was done."""

from dataclasses import replace

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Form,
    FormField,
    Heading,
    Label,
    Line,
    Number,
    Opinion,
    Rows,
    Scope,
    Sign,
    Style,
    Table,
    Text,
    Value,
    row,
)
from qtapp.formkit.sheet import CLOSE_LETTER, Align, Signature

# Account, table and opinions share one page where the account is short.
ONE_PAGE = replace(CLOSE_LETTER, margins=(18, 26, 14, 28), leading=19)

FIELDS = (
    # Inferred:
    FormField("reg_no", "登记编号", "doc_ref", required=True, auto="complaint.number"),
    FormField("target_name", "被举报单位", required=True, auto="complaint.target_name"),
    FormField("checked_at", "核查时间", "datetime_range", required=True),
    FormField("officers", "核查人员", "officers", required=True),
    FormField("process", "核查经过", "paragraph", required=True, auto="complaint.result"),
    FormField(
        "findings",
        "核查情况（逐项）",
        "table",
        required=True,
        columns=("举报事项", "核查情况", "属实程度", "证据"),
    ),
    FormField(
        "measures",
        "处理措施",
        "multichoice",
        required=True,
        options=("现场处理措施", "责令限期整改", "立案查处", "移送其他部门", "无需处理"),
    ),
    FormField("linked_docs", "形成的执法文书", "doc_ref", auto="complaint.outcome_number"),
    FormField(
        "conclusion",
        "核查结论",
        "choice",
        required=True,
        auto="complaint.finding",
        options=("属实", "部分属实", "不属实", "无法查实"),
    ),
    FormField("rectification", "整改落实情况", "paragraph"),
    FormField("reward_suggest", "奖励建议", "paragraph"),
)

BODY = (
    Line("登记编号：{reg_no:12}核查时间：{checked_at:18}"),
    Line("被举报单位：{target_name:26}"),
    Line("核查人员：{officers:26}"),
    Text("一、核查经过：{process:99}"),
    Text("二、核查情况（逐项）：", keep=True),
    Rows(
        "findings",
        (46, 56, 24, 30),
        (Align.LEFT, Align.LEFT, Align.CENTRE, Align.LEFT),
        height=7,
        close="",
        blank=3,
    ),
    Text("三、处理措施和核查结论：", keep=True),
    Table(
        (34, 122),
        (
            row(Label("处理措施"), Value("measures", ticks=True, across=3), height=12),
            row(Label("核查结论"), Value("conclusion", ticks=True), height=8),
        ),
    ),
    Text("形成的执法文书：{linked_docs:26}"),
    Text("四、整改落实情况：{rectification:61}"),
    Text("五、奖励建议：{reward_suggest:27}"),
    Sign((Signature("核查人员（签名）：", number="证号："),) * 2),
    Text("年　　月　　日", 0, Align.RIGHT),
    Table(
        (34, 122),
        (
            row(Label("承办科室\n（大队）\n负责人意见"), Opinion("", "负责人"), height=30),
            row(Label("分管领导意见"), Opinion("", "分管领导"), height=30),
        ),
    ),
)

FORM = Form(
    key="complaint_investigation_report",
    title="举报事项核查报告",
    stage="举报查处",
    style=Style.LETTER,
    number=Number("举核", Scope.OWN),
    heading=Heading.BUREAU,
    copies="本报告一份，入举报卷；立案的，复印入案卷。",
    layout=ONE_PAGE,
    order=106,
    requires=("complaint_register",),
    asked=True,
    record=Kind.COMPLAINT,
    fields=FIELDS,
    body=BODY,
)
