"""How everything looks: Fusion, a quiet palette, a small style sheet measured in the type's own size."""

from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

ACCENT, ACCENT_DEEP = "#1f5f8b", "#174a6d"
GROUND, SHEET, LINE = "#f3f5f7", "#ffffff", "#c9d1d8"
INK, QUIET, FAULT = "#1d262e", "#55636f", "#b3261e"
STYLE = "Fusion"
SIZES = {"小": 0.9, "标准": 1.0, "大": 1.25, "特大": 1.6}
FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
)


def dress(application: QApplication, families: tuple[str, ...] = FAMILIES, size: float = 1.0) -> None:
    """Give the program its style, its colours and its type; `size` is the person's own."""
    application.setStyle(STYLE)
    clothe(application, families, size)


def clothe(application: QApplication, families: tuple[str, ...], size: float) -> None:
    """Colours and type, where the program was started in the style already."""
    QLocale.setDefault(QLocale("zh_CN"))
    application.setPalette(palette())
    font = QFont(application.font())
    font.setFamilies([*families, font.family()])
    font.setPointSizeF(10 * size)
    application.setFont(font)
    application.setStyleSheet(sheet(size))


def palette() -> QPalette:
    ground = QColor(GROUND)
    colours = QPalette(ground, ground)  # with one colour PySide first makes every enumeration of Qt
    role = QPalette.ColorRole
    for place, colour in {
        role.Window: GROUND,
        role.Base: SHEET,
        role.AlternateBase: "#f7f9fa",
        role.Text: INK,
        role.WindowText: INK,
        role.ButtonText: INK,
        role.Button: "#fbfcfd",
        role.Highlight: ACCENT,
        role.HighlightedText: "#ffffff",
        role.PlaceholderText: "#75828d",
        role.Link: ACCENT,
        role.ToolTipBase: "#fffbe6",
        role.ToolTipText: INK,
    }.items():
        colours.setColor(place, QColor(colour))
    for place in (role.Text, role.WindowText, role.ButtonText):
        colours.setColor(QPalette.ColorGroup.Disabled, place, QColor("#97a2ab"))
    return colours


def sheet(size: float) -> str:
    """Widgets are told apart by properties, so that no page needs a style of its own."""
    return f"""
QLabel[quiet="true"] {{ color: {QUIET}; }}
QLabel[fault="true"] {{ color: {FAULT}; }}
QLabel[heading="true"] {{ color: {ACCENT_DEEP}; font-weight: 600; padding: 0.35em 0 0.1em 0;
    border-bottom: 1px solid {LINE}; }}
QLabel[title="true"] {{ font-size: {13 * size:.1f}pt; font-weight: 600; }}
QLabel[huge="true"] {{ font-size: {18 * size:.1f}pt; font-weight: 600; color: {ACCENT_DEEP}; }}
QPushButton[main="true"] {{ background: {ACCENT}; color: white; border: 1px solid {ACCENT_DEEP};
    border-radius: 3px; padding: 0.3em 1em; font-weight: 600; }}
QPushButton[main="true"]:hover, QPushButton[main="true"]:focus {{ background: {ACCENT_DEEP}; }}
QPushButton[main="true"]:disabled {{ background: #9fb4c3; border-color: #9fb4c3; }}
QFrame[strip="warning"] {{ background: #fff3d6; border: 1px solid #d9a600; border-radius: 3px; }}
QFrame[strip="error"] {{ background: #fde7e5; border: 1px solid {FAULT}; border-radius: 3px; }}
QFrame[strip="info"] {{ background: #e6f0f8; border: 1px solid #8fb3cf; border-radius: 3px; }}
QTreeWidget[floating="true"] {{ border: 1px solid {ACCENT}; background: {SHEET}; }}
QToolButton[chip="true"] {{ border: 1px solid {LINE}; border-radius: 3px; padding: 0.15em 0.9em 0.15em 0.5em;
    background: {SHEET}; }}
QToolButton[chip="true"][set="true"] {{ border-color: {ACCENT}; background: #e6f0f8; color: {ACCENT_DEEP}; }}
QListWidget[nav="true"] {{ border: none; background: #22323f; color: #e4ebf0; outline: none; }}
QListWidget[nav="true"]::item {{ padding: 0 0.6em; border-left: 3px solid transparent; }}
QListWidget[nav="true"]::item:selected {{ background: #33485a; color: white;
    border-left: 3px solid #6db3e8; }}
QListWidget[nav="true"]::item:hover {{ background: #2b3d4c; }}
QPushButton[card="true"] {{ background: {SHEET}; border: 1px solid {LINE}; border-radius: 4px; }}
QPushButton[card="true"][urgent="true"] {{ border: 1px solid {FAULT}; background: #fdf3f2; }}
QPushButton[card="true"][urgent="true"] QLabel {{ color: {FAULT}; }}
QPushButton[card="true"]:hover, QPushButton[card="true"]:focus {{ border: 2px solid {ACCENT}; }}
QLabel[readonly="true"] {{ background: #fff3d6; color: #6b4e00; padding: 0.3em 0.8em; }}
"""
