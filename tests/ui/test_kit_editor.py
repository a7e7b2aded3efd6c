"""The editor made from a declaration, driven by keys."""

from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from qtapp.domain.errors import Invalid, Problem
from qtapp.store.store import Store
from qtapp.ui.kit.editor import Editor
from qtapp.ui.kit.entries import PassageEntry
from qtapp.ui.kit.parts import PartsEntry
from qtapp.ui.kit.workplace import Workplace
from tests.ui.conftest import Answers
from tests.ui.driving import fill_in, focus, go_to, press, shown, write
from tests.ui.kit_records import Item, Sample


@pytest.fixture
def editor(place: Workplace, qtbot: QtBot) -> Editor:
    editor = Editor(place, Sample, title="登记")
    shown(qtbot, editor)
    editor.focus_first()
    return editor


def handed_in(editor: Editor) -> list[Any]:
    offered: list[Any] = []
    editor.offered.connect(offered.append)
    press("Ctrl+Enter")
    return offered


def test_a_record_is_entered_from_first_to_last_without_a_mouse(editor: Editor) -> None:
    write("仓库堵塞")
    press("Enter")
    write("2")
    press("Enter", "Enter")
    write("13")
    press("Enter")
    write("9-1")
    press("Enter")
    write("9-1 8:05")
    press("Enter")
    write("2")
    press("Enter")
    write("12")
    press("Enter")
    press("Space")
    press("Enter")
    write("海岱化工")
    press("Enter", "Enter")
    write("夜间锁闭安全出口")
    record = handed_in(editor)[0]
    assert record == Sample(
        title="仓库堵塞",
        channel="来信",
        kinds=("甲", "丙"),
        held_on=date(2026, 9, 1),
        at=datetime(2026, 9, 1, 8, 5),
        fine_fen=200,
        pages=12,
        urgent=True,
        firm="海岱化工",
        content="夜间锁闭安全出口",
    )


def test_faults_stand_beside_their_entries_and_the_first_has_the_keyboard(editor: Editor) -> None:
    go_to(editor, "pages")
    write("十二")
    assert handed_in(editor) == []
    assert editor.faults() == {"pages": "“页数”应为整数，不能是“十二”"}
    assert focus() is editor.entry("pages").focusProxy()


def test_a_missing_entry_is_named_where_it_is_missing(editor: Editor) -> None:
    assert handed_in(editor) == []
    assert editor.faults() == {"title": "请填写“题名”"}
    write("补上")
    assert editor.faults() == {}
    assert handed_in(editor)


def test_an_overlong_title_is_refused_with_its_length_and_not_cut(editor: Editor) -> None:
    write("𠅤" * 9)
    assert handed_in(editor) == []
    assert "9 字" in editor.faults()["title"]
    assert editor.value("title") == "𠅤" * 9


def test_what_the_use_case_refuses_is_marked_beside_the_entry(editor: Editor) -> None:
    editor.refuse(Invalid(Problem("firm", "没有这家单位"), Problem("", "整张表有矛盾")))
    assert editor.faults() == {"firm": "没有这家单位"}
    assert editor.strip.text == "整张表有矛盾"


def test_composing_pinyin_is_not_yet_an_entry(editor: Editor) -> None:
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QApplication

    QApplication.sendEvent(focus(), QInputMethodEvent("hai dai", []))
    assert editor.value("title") == ""
    assert not editor.dirty


def test_choices_are_taken_by_digit_and_by_initial_and_emptied_by_delete(editor: Editor) -> None:
    go_to(editor, "colour")
    write("2")
    assert editor.value("colour") == "绿"
    write("h")
    assert editor.value("colour") == "红"
    press("Del")
    assert editor.value("colour") == ""
    go_to(editor, "channel")
    press("Del")
    assert editor.value("channel") == "来电"
    write("l")
    assert editor.value("channel") == "来信"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("t", date(2026, 3, 2)),
        ("+15", date(2026, 3, 17)),
        ("-1", date(2026, 3, 1)),
        ("9-1", date(2026, 9, 1)),
        ("2021.9.1", date(2021, 9, 1)),
        ("20210901", date(2021, 9, 1)),
        ("２０２１年９月１日", date(2021, 9, 1)),
        ("明天", date(2026, 3, 3)),
    ],
)
def test_days_are_typed_short(editor: Editor, typed: str, day: date) -> None:
    fill_in(editor, held_on=typed)
    press("Tab")
    assert editor.value("held_on") == day
    assert editor.entry("held_on").typed() == f"{day:%Y-%m-%d}"


def test_a_day_that_is_none_stays_as_typed_and_is_named(editor: Editor) -> None:
    fill_in(editor, title="题", held_on="2-30")
    press("Tab")
    assert editor.entry("held_on").typed() == "2-30"
    assert handed_in(editor) == []
    assert "不存在" in editor.faults()["held_on"]


def test_the_calendar_opens_by_f4_and_gives_the_day_it_shows(editor: Editor, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QApplication

    go_to(editor, "held_on")
    press("F4")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    press("Right", "Enter")
    qtbot.waitUntil(lambda: editor.value("held_on") == date(2026, 3, 3))


def test_an_amount_is_spelled_in_capitals_beside_it(editor: Editor) -> None:
    from qtapp.ui.kit.entries import MoneyEntry

    entry = editor.entry("fine_fen")
    assert isinstance(entry, MoneyEntry)
    go_to(editor, "fine_fen")
    write("2")
    write("万")
    assert entry.spelled.text() == "贰万元整"
    press("Tab")
    assert entry.typed() == "20,000.00"


def test_rows_are_added_filled_and_taken_away_by_keys(editor: Editor) -> None:
    items = editor.entry("items")
    assert isinstance(items, PartsEntry)
    items.setFocus()
    press("Alt+Ins")
    write("灭火器")
    press("Enter")
    write("3")
    press("Enter")
    write("手套")
    press("Alt+Ins")
    write("多余")
    press("Alt+Del")
    assert editor.value("items") == (Item(name="灭火器", count=3), Item(name="手套"))


def test_a_blank_last_row_is_left_by_enter_and_counts_for_nothing(editor: Editor) -> None:
    fill_in(editor, title="题")
    editor.entry("items").setFocus()
    press("Alt+Ins", "Enter")
    assert not editor.entry("items").isAncestorOf(focus())
    assert handed_in(editor)[0].items == ()


def test_hidden_fields_count_as_empty_and_keep_what_was_typed(editor: Editor) -> None:
    fill_in(editor, title="题", firm="海岱化工")
    editor.show_fields(["firm"], shown=False)
    assert handed_in(editor)[0].firm == ""
    editor.show_fields(["firm"])
    assert editor.value("firm") == "海岱化工"


def test_a_changed_record_keeps_its_identity_and_what_is_not_shown(place: Workplace) -> None:
    old = Sample(id=7, version=3, title="旧", firm_id=9, hidden="密")
    editor = Editor(place, old, only=("title",))
    editor.fill({"title": "新"})
    assert editor.record() == Sample(id=7, version=3, title="新", firm_id=9, hidden="密")


def test_escape_asks_only_when_something_was_typed(editor: Editor, answers: Answers, qtbot: QtBot) -> None:
    answers.reply = ""
    write("半句")
    press("Esc")
    assert answers.asked == ["这里填写的内容还没有保存。"]
    answers.reply = "放弃填写"
    with qtbot.waitSignal(editor.closed):
        press("Esc")


def test_escape_leaves_an_untouched_editor_without_a_word(
    editor: Editor, answers: Answers, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(editor.closed):
        press("Esc")
    assert answers.asked == []


def test_a_pasted_book_is_cut_to_what_a_passage_holds(editor: Editor) -> None:
    entry = editor.entry("content")
    assert isinstance(entry, PassageEntry)
    QGuiApplication.clipboard().setText("长" * 30_000)
    entry.passage.paste()
    assert len(entry.typed()) == 20_000


# --- drafts ---


def draft_of(store: Store, key: str) -> dict[str, Any] | None:
    with store.looking() as work:
        return work.drafts.get(key)


def test_what_is_typed_is_kept_after_a_silence_and_given_back(
    place: Workplace, store: Store, qtbot: QtBot
) -> None:
    editor = Editor(place, Sample, draft="samples:new")
    shown(qtbot, editor)
    fill_in(editor, title="半句", held_on="2-30")
    go_to(editor, "items")
    press("Alt+Ins")
    write("灭火器")
    press("Tab")
    qtbot.waitUntil(lambda: (draft_of(store, "samples:new") or {}).get("items", []) != [], timeout=4000)
    again = Editor(place, Sample, draft="samples:new")
    qtbot.waitUntil(lambda: bool(again.restored.text))
    assert again.value("title") == "半句"
    assert again.entry("held_on").typed() == "2-30"
    assert again.value("items") == (Item(name="灭火器"),)


def test_a_sealed_entry_lies_in_the_draft_only_sealed(place: Workplace, store: Store, qtbot: QtBot) -> None:
    editor = Editor(place, Sample, draft="samples:new")
    shown(qtbot, editor)
    fill_in(editor, hidden="顾某某")
    press("Tab")
    qtbot.waitUntil(lambda: draft_of(store, "samples:new") is not None)
    raw = store.database.execute_sql("SELECT text, box FROM draft").fetchone()
    assert "顾某某" not in raw[0]
    assert "顾某某".encode() not in bytes(raw[1])
    assert (draft_of(store, "samples:new") or {})["hidden"] == "顾某某"


def test_a_draft_given_up_is_gone(place: Workplace, store: Store, qtbot: QtBot) -> None:
    place.drafts.keep("samples:new", {"title": "旧稿"}, {})
    editor = Editor(place, Sample, draft="samples:new")
    qtbot.waitUntil(lambda: editor.value("title") == "旧稿")
    editor.drop_draft()
    assert editor.value("title") == ""
    qtbot.waitUntil(lambda: draft_of(store, "samples:new") is None)


def test_a_saved_record_takes_its_draft_along(place: Workplace, store: Store, qtbot: QtBot) -> None:
    editor = Editor(place, Sample, draft="samples:new")
    shown(qtbot, editor)
    editor.offered.connect(lambda record: editor.send(lambda _work: record.title, print))
    fill_in(editor, title="题")
    press("Tab")
    qtbot.waitUntil(lambda: draft_of(store, "samples:new") is not None)
    with qtbot.waitSignal(editor.closed):
        press("Ctrl+Enter")
    qtbot.waitUntil(lambda: draft_of(store, "samples:new") is None)


def test_a_second_ctrl_enter_does_not_save_twice(place: Workplace, qtbot: QtBot) -> None:
    saved: list[str] = []
    editor = Editor(place, Sample)
    shown(qtbot, editor)
    editor.offered.connect(lambda record: editor.send(lambda _work: record.title, saved.append))
    fill_in(editor, title="题")
    press("Ctrl+Enter", "Ctrl+Enter")
    qtbot.waitUntil(lambda: bool(saved))
    qtbot.wait(50)
    assert saved == ["题"]
