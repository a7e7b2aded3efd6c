"""Tells a party which evidence is put on record and must be kept as it is."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Audience,
    Form,
    FormField,
    Number,
    Scope,
    SealHere,
    Sign,
    Statement,
    Style,
    Text,
)
from qtapp.formkit.sheet import CLOSE_LETTER, Signature

FIELDS = (
    FormField("party_name", "当事人", required=True, auto="party.name"),
    FormField("violation", "涉嫌的违法行为", required=True, auto="case.cause"),
    FormField("handle_time", "接受处理的时间", "date", required=True),
    FormField("handle_place", "接受处理的地点", required=True, auto="bureau.address"),
    # Known practice:
    FormField("keeper", "保管单位及保管人"),
    FormField("keep_place", "存放地点"),
)

BODY = (
    Text("{party_name:16}：", 0),
    Text("你（单位）涉嫌{violation:24}。为调查取证，现依法对有关证据（详见所附清单）先行登记保存。"),
    # Known practice:
    Text("{??keep_place}存放地点：{keep_place:26}"),
    Text("{??keeper}保管单位及保管人：{keeper:22}"),
    # Read in a source:
    Statement("evidence_keep"),
    Text("请你（单位）于{handle_time:9}到{handle_place:20}接受处理。"),
    Sign((Signature("被通知人或者被通知单位负责人（签名）："),)),
    SealHere("（印章）"),
)

FORM = Form(
    key="evidence_registration_notice",
    title="先行登记保存证据通知书",
    stage="调查取证",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("先保通", Scope.CASE),
    copies="本文书一式两份：一份由应急管理部门备案，一份交当事人；异地保管的，另交保管单位一份。",
    layout=CLOSE_LETTER,
    order=17,
    asked=True,
    requires=("evidence_registration_approval",),
    party="当事人",
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
