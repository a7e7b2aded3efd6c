"""The approval on which a case is closed."""

from dataclasses import replace

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Form, FormField, Label, Number, Opinion, Scope, Style, Table, Value, row
from qtapp.formkit.sheet import TABLE

# The party's particulars, two accounts and two opinions share one page: the small type of tables.
DENSE = replace(TABLE, margins=(22, 25, 18, 28), size=10.5, leading=16)
LOW = 8
TWO_LINES = 11

FIELDS = (
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    # Known practice:
    FormField(
        "party_kind", "当事人类型", "choice", required=True, auto="party.kind", options=("单位", "个人")
    ),
    # Read in a source:
    FormField("unit_name", "被处罚单位", auto="unit.name", when="当事人为单位时"),
    FormField("unit_address", "地址", auto="unit.address"),
    FormField("unit_legal_rep", "法定代表人/负责人", auto="unit.legal_rep"),
    FormField("unit_legal_rep_title", "职务", auto="unit.legal_rep_title"),
    FormField("unit_postcode", "邮编", auto="unit.postcode"),
    FormField("person_name", "被处罚人", auto="person.name", when="当事人为个人时"),
    FormField("person_age", "年龄", "integer", auto="person.age"),
    FormField("person_gender", "性别", "choice", auto="person.gender", options=("男", "女")),
    FormField("person_employer", "所在单位", auto="person.employer"),
    FormField("person_employer_address", "单位地址"),
    FormField("person_home", "家庭住址", auto="person.address"),
    FormField("person_phone", "联系电话", auto="person.phone"),
    FormField("person_postcode", "邮编", auto="person.postcode"),
    FormField("result", "处理结果", "paragraph", required=True, auto="case.proposed_penalty"),
    FormField("execution", "执行情况", "paragraph", required=True),
    # Known practice:
    FormField(
        "close_reason",
        "结案情形",
        "choice",
        required=True,
        options=("处罚执行完毕", "不予处罚", "撤销立案", "移送", "终结执行", "法院强制执行完毕"),
    ),
    FormField("closed_on", "结案日期", "date", required=True, auto="step.closing_on"),
)

BODY = (
    Table(
        (9, 24, 33, 19, 26, 15.5, 29.5),
        (
            row(
                Label("案件名称", 2),
                Value("case_name", 3),
                Label("当事人\n类型"),
                Value("party_kind", ticks=True),
                height=TWO_LINES,
            ),
            row(
                Label("当事人", rows=6),
                Label("被处罚单位"),
                Value("unit_name", 3),
                Label("邮编"),
                Value("unit_postcode"),
                height=LOW,
            ),
            row(Label("地址"), Value("unit_address", 5), height=LOW),
            row(
                Label("法定代表人\n/负责人"),
                Value("unit_legal_rep"),
                Label("职务"),
                Value("unit_legal_rep_title", 3),
                height=TWO_LINES,
            ),
            row(
                Label("被处罚人"),
                Value("person_name"),
                Label("年龄"),
                Value("person_age"),
                Label("性别"),
                Value("person_gender", ticks=True),
                height=LOW,
            ),
            row(
                Label("所在单位"),
                Value("person_employer"),
                Label("单位地址"),
                Value("person_employer_address", 3),
                height=TWO_LINES,
            ),
            row(
                Label("家庭住址"),
                Value("person_home"),
                Label("联系电话"),
                Value("person_phone"),
                Label("邮编"),
                Value("person_postcode"),
                height=TWO_LINES,
            ),
            row(Label("处理结果", 2), Value("result", 5, top=True, indent=2), height=28),
            row(
                Label("执行情况", 2),
                Value(
                    "execution", 5, top=True, indent=2, foot=(*("承办人（签名）：　",) * 2, "年　　月　　日")
                ),
                height=40,
            ),
            row(Label("结案情形", 2), Value("close_reason", 5, ticks=True, across=3), height=12),
            row(Label("结案日期", 2), Value("closed_on", 5), height=LOW),
            row(Label("审核意见", 2), Opinion("", "审核人", 5), height=32),
            row(
                Label("审批意见", 2),
                Opinion(
                    "step.closing_opinion", "审批人", 5, person="step.closing_person", dated="step.closing_on"
                ),
                height=32,
            ),
        ),
    ),
)

FORM = Form(
    key="closing_approval",
    title="结案审批表",
    stage="结案",
    style=Style.TABLE,
    number=Number("结", Scope.CASE),
    copies="本文书一份，入卷存档。",
    layout=DENSE,
    order=80,
    step="结案",
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
