"""What happened when something was sealed or seized, signed by those who were there."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Account, Audience, Form, FormField, Line, Style
from qtapp.formkit.sheet import CLOSE_LETTER, Signature

FIELDS = (
    # Inferred:
    FormField("time", "实施时间", "datetime_range", required=True),
    FormField("place", "实施地点", required=True),
    FormField("party_name", "当事人", required=True, auto="party.name"),
    FormField(
        "party_present", "当事人到场情况", "choice", required=True, options=("到场", "未到场，已邀请见证人")
    ),
    FormField("officers", "执法人员及证号", "officers", required=True, auto="case.handlers_text"),
    FormField("notice_given", "已当场告知理由、依据、权利和救济途径", "bool", required=True),
    FormField("defence", "当事人陈述申辩", "paragraph", required=True),
    FormField("process", "现场情况及实施过程", "paragraph", required=True),
    FormField("inventory_no", "查封扣押清单编号", "doc_ref", required=True),
    FormField("witness", "见证人", when="当事人不到场时"),
)

BODY = (
    Line("当事人：{party_name:26}"),
    Line("实施时间：{time:26}"),
    Line("实施地点：{place:26}"),
    Line("执法人员及证号：{officers:24}"),
    Line("当事人到场情况：{party_present:12}见证人：{witness:8}"),
    Line("已当场告知理由、依据、权利和救济途径：{notice_given:4}"),
    Line("查封扣押清单编号：{inventory_no:12}"),
    Account(
        (
            "上述执法人员已向当事人（见证人）出示执法证件，表明身份。",
            "现场情况及实施过程：{process}",
            "{?defence}当事人陈述申辩：{defence}",
        )
    ),
)

FORM = Form(
    key="seizure_scene_record",
    title="查封（扣押）现场笔录",
    stage="强制",
    style=Style.RECORD,
    audience=Audience.SERVED,
    copies="本文书一份，入卷。",
    layout=CLOSE_LETTER,
    each_page=(
        Signature("当事人（签名或者盖章）：", date=True),
        Signature("见证人（签名）：", date=True),
        Signature("执法人员（签名）：", lines=2, date=True),
    ),
    order=41,
    asked=True,
    requires=("coercive_measure_approval",),
    party="当事人",
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
