"""The approval of what a party is to be told of the penalty intended."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Form, FormField, Label, Number, Opinion, Scope, Style, Table, Value, row
from qtapp.formkit.sheet import TABLE

FIELDS = (
    # Known practice:
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    FormField("party_name", "当事人", required=True, auto="case.party_names|party.name"),
    FormField("facts", "违法事实及证据", "paragraph", required=True, auto="case.facts+case.evidence_list"),
    FormField("law", "违反条款", "law_ref", required=True, auto="case.violated_law"),
    FormField("penalty_law", "处罚依据", "law_ref", required=True, auto="case.penalty_basis"),
    FormField("proposed", "拟作出的行政处罚", "paragraph", required=True, auto="case.proposed_penalty"),
    FormField("hearing_needed", "是否属于应当告知听证", "bool", required=True),
)

BODY = (
    Table(
        (30, 127),
        (
            row(Label("案件名称"), Value("case_name")),
            row(Label("当事人"), Value("party_name")),
            row(Label("违法事实\n及证据"), Value("facts", top=True, indent=2), height=40),
            row(Label("违反条款"), Value("law", indent=2)),
            row(Label("处罚依据"), Value("penalty_law", indent=2)),
            row(Label("拟作出的\n行政处罚"), Value("proposed", indent=2), height=18),
            row(Label("是否应当\n告知听证"), Value("hearing_needed", ticks=True), height=11),
            row(Label("承办人意见"), Opinion("", "承办人", number=True, signers=2), height=36),
            row(Label("审核意见"), Opinion("", "审核人"), height=30),
            row(Label("审批意见"), Opinion("", "审批人"), height=30),
        ),
    ),
)

FORM = Form(
    key="penalty_notice_approval",
    title="案件告知审批表（拟处罚审批）",
    stage="告知",
    style=Style.TABLE,
    number=Number("罚告审", Scope.CASE),
    copies="本文书一份，入卷存档。",
    layout=TABLE,
    order=50,
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
