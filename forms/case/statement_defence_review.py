"""What became of a party's defence, and why."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Form, FormField, Label, Opinion, Style, Table, Value, row
from qtapp.formkit.sheet import TABLE

FIELDS = (
    # Inferred:
    FormField("case_name", "案件名称", required=True, auto="case.name"),
    FormField("party_name", "当事人", required=True, auto="party.name"),
    FormField(
        "submitted",
        "当事人意见（陈述/书面/放弃）",
        "choice",
        required=True,
        options=("口头陈述", "书面意见", "明确放弃", "逾期未提出"),
    ),
    FormField("opinion", "陈述申辩的事实、理由和证据", "paragraph", auto="case.defence", when="未放弃时"),
    FormField("review", "复核情况", "paragraph", required=True),
    FormField("adopted", "采纳情况", "choice", required=True, options=("全部采纳", "部分采纳", "不予采纳")),
    FormField("reason", "采纳或不采纳理由", "paragraph", required=True),
)

BODY = (
    Table(
        (32, 125),
        (
            row(Label("案件名称"), Value("case_name")),
            row(Label("当事人"), Value("party_name")),
            row(Label("当事人意见"), Value("submitted", ticks=True)),
            row(Label("陈述申辩的\n事实、理由\n和证据"), Value("opinion", top=True, indent=2), height=44),
            row(Label("复核情况"), Value("review", top=True, indent=2), height=44),
            row(Label("采纳情况"), Value("adopted", ticks=True)),
            row(
                Label("采纳或者不\n采纳的理由"),
                Value("reason", top=True, indent=2, foot=(*("复核人（签名）：　",) * 2, "年　　月　　日")),
                height=46,
            ),
            row(Label("审核意见"), Opinion("", "审核人"), height=34),
        ),
    ),
)

FORM = Form(
    key="statement_defence_review",
    title="陈述申辩意见复核书",
    stage="告知",
    style=Style.TABLE,
    copies="本文书一份，入卷存档。",
    layout=TABLE,
    order=53,
    requires=("penalty_notice",),
    party="当事人",
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
