"""The inspections of the year: after cases, after complaints, by plan; and the re-checks."""

from datetime import date, timedelta

from qtapp.app.demo.firms import Firm
from qtapp.app.demo.plans import Offence, Told, Visit, World
from qtapp.domain.inspections import Origin, State

COUNTED = 381
LATER = 9  # after the cut-off
RECHECKS = 40
VOID = 3
UNFINISHED = 2
WITH_CASE = 270
HOURS = (9, 9, 14)
ORIGINS = {
    Origin.PLAN: 150,
    Origin.RANDOM: 60,
    Origin.SPECIAL: 80,
    Origin.CAMPAIGN: 20,
    Origin.UNANNOUNCED: 14,
    Origin.JOINT: 12,
}


def draw_visits(world: World, offences: list[Offence], told: list[Told]) -> list[Visit]:
    """Every inspection; each offence and complaint that has one is tied to it."""
    origins = [str(origin) for origin, count in ORIGINS.items() for _ in range(count)]
    world.rng.shuffle(origins)
    after_complaints = [_after_complaint(world, place, one) for place, one in enumerate(told)]
    with_case = _with_cases(world, offences, origins)
    plain = [_plain(world, f"查{place}", origin, _any_day(world)) for place, origin in enumerate(origins)]
    later = world.days.between(world.cut_off + timedelta(days=1), world.year_end)
    plain += [_plain(world, f"后{place}", Origin.PLAN, world.rng.choice(later)) for place in range(LATER)]
    counted = [*after_complaints, *with_case, *plain]
    return [*counted, *_rechecks(world, counted), *_uncounted(world)]


def _any_day(world: World) -> date:
    return world.rng.choice(world.days.between(date(world.year, 1, 6), world.cut_off))


def _with_cases(world: World, offences: list[Offence], origins: list[str]) -> list[Visit]:
    """Offences that an inspection brought to light; those after a complaint have their visit already."""
    able = [
        o
        for o in offences
        if o.decided_on
        and o.visit is None
        and o.told is None
        and world.new_year <= o.discovered_on <= world.cut_off
    ]
    wanted = WITH_CASE - sum(o.visit is not None for o in offences)
    found = []
    for offence in sorted(world.rng.sample(able, wanted), key=lambda o: o.discovered_on):
        offence.visit = visit_of(world, offence, origins.pop())
        found.append(offence.visit)
    return found + [o.visit for o in offences if o.visit and o.visit.told]


def visit_of(world: World, offence: Offence, origin: str, told: Told | None = None) -> Visit:
    """The inspection that found the offence."""
    officers = offence.officers or world.roster.pair(
        world.rng, offence.department, offence.discovered_on, offence.discovered_on
    )
    findings = [offence.act.finding.format(**offence.slots), *_findings(world, offence.firm, 3)]
    return Visit(
        key=f"查{offence.key}",
        on=offence.discovered_on,
        origin=origin,
        firm=offence.firm,
        department=offence.department,
        officers=officers,
        findings=findings,
        measure="立案查处",
        told=told,
        hour=world.rng.choice(HOURS),
    )


def _after_complaint(world: World, place: int, told: Told) -> Visit:
    on = world.days.after(told.assigned_on, world.rng.randint(1, 2))
    return _plain(world, f"举{place}", Origin.COMPLAINT, on, told)


def _plain(world: World, key: str, origin: str, on: date, told: Told | None = None) -> Visit:
    firm = told.firm if told else world.any_firm()
    department = "危化科" if firm.danger else world.rng.choice(("执法大队", "基础科"))
    findings = _findings(world, firm, world.rng.randint(1, 5)) if world.chance(0.85) else []
    measure = world.rng.choice(("责令限期整改", "责令限期整改", "当场纠正")) if findings else "无"
    limit = on + timedelta(days=world.rng.choice((7, 10, 15, 30)))
    return Visit(
        key=key,
        on=on,
        origin=origin,
        firm=firm,
        department=department,
        officers=world.roster.pair(world.rng, department, on, on),
        findings=findings,
        measure=measure,
        rectify_by=limit if measure == "责令限期整改" else None,
        told=told,
        hour=world.rng.choice(HOURS),
    )


def _findings(world: World, firm: Firm, count: int) -> list[str]:
    own = "danger" if firm.danger else "workshop" if firm.industry.workshop else ""
    pool = [*world.samples.findings("common"), *(world.samples.findings(own) if own else ())]
    n = world.rng.randint(2, 5)
    return [text.format(n=n, m=n + 1) for text in world.rng.sample(pool, count)]


def _rechecks(world: World, visits: list[Visit]) -> list[Visit]:
    """One after each of forty orders, when its time is up. They are no visits in the year's count."""
    able = [v for v in visits if v.rectify_by and v.rectify_by < world.cut_off - timedelta(days=7)]
    found = []
    for earlier in world.rng.sample(able, RECHECKS):
        on = world.days.after(earlier.rectify_by or earlier.on, world.rng.randint(0, 2))
        recheck = _plain(world, f"复{earlier.key}", Origin.RECHECK, on)
        recheck.firm, recheck.department = earlier.firm, earlier.department
        recheck.officers = world.roster.pair(world.rng, earlier.department, on, on)
        recheck.findings, recheck.corrected = earlier.findings, True
        recheck.measure, recheck.rectify_by = "无", None
        found.append(recheck)
    return found


def _uncounted(world: World) -> list[Visit]:
    """Entered by mistake and voided, or without a record yet: the count leaves them out."""
    void = [_plain(world, f"误{place}", Origin.PLAN, _any_day(world)) for place in range(VOID)]
    for visit in void:
        visit.void = True
    unfinished = [
        _plain(world, f"未{place}", Origin.PLAN, world.days.before(world.cut_off, place))
        for place in range(UNFINISHED)
    ]
    for visit in unfinished:
        visit.state = State.DRAFT
    return [*void, *unfinished]
