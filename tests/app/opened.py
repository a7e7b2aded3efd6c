"""What the tests of the window's start do again and again."""

import subprocess
import sys
import textwrap
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from qtapp.app.window import Opening
from qtapp.store.store import Store
from qtapp.ui.setup.page import SetupPage

ROOT = Path(__file__).parents[2]


def ended(opening: Opening) -> None:
    opening.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def opened(opening: Opening, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opening.opened, timeout=20_000):
        opening.show()
    opening.window.activateWindow()
    qtbot.waitUntil(opening.window.isActiveWindow)


def setup_of(opening: Opening) -> SetupPage:
    panel = opening.window.ground.panel
    assert isinstance(panel, SetupPage)
    return panel


def store_of(opening: Opening) -> Store:
    assert opening.program
    return opening.program.store


def started(code: str, data: Path, *, status: int = 0) -> str:
    """A program of its own, its standard error given back."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(data)],
        capture_output=True,
        cwd=ROOT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == status, done.stderr
    return done.stderr
