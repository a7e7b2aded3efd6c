"""The approval of more time for a case."""

from dataclasses import replace

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Form, FormField, Label, Number, Opinion, Scope, Style, Table, Value, row
from qtapp.formkit.sheet import TABLE

FIELDS = (
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    # Known practice:
    FormField(
        "party_kind", "当事人类型", "choice", required=True, auto="party.kind", options=("单位", "个人")
    ),
    # Read in a source:
    FormField("unit_name", "单位名称", auto="unit.name", when="当事人为单位时"),
    FormField("unit_address", "地址", auto="unit.address"),
    FormField("unit_legal_rep", "法定代表人/负责人", auto="unit.legal_rep"),
    FormField("unit_legal_rep_title", "职务", auto="unit.legal_rep_title"),
    FormField("unit_postcode", "邮编", auto="unit.postcode"),
    FormField("person_name", "个人姓名", auto="person.name", when="当事人为个人时"),
    FormField("person_age", "年龄", "integer", auto="person.age"),
    FormField("person_gender", "性别", "choice", auto="person.gender", options=("男", "女")),
    FormField("person_employer", "所在单位", auto="person.employer"),
    FormField("person_employer_address", "单位地址"),
    FormField("person_home", "家庭住址", auto="person.address"),
    FormField("person_phone", "联系电话", auto="person.phone"),
    FormField("person_postcode", "邮编", auto="person.postcode"),
    # Known practice:
    FormField("filed_on", "立案日期", "date", required=True, auto="step.filing_on"),
    FormField("current_due", "原办案期限届满日", "date", required=True),
    FormField("new_due", "申请延长至", "date", required=True),
    # Read in a source:
    FormField("reason", "案件延期理由", "paragraph", required=True),
)

WIDTHS = (817, 1286, 1287, 1286, 1287, 1286, 1287)  # twips, as in the official table

# The party's particulars and four opinions share one page.
DENSE = replace(TABLE, margins=(20, 25, 16, 28), size=10.5, leading=15)
LOW = 6.5
TWO_LINES = 10

BODY = (
    Table(
        WIDTHS,
        (
            row(Label("案件名称", 2), Value("case_name", 5), height=9),
            # Known practice:
            row(Label("当事人类型", 2), Value("party_kind", 5, ticks=True), height=LOW),
            # Read in a source:
            row(
                Label("单位", rows=3),
                *(Label("单位名称"), Value("unit_name", 3), Label("邮编"), Value("unit_postcode")),
                height=LOW,
            ),
            row(Label("地址"), Value("unit_address", 5), height=LOW),
            row(
                *(Label("法定代表人\n/负责人"), Value("unit_legal_rep", 2)),
                *(Label("职务"), Value("unit_legal_rep_title", 2)),
                height=TWO_LINES,
            ),
            row(
                Label("个人", rows=4),
                *(Label("姓名"), Value("person_name"), Label("年龄"), Value("person_age")),
                *(Label("性别"), Value("person_gender", ticks=True)),
                height=LOW,
            ),
            row(
                *(Label("所在单位"), Value("person_employer", 2)),
                *(Label("单位地址"), Value("person_employer_address", 2)),
                height=TWO_LINES,
            ),
            row(
                *(Label("家庭住址"), Value("person_home", 3)),
                *(Label("邮编"), Value("person_postcode")),
                height=LOW,
            ),
            row(Label("联系电话"), Value("person_phone", 5), height=LOW),
            row(
                *(Label("立案日期", 2), Value("filed_on", 2)),
                *(Label("原办案期限\n届满日"), Value("current_due", 2)),
                height=TWO_LINES,
            ),
            row(Label("申请延长至", 2), Value("new_due", 5), height=LOW),
            row(Label("案件延期理由", 2), Value("reason", 5, top=True, indent=2), height=20),
            row(Label("承办人", 2), Opinion("", "承办人", 5, number=True, signers=2), height=18),
            row(Label("审核意见", 2), Opinion("", "审核人", 5), height=30),
            row(Label("审批意见", 2), Opinion("", "审批人", 5), height=30),
            # Known practice:
            row(Label("上一级应急管理\n部门批准意见", 2), Opinion("", "批准人", 5), height=30),
        ),
    ),
)

FORM = Form(
    key="case_extension_approval",
    title="案件延期审批表",
    stage="调查取证",
    style=Style.TABLE,
    number=Number("案延", Scope.CASE),
    copies="本文书一份，入卷存档。",
    layout=DENSE,
    order=27,
    asked=True,
    requires=("case_filing_approval",),
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
