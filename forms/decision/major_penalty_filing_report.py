"""Reports a major penalty to those who keep watch over it."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Heading, Items, SealHere, Style, Text
from qtapp.formkit.sheet import CLOSE_LETTER, Align

FIELDS = (
    # Known practice:
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    FormField("decision_no", "处罚决定书文号", "doc_ref", required=True),
    FormField("decision_date", "决定日期", "date", required=True, auto="step.decision_on"),
    FormField("party_name", "当事人", required=True, auto="case.party_names|party.name"),
    FormField(
        "summary", "案情及处罚内容", "paragraph", required=True, auto="case.facts+case.proposed_penalty"
    ),
    FormField("attachments", "附件", "list", required=True),
)

BODY = (
    # The letter takes its number from the bureau's register of letters, which is kept elsewhere.
    Text("{!bureau.area}{!bureau.word}〔　　　〕　　　号", 0, Align.CENTRE),
    Text("{!bureau.government}司法行政部门、上一级应急管理部门：", 0),
    Text("现将本机关作出的重大行政处罚决定报告如下，请予备案。"),
    Text("案件名称：{case_name:29}"),
    Text("当事人：{party_name:30}"),
    Text("处罚决定书文号：{decision_no:12}；决定日期：{decision_date:8}。"),
    Text("案情及处罚内容：{summary:134}"),
    Text("附件：", keep=True),
    Items("attachments", blank=3),
    SealHere("（公章）"),
)

FORM = Form(
    key="major_penalty_filing_report",
    title="重大行政处罚决定备案报告",
    stage="决定后",
    style=Style.LETTER,
    audience=Audience.SERVED,
    heading=Heading.BUREAU,
    copies="本报告一式三份：报送上级、司法行政部门各一份，存档一份。",
    layout=CLOSE_LETTER,
    order=8,
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
