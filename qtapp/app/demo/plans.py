"""What is to happen in the sample year, drawn before anything is registered."""

from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random

from qtapp.app.demo.days import WorkingDays
from qtapp.app.demo.fines import Fine
from qtapp.app.demo.firms import Firm, Names
from qtapp.app.demo.people import Roster
from qtapp.app.demo.samples import Act, Report, Samples
from qtapp.domain.officers import Handler

Pair = tuple[Handler, Handler]


@dataclass(frozen=True)
class World:
    """What every plan is drawn from."""

    samples: Samples
    rng: Random
    days: WorkingDays
    roster: Roster
    names: Names
    firms: list[Firm]
    year: int
    cut_off: date

    @property
    def new_year(self) -> date:
        return date(self.year, 1, 1)

    @property
    def year_end(self) -> date:
        return date(self.year, 12, 31)

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def firm(self, kind: str = "") -> Firm:
        """A firm of a kind: 危化, 加工, or any other than 危化."""
        if kind == "加工":
            return self.rng.choice([firm for firm in self.firms if firm.industry.workshop])
        return self.rng.choice([firm for firm in self.firms if firm.danger == (kind == "危化")])

    def any_firm(self) -> Firm:
        return self.rng.choice(self.firms)


@dataclass
class Told:
    """A complaint, and the days of its steps."""

    key: str
    firm: Firm
    report: Report
    received: datetime
    instructed_on: date
    assigned_on: date
    result_on: date
    department: str
    void: bool = False
    named: bool = False
    open_until: date = date.min  # not closed before the case it led to is filed


@dataclass
class Visit:
    """An inspection."""

    key: str
    on: date
    origin: str
    firm: Firm
    department: str
    officers: Pair
    findings: list[str]
    measure: str
    rectify_by: date | None = None
    told: Told | None = None
    hour: int = 9
    state: str = ""
    void: bool = False
    corrected: bool = False


@dataclass
class Accused:
    """A person punished beside the unit."""

    name: str
    gender: str
    serial: int
    role: str


@dataclass
class Offence:
    """A case: the act, who answers for it, the days of its steps; a step without a day is still to come."""

    key: str
    act: Act
    firm: Firm
    discovered_on: date
    filed_on: date
    approved_on: date | None = None
    notified_on: date | None = None
    decided_on: date | None = None
    closed_on: date | None = None
    department: str = ""
    officers: Pair | None = None
    fine: Fine | None = None
    gains_fen: int = 0
    person: Accused | None = None
    person_fine: Fine | None = None
    visit: Visit | None = None
    told: Told | None = None
    source: str = ""
    accident: bool = False
    slots: dict[str, str] = field(default_factory=dict)

    @property
    def fines(self) -> list[Fine]:
        return [fine for fine in (self.fine, self.person_fine) if fine]
