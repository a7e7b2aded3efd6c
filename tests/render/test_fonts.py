"""Every character comes from a font that can draw it, or the paper is refused."""

from pathlib import Path

import pytest
import uharfbuzz as hb

from qtapp.formkit.sheet import Face, Sheet
from qtapp.render.fonts import Faces, FontFile, Unprintable
from tests.render.conftest import FONTS
from tests.render.papers import RARE_NAMES, approval, inventory, letter, made, text

NOWHERE = "\U0002fa1e"  # the code point behind the last compatibility hanzi is given to none


def family(faces: Faces, face: Face, character: str) -> str:
    font = faces.glyph(face, character).font
    return font.source.family if isinstance(font, FontFile) else "drawn"


@pytest.mark.parametrize("face", Face)
def test_rare_names_can_be_set_in_every_role(faces: Faces, face: Face) -> None:
    assert faces.missing(face, RARE_NAMES) == ""


def test_a_character_falls_back_to_the_face_nearest_in_style(faces: Faces) -> None:
    chosen = [family(faces, Face.FANG, character) for character in "安䶮餘𡉃￥☑"]
    assert chosen == ["Enf Fang", "Enf Fang Ext", "Enf Song", "Enf Rare", "Enf Song", "drawn"]


def test_quotation_marks_of_the_kai_face_are_as_wide_as_a_hanzi(faces: Faces) -> None:
    assert [faces.glyph(Face.KAI, mark).width for mark in "“”‘’"] == [1000] * 4


@pytest.mark.parametrize(
    ("sheet", "place"),
    [
        (letter(text(f"法定代表人{NOWHERE}某")), "《行政处罚决定书》“法定代表人"),
        (approval(NOWHERE), "《案件处理呈批表》“违法事实”栏"),
        (inventory(2, NOWHERE), "第 1 行“物品名称”"),
    ],
    ids=["letter", "grid", "listing"],
)
def test_a_paper_with_an_undrawable_character_is_refused_by_name_and_place(
    faces: Faces, sheet: Sheet, place: str
) -> None:
    with pytest.raises(Unprintable) as refusal:
        made(faces, sheet)
    assert "U+2FA1E" in str(refusal.value)
    assert place in str(refusal.value)


def test_windows_fonts_are_taken_when_they_are_there(tmp_path: Path) -> None:
    (tmp_path / "simfang.ttf").write_bytes((FONTS / "EnfHei.ttf").read_bytes())
    both = {face: path for face, path, _ in Faces(FONTS, tmp_path).report()}
    bundled = {face: path for face, path, _ in Faces(FONTS, tmp_path, bundled_only=True).report()}
    assert both[Face.FANG] == tmp_path / "simfang.ttf"
    assert both[Face.HEI] == FONTS / "EnfHei.ttf"
    assert bundled[Face.FANG] == FONTS / "EnfFang.ttf"


def test_a_font_without_truetype_outlines_is_passed_over(tmp_path: Path) -> None:
    source = FONTS.parent / "licences" / "FandolFang-Regular.source.otf"
    (tmp_path / "simfang.ttf").write_bytes(source.read_bytes())
    assert (Face.FANG, FONTS / "EnfFang.ttf", "Enf Fang") in Faces(FONTS, tmp_path).report()


def emptied(path: Path, character: str) -> bytes:
    """The font file with the outline of one character taken away, while its table still lists it."""
    font = bytearray(path.read_bytes())
    glyph = hb.Font(hb.Face(hb.Blob(bytes(font)))).get_nominal_glyph(ord(character))
    entries = (font[12 + 16 * at : 28 + 16 * at] for at in range(int.from_bytes(font[4:6], "big")))
    tables = {bytes(entry[:4]): int.from_bytes(entry[8:12], "big") for entry in entries}
    start = tables[b"loca"] + 4 * glyph
    font[start + 4 : start + 8] = font[start : start + 4]
    return bytes(font)


def test_a_character_listed_but_left_empty_comes_from_another_font(tmp_path: Path) -> None:
    (tmp_path / "simhei.ttf").write_bytes(emptied(FONTS / "EnfHei.ttf", "䶮"))
    both = Faces(FONTS, tmp_path)
    assert [family(both, Face.HEI, character) for character in "安䶮"] == ["SimHei 黑体", "Enf Hei"]


def test_no_two_bundled_faces_bear_the_same_name() -> None:
    names = [hb.Face(hb.Blob.from_file_path(str(path))).get_name(6) for path in FONTS.glob("*.ttf")]
    assert len(names) == len(set(names)) == 7
    assert not [name for name in names if "Noto" in name or "LXGW" in name]
