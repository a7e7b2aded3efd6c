"""The legal review of a major decision before it is taken."""

from dataclasses import replace

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Form, FormField, Label, Opinion, Style, Table, Value, row
from qtapp.formkit.sheet import TABLE

# Nineteen fields and three opinions share one page: the small type of tables.
DENSE = replace(TABLE, margins=(18, 25, 15, 28), size=10.5, leading=15)
LOW = 7
TWO_LINES = 10

FIELDS = (
    FormField("case_name", "案件名称（案由）", required=True, auto="case.name"),
    FormField("source", "案件来源", required=True, auto="case.source"),
    FormField("submit_dept", "呈报部门", required=True, auto="case.department"),
    FormField("submitter", "呈报人", required=True, auto="case.contact"),
    FormField("submit_date", "呈报日期", "date", required=True),
    # Known practice:
    FormField(
        "trigger",
        "应当审核的情形",
        "multichoice",
        required=True,
        options=(
            "涉及重大公共利益",
            "直接关系当事人或者第三人重大权益、经过听证程序",
            "案件疑难复杂、涉及多个法律关系",
            "法律法规规定的其他情形",
            "本机关重大执法决定目录",
        ),
    ),
    # Read in a source:
    FormField(
        "party_info",
        "行政相对人基本情况",
        "paragraph",
        required=True,
        auto="party.name+party.address+party.legal_rep",
    ),
    FormField("facts", "案情摘要", "paragraph", required=True, auto="case.facts"),
    FormField("law", "作出决定依据", "law_ref", required=True, auto="case.penalty_basis"),
    FormField("suggested", "建议行政决定", "paragraph", required=True, auto="case.proposed_penalty"),
    # Known practice:
    FormField(
        "check_subject", "主体是否合法、执法人员是否具备资格", "choice", required=True, options=("是", "否")
    ),
    FormField("check_facts", "事实是否清楚、证据是否充分", "choice", required=True, options=("是", "否")),
    FormField("check_law", "适用法律和裁量基准是否适当", "choice", required=True, options=("是", "否")),
    FormField("check_procedure", "程序是否合法", "choice", required=True, options=("是", "否")),
    FormField("check_competence", "是否超越法定权限", "choice", required=True, options=("否", "是")),
    FormField("check_document", "文书是否完备规范", "choice", required=True, options=("是", "否")),
    FormField("check_crime", "是否涉嫌犯罪需移送", "choice", required=True, options=("否", "是")),
    # Read in a source:
    FormField(
        "opinion_kind",
        "审核意见",
        "choice",
        required=True,
        options=("同意", "继续调查", "不予作出决定", "变更", "纠正程序", "移送"),
    ),
    FormField("opinion", "审核意见内容", "paragraph", required=True),
)

BODY = (
    Table(
        (30, 24, 24, 25, 25, 29),
        (
            row(Label("案件名称\n（案由）"), Value("case_name", 5), height=TWO_LINES),
            row(
                Label("案件来源"), Value("source", 2), Label("呈报部门"), Value("submit_dept", 2), height=LOW
            ),
            row(
                Label("呈报人"), Value("submitter", 2), Label("呈报日期"), Value("submit_date", 2), height=LOW
            ),
            row(Label("应当审核的\n情形"), Value("trigger", 5, ticks=True, across=1), height=28),
            row(Label("行政相对人\n基本情况"), Value("party_info", 5), height=14),
            row(Label("案情摘要"), Value("facts", 5, top=True, indent=2), height=22),
            row(Label("作出决定依据"), Value("law", 5, indent=2), height=LOW),
            row(Label("建议行政决定"), Value("suggested", 5, indent=2), height=TWO_LINES),
            row(
                Label("主体是否合法、执法人员是否具备资格", 4),
                Value("check_subject", 2, ticks=True),
                height=LOW,
            ),
            row(Label("事实是否清楚、证据是否充分", 4), Value("check_facts", 2, ticks=True), height=LOW),
            row(Label("适用法律和裁量基准是否适当", 4), Value("check_law", 2, ticks=True), height=LOW),
            row(
                Label("程序是否合法", 2),
                Value("check_procedure", ticks=True),
                Label("文书是否完备规范", 2),
                Value("check_document", ticks=True),
                height=LOW,
            ),
            row(
                Label("是否超越法定权限", 2),
                Value("check_competence", ticks=True),
                Label("是否涉嫌犯罪需移送", 2),
                Value("check_crime", ticks=True),
                height=LOW,
            ),
            row(Label("审核意见"), Value("opinion_kind", 5, ticks=True), height=LOW),
            row(
                Label("审核意见内容"),
                Value(
                    "opinion",
                    5,
                    top=True,
                    indent=2,
                    foot=(
                        "法律职业资格证号：____________________________",
                        "法制审核人员（签名）：　　　年　　月　　日",
                    ),
                ),
                height=30,
            ),
            row(Label("法制机构\n负责人意见"), Opinion("", "负责人", 5), height=22),
            row(Label("承办机构\n采纳情况"), Opinion("", "承办机构负责人", 5), height=22),
        ),
    ),
)

FORM = Form(
    key="legal_review_opinion",
    title="重大执法决定法制审核意见书",
    stage="审核决定",
    style=Style.TABLE,
    copies="本文书一份，入卷存档。",
    layout=DENSE,
    order=60,
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
