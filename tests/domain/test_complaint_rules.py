"""What a complaint may say, and how alike two are."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtapp.domain.complaints import CHANNEL_FIELDS, Channel, Complaint, Instruction, similarity

GOOD = Complaint(channel="来电", content="仓库堵塞消防通道", target_name="岱山机械厂")


def faults(complaint: Complaint) -> dict[str, str]:
    return {problem.field: problem.text for problem in complaint.problems()}


def test_each_channel_has_its_own_fields() -> None:
    assert set(CHANNEL_FIELDS) == set(Channel)
    assert "visitors" in faults(replace(GOOD, visitors=2))
    assert "visitors" not in faults(replace(GOOD, channel="来访", visitors=2))


def test_a_channel_that_is_none_is_told_with_the_choices() -> None:
    assert "来电" in faults(replace(GOOD, channel="托人带话"))["channel"]


@pytest.mark.parametrize("words", ["王某某说的", "电话13912345678"])
def test_a_transfer_text_that_names_the_informant_is_refused(words: str) -> None:
    told = replace(GOOD, informant_name="王某某", informant_phone="13912345678", transfer_text=words)
    assert "改写" in faults(told)["transfer_text"]


@pytest.mark.parametrize("part", ["chief", "leader", "department", "requirement", "due_on", "instructed_on"])
def test_an_instruction_lacks_nothing(part: str) -> None:
    whole = Instruction(
        chief="施一",
        leader="顾二",
        department="执法大队",
        requirement="依法查处",
        due_on=date(2026, 3, 20),
        instructed_on=date(2026, 3, 3),
    )
    assert not whole.problems()
    assert [p.field for p in replace(whole, **{part: type(whole)().__getattribute__(part)}).problems()] == [
        part
    ]


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_the_same_from_both_sides(one: str, other: str) -> None:
    assert similarity(one, other) == similarity(other, one)
    assert 0 <= similarity(one, other) <= 1


def test_the_same_account_in_other_words_is_alike() -> None:
    one = "车间里电焊工没有证，天天在仓库旁边动火"
    other = "车间电焊工没有证，每天在仓库旁边动火作业"
    assert similarity(one, one) == 1
    assert similarity(one, other) > 0.5
    assert similarity(one, "加油站夜间卸油无人值守") < 0.2
