"""The papers of a volume, in order, with their pages."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Form, FormField, Heading, Rows, Style
from qtapp.formkit.sheet import TABLE, Align

FIELDS = (
    FormField(
        "rows", "卷内文件", "table", required=True, columns=("序号", "文件名称及编号", "日期", "页号", "备注")
    ),
)

BODY = (
    # Measured in the official table of 2016.
    Rows("rows", (936, 4305, 1263, 1036, 1611), (Align.CENTRE, Align.LEFT), height=9, blank=22),
)

FORM = Form(
    key="volume_index",
    title="卷内目录",
    stage="归档",
    style=Style.LIST,
    heading=Heading.NONE,
    layout=TABLE,
    order=-1,
    requires=("volume_cover",),
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
