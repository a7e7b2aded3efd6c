"""Where a complaint stands, and what is done with it next."""

from dataclasses import dataclass
from datetime import date, datetime

from qtapp.domain.complaints import (
    CHANNEL_FIELDS,
    ONLY_FOR_CHANNELS,
    Anonymity,
    Channel,
    Complaint,
    State,
)
from qtapp.domain.record import fields_of
from qtapp.ui.kit.step_bar import StepShown

ORDER = (State.REGISTERED, State.INSTRUCTED, State.ASSIGNED, State.RESULT, State.ANSWERED, State.CLOSED)
SEALED = tuple(field.name for field in fields_of(Complaint) if field.sealed)
WITHOUT_INFORMANT = {Anonymity.ANONYMOUS}
OPEN = (State.CLOSED, State.VOID)


@dataclass(frozen=True)
class Deed:
    """The next step: its name on the button, and the method of the page that does it."""

    title: str
    key: str


NEXT: dict[State, Deed] = {
    State.REGISTERED: Deed("录入阅批", "instruct"),
    State.INSTRUCTED: Deed("交办", "assign"),
    State.ASSIGNED: Deed("录入查处结果", "result"),
    State.RESULT: Deed("录入答复", "reply"),
    State.ANSWERED: Deed("办结", "close"),
}


def next_deed(complaint: Complaint) -> Deed | None:
    return NEXT.get(State(complaint.state))


def steps_of(complaint: Complaint) -> tuple[StepShown, ...]:
    """登记 → 阅批 → 交办 → 查处 → 答复 → 办结, each with its day (month and day) and person."""
    state = State(complaint.state)
    reached = ORDER.index(state) if state in ORDER else 0
    due = f"限 {_under(complaint.due_on, '')}" if complaint.due_on else ""
    answered = complaint.replied_on or ("不需答复" if not complaint.wants_reply else "")
    words = (
        ("登记", _under(complaint.received_at, complaint.registrar)),
        ("阅批", _under(complaint.instructed_on, complaint.chief)),
        ("交办", _under(complaint.assigned_on, complaint.department)),
        ("查处", _under(complaint.result_on, complaint.finding) or due),
        ("答复", _under(answered, "")),
        ("办结", _under(complaint.closed_on, "")),
    )
    done = len(words) if state is State.CLOSED else reached + 1
    return tuple(StepShown(title, place < done, under) for place, (title, under) in enumerate(words))


def _under(on: date | datetime | str | None, who: str) -> str:
    day = f"{on.month}-{on.day}" if isinstance(on, date) else on
    return " ".join(word for word in (day, who) if word)


def hidden_fields(channel: str, anonymity: str) -> frozenset[str]:
    """What the editor leaves out for this channel and this informant."""
    own = set(CHANNEL_FIELDS[Channel(channel)]) if channel in set(Channel) else set()
    hidden = set(ONLY_FOR_CHANNELS) - own
    if anonymity in WITHOUT_INFORMANT:
        hidden |= set(SEALED)
    return frozenset(hidden)
