"""The opinion on a petition that asks for something."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Heading, Number, Scope, SealHere, Style, Text
from qtapp.formkit.sheet import CLOSE_LETTER

FIELDS = (
    # Known practice:
    FormField("petitioner", "信访人", required=True, auto="complaint.informant_name", sealed=True),
    FormField("request", "投诉请求", "paragraph", required=True, auto="complaint.content"),
    FormField("accepted_on", "受理日期", "date", required=True, auto="complaint.received_at"),
    FormField("facts", "事实和理由", "paragraph", required=True),
    FormField("law", "法律法规依据", "law_ref", required=True),
    FormField("opinion", "处理意见", "choice", required=True, options=("支持", "解释说明", "不予支持")),
    FormField("opinion_detail", "处理意见内容", "paragraph", required=True),
    FormField("reviewer", "复查机关", required=True),
)

BODY = (
    Text("{petitioner:10}：", 0),
    Text("你反映的投诉请求：{request:97}"),
    Text("本机关于{accepted_on:9}受理。经查：{facts:92}"),
    Text(
        "依据{law:20}的规定，本机关对你的投诉请求作出以下处理意见：{opinion:6}。具体意见：{opinion_detail:67}"
    ),
    Text("对本处理意见不服的，可以依照信访工作的有关规定，向{reviewer:14}请求复查。"),
    SealHere("（公章）"),
)

FORM = Form(
    key="petition_opinion",
    title="信访处理意见书",
    stage="举报反馈",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("信复", Scope.OWN),
    heading=Heading.BUREAU,
    copies="本文书一式两份：一份交信访人，一份存档。",
    layout=CLOSE_LETTER,
    order=112,
    requires=("complaint_register",),
    asked=True,
    record=Kind.COMPLAINT,
    fields=FIELDS,
    body=BODY,
)
