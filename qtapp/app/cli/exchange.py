"""Workbooks in and out on the command line."""

from pathlib import Path

from qtapp.app.cli.calls import DONE, FINDINGS, Answer, Call, Command, place_for, table
from qtapp.app.cli.parser import KIND, argument, count
from qtapp.usecases import imports
from qtapp.usecases.imports import Rehearsed, Report

FILE = argument("file", metavar="文件", type=Path, help="工作簿（.xlsx）或文本（.csv）")
SHOWN = 50


def take_in(call: Call) -> Answer:
    kind, path, trial = call.wanted.kind, call.wanted.file, call.wanted.dry_run
    read = imports.read_file(kind, path)
    try:
        with call.working() as work:
            report = imports.take_in(work, call.office, kind, read, path.name, trial=trial)
    except Rehearsed as rehearsed:
        report = rehearsed.report
    beside = path.with_name(f"{path.name}.rejected.xlsx")
    returned = ""
    if report.rejected and not trial:
        returned = f"退回的行在 {beside}{'（替换了上一次退回的工作簿）' if beside.exists() else ''}"
        imports.write_rejected(read, report, beside)
    document = {**_document(report), "rejected_file": str(beside) if returned else None}
    lines = [*_lines(report, trial=trial), *([returned] if returned else [])]
    return Answer(document, lines, FINDINGS if report.rejected else DONE)


def _document(report: Report) -> dict[str, object]:
    rows = [{"row": r.row, "column": r.column, "value": r.value, "reason": r.reason} for r in report.refusals]
    return {
        "id": report.id,
        "kind": report.kind.value,
        "accepted": report.accepted,
        "rejected": report.rejected,
        "rows": rows,
        "unknown": list(report.unknown),
    }


def _lines(report: Report, *, trial: bool) -> list[str]:
    rows = [(str(r.row), r.column, r.value, r.reason) for r in report.refusals[:SHOWN]]
    lines = table(("行", "栏目", "内容", "退回原因"), rows, limit=60) if rows else []
    if len(report.refusals) > SHOWN:
        lines.append(f"……另有 {len(report.refusals) - SHOWN} 处，见退回的工作簿")
    if report.unknown:
        lines.append(f"没有用到的栏目：{'、'.join(report.unknown)}")
    did = "试导入（没有保存）：可收" if trial else "收下"
    lines.append(f"{did} {report.accepted} 行，退回 {report.rejected} 行")
    if report.id:
        lines.append(f"导入编号 {report.id}（撤销：undo-import {report.id}）")
    return lines


def undo(call: Call) -> Answer:
    with call.working() as work:
        removed = imports.undo(work, call.wanted.id)
    return Answer(
        {"id": call.wanted.id, "removed": removed}, [f"导入 {call.wanted.id} 已撤销，取出 {removed} 条"]
    )


def export(call: Call) -> Answer:
    kind, path = call.wanted.kind, place_for(call.wanted.file, call.paths.places)
    with call.looking() as work:
        rows = imports.export(work, kind, path)
    return Answer(
        {"kind": kind.value, "file": str(path), "rows": rows}, [f"已导出{kind.label} {rows} 条到 {path}"]
    )


def template(call: Call) -> Answer:
    kind, path = call.wanted.kind, place_for(call.wanted.file, call.paths.places)
    with call.looking():  # the folder has its register after any command
        imports.write_template(kind, path)
    return Answer({"kind": kind.value, "file": str(path)}, [f"{kind.label}的导入模板已写到 {path}"])


COMMANDS = {
    "import": Command(
        "导入工作簿或文本",
        take_in,
        (KIND, FILE, argument("--dry-run", action="store_true", help="只试一遍，不保存")),
    ),
    "undo-import": Command(
        "撤销一次导入", undo, (argument("id", metavar="导入编号", type=count, help="导入时给出的编号"),)
    ),
    "export": Command("把一类记录导出为工作簿", export, (KIND, FILE)),
    "template": Command("空的导入模板，附填写说明", template, (KIND, FILE)),
}
