"""Filters above a list, commands, and the line of a long job."""

from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qtapp.domain.complaints import State
from qtapp.domain.kinds import Kind
from qtapp.domain.searches import Filter, Op
from qtapp.registers.lists import REGISTERS
from qtapp.ui.kit.chips import Chips, ChoiceChip, SpanChip, WordsChip
from qtapp.ui.kit.commands import Command, Commands, bar
from qtapp.ui.kit.icons import Icons
from qtapp.ui.kit.progress_line import ProgressLine
from qtapp.usecases.progress import Progress
from tests.ui.driving import press, shown, write


@pytest.fixture
def chips(dressed: QApplication, qtbot: QtBot) -> Chips:
    chips = Chips(REGISTERS[Kind.COMPLAINT], lambda: datetime(2026, 3, 2, 9, 30))
    qtbot.addWidget(chips)
    shown(qtbot, chips, 900, 60)
    return chips


def choose(chip: ChoiceChip | SpanChip, words: str) -> None:
    next(action for action in chip.list.actions() if action.text() == words).trigger()


def test_several_states_are_let_through_together(chips: Chips, qtbot: QtBot) -> None:
    chip = chips.chips["state"]
    assert isinstance(chip, ChoiceChip)
    choose(chip, State.REGISTERED)
    with qtbot.waitSignal(chips.changed):
        choose(chip, State.ASSIGNED)
    assert chips.filters() == (Filter("state", ("待阅批", "查处中")),)
    assert chip.text() == "状态：待阅批、查处中"
    choose(chip, "不限")
    assert chips.filters() == ()


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("本年", date(2026, 1, 1), date(2026, 12, 31)),
        ("本月", date(2026, 3, 1), date(2026, 3, 31)),
        ("近30天", date(2026, 2, 1), date(2026, 3, 2)),
        ("上年", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_spans_of_days_are_a_click(chips: Chips, words: str, since: date, until: date) -> None:
    chip = chips.chips["received_at"]
    assert isinstance(chip, SpanChip)
    choose(chip, words)
    assert chips.filters() == (
        Filter("received_at", since, Op.SINCE),
        Filter("received_at", until, Op.UNTIL),
    )


def test_a_day_is_typed_into_a_span(chips: Chips, qtbot: QtBot) -> None:
    chip = chips.chips["received_at"]
    assert isinstance(chip, SpanChip)
    chip._first.setText("2-1")
    chip._read()
    assert chips.filters() == (Filter("received_at", date(2026, 2, 1), Op.SINCE),)


def test_words_are_looked_for_after_a_pause(chips: Chips, qtbot: QtBot) -> None:
    chip = chips.chips["department"]
    assert isinstance(chip, WordsChip)
    chip._entry.setText("执法")
    with qtbot.waitSignal(chips.changed):
        chip._typed()
    assert chips.filters() == (Filter("department", "执法", Op.HAS),)


def test_what_no_chip_can_say_stands_as_a_chip_that_can_be_taken_off(chips: Chips, qtbot: QtBot) -> None:
    given = (
        Filter("due_on", date(2026, 3, 1), Op.UNTIL),
        Filter("state", "查处中"),
        Filter("state", "x", Op.NOT),
    )
    chips.take(given)
    assert set(chips.filters()) == set(given)
    with qtbot.waitSignal(chips.changed):
        chips._extra.click()
    assert chips.filters() == ()


def test_all_filters_are_cleared_at_once(chips: Chips, qtbot: QtBot) -> None:
    chips.take((Filter("state", "查处中"),))
    with qtbot.waitSignal(chips.changed):
        chips._off.click()
    assert chips.filters() == ()
    assert chips._off.isHidden()


# --- commands ---


def test_a_command_is_a_button_a_key_and_a_line_of_the_help(dressed: QApplication, qtbot: QtBot) -> None:
    page, done, allowed = QWidget(), list[str](), [True]
    qtbot.addWidget(page)
    commands = Commands([page], Icons())
    commands.add(
        Command("登记", lambda: done.append("登记"), "Ctrl+N"),
        Command("保存", lambda: done.append("保存"), "Ctrl+Enter", lambda: allowed[0]),
    )
    tools = bar(page)
    commands.fill(tools)
    page.setFocus()
    shown(qtbot, page)
    page.setFocus()
    press("Ctrl+N", "Ctrl+Enter")
    allowed[0] = False
    commands.refresh()
    press("Ctrl+Enter")
    assert done == ["登记", "保存"]
    assert not commands.action("保存").isEnabled()
    assert commands.action("登记").toolTip() == "登记（Ctrl+N）"
    assert commands.keys() == [("Ctrl+N", "登记"), ("Ctrl+Enter", "保存")]


# --- the line of a long job ---


def test_a_short_job_shows_no_line_and_a_long_one_can_be_stopped(dressed: QApplication, qtbot: QtBot) -> None:
    from qtapp.domain.errors import Cancelled

    ground = QWidget()
    qtbot.addWidget(ground)
    line, progress = ProgressLine(ground), Progress()
    line.watch(progress, "正在导入")
    assert line.isHidden()
    progress.step(3, 10, "第 3 行")
    qtbot.waitUntil(lambda: not line.isHidden())
    assert line.words.text() == "正在导入　第 3 行"
    assert (line.meter.value(), line.meter.maximum()) == (3, 10)
    line.stopper.click()
    with pytest.raises(Cancelled):
        progress.step(4, 10)
    line.stop()
    assert line.isHidden()


def test_typing_goes_to_what_has_the_focus(dressed: QApplication, qtbot: QtBot) -> None:
    """The tests' own hands: letters by keys, Chinese as the input method commits it."""
    from PySide6.QtWidgets import QLineEdit

    entry = QLineEdit()
    qtbot.addWidget(entry)
    shown(qtbot, entry)
    entry.setFocus()
    write("ab")
    write("䶮𠅤")
    assert entry.text() == "ab䶮𠅤"
