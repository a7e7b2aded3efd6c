"""The roll call: by initials, by exception, in seconds."""


from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qtapp.domain.officers import Officer
from qtapp.domain.study import Mark
from qtapp.ui.study.calling import Calling, Person, people_of
from qtapp.ui.study.roll_grid import RollGrid
from qtapp.usecases.pinyin import initials_of
from tests.ui.sample_office import PEOPLE, names


def roster() -> tuple[Person, ...]:
    return people_of(
        Officer(id=place, name=name, department=f"科室{place % 6}", initials=initials_of(name))
        for place, name in enumerate(names(), start=1)
    )


def typed(calling: Calling, keys: str) -> Calling:
    for key in keys:
        calling.press(key)
    return calling


def marked(calling: Calling) -> dict[str, Mark]:
    return {p.name: calling.marks[p.id] for p in calling.people if calling.marks[p.id] != Mark.PRESENT}


def test_everybody_is_present_until_said_otherwise() -> None:
    calling = Calling(roster())
    assert (calling.expected, calling.present, calling.exceptions()) == (PEOPLE, PEOPLE, ())


def test_initials_and_one_key_make_a_mark() -> None:
    calling = typed(Calling(roster()), "lxq")
    assert marked(calling) == {"李晓": Mark.LEAVE}


def test_a_letter_that_goes_on_with_somebodys_initials_is_no_mark() -> None:
    """朱晓 is zx, 郑雪琴 is zxq: q goes on to 郑雪琴 and marks nobody."""
    calling = typed(Calling(roster()), "zxq")
    assert calling.current is not None
    assert (calling.current.name, marked(calling)) == ("郑雪琴", {})
    calling.clear()
    typed(calling, "zx")
    calling.confirm()
    calling.press("5")  # a digit is a mark whatever the names are
    assert marked(calling) == {"朱晓": Mark.LEAVE}


def test_of_two_who_answer_neither_is_marked_by_chance() -> None:
    two = (Person(1, "王丽", "办公室", ("wl",)), Person(2, "吴兰", "危化科", ("wl",)))
    calling = typed(Calling(two), "wlq")
    assert marked(calling) == {}
    assert "王丽、吴兰" in calling.hint
    calling.turn()
    calling.press("q")
    assert marked(calling) == {"吴兰": Mark.LEAVE}


def test_a_mark_can_be_taken_back_with_its_reason() -> None:
    calling = typed(Calling(roster()), "lxq")
    calling.give_reason("病假")
    assert calling.exceptions()[0].reason == "病假"
    calling.set_mark(Mark.PRESENT)
    assert (calling.exceptions(), calling.reasons) == ((), {})


def test_being_late_counts_as_having_come() -> None:
    assert typed(Calling(roster()), "lxc").present == PEOPLE
    assert typed(Calling(roster()), "lxx").present == PEOPLE - 1


def test_the_grid_takes_letters_as_typed(qtbot: QtBot) -> None:
    grid = RollGrid(Calling(roster()))
    qtbot.addWidget(grid)
    grid.show()
    qtbot.keyClicks(grid, "lx")
    qtbot.keyClick(grid, Qt.Key.Key_Q)
    assert marked(grid.calling) == {"李晓": Mark.LEAVE}
    with qtbot.waitSignal(grid.reason_wanted):
        qtbot.keyClick(grid, Qt.Key.Key_Return)
