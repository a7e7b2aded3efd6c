"""The approval of a reward; the informant stands on it by a code only."""

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
    Words,
    row,
)
from qtapp.formkit.sheet import TABLE

FIELDS = (
    # Known practice:
    FormField("reg_no", "登记编号", "doc_ref", required=True, auto="complaint.number"),
    FormField("reporter_code", "举报人代号", required=True),
    FormField("real_name", "实名举报", "bool", required=True),
    FormField("first", "是否最先举报（联名第一署名人）", "bool", required=True),
    FormField(
        "category",
        "奖励类别",
        "choice",
        required=True,
        options=(
            "重大事故隐患",
            "违法生产经营建设",
            "瞒报谎报一般事故",
            "瞒报谎报较大事故",
            "瞒报谎报重大事故",
            "瞒报谎报特别重大事故",
            "本省规定的其他情形",
        ),
    ),
    FormField("conclusion", "核查结论及文号", "doc_ref", required=True, auto="complaint.finding"),
    FormField("penalty", "行政处罚金额", "money"),
    FormField("deaths", "查实瞒报谎报死亡人数", "integer"),
    FormField("employee_uplift", "从业人员举报上浮"),
    FormField("amount", "拟奖励金额", "money", required=True),
    FormField("amount_upper", "大写", required=True),
    FormField("exclude", "排除情形核对", "bool", required=True),
)

BODY = (
    Table(
        (34, 48, 38, 37),
        (
            row(Label("登记编号"), Value("reg_no"), Label("举报人代号"), Value("reporter_code")),
            row(
                Label("实名举报"),
                Value("real_name", ticks=True),
                Label("是否最先举报（联名\n第一署名人）"),
                Value("first", ticks=True),
                height=12,
            ),
            row(Label("奖励类别"), Value("category", 3, ticks=True, across=2), height=26),
            row(Label("核查结论及文号"), Value("conclusion", 3)),
            row(Label("行政处罚金额"), Value("penalty", 3)),
            row(
                Label("查实瞒报谎报\n死亡人数"),
                Value("deaths"),
                Label("从业人员举报上浮"),
                Value("employee_uplift"),
                height=12,
            ),
            row(Label("拟奖励金额"), Value("amount", 3)),
            row(
                Label("大写"),
                Value("amount_upper"),
                Label("排除情形核对"),
                Value("exclude", ticks=True),
                height=12,
            ),
            row(
                Label("承办科室意见"),
                Words("", 3, foot=(*("承办人（签名）：　",) * 2, "年　　月　　日")),
                height=32,
            ),
            row(
                Label("法制、财务\n审核意见"),
                Words("", 3, foot=(*("审核人（签名）：　",) * 2, "年　　月　　日")),
                height=32,
            ),
            row(Label("主要领导审批"), Opinion("", "审批人", 3), height=32),
        ),
    ),
)

FORM = Form(
    key="complaint_reward_approval",
    title="安全生产举报奖励审批表",
    stage="举报奖励",
    style=Style.TABLE,
    number=Number("举奖", Scope.OWN),
    heading=Heading.BUREAU,
    copies="本文书一式两份：承办科室、财务各一份。",
    layout=TABLE,
    order=109,
    requires=("complaint_investigation_report",),
    asked=True,
    record=Kind.COMPLAINT,
    fields=FIELDS,
    body=BODY,
)
