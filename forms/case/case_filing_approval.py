"""The approval on which a penalty case is opened; the time for the decision runs from it."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Form,
    FormField,
    Label,
    Number,
    Opinion,
    Scope,
    Style,
    Table,
    Value,
    row,
)
from qtapp.formkit.sheet import TABLE

FIELDS = (
    FormField("cause", "案由", required=True, auto="case.cause"),
    FormField(
        "source",
        "案件来源",
        "choice",
        required=True,
        auto="case.source",
        options=(
            "监督检查发现",
            "举报投诉",
            "上级交办",
            "其他机关移送",
            "生产安全事故调查",
            "双随机抽查",
            "其他",
        ),
    ),
    FormField("occurred_at", "时间（案发/发现时间）", "date", required=True, auto="case.discovered_on"),
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    FormField("party_name", "当事人", required=True, auto="party.name"),
    FormField("party_phone", "电话", auto="party.phone"),
    FormField("legal_rep", "法定代表人/负责人", auto="party.legal_rep", when="当事人为单位时"),
    FormField("party_address", "当事人地址", required=True, auto="party.address"),
    FormField("party_postcode", "邮政编码", auto="party.postcode"),
    FormField("facts", "案件基本情况", "paragraph", required=True, auto="case.facts"),
    # Known practice:
    FormField("handlers_proposed", "拟定承办人", "officers", required=True, auto="case.handlers_text"),
)

BODY = (
    Table(
        (28, 54, 28, 46),
        (
            row(Label("案由"), Value("cause", 3)),
            row(Label("案件来源"), Value("source", 3, ticks=True, across=4)),
            row(Label("案件名称"), Value("case_name", 3)),
            row(Label("当事人"), Value("party_name", 3)),
            row(Label("当事人地址"), Value("party_address", 3)),
            row(Label("法定代表人\n（负责人）"), Value("legal_rep"), Label("电话"), Value("party_phone")),
            row(
                *(Label("邮政编码"), Value("party_postcode")),
                *(Label("案发（发现）\n时间"), Value("occurred_at")),
            ),
            row(Label("案件基本\n情况"), Value("facts", 3, top=True, indent=2), height=42),
            row(Label("拟定承办人"), Value("handlers_proposed", 3)),
            row(Label("承办人意见"), Opinion("", "承办人", 3, number=True, signers=2), height=36),
            row(Label("审核意见"), Opinion("", "审核人", 3), height=30),
            row(
                Label("审批意见"),
                Opinion(
                    "step.filing_opinion", "审批人", 3, person="step.filing_person", dated="step.filing_on"
                ),
                height=30,
            ),
        ),
    ),
)

FORM = Form(
    key="case_filing_approval",
    title="立案审批表",
    stage="立案",
    style=Style.TABLE,
    number=Number("立", Scope.CASE),
    copies="本文书一份，入卷存档。",
    layout=TABLE,
    order=10,
    step="立案",
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
