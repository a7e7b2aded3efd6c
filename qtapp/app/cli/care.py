"""Care of the register on the command line: samples, backups, checks."""

from dataclasses import asdict
from pathlib import Path

from qtapp.app.cli.calls import DONE, FINDINGS, Answer, Call, Command, place_for
from qtapp.app.cli.parser import argument, year
from qtapp.domain.catalogue import RECORDS
from qtapp.domain.errors import Refused
from qtapp.store import backup
from qtapp.usecases.care import verify
from qtapp.usecases.progress import Progress

SAMPLE_YEAR = 2021
VERIFIED = ("数据库", "操作记录", "存档文件", "编号", "记录", "密封件")


def demo(call: Call) -> Answer:
    from qtapp.app.demo import fill_sample_year

    with call.store() as store:
        with store.looking() as work:
            kept = [kind.label for kind in RECORDS if work.of_kind(kind).count()]
        if kept:
            raise Refused(
                f"这个数据文件夹里已有{'、'.join(kept)}的记录；示例数据只能放进空的文件夹，请用 --data 另指"
            )
        summary = fill_sample_year(store, call.office, call.wanted.year, Progress())
    document = {
        "year": summary.year,
        "cut_off": summary.cut_off.isoformat(),
        "bureau": summary.bureau,
        "counts": {kind.value: count for kind, count in summary.counts.items()},
    }
    return Answer(document, [summary.text(), f"数据文件夹：{call.paths.data}"])


def back_up(call: Call) -> Answer:
    path, places = call.wanted.file, call.paths.places
    if path.absolute().parent != places.backups.absolute():
        place_for(path, places)
    with call.store() as store:
        made = backup.back_up(store, path)
    document = {
        "file": str(path),
        "made_at": made.made_at.isoformat(),
        "schema": made.schema,
        "audit_lines": made.audit_lines,
        "counts": made.counts,
        "bytes": path.stat().st_size,
    }
    rows = sum(made.counts.get(kind.value, 0) for kind in RECORDS)
    return Answer(
        document, [f"已备份到 {path}（{rows} 条记录，已打开核对过）", "保管钥匙不在备份里，请另行保存恢复码"]
    )


def restore(call: Call) -> Answer:
    from qtapp.app.lock import refuse_while_open

    refuse_while_open(call.paths, "恢复备份")
    parts = call.parts
    manifest, kept = backup.restore(call.wanted.file, call.paths.places, parts.clock(), parts.user)
    with call.looking() as work:  # opened once, so that an older backup is brought up to date now
        can_open = work.vault.can_open
    document = {
        "file": str(call.wanted.file),
        "made_at": manifest.made_at.isoformat(),
        "counts": manifest.counts,
        "kept": str(kept) if kept else None,
    }
    lines = [f"已恢复 {manifest.made_at:%Y-%m-%d %H:%M} 的备份到 {call.paths.data}"]
    lines += [f"原来的数据保留在 {kept}"] if kept else []
    lines += ["原来的保管钥匙不是这份备份的，也放在那里"] if kept and (kept / "keys").exists() else []
    lines += [] if can_open else ["这里没有保管钥匙：举报人信息要用恢复码取回钥匙后才能查看"]
    return Answer(document, lines)


def verify_(call: Call) -> Answer:
    with call.looking() as work:
        health = verify(work)
    parts = {
        "database": health.database,
        "audit": health.audit,
        "attachments": health.attachments,
        "numbers": health.numbers,
        "records": health.records,
        "sealed": health.sealed,
    }
    problems = [{"part": p.field, "message": p.text} for p in health.problems]
    words = zip(VERIFIED, parts.values(), strict=True)
    lines = [f"{name}：{'完好' if sound else '有问题'}" for name, sound in words]
    return Answer(
        {"ok": health.ok, **parts, "problems": problems},
        [*lines, *(p.text for p in health.problems)],
        DONE if health.ok else FINDINGS,
    )


def doctor(call: Call) -> Answer:
    from qtapp.app.doctor import examined, lines

    found = examined(call.parts, call.today)
    return Answer(found, list(lines(found)), FINDINGS if found["problems"] else DONE)


def selftest(_call: Call) -> Answer:
    from qtapp.app.selftest import self_test

    tried = list(self_test())
    ok = all(step.ok for step in tried)
    return Answer(
        {"ok": ok, "steps": [asdict(step) for step in tried]},
        [f"{'通过' if s.ok else '失败'}　{s.name}：{s.detail}" for s in tried],
        DONE if ok else FINDINGS,
    )


BACKUP = argument("file", metavar="文件", type=Path, help="备份文件，如 备份.zip")
COMMANDS = {
    "demo": Command(
        "在空的数据文件夹里放入示例数据",
        demo,
        (argument("year", metavar="年份", type=year, nargs="?", default=SAMPLE_YEAR, help="默认 2021"),),
    ),
    "backup": Command("备份，程序使用中也可以", back_up, (BACKUP,)),
    "restore": Command("恢复备份，原来的数据保留", restore, (BACKUP,)),
    "verify": Command("核验数据库、操作记录、存档文件和编号", verify_),
    "doctor": Command("本机情况：版本、位置、字体、日历、数据库", doctor),
    "selftest": Command("在临时文件夹里自检", selftest),
}
