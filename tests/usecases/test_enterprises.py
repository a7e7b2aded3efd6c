"""The enterprise roster: one firm one code, and every way an office looks for a firm."""

from dataclasses import replace

import pytest

from qtapp.app.demo.codes import credit_code
from qtapp.domain.enterprises import Enterprise
from qtapp.domain.errors import Invalid
from qtapp.store.store import Work
from qtapp.usecases import enterprises as use
from qtapp.usecases.records import search

FIRM = Enterprise(name="海岱市䶮泽机械有限公司", credit_code=credit_code(1), legal_rep="沈𠅤")


def test_a_credit_code_stands_in_the_roster_once(work: Work) -> None:
    use.enter_enterprise(work, FIRM)
    with pytest.raises(Invalid, match="已登记在“海岱市䶮泽机械有限公司”名下"):
        use.enter_enterprise(work, Enterprise(name="另一家", credit_code=credit_code(1).lower()))


def test_a_mistyped_credit_code_is_handed_back(work: Work) -> None:
    wrong = credit_code(1)[:-1] + ("A" if credit_code(1)[-1] != "A" else "B")
    with pytest.raises(Invalid, match="校验位不符") as refused:
        use.enter_enterprise(work, replace(FIRM, credit_code=wrong))
    assert [problem.field for problem in refused.value.problems] == ["credit_code"]


def test_firms_of_one_name_are_told_apart_by_their_codes_only(work: Work) -> None:
    use.enter_enterprise(work, FIRM)
    use.enter_enterprise(work, replace(FIRM, credit_code=credit_code(2)))
    with pytest.raises(Invalid, match="已在企业名录中"):
        use.enter_enterprise(work, replace(FIRM, credit_code=""))


def test_a_name_given_up_goes_on_as_a_former_name(work: Work) -> None:
    kept = use.enter_enterprise(work, FIRM)
    changed = use.change_enterprise(work, replace(kept, name="海岱市云泊机械有限公司"))
    again = use.change_enterprise(work, replace(changed, name="海岱市华汀机械有限公司"))
    assert again.former_names == "海岱市䶮泽机械有限公司、海岱市云泊机械有限公司"
    assert [firm.id for firm in use.find_enterprises(work, "䶮泽")] == [kept.id]


@pytest.mark.parametrize("typed", ["䶮泽", "机械有限", "hdsyz", "HDSYZJX", credit_code(1)[8:], "yzjx"])
def test_a_firm_is_found_by_characters_initials_or_code(work: Work, typed: str) -> None:
    use.enter_enterprise(work, FIRM)
    use.enter_enterprise(work, Enterprise(name="海岱市方楷家具厂", credit_code=credit_code(77)))
    assert [firm.name for firm in use.find_enterprises(work, typed)] == [FIRM.name]


def test_a_hidden_mark_does_not_make_another_firm(work: Work) -> None:
    use.enter_enterprise(work, Enterprise(name="甲厂"))
    with pytest.raises(Invalid, match="已在企业名录中"):
        use.enter_enterprise(work, Enterprise(name="甲\u200b厂 "))


def test_nothing_typed_finds_nothing(work: Work) -> None:
    use.enter_enterprise(work, FIRM)
    assert use.find_enterprises(work, "  ") == []
    assert use.find_enterprises(work, "没有这家") == []


def test_a_rare_head_is_found_by_the_one_search(work: Work) -> None:
    use.enter_enterprise(work, FIRM)
    total, hits = search(work, "沈𠅤")
    assert (total, hits[0].title) == (1, FIRM.name)
