"""The decision that penalises a person on the spot."""

from dataclasses import replace

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Audience,
    Form,
    FormField,
    Line,
    Number,
    Scope,
    SealHere,
    Sign,
    Statement,
    Style,
    Text,
)
from qtapp.formkit.sheet import CLOSE_LETTER, Signature

# Handed over on the spot: what is signed stands on one page, in the small type of the national set.
ONE_PAGE = replace(CLOSE_LETTER, margins=(18, 26, 14, 28), size=10.5, leading=17)

FIELDS = (
    FormField("person_name", "被处罚人", required=True, auto="person.name"),
    FormField("person_gender", "性别", "choice", required=True, auto="person.gender", options=("男", "女")),
    FormField("person_age", "年龄", "integer", required=True, auto="person.age"),
    FormField("person_id", "身份证号", required=True, auto="person.identity_number"),
    FormField("person_home", "家庭住址", required=True, auto="person.address"),
    FormField("person_employer", "所在单位", auto="person.employer"),
    FormField("person_post", "职务"),
    FormField("person_employer_address", "单位地址"),
    FormField("person_phone", "联系电话", required=True, auto="person.phone"),
    FormField("facts", "违法事实及证据", "paragraph", required=True, auto="case.facts+case.evidence_list"),
    # Known practice:
    FormField("occurred", "时间、地点", required=True),
    # Read in a source:
    FormField("law", "违反的规定", "law_ref", required=True, auto="case.violated_law"),
    FormField("penalty_law", "处罚依据", "law_ref", required=True, auto="case.penalty_basis"),
    FormField("penalty", "行政处罚内容", "choice", required=True, options=("警告", "罚款", "警告并处罚款")),
    FormField("fine", "罚款金额", "money", auto="case.fine_fen", when="处以罚款时"),
    FormField(
        "pay_mode",
        "罚款的履行方式和期限",
        "choice",
        options=("当场缴纳", "15日内缴至指定银行"),
        when="处以罚款时",
    ),
    FormField("bank", "指定银行", auto="bureau.fine_bank", when="选择缴至银行时"),
    FormField("account", "账号", auto="bureau.fine_account", when="选择缴至银行时"),
    FormField("reconsideration_organ", "行政复议机关", required=True, auto="bureau.reconsideration_organ"),
    FormField("court", "人民法院", required=True, auto="bureau.court"),
)

BODY = (
    Line("被处罚人：{person_name:8}性别：{person_gender:3}年龄：{person_age:3}身份证号：{person_id:12}"),
    Line("家庭住址：{person_home:18}联系电话：{person_phone:8}"),
    Line("所在单位：{person_employer:18}职务：{person_post:6}"),
    Line("单位地址：{person_employer_address:26}"),
    Text("违法事实及证据：{facts:98}"),
    Text("违法行为发生的时间、地点：{occurred:21}"),
    Text("以上事实违反了{law:20}的规定，依据{penalty_law:20}的规定，决定给予{penalty:8}的行政处罚。"),
    Text("{?fine}罚款金额：{fine}。"),
    Text("罚款的履行方式和期限：{pay_mode:23}"),
    Line("指定银行：{bank:14}账号：{account:14}"),
    Statement("remedy_on_spot"),
    Statement("nonperformance"),
    Sign(
        (
            *(Signature("安全生产监管行政执法人员（签名）：", number="证号："),) * 2,
            Signature("当事人或者委托代理人（签名）："),
        )
    ),
    SealHere("（印章）"),
)

FORM = Form(
    key="on_spot_penalty_decision_person",
    title="行政（当场）处罚决定书（个人）",
    stage="简易程序",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("罚当", Scope.OWN),
    copies="本文书一式两份：一份由应急管理部门备案，一份当场交被处罚人。",
    layout=ONE_PAGE,
    order=3,
    party="个人",
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
