"""Answers who complained: what was found, what was done, how to ask again."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Audience,
    Form,
    FormField,
    Heading,
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

FIELDS = (
    # Inferred:
    FormField("reporter_name", "举报人", required=True, auto="complaint.informant_name", sealed=True),
    FormField("target_name", "被举报单位", required=True, auto="complaint.target_name"),
    FormField("reg_no", "登记编号", "doc_ref", required=True, auto="complaint.number"),
    FormField("findings", "核查情况", "paragraph", required=True, auto="complaint.result"),
    FormField("result", "处理结果", "paragraph", required=True, auto="complaint.finding"),
    FormField("reward", "奖励告知", "paragraph"),
    FormField("review", "异议复查途径", "paragraph", required=True),
    FormField("method", "反馈方式", "choice", required=True, options=("书面", "电话", "当面", "网络平台")),
    FormField("feedback_at", "反馈时间", "datetime", required=True),
    FormField("satisfaction", "举报人意见", "choice", options=("满意", "基本满意", "不满意", "未联系上")),
)

BODY = (
    Text("{reporter_name:10}：", 0),
    Text("你反映的{target_name:16}有关事项（登记编号：{reg_no:12}），本机关已经核查完毕，现答复如下："),
    Text("一、核查情况：{findings:99}"),
    Text("二、处理结果：{result:63}"),
    Text("{??reward}三、奖励告知：{reward:27}"),
    Statement("complaint_review", field="review"),
    Text("反馈方式：{method}", 0, ticks=True),
    Line("反馈时间：{feedback_at:16}"),
    Text("举报人意见：{satisfaction}", 0, ticks=True),
    SealHere("（印章）"),
    Sign((Signature("举报人（或者记录人）签名：", date=True),)),
)

FORM = Form(
    key="complaint_feedback",
    title="举报事项答复（反馈）书",
    stage="举报反馈",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("举复", Scope.OWN),
    heading=Heading.BUREAU,
    copies="本文书一式两份：一份交举报人，一份存档。",
    layout=CLOSE_LETTER,
    order=108,
    requires=("complaint_investigation_report",),
    asked=True,
    record=Kind.COMPLAINT,
    fields=FIELDS,
    body=BODY,
)
