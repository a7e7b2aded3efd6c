"""What an officer learned and was tested in, year by year."""

from dataclasses import replace

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Form, FormField, Heading, Label, Rows, Space, Style, Table, Text, Value, row
from qtapp.formkit.sheet import TABLE, Align

# A card for one person: everything on one page in the small type of tables.
DENSE = replace(TABLE, margins=(20, 25, 16, 28), size=10.5, leading=16)

FIELDS = (
    # Inferred:
    FormField("name", "姓名", required=True, auto="officer.name"),
    FormField("certificate_no", "执法证号"),
    FormField("valid_to", "证件有效期至", "date"),
    FormField("training", "培训记录", "table", required=True, columns=("日期", "主题", "学时", "出勤")),
    FormField("exams", "考试记录", "table", required=True, columns=("日期", "考试名称", "成绩", "结果")),
    FormField("cases", "承办案件", "table", columns=("案号", "案件名称", "角色", "结案日期")),
    FormField("rewards", "奖惩", "paragraph"),
    FormField("annual", "年度考核", "table", columns=("年度", "总学时", "平均成绩", "考核等次")),
)

BODY = (
    Table(
        (18, 26, 22, 36, 26, 29),
        (
            row(
                Label("姓名"),
                Value("name"),
                Label("执法证号"),
                Value("certificate_no"),
                Label("证件有效期至"),
                Value("valid_to"),
                height=11,
            ),
        ),
    ),
    Text("培训记录", 0, Align.CENTRE, keep=True),
    Rows("training", (30, 77, 22, 28), (Align.CENTRE, Align.LEFT), height=7, close="", blank=6),
    Text("考试记录", 0, Align.CENTRE, keep=True),
    Rows("exams", (30, 77, 22, 28), (Align.CENTRE, Align.LEFT), height=7, close="", blank=4),
    Text("承办案件", 0, Align.CENTRE, keep=True),
    Rows("cases", (44, 63, 20, 30), (Align.CENTRE, Align.LEFT), height=7, close="", blank=4),
    Text("年度考核", 0, Align.CENTRE, keep=True),
    Rows("annual", (30, 42, 42, 43), height=7, close="", blank=3),
    Space(3),
    Table((24, 133), (row(Label("奖惩"), Value("rewards", top=True, indent=2), height=24),)),
)

FORM = Form(
    key="officer_file_card",
    title="执法人员学习考核档案卡",
    stage="人员",
    style=Style.TABLE,
    heading=Heading.BUREAU,
    layout=DENSE,
    asked=True,
    record=Kind.OFFICER,
    fields=FIELDS,
    body=BODY,
)
