"""What is on the sheet is on the paper: whole, in order, in its place and readable."""

import io
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtapp.formkit.sheet import (
    LANDSCAPE,
    LETTER,
    TABLE,
    Align,
    FormLine,
    Layout,
    Listing,
    Sheet,
    Signature,
    Signatures,
    Span,
)
from qtapp.render import picture
from qtapp.render.document import pages
from qtapp.render.fonts import Faces
from tests.render.conftest import FONTS
from tests.render.papers import (
    MADE,
    OFFICER,
    OFFICIAL,
    ORGAN,
    RARE_NAMES,
    approval,
    inventory,
    letter,
    made,
    marked,
    read,
    record,
    text,
)

BUNDLED = Faces(FONTS, bundled_only=True)
CLAUSE = re.compile(r"第(\d+)项已经查明。")
MM = 72 / 25.4


def clauses(found: list[str]) -> list[int]:
    """The numbers of the clauses on the pages, the feet and repeated labels left out."""
    joined = "".join(re.sub(r"第\d+页共\d+页$", "", page) for page in found)
    joined = joined.replace("违法事实（续）", "").replace("审批意见（续）", "")
    return [int(number) for number in CLAUSE.findall(joined)]


def test_a_letter_reads_back_as_it_was_written(faces: Faces) -> None:
    words = f"经查，{RARE_NAMES}违反了《安全生产法》第二十八条——处罚款贰万元整（¥20,000.00）……☑罚款□警告。"
    (page,) = read(faces, letter(text(words), ORGAN))
    assert page == f"行政处罚决定书某应急罚〔2026〕1号{words}某某市应急管理局（印章）2026年3月28日"


def test_another_reader_finds_rare_names_too(faces: Faces) -> None:
    reader = pypdf.PdfReader(io.BytesIO(made(faces, letter(text(RARE_NAMES)))))
    assert RARE_NAMES in reader.pages[0].extract_text()


def test_an_official_letter_has_28_characters_a_line_and_22_lines_of_29_points(faces: Faces) -> None:
    (page, *_) = picture.text_of(made(faces, letter(text("国" * 28 * 40, indent=0))))
    lines = [line for line in page.splitlines() if set(line.strip()) == {"国"}]
    assert {len(line.strip()) for line in lines} == {28}
    whole = picture.text_of(made(faces, replace(letter(text("国" * 28 * 60, indent=0)), title="")))[1]
    assert len([line for line in whole.splitlines() if "国" in line]) == 22


@settings(deadline=None, max_examples=25)
@given(st.integers(1, 600), st.integers(1, 300))
def test_a_grid_loses_nothing_however_long_its_texts_are(facts: int, opinion: int) -> None:
    found = read(BUNDLED, approval(marked(facts), marked(opinion)))
    assert clauses(found) == [*range(1, facts + 1), *range(1, opinion + 1)]


@pytest.mark.parametrize("count", [1, 30, 150, 900])
def test_text_goes_on_overleaf_and_ends_before_the_signature(faces: Faces, count: int) -> None:
    found = read(faces, approval(marked(count), marked(count)))
    assert clauses(found) == [*range(1, count + 1)] * 2
    assert "".join(found).count("审批人（签名）：") == 1
    assert "审批人（签名）：" in found[-1]
    assert "已经查明" in found[-1]


def test_a_short_form_stays_on_one_page(faces: Faces) -> None:
    assert len(read(faces, approval("未培训。"))) == 1


def test_a_label_is_repeated_where_its_cell_goes_on(faces: Faces) -> None:
    found = read(faces, approval(marked(900)))
    assert len(found) > 3
    assert ["违法事实（续）" in page for page in found] == [False] + [True] * (len(found) - 1)


def test_who_approves_signs_under_two_lines_of_the_opinion_at_least(faces: Faces) -> None:
    for length in range(700, 2400, 20):
        last = picture.text_of(made(faces, approval("未培训。", "查" * length)))[-1]
        lines = last.split("审批人（签名）")[0].splitlines()
        assert len([line for line in lines if "查" in line]) >= 2


@pytest.mark.parametrize("count", [0, 1, 20, 500])
def test_a_list_repeats_its_headings_and_keeps_every_row(faces: Faces, count: int) -> None:
    found = read(faces, inventory(count))
    assert [int(n) for n in re.findall(r"编(\d+)号", "".join(found))] == list(range(1, count + 1))
    assert all("序号物品名称单位" in page for page in found if "编" in page)
    assert "".join(found).count("以下空白") == 1


def test_a_row_longer_than_a_page_goes_on_under_the_headings(faces: Faces) -> None:
    found = read(faces, inventory(1, marked(400)))
    joined = "".join(found).replace("序号物品名称单位", "")
    joined = re.sub(r"第\d+页共\d+页", "", joined).replace("编1号", "").replace("只", "")
    assert [int(n) for n in CLAUSE.findall(joined)] == list(range(1, 401))
    assert all("序号物品名称单位" in page for page in found[:-1])


@pytest.mark.parametrize("count", [1, 60, 300])
def test_a_record_is_signed_and_counted_on_every_page(faces: Faces, count: int) -> None:
    found = read(faces, record(marked(count)))
    assert clauses([page.split("被检查单位负责人")[0] for page in found]) == list(range(1, count + 1))
    assert all("被检查单位负责人（签名）：" in page for page in found)
    assert [page.rpartition("日")[2] for page in found] == [
        f"第{n}页共{len(found)}页" for n in range(1, len(found) + 1)
    ]


@settings(deadline=None, max_examples=40)
@given(st.integers(8, 120))
def test_neither_signature_nor_seal_stands_alone_on_a_page(count: int) -> None:
    found = read(BUNDLED, letter(text(marked(count)), Signatures((OFFICER,)), ORGAN))
    last = next(page for page in found if "行政执法人员" in page)
    assert last is found[-1]
    assert len(last.split("行政执法人员")[0]) >= 28
    assert "某某市应急管理局" in last


def test_long_values_of_a_form_line_take_more_lines_and_lose_nothing(faces: Faces) -> None:
    spans = (
        Span("地址："),
        Span(marked(12), field=True, blank=10),
        Span("电话："),
        Span("021-00001234", field=True),
    )
    (page,) = read(faces, letter(FormLine(spans)))
    assert f"地址：{marked(12)}电话：021-00001234" in page


def test_a_typed_line_break_in_a_form_line_is_kept(faces: Faces) -> None:
    document = made(faces, letter(FormLine((Span("问题："), Span("1.甲\n2.乙", field=True, blank=9)))))
    assert "1.甲\n2.乙" in picture.text_of(document)[0].replace("\r", "")


def test_who_issues_a_letter_stands_on_the_line_of_its_number(faces: Faces) -> None:
    (page,) = picture.text_of(made(faces, replace(letter(text("甲")), issuer="张某")))
    assert "1号 签发人：张某" in page


def sizes_of(document: bytes) -> list[float]:
    """Every type size the document sets."""
    found = [page.get_contents() for page in pypdf.PdfReader(io.BytesIO(document)).pages]
    streams = [content.get_data().decode("latin-1") for content in found if content is not None]
    return [float(size) for stream in streams for size in re.findall(r"/E\d+ ([\d.]+) Tf", stream)]


def test_nothing_is_set_smaller_than_ten_and_a_half_points(faces: Faces) -> None:
    sheets = [approval(marked(300), marked(90)), inventory(3, marked(9)), record(marked(9))]
    small = replace(letter(text("小字")), layout=replace(letter().layout, size=6), copies="本文书一式两份。")
    assert min(sizes_of(made(faces, *sheets, small))) >= 10.5


def test_the_same_sheets_give_the_same_bytes() -> None:
    sheets = [letter(text(RARE_NAMES), ORGAN), approval(marked(90)), inventory(9)]
    first = made(Faces(FONTS, bundled_only=True), *sheets)
    assert first == made(Faces(FONTS, bundled_only=True), *sheets)


def test_each_sheet_counts_its_own_pages_and_has_a_bookmark(faces: Faces) -> None:
    document = made(faces, approval(marked(200)), letter(text(marked(90))), inventory(2))
    outline: list[Any] = pypdf.PdfReader(io.BytesIO(document)).outline
    assert [entry["/Title"] for entry in outline] == [
        "案件处理呈批表",
        "行政处罚决定书 某应急罚〔2026〕1号",
        "查封扣押清单",
    ]
    assert pages(document) == sum(
        map(pages, [made(faces, s) for s in (approval(marked(200)), letter(text(marked(90))), inventory(2))])
    )


def test_the_copies_line_is_on_the_last_page_only(faces: Faces) -> None:
    found = read(faces, replace(letter(text(marked(120)), ORGAN), copies="本文书一式两份。"))
    assert ["本文书一式两份" in page for page in found] == [False] * (len(found) - 1) + [True]


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 150))
def test_the_copies_line_never_stands_alone_on_a_page(count: int) -> None:
    last = read(BUNDLED, replace(letter(text(marked(count))), copies="本文书一式两份。"))[-1]
    assert "项" in last.split("本文书")[0]


def test_a_draft_is_marked_on_every_page(faces: Faces) -> None:
    found = read(faces, letter(text(marked(120))).draft())
    assert all("草稿" in page for page in found)


def ink(document: bytes, page: int, box: tuple[float, float, float, float]) -> int:
    """How many dark points lie in a rectangle of the page (mm from the left and from the top)."""
    width, _, grey = picture.page_grey(document, page, 100)
    left, top, right, bottom = (round(mm * 100 / 25.4) for mm in box)
    rows = (grey[y * width + left : y * width + right] for y in range(top, bottom))
    return sum(point < 128 for row in rows for point in row)


@pytest.mark.parametrize("count", [1, 90])
def test_the_lines_of_a_record_are_ruled_to_the_foot_of_the_page(faces: Faces, count: int) -> None:
    document = made(faces, record(marked(count)))
    last = pages(document) - 1
    rows = [ink(document, last, (40, y, 180, y + 1)) > 400 for y in range(60, 240)]
    ruled = [y for y, dark in enumerate(rows, start=60) if dark]
    assert all(8 <= b - a <= 10 or b - a <= 1 for a, b in pairwise(ruled))
    assert ruled[-1] > 240 - 10


def test_the_qr_mark_stands_in_the_foot_away_from_the_seal(faces: Faces) -> None:
    plain = letter(text("违法事实清楚。"), ORGAN)
    coded = replace(plain, code="ZFT1|某应急罚〔2026〕1号")
    bare, marked_up = made(faces, plain), made(faces, coded)
    assert ink(marked_up, 0, (28, 262, 45, 297)) > 300
    assert ink(bare, 0, (28, 262, 45, 297)) == 0
    body = (0, 0, 210, 262)
    assert ink(marked_up, 0, body) == ink(bare, 0, body)


def test_a_line_to_sign_on_is_at_least_45_mm_long(faces: Faces) -> None:
    sheet = letter(Signatures((OFFICER,)))
    content = pypdf.PdfReader(io.BytesIO(made(faces, sheet))).pages[0].get_contents()
    assert content is not None
    drawn = re.findall(r"w ([\d.]+) ([\d.]+) m ([\d.]+) \2 l S", content.get_data().decode("latin-1"))
    lengths = sorted((float(right) - float(left)) / MM for left, _, right in drawn)
    assert [length >= 44.9 for length in lengths[-2:]] == [True, True]


LONG_NAME = "某某省某某市某某自治县特别长名称的精细化工（集团）股份有限责任公司"
CROWDED = (
    FormLine(
        (Span("单位："), Span(LONG_NAME * 3, field=True, blank=9), Span("号"), Span("1" * 90, field=True))
    ),
    text("甲" * 100 + "A" * 200, indent=0),
    Signatures(
        (
            Signature("行政执法人员（签名）：", number="证号：", number_text="A00012345" * 4, date=True),
            Signature(f"{LONG_NAME}负责人（签名）：", date=True, lines=2),
        )
    ),
    replace(ORGAN, organ=LONG_NAME),
)


@pytest.mark.parametrize(
    "layout", [LETTER, TABLE, LANDSCAPE, OFFICIAL], ids=["letter", "table", "flat", "official"]
)
def test_nothing_sticks_out_of_the_type_area(faces: Faces, layout: Layout) -> None:
    sheet = Sheet("crowded", LONG_NAME * 3, CROWDED, LONG_NAME * 2, LONG_NAME * 2, LONG_NAME, layout=layout)
    document = made(faces, sheet)
    top, right, _, left = layout.margins
    wide, high = (297, 210) if layout.landscape else (210, 297)
    for page in range(pages(document)):
        assert ink(document, page, (0, 0, left - 1, high)) == 0
        assert ink(document, page, (wide - right + 1, 0, wide, high)) == 0
        assert ink(document, page, (0, 0, wide, top - 1)) == 0


def test_the_pictures_have_the_size_of_the_paper(faces: Faces) -> None:
    document = made(
        faces,
        letter(text("甲")),
        replace(letter(text("乙")), layout=replace(letter().layout, landscape=True)),
    )
    upright, flat = picture.page_rgb(document, 0, 96), picture.page_grey(document, 1, 96)
    assert (upright[0], upright[1], len(upright[2])) == (794, 1123, 794 * 1123 * 4)
    assert (flat[0], flat[1], len(flat[2])) == (1123, 794, 794 * 1123)
    assert picture.page_png(document, 0, 20).startswith(b"\x89PNG")


def test_the_document_carries_its_title_and_time(faces: Faces) -> None:
    reader = pypdf.PdfReader(io.BytesIO(made(faces, letter(text("甲")))))
    assert reader.metadata is not None
    assert reader.metadata.title == "行政处罚决定书"
    assert reader.metadata.creation_date == MADE


def test_every_font_of_the_document_is_embedded(faces: Faces) -> None:
    document = made(faces, letter(text(f"{RARE_NAMES}☑——")), approval("甲"))
    page: Any = pypdf.PdfReader(io.BytesIO(document)).pages[0]
    fonts = page["/Resources"]["/Font"]
    kinds = [font.get_object() for font in fonts.values()]
    inside = [
        font["/DescendantFonts"][0]["/FontDescriptor"] for font in kinds if font["/Subtype"] == "/Type0"
    ]
    assert {font["/Subtype"] for font in kinds} == {"/Type0", "/Type3"}
    assert all("/FontFile2" in descriptor for descriptor in inside)


def test_an_empty_list_still_says_so(faces: Faces) -> None:
    sheet = Sheet("list", "清单", (Listing(("序号",), (1,), (), (Align.CENTRE,)),))
    assert read(faces, sheet) == ["清单序号以下空白"]


def test_lines_of_a_page_stand_in_order_from_top_to_bottom(faces: Faces) -> None:
    found = clauses(read(faces, letter(text(marked(60)))))
    assert all(a < b for a, b in pairwise(found))
