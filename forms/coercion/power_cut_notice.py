"""Asks whoever supplies power or explosives to stop the supply."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Number, Scope, SealHere, Sign, Style, Text
from qtapp.formkit.sheet import LETTER, Signature

FIELDS = (
    FormField("receiver", "受通知单位", required=True),
    FormField("party_name", "生产经营单位", required=True, auto="party.name"),
    FormField("decision_date", "原决定日期", "date", required=True),
    FormField("decision", "原决定内容", required=True),
    FormField(
        "measure", "强制措施", "choice", required=True, options=("停止供电", "停止供应民用爆炸物品", "其他")
    ),
    FormField("effect_time", "配合时间", "datetime", required=True),
    FormField("action", "配合事项", required=True),
)

BODY = (
    Text("{receiver:16}：", 0),
    Text(
        "{party_name:14}存在重大事故隐患，本机关于{decision_date:9}对该单位作出{decision:18}的决定。"
        "该单位拒不执行，有发生生产安全事故的现实危险。经本机关主要负责人批准，依法决定对该单位采取{measure:9}的措施。"
    ),
    Text(
        "请你单位于{effect_time:12}对该单位{action:14}。该单位履行决定、消除事故隐患后，本机关将及时通知你单位解除上述措施。"
    ),
    SealHere("（公章）"),
    # Known practice:
    Sign((Signature("受送达人（签名）：", date=True),)),
)

FORM = Form(
    key="power_cut_notice",
    title="停止供电（供应民用爆炸物品）通知书",
    stage="强制",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("停供通", Scope.CASE),
    copies="本文书一式三份：一份交供电（供应）单位，一份交生产经营单位，一份存档。",
    layout=LETTER,
    order=46,
    asked=True,
    requires=("coercive_measure_approval", "on_site_measure_decision"),
    party="单位",
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
