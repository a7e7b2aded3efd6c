"""A list as a workbook: every field but the sealed ones, of the records that the list shows."""

from collections.abc import Iterator
from pathlib import Path

from qtapp.domain.catalogue import RECORDS
from qtapp.domain.record import Record
from qtapp.domain.searches import Query
from qtapp.registers.register import Register
from qtapp.store.store import Work
from qtapp.usecases.progress import Progress

PIECE = 500


def export_list(work: Work, register: Register, query: Query, path: Path, progress: Progress) -> int:
    """Write the records a list finds, in its order, so that reading the file gives them again."""
    from qtapp.exchange.writing import write_register

    ids = work.of_kind(register.kind).ids(query)
    total = len(ids)

    def records() -> Iterator[Record]:
        repository = work.of_kind(register.kind)
        for start in range(0, total, PIECE):
            yield from repository.many(ids[start : start + PIECE])

    def step(done: int) -> None:
        progress.step(done, total, f"已写入 {done} 条")

    return write_register(path, RECORDS[register.kind], records(), progress=step)
