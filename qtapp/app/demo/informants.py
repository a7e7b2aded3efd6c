"""The complaints of the year: told, instructed, looked into, answered, closed."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from qtapp.app.demo.days import at
from qtapp.app.demo.plans import Offence, Told, World
from qtapp.app.demo.samples import Report
from qtapp.app.demo.visits import visit_of
from qtapp.domain.cases import Source
from qtapp.domain.inspections import Origin

COUNT = 300
FOUND_BY_VISIT = 15  # cases that an inspection after a complaint brought to light
VISITS = 30  # inspections after a complaint that led to no case
STRAIGHT = 18  # cases straight from a complaint
VOID = 8
LATE = 0.05
WAITING = (0, 1, 5, 12, 10, 20)  # working days before the end of the year
DEPARTMENTS = ("执法大队", "执法大队", "基础科", "应急指挥科")


def draw_complaints(world: World, offences: list[Offence]) -> tuple[list[Told], list[Told]]:
    """(all complaints, those that an inspection without a case follows)."""
    led = _before_visits(world, offences) + _before_cases(world, offences)
    waiting = _waiting(world)
    usual = COUNT - len(led) - len(waiting)
    rest = [_told(world, f"诉{place}", _received(world)) for place in range(usual)]
    early = [t for t in rest if t.result_on < world.cut_off - timedelta(days=3)]
    looked_at = world.rng.sample(early, VISITS)
    quiet = [t for t in early if not any(t is other for other in looked_at)]
    for told in world.rng.sample(quiet, VOID):
        told.void = True
    return sorted([*led, *rest, *waiting], key=lambda t: t.received), looked_at


def _waiting(world: World) -> list[Told]:
    """So that the year ends with something at every step: to instruct, to assign, to answer, to close."""
    days, end = world.days, world.days.before(world.year_end, 0)
    next_year = days.after(end, 1)
    found = []
    for place in range(2 * len(WAITING)):
        back = WAITING[place % len(WAITING)]
        told = _told(world, f"待{place}", at(days.before(end, back), world.rng, 9, 15))
        result = {12: end, 10: days.before(end, 1)}.get(back, days.after(end, 6))
        assigned = days.before(end, back - 2) if back > 1 else next_year
        instructed = days.before(end, back - 1) if back else next_year
        found.append(
            replace(told, instructed_on=instructed, assigned_on=assigned, result_on=result, named=True)
        )
    return found


def _received(world: World) -> datetime:
    day = world.new_year + timedelta(days=world.rng.randint(3, 361))
    if world.chance(0.8):
        day = world.days.after(day, 0)
    return at(min(day, world.year_end), world.rng, 8, 17)


def _told(world: World, key: str, received: datetime) -> Told:
    report = world.rng.choice(world.samples.reports)
    firm = world.firm(report.industry)
    return _with_days(world, key, received, firm.serial, report)


def _with_days(world: World, key: str, received: datetime, firm: int, report: Report) -> Told:
    rng, days = world.rng, world.days
    instructed = days.after(received.date() + timedelta(days=1), 0)
    assigned = days.after(instructed, rng.randint(0, 1))
    slow = rng.randint(13, 18) if world.chance(LATE) else rng.randint(4, 9)
    the_firm = world.firms[firm]
    department = "危化科" if the_firm.danger else rng.choice(DEPARTMENTS)
    return Told(key, the_firm, report, received, instructed, assigned, days.after(assigned, slow), department)


def _reports_for(world: World, offence: Offence) -> list[Report]:
    return [report for report in world.samples.reports if offence.act.code in report.codes]


def _before(world: World, key: str, offence: Offence, working_days: int) -> Told:
    day = world.days.before(offence.discovered_on, working_days)
    report = world.rng.choice(_reports_for(world, offence))
    return _with_days(world, key, at(day, world.rng), offence.firm.serial, report)


def _led(told: Told, offence: Offence, result_on: date) -> Told:
    """The same complaint, as it went before the offence."""
    return replace(
        told,
        result_on=result_on,
        department=offence.department,
        open_until=offence.filed_on + timedelta(days=1),
    )


def _able(world: World, offences: list[Offence]) -> list[Offence]:
    """Decided cases of the year for whose act there is a complaint, not tied yet."""
    first = date(world.year, 2, 1)
    return [
        o
        for o in offences
        if o.decided_on and first <= o.discovered_on and not o.told and _reports_for(world, o)
    ]


def _before_visits(world: World, offences: list[Offence]) -> list[Told]:
    found = []
    for place, offence in enumerate(world.rng.sample(_able(world, offences), FOUND_BY_VISIT)):
        told = _before(world, f"诉查{place}", offence, 4)
        told = _led(told, offence, max(told.result_on, offence.filed_on))
        offence.told, offence.source = told, Source.COMPLAINT
        offence.visit = visit_of(world, offence, Origin.COMPLAINT, told)
        found.append(told)
    return found


def _before_cases(world: World, offences: list[Offence]) -> list[Told]:
    """The department looked into it and proposed a case at once; the result is the day of discovery."""
    found = []
    for place, offence in enumerate(world.rng.sample(_able(world, offences), STRAIGHT)):
        told = _before(world, f"诉案{place}", offence, 9)
        told = _led(told, offence, offence.discovered_on)
        offence.told, offence.source = told, Source.COMPLAINT
        found.append(told)
    return found
