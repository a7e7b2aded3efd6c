"""An inspection as diary entries."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from qtapp.app.demo.diary import Desk, Diary
from qtapp.app.demo.plans import Visit, World
from qtapp.domain.inspections import Finding, Inspection, Origin, State
from qtapp.usecases.inspections import inspection_from, register_inspection, void_inspection

HOURS = (1, 2)


def enter_visit(diary: Diary, world: World, visit: Visit) -> None:
    """Registered when the officers come back."""
    start = datetime.combine(visit.on, time(visit.hour, world.rng.randrange(0, 30, 5)))
    end = start + timedelta(hours=world.rng.choice(HOURS), minutes=world.rng.randrange(0, 30, 5))
    facts = _facts(world, visit, start, end)

    def register(desk: Desk) -> None:
        draft = inspection_from(desk.work, desk.ids[visit.told.key]) if visit.told else Inspection()
        desk.ids[visit.key] = register_inspection(desk.work, desk.office, replace(draft, **facts)).id

    diary.enter(end + timedelta(minutes=30), "执法检查", register)
    if visit.void:
        reason = "登记有误，同一检查重复登记"
        diary.enter(
            end + timedelta(hours=1),
            "检查作废",
            lambda desk: void_inspection(desk.work, desk.ids[visit.key], reason),
        )


def _facts(world: World, visit: Visit, start: datetime, end: datetime) -> dict[str, Any]:
    recheck = visit.origin == Origin.RECHECK
    findings = tuple(
        Finding(text=text, due_on=visit.rectify_by, corrected=visit.corrected) for text in visit.findings
    )
    return {
        "origin": visit.origin,
        "plan_year": world.year if visit.origin in (Origin.PLAN, Origin.RANDOM) else None,
        "department": visit.department,
        "target_name": visit.firm.name,
        "place": f"{visit.firm.name}生产经营场所",
        "started_at": start,
        "ended_at": end,
        "officers": visit.officers,
        "experts": f"{world.names.next()[0]}（市安全生产专家库）" if world.chance(0.2) else "",
        "summary": _summary(visit, len(findings), recheck=recheck),
        "findings": findings,
        "measure": visit.measure,
        "rectify_by": visit.rectify_by,
        "party_opinion": world.rng.choice(world.samples.findings("opinions")),
        "state": visit.state or State.RECORDED,
    }


def _summary(visit: Visit, count: int, *, recheck: bool) -> str:
    if recheck:
        return f"对责令限期整改的{count}项问题逐项复查，已全部整改完毕。"
    found = f"发现问题{count}项" if count else "未发现问题"
    kind = visit.origin.removesuffix("检查")
    how = "查看生产现场，查阅安全生产责任制、教育培训、隐患排查等资料，询问有关人员"
    return f"由{visit.department}对该单位开展{kind}检查，{how}，{found}。"
