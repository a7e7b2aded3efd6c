"""Asks whoever supplies power or explosives to resume the supply."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Number, Scope, SealHere, Sign, Style, Text
from qtapp.formkit.sheet import LETTER, Signature

FIELDS = (
    FormField("receiver", "受通知单位", required=True),
    FormField("measure_date", "原措施日期", "date", required=True),
    FormField("party_name", "生产经营单位", required=True, auto="party.name"),
    FormField("done_date", "履行完毕日期", "date", required=True),
    FormField("measure", "解除的措施", required=True),
    FormField("effect_time", "恢复时间", "datetime", required=True),
    FormField("action", "恢复供应事项", required=True),
)

BODY = (
    Text("{receiver:16}：", 0),
    Text(
        "本机关于{measure_date:9}对{party_name:14}采取了{measure:12}的措施。该单位已于{done_date:9}履行决定、"
        "消除事故隐患，现依法决定解除上述措施。"
    ),
    Text("请你单位于{effect_time:12}对该单位{action:14}。"),
    SealHere("（公章）"),
    # Known practice:
    Sign((Signature("受送达人（签名）：", date=True),)),
)

FORM = Form(
    key="power_restore_notice",
    title="恢复供电（供应民用爆炸物品）通知书",
    stage="强制",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("恢复通", Scope.CASE),
    copies="本文书一式三份：一份交供电（供应）单位，一份交生产经营单位，一份存档。",
    layout=LETTER,
    order=48,
    asked=True,
    requires=("power_cut_decision", "coercive_measure_approval"),
    party="单位",
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
