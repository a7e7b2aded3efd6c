"""Values read on paper as an office writes them."""

from datetime import date, datetime

import pytest

from qtapp.formkit.shows import day, moment, money, numbered, shown, span_of_time, ticks


def test_a_day_has_no_leading_noughts() -> None:
    assert day(date(2026, 3, 5)) == "2026年3月5日"
    assert day(None) == ""


def test_minutes_keep_their_nought() -> None:
    assert moment(datetime(2026, 3, 5, 9, 5)) == "2026年3月5日9时05分"


def test_a_time_within_a_day_names_the_day_once() -> None:
    morning = datetime(2026, 3, 5, 9, 30)
    assert span_of_time(morning, datetime(2026, 3, 5, 11, 5)) == "2026年3月5日9时30分至11时05分"
    assert span_of_time(morning, datetime(2026, 3, 6, 1, 0)).endswith("至2026年3月6日1时00分")
    assert span_of_time(morning, None) == "2026年3月5日9时30分"
    assert span_of_time(None, None) == ""


def test_days_are_named_from_the_first_to_the_last() -> None:
    days = {"start": date(2026, 3, 5), "end": date(2026, 3, 7)}
    assert shown("date_range", days) == "2026年3月5日至2026年3月7日"
    assert shown("date_range", {**days, "end": date(2026, 3, 5)}) == "2026年3月5日"
    assert shown("date_range", {"start": None, "end": None}) == ""


def test_a_field_for_a_day_shows_no_hour() -> None:
    assert shown("date", datetime(2026, 3, 5, 9, 30)) == "2026年3月5日"


def test_money_is_written_in_capitals_and_in_figures() -> None:
    assert money(2_000_000) == "贰万元整（¥20,000.00）"
    assert money(None) == ""


def test_an_option_is_ticked_by_its_own_words_before_by_its_beginning() -> None:
    assert ticks(("重大事故隐患", "事故隐患", "事故隐患（重大）"), ["事故隐患"]) == (
        "□重大事故隐患　☑事故隐患　□事故隐患（重大）"
    )
    assert ticks(("来信", "来电（12350）"), ["来电"]) == "□来信　☑来电（12350）"


def test_a_choice_that_the_paper_does_not_offer_is_not_lost() -> None:
    assert ticks(("男", "女"), ["其他"]) == "□男　□女　☑其他"


def test_nothing_is_ticked_where_nothing_was_chosen() -> None:
    assert ticks(("是", "否"), [""]) == "□是　□否"


def test_options_can_stand_so_many_in_a_line() -> None:
    assert ticks(("甲", "乙", "丙"), ["丙"], 2) == "□甲　□乙\n☑丙"


def test_a_list_is_numbered_from_one() -> None:
    assert numbered(["甲", "乙"]) == ["1.甲", "2.乙"]


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("bool", False, "否"),
        ("bool", True, "是"),
        ("text", None, ""),
        ("integer", 0, "0"),
        ("money", 5, "伍分（¥0.05）"),
        ("list", ("甲", "乙"), "1.甲\n2.乙"),
        ("officers", ("沈一", "陆二"), "沈一、陆二"),
        ("datetime_range", {"start": datetime(2026, 3, 5, 9, 0), "end": None}, "2026年3月5日9时00分"),
    ],
)
def test_every_kind_of_value_reads_as_one_text(kind: str, value: object, words: str) -> None:
    assert shown(kind, value) == words
