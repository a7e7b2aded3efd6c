"""Questions and answers, signed page by page by whoever gave them."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Account, Audience, Form, FormField, Line, Statement, Style
from qtapp.formkit.sheet import CLOSE_LETTER, Signature

FIELDS = (
    FormField("time", "询问时间", "datetime_range", required=True),
    FormField("times_no", "第几次询问", "integer", required=True),
    FormField("place", "询问地点", required=True),
    FormField("person_name", "被询问人姓名", required=True, auto="person.name"),
    FormField("person_gender", "性别", "choice", required=True, auto="person.gender", options=("男", "女")),
    FormField("person_age", "年龄", "integer", required=True, auto="person.age"),
    FormField("person_id", "身份证号", required=True, auto="person.identity_number"),
    FormField("person_employer", "工作单位", required=True, auto="person.employer"),
    FormField("person_post", "职务", required=True),
    FormField("person_address", "住址", required=True, auto="person.address"),
    FormField("person_phone", "电话", required=True, auto="person.phone"),
    FormField("inquirer", "询问人及单位职务", "officers", required=True, auto="case.handler_names"),
    FormField("recorder", "记录人及单位职务", "officers", required=True, hint="询问人可以兼任"),
    FormField("present", "在场人"),
    FormField("agency", "执法机关", required=True, auto="bureau.name"),
    FormField("officers", "行政执法人员", "officers", required=True, auto="case.handler_names"),
    FormField("certificates", "证件号码", required=True, auto="case.certificates"),
    FormField("topic", "有关问题（询问事由）", required=True, auto="case.name"),
    FormField("qa", "询问记录", "qa", required=True, hint="“问：”“答：”分段；不回答的，记明沉默"),
    FormField(
        "confirm", "被询问人核对意见", required=True, hint="由被询问人手写，如：以上笔录我看过，与我说的一致"
    ),
)

BODY = (
    Line("询问时间：{time:22}第{times_no:2}次询问"),
    Line("询问地点：{place:26}"),
    Line("被询问人姓名：{person_name:9}性别：{person_gender:3}年龄：{person_age:3}"),
    Line("身份证号：{person_id:12}电话：{person_phone:9}"),
    Line("工作单位：{person_employer:18}职务：{person_post:6}"),
    Line("住址：{person_address:26}"),
    Line("询问人及单位职务：{inquirer:22}"),
    Line("记录人及单位职务：{recorder:12}在场人：{present:8}"),
    Line("询问事由：{topic:26}"),
    Account(
        (
            Statement("officer_intro", action="询问调查"),
            "我们就上述事由的有关问题向你了解情况。",
            Statement("inquiry_rights"),
            "{qa}",
            "{?confirm}{confirm}",
        )
    ),
)

FORM = Form(
    key="inquiry_record",
    title="询问笔录",
    stage="调查取证",
    style=Style.RECORD,
    audience=Audience.SERVED,
    copies="本文书一份，入卷。",
    layout=CLOSE_LETTER,
    each_page=(
        Signature("被询问人（签名）：", date=True),
        Signature("询问人（签名）：", lines=2),
        Signature("记录人（签名）："),
    ),
    order=13,
    asked=True,
    requires=("case_filing_approval",),
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
