"""Finding what is meant: initials, characters, codes; arrows and Enter; free text."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from qtapp.domain.enterprises import Enterprise
from qtapp.store.store import Store
from qtapp.ui.kit.editor import Editor
from qtapp.ui.kit.parts import PartsEntry
from qtapp.ui.kit.picker import Candidate, PickerEntry, Picking, among, asking
from qtapp.ui.kit.workplace import Workplace
from qtapp.usecases.enterprises import enter_enterprise, find_enterprises
from tests.ui.driving import focus, go_to, press, shown, write
from tests.ui.kit_records import Item, Sample

NAMES = ("海岱金荣化工有限公司", "海岱荣升机械厂", "海岱䶮圩家具厂")
PEOPLE = [
    Candidate(1, "顾一", "执法大队"),
    Candidate(2, "顾二", "证件已到期", enabled=False),
    Candidate(3, "顾三", "危化科"),
]


@pytest.fixture
def firms(store: Store) -> None:
    with store.working() as work:
        for name in NAMES:
            enter_enterprise(work, Enterprise(name=name))


@pytest.fixture
def editor(firms: None, place: Workplace, qtbot: QtBot) -> Editor:
    look = asking(
        place.tasks, lambda work, text: [Candidate(e.id, e.name) for e in find_enterprises(work, text)]
    )
    picks = {
        "firm": Picking(look, lambda chosen: {"firm_id": chosen.id, "content": "带来的"}),
        "items.name": Picking(among(lambda: PEOPLE), lambda chosen: {"officer_id": chosen.id}, at_once=True),
    }
    editor = Editor(place, Sample, {"title": "题"}, picks=picks)
    shown(qtbot, editor)
    go_to(editor, "firm")
    return editor


def picker(editor: Editor) -> PickerEntry:
    entry = editor.entry("firm")
    assert isinstance(entry, PickerEntry)
    return entry


def test_initials_and_enter_take_the_firm_with_what_goes_with_it(editor: Editor, qtbot: QtBot) -> None:
    write("hdjr")
    qtbot.waitUntil(lambda: len(picker(editor).candidates) == 1)
    press("Enter")
    assert editor.record() == Sample(title="题", firm=NAMES[0], firm_id=1, content="带来的")
    assert focus() is not picker(editor).line


def test_a_fast_typist_presses_enter_before_the_answer(editor: Editor, qtbot: QtBot) -> None:
    write("hdrs")
    press("Enter")
    qtbot.waitUntil(lambda: editor.value("firm") == NAMES[1])
    assert focus() is not picker(editor).line


def test_arrows_choose_and_chinese_is_only_taken_when_chosen(editor: Editor, qtbot: QtBot) -> None:
    write("海岱")
    qtbot.waitUntil(lambda: len(picker(editor).candidates) == 3)
    press("Down", "Down", "Enter")
    assert editor.value("firm") in NAMES
    assert editor.carried["firm_id"] > 0


def test_free_text_stands_and_escape_closes_only_the_list(editor: Editor, qtbot: QtBot) -> None:
    write("海岱")
    qtbot.waitUntil(lambda: bool(picker(editor).candidates))
    press("Esc")
    assert picker(editor).candidates == []
    assert not editor.isHidden()
    press("Enter")
    assert editor.record().firm == "海岱"
    assert editor.record().firm_id == 0


def test_typing_over_a_chosen_firm_lets_go_of_its_number(editor: Editor, qtbot: QtBot) -> None:
    write("hdjr")
    press("Enter")
    qtbot.waitUntil(lambda: editor.carried.get("firm_id") == 1)
    go_to(editor, "firm")
    press("End")
    write("分厂")
    assert editor.record().firm_id == 0


def test_nothing_found_is_free_text(editor: Editor, qtbot: QtBot) -> None:
    write("zzzz")
    press("Enter")
    qtbot.waitUntil(lambda: focus() is not picker(editor).line)
    assert editor.value("firm") == "zzzz"


def test_an_answer_to_earlier_typing_is_dropped(place: Workplace, qtbot: QtBot) -> None:
    waiting: list[Callable[[list[Candidate]], object]] = []

    def look(_asker: QObject, _text: str, done: Callable[[list[Candidate]], object]) -> None:
        waiting.append(done)

    editor = Editor(place, Sample, picks={"firm": Picking(look)})
    shown(qtbot, editor)
    go_to(editor, "firm")
    write("a")
    qtbot.waitUntil(lambda: len(waiting) == 1)
    write("b")
    qtbot.waitUntil(lambda: len(waiting) == 2)
    waiting[1]([Candidate(2, "新的")])
    waiting[0]([Candidate(1, "旧的")])
    assert [c.title for c in picker(editor).candidates] == ["新的"]


def test_the_greyed_are_shown_with_their_reason_and_cannot_be_taken(editor: Editor, qtbot: QtBot) -> None:
    items = editor.entry("items")
    assert isinstance(items, PartsEntry)
    items.setFocus()
    press("Alt+Ins", "Down")
    entry = items.rows[0].entries["name"]
    assert isinstance(entry, PickerEntry)
    qtbot.waitUntil(lambda: len(entry.candidates) == 3)
    press("Down", "Down", "Enter")
    assert editor.value("items") == (Item(officer_id=3, name="顾三"),)


def test_rare_characters_are_found_by_themselves(editor: Editor, qtbot: QtBot) -> None:
    write("䶮")
    qtbot.waitUntil(lambda: [c.title for c in picker(editor).candidates] == [NAMES[2]])


def test_the_list_stays_within_the_window(editor: Editor, qtbot: QtBot) -> None:
    write("海岱")
    qtbot.waitUntil(lambda: bool(picker(editor).candidates))
    shown_list: Any = picker(editor)._list
    assert editor.rect().contains(shown_list.geometry())
