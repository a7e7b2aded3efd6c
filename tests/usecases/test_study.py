"""The roll call: everyone is there but the exceptions, and it can be called again."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from qtapp.domain.errors import Invalid
from qtapp.domain.officers import Officer
from qtapp.domain.study import Attendance, Mark, RollException, Session
from qtapp.store.store import Work
from qtapp.usecases import study as use
from qtapp.usecases.desk import studied_this_week
from qtapp.usecases.office import Office
from qtapp.usecases.officers import enter_officer, leave
from qtapp.usecases.registering import DOORS

HELD = date(2026, 2, 27)
SESSION = Session(held_on=HELD, place="三楼会议室", topic="安全生产法", host="施一")


def staff(work: Work, count: int = 5) -> list[Officer]:
    return [
        enter_officer(
            work, Officer(name=f"人{place}", department=f"科{place % 2}", joined_on=date(2020, 1, 1))
        )
        for place in range(count)
    ]


def test_all_are_marked_present_but_the_exceptions(work: Work) -> None:
    people = staff(work)
    session = use.register_session(work, SESSION)
    marks = (
        RollException(officer_id=people[0].id, mark=Mark.LATE),
        RollException(officer_id=people[1].id, mark=Mark.DUTY, reason="赴企业检查"),
    )
    called = use.call_roll(work, session.id, marks)
    assert (called.expected, called.present) == (5, 4)  # whoever came late was there
    told = {mark.officer_name: (mark.mark, mark.reason) for mark in use.roll(work, session.id)}
    assert told["人1"] == ("公出", "赴企业检查")
    assert told["人2"] == ("到", "")


def test_called_again_the_roll_is_corrected_not_doubled(work: Work) -> None:
    people = staff(work)
    session = use.register_session(work, SESSION)
    use.call_roll(work, session.id, [RollException(officer_id=people[0].id, mark=Mark.ABSENT)])
    called = use.call_roll(work, session.id, [])
    assert called.present == 5
    assert work.of(Attendance).count() == 5


def test_people_are_called_by_department(work: Work) -> None:
    staff(work)
    session = use.register_session(work, SESSION)
    use.call_roll(work, session.id, [])
    assert [mark.department for mark in use.roll(work, session.id)] == ["科0"] * 3 + ["科1"] * 2


def test_only_those_on_the_roster_that_day_are_called(work: Work) -> None:
    people = staff(work)
    leave(work, people[0].id, HELD)
    enter_officer(work, Officer(name="新来", department="科0", joined_on=date(2026, 2, 28)))
    assert [officer.name for officer in use.expected(work, HELD)] == ["人2", "人4", "人1", "人3"]
    session = use.register_session(work, SESSION)
    with pytest.raises(Invalid, match="人0 在 2026-02-27 不在册"):
        use.call_roll(work, session.id, [RollException(officer_id=people[0].id)])


def test_sessions_are_numbered_by_the_year_they_are_held_in(work: Work) -> None:
    earlier = use.register_session(work, replace(SESSION, held_on=date(2025, 12, 26)))
    assert (earlier.number, use.register_session(work, SESSION).number) == (
        "应急学〔2025〕1号",
        "应急学〔2026〕1号",
    )


def test_a_session_says_what_is_missing(work: Work) -> None:
    with pytest.raises(Invalid) as refused:
        use.register_session(work, Session())
    assert {problem.field for problem in refused.value.problems} == {"held_on", "place", "topic", "host"}


def mark(**values: object) -> Attendance:
    facts: dict[str, object] = {"officer_name": "人1", "mark": Mark.LEAVE}
    return Attendance(**{**facts, **values})  # type: ignore[arg-type]


def test_a_mark_out_of_a_ledger_belongs_to_its_session_and_person(work: Work, office: Office) -> None:
    people = staff(work)
    session = use.register_session(work, SESSION)
    DOORS.enter(work, office, mark(session_number=session.number))
    [kept] = use.roll(work, session.id)
    assert (kept.officer_id, kept.held_on, kept.mark) == (people[1].id, HELD, "请假")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({}, "session_number"),
        ({"session_number": "应急学〔2026〕9号"}, "session_number"),
        ({"session_number": "应急学〔2026〕1号", "officer_name": "张䶮"}, "officer_name"),
        ({"session_number": "应急学〔2026〕1号", "officer_name": ""}, "officer_name"),
    ],
)
def test_a_mark_without_session_or_person_is_handed_back(
    work: Work, office: Office, values: dict[str, object], field: str
) -> None:
    staff(work)
    use.register_session(work, SESSION)
    with pytest.raises(Invalid) as refused:
        DOORS.enter(work, office, mark(**values))
    assert [problem.field for problem in refused.value.problems] == [field]
    assert work.of(Attendance).count() == 0


def test_one_person_has_one_mark_a_session(work: Work, office: Office) -> None:
    staff(work)
    session = use.register_session(work, SESSION)
    use.call_roll(work, session.id, [])
    with pytest.raises(Invalid, match="已经有点名记录"):
        DOORS.enter(work, office, mark(session_number=session.number))


def test_two_of_one_name_are_told_apart_by_department(work: Work, office: Office) -> None:
    numbers = ("110105194912310029", "11010519491231002X")
    first, second = (
        work.of(Officer).add(Officer(name="同名", department=f"科{place}", identity_number=number))
        for place, number in enumerate(numbers)
    )
    session = use.register_session(work, SESSION)
    with pytest.raises(Invalid, match="有同名的人"):
        DOORS.enter(work, office, mark(session_number=session.number, officer_name="同名"))
    DOORS.enter(work, office, mark(session_number=session.number, officer_name="同名", department="科1"))
    assert [m.officer_id for m in use.roll(work, session.id)] == [second.id]
    assert first.id != second.id


def test_a_session_still_to_come_is_not_called_yet(work: Work) -> None:
    staff(work)
    session = use.register_session(work, replace(SESSION, held_on=date(2026, 3, 6)))
    with pytest.raises(Invalid, match="还没有到，不能点名"):
        use.call_roll(work, session.id, [])


def test_a_session_stays_in_the_year_of_its_number(work: Work) -> None:
    session = use.register_session(work, SESSION)
    with pytest.raises(Invalid, match="是 2026 年的编号"):
        use.change_session(work, replace(session, held_on=date(2025, 12, 26)))
    assert use.change_session(work, replace(session, held_on=date(2026, 2, 26))).held_on == date(2026, 2, 26)


def test_a_session_number_is_taken_once(work: Work) -> None:
    session = use.register_session(work, SESSION)
    with pytest.raises(Invalid, match="已经登记过"):
        use.register_session(work, replace(SESSION, number=session.number))


def test_the_week_counts_from_monday_to_sunday(work: Work) -> None:
    kept = use.register_session(work, replace(SESSION, held_on=date(2026, 3, 1)))
    assert studied_this_week(work, date(2026, 2, 23)) == kept
    assert studied_this_week(work, datetime(2026, 3, 2).date()) is None
