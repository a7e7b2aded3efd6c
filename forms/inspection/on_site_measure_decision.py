"""Measures decided on the spot: stop, leave, close until the danger is gone."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Audience,
    Form,
    FormField,
    Items,
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
    FormField("party_name", "被检查单位", required=True, auto="party.name"),
    FormField("inspect_date", "检查日期", "date", required=True, auto="inspection.started_at"),
    FormField("hazards", "违法违规行为和事故隐患", "list", required=True, auto="inspection.finding_texts"),
    FormField("law", "处理依据", "law_ref", required=True),
    FormField(
        "measures",
        "现场处理决定",
        "list",
        required=True,
        hint="责令立即排除、从危险区域撤出作业人员、暂时停产停业、停止建设、停止施工或者停止使用相关设施设备",
    ),
    # Known practice:
    FormField("measure_until", "措施期限", "date"),
    # Read in a source:
    FormField("reconsideration_organ", "行政复议机关", required=True, auto="bureau.reconsideration_organ"),
    FormField("court", "人民法院", required=True, auto="bureau.court"),
)

BODY = (
    Text("{party_name:16}：", 0),
    Text(
        "本机关于{inspect_date:9}对你单位进行现场检查，发现你单位存在下列违法违规行为和事故隐患：", keep=True
    ),
    Items("hazards", blank=2),
    Text("依据{law:24}的规定，现决定采取下列现场处理措施：", keep=True),
    Items("measures", blank=2),
    # Known practice:
    Text("{??measure_until}上述措施的期限至{measure_until:9}止。"),
    # Read in a source:
    Statement("remedy_general", noun="决定"),
    Sign(
        (
            *(Signature("安全生产监管行政执法人员（签名）：", number="证号："),) * 2,
            Signature("被检查单位负责人（签名）：", date=True),
            # Known practice:
            Signature("见证人（签名）："),
        )
    ),
    SealHere("（印章）"),
)

FORM = Form(
    key="on_site_measure_decision",
    title="现场处理措施决定书",
    stage="检查",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("现决", Scope.INSPECTION),
    copies="本文书一式两份：一份由应急管理部门备案，一份交被检查单位。",
    layout=CLOSE_LETTER,
    order=32,
    asked=True,
    requires=("inspection_record",),
    record=Kind.INSPECTION,
    fields=FIELDS,
    body=BODY,
)
