"""The decision that penalises a unit."""

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
    FormField("party_name", "被处罚单位", required=True, auto="party.name"),
    # Known practice:
    FormField("party_uscc", "统一社会信用代码", required=True, auto="party.credit_code"),
    # Read in a source:
    FormField("party_address", "地址", required=True, auto="party.address"),
    FormField("party_postcode", "邮政编码", auto="party.postcode"),
    FormField("legal_rep", "法定代表人（负责人）", required=True, auto="party.legal_rep"),
    FormField("legal_rep_title", "职务", auto="party.legal_rep_title"),
    FormField("phone", "联系电话", auto="party.phone"),
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
    FormField("penalty", "行政处罚内容", "paragraph", required=True, auto="case.penalty"),
    FormField("fine", "罚款金额", "money", auto="case.fine_fen", when="处以罚款时"),
    FormField("fine_upper", "罚款大写", auto="case.fine_upper", when="处以罚款时"),
    # Known practice:
    FormField("confiscation", "没收违法所得/非法财物", "money", auto="case.confiscated_fen"),
    # Read in a source:
    FormField("bank", "指定银行", auto="bureau.fine_bank", when="处以罚款时"),
    # Known practice:
    FormField("account_name", "账户名称", auto="bureau.fine_account_name"),
    # Read in a source:
    FormField("account", "账号", auto="bureau.fine_account", when="处以罚款时"),
    FormField("reconsideration_organ", "行政复议机关", required=True, auto="bureau.reconsideration_organ"),
    FormField("court", "人民法院", required=True, auto="bureau.court"),
)

BODY = (
    Line("被处罚单位：{party_name:24}"),
    Line("统一社会信用代码：{party_uscc:20}"),
    Line("地址：{party_address:18}邮政编码：{party_postcode:5}"),
    Line("法定代表人（负责人）：{legal_rep:6}职务：{legal_rep_title:5}联系电话：{phone:8}"),
    Text("违法事实及证据：{facts:100}"),
    Text("以上事实违反了{law:20}的规定。"),
    Text("陈述申辩（听证）及采纳情况：{defence_result:57}"),
    Text("裁量理由：{discretion:66}"),
    Text("依据{penalty_law:20}的规定，决定给予{penalty:20}的行政处罚。"),
    Text("{?fine_upper}罚款数额（大写）：人民币{fine_upper}。"),
    Text("{?confiscation}没收违法所得（非法财物）：{confiscation}。"),
    Statement("fine_payment", when="fine"),
    Statement("remedy_general", noun="决定"),
    Statement("nonperformance"),
    SealHere("（印章）"),
)

FORM = Form(
    key="penalty_decision_unit",
    title="行政处罚决定书（单位）",
    stage="审核决定",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("罚", Scope.CASE),
    copies="本文书一式两份：一份由应急管理部门备案，一份交被处罚单位。",
    layout=CLOSE_LETTER,
    order=1,
    step="决定",
    requires=("case_filing_approval", "penalty_notice", "case_disposition_approval"),
    party="单位",
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
