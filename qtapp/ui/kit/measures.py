"""Sizes taken from the type on screen, so that everything grows with it."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

WIDEST = 16_777_215  # what Qt takes for "no limit"


def line(widget: QWidget, lines: float = 1) -> int:
    """The height of so many lines of text."""
    return round(widget.fontMetrics().lineSpacing() * lines)


def han(widget: QWidget, characters: float) -> int:
    """The width of so many Chinese characters."""
    return round(widget.fontMetrics().horizontalAdvance("国") * characters)


def half(widget: QWidget, characters: float) -> int:
    """The width of so many half-width characters: two to a Chinese one."""
    return round(han(widget, characters) / 2)


def scaled(widget: QWidget, factor: float, *, bold: bool = False) -> QFont:
    """The widget's type, larger or smaller, whether it is measured in points or in pixels."""
    font = QFont(widget.font())
    if font.pixelSize() > 0:
        font.setPixelSize(round(font.pixelSize() * factor))
    else:
        font.setPointSizeF(font.pointSizeF() * factor)
    font.setBold(bold or font.bold())
    return font
