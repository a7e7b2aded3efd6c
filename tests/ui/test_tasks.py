"""The door between window and data: work elsewhere, answers here."""

from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from qtapp.domain.enterprises import Enterprise
from qtapp.domain.errors import Cancelled, UserError
from qtapp.domain.kinds import Kind
from qtapp.store.store import Store
from qtapp.tasks.tasks import Tasks
from qtapp.usecases.enterprises import enter_enterprise
from qtapp.usecases.progress import Progress


@pytest.fixture
def asker(dressed: Any) -> QObject:
    return QObject()


def enter(name: str) -> Any:
    return lambda work: enter_enterprise(work, Enterprise(name=name))


def refuse(_work: Any) -> None:
    raise UserError("不行")


def names(store: Store) -> list[str]:
    with store.looking() as work:
        return [firm.name for firm in work.of(Enterprise).all()]


def test_the_work_is_done_elsewhere_and_answered_here(tasks: Tasks, asker: QObject, qtbot: QtBot) -> None:
    seen: list[QThread] = []
    answered: list[QThread] = []
    tasks.look(asker, lambda _w: seen.append(QThread.currentThread()), lambda _n: here(answered))
    tasks.change(asker, lambda _w: seen.append(QThread.currentThread()), lambda _n: here(answered))
    tasks.work_out(asker, lambda: seen.append(QThread.currentThread()), lambda _n: here(answered))
    qtbot.waitUntil(lambda: len(answered) == 3)
    assert asker.thread() not in seen
    assert set(answered) == {asker.thread()}


def here(found: list[QThread]) -> None:
    found.append(QThread.currentThread())


def test_changes_are_made_in_the_order_in_which_they_were_asked_for(
    tasks: Tasks, asker: QObject, store: Store, qtbot: QtBot
) -> None:
    wanted = [f"第{number}厂" for number in range(20)]
    done: list[str] = []
    for name in wanted:
        tasks.change(asker, enter(name), lambda firm: done.append(firm.name))
    qtbot.waitUntil(lambda: len(done) == 20)
    assert done == names(store) == wanted


def test_every_page_is_told_what_kinds_changed_after_the_asker(
    tasks: Tasks, asker: QObject, qtbot: QtBot
) -> None:
    order: list[Any] = []
    tasks.committed.connect(order.append)
    tasks.change(asker, enter("甲厂"), lambda firm: order.append(firm.name))
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["甲厂", frozenset({Kind.ENTERPRISE})]


def test_a_refusal_goes_to_the_asker_and_otherwise_to_all(tasks: Tasks, asker: QObject, qtbot: QtBot) -> None:
    told: list[BaseException] = []
    tasks.change(asker, refuse, print, told.append)
    qtbot.waitUntil(lambda: bool(told))
    with qtbot.waitSignal(tasks.failed) as failed:
        tasks.change(asker, refuse, print)
    assert str(failed.args[0] if failed.args else "") == "不行"


def test_an_answer_to_somebody_who_has_gone_is_dropped_but_the_work_is_kept(
    tasks: Tasks, store: Store, dressed: Any, qtbot: QtBot
) -> None:
    gone = QObject()
    answered: list[Any] = []
    with qtbot.waitSignal(tasks.committed):
        tasks.change(gone, enter("甲厂"), answered.append)
        from shiboken6 import delete

        delete(gone)
    assert answered == []
    assert names(store) == ["甲厂"]


def test_a_refused_change_leaves_nothing_behind(
    tasks: Tasks, asker: QObject, store: Store, qtbot: QtBot
) -> None:
    def half(work: Any) -> None:
        enter_enterprise(work, Enterprise(name="甲厂"))
        raise UserError("后半步不行")

    with qtbot.waitSignal(tasks.failed):
        tasks.change(asker, half)
    assert names(store) == []


def test_a_job_told_to_stop_leaves_nothing_behind(
    tasks: Tasks, asker: QObject, store: Store, qtbot: QtBot
) -> None:
    def many(work: Any, progress: Progress) -> None:
        for number in range(10_000):
            enter_enterprise(work, Enterprise(name=f"第{number}厂"))
            progress.step(number + 1, 10_000)

    with qtbot.waitSignal(tasks.failed) as failed:
        progress = tasks.import_like(asker, many, print)
        qtbot.waitUntil(lambda: progress.read().done > 3)
        progress.cancel()
    assert isinstance(failed.args[0] if failed.args else None, Cancelled)
    assert names(store) == []


def test_looking_does_not_wait_for_a_long_change(tasks: Tasks, asker: QObject, qtbot: QtBot) -> None:
    from threading import Event

    go_on, looked = Event(), list[int]()
    tasks.change(asker, lambda _work: go_on.wait(20))
    tasks.look(asker, lambda work: work.of(Enterprise).count(), looked.append)
    qtbot.waitUntil(lambda: looked == [0])
    go_on.set()


def test_whether_something_is_being_saved_is_told_once_at_each_end(
    tasks: Tasks, asker: QObject, qtbot: QtBot
) -> None:
    said: list[bool] = []
    tasks.busy.connect(said.append)
    with qtbot.waitSignal(tasks.failed):
        tasks.change(asker, enter("甲厂"))
        tasks.change(asker, refuse)
    assert said == [True, True, True, False]
