"""The approval without which nothing is sealed, seized or cut off."""

from dataclasses import replace

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Form, FormField, Label, Number, Opinion, Scope, Style, Table, Value, row
from qtapp.formkit.sheet import TABLE

FIELDS = (
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    FormField("person_name", "公民 姓名", auto="person.name", when="当事人为公民时"),
    FormField("person_gender", "性别", "choice", auto="person.gender", options=("男", "女")),
    FormField("person_birth", "出生年月", "date"),
    FormField("person_phone", "联系电话", auto="person.phone"),
    FormField("person_address", "住址", auto="person.address"),
    FormField("org_name", "法人或者其他组织 名称", auto="unit.name", when="当事人为单位时"),
    FormField("org_legal_rep", "法定代表人或者负责人", auto="unit.legal_rep"),
    FormField("org_address", "地址", auto="unit.address"),
    FormField("org_phone", "联系电话", auto="unit.phone"),
    FormField("facts", "案件基本情况", "paragraph", required=True, auto="case.facts"),
    FormField(
        "request",
        "报请审批的行政强制事项及其理由、依据、种类及期限等",
        "paragraph",
        required=True,
        hint="写明对象、期限和依据的条款",
    ),
    # Known practice:
    FormField(
        "kind",
        "强制事项种类",
        "choice",
        required=True,
        options=(
            "查封",
            "扣押",
            "延长查封扣押期限",
            "查封扣押处理",
            "停止供电",
            "停止供应民用爆炸物品",
            "恢复供电（供应）",
        ),
    ),
    FormField("urgent", "紧急情况当场实施", "bool", hint="须及时报告并补办批准手续"),
)

WIDTHS = (1668, 1275, 1418, 1417, 1418, 1340)  # twips, as in the official table

# The particulars of a person and of a unit, two accounts and three opinions share one page.
DENSE = replace(TABLE, margins=(20, 25, 16, 28), size=10.5, leading=15)

BODY = (
    Table(
        WIDTHS,
        (
            row(Label("案件名称"), Value("case_name", 5), height=9),
            # Known practice:
            row(Label("强制事项种类"), Value("kind", 5, ticks=True, across=4), height=11),
            # Read in a source:
            row(
                Label("公民", rows=3),
                Label("姓名"),
                Value("person_name"),
                Label("性别"),
                Value("person_gender", 2, ticks=True),
                height=7,
            ),
            row(
                Label("联系电话"),
                Value("person_phone"),
                Label("出生年月"),
                Value("person_birth", 2),
                height=7,
            ),
            row(Label("住址"), Value("person_address", 4), height=7),
            row(Label("法人或者\n其他组织", rows=3), Label("名称"), Value("org_name", 4), height=7),
            row(
                Label("法定代表人\n或者负责人"),
                Value("org_legal_rep"),
                Label("联系电话"),
                Value("org_phone", 2),
                height=10,
            ),
            row(Label("地址"), Value("org_address", 4), height=7),
            row(Label("案件基本情况"), Value("facts", 5, top=True, indent=2), height=28),
            row(
                Label("报请审批的行政\n强制事项及其理\n由、依据、种类\n及期限等"),
                Value("request", 5, top=True, indent=2),
                height=28,
            ),
            # Known practice:
            row(Label("紧急情况\n当场实施"), Value("urgent", 5, ticks=True), height=10),
            # Read in a source:
            row(Label("承办人"), Opinion("", "承办人", 5, number=True, signers=2), height=22),
            row(Label("审核意见"), Opinion("", "审核人", 5), height=30),
            row(Label("审批意见"), Opinion("", "审批人", 5), height=30),
        ),
    ),
)

FORM = Form(
    key="coercive_measure_approval",
    title="行政强制审批表",
    stage="强制",
    style=Style.TABLE,
    number=Number("强审", Scope.CASE),
    copies="本文书一份，入卷存档。",
    layout=DENSE,
    order=40,
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
