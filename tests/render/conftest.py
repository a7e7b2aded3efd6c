"""The program's own faces, the same on every computer."""

from pathlib import Path

import pytest

from qtapp.render.fonts import Faces

FONTS = Path(__file__).parents[2] / "resources" / "fonts"


@pytest.fixture(scope="session")
def faces() -> Faces:
    return Faces(FONTS, bundled_only=True)
