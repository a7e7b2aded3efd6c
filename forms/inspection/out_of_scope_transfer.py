"""Hands safety problems that are not the bureau's own to whom they concern."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Audience,
    Form,
    FormField,
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
    FormField("receiver", "受移交单位（目标名称）", required=True),
    FormField("inspect_date", "检查时间", "date", required=True, auto="inspection.started_at"),
    FormField("party_name", "检查企业", required=True, auto="party.name"),
    FormField("problems", "问题", "list", required=True),
    FormField("copies_n", "材料份数", "integer", required=True),
    FormField("pages_n", "材料页数", "integer", required=True),
    FormField("contact", "联系人", required=True),
    FormField("phone", "联系电话", required=True, auto="bureau.phone"),
)

BODY = (
    Text("{receiver:16}：", 0),
    Text(
        "本机关于{inspect_date:9}对{party_name:14}进行检查时，发现下列安全问题不属于本机关职责范围：",
        keep=True,
    ),
    Items("problems", blank=4),
    Text(
        "现依法将上述问题移交你单位处理，请将处理结果函告本机关。随附有关材料{copies_n:3}份，共{pages_n:3}页。"
    ),
    Line("联系人：{contact:8}联系电话：{phone:10}"),
    SealHere("（印章）"),
    # Known practice:
    Sign((Signature("送件人（签名）：", date=True, lines=2), Signature("收件人（签名）：", date=True))),
)

FORM = Form(
    key="out_of_scope_transfer",
    title="非职责范围安全问题移交单",
    stage="检查",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("移交", Scope.INSPECTION),
    copies="本文书一式两份：一份交受移交单位，一份存档。",
    layout=CLOSE_LETTER,
    order=37,
    asked=True,
    requires=("inspection_record",),
    record=Kind.INSPECTION,
    fields=FIELDS,
    body=BODY,
)
