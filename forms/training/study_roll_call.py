"""The roll of one study session."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Form,
    FormField,
    Heading,
    Label,
    Rows,
    Sign,
    Space,
    Style,
    Table,
    Value,
    row,
)
from qtapp.formkit.sheet import TABLE, Align, Signature

FIELDS = (
    # Inferred:
    FormField("date", "日期", "date", required=True, auto="session.held_on"),
    FormField("place", "地点", required=True, auto="session.place"),
    FormField("topic", "学习内容", required=True, auto="session.topic"),
    FormField("host", "主持人（主讲人）", required=True, auto="session.host"),
    FormField("should", "应到人数", "integer", required=True, auto="session.expected"),
    FormField("present", "实到人数", "integer", required=True, auto="session.present"),
    FormField(
        "rows",
        "点名",
        "table",
        required=True,
        auto="session.rows",
        columns=("序号", "科室", "姓名", "出勤", "签名", "缺勤原因"),
    ),
)

BODY = (
    Table(
        (32, 48, 26, 18, 26, 18),
        (
            row(
                *(Label("日期"), Value("date", align=Align.CENTRE)),
                *(Label("地点"), Value("place", 3, align=Align.CENTRE)),
                height=8,
            ),
            row(Label("学习内容"), Value("topic", 5), height=8),
            row(
                *(Label("主持人（主讲人）"), Value("host", align=Align.CENTRE)),
                *(Label("应到人数"), Value("should", align=Align.CENTRE)),
                *(Label("实到人数"), Value("present", align=Align.CENTRE)),
                height=8,
            ),
        ),
    ),
    Space(2),
    Rows("rows", (13, 34, 26, 18, 31, 34), height=7.5, close="", blank=22),
    Sign((Signature("点名人（签名）：", date=True),)),
)

FORM = Form(
    key="study_roll_call",
    title="集中学习点名登记簿",
    stage="人员",
    style=Style.LIST,
    heading=Heading.BUREAU,
    layout=TABLE,
    record=Kind.SESSION,
    fields=FIELDS,
    body=BODY,
)
