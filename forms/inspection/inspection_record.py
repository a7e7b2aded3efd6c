"""What was seen at an inspection, signed page by page by those who were there."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Account,
    Audience,
    Form,
    FormField,
    Line,
    Number,
    Scope,
    Statement,
    Style,
)
from qtapp.formkit.sheet import LETTER, Signature

FIELDS = (
    FormField("party_name", "被检查单位", required=True, auto="party.name"),
    FormField("party_address", "地址", required=True, auto="party.address"),
    FormField("legal_rep", "法定代表人（负责人）", required=True, auto="party.legal_rep"),
    FormField("legal_rep_title", "职务", auto="party.legal_rep_title"),
    FormField("phone", "联系电话", required=True, auto="party.phone"),
    FormField("place", "检查场所", required=True, auto="inspection.place"),
    FormField("time", "检查时间", "datetime_range", required=True, auto="inspection.time"),
    FormField("agency", "执法机关名称", required=True, auto="bureau.name"),
    FormField("officers", "行政执法人员", "officers", required=True, auto="inspection.officer_names"),
    FormField("certificates", "证件号码", required=True, auto="inspection.certificates"),
    FormField("show_certificate", "已出示证件", "bool", required=True, auto="inspection.shown_certificates"),
    FormField(
        "findings", "检查情况", "list", required=True, auto="inspection.summary+inspection.finding_texts"
    ),
    # Known practice:
    FormField("expert", "检查专家", auto="inspection.experts"),
    FormField("witness", "见证人", auto="inspection.witness"),
    FormField(
        "refusal_note",
        "拒绝签字情况说明",
        "paragraph",
        auto="inspection.refusal_note",
        when="被检查单位负责人拒绝签字时",
    ),
    FormField("party_opinion", "被检查单位意见", auto="inspection.party_opinion"),
)

BODY = (
    Line("被检查单位：{party_name:24}"),
    Line("地址：{party_address:28}"),
    Line("法定代表人（负责人）：{legal_rep:6}职务：{legal_rep_title:5}联系电话：{phone:8}"),
    Line("检查场所：{place:26}"),
    Line("检查时间：{time:26}"),
    Line("检查专家：{expert:10}见证人：{witness:6}已出示证件：{show_certificate:3}"),
    Account(
        (
            Statement("officer_intro", action="现场检查"),
            "检查情况：{findings}",
            "{?party_opinion}被检查单位意见：{party_opinion}",
            "{?refusal_note}拒绝签字情况说明：{refusal_note}",
        )
    ),
)

FORM = Form(
    key="inspection_record",
    title="现场检查记录",
    stage="检查",
    style=Style.RECORD,
    audience=Audience.SERVED,
    number=Number("检记", Scope.INSPECTION),
    copies="本文书一式两份：一份由应急管理部门备案，一份交被检查单位。",
    layout=LETTER,
    each_page=(
        Signature("检查人员签名：", lines=2),
        Signature("被检查单位现场负责人签名：", date=True),
    ),
    order=31,
    record=Kind.INSPECTION,
    fields=FIELDS,
    body=BODY,
)
