"""The weekly study session: called, marked by exception, counted."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from qtapp.domain.cleaning import cleaned
from qtapp.domain.errors import Invalid, Problem
from qtapp.domain.numbering import SESSIONS
from qtapp.domain.officers import Officer
from qtapp.domain.study import Attendance, Mark, RollException, Session, counted
from qtapp.store.store import Work


def register_session(work: Work, draft: Session) -> Session:
    draft = replace(cleaned(draft), caller=draft.caller or work.who)
    if problems := draft.problems():
        raise Invalid(*problems)
    sessions = work.of(Session)
    kept = sessions.add(draft, "登记学习")
    if draft.number:
        work.numbers.adopt(SESSIONS, work.bureau, kept.number, kept.KIND, kept.id)
        return kept
    held = kept.held_on or work.today
    return sessions.update(replace(kept, number=work.number(SESSIONS, held.year, kept)), "编号")


def change_session(work: Work, changed: Session) -> Session:
    changed = cleaned(changed)
    held = changed.held_on or work.today
    moved = work.numbers.year_problems(changed.number, held.year, "held_on")
    if problems := [*changed.problems(), *moved]:
        raise Invalid(*problems)
    return work.of(Session).update(changed, "修改学习")


def expected(work: Work, on: date) -> list[Officer]:
    """Everyone on the roster that day, by department and name: who is called."""
    active = [officer for officer in work.of(Officer).all() if officer.active_on(on)]
    return sorted(active, key=lambda officer: (officer.department, officer.id))


def call_roll(work: Work, session_id: int, exceptions: Iterable[RollException]) -> Session:
    """Mark everyone present but the exceptions. Called again, it corrects the marks."""
    session = work.of(Session).get(session_id)
    on = session.held_on or work.today
    if on > work.today:
        raise Invalid(Problem("held_on", f"{session.number} 定在 {on}，还没有到，不能点名"))
    people = expected(work, on)
    marks = {exception.officer_id: exception for exception in exceptions}
    if strangers := set(marks) - {officer.id for officer in people}:
        name = work.of(Officer).get(min(strangers)).name
        raise Invalid(Problem("officer_id", f"{name} 在 {on} 不在册，不点名"))
    earlier = {mark.officer_id: mark for mark in work.of(Attendance).all(session_id=session.id)}
    called = [
        _mark(work, session, officer, marks.get(officer.id), earlier.get(officer.id)) for officer in people
    ]
    should, there = counted(called)
    return work.of(Session).update(replace(session, expected=should, present=there), "点名")


def _mark(
    work: Work,
    session: Session,
    officer: Officer,
    exception: RollException | None,
    earlier: Attendance | None,
) -> Attendance:
    mark = Attendance(
        session_id=session.id,
        session_number=session.number,
        held_on=session.held_on,
        officer_id=officer.id,
        officer_name=officer.name,
        department=officer.department,
        mark=exception.mark if exception else Mark.PRESENT,
        reason=exception.reason if exception else "",
    )
    if earlier is None:
        return work.of(Attendance).add(mark, "点名")
    return work.of(Attendance).update(replace(mark, id=earlier.id, version=earlier.version), "更正点名")


def roll(work: Work, session_id: int) -> list[Attendance]:
    """The marks of a session in the order in which people are called."""
    return sorted(
        work.of(Attendance).all(session_id=session_id), key=lambda mark: (mark.department, mark.officer_id)
    )
