"""The decision to make an enterprise obey by cutting its power or explosives."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Number, Scope, SealHere, Statement, Style, Text
from qtapp.formkit.sheet import CLOSE_LETTER

FIELDS = (
    FormField("party_name", "生产经营单位", required=True, auto="party.name"),
    FormField("decision_date", "原决定日期", "date", required=True),
    FormField("decision", "原决定内容", required=True),
    FormField("effect_time", "措施开始时间", "datetime", required=True),
    FormField("measure", "强制措施", "choice", required=True, options=("停止供电", "停止供应民用爆炸物品")),
    # Known practice:
    FormField("emergency", "危及生产安全的紧急情形", "bool"),
    # Read in a source:
    FormField("reconsideration_organ", "行政复议机关", required=True, auto="bureau.reconsideration_organ"),
    FormField("court", "人民法院", required=True, auto="bureau.court"),
)

BODY = (
    Text("{party_name:16}：", 0),
    Text(
        "你单位存在重大事故隐患，本机关于{decision_date:9}对你单位作出{decision:18}的决定。"
        "你单位拒不执行，有发生生产安全事故的现实危险。经本机关主要负责人批准，"
        "依法决定自{effect_time:12}起对你单位采取{measure:9}的措施，强制你单位履行决定。"
    ),
    # Known practice:
    Text("是否属于危及生产安全的紧急情形：{emergency}", ticks=True),
    # Read in a source:
    Text("你单位依法履行决定、采取相应措施消除事故隐患后，本机关将及时解除上述措施。"),
    Statement("remedy_general", noun="决定"),
    SealHere("（印章）"),
)

FORM = Form(
    key="power_cut_decision",
    title="停止供电（供应民用爆炸物品）决定书",
    stage="强制",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("停供决", Scope.CASE),
    copies="本文书一式两份：一份由应急管理部门备案，一份交当事人。",
    layout=CLOSE_LETTER,
    order=47,
    asked=True,
    requires=("coercive_measure_approval", "on_site_measure_decision"),
    party="单位",
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
