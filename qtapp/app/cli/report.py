"""The yearly figures and the legal clocks on the command line."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from qtapp.app.cli.calls import Answer, Call, Command, place_for, table
from qtapp.app.cli.parser import argument, day, start, year
from qtapp.domain.errors import Refused
from qtapp.domain.figures import LAW_GOVERNMENT, RULES, Figure
from qtapp.domain.law.clocks import Running, clock
from qtapp.domain.money import yuan
from qtapp.formkit.sheet import Align, Listing, Sheet
from qtapp.store.files import write_whole
from qtapp.usecases.report import figures, span_of

HEADINGS = ("指标", "数值", "单位", "统计规则", "记录")
WIDTHS = (36.0, 26.0, 12.0, 86.0)  # shares of the printed page's width
Title = tuple[str, str]  # the bureau, the table
COLUMNS = (22, 16, 8, 60, 60)  # characters of the workbook


def report(call: Call) -> Answer:
    wanted = call.wanted
    cut_off = wanted.cut_off or (wanted.as_of if wanted.as_of and wanted.as_of.year == wanted.year else None)
    with call.looking() as work:
        found = figures(work, wanted.year, cut_off, wanted.rules)
        bureau = work.bureau.name
    until = span_of(wanted.year, cut_off).until
    document = {
        "year": wanted.year,
        "cut_off": until.isoformat(),
        "rules": wanted.rules,
        "figures": [described(figure) for figure in found],
    }
    title = f"{wanted.year}年度统计表（截至{until.month}月{until.day}日）"
    lines = table(HEADINGS[:3], [row[:3] for row in map(_row, found)])
    if wanted.output:
        _write(call, place_for(wanted.output), (bureau, title), found)
        lines.append(f"已写到 {wanted.output}")
    return Answer(document, [bureau, title, *lines])


def described(figure: Figure) -> dict[str, Any]:
    return {
        "key": figure.rule.key,
        "label": figure.rule.label,
        "value": figure.value,
        "unit": figure.rule.unit,
        "rule_text": figure.rule.text,
        "records": list(figure.records),
    }


def _row(figure: Figure) -> tuple[str, str, str, str, str]:
    rule = figure.rule
    return rule.label, _value(figure), _unit(figure), rule.text, "、".join(figure.records)


def _value(figure: Figure) -> str:
    if figure.value is None:
        return "（没有登记）"
    return yuan(int(figure.value)) if figure.rule.key.endswith("_fen") else str(figure.value)


def _unit(figure: Figure) -> str:
    return "元" if figure.rule.key.endswith("_fen") else figure.rule.unit


def _write(call: Call, path: Path, title: Title, found: list[Figure]) -> None:
    suffix = path.suffix.lower()
    if suffix not in WRITERS:
        raise Refused(f"报告只能写成 {'、'.join(WRITERS)}，不能是“{path.name}”，请改文件名")
    WRITERS[suffix](call, path, title, found)


def _workbook(_call: Call, path: Path, title: Title, found: list[Figure]) -> None:
    from qtapp.exchange.writing import write_table

    write_table(path, "".join(title), HEADINGS, map(_row, found), widths=COLUMNS)


def _paper(call: Call, path: Path, title: Title, found: list[Figure]) -> None:
    rows = tuple(_row(figure)[:4] for figure in found)
    aligns = (Align.LEFT, Align.RIGHT, Align.CENTRE, Align.LEFT)
    listing = Listing(HEADINGS[:4], WIDTHS, rows, aligns)
    sheet = Sheet(form="report", title=title[1], blocks=(listing,), heading=title[0])
    write_whole(path, call.parts.draw([sheet], call.parts.clock()))


WRITERS: dict[str, Callable[[Call, Path, Title, list[Figure]], None]] = {
    ".xlsx": _workbook,
    ".csv": _workbook,
    ".pdf": _paper,
}


# --- clocks ---


def clock_(call: Call) -> Answer:
    rule = call.office.law.clocks.get(call.wanted.rule)
    begun: date | datetime = call.wanted.start
    with call.looking():  # the folder has its register after any command
        running = clock(rule, begun, call.office.law.calendar())
    left = (running.due - call.today).days
    document = {
        "rule": running.rule,
        "article": running.article,
        "action": rule.action,
        "start": begun.isoformat(),
        "due": running.due.isoformat(),
        "due_at": running.due_at.isoformat() if running.due_at else None,
        "unit": running.unit.value,
        "provisional": running.provisional,
        "caution": running.caution,
        "as_of": call.today.isoformat(),
        "days_left": left,
        "days": [{"date": d.date.isoformat(), "counted": d.counted, "why": d.why} for d in running.days],
    }
    return Answer(document, _clock_lines(running, rule.action, left))


def _clock_lines(running: Running, action: str, left: int) -> list[str]:
    ends = f"{running.due_at:%Y-%m-%d %H:%M}" if running.due_at else running.due.isoformat()
    state = f"还有 {left} 天" if left > 0 else "今天届满" if not left else f"已过 {-left} 天"
    days = [f"  {d.date} {'计' if d.counted else '不计'}：{d.why}" for d in running.days]
    note = ["（暂定：放假安排或新期限尚未公布）"] if running.provisional else []
    caution = [running.caution] if running.caution else []
    return [f"{action}（{running.article}）", *days, f"届满：{ends}，{state}", *note, *caution]


COMMANDS = {
    "report": Command(
        "年度统计数据，附统计规则和记录编号",
        report,
        (
            argument("year", metavar="年份", type=year, help="如 2021"),
            argument("--cut-off", metavar="日期", type=day, help="截稿日（默认年底）"),
            argument(
                "--rules",
                metavar="口径",
                choices=RULES,
                default=LAW_GOVERNMENT,
                help="、".join(RULES),
            ),
            argument("-o", "--output", metavar="文件", type=Path, help="写成 .xlsx、.csv 或 .pdf"),
        ),
    ),
    "clock": Command(
        "推算法定期限，逐日说明",
        clock_,
        (
            argument("rule", metavar="期限", help="法定期限的英文编号"),
            argument(
                "--start",
                metavar="日期",
                type=start,
                required=True,
                help="起算日；按小时的写 2026-02-01T09:30",
            ),
        ),
    ),
}
