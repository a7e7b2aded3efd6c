"""The bureau's own settings and departments."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from qtapp.domain.bureau import Bureau, Department
from qtapp.domain.errors import Invalid, Problem, Refused
from qtapp.domain.plain import plain, read
from qtapp.domain.record import fields_of
from qtapp.store.store import Work

DEPARTMENTS = ("办公室", "政策法规科", "执法大队", "危化科", "基础科")


def set_up(work: Work, bureau: Bureau, departments: Iterable[str] = ()) -> Bureau:
    """Found the bureau: its name and words, its departments in their order."""
    keep_settings(work, bureau)
    for position, name in enumerate(dict.fromkeys(d.strip() for d in departments if d.strip()), start=1):
        if not work.of(Department).first(name=name):
            enter_department(work, Department(name=name, position=position))
    return bureau


def keep_settings(work: Work, bureau: Bureau) -> Bureau:
    if problems := bureau.problems():
        raise Invalid(*problems)
    before = plain(work.bureau)
    work.keep_bureau(bureau)
    changes = {k: [before[k], v] for k, v in plain(bureau).items() if before[k] != v}
    work.audit.note(work.now(), "修改机关设置", None, changes)
    return bureau


def change_settings(work: Work, values: Mapping[str, str]) -> Bureau:
    """Settings by name, as the command line gives them."""
    fields = {field.name: field for field in fields_of(Bureau)}
    for name in values:
        if name not in fields:
            raise Refused(f"没有“{name}”这项设置；可用的有：{'、'.join(fields)}")
    read_values: dict[str, Any] = {name: read(fields[name], raw) for name, raw in values.items()}
    return keep_settings(work, replace(work.bureau, **read_values))


def enter_department(work: Work, draft: Department) -> Department:
    if problems := draft.problems():
        raise Invalid(*problems)
    if work.of(Department).first(name=draft.name):
        raise Invalid(Problem("name", f"科室“{draft.name}”已经有了", draft.name))
    return work.of(Department).add(draft, "登记科室")


def change_department(work: Work, changed: Department) -> Department:
    """A name given up goes on among the aliases, so that older ledgers still find the department."""
    old = work.of(Department).get(changed.id)
    if problems := changed.problems():
        raise Invalid(*problems)
    if old.name != changed.name:
        aliases = "、".join(name for name in (changed.aliases, old.name) if name)
        changed = replace(changed, aliases=aliases)
    return work.of(Department).update(changed, "修改科室")


def department_names(work: Work) -> list[str]:
    return [d.name for d in sorted(work.of(Department).all(), key=lambda d: (d.position, d.id))]
