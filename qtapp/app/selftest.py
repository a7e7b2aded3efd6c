"""The program tries itself in a temporary folder: what a packaged program is released by."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from qtapp.app import crash
from qtapp.app.build import Parts
from qtapp.app.paths import Paths, resources
from qtapp.domain.complaints import Complaint
from qtapp.domain.errors import UserError
from qtapp.domain.kinds import Kind
from qtapp.store.backup import back_up, restore
from qtapp.store.store import Places, Store
from qtapp.usecases import imports
from qtapp.usecases.care import verify
from qtapp.usecases.complaints import register_complaint
from qtapp.usecases.documents import Paper, printed
from qtapp.usecases.records import search

CONTENT = "自检：仓库堵塞消防通道，䶮、𬭎、㛃三处未整改"
INFORMANT = "自检举报人钭某"
FORM = "complaint_register"
WHEN = datetime(2026, 1, 5, 9, 30)


@dataclass(frozen=True)
class Tried:
    name: str
    ok: bool
    detail: str


class Trial:
    """One run through the program on a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.parts = Parts(Paths(folder / "data", resources()), user="自检", clock=lambda: WHEN)
        self.store = self.parts.open_store()
        self.complaint = Complaint()
        self.content = b""

    def register(self) -> str:
        draft = Complaint(
            content=CONTENT,
            target_name="自检机械厂",
            anonymity="要求保密",
            informant_name=INFORMANT,
            informant_phone="00000000",
        )
        with self.store.working() as work:
            self.complaint = register_complaint(work, draft)
        return self.complaint.number

    def draw(self) -> str:
        with self.store.working() as work:
            self.content = printed(work, self.parts.office, self.complaint, Paper(FORM))
        _expect(self.content.startswith(b"%PDF"), "打印出来的不是 PDF")
        return f"{len(self.content)} 字节"

    def read_back(self) -> str:
        from qtapp.render.picture import text_of

        words = "".join("".join(text_of(self.content)).split())
        _expect(CONTENT in words and self.complaint.number in words, "PDF 里读不回登记的文字")
        _expect(INFORMANT not in words, "PDF 里露出了举报人")
        return f"{len(words)} 字"

    def find(self) -> str:
        with self.store.looking() as work:
            total, _ = search(work, "消防通道")
        _expect(total == 1, "查找不到刚登记的举报")
        return "1 条"

    def exchange(self) -> str:
        path = self.folder / "举报.xlsx"
        with self.store.looking() as work:
            imports.export(work, Kind.COMPLAINT, path)
        other = Parts(Paths(self.folder / "other", resources()), user="自检", clock=lambda: WHEN)
        store = other.open_store()
        try:
            table = imports.read_file(Kind.COMPLAINT, path)
            with store.working() as work:
                report = imports.take_in(work, other.office, Kind.COMPLAINT, table, path.name)
                again = work.of(Complaint).first(number=self.complaint.number)
        finally:
            store.close()
        _expect(report.accepted == 1 and again is not None and again.content == CONTENT, "导出再导入不一致")
        return "1 行"

    def back_up(self) -> str:
        return f"{sum(back_up(self.store, self.folder / '备份.zip').counts.values())} 行"

    def restore(self) -> str:
        places = Places(self.folder / "restored")
        restore(self.folder / "备份.zip", places, WHEN)
        store = Store(places, "自检", lambda: WHEN)
        try:
            with store.looking() as work:
                again = work.of(Complaint).first(number=self.complaint.number)
                health = verify(work)
        finally:
            store.close()
        _expect(
            again == self.complaint or (again is not None and again.content == CONTENT), "恢复后记录不一致"
        )
        _expect(health.ok, "恢复后核验有问题")
        return self.complaint.number

    def verify(self) -> str:
        with self.store.looking() as work:
            health = verify(work)
        _expect(health.ok, "；".join(problem.text for problem in health.problems))
        return "数据库、操作记录、存档、编号"

    def steps(self) -> tuple[tuple[str, Callable[[], str]], ...]:
        return (
            ("登记", self.register),
            ("打印", self.draw),
            ("读回", self.read_back),
            ("查找", self.find),
            ("导出导入", self.exchange),
            ("备份", self.back_up),
            ("恢复", self.restore),
            ("核验", self.verify),
        )


def _expect(holds: Any, otherwise: str) -> None:
    if not holds:
        raise UserError(otherwise)


def self_test() -> Iterator[Tried]:
    """Each step as it is done; after the first that fails nothing more is tried."""
    with TemporaryDirectory(prefix="zhifatai-", ignore_cleanup_errors=True) as folder:
        trial = Trial(Path(folder))
        try:
            yield from _taken(trial)
        finally:
            trial.store.close()
            gc.collect()  # fonts are mapped files, which Windows does not delete while they are held


def _taken(trial: Trial) -> Iterator[Tried]:
    for name, step in trial.steps():
        try:
            detail = step()
        except UserError as error:
            yield Tried(name, ok=False, detail=str(error))
            return
        except Exception as error:  # noqa: BLE001 - a self-test reports what it meets, whatever it is
            yield Tried(name, ok=False, detail=crash.described(error))
            return
        yield Tried(name, ok=True, detail=detail)
