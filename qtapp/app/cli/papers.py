"""Forms and papers on the command line."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from qtapp.app.cli.calls import Answer, Call, Command, place_for, table
from qtapp.app.cli.finding import found, subject
from qtapp.app.cli.parser import NUMBER, argument
from qtapp.domain.bureau import Bureau
from qtapp.domain.documents import Document, State
from qtapp.domain.errors import Invalid, Refused
from qtapp.domain.record import Record
from qtapp.formkit.form import Form
from qtapp.store.files import write_whole
from qtapp.store.store import Store
from qtapp.usecases.documents import Paper, blank, parties_for, printed
from qtapp.usecases.due import due_papers


def forms(call: Call) -> Answer:
    """The catalogue, or with a key one form, blank where a file is named."""
    if call.wanted.key:
        return _one_form(call, call.office.form(call.wanted.key))
    if call.wanted.blank:
        raise Refused("请写明打印哪种空白文书，如 forms complaint_register --blank 空白.pdf")
    found_forms = sorted(call.office.forms.values(), key=lambda f: (f.stage, f.order, f.key))
    with call.looking() as work:
        told = [described(form, work.bureau) for form in found_forms]
    rows = [[f["key"], f["title"], f["stage"], f["layout"], f["version"]] for f in told]
    lines = [*table(("式样", "名称", "阶段", "版式", "版本"), rows), f"共 {len(rows)} 种"]
    return Answer({"forms": told}, lines)


def _one_form(call: Call, form: Form) -> Answer:
    path = call.wanted.blank
    with call.looking() as work:
        told = described(form, work.bureau)
        if path:
            write_whole(place_for(path, call.paths.places), blank(work, call.office, form.key))
    fields = [f"{f.key}（{f.label}）{f.type}{' 必填' if f.required else ''}" for f in form.fields]
    lines = [f"{form.key} 《{told['title']}》", *([f"空白文书已写到 {path}"] if path else fields)]
    return Answer({"forms": [told], "file": str(path) if path else None}, lines)


def titled(form: Form, bureau: Bureau) -> str:
    return form.title.replace("{bureau.region}", bureau.region)


def described(form: Form, bureau: Bureau) -> dict[str, Any]:
    fields = [{"key": f.key, "label": f.label, "type": f.type, "required": f.required} for f in form.fields]
    return {
        "key": form.key,
        "title": titled(form, bureau),
        "stage": form.stage,
        "layout": form.style.value,
        "version": form.version,
        "audience": form.audience.value,
        "kind": form.record.value,
        "fields": fields,
    }


def print_(call: Call) -> Answer:
    """A paper of a record; without --form every paper that is complete, in statutory order."""
    wanted, output = call.wanted, place_for(call.wanted.output, call.paths.places)
    with call.store() as store:
        with store.looking() as work:
            named = found(work, wanted.number)
            record, bureau = subject(work, named), work.bureau
        papers = _papers(call, named, record)
        done, left = _drawn(call, store, record, papers)
    if not done:
        raise Refused("；".join(left) or f"{record.KIND.label}没有可以打印的文书")
    write_whole(output, _one_file([content for _, content in done]))
    keys = [paper.form for paper, _ in done]
    document = {
        "kind": record.KIND.value,
        "number": record.reference,
        "forms": keys,
        "file": str(output),
    }
    lines = [f"已打印《{titled(call.office.form(key), bureau)}》" for key in keys]
    return Answer({**document, "left": left}, [*lines, *left, f"在 {output}"])


def _papers(call: Call, named: Record, record: Record) -> list[Paper]:
    """What is asked for, each with its party, day and the reason for opening an identity."""
    wanted = call.wanted
    if isinstance(named, Document):
        if named.state == State.VOID:
            raise Refused(f"{named.reference} 已作废（{named.void_reason}），不能再打印")
        per_party = call.office.form(named.form).per_party
        papers = [Paper(named.form, named.party if per_party else "")]
    elif wanted.form:
        parties = parties_for(call.office.form(wanted.form), record)
        papers = [Paper(wanted.form, party) for party in parties]
        if not parties:
            raise Refused(f"{record.reference} 没有《{call.office.form(wanted.form).title}》所对应的当事人")
    else:
        papers = due_papers(call.office, record)
    chosen = [
        replace(p, on=wanted.as_of, reason=_reason(call, p)) for p in papers if _is_for(p, wanted.party)
    ]
    if not chosen and papers:
        raise Refused(f"{record.reference} 没有给“{wanted.party}”的文书，请核对当事人名称")
    if wanted.reason and not any(p.reason for p in chosen):
        raise Refused("要打印的文书上没有举报人信息，不用写 --reason")
    return chosen


def _is_for(paper: Paper, party: str) -> bool:
    return not party or paper.party == party


def _reason(call: Call, paper: Paper) -> str:
    sealed = any(field.sealed for field in call.office.form(paper.form).fields)
    return str(call.wanted.reason) if sealed else ""


def _drawn(
    call: Call, store: Store, record: Record, papers: list[Paper]
) -> tuple[list[tuple[Paper, bytes]], list[str]]:
    """Each paper in a transaction of its own; of several, those that are not complete are left out."""
    done: list[tuple[Paper, bytes]] = []
    left: list[str] = []
    for paper in papers:
        try:
            with store.working() as work:
                done.append((paper, printed(work, call.office, record, paper)))
        except (Invalid, Refused) as refusal:
            if len(papers) == 1:
                raise
            left.append(f"没有打印《{call.office.form(paper.form).title}》（{paper.form}）：{refusal}")
    return done, left


def _one_file(contents: list[bytes]) -> bytes:
    """A single paper byte for byte as it was issued; several one after the other."""
    if len(contents) == 1:
        return contents[0]
    from qtapp.render.joined import joined

    return joined(contents)


COMMANDS = {
    "forms": Command(
        "文书式样目录；空白文书",
        forms,
        (
            argument("key", metavar="式样", nargs="?", default="", help="式样的英文名"),
            argument("--blank", metavar="文件.pdf", type=Path, help="打印空白文书"),
        ),
    ),
    "print": Command(
        "打印记录的文书",
        print_,
        (
            NUMBER,
            argument("--form", metavar="式样", default="", help="只打印这一种"),
            argument("--party", metavar="当事人", default="", help="只打印给这一个当事人的"),
            argument(
                "--reason",
                metavar="理由",
                default="",
                help="登记表上印出举报人信息（限保管人），理由记入操作记录",
            ),
            argument("-o", "--output", metavar="文件.pdf", type=Path, required=True, help="写到哪个文件"),
        ),
    ),
}
