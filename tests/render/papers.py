"""Sheets of every kind of block, with as much text as a test wants."""

from datetime import datetime

from qtapp.formkit.sheet import (
    TABLE,
    Align,
    Block,
    Cell,
    FormLine,
    Grid,
    GridRow,
    Layout,
    Listing,
    Paragraph,
    Ruled,
    Seal,
    Sheet,
    Signature,
    Signatures,
    Span,
)
from qtapp.render import picture
from qtapp.render.document import pdf
from qtapp.render.fonts import Faces

MADE = datetime(2026, 3, 28, 9, 30)
OFFICIAL = Layout(size=16, leading=29)
RARE_NAMES = "䶮𬭎㛃𠅤𡉃"
ORGAN = Seal("某某市应急管理局", "2026年3月28日")
PARTY = Signature("被检查单位负责人（签名）：", date=True)
OFFICER = Signature("行政执法人员（签名）：", number="证号：", lines=2)


def made(faces: Faces, *sheets: Sheet) -> bytes:
    return pdf(sheets, faces, made=MADE)


def read(faces: Faces, *sheets: Sheet) -> list[str]:
    """The text of each page without any white space."""
    return ["".join(page.split()) for page in picture.text_of(made(faces, *sheets))]


def marked(count: int) -> str:
    """A text whose loss or disorder shows: numbered clauses."""
    return "".join(f"第{number}项已经查明。" for number in range(1, count + 1))


def text(words: str, indent: float = 2) -> Paragraph:
    return Paragraph((Span(words),), indent=indent)


def letter(*blocks: Block, layout: Layout = OFFICIAL) -> Sheet:
    return Sheet("letter", "行政处罚决定书", blocks, number="某应急罚〔2026〕1号", layout=layout)


def label(words: str, *, columns: int = 1, rows: int = 1) -> Cell:
    return Cell((Span(words),), columns, rows, label=True)


def value(words: str, *, columns: int = 1, foot: tuple[str, ...] = (), top: bool = False) -> Cell:
    return Cell((Span(words),), columns, top=top, foot=foot)


def approval(facts: str, opinion: str = "同意。") -> Sheet:
    rows = (
        GridRow((label("案件名称", columns=2), value("某公司未按规定培训案", columns=3))),
        GridRow((label("当事人", rows=2), label("名称"), value("某公司"), label("代表"), value(RARE_NAMES))),
        GridRow((label("地址"), value("某市创业路118号", columns=3))),
        GridRow((label("违法事实", columns=2), value(facts, columns=3, top=True)), 60),
        GridRow(
            (
                label("审批意见", columns=2),
                value(opinion, columns=3, top=True, foot=("审批人（签名）：　　　　　　年　月　日",)),
            ),
            30,
        ),
    )
    grid = Grid((12, 22, 60, 22, 40), rows)
    return Sheet("approval", "案件处理呈批表", (grid,), heading="安全生产行政执法文书", layout=TABLE)


def inventory(count: int, name: str = "氧气瓶") -> Sheet:
    rows = tuple((f"编{at}号", name, "只") for at in range(1, count + 1))
    listing = Listing(("序号", "物品名称", "单位"), (2, 6, 2), rows, (Align.CENTRE, Align.LEFT))
    return Sheet("list", "查封扣押清单", (listing, Signatures((PARTY, OFFICER)), ORGAN), layout=TABLE)


def record(answer: str) -> Sheet:
    talk = Ruled((text("问：请讲一下经过。"), text(f"答：{answer}")))
    head = FormLine((Span("被询问人："), Span("某某", field=True, blank=6)))
    return Sheet("record", "询问笔录", (head, talk), each_page=(PARTY,))
