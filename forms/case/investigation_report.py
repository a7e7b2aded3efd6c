"""What an investigation found, by which evidence, and what is proposed."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Form,
    FormField,
    Label,
    Line,
    Number,
    Opinion,
    Rows,
    Scope,
    Space,
    Style,
    Table,
    Text,
    row,
)
from qtapp.formkit.sheet import CLOSE_LETTER, Align

FIELDS = (
    # Known practice:
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    FormField("filing_no", "立案文号及时间", "doc_ref", required=True, auto="case.number"),
    FormField("party_info", "当事人基本情况", "paragraph", required=True),
    FormField("process", "案件来源及调查经过", "paragraph", required=True),
    FormField("facts", "查明的违法事实", "paragraph", required=True, auto="case.facts"),
    FormField(
        "evidence",
        "证据及证明内容",
        "table",
        required=True,
        columns=("序号", "证据名称", "证据种类", "证明内容", "页码"),
    ),
    FormField("law", "违反条款", "law_ref", required=True, auto="case.violated_law"),
    FormField("penalty_law", "处罚依据", "law_ref", required=True, auto="case.penalty_basis"),
    FormField("discretion", "裁量情节与裁量基准适用", "paragraph", required=True, auto="case.discretion"),
    FormField("corrected", "改正情况", "paragraph"),
    FormField("suggestion", "处理建议", "paragraph", required=True, auto="case.proposed_penalty"),
)

BODY = (
    Line("案件名称：{case_name:26}"),
    Line("立案文号及时间：{filing_no:16}　{step.filing_on:9}"),
    Text("一、当事人基本情况：{party_info:56}"),
    Text("二、案件来源及调查经过：{process:56}"),
    Text("三、查明的违法事实：{facts:56}"),
    Text("四、证据及证明内容：", keep=True),
    Rows("evidence", (12, 44, 30, 54, 16), (Align.CENTRE, Align.LEFT, Align.CENTRE, Align.LEFT), blank=3),
    Space(2),
    Text("五、违反条款及处罚依据：上述行为违反了{law:20}的规定，处罚依据为{penalty_law:20}。"),
    Text("六、裁量情节与裁量基准适用：{discretion:18}"),
    Text("{??corrected}改正情况：{corrected:28}"),
    Text("七、处理建议：{suggestion:26}"),
    Space(2),
    Table(
        (30, 126),
        (
            row(Label("承办人"), Opinion("", "承办人", number=True, signers=2), height=26),
            row(Label("承办机构\n负责人意见"), Opinion("", "负责人"), height=30),
        ),
    ),
)

FORM = Form(
    key="investigation_report",
    title="案件调查报告",
    stage="调查取证",
    style=Style.LETTER,
    number=Number("终报", Scope.CASE),
    copies="本文书一份，入卷存档。",
    layout=CLOSE_LETTER,
    order=26,
    asked=True,
    requires=("case_filing_approval",),
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
