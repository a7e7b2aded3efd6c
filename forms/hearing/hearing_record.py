"""What was said at a hearing, signed page by page by all who took part."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Account, Audience, Form, FormField, Line, Rows, Style, Text
from qtapp.formkit.sheet import CLOSE_LETTER, Signature

WIDE = "　" * 9  # room for the second of two who sign on one line

FIELDS = (
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    FormField("host", "主持听证机关", required=True, auto="bureau.name"),
    FormField("place", "地点", required=True),
    FormField("time", "听证时间", "datetime_range", required=True),
    FormField("presider", "主持人", required=True),
    FormField("assessors", "听证员", required=True),
    FormField("clerk", "书记员", required=True),
    FormField("investigators", "调查人员及证号", "officers", required=True, auto="case.handlers_text"),
    FormField("applicant_person", "申请听证人（个人）姓名", auto="person.name", when="申请人为个人时"),
    FormField("applicant_gender", "性别", "choice", auto="person.gender", options=("男", "女")),
    FormField("applicant_age", "年龄", "integer", auto="person.age"),
    FormField("applicant_employer", "工作单位（职务）", auto="person.employer"),
    FormField("applicant_unit", "申请听证人（单位）名称", auto="unit.name", when="申请人为单位时"),
    FormField("legal_rep", "法定代表人/负责人", auto="unit.legal_rep"),
    FormField("legal_rep_gender", "法定代表人性别", "choice", options=("男", "女")),
    FormField("legal_rep_age", "法定代表人年龄", "integer"),
    FormField("legal_rep_post", "职务", auto="unit.legal_rep_title"),
    FormField(
        "agents", "委托代理人（1至2人）", "table", columns=("姓名", "性别", "年龄", "工作单位（职务）")
    ),
    FormField("third_party", "第三人"),
    FormField("others", "其他参与人员"),
    FormField("record", "听证记录", "paragraph", required=True),
)

BODY = (
    Line("案件名称：{case_name:26}"),
    Line("主持听证机关：{host:14}地点：{place:12}"),
    Line("听证时间：{time:26}"),
    Line("主持人：{presider:8}听证员：{assessors:12}书记员：{clerk:8}"),
    Line("调查人员及证号：{investigators:26}"),
    Line(
        "申请听证人（个人）：{applicant_person:6}性别：{applicant_gender:2}年龄："
        "{applicant_age:2}工作单位（职务）：{applicant_employer:8}"
    ),
    Line("申请听证人（单位）：{applicant_unit:24}"),
    Line(
        "法定代表人（负责人）：{legal_rep:6}性别：{legal_rep_gender:2}年龄："
        "{legal_rep_age:2}职务：{legal_rep_post:6}"
    ),
    Text("委托代理人：", 0, keep=True),
    Rows("agents", (34, 20, 20, 82), close="", blank=2),
    Line("第三人：{third_party:12}其他参与人员：{others:14}"),
    Account(("听证记录：{record}",)),
)

FORM = Form(
    key="hearing_record",
    title="听证笔录",
    stage="听证",
    style=Style.RECORD,
    audience=Audience.SERVED,
    copies="本文书一份，入卷。",
    layout=CLOSE_LETTER,
    each_page=(
        Signature("申请听证人或者委托代理人（签名）：", date=True),
        Signature("主持人（签名）：", number="书记员：", number_text=WIDE),
        Signature("听证员（签名）：", number="听证员：", number_text=WIDE),
        Signature("调查人员（签名）：", number="调查人员：", number_text=WIDE),
    ),
    order=57,
    requires=("hearing_notice",),
    party="当事人",
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
