"""What went wrong, said to whoever can mend it."""

import errno
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from qtapp.domain.errors import Cancelled, Conflict, UserError
from qtapp.ui.kit.ask import QtAsk, file_name
from qtapp.ui.kit.memory import FileMemory, Forgetful
from qtapp.ui.kit.notices import CrashDialog, Notices, Strip, report_text, sentence
from tests.ui.conftest import Crashes
from tests.ui.driving import press, shown, write


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (UserError("证号已登记"), "证号已登记"),
        (Conflict("刚被另一处改过"), "刚被另一处改过"),
        (Cancelled("已取消"), "已取消"),
        (
            PermissionError(errno.EACCES, "Permission denied", "/home/x/台账.xlsx"),
            "“台账.xlsx”：文件正被别的程序",
        ),
        (OSError(errno.ENOSPC, "No space left on device"), "磁盘空间不足"),
        (FileNotFoundError(errno.ENOENT, "No such file", "E:/备份.zip"), "找不到"),
        (OSError(errno.EROFS, "Read-only file system", "a.pdf"), "只读"),
        (OSError("nothing known"), "系统没有说明原因"),
    ],
)
def test_what_the_person_can_mend_is_a_chinese_sentence(error: BaseException, words: str) -> None:
    assert words in sentence(error)
    assert "ermission" not in sentence(error)


def test_a_fault_of_the_program_is_a_report_and_no_sentence() -> None:
    assert sentence(ValueError("x")) == ""


@pytest.mark.loud
def test_a_fault_goes_to_the_report_and_a_refusal_to_the_strip(qtbot: QtBot) -> None:
    crashes = Crashes()
    notices = Notices(crashes)
    with qtbot.waitSignal(notices.told) as told:
        notices.failure(UserError("请填写"))
    assert told.args == ["请填写"]
    fault = KeyError("title")
    notices.failure(fault)
    assert crashes.errors == [fault]


def test_the_report_names_places_in_the_program_and_nobody() -> None:
    try:
        raise ValueError("顾某某 320681199001011234 家住海岱市")
    except ValueError as error:
        report = report_text(error, "执法台 1.0")
    assert "顾" not in report
    assert "320681" not in report
    assert str(Path.home()) not in report
    assert "tests/ui/test_kit_notices.py" in report


def test_the_report_is_copied_and_shown_one_at_a_time(qtbot: QtBot, dressed: QApplication) -> None:
    dialog = CrashDialog("执法台 1.0")
    dialog.show(ValueError("x"))
    dialog.show(ValueError("y"))
    boxes = [w for w in dressed.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    assert len(boxes) == 1
    buttons = {b.text().replace("&", ""): b for b in boxes[0].findChildren(QPushButton)}
    buttons["复制详情"].click()
    assert "ValueError" in QGuiApplication.clipboard().text()
    buttons["继续"].click()
    assert not boxes[0].isVisible()


def test_a_strip_stays_until_it_is_closed(qtbot: QtBot, dressed: QApplication) -> None:
    strip = Strip()
    qtbot.addWidget(strip)
    strip.show_text("文件打不开")
    assert strip.text == "文件打不开"
    with qtbot.waitSignal(strip.closed):
        strip.shut.click()
    assert strip.text == ""


# --- asking ---


def test_a_question_is_answered_by_its_button_and_not_by_escape(qtbot: QtBot, dressed: QApplication) -> None:
    from PySide6.QtWidgets import QMessageBox, QWidget

    window = QWidget()
    qtbot.addWidget(window)
    shown(qtbot, window)
    done: list[str] = []
    ask = QtAsk(window, Forgetful())
    ask.confirm("作废这一件？", "作废", lambda: done.append("作废"))
    box = window.findChild(QMessageBox)
    assert box is not None
    box.reject()
    assert done == []
    ask.confirm("作废这一件？", "作废", lambda: done.append("作废"))
    box = window.findChildren(QMessageBox)[-1]
    next(b for b in box.buttons() if b.text() == "作废").click()
    assert done == ["作废"]


def test_a_reason_is_not_taken_while_it_is_empty(qtbot: QtBot, dressed: QApplication) -> None:
    from PySide6.QtWidgets import QPlainTextEdit, QWidget

    window = QWidget()
    qtbot.addWidget(window)
    shown(qtbot, window)
    said: list[str] = []
    QtAsk(window, Forgetful()).words("作废的原因", "作废", said.append)
    dialog = window.findChild(QDialog)
    assert dialog is not None
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "作废")
    assert not button.isEnabled()
    entry = dialog.findChild(QPlainTextEdit)
    assert entry is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    entry.setFocus()
    write("重复登记")
    press("Ctrl+Enter")
    assert said == ["重复登记"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("应急举〔2026〕1号 海岱/化工.pdf", "应急举〔2026〕1号 海岱 化工.pdf"),
        ("a\u202efdp.exe", "afdp.exe"),
        ("长" * 200 + ".pdf", "长" * 100 + ".pdf"),
    ],
)
def test_a_suggested_name_is_one_that_windows_takes(words: str, name: str) -> None:
    assert file_name(words) == name


def test_what_is_remembered_outlives_the_program_and_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "window.json"
    FileMemory(path).put("宽", [1, 2])
    assert FileMemory(path).get("宽", []) == [1, 2]
    path.write_text("{", "utf-8")
    assert FileMemory(path).get("宽", "没有") == "没有"
