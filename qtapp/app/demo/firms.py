"""The firms of the sample county."""

from dataclasses import dataclass
from datetime import date, datetime, time
from random import Random

from qtapp.app.demo.codes import credit_code, identity_number, phone
from qtapp.app.demo.diary import Act, Desk, Diary
from qtapp.app.demo.samples import Industry, Samples
from qtapp.domain.enterprises import GENERAL, HIGH_RISK, Enterprise
from qtapp.usecases.enterprises import enter_enterprise

COUNT = 400
COUNTY = "海岱市"
POSTCODE = "990100"


@dataclass(frozen=True)
class Firm:
    serial: int
    name: str
    industry: Industry
    township: str
    address: str
    rep: str
    gender: str
    phone: str

    @property
    def danger(self) -> bool:
        return self.industry.danger


class Names:
    """Invented people, each name once; now and then one with a rare character."""

    def __init__(self, samples: Samples, rng: Random) -> None:
        self._samples, self._rng = samples, rng
        self._given: set[str] = {row["name"] for row in samples.rows("officers")}

    def next(self, *, rare: bool = False) -> tuple[str, str]:
        """(name, gender)."""
        while True:
            gender = "男" if self._rng.random() < 0.7 else "女"  # noqa: PLR2004 - seven of ten
            words = ("rare_" if rare else "") + ("men" if gender == "男" else "women")
            name = self._rng.choice(self._samples.words("surnames")) + self._rng.choice(
                self._samples.words(words)
            )
            if name not in self._given:
                self._given.add(name)
                return name, gender


def make_firms(samples: Samples, names: Names, rng: Random) -> list[Firm]:
    """The roster in its order: no name twice, one in forty with a rare character."""
    found: dict[str, Firm] = {}
    industries = samples.industries
    weights = [industry.weight for industry in industries]
    while len(found) < COUNT:
        serial = len(found)
        rare = serial % 40 == 7  # noqa: PLR2004 - ten in all
        industry = rng.choices(industries, weights)[0]
        word = rng.choice(samples.words("rare_trade" if rare else "trade"))
        name = f"{COUNTY}{word}{industry.suffix}"
        if name not in found:
            found[name] = _firm(serial, name, industry, samples, names.next(rare=serial % 40 == 19), rng)  # noqa: PLR2004
    return list(found.values())


def _firm(
    serial: int, name: str, industry: Industry, samples: Samples, person: tuple[str, str], rng: Random
) -> Firm:
    *townships, chemical_park = samples.words("townships")
    township = chemical_park if industry.name == "化工" else rng.choice(townships)
    place = f"{COUNTY}{township}{rng.choice(samples.words('streets'))}{rng.randint(1, 299)}号"
    return Firm(serial, name, industry, township, place, *person, phone(serial + 1000))


def enter_firms(diary: Diary, firms: list[Firm], on: date) -> None:
    for firm in firms:
        diary.enter(datetime.combine(on, time(8, 5)), "企业名录", _entering(firm))


def _entering(firm: Firm) -> Act:
    def act(desk: Desk) -> None:
        draft = Enterprise(
            name=firm.name,
            credit_code=credit_code(firm.serial),
            address=firm.address,
            township=firm.township,
            postcode=POSTCODE,
            legal_rep=firm.rep,
            legal_rep_title="站长" if firm.name.endswith("站") else "总经理",
            phone=firm.phone,
            industry=firm.industry.name,
            risk_class=HIGH_RISK if firm.danger else GENERAL,
        )
        desk.ids[firm.name] = enter_enterprise(desk.work, draft).id

    return act


def identity_of(serial: int, gender: str) -> str:
    """The identity number of a firm's head or worker."""
    return identity_number(date(1966 + serial % 28, 1 + serial % 12, 1 + serial % 27), serial, gender)
