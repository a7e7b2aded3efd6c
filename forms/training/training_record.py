"""What was taught at one study session, and to what effect."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Form, FormField, Heading, Label, Sign, Style, Table, Value, row
from qtapp.formkit.sheet import TABLE, Signature

FIELDS = (
    # Inferred:
    FormField("time", "时间", "datetime_range", required=True),
    FormField("place", "地点", required=True, auto="session.place"),
    FormField("topic", "主题", required=True, auto="session.topic"),
    FormField(
        "form",
        "形式",
        "choice",
        required=True,
        options=("集中学习", "专题讲座", "案例研讨", "旁听庭审", "网络培训", "外出培训"),
    ),
    FormField("speaker", "主讲人", required=True, auto="session.host"),
    FormField("recorder", "记录人", required=True, auto="user.name"),
    FormField("attendees", "参加人员（人数）", required=True, auto="session.present"),
    FormField("content", "学习内容摘要", "paragraph", required=True, auto="session.content"),
    FormField("discussion", "讨论发言", "paragraph"),
    FormField("effect", "学习效果", "paragraph"),
    FormField("hours", "学时", "integer", required=True, auto="session.hours"),
    FormField("photos", "照片", "image"),
)

BODY = (
    Table(
        (28, 50, 28, 51),
        (
            row(Label("时间"), Value("time", 3)),
            row(Label("地点"), Value("place"), Label("学时"), Value("hours")),
            row(Label("主题"), Value("topic", 3), height=12),
            row(Label("形式"), Value("form", 3, ticks=True, across=3), height=16),
            row(Label("主讲人"), Value("speaker"), Label("记录人"), Value("recorder")),
            row(Label("参加人员\n（人数）"), Value("attendees", 3), height=12),
            row(Label("学习内容\n摘要"), Value("content", 3, top=True, indent=2), height=52),
            row(Label("讨论发言"), Value("discussion", 3, top=True, indent=2), height=30),
            row(Label("学习效果"), Value("effect", 3, top=True, indent=2), height=20),
            row(Label("照片"), Value("photos", 3), height=30),
        ),
    ),
    Sign((Signature("记录人（签名）："), Signature("审核人（签名）："))),
)

FORM = Form(
    key="training_record",
    title="集中学习培训记录表",
    stage="人员",
    style=Style.TABLE,
    heading=Heading.BUREAU,
    layout=TABLE,
    requires=("study_roll_call",),
    asked=True,
    record=Kind.SESSION,
    fields=FIELDS,
    body=BODY,
)
