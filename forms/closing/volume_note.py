"""What is to be remembered about a volume when it is filed."""

from qtapp.domain.kinds import Kind
from qtapp.formkit.form import Form, FormField, Heading, Label, Sign, Space, Style, Table, Value, row
from qtapp.formkit.sheet import TABLE, Signature

FIELDS = (
    # Inferred:
    FormField("note", "本卷情况说明", "paragraph", required=True),
    FormField("pieces", "件数", "integer", required=True),
    FormField("pages", "页数", "integer", required=True),
)

BODY = (
    Table(
        (40, 38, 40, 39),
        (
            row(Label("本卷情况说明"), Value("note", 3, top=True, indent=2), height=140),
            row(Label("件数"), Value("pieces"), Label("页数"), Value("pages")),
        ),
    ),
    Space(6),
    Sign((Signature("立卷人（签名）：", date=True), Signature("检查人（签名）：", date=True))),
)

FORM = Form(
    key="volume_note",
    title="卷内备考表",
    stage="归档",
    style=Style.TABLE,
    heading=Heading.NONE,
    layout=TABLE,
    order=999,
    requires=("volume_index",),
    asked=True,
    record=Kind.CASE,
    fields=FIELDS,
    body=BODY,
)
