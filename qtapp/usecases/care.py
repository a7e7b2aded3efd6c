"""Care of the register as a whole: is it sound, what lies where."""

from dataclasses import dataclass, field

from qtapp.domain.documents import Document
from qtapp.domain.errors import Problem, UserError
from qtapp.store.backup import database_faults
from qtapp.store.store import Work


@dataclass(frozen=True)
class Health:
    """What a check found; an empty list of problems is a sound register."""

    database: bool
    audit: bool
    attachments: bool
    numbers: bool
    problems: tuple[Problem, ...] = field(default=())

    @property
    def ok(self) -> bool:
        return not self.problems


def verify(work: Work) -> Health:
    """Check database, audit chain, kept files and numbers."""
    if faults := database_faults(work.database):
        rest = Problem("database", "数据库已损坏，操作记录、存档文件和编号没有再核验；请从最近的备份恢复")
        broken = (*(Problem("database", text) for text in faults), rest)
        return Health(database=False, audit=False, attachments=False, numbers=False, problems=broken)
    audit = work.audit.problems()
    files = _file_problems(work)
    numbers = work.numbers.problems()
    problems = (*audit, *files, *numbers)
    return Health(
        database=True, audit=not audit, attachments=not files, numbers=not numbers, problems=problems
    )


def _file_problems(work: Work) -> list[Problem]:
    found: list[Problem] = []
    for document in work.of(Document).all():
        if document.sha256:
            try:
                work.files.get(document.sha256)
            except UserError as error:
                found.append(Problem("attachments", f"{document.title} {document.number}：{error}"))
    return found
