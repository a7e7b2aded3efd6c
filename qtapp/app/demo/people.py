"""The officers of the sample bureau: entered, certified, gone; and who may enforce over a span of days."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from random import Random

from qtapp.app.demo.codes import identity_number, phone
from qtapp.app.demo.diary import Act, Desk, Diary
from qtapp.app.demo.samples import Samples
from qtapp.domain.officers import Certificate, Handler, Officer
from qtapp.usecases.officers import change_certificate, enter_certificate, enter_officer, leave

ENFORCING = ("执法大队", "危化科", "基础科")
ISSUER = "省人民政府"
ENTERED_AT = time(8, 1)


@dataclass(frozen=True)
class Person:
    """One on the roster and the spans of his certificates (first day, day they end)."""

    name: str
    gender: str
    born: date
    department: str
    post: str
    duty: str
    joined_on: date
    left_on: date | None
    apply_year: int | None
    certificates: tuple[Certificate, ...]

    def may_enforce(self, first: date, last: date) -> bool:
        """On the roster and certified on every day of the span."""
        stays = self.joined_on <= first and (self.left_on is None or last < self.left_on)
        day = first
        for own in sorted(self.certificates, key=lambda c: c.issued_on or date.min):
            if own.valid_on(day):
                day = min(d for d in (own.expires_on, own.revoked_on) if d)
        return stays and last < day

    def on_roster(self, day: date) -> bool:
        return self.joined_on <= day and (self.left_on is None or day < self.left_on)


class Roster:
    """All people of the sample, in the order of the list."""

    def __init__(self, samples: Samples) -> None:
        own: dict[str, list[Certificate]] = {}
        for row in samples.rows("certificates"):
            own.setdefault(row["officer"], []).append(_certificate(row))
        self.people = tuple(_person(row, tuple(own.get(row["name"], ()))) for row in samples.rows("officers"))

    def enter(self, diary: Diary, first: date) -> None:
        """Everyone as he joins, with his certificates; whoever goes, as he goes."""
        for serial, person in enumerate(self.people):
            on = max(first, person.joined_on)
            diary.enter(datetime.combine(on, ENTERED_AT), "人员名册", _entering(person, serial, on))
            for certificate in person.certificates:
                _enter_certificate(diary, certificate, first)
            if person.left_on and person.left_on > first:
                diary.enter(datetime.combine(person.left_on, time(8, 0)), "人员离岗", _leaving(person))

    def pair(self, rng: Random, department: str, first: date, last: date) -> tuple[Handler, Handler]:
        """Two officers of the department who may enforce on every day of the span; else of any department."""
        able = [p for p in self.people if p.department in ENFORCING and p.may_enforce(first, last)]
        near = [p for p in able if p.department == department]
        one, other = rng.sample(near if len(near) > 1 else able, 2)
        return Handler(name=one.name), Handler(name=other.name)

    def active(self, day: date) -> Sequence[Person]:
        return [person for person in self.people if person.on_roster(day)]

    def chief(self) -> Person:
        return self.people[0]

    def leaders(self) -> Sequence[Person]:
        """The deputies in charge."""
        return self.people[1:4]

    def of_duty(self, department: str) -> Person:
        return next(p for p in self.people if p.department == department)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _certificate(row: dict[str, str]) -> Certificate:
    return Certificate(
        number=row["number"],
        officer_name=row["officer"],
        issuer=ISSUER,
        issued_on=_day(row["issued_on"]),
        expires_on=_day(row["expires_on"]),
        revoked_on=_day(row["revoked_on"]),
    )


def _person(row: dict[str, str], certificates: tuple[Certificate, ...]) -> Person:
    return Person(
        name=row["name"],
        gender=row["gender"],
        born=date.fromisoformat(row["born"]),
        department=row["department"],
        post=row["post"],
        duty=row["duty"],
        joined_on=date.fromisoformat(row["joined_on"]),
        left_on=_day(row["left_on"]),
        apply_year=int(row["apply_year"]) if row["apply_year"] else None,
        certificates=certificates,
    )


def _entering(person: Person, serial: int, on: date) -> Act:
    gone = person.left_on if person.left_on and person.left_on <= on else None

    def act(desk: Desk) -> None:
        officer = Officer(
            name=person.name,
            gender=person.gender,
            identity_number=identity_number(person.born, serial, person.gender),
            department=person.department,
            post=person.post,
            duty=person.duty,
            phone=phone(serial + 100),
            joined_on=person.joined_on,
            left_on=gone,
            apply_year=person.apply_year,
        )
        desk.ids[person.name] = enter_officer(desk.work, officer).id

    return act


def _enter_certificate(diary: Diary, certificate: Certificate, first: date) -> None:
    """Entered when issued; a revocation is entered on its day."""
    issued = certificate.issued_on or first
    revoked = certificate.revoked_on
    at_first = replace(certificate, revoked_on=None)

    def enter(desk: Desk) -> None:
        desk.ids[certificate.number] = enter_certificate(desk.work, at_first).id

    def revoke(desk: Desk) -> None:
        kept = desk.work.of(Certificate).get(desk.ids[certificate.number])
        change_certificate(desk.work, replace(kept, revoked_on=revoked))

    diary.enter(datetime.combine(max(issued, first), time(8, 2)), "执法证件", enter)
    if revoked:
        diary.enter(datetime.combine(revoked, time(8, 1)), "证件注销", revoke)


def _leaving(person: Person) -> Act:
    def act(desk: Desk) -> None:
        leave(desk.work, desk.ids[person.name], person.left_on or desk.work.today)

    return act
