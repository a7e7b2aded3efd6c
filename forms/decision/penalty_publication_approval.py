"""The approval on which a penalty is made public, and what is left out."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Form, FormField, Label, Opinion, Style, Table, Value, row
from qtapp.formkit.sheet import TABLE

FIELDS = (
    # Inferred:
    FormField("party_name", "当事人", required=True, auto="party.name"),
    FormField("uscc", "统一社会信用代码", required=True, auto="party.credit_code"),
    FormField("decision_no", "决定书文号", "doc_ref", required=True),
    FormField("decision_date", "决定日期", "date", required=True, auto="step.decision_on"),
    FormField("facts", "违法事实摘要", "paragraph", required=True, auto="case.facts"),
    FormField("basis", "处罚依据", "law_ref", required=True, auto="case.penalty_basis"),
    FormField("penalty", "处罚内容", "paragraph", required=True, auto="case.penalty"),
    FormField("masking", "隐私、商业秘密处理", required=True),
    FormField(
        "channel",
        "公示渠道",
        "multichoice",
        required=True,
        options=("门户网站", "信用平台", "监管部门公示系统"),
    ),
    FormField("publish_due", "应公示日期", "date", required=True),
)

BODY = (
    Table(
        (34, 46, 30, 47),
        (
            row(Label("当事人"), Value("party_name", 3)),
            row(Label("统一社会\n信用代码"), Value("uscc", 3), height=12),
            row(Label("决定书文号"), Value("decision_no"), Label("决定日期"), Value("decision_date")),
            row(Label("违法事实摘要"), Value("facts", 3, top=True, indent=2), height=44),
            row(Label("处罚依据"), Value("basis", 3, indent=2), height=12),
            row(Label("处罚内容"), Value("penalty", 3, indent=2), height=20),
            row(Label("隐私、商业\n秘密处理"), Value("masking", 3, indent=2), height=16),
            row(Label("公示渠道"), Value("channel", 3, ticks=True)),
            row(Label("应公示日期"), Value("publish_due", 3)),
            row(Label("经办人意见"), Opinion("", "经办人", 3), height=32),
            row(Label("审批意见"), Opinion("", "审批人", 3), height=34),
        ),
    ),
)

FORM = Form(
    key="penalty_publication_approval",
    title="行政处罚信息公示审批表",
    stage="决定后",
    style=Style.TABLE,
    copies="本文书一份，入卷存档。",
    layout=TABLE,
    order=9,
    party="当事人",
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
