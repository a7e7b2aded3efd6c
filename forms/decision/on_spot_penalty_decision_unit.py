"""The decision that penalises a unit on the spot."""

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
    FormField("party_name", "被处罚单位", required=True, auto="party.name"),
    FormField("party_address", "地址", required=True, auto="party.address"),
    FormField("party_postcode", "邮政编码", auto="party.postcode"),
    FormField("legal_rep", "法定代表人（负责人）", required=True, auto="party.legal_rep"),
    FormField("legal_rep_title", "职务", auto="party.legal_rep_title"),
    FormField("phone", "联系电话", required=True, auto="party.phone"),
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
    Line("被处罚单位：{party_name:24}"),
    Line("地址：{party_address:18}邮政编码：{party_postcode:5}"),
    Line("法定代表人（负责人）：{legal_rep:6}职务：{legal_rep_title:5}联系电话：{phone:8}"),
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
    key="on_spot_penalty_decision_unit",
    title="行政（当场）处罚决定书（单位）",
    stage="简易程序",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("罚当", Scope.OWN),
    copies="本文书一式两份：一份由应急管理部门备案，一份当场交被处罚单位。",
    layout=ONE_PAGE,
    order=3,
    party="单位",
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
