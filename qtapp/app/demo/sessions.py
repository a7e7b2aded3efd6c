"""The weekly study sessions and their roll calls."""

from datetime import date, datetime, time

from qtapp.app.demo.diary import Desk, Diary
from qtapp.app.demo.plans import World
from qtapp.domain.study import Mark, RollException, Session
from qtapp.usecases.study import call_roll, register_session

COUNT = 52
REASONS = {
    Mark.LATE: ("处理信访接待", "途中交通拥堵"),
    Mark.EARLY: ("接到出警通知",),
    Mark.DUTY: ("参加上级会议", "赴企业检查", "外出调查取证"),
    Mark.LEAVE: ("病假", "年休假", "事假"),
    Mark.ABSENT: ("未请假",),
}
WEIGHTS = (2, 1, 6, 5, 0.4)
FRIDAY = 4


def session_days(world: World) -> list[date]:
    """One a week up to the cut-off, and a second one in the weeks with most to learn."""
    first = date(world.year, 1, 4)
    weeks = world.days.weeks(first, world.cut_off)
    found = [next((d for d in week if d.weekday() == FRIDAY), week[-1]) for week in weeks]
    twice = [week for week in weeks if len(week) == FRIDAY + 1 and week[0].month in (6, 9)]
    more = COUNT - len(found)
    return sorted([*found, *(week[1] for week in twice[:: max(len(twice) // more, 1)][:more])])


def enter_sessions(diary: Diary, world: World) -> None:
    topics = world.samples.rows("study")
    for place, day in enumerate(session_days(world)):
        row = topics[place]
        _enter_session(diary, world, day, row["topic"], row["content"])


def _enter_session(diary: Diary, world: World, day: date, topic: str, content: str) -> None:
    draft = Session(
        held_on=day,
        place=world.rng.choice(("局三楼会议室", "局二楼会议室", "指挥中心会商室")),
        topic=topic,
        host=world.rng.choice(
            [world.roster.chief(), *world.roster.leaders(), world.roster.of_duty("政策法规科")]
        ).name,
        caller=world.roster.of_duty("办公室").name,
        content=content,
    )
    absent = _exceptions(world, day)

    def hold(desk: Desk) -> None:
        kept = register_session(desk.work, draft)
        marks = (
            RollException(officer_id=desk.ids[name], mark=mark, reason=why) for name, mark, why in absent
        )
        call_roll(desk.work, kept.id, marks)

    diary.enter(datetime.combine(day, time(16, 0)), "集中学习", hold)


def _exceptions(world: World, day: date) -> list[tuple[str, Mark, str]]:
    people = world.roster.active(day)
    away = world.rng.sample(people, world.rng.randint(0, 6))
    marks = world.rng.choices(list(REASONS), WEIGHTS, k=len(away))
    return [(p.name, mark, world.rng.choice(REASONS[mark])) for p, mark in zip(away, marks, strict=True)]
