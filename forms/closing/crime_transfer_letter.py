"""Hands a case over to the police because it may be a crime."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Items, Number, Scope, SealHere, Sign, Style, Text
from qtapp.formkit.sheet import CLOSE_LETTER, Signature

FIELDS = (
    FormField("signer", "签发人", required=True),
    FormField("receiver", "受移送公安机关", required=True),
    FormField("filed_on", "立案调查时间", "date", required=True, auto="step.filing_on"),
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    # Known practice:
    FormField("crime", "涉嫌罪名", required=True),
    # Read in a source:
    FormField("law", "移送依据", "law_ref", required=True),
    FormField("attachments", "附件", "list", required=True),
    FormField("copies_n", "份数", "integer", required=True),
    FormField("pages_n", "页数", "integer", required=True),
    FormField("bureau_address", "移送单位地址、邮编", required=True, auto="bureau.address"),
    FormField("contact", "联系人、电话", required=True, auto="case.contact"),
)

BODY = (
    Text("{receiver:16}：", 0),
    Text(
        "本机关于{filed_on:9}对{case_name:20}立案调查，发现其违法事实涉嫌构成犯罪，涉嫌罪名："
        "{crime:14}。依据{law:20}的规定，现移送贵单位，请审查决定是否立案侦查，"
        "并将结果告知本机关。"
    ),
    Text("附件（共{copies_n:3}份{pages_n:3}页）：", keep=True),
    Items("attachments", blank=4),
    Text("移送单位地址、邮编：{bureau_address:18}，{!bureau.postcode}", 0),
    Text("联系人、电话：{contact:8}，{!bureau.phone}", 0),
    Sign((Signature("送件人（签名）：", date=True, lines=2), Signature("收件人（签名）：", date=True))),
    SealHere("（公章）"),
)

FORM = Form(
    key="crime_transfer_letter",
    title="涉嫌犯罪案件移送书",
    stage="移送",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("涉", Scope.CASE),
    copies="本文书一式两份：一份交受移送公安机关，一份存档，并抄送人民检察院。",
    layout=CLOSE_LETTER,
    order=87,
    requires=("transfer_approval",),
    issuer="signer",
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
