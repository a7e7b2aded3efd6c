"""The cases of the year: when, what for, against whom, and what they cost."""

from datetime import date

from qtapp.app.demo.fines import YUAN, Fine, draw_fine, fit
from qtapp.app.demo.plans import Accused, Offence, World
from qtapp.app.demo.samples import Accident, Act
from qtapp.app.demo.wording import day_text
from qtapp.domain.cases import Source

DECIDED = 436
TOTAL_FEN = 843_120_000
BY_MONTH = (14, 16, 38, 42, 40, 46, 44, 40, 44, 38, 48, 26)
DOUBLE = 0.7  # of the acts for which a person answers too
# Still open when the year ends: by how far they have come.
OPEN = {"待立案": 3, "调查中": 9, "已呈批": 5, "已告知": 5}


def draw_offences(world: World) -> list[Offence]:
    """The 436 cases decided by the cut-off and those still open, in the order of their filing."""
    decided = [_decided(world, place, day) for place, day in enumerate(_decision_days(world))]
    _price(world, decided)
    opened = [_opened(world, place, state) for place, state in enumerate(_open_states())]
    for offence in opened:
        _fine(world, offence)
    found = [*decided, *opened]
    for offence in found:
        _staff(world, offence)
    return sorted(found, key=lambda o: (o.filed_on, o.key))


def _decision_days(world: World) -> list[date]:
    found: list[date] = []
    for month, count in enumerate(BY_MONTH, start=1):
        first = date(world.year, month, 4)
        last = min(world.cut_off, date(world.year, month, 28))
        found += world.rng.choices(world.days.between(first, last), k=count)
    return sorted(found)


def _decided(world: World, place: int, on: date) -> Offence:
    rng, days = world.rng, world.days
    notified = days.before(on, rng.randint(6, 9))  # five working days to be heard lie between
    approved = days.before(notified, rng.randint(1, 3))
    filed = days.before(approved, rng.randint(7, 16))
    offence = _drawn(world, f"案{place}", days.before(filed, rng.randint(1, 4)), filed)
    offence.approved_on, offence.notified_on, offence.decided_on = approved, notified, on
    closed = days.after(on, rng.randint(6, 26))
    offence.closed_on = closed if closed <= world.year_end else None
    return offence


def _open_states() -> list[str]:
    return [state for state, count in OPEN.items() for _ in range(count)]


def _opened(world: World, place: int, state: str) -> Offence:
    rng, days = world.rng, world.days
    last = days.before(world.year_end, rng.randint(1, 5))
    back = {"待立案": 0, "调查中": 2, "已呈批": 12, "已告知": 16}[state]
    filed = days.before(last, back)
    offence = _drawn(world, f"未结{place}", days.before(filed, rng.randint(1, 3)), filed)
    if state == "待立案":
        offence.filed_on = date(world.year + 1, 1, 5)
    if state in ("已呈批", "已告知"):
        offence.approved_on = days.after(filed, 10)
    if state == "已告知":
        offence.notified_on = days.after(filed, 12)
    return offence


def _drawn(world: World, key: str, discovered: date, filed: date) -> Offence:
    able = [act for act in world.samples.acts if act.since <= discovered <= act.until]
    act = world.rng.choices(able, [a.weight for a in able])[0]
    firm = world.firm(act.industry)
    offence = Offence(key, act, firm, discovered, filed)
    offence.slots = slots_of(world, offence)
    if act.person and world.chance(DOUBLE):
        offence.person = _accused(world, offence)
    return offence


def slots_of(world: World, offence: Offence) -> dict[str, str]:
    """What fills the gaps of the act's account: numbers, workers, an earlier day."""
    n = world.rng.randint(2, 6)
    earlier = world.days.before(offence.discovered_on, world.rng.randint(8, 30))
    return {
        "n": str(n),
        "m": str(n + world.rng.randint(1, 3)),
        "worker": world.names.next()[0],
        "worker2": world.names.next()[0],
        "day": day_text(earlier),
        "rep": offence.firm.rep,
    }


def _accused(world: World, offence: Offence) -> Accused:
    person = offence.act.person
    role = person.role if person else ""
    name, gender = (offence.firm.rep, offence.firm.gender) if role == "主要负责人" else world.names.next()
    return Accused(name, gender, offence.firm.serial + 400, role)


def _price(world: World, offences: list[Offence]) -> None:
    """Fines as usual for each act, then fitted to the year's total."""
    for offence in offences:
        _fine(world, offence)
        if offence.act.gains:
            low, high = offence.act.gains
            offence.gains_fen = world.rng.randint(low // 20, high // 20) * 20 * YUAN
    gains = sum(o.gains_fen for o in offences)
    _even(offences, gains)
    gains = sum(o.gains_fen for o in offences)
    fit(world.rng, [fine for o in offences for fine in o.fines], TOTAL_FEN - gains)


def _fine(world: World, offence: Offence) -> None:
    offence.fine = draw_fine(world.rng, *offence.act.yuan)
    if offence.person and offence.act.person:
        offence.person_fine = draw_fine(world.rng, *offence.act.person.yuan)


def _even(offences: list[Offence], gains: int) -> None:
    """Fines are hundreds of yuan, so the gains of all cases together are too."""
    last = next((o for o in offences if o.gains_fen), None)
    if last:
        last.gains_fen -= gains % (100 * YUAN)


def _staff(world: World, offence: Offence) -> None:
    until = offence.closed_on or world.year_end
    danger = offence.firm.danger
    offence.department = "危化科" if danger else world.rng.choice(("执法大队", "执法大队", "基础科"))
    offence.officers = world.roster.pair(world.rng, offence.department, offence.discovered_on, until)


def draw_accidents(world: World) -> list[Offence]:
    """The accident cases, which are counted apart."""
    found = [_accident(world, place, a) for place, a in enumerate(world.samples.accidents)]
    for offence in found:
        _staff(world, offence)
    return found


def _accident(world: World, place: int, accident: Accident) -> Offence:
    days, on = world.days, accident.decided_on
    notified, approved = days.before(on, 9), days.before(on, 12)
    filed = days.before(on, 30)
    act = Act(
        code=accident.code,
        cause=accident.cause,
        finding="",
        details=(accident.detail,),
        proof="生产安全事故调查报告及其批复",
        yuan=(accident.yuan, accident.yuan),
        violated=accident.violated,
        person=accident.person,
    )
    firm = world.firm()
    offence = Offence(
        f"事故{place}", act, firm, accident.act_on, filed, approved, notified, on, days.after(on, 12)
    )
    offence.accident, offence.source = True, Source.ACCIDENT
    offence.slots = {**slots_of(world, offence), "day": day_text(accident.act_on), "n": "130"}
    offence.fine = Fine(accident.yuan * YUAN, accident.yuan * YUAN, accident.yuan * YUAN)
    if accident.person:
        offence.person = _accused(world, offence)
        price = accident.person.yuan[0] * YUAN
        offence.person_fine = Fine(price, price, price)
    return offence
