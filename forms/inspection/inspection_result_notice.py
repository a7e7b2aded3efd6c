"""What came of an inspection, told to the enterprise."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Number, Scope, SealHere, Style, Text
from qtapp.formkit.sheet import CLOSE_LETTER

FIELDS = (
    # Inferred:
    FormField("party_name", "被检查单位", required=True, auto="party.name"),
    FormField("inspect_date", "检查日期", "date", required=True, auto="inspection.started_at"),
    FormField("content", "检查事项", required=True),
    FormField(
        "result",
        "检查结果",
        "choice",
        required=True,
        options=("未发现问题", "发现问题已当场改正", "责令限期改正", "拟立案查处", "移送其他机关"),
    ),
    FormField("detail", "问题及处理要求", "list", auto="inspection.finding_texts"),
    FormField("objection", "异议反映渠道", required=True),
)

BODY = (
    Text("{party_name:16}：", 0),
    Text("本机关于{inspect_date:9}对你单位进行了{content:16}检查，现将检查结果告知如下："),
    Text("{result}", ticks=True, across=3),
    Text("{??detail}问题及处理要求：{detail:92}"),
    Text("对检查结果有异议的，可以通过下列渠道反映：{objection:24}"),
    SealHere("（印章）"),
)

FORM = Form(
    key="inspection_result_notice",
    title="行政检查结果告知书",
    stage="检查",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("检告", Scope.INSPECTION),
    copies="本文书一式两份：一份由应急管理部门备案，一份交被检查单位。",
    layout=CLOSE_LETTER,
    # Not in the inventory: its place in the course of an inspection.
    order=36,
    asked=True,
    requires=("inspection_record",),
    record=Kind.INSPECTION,
    fields=FIELDS,
    body=BODY,
)
