"""Hands a complaint to the authority it belongs to, without the informant."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Audience,
    Form,
    FormField,
    Heading,
    Items,
    Line,
    Number,
    Scope,
    SealHere,
    Sign,
    Style,
    Text,
)
from qtapp.formkit.sheet import CLOSE_LETTER, Signature

FIELDS = (
    # Inferred:
    FormField("receiver", "受转（移送）机关", required=True),
    FormField("target_name", "被举报单位", required=True, auto="complaint.target_name"),
    FormField("category", "举报类别", required=True, auto="complaint.category"),
    FormField("reg_no", "登记编号", "doc_ref", required=True, auto="complaint.number"),
    FormField("content", "举报内容摘要", "paragraph", required=True, auto="complaint.transfer_text"),
    FormField("due_date", "反馈期限", "date", required=True),
    FormField("attachments", "附件", "list"),
    FormField("contact", "联系人及电话", required=True, auto="bureau.phone"),
)

BODY = (
    Text("{receiver:16}：", 0),
    Text(
        "本机关收到关于{target_name:16}的举报（举报类别：{category:12}；登记编号：{reg_no:12}）。"
        "经研究，该事项属于你单位职责范围，现转你单位调查处理，"
        "请于{due_date:9}前将处理结果反馈本机关，并依法保护举报人的信息。"
    ),
    Text("举报内容摘要：{content:135}"),
    Text("{??attachments}附件：", keep=True),
    Items("attachments", blank=2),
    Line("联系人及电话：{contact:16}"),
    SealHere("（公章）"),
    Sign((Signature("收件人（签名）：", date=True),)),
)

FORM = Form(
    key="complaint_transfer_letter",
    title="举报事项转办（移送）函",
    stage="举报受理",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("举转", Scope.OWN),
    heading=Heading.BUREAU,
    copies="本函一式两份：一份送受转机关，一份存档。",
    layout=CLOSE_LETTER,
    order=104,
    requires=("complaint_register",),
    asked=True,
    record=Kind.COMPLAINT,
    fields=FIELDS,
    body=BODY,
)
