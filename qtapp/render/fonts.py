"""The type faces of this computer: roles, the files that play them, and a glyph for every character."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import uharfbuzz as hb

from qtapp.domain.errors import UserError
from qtapp.formkit.sheet import Face
from qtapp.render.marks import MARKS, Marks

RIGHTS = slice(8, 10)  # of the OS/2 table: fsType
LICENCE_BITS, RESTRICTED = 0x000F, 0x0002
BLANKS = frozenset("\u0020\u00a0\u3000")  # characters that rightly have no outline


@dataclass(frozen=True)
class Source:
    """A font file that may play a role. `not_for` are characters it draws badly."""

    file: str
    family: str
    postscript: str
    bundled: bool = False
    not_for: frozenset[str] = frozenset()


SIMSUN = Source("simsun.ttc", "SimSun 宋体", "SimSun")
SIMSUN_EXT_B = Source("simsunb.ttf", "SimSun-ExtB 宋体扩展", "SimSun-ExtB")
SIMFANG = Source("simfang.ttf", "FangSong 仿宋", "FangSong")
SIMHEI = Source("simhei.ttf", "SimHei 黑体", "SimHei")
SIMKAI = Source("simkai.ttf", "KaiTi 楷体", "KaiTi")
XIAOBIAOSONG = Source("FZXBSJW.TTF", "FZXiaoBiaoSong 方正小标宋", "FZXBSJW")
ZHONGSONG = Source("STZHONGS.TTF", "STZhongsong 华文中宋", "STZhongsong")
OWN_SONG = Source("EnfSong.ttf", "Enf Song", "EnfSong-Regular", bundled=True)
OWN_FANG = Source("EnfFang.ttf", "Enf Fang", "EnfFang-Regular", bundled=True)
OWN_FANG_EXT = Source("EnfFangExt.ttf", "Enf Fang Ext", "EnfFangExt-Regular", bundled=True)
OWN_HEI = Source("EnfHei.ttf", "Enf Hei", "EnfHei-Regular", bundled=True)
# The quotation marks and the middle dot of this Kai are as narrow as Latin ones.
OWN_KAI = Source("EnfKai.ttf", "Enf Kai", "EnfKai-Regular", bundled=True, not_for=frozenset("“”‘’·√"))
OWN_TITLE = Source("EnfTitleSong.ttf", "Enf Title Song", "EnfTitleSong-Regular", bundled=True)
OWN_RARE = Source("EnfRare.ttf", "Enf Rare", "EnfRare-Regular", bundled=True)

LAST_RESORT = (SIMSUN, OWN_SONG, SIMSUN_EXT_B, OWN_RARE)
CHAINS = {
    Face.SONG: LAST_RESORT,
    Face.FANG: (SIMFANG, OWN_FANG, OWN_FANG_EXT, *LAST_RESORT),
    Face.HEI: (SIMHEI, OWN_HEI, *LAST_RESORT),
    Face.KAI: (SIMKAI, OWN_KAI, *LAST_RESORT),
    Face.TITLE: (XIAOBIAOSONG, ZHONGSONG, OWN_TITLE, *LAST_RESORT),
}


class Unprintable(UserError):
    """A character no font here can draw. It is refused: a box or a gap in a name would be worse."""

    def __init__(self, characters: str, place: str = "") -> None:
        named = "、".join(f"“{character}”（U+{ord(character):04X}）" for character in characters)
        where = f"，位置：{place}" if place else ""
        super().__init__(
            f"{named}在本机字体中没有字形，不能打印{where}。请核对该字，或安装含有该字的字体后再试。"
        )
        self.characters = characters
        self.place = place


class FontFile:
    """One font file, opened when a character is first asked of it."""

    def __init__(self, path: Path, source: Source) -> None:
        self.path = path
        self.source = source

    @cached_property
    def face(self) -> hb.Face:
        return hb.Face(hb.Blob.from_file_path(str(self.path)), 0)

    @cached_property
    def font(self) -> hb.Font:
        return hb.Font(self.face)

    @property
    def may_be_used(self) -> bool:
        """It has TrueType outlines and its maker lets documents carry it."""
        rights = bytes(self.face.reference_table("OS/2").data)[RIGHTS]
        forbidden = int.from_bytes(rights, "big") & LICENCE_BITS == RESTRICTED
        return "glyf" in self.face.table_tags and not forbidden

    def width(self, glyph: int) -> int:
        """Advance in thousandths of an em."""
        advance: int = self.font.get_glyph_h_advance(glyph)
        upem: int = self.face.upem
        return round(advance * 1000 / upem)

    def find(self, character: str) -> int | None:
        """The glyph that really draws `character`: some fonts list characters they leave empty."""
        if character in self.source.not_for:
            return None
        glyph = self.font.get_nominal_glyph(ord(character))
        if not glyph or (character not in BLANKS and not self._has_outline(glyph)):
            return None
        return int(glyph)

    def _has_outline(self, glyph: int) -> bool:
        extents = self.font.get_glyph_extents(glyph)
        return bool(extents and (extents.width or extents.height))


@dataclass(frozen=True, slots=True)
class Glyph:
    font: FontFile | Marks
    code: int  # glyph number in the font
    width: int  # thousandths of an em


class Faces:
    """The fonts found in the program's own `folder` and, unless `bundled_only`, in Windows' one."""

    def __init__(self, folder: Path, windows: Path | None = None, *, bundled_only: bool = False) -> None:
        self._folder = folder
        self._windows = None if bundled_only else windows
        self._files: dict[Source, FontFile | None] = {}
        self._glyphs: dict[tuple[Face, str], Glyph] = {}

    def glyph(self, face: Face, character: str) -> Glyph:
        """The first font of the role's chain that draws the character; raises Unprintable."""
        found = self._glyphs.get((face, character))
        if found is None:
            found = self._glyphs[face, character] = self._search(face, character)
        return found

    def missing(self, face: Face, text: str) -> str:
        """The characters of `text` that cannot be drawn, each once."""
        return "".join(character for character in dict.fromkeys(text) if not self._can_draw(face, character))

    def report(self) -> list[tuple[Face, Path, str]]:
        """For each role the file that plays it first, and its family."""
        firsts = [(face, next(self._present(face), None)) for face in Face]
        return [(face, font.path, font.source.family) for face, font in firsts if font is not None]

    def _can_draw(self, face: Face, character: str) -> bool:
        try:
            self.glyph(face, character)
        except Unprintable:
            return False
        return True

    def _search(self, face: Face, character: str) -> Glyph:
        if character in MARKS:
            return Glyph(MARKS, MARKS.code(character), MARKS.WIDTH)
        for font in self._present(face):
            glyph = font.find(character)
            if glyph is not None:
                return Glyph(font, glyph, font.width(glyph))
        raise Unprintable(character)

    def _present(self, face: Face) -> Iterator[FontFile]:
        for source in CHAINS[face]:
            if source not in self._files:
                self._files[source] = self._open(source)
            font = self._files[source]
            if font is not None:
                yield font

    def _open(self, source: Source) -> FontFile | None:
        folder = self._folder if source.bundled else self._windows
        if folder is None or not (folder / source.file).is_file():
            return None
        font = FontFile(folder / source.file, source)
        return font if font.may_be_used else None
