"""The five steps of a case, and what the next one asks for."""

from datetime import date

from qtapp.domain.cases import ORDER, Case, Decision, Step, StepKind, next_step
from qtapp.ui.kit.step_bar import StepShown

# What the approver usually writes; offered, and changed where the paper says otherwise.
OPINIONS: dict[StepKind, str] = {
    StepKind.FILING: "同意立案。",
    StepKind.APPROVAL: "同意承办人意见，按拟处罚意见办理。",
    StepKind.NOTICE: "已送达行政处罚告知书，告知其陈述、申辩的权利。",
    StepKind.DECISION: "同意作出行政处罚决定。",
    StepKind.CLOSING: "同意结案。",
}
# The form that belongs to a step, offered for printing when it is taken.
FORM_OF: dict[StepKind, tuple[str, ...]] = {
    StepKind.FILING: ("case_filing_approval",),
    StepKind.APPROVAL: ("case_disposition_approval",),
    StepKind.NOTICE: ("penalty_notice",),
    StepKind.DECISION: ("penalty_decision_unit", "penalty_decision_person"),
    StepKind.CLOSING: ("closing_approval",),
}
USUAL = tuple(form for forms in FORM_OF.values() for form in forms)


def steps_of(case: Case) -> tuple[StepShown, ...]:
    return tuple(_shown(case, kind) for kind in ORDER)


def _shown(case: Case, kind: StepKind) -> StepShown:
    step = case.step(kind)
    return StepShown(kind, step is not None, _under(step) if step else "")


def _under(step: Step) -> str:
    day = f"{step.taken_on.month}-{step.taken_on.day}" if step.taken_on else ""
    return f"{day} {step.person}"


def step_offered(case: Case, today: date) -> Step | None:
    """The next step with what is usual: today, the one who signed last, the customary opinion."""
    kind = next_step(case)
    if kind is None:
        return None
    last = case.steps[-1].person if case.steps else ""
    return Step(kind=kind, taken_on=today, person=last, opinion=OPINIONS[kind])


def decisions_for(case: Case) -> tuple[Decision, ...]:
    """One decision a party, in their order; what was written for a party that is gone is dropped."""
    kept = {decision.party: decision for decision in case.decisions}
    return tuple(kept.get(party.name, Decision(party=party.name)) for party in case.parties if party.name)
