"""The register page of one complaint: who said what, who decided, what came of it."""

from dataclasses import replace

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Form,
    FormField,
    Heading,
    Label,
    Number,
    Opinion,
    Scope,
    Style,
    Table,
    Value,
    row,
)
from qtapp.formkit.sheet import TABLE

# Its thirty fields and six opinions share one page: small type, rows as low as their lines allow.
DENSE = replace(TABLE, margins=(18, 25, 15, 28), size=10.5, leading=15)
LOW = 6.5
TWO_LINES = 10


FIELDS = (
    # Known practice:
    FormField("reg_no", "登记编号", required=True, auto="complaint.number|calc.number"),
    FormField("received_at", "接报时间", "datetime", required=True, auto="complaint.received_at"),
    FormField(
        "channel",
        "举报方式",
        "choice",
        required=True,
        auto="complaint.channel",
        options=(
            "来信",
            "来访",
            "来电（12350）",
            "电子邮件",
            "网络平台",
            "微信",
            "传真",
            "12345转办",
            "上级交办",
            "部门移送",
        ),
    ),
    FormField("registrar", "登记人", required=True, auto="complaint.registrar|user.name"),
    # Inferred:
    FormField(
        "anonymity",
        "是否匿名",
        "choice",
        required=True,
        auto="complaint.anonymity",
        options=("实名", "匿名", "要求保密"),
    ),
    FormField("reporter_name", "举报人姓名", auto="complaint.informant_name", when="实名时", sealed=True),
    FormField(
        "reporter_gender",
        "性别",
        "choice",
        auto="complaint.informant_gender",
        options=("男", "女"),
        sealed=True,
    ),
    FormField("reporter_id", "身份证号", auto="complaint.informant_id", sealed=True),
    FormField("reporter_phone", "联系电话", auto="complaint.informant_phone", when="实名时", sealed=True),
    FormField("reporter_address", "联系地址、邮编", auto="complaint.informant_address", sealed=True),
    FormField("reporter_employer", "工作单位", auto="complaint.informant_employer", sealed=True),
    FormField("is_employee", "是否本单位从业人员", "bool", auto="complaint.is_employee", sealed=True),
    FormField("wants_reply", "是否要求回复", "bool", required=True, auto="complaint.wants_reply"),
    FormField("target_name", "被举报单位（个人）", required=True, auto="complaint.target_name"),
    FormField("target_address", "被举报单位地址", required=True, auto="complaint.target_address"),
    FormField("target_contact", "被举报单位负责人及电话", auto="complaint.target_contact"),
    FormField("occurred", "事项发生时间、地点", required=True, auto="complaint.occurred"),
    FormField(
        "category",
        "举报类别",
        "multichoice",
        required=True,
        auto="complaint.category",
        options=("事故隐患", "重大事故隐患", "安全生产违法行为", "瞒报谎报事故", "特种作业无证", "其他"),
    ),
    # Known practice:
    FormField("deaths", "是否涉及人员死亡", "bool", required=True, auto="complaint.deaths"),
    # Inferred:
    FormField("content", "举报内容", "paragraph", required=True, auto="complaint.content"),
    FormField("evidence", "随附材料", "list", auto="complaint.attachments|complaint.call_recording"),
    # Known practice:
    FormField("proposal", "拟办意见", "paragraph", required=True, auto="complaint.proposal"),
    # Inferred:
    FormField(
        "accept",
        "受理意见",
        "choice",
        required=True,
        auto="complaint.acceptance",
        options=("受理", "不予受理", "转送其他部门", "交办下级", "报请政府组织核查"),
    ),
    # Known practice:
    FormField("leader_instruction", "主要领导阅批", "paragraph", required=True, auto="complaint.instruction"),
    # Inferred:
    FormField("supervising_leader", "负责查处的分管领导", required=True, auto="complaint.leader"),
    FormField("handling_dept", "承办科室（大队）", required=True, auto="complaint.department"),
    FormField("requirement", "查处要求", "paragraph", required=True, auto="complaint.requirement"),
    FormField("due_date", "查处时限", "date", required=True, auto="complaint.due_on"),
    FormField("result", "查处情况", "paragraph", auto="complaint.finding+complaint.result", when="办结时"),
    FormField(
        "feedback",
        "反馈情况（时间、方式、回复人、举报人意见）",
        "paragraph",
        auto="complaint.reply",
        when="办结且可联系时",
    ),
    FormField("filed_on", "归档日期", "date", auto="complaint.closed_on"),
)

BODY = (
    Table(
        (8, 4, 15.5, 33, 18.5, 12, 13.5, 18, 33.5),
        (
            row(
                Label("登记编号", 3),
                Value("reg_no", 2),
                Label("接报时间", 2),
                Value("received_at", 2),
                height=LOW,
            ),
            row(Label("举报方式", 3), Value("channel", 6, ticks=True, across=5), height=TWO_LINES),
            row(
                Label("是否匿名", 3),
                Value("anonymity", 2, ticks=True),
                Label("登记人", 2),
                Value("registrar", 2),
                height=LOW,
            ),
            row(
                Label("举报人", rows=3),
                Label("姓名", 2),
                Value("reporter_name"),
                Label("性别"),
                Value("reporter_gender", 2, ticks=True),
                Label("联系电话"),
                Value("reporter_phone"),
                height=LOW,
            ),
            row(
                Label("身份证号", 2),
                Value("reporter_id", 2),
                Label("地址、邮编", 2),
                Value("reporter_address", 2),
                height=LOW,
            ),
            row(
                Label("工作单位", 2),
                Value("reporter_employer"),
                Label("是否本单位从业人员", 3),
                Value("is_employee", 2, ticks=True),
                height=LOW,
            ),
            row(Label("被举报单位\n（个人）", 3), Value("target_name", 6), height=TWO_LINES),
            row(Label("单位地址", 3), Value("target_address", 6), height=LOW),
            row(
                *(Label("负责人及电话", 3), Value("target_contact", 2)),
                *(Label("涉及人员死亡", 2), Value("deaths", 2, ticks=True)),
                height=LOW,
            ),
            row(Label("事发时间地点", 3), Value("occurred", 6), height=LOW),
            row(Label("举报类别", 3), Value("category", 6, ticks=True, across=3), height=TWO_LINES),
            row(Label("举报内容", 3), Value("content", 6, top=True, indent=2), height=12),
            row(
                *(Label("随附材料", 3), Value("evidence", 2)),
                *(Label("要求回复", 2), Value("wants_reply", 2, ticks=True)),
                height=LOW,
            ),
            row(Label("受理意见", 3), Value("accept", 6, ticks=True), height=LOW),
            row(
                *(Label("拟办\n意见", 2), Opinion("proposal", "拟办人", 3, narrow=True)),
                Label("主要\n领导\n阅批"),
                Opinion(
                    "leader_instruction",
                    "主要领导",
                    3,
                    narrow=True,
                    person="complaint.chief",
                    dated="complaint.instructed_on",
                ),
                height=25,
            ),
            row(
                *(Label("承办科室\n（大队）", 3), Value("handling_dept")),
                *(Label("分管领导"), Value("supervising_leader", 2)),
                *(Label("查处时限"), Value("due_date")),
                height=TWO_LINES,
            ),
            row(Label("查处要求", 3), Value("requirement", 6), height=LOW),
            row(
                *(Label("分管\n领导\n意见", 2), Opinion("", "分管领导", 3, narrow=True)),
                Label("查处\n结果"),
                Opinion("result", "承办人", 3, narrow=True, signers=2, dated="complaint.result_on"),
                height=25,
            ),
            row(
                *(Label("反馈\n情况", 2), Value("feedback", 3, top=True, indent=2)),
                *(Label("办结\n审核"), Opinion("", "审核人", 3, narrow=True)),
                height=23,
            ),
            row(Label("归档日期", 3), Value("filed_on", 6), height=LOW),
        ),
    ),
)

FORM = Form(
    key="complaint_register",
    title="{bureau.region}安全生产来信来访及电话举报事故隐患登记表",
    stage="举报登记",
    style=Style.TABLE,
    number=Number("举", Scope.RECORD, bracketed=False, printed=False),
    heading=Heading.NONE,
    copies="本表一份，原件由办公室存档；交承办科室的复印件须隐去举报人信息。",
    layout=DENSE,
    order=100,
    record=Kind.COMPLAINT,
    fields=FIELDS,
    body=BODY,
)
