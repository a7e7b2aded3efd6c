"""What was taken as a sample, and from whom."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import (
    Audience,
    Form,
    FormField,
    Line,
    Number,
    Rows,
    Scope,
    SealHere,
    Sign,
    Space,
    Style,
    Text,
)
from qtapp.formkit.sheet import TABLE, Align, Signature

FIELDS = (
    FormField("party_name", "被抽样取证人（单位）", required=True, auto="party.name"),
    FormField("site_manager", "现场负责人", required=True),
    FormField("address", "地址", required=True, auto="party.address"),
    FormField("phone", "联系电话", auto="party.phone"),
    FormField("postcode", "邮编", auto="party.postcode"),
    FormField("time", "抽样取证时间", "datetime_range", required=True),
    FormField("place", "抽样地点", required=True),
    FormField(
        "items", "抽样物品", "table", required=True, columns=("序号", "证据物品名称", "规格及批号", "数量")
    ),
)

WIDTHS = (742, 4093, 2671, 754)  # twips, as in the official table

BODY = (
    Line("被抽样取证人（单位）：{party_name:22}"),
    Line("现场负责人：{site_manager:10}联系电话：{phone:10}"),
    Line("地址：{address:20}邮编：{postcode:5}"),
    Line("抽样取证时间：{time:24}"),
    Line("抽样地点：{place:26}"),
    Text("现依法对你（单位）的下列物品抽样取证：", keep=True),
    Rows("items", WIDTHS, (Align.CENTRE, Align.LEFT, Align.LEFT, Align.CENTRE), blank=6),
    Space(2),
    Sign(
        (
            Signature("现场负责人（签名）："),
            *(Signature("安全生产监管行政执法人员（签名）：", number="证号："),) * 2,
        )
    ),
    SealHere("（印章）"),
)

FORM = Form(
    key="sampling_voucher",
    title="抽样取证凭证",
    stage="调查取证",
    style=Style.LIST,
    audience=Audience.SERVED,
    number=Number("抽", Scope.CASE),
    copies="本文书一式两份：一份由应急管理部门备案，一份交被抽样取证人。",
    layout=TABLE,
    order=15,
    asked=True,
    party="当事人",
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
