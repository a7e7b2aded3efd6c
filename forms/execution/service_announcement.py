"""Serves a paper by announcement on a party that cannot be reached."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Number, Scope, SealHere, Style, Text
from qtapp.formkit.sheet import LETTER

FIELDS = (
    # Known practice:
    FormField("party_name", "当事人", required=True, auto="party.name"),
    FormField("doc_title", "送达文书名称", "doc_ref", required=True),
    FormField("doc_no", "文号", "doc_ref", required=True),
    FormField("doc_date", "作出日期", "date", required=True),
    FormField("reason", "公告送达原因和经过", "paragraph", required=True),
    FormField("media", "公告载体", required=True),
    FormField("published_on", "公告日期", "date", required=True),
    FormField("deemed_on", "视为送达日期", "date", required=True),
)

BODY = (
    Text("{party_name:16}：", 0),
    Text("本机关于{doc_date:9}作出{doc_title:16}（文号：{doc_no:14}）。现依法向你（单位）公告送达。"),
    Text("公告送达的原因和经过：{reason:59}"),
    Text(
        "本公告于{published_on:9}在{media:14}发布，至{deemed_on:9}即视为送达。"
        "请你（单位）及时到本机关领取上述文书。"
    ),
    Text("特此公告。"),
    SealHere("（印章）"),
)

FORM = Form(
    key="service_announcement",
    title="送达公告",
    stage="送达",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("公", Scope.CASE),
    copies="本文书一式两份：一份公告，一份入卷。",
    layout=LETTER,
    order=7,
    party="当事人",
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
