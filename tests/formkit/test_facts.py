"""Facts are looked up by the paths that forms name."""

from qtapp.formkit.facts import given, look_up

FACTS = {"case": {"facts": "甲", "items": ("乙", "丙"), "none": "", "no": False, "nought": 0}}


def test_a_fact_that_nobody_gathered_is_not_known() -> None:
    assert look_up(FACTS, "case.other") is None
    assert look_up(FACTS, "party.name") is None


def test_the_first_known_fact_is_taken() -> None:
    assert look_up(FACTS, "case.none|party.name|case.facts") == "甲"
    assert look_up(FACTS, "case.none|party.name") is None


def test_a_plain_no_is_known() -> None:
    assert look_up(FACTS, "case.no|case.facts") is False
    assert look_up(FACTS, "case.nought|case.facts") == 0


def test_joined_facts_stand_line_by_line_with_lists_numbered() -> None:
    assert look_up(FACTS, "case.facts+case.items") == "甲\n1.乙\n2.丙"
    assert look_up(FACTS, "case.none+case.facts") == "甲"
    assert look_up(FACTS, "case.none+case.other") is None


def test_a_time_without_a_beginning_or_an_end_says_nothing() -> None:
    assert not given({"start": None, "end": None})
    assert given({"start": "9时", "end": None})
