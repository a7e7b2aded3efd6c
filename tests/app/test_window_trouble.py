"""A window that may only look, and registers that cannot be opened."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from qtapp.app.build import Parts
from qtapp.app.main import window_words
from qtapp.app.options import Options
from qtapp.app.paths import Paths
from qtapp.app.window import Opening, refusal
from qtapp.domain.enterprises import Enterprise
from qtapp.store.store import Store
from qtapp.usecases.enterprises import enter_enterprise
from tests.app.opened import ended, opened, started

# --- only to be looked at ---


def test_a_read_only_window_says_so_and_refuses_to_save(
    paths: Paths, register: Callable[[str], None], qapp: QApplication, qtbot: QtBot
) -> None:
    register("海岱金荣化工有限公司")
    opening = Opening(paths, Options("沈一"), readonly=True)
    opened(opening, qtbot)
    assert opening.window.banner.isVisible()
    assert opening.window.saved.text() == "只读"
    assert opening.program
    draft = Enterprise(name="后来的厂")
    opening.program.tasks.change(opening.window, lambda work: enter_enterprise(work, draft))
    qtbot.waitUntil(lambda: "只读方式，不能保存" in opening.window.strip.text)
    opening.restore(paths.data / "备份.zip")
    assert "不能恢复备份" in opening.window.strip.text
    ended(opening)


SECOND = """
    import sys
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMessageBox
    from qtapp.app import desktop, window
    from qtapp.app.lock import only_window
    from qtapp.app.main import run
    from qtapp.app.paths import Paths, resources

    desktop.on_screen = lambda: True
    said = []

    class Watched(window.Opening):
        def show(self):
            self.opened.connect(lambda: (said.append(self.window.banner.isVisible()), self.window.close()))
            super().show()

    def click():
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            next(button for button in box.buttons() if button.text() == ANSWER).click()
        else:
            QTimer.singleShot(20, click)

    window.Opening = Watched
    application = window.application_of(Paths(Path(sys.argv[1]), resources()))
    QTimer.singleShot(20, click)
    with only_window(Paths(Path(sys.argv[1]), resources())):
        status = run(["--data", sys.argv[1]])
    assert said == SAID, said
    sys.exit(status)
"""


def test_a_second_start_is_told_and_may_look(paths: Paths, register: Callable[[str], None]) -> None:
    register("海岱金荣化工有限公司")
    told = started(SECOND.replace("ANSWER", "'只读打开'").replace("SAID", "[True]"), paths.data)
    assert "已经打开着这个数据文件夹" in told
    told = started(SECOND.replace("ANSWER", "'退出'").replace("SAID", "[]"), paths.data, status=2)
    assert "已经打开着这个数据文件夹" in told


# --- what cannot be opened ---


def test_a_damaged_register_is_told_in_one_sentence_and_the_program_ends(paths: Paths) -> None:
    paths.data.mkdir(parents=True)
    paths.places.database.write_bytes(b"not a register" * 100)
    told = started(
        "import sys; from qtapp.app.main import run; sys.exit(run(['--data', sys.argv[1]]))",
        paths.data,
        status=2,
    )
    assert "不是本程序的数据库" in told
    assert len([line for line in told.splitlines() if "plugin" not in line]) == 1
    assert paths.places.database.read_bytes() == b"not a register" * 100


def test_the_box_that_says_why_has_one_way_out(
    opening: Opening, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[int] = []
    monkeypatch.setattr(QApplication, "exit", left.append)
    box = refusal(opening.window, "登记簿已损坏，请从最近的备份恢复")
    box.open()
    assert box.text() == "登记簿已损坏，请从最近的备份恢复。"
    assert [button.text() for button in box.buttons()] == ["退出"]
    box.buttons()[0].click()
    assert not box.isVisible()
    assert left == [2]


def test_a_failure_nobody_foresaw_is_written_down_and_told(
    opening: Opening, paths: Paths, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_parts: Parts, **_more: object) -> Store:
        raise RuntimeError("海岱金荣")

    monkeypatch.setattr(Parts, "open_store", broken)
    with qtbot.waitSignal(opening.failed, timeout=20_000) as failed:
        opening.show()
    assert failed.args
    assert "没有预料到的错误" in failed.args[0]
    assert "海岱金荣" not in (paths.log / "zhifatai.log").read_text("utf-8")


# --- the whole program ---


def test_a_started_program_ends_well_when_its_window_is_closed(
    paths: Paths, register: Callable[[str], None]
) -> None:
    register("海岱金荣化工有限公司")
    code = """
        import sys
        from PySide6.QtCore import QTimer
        from qtapp.app import window
        from qtapp.app.main import run

        class Watched(window.Opening):
            def show(self):
                self.opened.connect(lambda: QTimer.singleShot(2500, self.window.close))
                super().show()

        window.Opening = Watched
        sys.exit(run(["--data", sys.argv[1]]))
    """
    told = started(code, paths.data)
    assert [line for line in told.splitlines() if "plugin does not support" not in line] == []
    assert (paths.data / "window.json").exists()
    assert not (paths.log / "zhifatai.log").exists()


def test_only_the_options_of_the_window_open_it_without_the_command_line() -> None:
    assert window_words([]) == {}
    assert window_words(["--data", "D:/数据", "--user=沈一"]) == {"--data": "D:/数据", "--user": "沈一"}
    for words in (["list"], ["--data"], ["--data="], ["--data", "--json"], ["--help"], ["--data", "a", "b"]):
        assert window_words(words) is None


def test_the_frame_is_painted_before_records_and_store_are_loaded() -> None:
    code = """
        import sys
        import qtapp.app.main, qtapp.app.window
        heavy = {"peewee", "qtapp.store.store", "qtapp.domain.record", "qtapp.app.cli.perform", "forms"}
        assert not heavy & sys.modules.keys(), heavy & sys.modules.keys()
    """
    started(code, Path())


def test_nothing_is_saved_over_the_register(
    opening: Opening, register: Callable[[str], None], paths: Paths, tmp_path: Path, qtbot: QtBot
) -> None:
    register("海岱金荣化工有限公司")
    opened(opening, qtbot)
    saved: list[Path] = []
    for chosen in (paths.places.database, tmp_path / "举报.xlsx"):
        opening.window.place.ask.save_path("导出", "举报.xlsx", "表格 (*.xlsx)", saved.append)
        dialog = opening.window.findChildren(QFileDialog)[-1]
        dialog.fileSelected.emit(str(chosen))
        dialog.close()
    assert "登记簿自己的文件" in opening.window.strip.text
    assert saved == [tmp_path / "举报.xlsx"]
