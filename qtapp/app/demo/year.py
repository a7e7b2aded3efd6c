"""The sample year is drawn whole, then lived through the use cases, day by day, in one transaction."""

from dataclasses import dataclass
from datetime import date, datetime
from random import Random

from qtapp.app.demo.cases import enter_case
from qtapp.app.demo.days import WorkingDays
from qtapp.app.demo.diary import Clock, Desk, Diary
from qtapp.app.demo.firms import COUNTY, POSTCODE, Names, enter_firms, make_firms
from qtapp.app.demo.informants import draw_complaints
from qtapp.app.demo.offences import draw_accidents, draw_offences
from qtapp.app.demo.papers import issue_papers
from qtapp.app.demo.people import Roster
from qtapp.app.demo.plans import Offence, World
from qtapp.app.demo.samples import Samples
from qtapp.app.demo.sessions import enter_sessions
from qtapp.app.demo.telling import draw_channels, enter_complaint
from qtapp.app.demo.visiting import enter_visit
from qtapp.app.demo.visits import draw_visits
from qtapp.app.paths import resources
from qtapp.domain.bureau import Bureau
from qtapp.domain.cases import Case, Source
from qtapp.domain.catalogue import RECORDS
from qtapp.domain.complaints import Complaint
from qtapp.domain.documents import Document
from qtapp.domain.enterprises import Enterprise
from qtapp.domain.errors import Refused
from qtapp.domain.inspections import Inspection
from qtapp.domain.kinds import Kind
from qtapp.domain.officers import Officer
from qtapp.domain.record import Record
from qtapp.domain.study import Attendance, Session
from qtapp.store.store import Store, Work
from qtapp.usecases.bureau import set_up
from qtapp.usecases.office import Office
from qtapp.usecases.progress import Progress

YEAR = 2021
CUT_OFF = date(2021, 12, 16)
SEED = 20211216
FROM_SUPERIOR = 14  # cases that the upper bureau handed down
DEPARTMENTS = ("局领导", "办公室", "政策法规科", "执法大队", "危化科", "基础科", "应急指挥科")
BUREAU = Bureau(
    name="海岱市应急管理局",
    area="岱",
    word="应急",
    region=COUNTY,
    government="海岱市人民政府",
    court="海岱市人民法院",
    address="海岱市城中街道人民东路1号",
    postcode=POSTCODE,
    phone="0000-80012350",
    report_phone="12350",
    fine_bank="海岱农村商业银行营业部",
    fine_account_name="海岱市财政局",
    fine_account="9901120000000012350",
)


@dataclass(frozen=True)
class Summary:
    """What the sample year left in the register."""

    bureau: str
    year: int
    cut_off: date
    counts: dict[Kind, int]

    def text(self) -> str:
        parts = "、".join(f"{kind.label} {count}" for kind, count in self.counts.items() if count)
        return f"样例机关“{self.bureau}”{self.year}年的数据已生成：{parts}。统计截至日为{self.cut_off}。"


def fill_sample_year(store: Store, office: Office, year: int, progress: Progress) -> Summary:
    """Fill an empty register with the sample bureau. Cancelled or failed, it leaves the register empty."""
    if year != YEAR:
        raise Refused(f"没有{year}年的样例数据，现有的样例年度是{YEAR}年")
    progress.step(0, 1, "正在编排样例年度")
    world = draw_world(office)
    diary = write_diary(world)
    clock = Clock(datetime(YEAR, 1, 1, 8, 0))
    living = Store(store.places, world.roster.of_duty("办公室").name, clock)
    try:
        with living.working() as work:
            _refuse_unless_empty(work)
            return _live(Desk(work, office), diary, clock, progress)
    finally:
        living.close()


def draw_world(office: Office) -> World:
    samples = Samples(resources() / "samples")
    rng = Random(SEED)  # noqa: S311 - a sample, the same every time
    names = Names(samples, rng)
    days = WorkingDays(office.law.calendar(), date(YEAR - 1, 9, 1), date(YEAR + 1, 6, 30))
    return World(samples, rng, days, Roster(samples), names, make_firms(samples, names, rng), YEAR, CUT_OFF)


def write_diary(world: World) -> Diary:
    """Everything that is to happen."""
    diary = Diary()
    offences = draw_offences(world)
    complaints, looked_at = draw_complaints(world, offences)
    visits = draw_visits(world, offences, looked_at)
    cases = [*offences, *draw_accidents(world)]
    _name_sources(world, cases)
    world.roster.enter(diary, _before_all(cases))
    enter_firms(diary, world.firms, _before_all(cases))
    for serial, (told, channel) in enumerate(
        zip(complaints, draw_channels(world, len(complaints)), strict=True)
    ):
        enter_complaint(diary, world, told, channel, serial)
    for visit in visits:
        enter_visit(diary, world, visit)
    for case in cases:
        enter_case(diary, world, case)
    enter_sessions(diary, world)
    return diary


def _before_all(cases: list[Offence]) -> date:
    """The day on which the register is begun: before the earliest case carried over into the year."""
    return min(case.discovered_on for case in cases)


def _name_sources(world: World, cases: list[Offence]) -> None:
    """Where the cases come from that no inspection and no complaint of the year brought."""
    left = [c for c in cases if not (c.visit or c.told or c.source) and c.discovered_on >= world.new_year]
    for place, case in enumerate(world.rng.sample(left, len(left))):
        case.source = Source.SUPERIOR if place < FROM_SUPERIOR else Source.TRANSFER


def _refuse_unless_empty(work: Work) -> None:
    for cls in RECORDS.values():
        if work.of(cls).count():
            found = f"数据文件夹里已经有{cls.KIND.label}记录"
            raise Refused(f"{found}，样例只能填入空的数据文件夹；请用 --data 另指定一个文件夹")


def _live(desk: Desk, diary: Diary, clock: Clock, progress: Progress) -> Summary:
    set_up(desk.work, BUREAU, DEPARTMENTS)
    diary.live(desk, clock, progress, date(YEAR, 12, 31))
    clock.moment = datetime(YEAR, 12, 31, 17, 30)
    progress.step(1, 1, "正在印制样例文书")
    issue_papers(desk)
    return Summary(BUREAU.name, YEAR, CUT_OFF, _counts(desk.work))


def _counts(work: Work) -> dict[Kind, int]:
    kinds: tuple[type[Record], ...] = (
        Enterprise,
        Officer,
        Complaint,
        Inspection,
        Case,
        Session,
        Attendance,
        Document,
    )
    return {cls.KIND: work.of(cls).count() for cls in kinds}
