"""Line icons drawn by the house, tinted with the colours of the screen."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 24, 32, 48, 64)
NONE = Path()


class Icons:
    """Icons by name from one folder; a name without a file is no icon, never a fault."""

    def __init__(self, folder: Path = NONE) -> None:
        self._folder = folder
        self._made: dict[tuple[str, str], QIcon] = {}

    def get(self, name: str, colour: str = "") -> QIcon:
        colour = colour or QGuiApplication.palette().color(QPalette.ColorRole.WindowText).name()
        key = (name, colour)
        if key not in self._made:
            self._made[key] = self._draw(name, colour)
        return self._made[key]

    def _draw(self, name: str, colour: str) -> QIcon:
        path = self._folder / f"{name}.svg"
        if not name or self._folder == NONE or not path.exists():
            return QIcon()
        words = path.read_text("utf-8")
        icon = QIcon()
        for mode, tint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, paled(colour))):
            drawing = QSvgRenderer(QByteArray(words.replace("currentColor", tint).encode()))
            for size in SIZES:
                icon.addPixmap(_painted(drawing, size), mode)
        return icon


def paled(colour: str) -> str:
    """The colour half way to grey, for what cannot be used now."""
    tint = QColor(colour)
    return QColor((tint.red() + 320) // 3, (tint.green() + 320) // 3, (tint.blue() + 320) // 3).name()


def _painted(drawing: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawing.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
