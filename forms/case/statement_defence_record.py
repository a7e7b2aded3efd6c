"""What a party said in its defence, signed page by page."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Account, Audience, Form, FormField, Line, Style, Text
from qtapp.formkit.sheet import LETTER, Signature

WIDE = "　" * 9  # room for the second of two who sign on one line

FIELDS = (
    FormField("time", "时间", "datetime_range", required=True),
    FormField("place", "地点", required=True),
    FormField("person_name", "陈述申辩人", required=True, auto="person.name"),
    FormField("person_gender", "性别", "choice", required=True, auto="person.gender", options=("男", "女")),
    FormField("person_post", "职务"),
    FormField("person_employer", "工作单位", auto="person.employer"),
    FormField("person_phone", "电话", required=True, auto="person.phone"),
    FormField("person_address", "联系地址", required=True, auto="person.address"),
    FormField("person_postcode", "邮编", auto="person.postcode"),
    FormField("handlers", "承办人", "officers", required=True, auto="case.handler_names"),
    FormField("recorder", "记录人", "officers", required=True),
    FormField("agency", "执法机关", required=True, auto="bureau.name"),
    FormField("certificates", "执法人员证件号码", required=True, auto="case.certificates"),
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    FormField("record", "陈述申辩记录", "paragraph", required=True),
)

BODY = (
    Line("时间：{time:26}"),
    Line("地点：{place:26}"),
    Line("陈述申辩人：{person_name:7}性别：{person_gender:3}职务：{person_post:6}电话：{person_phone:9}"),
    Line("工作单位：{person_employer:26}"),
    Line("联系地址：{person_address:18}邮编：{person_postcode:5}"),
    Line("承办人：{handlers:14}记录人：{recorder:8}"),
    Text(
        "我们是{agency:14}的行政执法人员，证件号码{certificates:18}，现出示执法证件，请你核对。"
        "现就{case_name:20}听取你（单位）的陈述和申辩。"
    ),
    Account(("陈述申辩记录：{record}",)),
)

FORM = Form(
    key="statement_defence_record",
    title="当事人陈述申辩笔录",
    stage="告知",
    style=Style.RECORD,
    audience=Audience.SERVED,
    copies="本文书一份，入卷。",
    layout=LETTER,
    each_page=(
        Signature("陈述申辩人（签名）：", date=True),
        Signature("承办人（签名）：", number="承办人：", number_text=WIDE),
        Signature("记录人（签名）："),
    ),
    order=52,
    requires=("penalty_notice",),
    party="当事人",
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
