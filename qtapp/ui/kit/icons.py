"""Line icons drawn by the house, tinted with the colours of the screen."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImageReader, QPalette, QPixmap

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
        icon = QIcon()
        for mode, tint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, paled(colour))):
            for size in SIZES:
                icon.addPixmap(self.picture(name, tint, size), mode)
        return icon

    def picture(self, name: str, colour: str, size: int) -> QPixmap:
        """One picture, so many pixels of the screen wide."""
        path = self._folder / f"{name}.svg"
        if not name or self._folder == NONE or not path.exists():
            return QPixmap()
        return _painted(QByteArray(path.read_text("utf-8").replace("currentColor", colour).encode()), size)


def paled(colour: str) -> str:
    """The colour half way to grey, for what cannot be used now."""
    tint = QColor(colour)
    return QColor((tint.red() + 320) // 3, (tint.green() + 320) // 3, (tint.blue() + 320) // 3).name()


def _painted(drawing: QByteArray, size: int) -> QPixmap:
    """By Qt's reader of pictures: its library for SVG itself takes longer to come than all icons to draw."""
    buffer = QBuffer(drawing)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"svg")
    reader.setScaledSize(QSize(size, size))
    return QPixmap.fromImage(reader.read())
