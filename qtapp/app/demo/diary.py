"""The year as a diary: what happened at which moment, done again in that order through the use cases."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from qtapp.store.store import Work
from qtapp.usecases.office import Office
from qtapp.usecases.progress import Progress


class Clock:
    """Stands still at the moment of the entry that is being done."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment


@dataclass(frozen=True)
class Desk:
    """What every entry works with: the transaction, the office, and the ids of what was registered."""

    work: Work
    office: Office
    ids: dict[str, int] = field(default_factory=dict)


Act = Callable[[Desk], object]


@dataclass
class Diary:
    """Entries in any order; done in the order of their moments."""

    entries: list[tuple[datetime, int, str, Act]] = field(default_factory=list)

    def enter(self, moment: datetime, what: str, act: Act) -> None:
        self.entries.append((moment, len(self.entries), what, act))

    def live(self, desk: Desk, clock: Clock, progress: Progress, until: date) -> int:
        """Do every entry up to the end of the day. Gives how many were done."""
        due = sorted(entry for entry in self.entries if entry[0].date() <= until)
        for done, (moment, _, what, act) in enumerate(due):
            clock.moment = moment
            progress.step(done, len(due), f"{moment.year}年{moment.month}月：{what}")
            act(desk)
        return len(due)
