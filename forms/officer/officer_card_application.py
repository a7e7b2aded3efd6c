"""Applies for an enforcement certificate."""

from dataclasses import replace

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Heading, Label, Style, Table, Value, Words, row
from qtapp.formkit.sheet import TABLE, Align

# Nineteen fields and two seals share one page: the small type of tables.
DENSE = replace(TABLE, margins=(20, 26, 16, 28), size=10.5, leading=15)

FIELDS = (
    # Inferred:
    FormField("photo", "照片", "image", required=True),
    FormField("name", "姓名", required=True, auto="officer.name"),
    FormField("gender", "性别", "choice", required=True, auto="officer.gender", options=("男", "女")),
    FormField("birth", "出生年月", "date", required=True),
    FormField("id_number", "身份证号", required=True, auto="officer.identity_number"),
    FormField("nation", "民族"),
    FormField("political", "政治面貌"),
    FormField("education", "文化程度及专业", required=True),
    FormField("unit", "执法机关（单位）", required=True, auto="bureau.name"),
    FormField("dept", "所在科室（大队）", required=True, auto="officer.department"),
    FormField("post", "职务", required=True, auto="officer.duty"),
    FormField(
        "staffing",
        "编制性质",
        "choice",
        required=True,
        options=("行政编制", "参照公务员法管理事业编制", "事业编制"),
    ),
    FormField("category", "执法类别", required=True),
    FormField("area", "执法区域", required=True, auto="bureau.region"),
    FormField("training", "岗前培训情况（时间、学时、培训机构）", required=True),
    FormField("exam_law", "公共（综合）法律知识考试成绩", required=True),
    FormField("exam_pro", "专业法律知识考试成绩", required=True),
    FormField("assess", "年度考核及奖惩"),
    FormField("reason", "申领类别", "choice", required=True, options=("首次申领", "换发", "补发", "调入")),
)

BODY = (
    Table(
        (27, 26, 19, 26, 24, 34),
        (
            row(
                Label("姓名"),
                Value("name"),
                Label("性别"),
                Value("gender", ticks=True),
                Label("出生年月"),
                Value("birth"),
                height=9,
            ),
            row(
                Label("身份证号"),
                Value("id_number", 3),
                Label("照片", rows=4),
                Value("photo", rows=4, align=Align.CENTRE),
                height=9,
            ),
            row(Label("民族"), Value("nation"), Label("政治\n面貌"), Value("political"), height=12),
            row(Label("文化程度\n及专业"), Value("education", 3), height=12),
            row(Label("执法机关\n（单位）"), Value("unit", 3), height=12),
            row(Label("所在科室\n（大队）"), Value("dept", 3), Label("职务"), Value("post"), height=12),
            row(Label("编制性质"), Value("staffing", 5, ticks=True), height=9),
            row(Label("执法类别"), Value("category", 3), Label("执法区域"), Value("area"), height=9),
            row(Label("申领类别"), Value("reason", 5, ticks=True), height=9),
            row(Label("岗前培训情况\n（时间、学时、\n培训机构）"), Value("training", 5), height=16),
            row(
                Label("公共（综合）\n法律知识\n考试成绩"),
                Value("exam_law", 2),
                Label("专业法律\n知识考试\n成绩"),
                Value("exam_pro", 2),
                height=16,
            ),
            row(
                Label("年度考核\n及奖惩"),
                Value("assess", 5, foot=("申请人（签名）：　　　年　　月　　日",)),
                height=20,
            ),
            row(
                Label("所在单位\n审查意见"),
                Words("", 5, foot=("负责人（签名）：　（公章）", "年　　月　　日")),
                height=33,
            ),
            row(
                Label("司法行政部门\n审核意见"),
                Words("", 5, foot=("负责人（签名）：　（公章）", "年　　月　　日")),
                height=33,
            ),
            row(
                Label("发证情况"),
                Words("证号：　　　　　　　　发证日期：　　　　　　　　有效期至：", 5),
                height=11,
            ),
        ),
    ),
)

FORM = Form(
    key="officer_card_application",
    title="行政执法证件申领审批表",
    stage="人员",
    style=Style.TABLE,
    audience=Audience.SERVED,
    heading=Heading.BUREAU,
    copies="本表一式三份：司法行政部门、本机关、本人档案各一份。",
    layout=DENSE,
    asked=True,
    record=Kind.OFFICER,
    fields=FIELDS,
    body=BODY,
)
