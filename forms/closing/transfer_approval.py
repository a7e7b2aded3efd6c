"""The approval on which a case goes to another authority."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Form, FormField, Label, Number, Opinion, Scope, Style, Table, Value, Words, row
from qtapp.formkit.sheet import TABLE

FIELDS = (
    FormField("cause", "案由", required=True, auto="case.cause"),
    FormField("party_name", "当事人", required=True, auto="case.party_names|party.name"),
    FormField("address", "地址", required=True, auto="party.address"),
    FormField("receiver", "受移送机关", required=True),
    FormField("facts", "案情简介", "paragraph", required=True, auto="case.facts"),
    FormField("reason", "移送理由", "paragraph", required=True),
    # Known practice:
    FormField(
        "kind",
        "移送性质",
        "choice",
        required=True,
        options=("无管辖权移送", "涉嫌犯罪移送公安机关", "职务违法犯罪线索移送监察机关", "其他部门职责"),
    ),
)

BODY = (
    # The label column as in the official table of 2016, a little wider for five characters.
    Table(
        (32, 125),
        (
            row(Label("案由"), Value("cause")),
            row(Label("当事人"), Value("party_name")),
            row(Label("地址"), Value("address")),
            row(Label("受移送机关"), Value("receiver")),
            row(Label("案情简介"), Value("facts", top=True, indent=2), height=42),
            row(Label("移送理由"), Value("reason", top=True, indent=2), height=24),
            row(Label("移送性质"), Value("kind", ticks=True, across=2), height=13),
            row(
                Label("承办人员\n拟办意见"),
                Words("", foot=(*("承办人（签名）：　",) * 2, "年　　月　　日")),
                height=30,
            ),
            row(Label("审核意见"), Opinion("", "审核人"), height=30),
            row(Label("审批意见"), Opinion("", "审批人"), height=30),
        ),
    ),
)

FORM = Form(
    key="transfer_approval",
    title="案件移送审批表",
    stage="移送",
    style=Style.TABLE,
    number=Number("移审", Scope.CASE),
    copies="本文书一份，入卷存档。",
    layout=TABLE,
    order=85,
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
