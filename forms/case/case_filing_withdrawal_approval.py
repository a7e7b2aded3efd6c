"""The approval on which a case that was opened is given up."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Form, FormField, Label, Number, Opinion, Scope, Style, Table, Value, row
from qtapp.formkit.sheet import TABLE

FIELDS = (
    # Known practice:
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    FormField("filing_no", "立案文号", "doc_ref", required=True, auto="case.number"),
    FormField("filed_on", "立案日期", "date", required=True, auto="step.filing_on"),
    FormField("party_name", "当事人", required=True, auto="case.party_names|party.name"),
    FormField("investigation", "调查情况", "paragraph", required=True, auto="case.facts"),
    FormField(
        "kind",
        "撤销（终止）情形",
        "choice",
        required=True,
        options=(
            "违法事实不能成立",
            "超过处罚时效",
            "当事人死亡或终止且无权利义务承受人",
            "不属本机关管辖",
            "其他",
        ),
    ),
    FormField("reason", "撤销立案理由及依据", "paragraph", required=True),
)

BODY = (
    Table(
        (30, 49, 28, 50),
        (
            row(Label("案件名称"), Value("case_name", 3)),
            row(Label("立案文号"), Value("filing_no"), Label("立案日期"), Value("filed_on")),
            row(Label("当事人"), Value("party_name", 3)),
            row(Label("调查情况"), Value("investigation", 3, top=True, indent=2), height=38),
            row(Label("撤销（终止）\n情形"), Value("kind", 3, ticks=True, across=2), height=18),
            row(Label("撤销立案理由\n及依据"), Value("reason", 3, top=True, indent=2), height=30),
            row(Label("承办人意见"), Opinion("", "承办人", 3, number=True, signers=2), height=36),
            row(Label("审核意见"), Opinion("", "审核人", 3), height=30),
            row(Label("审批意见"), Opinion("", "审批人", 3), height=30),
        ),
    ),
)

FORM = Form(
    key="case_filing_withdrawal_approval",
    title="撤销立案审批表",
    stage="立案",
    style=Style.TABLE,
    number=Number("撤立", Scope.CASE),
    copies="本文书一份，入卷存档。",
    layout=TABLE,
    order=11,
    requires=("case_filing_approval",),
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
