"""A window on a data folder of its own, and a register for it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qtapp.app.build import Parts
from qtapp.app.options import Options
from qtapp.app.paths import Paths, resources
from qtapp.app.window import Opening, application_of
from qtapp.domain.bureau import Bureau
from qtapp.domain.enterprises import Enterprise
from qtapp.usecases.bureau import set_up
from qtapp.usecases.enterprises import enter_enterprise
from tests.app.opened import ended


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data", resources())


@pytest.fixture
def opening(paths: Paths, qapp: QApplication, qtbot: QtBot) -> Iterator[Opening]:
    application_of(paths)
    opening = Opening(paths, Options("沈一"))
    yield opening
    ended(opening)


@pytest.fixture
def register(parts: Parts) -> Callable[[str], None]:
    """A register with its bureau and one enterprise."""

    def make(name: str) -> None:
        store = parts.open_store()
        with store.working() as work:
            set_up(work, Bureau(name="海岱市应急管理局"))
            enter_enterprise(work, Enterprise(name=name))
        store.close()

    return make
