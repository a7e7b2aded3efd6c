"""The roster and its certificates: who may enforce on a day, and why not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qtapp.domain.errors import Invalid, UserError
from qtapp.domain.officers import Certificate, Handler, Officer, certified_on, may_enforce
from qtapp.store.store import Work
from qtapp.usecases import officers as use
from qtapp.usecases.office import Office

JOINED = date(2020, 1, 1)
DAYS = st.dates(date(2019, 1, 1), date(2023, 12, 31))


def enter(work: Work, name: str, *, since: date | None = None, until: date | None = None) -> Officer:
    """An officer, with a certificate of that span where one is given."""
    officer = use.enter_officer(work, Officer(name=name, department="执法大队", joined_on=JOINED))
    if since and until:
        number = f"9901{officer.id:04d}"
        use.enter_certificate(
            work, Certificate(number=number, officer_name=name, issued_on=since, expires_on=until)
        )
    return officer


def test_a_certificate_is_valid_from_its_issue_up_to_the_day_before_it_expires(work: Work) -> None:
    enter(work, "甲䶮", since=date(2021, 3, 1), until=date(2021, 12, 16))
    for day, valid in (
        (date(2021, 2, 28), False),
        (date(2021, 3, 1), True),
        (date(2021, 12, 15), True),
        (date(2021, 12, 16), False),
    ):
        held, _ = use.certified(work, day)
        assert bool(held) is valid, day


def test_a_revoked_certificate_ends_that_day(work: Work) -> None:
    enter(work, "甲一", since=date(2021, 1, 1), until=date(2026, 1, 1))
    kept = work.of(Certificate).first(officer_name="甲一")
    assert kept
    use.change_certificate(work, replace(kept, revoked_on=date(2021, 6, 1)))
    assert use.certified(work, date(2021, 5, 31))[0]
    assert not use.certified(work, date(2021, 6, 1))[0]


def test_whoever_left_is_not_counted_though_his_certificate_runs_on(work: Work) -> None:
    officer = enter(work, "甲一", since=JOINED, until=date(2025, 1, 1))
    use.leave(work, officer.id, date(2021, 7, 1))
    assert use.certified(work, date(2021, 6, 30))[0]
    assert not use.certified(work, date(2021, 7, 1))[0]
    with pytest.raises(UserError, match="已于 2021-07-01 离岗"):
        use.leave(work, officer.id, date(2021, 8, 1))


def test_waiting_are_enforcers_without_a_certificate_who_are_planned_to_apply(work: Work) -> None:
    planned, idle = enter(work, "甲一"), enter(work, "乙二")
    use.change_officer(work, replace(planned, apply_year=2022))
    clerk = enter(work, "丙三")
    use.change_officer(work, replace(clerk, post="综合岗", apply_year=2022))
    held, pending = use.certified(work, date(2021, 12, 16))
    assert not held
    assert [officer.name for officer in pending] == ["甲一"]
    assert idle.name == "乙二"


def test_every_officer_who_may_not_enforce_is_named_with_the_reason(work: Work, office: Office) -> None:
    enter(work, "甲一", since=date(2021, 1, 1), until=date(2021, 6, 1))
    enter(work, "乙二")
    with pytest.raises(Invalid) as refused:
        use.handlers(work, office.law, [Handler(name="甲一"), Handler(name="乙二")], date(2021, 9, 1))
    assert "已于 2021-06-01 到期" in str(refused.value)
    assert "乙二 没有登记执法证件" in str(refused.value)


def test_two_officers_are_needed_and_one_named_twice_is_one(work: Work, office: Office) -> None:
    enter(work, "甲一", since=JOINED, until=date(2025, 1, 1))
    for named in ([Handler(name="甲一")], [Handler(name="甲一"), Handler(name="甲一")]):
        with pytest.raises(Invalid, match="不得少于 2 人"):
            use.handlers(work, office.law, named, date(2021, 9, 1))


def test_an_officer_stands_on_the_paper_with_the_certificate_of_that_day(work: Work, office: Office) -> None:
    first, second = (enter(work, name, since=JOINED, until=date(2021, 6, 1)) for name in ("甲一", "乙二"))
    for place, officer in enumerate((first, second)):
        use.enter_certificate(
            work,
            Certificate(
                number=f"8801000{place}",
                officer_id=officer.id,
                issued_on=date(2021, 6, 1),
                expires_on=date(2026, 6, 1),
            ),
        )
    named = [Handler(name="甲一"), Handler(name="乙二")]
    before = use.handlers(work, office.law, named, date(2021, 5, 31))
    after = use.handlers(work, office.law, named, date(2021, 6, 1))
    assert [h.certificate for h in before] == [f"9901{first.id:04d}", f"9901{second.id:04d}"]
    assert [h.certificate for h in after] == ["88010000", "88010001"]


def test_two_people_of_one_name_are_told_apart_by_their_identity_numbers(work: Work) -> None:
    enter(work, "甲一")
    with pytest.raises(Invalid, match="已有“甲一”"):
        enter(work, "甲一")


def test_a_hidden_mark_does_not_make_another_person(work: Work) -> None:
    enter(work, "甲一")
    with pytest.raises(Invalid, match="已有“甲一”"):
        enter(work, "甲\u202e一")


def test_a_certificate_number_belongs_to_one_person(work: Work) -> None:
    enter(work, "甲一", since=JOINED, until=date(2025, 1, 1))
    other = enter(work, "乙二")
    number = work.of(Certificate).all()[0].number
    with pytest.raises(Invalid, match="已登记在 甲一 名下"):
        use.enter_certificate(
            work,
            Certificate(number=number, officer_id=other.id, issued_on=JOINED, expires_on=date(2025, 1, 1)),
        )


def test_officers_are_found_by_initials_with_the_reason_they_may_not_enforce(work: Work) -> None:
    enter(work, "陶明远", since=JOINED, until=date(2021, 6, 1))
    found = use.find_officers(work, "tmy", date(2021, 7, 1))
    assert [(officer.name, number) for officer, number, _ in found] == [("陶明远", "")]
    assert "到期" in found[0][2]


def test_certificates_about_to_expire_are_listed_but_not_revoked_ones(work: Work) -> None:
    enter(work, "甲一", since=JOINED, until=date(2021, 8, 1))
    enter(work, "乙二", since=JOINED, until=date(2021, 8, 2))
    gone = work.of(Certificate).first(officer_name="乙二")
    assert gone
    use.change_certificate(work, replace(gone, revoked_on=date(2021, 7, 1)))
    found = use.expiring(work, date(2021, 7, 2), date(2021, 9, 30))
    assert [certificate.officer_name for certificate in found] == ["甲一"]


@given(issued=DAYS, expires=DAYS, revoked=st.none() | DAYS, day=DAYS)
def test_a_certificate_holds_exactly_between_issue_and_its_first_end(
    issued: date, expires: date, revoked: date | None, day: date
) -> None:
    assume(issued < expires)
    own = Certificate(
        number="1", officer_name="甲一", issued_on=issued, expires_on=expires, revoked_on=revoked
    )
    ends = min(d for d in (expires, revoked) if d)
    assert own.valid_on(day) == (issued <= day < ends)
    assert bool(own.why_not(day)) != own.valid_on(day)


@given(joined=DAYS, stayed=st.none() | st.integers(0, 900), issued=DAYS, day=DAYS)
def test_one_is_certified_or_waiting_or_neither_but_never_both(
    joined: date, stayed: int | None, issued: date, day: date
) -> None:
    left = None if stayed is None else joined + timedelta(days=stayed)
    officer = Officer(
        id=1, name="甲一", department="执法大队", joined_on=joined, left_on=left, apply_year=2022
    )
    own = Certificate(
        number="1",
        officer_id=1,
        issued_on=issued,
        expires_on=issued + timedelta(days=365),
        officer_name="甲一",
    )
    held, pending = certified_on([officer], {1: [own]}, day)
    assert bool(held) == bool(may_enforce(officer, [own], day)[0])
    assert len(held) + len(pending) == officer.active_on(day)
