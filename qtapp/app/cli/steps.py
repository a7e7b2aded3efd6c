"""The steps of complaints and cases, and the roll call, on the command line."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from qtapp.app.cli.calls import Answer, Call, Command
from qtapp.app.cli.finding import found_as
from qtapp.app.cli.parser import NUMBER, SET, argument, day, pair
from qtapp.app.cli.records import told
from qtapp.app.cli.values import values_of
from qtapp.domain.cases import Step, StepKind
from qtapp.domain.complaints import Complaint, Instruction, Reply, Result
from qtapp.domain.errors import Refused
from qtapp.domain.kinds import Kind
from qtapp.domain.study import Mark, RollException, Session
from qtapp.store.store import Work
from qtapp.usecases import complaints
from qtapp.usecases.cases import take_step
from qtapp.usecases.study import call_roll, expected

ON = argument("--on", metavar="日期", type=day, help="办理日期（默认今天）")


def step(call: Call) -> Answer:
    taken = Step(
        kind=call.wanted.step,
        taken_on=call.wanted.on or call.today,
        person=call.wanted.person,
        opinion=call.wanted.opinion,
    )
    with call.working() as work:
        case = found_as(work, call.wanted.number, Kind.CASE)
        kept = take_step(work, call.office, case.id, taken)
    numbers = [d.number for d in kept.decisions if d.number]
    return Answer(
        {**told(kept), "state": kept.state, "decisions": numbers},
        [f"{kept.reference} {kept.state}", *numbers],
    )


def instruct(call: Call) -> Answer:
    given = values_of(Instruction, call.wanted.values)

    def act(work: Work, complaint: Complaint) -> Complaint:
        words = replace(Instruction(), **given)
        on = words.instructed_on or call.today
        due = words.due_on or complaints.default_due(work, on)
        return complaints.record_instruction(work, complaint.id, replace(words, instructed_on=on, due_on=due))

    return _complaint(call, act)


def assign(call: Call) -> Answer:
    return _complaint(call, lambda work, c: complaints.assign(work, c.id, call.wanted.on or call.today))


def result(call: Call) -> Answer:
    given = replace(Result(result_on=call.today), **values_of(Result, call.wanted.values))
    return _complaint(call, lambda work, c: complaints.enter_result(work, c.id, given))


def reply(call: Call) -> Answer:
    given = replace(Reply(replied_on=call.today), **values_of(Reply, call.wanted.values))
    return _complaint(call, lambda work, c: complaints.enter_reply(work, c.id, given))


def close(call: Call) -> Answer:
    return _complaint(
        call, lambda work, c: complaints.close_complaint(work, c.id, call.wanted.on or call.today)
    )


def _complaint(call: Call, act: Callable[[Work, Any], Complaint]) -> Answer:
    with call.working() as work:
        kept = act(work, found_as(work, call.wanted.number, Kind.COMPLAINT))
    return Answer({**told(kept), "state": kept.state}, [f"{kept.reference} {kept.state}"])


def roll(call: Call) -> Answer:
    """Everyone is marked present but the exceptions, 姓名=请假:原因."""
    with call.working() as work:
        session = found_as(work, call.wanted.number, Kind.SESSION)
        exceptions = [_exception(work, session, name, mark) for name, mark in call.wanted.marks]
        kept = call_roll(work, session.id, exceptions)
    document = {**told(kept), "expected": kept.expected, "present": kept.present}
    return Answer(document, [f"{kept.reference} 应到 {kept.expected} 人，实到 {kept.present} 人"])


def _exception(work: Work, session: Any, name: str, text: str) -> RollException:
    assert isinstance(session, Session)  # noqa: S101 - found as one
    mark, _, reason = text.replace("：", ":").partition(":")
    if mark not in set(Mark):
        raise Refused(f"“{name}”的出勤不能是“{mark}”，请从 {'、'.join(Mark)} 中选择")
    on = session.held_on or work.today
    people = [officer.id for officer in expected(work, on) if officer.name == name]
    if len(people) != 1:
        raise Refused(f"“{name}”在 {on} {'不在册' if not people else '有同名的人，请在窗口里点名'}")
    return RollException(officer_id=people[0], mark=mark, reason=reason)


COMMANDS = {
    "instruct": Command("录入主要领导阅批（举报）", instruct, (NUMBER, SET)),
    "assign": Command("交办举报", assign, (NUMBER, ON)),
    "result": Command("录入查处结果（举报）", result, (NUMBER, SET)),
    "reply": Command("录入答复（举报）", reply, (NUMBER, SET)),
    "close": Command("办结举报", close, (NUMBER, ON)),
    "step": Command(
        "走一步办案程序",
        step,
        (
            NUMBER,
            argument("step", metavar="步骤", choices=[k.value for k in StepKind], help="、".join(StepKind)),
            ON,
            argument("--person", metavar="姓名", default="", help="审批（经办）人"),
            argument("--opinion", metavar="意见", default="", help="纸上的意见"),
        ),
    ),
    "roll": Command(
        "集中学习点名：只写没有正常到会的人",
        roll,
        (
            NUMBER,
            argument(
                "--mark",
                dest="marks",
                metavar="姓名=出勤[:原因]",
                nargs="+",
                action="extend",
                default=[],
                type=pair,
                help="、".join(Mark),
            ),
        ),
    ),
}
