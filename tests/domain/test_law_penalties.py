"""The penalty catalogue answers for the day of the act, and cites as a document does."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtapp.app.packs import LawPacks
from qtapp.domain.errors import UserError
from qtapp.domain.law.citation import numeral, place
from qtapp.domain.law.penalties import (
    Escalation,
    FineBasis,
    PenaltyItem,
    basis_citation,
    penalty_catalogue,
    violated_citation,
)

CATALOGUE = LawPacks(Path(__file__).parents[2] / "resources" / "law").penalties
TODAY = date(2026, 11, 23)


def item(code: str) -> PenaltyItem:
    found = CATALOGUE.get(code)
    assert found is not None
    return found


def test_the_catalogue_holds_every_row_under_its_own_code() -> None:
    assert len(CATALOGUE.items) == 614
    assert len({item.code for item in CATALOGUE.items}) == 614
    assert Counter(item.law for item in CATALOGUE.items)["安全生产法"] == 190


@pytest.mark.parametrize(
    ("number", "spelled"),
    [
        (1, "一"),
        (10, "十"),
        (15, "十五"),
        (20, "二十"),
        (97, "九十七"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (114, "一百一十四"),
        (1260, "一千二百六十"),
        (1001, "一千零一"),
    ],
)
def test_articles_are_numbered_as_laws_number_them(number: int, spelled: str) -> None:
    assert numeral(number) == spelled


@given(st.integers(1, 9999))
def test_article_numbers_read_back(number: int) -> None:
    assert cn2an.cn2an(numeral(number), "normal") == number


@pytest.mark.parametrize("number", [0, -3, 10_000])
def test_no_article_has_such_a_number(number: int) -> None:
    with pytest.raises(ValueError, match="article"):
        numeral(number)


def test_a_basis_is_cited_with_full_name_and_chinese_numbers() -> None:
    assert basis_citation(item("AQ-110-1-1-M")) == "《中华人民共和国安全生产法》第一百一十条第一款"
    assert basis_citation(item("AQ-095-1-2-M")) == "《中华人民共和国安全生产法》第九十五条第（二）项"
    assert basis_citation(item("AQ-112-1-0-U")) == "《中华人民共和国安全生产法》第一百一十二条"
    assert basis_citation(item("AQ-114-2-1-U")) == "《中华人民共和国安全生产法》第一百一十四条第二款"
    assert (
        basis_citation(item("JSF-034-1-0-U0"))
        == "《江苏省工业企业安全生产风险报告规定》第三十四条第（一）至（五）项"
    )
    assert place(78, 1, (12,)) == "第七十八条第一款第（十二）项"


def test_no_citation_carries_a_year_of_amendment_or_an_arabic_number() -> None:
    for each in CATALOGUE.items:
        cited = f"{basis_citation(each)}{violated_citation(each) or ''}"
        assert not re.search(r"[0-9()]|修正|修订|令第", cited), cited
        assert re.fullmatch(r"《[^》（]+》第.+[条款项]", basis_citation(each) or "")


def test_the_broken_duty_is_cited_from_the_law_it_stands_in() -> None:
    assert violated_citation(item("AQ-103-1-0-UA")) == "《中华人民共和国安全生产法》第四十九条第一款"
    old_measure = CATALOGUE.get("CF-052-1-1-UA")
    assert old_measure is not None
    assert violated_citation(old_measure) == "《中华人民共和国安全生产法》第七十二条"


def test_a_duty_that_is_not_known_exactly_is_not_cited() -> None:
    for code in ("CF-050-1-0-UA", "AQ-112-1-0-U", "AQ-090-1-1-D"):
        assert violated_citation(item(code)) is None


def test_unknown_amounts_stay_unknown() -> None:
    for each in CATALOGUE.items:
        if each.fine_basis in {FineBasis.NONE, FineBasis.INCOME_RATIO, FineBasis.ORIGINAL_FINE_DAILY}:
            assert (each.fine_min_fen, each.fine_max_fen) == (None, None)
        if each.fine_basis is FineBasis.FIXED:
            assert each.fine_min_fen is not None
            assert each.fine_max_fen is not None
            assert 0 <= each.fine_min_fen <= each.fine_max_fen


def test_amounts_are_in_fen() -> None:
    serious = [each for each in CATALOGUE.items if each.law == "安全生产法" and each.article == 114]
    extra = next(
        each for each in serious if each.fine_max_fen and each.escalation is Escalation.ACCIDENT_EXTRA
    )
    assert (extra.fine_min_fen, extra.fine_max_fen) == (1_000_000_000, 2_000_000_000)


def test_the_last_day_of_a_rule_is_still_under_it() -> None:
    old = "CF-050-1-0-UA"
    assert CATALOGUE.at(old, date(2026, 1, 31)).code == old
    with pytest.raises(
        UserError, match=r"2026年2月1日不适用：.*适用到2026年1月31日为止，其后见应急管理部令第18号"
    ):
        CATALOGUE.at(old, date(2026, 2, 1))


def test_the_first_day_of_a_rule_is_under_it() -> None:
    assert CATALOGUE.at("AQ-112-1-0-U", date(2021, 9, 1))
    with pytest.raises(UserError, match="自2021年9月1日起施行"):
        CATALOGUE.at("AQ-112-1-0-U", date(2021, 8, 31))


def test_an_unknown_code_is_refused() -> None:
    assert CATALOGUE.get("XX-1") is None
    with pytest.raises(UserError, match="没有编号“XX-1”"):
        CATALOGUE.at("XX-1", TODAY)


@given(st.dates(date(1995, 1, 1), date(2030, 1, 1)))
def test_an_item_is_offered_exactly_when_it_can_be_taken(day: date) -> None:
    offered = {each.code for each in CATALOGUE.items_on(day)}
    for each in CATALOGUE.items[::25]:
        if each.code in offered:
            assert CATALOGUE.at(each.code, day) is each
        else:
            with pytest.raises(UserError):
                CATALOGUE.at(each.code, day)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("AQ-112", "AQ-112-1-0-U"),
        ("aq-112", "AQ-112-1-0-U"),
        ("第112条", "AQ-112-1-0-U"),
        ("第一百一十二条", "AQ-112-1-0-U"),
        ("安全生产法 拒不改正", "AQ-112-1-0-U"),
        ("瞒不报 主要负责人", "AQ-110-2-1-M"),
    ],
)
def test_a_picker_finds_by_act_law_article_or_code(text: str, code: str) -> None:
    assert code in {each.code for each in CATALOGUE.find(text, TODAY)}


def test_nothing_searched_is_everything_in_force() -> None:
    assert CATALOGUE.find(" ", TODAY) == CATALOGUE.items_on(TODAY)
    assert CATALOGUE.find("没有这种违法行为", TODAY) == ()


def test_an_empty_catalogue_offers_nothing() -> None:
    assert penalty_catalogue([]).items_on(TODAY) == ()
