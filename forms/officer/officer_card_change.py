"""Renews, replaces or gives back an enforcement certificate."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Heading, Label, Style, Table, Value, Words, row
from qtapp.formkit.sheet import TABLE

FIELDS = (
    # Inferred:
    FormField("name", "姓名", required=True, auto="officer.name"),
    FormField("certificate_no", "原执法证号", required=True),
    FormField("dept", "所在科室（大队）", required=True, auto="officer.department"),
    FormField(
        "kind",
        "办理事项",
        "choice",
        required=True,
        options=("有效期满换发", "信息变更换发", "损毁换发", "遗失补发", "注销"),
    ),
    FormField("reason", "理由（调离、退休、辞职、遗失声明等）", "paragraph", required=True),
    FormField("lost_notice", "遗失声明刊登情况", when="遗失补发时"),
    FormField("returned", "原证是否收回", "bool", required=True),
    FormField("training", "本注册期培训考试情况"),
)

BODY = (
    Table(
        (34, 44, 34, 45),
        (
            row(Label("姓名"), Value("name"), Label("原执法证号"), Value("certificate_no")),
            row(Label("所在科室（大队）"), Value("dept", 3)),
            row(Label("办理事项"), Value("kind", 3, ticks=True, across=3), height=16),
            row(
                Label("理由（调离、\n退休、辞职、\n遗失声明等）"),
                Value("reason", 3, top=True, indent=2),
                height=34,
            ),
            row(Label("遗失声明刊登情况"), Value("lost_notice", 3), height=12),
            row(Label("原证是否收回"), Value("returned", 3, ticks=True)),
            row(Label("本注册期培训\n考试情况"), Value("training", 3), height=14),
            row(Label("申请人"), Words("", 3, foot=("申请人（签名）：　　　年　　月　　日",)), height=18),
            row(
                Label("单位意见"),
                Words("", 3, foot=("负责人（签名）：　（公章）", "年　　月　　日")),
                height=36,
            ),
            row(
                Label("司法行政部门\n意见"),
                Words("", 3, foot=("负责人（签名）：　（公章）", "年　　月　　日")),
                height=36,
            ),
        ),
    ),
)

FORM = Form(
    key="officer_card_change",
    title="行政执法证件换发（补发、注销）审批表",
    stage="人员",
    style=Style.TABLE,
    audience=Audience.SERVED,
    heading=Heading.BUREAU,
    copies="本表一式三份。",
    layout=TABLE,
    requires=("officer_card_application",),
    asked=True,
    record=Kind.OFFICER,
    fields=FIELDS,
    body=BODY,
)
