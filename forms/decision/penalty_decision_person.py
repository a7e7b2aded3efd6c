"""The decision that penalises a person."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Audience,
    Form,
    FormField,
    Line,
    Number,
    Scope,
    SealHere,
    Statement,
    Style,
    Text,
)
from qtapp.formkit.sheet import CLOSE_LETTER

FIELDS = (
    FormField("person_name", "被处罚人", required=True, auto="person.name"),
    FormField("person_gender", "性别", "choice", required=True, auto="person.gender", options=("男", "女")),
    FormField("person_age", "年龄", "integer", required=True, auto="person.age"),
    FormField("person_id", "身份证号", required=True, auto="person.identity_number"),
    FormField("person_home", "家庭住址", required=True, auto="person.address"),
    FormField("person_employer", "所在单位", auto="person.employer"),
    FormField("person_post", "职务"),
    FormField("person_employer_address", "单位地址"),
    FormField("person_postcode", "邮政编码", auto="person.postcode"),
    FormField("facts", "违法事实及证据", "paragraph", required=True, auto="case.facts+case.evidence_list"),
    # Known practice:
    FormField(
        "defence_result", "陈述申辩（听证）及采纳情况", "paragraph", required=True, auto="case.defence"
    ),
    # Read in a source:
    FormField("law", "违反的规定", "law_ref", required=True, auto="case.violated_law"),
    FormField("penalty_law", "处罚依据", "law_ref", required=True, auto="case.penalty_basis"),
    # Known practice:
    FormField("discretion", "裁量理由", "paragraph", required=True, auto="case.discretion"),
    # Read in a source:
    FormField("annual_income", "上一年年收入", "money", when="按年收入的比例罚款时"),
    FormField("penalty", "行政处罚内容", "paragraph", required=True, auto="case.penalty"),
    FormField("fine", "罚款金额", "money", auto="case.fine_fen", when="处以罚款时"),
    FormField("fine_upper", "罚款大写", auto="case.fine_upper", when="处以罚款时"),
    FormField("bank", "指定银行", auto="bureau.fine_bank", when="处以罚款时"),
    # Known practice:
    FormField("account_name", "账户名称", auto="bureau.fine_account_name"),
    # Read in a source:
    FormField("account", "账号", auto="bureau.fine_account", when="处以罚款时"),
    FormField("reconsideration_organ", "行政复议机关", required=True, auto="bureau.reconsideration_organ"),
    FormField("court", "人民法院", required=True, auto="bureau.court"),
)

BODY = (
    Line("被处罚人：{person_name:8}性别：{person_gender:3}年龄：{person_age:3}身份证号：{person_id:12}"),
    Line("家庭住址：{person_home:20}邮政编码：{person_postcode:5}"),
    Line("所在单位：{person_employer:18}职务：{person_post:6}"),
    Line("单位地址：{person_employer_address:26}"),
    Text("违法事实及证据：{facts:98}"),
    Text("以上事实违反了{law:20}的规定。"),
    Text("陈述申辩（听证）及采纳情况：{defence_result:56}"),
    Text("裁量理由：{discretion:65}"),
    Text("{?annual_income}上一年年收入：{annual_income}。"),
    Text("依据{penalty_law:20}的规定，决定给予{penalty:20}的行政处罚。"),
    Text("{?fine_upper}罚款数额（大写）：人民币{fine_upper}。"),
    Statement("fine_payment", when="fine"),
    Statement("remedy_general", noun="决定"),
    Statement("nonperformance"),
    SealHere("（印章）"),
)

FORM = Form(
    key="penalty_decision_person",
    title="行政处罚决定书（个人）",
    stage="审核决定",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("罚", Scope.CASE),
    copies="本文书一式两份：一份由应急管理部门备案，一份交被处罚人。",
    layout=CLOSE_LETTER,
    order=1,
    step="决定",
    requires=("case_filing_approval", "penalty_notice", "case_disposition_approval"),
    party="个人",
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
