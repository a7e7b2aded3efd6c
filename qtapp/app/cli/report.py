"""The yearly figures and the legal clocks on the command line."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from qtapp.app.cli.calls import Answer, Call, Command, place_for, table
from qtapp.app.cli.parser import argument, day, start, year
from qtapp.app.figures import HEADINGS, row, title_of, write
from qtapp.domain.figures import LAW_GOVERNMENT, RULES, Figure
from qtapp.domain.law.clocks import Running, clock
from qtapp.usecases.report import figures, span_of


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
    title = title_of(bureau, wanted.year, until)
    lines = table(HEADINGS[:3], [words[:3] for words in map(row, found)])
    if wanted.output:
        place = place_for(wanted.output, call.paths.places)
        write(place, title, found, lambda sheets: call.parts.draw(sheets, call.parts.clock()))
        lines.append(f"已写到 {wanted.output}")
    return Answer(document, [*title, *lines])


def described(figure: Figure) -> dict[str, Any]:
    return {
        "key": figure.rule.key,
        "label": figure.rule.label,
        "value": figure.value,
        "unit": figure.rule.unit,
        "rule_text": figure.rule.text,
        "records": list(figure.records),
    }


# --- clocks ---

HEAD, TAIL = 40, 20  # days of a long account that a person is shown


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
    word = "届满" if running.due >= running.start_day else "推算到"
    ends = f"{running.due_at:%Y-%m-%d %H:%M}" if running.due_at else running.due.isoformat()
    state = f"还有 {left} 天" if left > 0 else "就在今天" if not left else f"已过 {-left} 天"
    days = [f"  {d.date} {'计' if d.counted else '不计'}：{d.why}" for d in running.days]
    if len(days) > HEAD + TAIL:
        days[HEAD:-TAIL] = [f"  ……（中间 {len(days) - HEAD - TAIL} 天逐日照计，全部见 --json）"]
    note = ["（暂定：放假安排或新期限尚未公布）"] if running.provisional else []
    caution = [running.caution] if running.caution else []
    return [f"{action}（{running.article}）", *days, f"{word}：{ends}，{state}", *note, *caution]


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
