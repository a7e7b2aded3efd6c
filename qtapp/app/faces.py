"""Typefaces lent to a system that has none for Chinese, and Qt's own words in Chinese."""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

UI_FACE = "EnfHei.ttf"
RARE_FACES = ("EnfSong.ttf", "EnfRare.ttf")


def translate(application: QApplication) -> None:
    """Qt's own words, in buttons and dialogs, in Chinese."""
    translator = QTranslator(application)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)


def lend_face(folder: Path) -> tuple[str, ...]:
    """A system without a Chinese typeface borrows the one that is printed with."""
    if QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return ()
    return lent(folder / UI_FACE)


def lent(path: Path) -> tuple[str, ...]:
    number = QFontDatabase.addApplicationFont(str(path))
    return tuple(QFontDatabase.applicationFontFamilies(number)) if number >= 0 else ()
