"""What goes wrong is written down: where, never whose data."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from qtapp.app import crash
from qtapp.domain.errors import UserError


@pytest.fixture
def listening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, list[str]]]:
    """The hooks of a window, with what it would show; all of it is taken back afterwards."""
    shown: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr("faulthandler.enable", lambda file: file.close())
    before = list(logging.getLogger("qtapp").handlers)
    crash.listen(tmp_path / "log", shown.append)
    yield tmp_path / "log" / crash.FILE, shown
    for handler in [h for h in logging.getLogger("qtapp").handlers if h not in before]:
        logging.getLogger("qtapp").removeHandler(handler)
        handler.close()


def failing(word: str) -> None:
    try:
        raise KeyError(word)
    except KeyError as error:
        raise ValueError(f"{word} 13900001111") from error


def test_what_escapes_is_shown_in_a_sentence_and_written_down(listening: tuple[Path, list[str]]) -> None:
    log, shown = listening
    try:
        failing("钭植物")
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    assert len(shown) == 1
    assert str(log) in shown[0]
    written = log.read_text("utf-8")
    assert "ValueError" in written
    assert "KeyError" in written
    assert "test_crash.py" in written
    assert "钭植物" not in written
    assert "13900001111" not in written


def test_what_escapes_on_another_thread_is_told_too(listening: tuple[Path, list[str]]) -> None:
    _, shown = listening
    thread = threading.Thread(target=failing, args=("x",))
    thread.start()
    thread.join()
    assert len(shown) == 1


@pytest.mark.loud
def test_a_logged_failure_says_nothing_of_the_register(listening: tuple[Path, list[str]]) -> None:
    log, _ = listening
    logger = logging.getLogger("qtapp.ui.kit.notices")
    try:
        failing("钭植物")
    except ValueError as error:
        logger.critical("bug at %s", "钭植物 13900001111", exc_info=error)
    logger.info("nothing of this is kept")
    written = log.read_text("utf-8")
    assert "bug at … …" in written
    assert "钭植物" not in written
    assert "nothing of this" not in written


def test_the_log_does_not_grow_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash, "SIZE", 2_000)
    for _ in range(200):
        crash.told(UserError("x"), tmp_path)
    files = list(tmp_path.iterdir())
    assert len(files) == crash.KEPT + 1
    assert all(path.stat().st_size <= 2_000 for path in files)


def test_a_log_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file where the folder should be")
    assert "错误记录也写不下来" in crash.told(ValueError("x"), tmp_path / "log")
