"""A case's life as diary entries: opened, filed, proposed, notified, decided, closed."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random

from qtapp.app.demo.diary import Act, Desk, Diary
from qtapp.app.demo.firms import identity_of
from qtapp.app.demo.plans import Offence, World
from qtapp.app.demo.samples import Personal
from qtapp.app.demo.wording import REVIEWS, defence_of, discretion_of, evidence_of, facts_of, proposal_of
from qtapp.domain.cases import Case, Decision, Origin, Party, Source, Step, StepKind, Violation
from qtapp.usecases.cases import (
    case_from_complaint,
    case_from_inspection,
    change_case,
    open_case,
    take_step,
    violation_of,
)


@dataclass(frozen=True)
class File:
    """A case's plan with the words and people of its file."""

    offence: Offence
    rng: Random
    chief: str
    deputy: str
    reviewer: str
    facts: str

    @property
    def handler(self) -> str:
        return self.offence.officers[0].name if self.offence.officers else ""


def enter_case(diary: Diary, world: World, offence: Offence) -> None:
    rng = Random(offence.key)  # noqa: S311 - words of a sample, not a secret
    roster = world.roster
    file = File(
        offence,
        rng,
        roster.chief().name,
        world.rng.choice(roster.leaders()).name,
        roster.of_duty("政策法规科").name,
        facts_of(offence, rng),
    )
    opened = min(offence.filed_on, offence.discovered_on + timedelta(days=3))
    if offence.filed_on > world.year_end:
        opened = offence.discovered_on
    opening = offence.told.result_on if offence.told and not offence.visit else opened
    diary.enter(_at(max(opening, offence.discovered_on), 17, 50), "案件登记", lambda desk: _open(desk, file))
    _enter_steps(diary, file)


def _at(day: date, hour: int, minute: int) -> datetime:
    return datetime.combine(day, time(hour, minute))


def _enter_steps(diary: Diary, file: File) -> None:
    offence = file.offence
    diary.enter(
        _at(offence.filed_on, 18, 0), "案件立案", _step(file, StepKind.FILING, file.deputy, "同意立案。")
    )
    if offence.approved_on:
        diary.enter(_at(offence.approved_on, 10, 0), "法制审核", lambda desk: _propose(desk, file))
        step = _step(file, StepKind.APPROVAL, file.chief, proposal_of(offence))
        diary.enter(_at(offence.approved_on, 16, 0), "案件呈批", step)
    if offence.notified_on:
        step = _step(file, StepKind.NOTICE, file.handler, "已将行政处罚告知书直接送达当事人。")
        diary.enter(_at(offence.notified_on, 15, 0), "处罚告知", step)
    if offence.decided_on:
        diary.enter(_at(offence.decided_on, 9, 0), "陈述申辩", lambda desk: _hear(desk, file))
        step = _step(file, StepKind.DECISION, file.chief, "同意作出行政处罚决定。")
        diary.enter(_at(offence.decided_on, 16, 30), "处罚决定", step)
    if offence.closed_on:
        step = _step(file, StepKind.CLOSING, file.deputy, "罚款已缴纳，违法行为已改正，同意结案。")
        diary.enter(_at(offence.closed_on, 16, 50), "案件结案", step)


def _step(file: File, kind: StepKind, person: str, opinion: str) -> Act:
    def act(desk: Desk) -> None:
        step = Step(kind=kind, taken_on=desk.work.today, person=person, opinion=opinion)
        take_step(desk.work, desk.office, desk.ids[file.offence.key], step)

    return act


def _open(desk: Desk, file: File) -> None:
    offence = file.offence
    draft = _base(desk, offence)
    person = offence.act.person
    parties = [*draft.parties] or [Party(name=offence.firm.name)]
    if offence.person:
        parties.append(_person_party(offence))
    draft = replace(
        draft,
        cause=offence.act.cause,
        source=offence.source or draft.source,
        origin=Origin.ACCIDENT if offence.accident else Origin.PREVENTIVE,
        department=offence.department,
        discovered_on=offence.discovered_on,
        parties=tuple(parties),
        facts=file.facts,
        violations=_violations(desk, offence, person if offence.person else None),
        handlers=offence.officers or (),
    )
    desk.ids[offence.key] = open_case(desk.work, desk.office, draft).id


def _base(desk: Desk, offence: Offence) -> Case:
    """The draft as its source gives it."""
    if offence.visit:
        return case_from_inspection(desk.work, desk.ids[offence.visit.key])
    if offence.told:
        return case_from_complaint(desk.work, desk.ids[offence.told.key])
    return Case(source=Source.INSPECTION)


def _person_party(offence: Offence) -> Party:
    accused = offence.person
    if accused is None:
        raise ValueError(offence.key)
    identity = identity_of(accused.serial, accused.gender)
    return Party(
        kind="个人",
        name=accused.name,
        identity_number=identity,
        gender=accused.gender,
        age=offence.discovered_on.year - int(identity[6:10]),
        legal_rep_title=accused.role,
        employer=offence.firm.name,
        address=offence.firm.address,
        phone=offence.firm.phone,
    )


def _violations(desk: Desk, offence: Offence, person: Personal | None) -> tuple[Violation, ...]:
    found = [
        _violation(desk, offence.act.code, offence.discovered_on, offence.act.cause, offence.act.violated)
    ]
    if person:
        found.append(
            _violation(
                desk, person.code, offence.discovered_on, person.fact, person.violated or offence.act.violated
            )
        )
    return tuple(found)


def _violation(desk: Desk, code: str, on: date, fact: str, violated: str) -> Violation:
    """As the catalogue has it; the provision broken is the sample's where the catalogue cannot name it."""
    known = violation_of(desk.office, code, on, fact)
    return replace(known, violated=violated or known.violated)


def _propose(desk: Desk, file: File) -> None:
    """The file before it is handed up: evidence, discretion, what is proposed, the legal section's word."""
    offence = file.offence
    case = desk.work.of(Case).get(desk.ids[offence.key])
    item = desk.office.law.penalties.at(offence.act.code, offence.discovered_on)
    changed = replace(
        case,
        evidence=(*case.evidence, *evidence_of(offence, file.rng)),
        discretion=discretion_of(offence, item, file.rng),
        legal_review=f"{file.rng.choice(REVIEWS)}（审核人：{file.reviewer}）",
        decisions=_decisions(offence),
    )
    change_case(desk.work, desk.office, changed)


def _decisions(offence: Offence) -> tuple[Decision, ...]:
    unit = Decision(
        party=offence.firm.name,
        kinds=offence.act.kinds,
        fine_fen=offence.fine.fen if offence.fine else None,
        confiscated_fen=offence.gains_fen or None,
    )
    if not (offence.person and offence.person_fine):
        return (unit,)
    kinds = ("警告", "罚款") if "警告" in offence.act.kinds else ("罚款",)
    return (unit, Decision(party=offence.person.name, kinds=kinds, fine_fen=offence.person_fine.fen))


def _hear(desk: Desk, file: File) -> None:
    case = desk.work.of(Case).get(desk.ids[file.offence.key])
    change_case(desk.work, desk.office, replace(case, defence=defence_of(file.offence, file.rng)))
