"""Lines break as Chinese type is set, whatever the text and the width."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtapp.formkit.sheet import Face, Span
from qtapp.render.fonts import Faces
from qtapp.render.lines import Line, set_lines
from qtapp.render.tokens import NO_END, NO_START, Type
from tests.render.conftest import FONTS

BODY = Type(Face.FANG, 16, 29)
BUNDLED = Faces(FONTS, bundled_only=True)
WORDS = st.sampled_from(
    [*"的一，。；”“（）《》、：〔〕！¥ ☑䶮", "安全", "生产", "2026", "20,000.00", "3%", "A-12", "……", "——"]
)
TEXTS = st.lists(WORDS, max_size=120).map("".join)
WIDTHS = st.floats(80, 500)


def lines_of(text: str, width: float) -> list[Line]:
    return set_lines(BUNDLED, (Span(text),), BODY, width, indent=2)


def could_break(before: str) -> bool:
    """Whether the line had any place where the next one might have begun."""
    pairs = itertools.pairwise(before.replace(" ", ""))
    return any(a not in NO_END and b not in NO_START and not (a + b).isascii() and a != b for a, b in pairs)


@settings(deadline=None, max_examples=300)
@given(TEXTS, WIDTHS)
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(text: str, width: float) -> None:
    lines = lines_of(text, width)
    for before, after in itertools.pairwise(lines):
        if could_break(before.text):
            assert after.text[:1] not in NO_START
            assert before.text[-1:] not in NO_END


@settings(deadline=None, max_examples=200)
@given(TEXTS, WIDTHS)
def test_no_character_is_lost_in_breaking(text: str, width: float) -> None:
    assert "".join(line.text for line in lines_of(text, width)).replace(" ", "") == text.replace(" ", "")


@settings(deadline=None, max_examples=200)
@given(TEXTS, WIDTHS)
def test_no_line_sticks_out_of_its_column(text: str, width: float) -> None:
    assert all(line.width <= line.room + 0.1 for line in lines_of(text, width))


WHOLE = ("20,000.00", "2026-03-28", "……", "——")


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(["依照", "罚款", *WHOLE]), max_size=60), st.floats(130, 500))
def test_numbers_and_double_marks_stay_whole(words: list[str], width: float) -> None:
    found = "\n".join(line.text for line in lines_of("第".join(words), width))
    assert [found.count(word) for word in WHOLE] == [words.count(word) for word in WHOLE]


def test_a_number_wider_than_the_line_is_cut_rather_than_lost() -> None:
    lines = lines_of("账号12345678901234567890", 80)
    assert "".join(line.text for line in lines) == "账号12345678901234567890"


def test_a_mark_is_pulled_in_before_a_character_is_pushed_out() -> None:
    (first, *_) = lines_of("（一）国国，国国国国。国国", 32 + 16 * 10)
    assert first.text == "（一）国国，国国国国。"
    assert first.width <= first.room + 0.1


def test_touching_marks_share_their_air() -> None:
    (line,) = lines_of("“甲”。（乙）", 500)
    assert line.width == pytest.approx(16 * (7 - 1))


def test_each_paragraph_of_a_text_is_indented() -> None:
    assert [line.indent for line in lines_of("1.未培训\n2.未演练", 500)] == [32, 32]
