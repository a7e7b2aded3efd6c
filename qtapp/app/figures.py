"""The yearly figures as a workbook or on paper, from the window and from the command line alike."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from qtapp.domain.errors import Refused
from qtapp.domain.figures import Figure
from qtapp.domain.money import yuan
from qtapp.formkit.sheet import Align, Listing, Sheet
from qtapp.store.files import write_whole

HEADINGS = ("指标", "数值", "单位", "统计规则", "记录")
WIDTHS = (36.0, 26.0, 12.0, 86.0)  # shares of the printed page's width
COLUMNS = (22, 16, 8, 60, 60)  # characters of the workbook
Title = tuple[str, str]  # the bureau, the table
Drawing = Callable[[Sequence[Sheet]], bytes]


def title_of(bureau: str, year: int, until: date) -> Title:
    return bureau, f"{year}年度统计表（截至{until.month}月{until.day}日）"


def row(figure: Figure) -> tuple[str, str, str, str, str]:
    rule = figure.rule
    return rule.label, _value(figure), _unit(figure), rule.text, "、".join(figure.records)


def write(path: Path, title: Title, found: Sequence[Figure], draw: Drawing) -> None:
    """Write .xlsx, .csv or .pdf as the name says."""
    suffix = path.suffix.lower()
    if suffix not in WRITERS:
        raise Refused(f"报告只能写成 {'、'.join(WRITERS)}，不能是“{path.name}”，请改文件名")
    WRITERS[suffix](path, title, found, draw)


def _value(figure: Figure) -> str:
    if figure.value is None:
        return "（没有登记）"
    return yuan(int(figure.value)) if figure.rule.key.endswith("_fen") else str(figure.value)


def _unit(figure: Figure) -> str:
    return "元" if figure.rule.key.endswith("_fen") else figure.rule.unit


def _workbook(path: Path, title: Title, found: Sequence[Figure], _draw: Drawing) -> None:
    from qtapp.exchange.writing import write_table

    write_table(path, "".join(title), HEADINGS, map(row, found), widths=COLUMNS)


def _paper(path: Path, title: Title, found: Sequence[Figure], draw: Drawing) -> None:
    aligns = (Align.LEFT, Align.RIGHT, Align.CENTRE, Align.LEFT)
    listing = Listing(HEADINGS[:4], WIDTHS, tuple(row(figure)[:4] for figure in found), aligns)
    write_whole(path, draw([Sheet(form="report", title=title[1], blocks=(listing,), heading=title[0])]))


WRITERS: dict[str, Callable[[Path, Title, Sequence[Figure], Drawing], None]] = {
    ".xlsx": _workbook,
    ".csv": _workbook,
    ".pdf": _paper,
}
