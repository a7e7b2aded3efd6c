"""A record's declaration decides how values are read, shown and judged."""

import json
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtapp.domain.cases import Case, Decision, Party
from qtapp.domain.catalogue import RECORDS
from qtapp.domain.complaints import Complaint
from qtapp.domain.errors import UserError
from qtapp.domain.kinds import Kind
from qtapp.domain.plain import make, plain, read, revive, show
from qtapp.domain.record import FieldType, Record, field_of, fields_of


@pytest.mark.parametrize("cls", RECORDS.values(), ids=lambda cls: cls.KIND.value)
def test_every_field_has_a_label_of_its_own(cls: type[Record]) -> None:
    labels = [field.label for field in fields_of(cls)]
    assert all(labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("cls", RECORDS.values(), ids=lambda cls: cls.KIND.value)
def test_an_empty_record_says_what_is_missing_and_nothing_else(cls: type[Record]) -> None:
    """No fault is found in a field that nobody has filled in yet, but for the required ones."""
    texts = [problem.text for problem in cls().problems()]
    assert all(text.startswith("请填写") for text in texts), texts


def test_only_the_informant_is_sealed() -> None:
    sealed = {(kind, f.name) for kind, cls in RECORDS.items() for f in fields_of(cls) if f.sealed}
    names = ("name", "gender", "id", "phone", "address", "employer")
    assert sealed == {(Kind.COMPLAINT, f"informant_{name}") for name in names} | {
        (Kind.COMPLAINT, "is_employee")
    }


def test_sealed_fields_are_never_searched() -> None:
    assert not [
        f for cls in RECORDS.values() for f in fields_of(cls) if f.search and (f.sealed or f.personal)
    ]


@pytest.mark.parametrize(
    ("field", "raw", "value"),
    [
        ("received_at", "2021.9.1 9:30", datetime(2021, 9, 1, 9, 30)),
        ("received_at", "２０２１年９月１日", datetime(2021, 9, 1)),
        ("outer_due_on", 44440, date(2021, 9, 1)),
        ("category", "事故隐患，其他", ("事故隐患", "其他")),
        ("deaths", "是", True),
        ("visitors", "３", 3),
        ("outer_number", 20210901.0, "20210901"),
        ("content", "  两行\n字  ", "两行\n字"),
    ],
)
def test_values_are_read_as_offices_write_them(field: str, raw: object, value: object) -> None:
    assert read(field_of(Complaint, field), raw) == value


@pytest.mark.parametrize(
    ("field", "raw", "words"),
    [
        ("received_at", "去年秋天", "接报时间"),
        ("visitors", "几个人", "来访人数"),
        ("deaths", "不清楚", "是 或 否"),
    ],
)
def test_a_value_that_cannot_be_read_is_named_with_its_field(field: str, raw: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        read(field_of(Complaint, field), raw)


def test_a_sealed_value_is_not_repeated_in_a_problem() -> None:
    _, problems = make(Complaint, {"is_employee": "甄密名"})
    assert [problem.value for problem in problems] == [""]


@given(
    st.builds(
        Case,
        cause=st.text(max_size=20),
        discovered_on=st.none() | st.dates(),
        parties=st.lists(st.builds(Party, name=st.text(max_size=5), age=st.none() | st.integers(0, 99))).map(
            tuple
        ),
        decisions=st.lists(
            st.builds(
                Decision,
                party=st.text(max_size=5),
                fine_fen=st.none() | st.integers(0, 10**12),
                kinds=st.lists(st.sampled_from(["警告", "罚款"]), unique=True).map(tuple),
                decided_on=st.none() | st.dates(),
            )
        ).map(tuple),
    )
)
def test_plain_values_and_back_give_the_same_record(case: Case) -> None:
    assert revive(Case, json.loads(json.dumps(plain(case)))) == case


def test_a_fault_inside_a_row_says_which_row() -> None:
    case = Case(cause="x", facts="x", decisions=(Decision(party="甲", kinds=("罚款",)),))
    texts = [problem.text for problem in case.problems() if problem.field == "decisions"]
    assert any("第 1 行" in text and "罚款" in text for text in texts)


def test_values_are_shown_as_people_read_them() -> None:
    shown = {
        "total_fen": (843_120_000, "8,431,200.00"),
        "filed_on": (date(2021, 9, 1), "2021-09-01"),
        "parties": ((Party(name="甲"),), "1 项"),
    }
    for name, (value, words) in shown.items():
        assert show(field_of(Case, name), value) == words


def test_every_choice_begins_differently_enough_to_be_told_apart() -> None:
    for cls in RECORDS.values():
        for field in fields_of(cls):
            if field.type is FieldType.CHOICE:
                assert len(set(field.choices)) == len(field.choices)
