"""A photograph of the scene, with when, where, by whom and what it proves."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Audience, Form, FormField, Label, Sign, Space, Style, Table, Text, Value, row
from qtapp.formkit.sheet import TABLE, Align, Signature

FIELDS = (
    # Inferred:
    FormField("case_name", "案件（检查）名称", required=True, auto="case.name"),
    FormField("photo", "照片", "image", required=True, hint="每页一至两张"),
    FormField("taken_at", "拍摄时间", "datetime", required=True),
    FormField("taken_place", "拍摄地点", required=True),
    FormField("taken_by", "拍摄人", "officers", required=True, auto="case.handler_names"),
    FormField("caption", "证明内容", "paragraph", required=True),
    FormField("media", "原始载体及存放处", required=True, hint="写明文件名和校验值"),
)

BODY = (
    Table(
        (30, 48, 26, 52),
        (
            row(Label("案件（检查）\n名称"), Value("case_name", 3), height=12),
            row(Label("照片"), Value("photo", 3, align=Align.CENTRE), height=100),
            row(Label("拍摄时间"), Value("taken_at"), Label("拍摄地点"), Value("taken_place")),
            row(Label("拍摄人"), Value("taken_by"), Label("原始载体\n及存放处"), Value("media"), height=12),
            row(Label("证明内容"), Value("caption", 3, top=True, indent=2), height=22),
        ),
    ),
    Space(2),
    Text("以上照片经当事人核对，与现场一致。", 0),
    Sign(
        (
            Signature("当事人（签名）：", date=True),
            Signature("执法人员（签名）：", date=True, lines=2),
        )
    ),
)

FORM = Form(
    key="evidence_photo_sheet",
    title="现场照片（影像）证据表",
    stage="调查取证",
    style=Style.TABLE,
    audience=Audience.SERVED,
    copies="本文书一份，入卷存档。",
    layout=TABLE,
    order=22,
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
