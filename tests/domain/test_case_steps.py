"""A case goes from filing to closing in order, dated in order, with what each step needs."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtapp.domain.cases import ORDER, Case, Decision, Party, State, Step, StepKind, Violation, next_step, take
from qtapp.domain.errors import UserError
from qtapp.domain.officers import Handler

START = date(2026, 3, 2)
CASE = Case(
    number="应急立〔2026〕1号",
    cause="未按规定培训",
    facts="无",
    discovered_on=START,
    parties=(Party(name="甲厂"),),
    handlers=(Handler(name="甲"), Handler(name="乙")),
    violations=(Violation(act_on=START, fact="未培训", violated="x", basis="y"),),
    decisions=(Decision(party="甲厂", kinds=("罚款",), fine_fen=2_000_000),),
)


def step(kind: StepKind, day: date = START) -> Step:
    return Step(kind=kind, taken_on=day, person="顾二", opinion="同意")


def walked(*kinds: StepKind) -> Case:
    case = CASE
    for place, kind in enumerate(kinds):
        case = take(case, step(kind, START + timedelta(days=place)))
    return case


def test_only_one_order_of_steps_is_taken() -> None:
    taken = []
    for order in permutations(ORDER):
        try:
            walked(*order)
        except UserError:
            continue
        taken.append(order)
    assert taken == [ORDER]


def test_a_closed_case_has_its_dates_and_its_sum() -> None:
    case = walked(*ORDER)
    assert (case.filed_on, case.decided_on, case.closed_on) == (
        START,
        START + timedelta(3),
        START + timedelta(4),
    )
    assert (case.state, case.total_fen, next_step(case)) == (State.CLOSED, 2_000_000, None)
    assert case.decisions[0].decided_on == case.decided_on


@given(st.integers(-400, 400))
def test_no_step_is_dated_before_the_one_that_precedes_it(days: int) -> None:
    filed = take(CASE, step(StepKind.FILING))
    second = step(StepKind.APPROVAL, START + timedelta(days=days))
    if days < 0:
        with pytest.raises(UserError, match="早于"):
            take(filed, second)
    else:
        assert take(filed, second).state == State.APPROVED


def test_an_undecided_case_counts_no_money() -> None:
    assert walked(StepKind.FILING, StepKind.APPROVAL, StepKind.NOTICE).total_fen is None


@pytest.mark.parametrize(
    ("change", "words"),
    [({"violations": ()}, "违法行为"), ({"decisions": ()}, "处罚决定")],
)
def test_an_approval_without_what_it_decides_on_is_refused(change: dict[str, object], words: str) -> None:
    bare = replace(take(CASE, step(StepKind.FILING)), **change)  # type: ignore[arg-type]
    with pytest.raises(UserError, match=words):
        take(bare, step(StepKind.APPROVAL))


def test_a_decision_on_somebody_who_is_no_party_is_a_fault() -> None:
    odd = replace(CASE, decisions=(Decision(party="乙厂", kinds=("警告",)),))
    assert any("乙厂" in problem.text for problem in odd.problems())
