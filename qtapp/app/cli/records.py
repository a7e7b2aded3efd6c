"""Records on the command line: listed, shown, added, changed, voided, searched; the bureau's settings."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from qtapp.app.cli.calls import Answer, Call, Command, table
from qtapp.app.cli.finding import found
from qtapp.app.cli.parser import KIND, NUMBER, SET, argument, count
from qtapp.app.cli.values import field_called, filters, values_of
from qtapp.domain.bureau import Bureau
from qtapp.domain.cases import Case
from qtapp.domain.catalogue import RECORDS
from qtapp.domain.complaints import Complaint
from qtapp.domain.errors import Refused
from qtapp.domain.kinds import Kind
from qtapp.domain.plain import from_plain, plain, show
from qtapp.domain.record import Field, FieldType, Record, fields_of
from qtapp.registers.lists import REGISTERS
from qtapp.store.store import Work
from qtapp.usecases import records
from qtapp.usecases.bureau import change_department, change_settings
from qtapp.usecases.cases import (
    case_from_complaint,
    case_from_inspection,
    change_case,
    violation_of,
    withdraw_case,
)
from qtapp.usecases.complaints import correct_complaint, likely_repeats, void_complaint
from qtapp.usecases.documents import void_document
from qtapp.usecases.enterprises import change_enterprise
from qtapp.usecases.inspections import change_inspection, inspection_from, void_inspection
from qtapp.usecases.office import Office
from qtapp.usecases.officers import change_certificate, change_officer
from qtapp.usecases.registering import DOORS
from qtapp.usecases.study import change_session

# A number out of an older ledger goes on being used; everything else that the program sets is not given.
BRINGS_NUMBER = (Kind.COMPLAINT, Kind.INSPECTION, Kind.SESSION)
# The day an entry is about, where --as-of says one and the field is left out.
DAY_OF = {
    Kind.COMPLAINT: "received_at",
    Kind.INSPECTION: "started_at",
    Kind.SESSION: "held_on",
    Kind.CASE: "discovered_on",
}
SOURCES: dict[tuple[Kind, Kind], Callable[[Work, int], Record]] = {
    (Kind.INSPECTION, Kind.COMPLAINT): inspection_from,
    (Kind.CASE, Kind.COMPLAINT): case_from_complaint,
    (Kind.CASE, Kind.INSPECTION): case_from_inspection,
}
CHANGES: dict[Kind, Callable[[Work, Office, Any], Record]] = {
    Kind.COMPLAINT: lambda work, _office, record: correct_complaint(work, record),
    Kind.ENTERPRISE: lambda work, _office, record: change_enterprise(work, record),
    Kind.OFFICER: lambda work, _office, record: change_officer(work, record),
    Kind.CERTIFICATE: lambda work, _office, record: change_certificate(work, record),
    Kind.INSPECTION: change_inspection,
    Kind.CASE: change_case,
    Kind.SESSION: lambda work, _office, record: change_session(work, record),
    Kind.DEPARTMENT: lambda work, _office, record: change_department(work, record),
}
VOIDS: dict[Kind, Callable[[Work, int, str], Record]] = {
    Kind.COMPLAINT: void_complaint,
    Kind.INSPECTION: void_inspection,
    Kind.CASE: withdraw_case,
    Kind.DOCUMENT: void_document,
}


def told(record: Record) -> dict[str, Any]:
    """What `add` and the steps answer."""
    return {"kind": record.KIND.value, "id": record.id, "number": record.reference}


def open_values(record: Record) -> dict[str, Any]:
    """Every field that is not sealed."""
    sealed = {field.name for field in fields_of(type(record)) if field.sealed}
    return {name: value for name, value in plain(record).items() if name not in sealed}


# --- looking ---


def list_(call: Call) -> Answer:
    kind: Kind = call.wanted.kind
    register = REGISTERS[kind]
    query = register.query().having(*filters(RECORDS[kind], call.wanted.where))
    with call.looking() as work:
        repository = work.of_kind(kind)
        total = repository.count(query)
        rows = repository.find(query, -1 if call.wanted.limit is None else call.wanted.limit)
    document = {
        "kind": kind.value,
        "total": total,
        "rows": [{"id": r.id, "reference": r.reference, **open_values(r)} for r in rows],
    }
    headings = ["编号" if "number" not in register.names else "序号", *(f.label for f in register.fields)]
    lines = [
        [
            r.reference if "number" not in register.names else str(r.id),
            *(_cell(f, r) for f in register.fields),
        ]
        for r in rows
    ]
    return Answer(document, [*table(headings, lines), f"共 {total} 条，列出 {len(rows)} 条"])


def _cell(field: Field, record: Record) -> str:
    return show(field, getattr(record, field.name))


def show_(call: Call) -> Answer:
    with call.looking() as work:
        whole = records.whole(work, found(work, call.wanted.number))
        values = records.shown(whole)
        described = _field_lines(work, whole.record, values)
    record = whole.record
    documents = [
        {"form": d.form, "number": d.number, "title": d.title, "state": d.state} for d in whole.documents
    ]
    timeline = [
        {"at": line.at.isoformat(), "who": line.who, "act": line.act, "changes": line.changes}
        for line in whole.history
    ]
    document = {
        "kind": record.KIND.value,
        "id": record.id,
        **values,
        "number": record.reference,
        "documents": documents,
        "timeline": timeline,
    }
    lines = [f"{record.KIND.label} {record.reference}", *described]
    lines += [f"文书：{d['title']} {d['number']}（{d['state']}）" for d in documents]
    lines += [f"经过：{line.at:%Y-%m-%d %H:%M} {line.who} {line.act}" for line in whole.history]
    return Answer(document, lines)


def _field_lines(work: Work, record: Record, values: Mapping[str, Any]) -> list[str]:
    lines: list[str] = []
    for field in fields_of(type(record)):
        value = values[field.name]
        if value in (None, "", [], 0) and not (field.type is FieldType.MONEY and value == 0):
            continue
        if field.type is FieldType.TABLE:
            lines += [f"{field.label}：{_row_words(work, part)}" for part in getattr(record, field.name)]
        else:
            words = value if field.sealed else _words(work, field, from_plain(field, value))
            lines.append(f"{field.label}：{words}")
    return lines


def _words(work: Work, field: Field, value: Any) -> str:
    """One value in words; another record by its name, not by the number it has in the file."""
    if field.link is None or not value:
        return show(field, value)
    named = work.of_kind(field.link).first(id=value)
    return named.name_shown if named else f"{field.link.label}-{value}（已不在登记簿里）"


def _row_words(work: Work, part: Any) -> str:
    cells = ((f, getattr(part, f.name)) for f in fields_of(type(part)))
    return "，".join(
        f"{f.label} {_words(work, f, value)}" for f, value in cells if value not in (None, "", (), 0, False)
    )


def search(call: Call) -> Answer:
    with call.looking() as work:
        total, hits = records.search(work, call.wanted.text, call.wanted.limit)
    document = {
        "total": total,
        "hits": [{"kind": h.kind, "number": h.number, "title": h.title, "snippet": h.snippet} for h in hits],
    }
    rows = [(Kind(h.kind).label, h.number, h.title, h.snippet) for h in hits]
    return Answer(document, [*table(("类别", "编号", "名称", "所在文字"), rows), f"共 {total} 条"])


# --- entering ---


def add(call: Call) -> Answer:
    kind: Kind = call.wanted.kind
    cls = RECORDS[kind]
    values = values_of(cls, call.wanted.values, ("number",) if kind in BRINGS_NUMBER else ())
    with call.working() as work:
        draft = _drafted(call, work, kind, values)
        repeats = likely_repeats(work, draft) if isinstance(draft, Complaint) else []
        kept = DOORS.enter(work, call.office, draft)
    document = {**told(kept), **({"repeats": [r.number for r in repeats]} if repeats else {})}
    lines = [kept.reference, *(f"可能重复：{r.number} {r.target_name}（{r.why}）" for r in repeats[:5])]
    return Answer(document, lines)


def _drafted(call: Call, work: Work, kind: Kind, values: Mapping[str, Any]) -> Record:
    draft: Record = RECORDS[kind]()
    if call.wanted.origin:
        source = found(work, call.wanted.origin)
        if (kind, source.KIND) not in SOURCES:
            raise Refused(f"不能由{source.KIND.label} {source.reference} 产生{kind.label}")
        draft = SOURCES[kind, source.KIND](work, source.id)
    given = DAY_OF.get(kind, "")
    if call.wanted.as_of and given and given not in values:
        values = {given: _day_for(draft, given, call.wanted.as_of), **values}
    draft = replace(draft, **values)
    return _with_items(call, draft) if isinstance(draft, Case) else draft


def _day_for(draft: Record, name: str, on: date) -> date:
    is_moment = field_called(type(draft), name).type is FieldType.MOMENT
    return datetime.combine(on, datetime.min.time()) if is_moment else on


def _with_items(call: Call, case: Case) -> Case:
    """Violations given by their item alone, completed from the catalogue of the day of the act."""
    done = tuple(
        violation_of(call.office, v.item_code, v.act_on or case.discovered_on or call.today, v.fact)
        if v.item_code and not v.basis
        else v
        for v in case.violations
    )
    return replace(case, violations=done)


def change(call: Call) -> Answer:
    with call.working() as work:
        record = found(work, call.wanted.number)
        if record.KIND not in CHANGES:
            raise Refused(f"{record.KIND.label} {record.reference} 不能修改；发出的文书只能作废")
        values = values_of(type(record), call.wanted.values)
        if shut := next((f for f in fields_of(type(record)) if f.sealed and f.name in values), None):
            raise Refused(f"“{shut.label}”是密封的，只能由保管人在窗口里更正")
        changed = replace(record, **values)
        changed = _with_items(call, changed) if isinstance(changed, Case) else changed
        kept = CHANGES[record.KIND](work, call.office, changed)
    return Answer(told(kept), [f"已修改 {kept.reference}"])


def void(call: Call) -> Answer:
    with call.working() as work:
        record = found(work, call.wanted.number)
        if record.KIND not in VOIDS:
            raise Refused(f"{record.KIND.label} {record.reference} 不能作废")
        kept = VOIDS[record.KIND](work, record.id, call.wanted.reason)
    return Answer(told(kept), [f"{kept.reference} 已作废，编号保留"])


def settings(call: Call) -> Answer:
    fields = {name: f.name for f in fields_of(Bureau) for name in (f.name, f.label)}
    wanted = {fields.get(name, name): value for name, value in call.wanted.values}
    with call.working() if wanted else call.looking() as work:
        bureau = change_settings(work, wanted) if wanted else work.bureau
    lines = [f"{f.name}（{f.label}）＝{show(f, getattr(bureau, f.name))}" for f in fields_of(Bureau)]
    return Answer({"settings": plain(bureau)}, lines)


LIMIT = argument("--limit", metavar="条数", type=count, help="最多列出几条")
COMMANDS = {
    "list": Command(
        "列出一类记录",
        list_,
        (
            KIND,
            argument(
                "--where",
                metavar="栏目=内容",
                action="append",
                default=[],
                help="条件，可写多个：=、!=、>=、<=、~（包含）",
            ),
            LIMIT,
        ),
    ),
    "show": Command("显示一条记录及其文书和经过", show_, (NUMBER,)),
    "add": Command(
        "登记一条记录",
        add,
        (
            KIND,
            SET,
            argument("--from", dest="origin", metavar="编号", default="", help="由哪条举报（检查）产生"),
        ),
    ),
    "change": Command("修改一条记录", change, (NUMBER, SET)),
    "void": Command(
        "作废一条记录，编号保留",
        void,
        (NUMBER, argument("--reason", metavar="原因", default="", help="作废原因")),
    ),
    "settings": Command("查看或修改本机关的设置", settings, (SET,)),
    "search": Command(
        "在所有记录中查找",
        search,
        (
            argument("text", metavar="文字", help="要找的文字"),
            argument("--limit", metavar="条数", type=count, default=50, help="最多列出几条（默认 50）"),
        ),
    ),
}
