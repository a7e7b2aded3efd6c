"""What those in charge said and agreed on before a major penalty."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Form, FormField, Line, Number, Rows, Scope, Style, Text
from qtapp.formkit.sheet import CLOSE_LETTER, Signature

FIELDS = (
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    FormField("time", "讨论时间", "datetime_range", required=True),
    FormField("place", "地点", required=True),
    FormField("presider", "主持人", required=True),
    FormField("reporter", "汇报人", required=True, auto="case.contact"),
    FormField("recorder", "记录人", required=True),
    FormField("attendees", "出席人员姓名及职务", "table", required=True, columns=("姓名", "职务")),
    FormField("content", "讨论内容", "paragraph", required=True, auto="case.facts"),
    FormField("record", "讨论记录", "paragraph", required=True),
    FormField("conclusion", "结论性意见", "paragraph", required=True),
    # Known practice:
    FormField("vote", "表决结果"),
)

BODY = (
    Line("案件名称：{case_name:26}"),
    Line("讨论时间：{time:26}"),
    Line("地点：{place:12}主持人：{presider:8}"),
    Line("汇报人：{reporter:8}记录人：{recorder:8}"),
    Text("出席人员姓名及职务：", 0, keep=True),
    Rows("attendees", (50, 106), height=7.5, close="", blank=4),
    Text("讨论内容：{content:65}"),
    Text("讨论记录：{record:137}"),
    Text("表决结果：{vote:29}"),
    Text("结论性意见：{conclusion:64}"),
)

FORM = Form(
    key="collective_discussion_record",
    title="行政处罚集体讨论记录",
    stage="审核决定",
    style=Style.RECORD,
    number=Number("罚集", Scope.CASE),
    copies="本文书一份，入卷存档。",
    layout=CLOSE_LETTER,
    each_page=(Signature("出席人员（签名）：", lines=3), Signature("记录人（签名）：", date=True)),
    order=62,
    requires=("case_disposition_approval",),
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
