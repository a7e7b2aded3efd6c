"""A further page for what a paper had no room for."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Account, Form, FormField, Heading, Line, Sign, Style, Text
from qtapp.formkit.sheet import CLOSE_LETTER, Align, Signature

FIELDS = (
    FormField("main_doc", "所附文书名称及文号", "doc_ref", required=True),
    FormField("text", "续写内容", "paragraph", required=True),
    FormField("page_no", "第 页", "integer", required=True),
    FormField("page_total", "共 页", "integer", required=True),
)

BODY = (
    Line("所附文书名称及文号：{main_doc:24}"),
    Text("第{page_no:3}页　共{page_total:3}页", 0, Align.RIGHT),
    Account(("{text}",)),
    # Known practice:
    Sign((Signature("执法人员（签名）：", lines=2), Signature("当事人（签名）："))),
)

FORM = Form(
    key="continuation_page",
    title="续页（附页）",
    stage="检查",
    style=Style.RECORD,
    heading=Heading.NONE,
    copies="",
    layout=CLOSE_LETTER,
    # Not in the inventory: its place in the course of an inspection.
    order=39,
    asked=True,
    record=Kind.INSPECTION,
    fields=FIELDS,
    body=BODY,
)
