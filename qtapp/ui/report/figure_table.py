"""The yearly figures as rows: what is counted, how much, by which rule."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from qtapp.domain.figures import Figure
from qtapp.domain.money import wan, yuan

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
HEADS = ("项目", "数值", "单位", "记录", "统计口径")
NUMBERS = (1, 3)  # columns written to the right
NOTHING = "未登记"
FEN = "分"


def value_words(figure: Figure) -> tuple[str, str]:
    """(value, unit) for a person: money in yuan and in ten thousand yuan, rates in percent."""
    value, unit = figure.value, figure.rule.unit
    if value is None:
        return NOTHING, ""
    if unit == FEN:
        return yuan(int(value)), f"元（{wan(int(value))} 万元）"
    if not unit:
        return f"{value:.1%}", ""
    return f"{value:,}", unit


class FigureTable(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.figures: tuple[Figure, ...] = ()

    def start(self, figures: Sequence[Figure]) -> None:
        self.beginResetModel()
        self.figures = tuple(figures)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.figures)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        figure, column = self.figures[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(figure)[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return figure.rule.text
        if role == Qt.ItemDataRole.TextAlignmentRole and column in NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    @staticmethod
    def _words(figure: Figure) -> tuple[str, ...]:
        value, unit = value_words(figure)
        count = str(len(figure.records)) if figure.records else ""
        return figure.rule.label, value, unit, count, figure.rule.text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return HEADS[section]
        return None
