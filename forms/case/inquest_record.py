"""What was found on the scene, signed page by page by those who were there."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Account, Audience, Form, FormField, Line, Number, Scope, Style
from qtapp.formkit.sheet import TABLE, Signature

FIELDS = (
    FormField("time", "勘验时间", "datetime_range", required=True),
    FormField("place", "勘验场所", required=True),
    FormField("weather", "天气情况", required=True),
    FormField("inquest_1", "勘验人（一）及单位职务", required=True),
    FormField("inquest_2", "勘验人（二）及单位职务", required=True),
    FormField("party_1", "当事人（一）及单位职务", required=True),
    FormField("party_2", "当事人（二）及单位职务"),
    FormField("invited", "被邀请人及单位职务"),
    FormField("recorder", "记录人及单位职务", required=True),
    FormField("agency", "执法机关", required=True, auto="bureau.name"),
    FormField("officers", "行政执法人员及证件号码", "officers", required=True, auto="case.handlers_text"),
    FormField("findings", "勘验情况", "paragraph", required=True, hint="写明方位、状态、尺寸，可以附勘验图"),
    # Known practice:
    FormField("drawings", "勘验图/照片", "image"),
)

BODY = (
    Line("勘验时间：{time:22}天气情况：{weather:4}"),
    Line("勘验场所：{place:26}"),
    Line("勘验人（一）及单位职务：{inquest_1:20}"),
    Line("勘验人（二）及单位职务：{inquest_2:20}"),
    Line("当事人（一）及单位职务：{party_1:20}"),
    Line("当事人（二）及单位职务：{party_2:20}"),
    Line("被邀请人及单位职务：{invited:20}"),
    Line("记录人及单位职务：{recorder:20}"),
    Line("执法机关：{agency:26}"),
    Line("行政执法人员及证件号码：{officers:22}"),
    Account(
        (
            "上述行政执法人员已出示执法证件，表明身份，并告知可以申请回避。现依法进行勘验，情况如下：",
            "{findings}",
            # Known practice:
            "{?drawings}附勘验图（照片）：{drawings}",
        )
    ),
)

FORM = Form(
    key="inquest_record",
    title="勘验笔录",
    stage="调查取证",
    style=Style.RECORD,
    audience=Audience.SERVED,
    number=Number("勘", Scope.CASE),
    copies="本文书一份，入卷。",
    layout=TABLE,
    each_page=(
        Signature("勘验人（签名）：", lines=2),
        *(Signature("当事人（签名）：", number="联系方式："),) * 2,
        Signature("被邀请人（签名）："),
        Signature("记录人（签名）："),
    ),
    order=14,
    asked=True,
    requires=("case_filing_approval",),
    party="当事人",
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
