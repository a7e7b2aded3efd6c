"""Calls the informant, by a code, to fetch the reward."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Heading, Line, Number, Scope, SealHere, Style, Text
from qtapp.formkit.sheet import LETTER

FIELDS = (
    # Known practice:
    FormField("reporter_code", "举报人（代号）", required=True),
    FormField("amount", "奖励金额", "money", required=True),
    FormField("place", "领取地点", required=True, auto="bureau.address"),
    FormField("due_date", "领取期限", "date", required=True),
    FormField("contact", "联系人及电话", required=True, auto="bureau.phone"),
)

BODY = (
    Text("举报人（代号）{reporter_code:10}：", 0),
    Text("你的举报经本机关核查，决定给予奖励{amount:18}。"),
    Text(
        "请于{due_date:9}前，凭有效证件到{place:18}领取。逾期没有领取的，视为放弃；有正当理由的，"
        "可以适当延长。"
    ),
    Line("联系人及电话：{contact:16}"),
    Text("特此通知。"),
    SealHere("（印章）"),
)

FORM = Form(
    key="complaint_reward_notice",
    title="举报奖励领取通知书",
    stage="举报奖励",
    style=Style.LETTER,
    audience=Audience.SERVED,
    number=Number("举领", Scope.OWN),
    heading=Heading.BUREAU,
    copies="本文书一式两份：一份交举报人，一份存档。",
    layout=LETTER,
    order=110,
    requires=("complaint_reward_approval",),
    asked=True,
    record=Kind.COMPLAINT,
    fields=FIELDS,
    body=BODY,
)
