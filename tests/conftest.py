"""What every test may ask for: a register of its own, the office around it, no screen."""

import logging
import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qtapp.app.build import Parts
from qtapp.app.paths import Paths, resources
from qtapp.store.store import Store, Work
from qtapp.usecases.office import Office

# A loaded machine is no fault of the program; on the build machine every run tries the same examples.
settings.register_profile(
    "suite", deadline=None, derandomize="CI" in os.environ, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("suite")

START = datetime(2026, 3, 2, 9, 30)


@pytest.fixture(autouse=True)
def _quiet_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A test that makes the program log a warning says so: `@pytest.mark.loud`."""
    yield
    if request.node.get_closest_marker("loud"):
        return
    loud = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert not loud, [r.getMessage() for r in loud]


@pytest.fixture
def clock() -> Callable[[], datetime]:
    return lambda: START


@pytest.fixture
def parts(tmp_path: Path, clock: Callable[[], datetime]) -> Parts:
    """The program without a window, on a data folder of its own."""
    return Parts(Paths(tmp_path / "data", resources()), user="沈一", clock=clock)


@pytest.fixture
def store(parts: Parts) -> Iterator[Store]:
    store = parts.open_store()
    yield store
    store.close()


@pytest.fixture
def office(parts: Parts) -> Office:
    return parts.office


@pytest.fixture
def work(store: Store) -> Iterator[Work]:
    """A transaction on an empty register; what it did is kept when the test ends."""
    with store.working() as work:
        yield work
