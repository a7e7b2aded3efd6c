"""Tells who complained that the matter is not taken up, and where to turn."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Heading, Number, Scope, SealHere, Style, Text
from qtapp.formkit.sheet import LETTER

FIELDS = (
    # Inferred:
    FormField(
        "reporter_name", "举报人（信访人）", required=True, auto="complaint.informant_name", sealed=True
    ),
    FormField("received_at", "收到日期", "date", required=True, auto="complaint.received_at"),
    FormField(
        "reason",
        "不予受理情形",
        "choice",
        required=True,
        options=(
            "不属于本机关职责",
            "同一事项已受理或正在办理",
            "无明确对象或事实不清",
            "属于复议诉讼仲裁等程序",
            "意见建议或信息公开申请",
            "其他",
        ),
    ),
    FormField("advice", "告知事项（应当向何机关提出）", "paragraph", required=True),
)

BODY = (
    Text("{reporter_name:10}：", 0),
    Text("你于{received_at:9}反映的事项收悉。经审查，该事项属于下列情形：{reason:14}，本机关不予受理。"),
    Text("告知事项：{advice:101}"),
    Text("特此告知。"),
    SealHere("（印章）"),
)

FORM = Form(
    key="complaint_rejection_notice",
    title="举报（信访）事项不予受理告知书",
    stage="举报受理",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("举不受", Scope.OWN),
    heading=Heading.BUREAU,
    copies="本文书一式两份：一份交举报人，一份存档。",
    layout=LETTER,
    order=103,
    requires=("complaint_register",),
    asked=True,
    record=Kind.COMPLAINT,
    fields=FIELDS,
    body=BODY,
)
