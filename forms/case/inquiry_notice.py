"""Asks somebody to come and be questioned."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Line, Number, Scope, SealHere, Sign, Style, Text
from qtapp.formkit.sheet import CLOSE_LETTER, Signature

FIELDS = (
    FormField("party_name", "被询问人（单位）", required=True, auto="party.name"),
    FormField("reason", "询问事由", required=True, auto="case.name"),
    FormField("inquiry_time", "询问时间", "datetime", required=True),
    FormField("place", "询问地点", required=True, auto="bureau.address"),
    FormField(
        "materials",
        "携带材料",
        "multichoice",
        required=True,
        options=("身份证", "营业执照", "法定代表人身份证明或者委托书", "其他"),
    ),
    FormField("materials_other", "其他材料", when="选“其他”时"),
    FormField("bureau_address", "应急管理部门地址", required=True, auto="bureau.address"),
    FormField("contact", "联系人", required=True, auto="case.contact"),
    FormField("phone", "联系电话", required=True, auto="bureau.phone"),
)

BODY = (
    Text("{party_name:16}：", 0),
    Text(
        "因调查{reason:20}的需要，请你（单位）于{inquiry_time:12}到{place:18}接受询问调查。来时请携带下列打√的材料："
    ),
    Text("{materials}", ticks=True),
    Text("{??materials_other}其他材料：{materials_other:24}"),
    Text("如不能按时前来，请事先与本机关联系。"),
    Line("应急管理部门地址：{bureau_address:24}"),
    Line("联系人：{contact:8}联系电话：{phone:10}"),
    SealHere("（印章）"),
    # Known practice:
    Sign((Signature("被询问人（单位）签收：", date=True),)),
)

FORM = Form(
    key="inquiry_notice",
    title="询问通知书",
    stage="调查取证",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("询", Scope.CASE),
    copies="本文书一式两份：一份由应急管理部门备案，一份交被询问人。",
    layout=CLOSE_LETTER,
    order=12,
    asked=True,
    requires=("case_filing_approval",),
    party="当事人",
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
