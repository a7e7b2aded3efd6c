"""The approval of the penalty a case is to end in."""

from dataclasses import replace

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

# The party's particulars, six accounts and three opinions share one page: the small type of tables.
DENSE = replace(TABLE, margins=(20, 25, 16, 28), size=10.5, leading=15)
LOW = 7
TWO_LINES = 10

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
    FormField(
        "facts_and_basis",
        "违法事实及处罚依据",
        "paragraph",
        required=True,
        auto="case.facts+case.penalty_basis",
    ),
    FormField("defence", "当事人的申辩意见", "paragraph", required=True, auto="case.defence"),
    # Known practice:
    FormField("hearing", "听证情况", "paragraph"),
    FormField("legal_review", "法制审核意见", "paragraph", auto="case.legal_review"),
    FormField("discretion", "裁量基准适用（档次与计算）", "paragraph", required=True, auto="case.discretion"),
    FormField("proposed", "建议处罚内容", "paragraph", required=True, auto="case.proposed_penalty"),
)

BODY = (
    Table(
        (9, 24, 33, 19, 26, 15.5, 29.5),
        (
            row(
                *(Label("案件名称", 2), Value("case_name", 3)),
                *(Label("当事人\n类型"), Value("party_kind", ticks=True)),
                height=TWO_LINES,
            ),
            row(
                Label("当事人", rows=6),
                *(Label("被处罚单位"), Value("unit_name", 3), Label("邮编"), Value("unit_postcode")),
                height=LOW,
            ),
            row(Label("地址"), Value("unit_address", 5), height=LOW),
            row(
                *(Label("法定代表人\n/负责人"), Value("unit_legal_rep")),
                *(Label("职务"), Value("unit_legal_rep_title", 3)),
                height=TWO_LINES,
            ),
            row(
                *(Label("被处罚人"), Value("person_name")),
                *(Label("年龄"), Value("person_age"), Label("性别"), Value("person_gender", ticks=True)),
                height=LOW,
            ),
            row(
                *(Label("所在单位"), Value("person_employer")),
                *(Label("单位地址"), Value("person_employer_address", 3)),
                height=TWO_LINES,
            ),
            row(
                *(Label("家庭住址"), Value("person_home")),
                *(Label("联系电话"), Value("person_phone"), Label("邮编"), Value("person_postcode")),
                height=TWO_LINES,
            ),
            row(
                Label("违法事实及\n处罚依据", 2),
                Value("facts_and_basis", 5, top=True, indent=2),
                height=34,
            ),
            row(Label("当事人的\n申辩意见", 2), Value("defence", 5, indent=2), height=TWO_LINES),
            row(Label("听证情况", 2), Value("hearing", 5, indent=2), height=LOW),
            row(Label("法制审核意见", 2), Value("legal_review", 5, indent=2), height=TWO_LINES),
            row(Label("裁量基准适用\n（档次与计算）", 2), Value("discretion", 5, indent=2), height=TWO_LINES),
            row(Label("建议处罚内容", 2), Value("proposed", 5, indent=2), height=TWO_LINES),
            row(Label("承办人意见", 2), Opinion("", "承办人", 5, signers=2), height=30),
            row(Label("审核意见", 2), Opinion("", "审核人", 5), height=30),
            row(
                Label("审批意见", 2),
                Opinion(
                    "step.approval_opinion",
                    "审批人",
                    5,
                    person="step.approval_person",
                    dated="step.approval_on",
                ),
                height=30,
            ),
        ),
    ),
)

FORM = Form(
    key="case_disposition_approval",
    title="案件处理呈批表",
    stage="审核决定",
    style=Style.TABLE,
    number=Number("处呈", Scope.CASE),
    copies="本文书一份，入卷存档。",
    layout=DENSE,
    order=61,
    step="呈批",
    requires=("penalty_notice",),
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
