"""Care of the register as a whole: is it sound, what lies where."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from qtapp.domain.documents import Document, State
from qtapp.domain.errors import Problem, UserError
from qtapp.store.backup import database_faults
from qtapp.store.ledger import Ledger
from qtapp.store.soundness import anchor_problems, record_problems, sealed_problems, search_problems
from qtapp.store.store import Work

PARTS = ("audit", "records", "sealed", "attachments", "numbers")
SHOWN = 50  # of each part; a register spoiled all over is told in as many sentences


@dataclass(frozen=True)
class Health:
    """What a check found; an empty list of problems is a sound register."""

    database: bool
    audit: bool
    attachments: bool
    numbers: bool
    records: bool = True
    sealed: bool = True
    problems: tuple[Problem, ...] = field(default=())

    @property
    def ok(self) -> bool:
        return not self.problems


def verify(work: Work) -> Health:
    """Check the database, then whether records, audit lines, envelopes, files and numbers agree."""
    if faults := database_faults(work.database):
        rest = Problem("database", "数据库已损坏，其他内容没有再核验；请从最近的备份恢复")
        broken = (*(Problem("database", text) for text in faults), rest)
        return Health(**dict.fromkeys(PARTS, False), database=False, problems=broken)
    found = [*_audited(work), *sealed_problems(work.database, work.vault), *search_problems(work.database)]
    numbers = [*work.numbers.problems(), *Ledger(work.database).problems()]
    found += [*_file_problems(work), *(Problem("numbers", fault.text) for fault in numbers)]
    sound = {part: all(fault.field != part for fault in found) for part in PARTS}
    return Health(**sound, database=True, problems=tuple(_cut(found)))


def _audited(work: Work) -> list[Problem]:
    """The chain, then what it says of the records; a broken chain says nothing that could be trusted."""
    if broken := work.audit.problems():
        return [*broken, Problem("audit", "操作记录有问题，没有再逐条核对记录与操作记录是否一致")]
    return [*anchor_problems(work.database, work.places.backups), *record_problems(work.database)]


def _file_problems(work: Work) -> list[Problem]:
    found: list[Problem] = []
    for document in work.of(Document).all():
        if document.sha256:
            try:
                work.files.get(document.sha256)
            except UserError as error:
                found.append(Problem("attachments", f"{document.title} {document.number}：{error}"))
        elif document.state == State.ISSUED and not document.values:
            told = f"{document.title} {document.number}：已发出，存档的内容却不见了，请从备份恢复"
            found.append(Problem("attachments", told))
    return found


def _cut(found: Iterable[Problem]) -> Iterable[Problem]:
    for part in PARTS:
        of_part = [fault for fault in found if fault.field == part]
        yield from of_part[:SHOWN]
        if left := len(of_part) - SHOWN:
            yield from [Problem(part, f"……另有 {left} 处同类问题")] * (left > 0)
