"""Tells who complained that the matter is taken up, by whom and until when."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Audience,
    Form,
    FormField,
    Heading,
    Number,
    Scope,
    SealHere,
    Sign,
    Statement,
    Style,
    Text,
)
from qtapp.formkit.sheet import LETTER, Signature

FIELDS = (
    # Inferred:
    FormField(
        "reporter_name", "举报人（信访人）", required=True, auto="complaint.informant_name", sealed=True
    ),
    FormField("received_at", "收到日期", "date", required=True, auto="complaint.received_at"),
    FormField("channel", "反映方式", required=True, auto="complaint.channel"),
    FormField("target_name", "被举报单位", required=True, auto="complaint.target_name"),
    FormField("reg_no", "登记编号", "doc_ref", required=True, auto="complaint.number"),
    FormField("handling_dept", "承办科室", required=True, auto="complaint.department"),
    FormField("due_date", "办理期限", "date", required=True, auto="complaint.due_on"),
    FormField("phone", "查询电话", required=True, auto="bureau.report_phone|bureau.phone"),
    FormField("rights", "权利告知", "paragraph", required=True),
)

BODY = (
    Text("{reporter_name:10}：", 0),
    Text(
        "你于{received_at:9}以{channel:6}方式反映{target_name:16}的有关事项收悉。经审查，"
        "该事项属于本机关职责范围，现予以受理，登记编号为{reg_no:12}，由{handling_dept:8}承办，"
        "将于{due_date:9}前办理并向你反馈。"
    ),
    Text("办理情况可拨打查询电话：{phone:10}。"),
    Statement("complaint_rights", field="rights"),
    SealHere("（印章）"),
    Sign((Signature("举报人（签收）：", date=True),)),
)

FORM = Form(
    key="complaint_acceptance_notice",
    title="举报（信访）事项受理告知书",
    stage="举报受理",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("举受", Scope.OWN),
    heading=Heading.BUREAU,
    copies="本文书一式两份：一份交举报人，一份存档。",
    layout=LETTER,
    order=102,
    requires=("complaint_register",),
    asked=True,
    record=Kind.COMPLAINT,
    fields=FIELDS,
    body=BODY,
)
