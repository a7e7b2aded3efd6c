"""The enterprise roster: entered, changed, and found by characters, initials or code."""

from dataclasses import replace

from qtapp.domain.cleaning import cleaned
from qtapp.domain.codes import normal_code
from qtapp.domain.enterprises import Enterprise
from qtapp.domain.errors import Invalid, Problem
from qtapp.domain.searches import Filter, Op, Query
from qtapp.store.store import Work
from qtapp.usecases.pinyin import initials_of


def enter_enterprise(work: Work, draft: Enterprise) -> Enterprise:
    """Enter an enterprise. The same credit code stands in the roster once."""
    draft = _prepared(draft)
    if problems := [*draft.problems(), *_double(work, draft)]:
        raise Invalid(*problems)
    return work.of(Enterprise).add(draft, "登记企业")


def change_enterprise(work: Work, changed: Enterprise) -> Enterprise:
    """Change an enterprise; a name given up goes on among the former names."""
    old = work.of(Enterprise).get(changed.id)
    changed = _prepared(changed)
    if problems := [*changed.problems(), *_double(work, changed)]:
        raise Invalid(*problems)
    if old.name != changed.name and old.name not in changed.former_names.split("、"):
        former = "、".join(name for name in (changed.former_names, old.name) if name)
        changed = replace(changed, former_names=former)
    return work.of(Enterprise).update(changed, "修改企业")


def _prepared(draft: Enterprise) -> Enterprise:
    draft = cleaned(draft)
    code = normal_code(draft.credit_code) if draft.credit_code else ""
    return replace(draft, name=draft.name.strip(), credit_code=code, initials=initials_of(draft.name))


def _double(work: Work, draft: Enterprise) -> list[Problem]:
    if draft.credit_code:
        other = work.of(Enterprise).first(credit_code=draft.credit_code)
        if other and other.id != draft.id:
            words = f"统一社会信用代码 {draft.credit_code} 已登记在“{other.name}”名下"
            return [Problem("credit_code", words, draft.credit_code)]
    other = work.of(Enterprise).first(name=draft.name)
    if other and other.id != draft.id and not (draft.credit_code and other.credit_code):
        return [Problem("name", f"“{draft.name}”已在企业名录中", draft.name)]
    return []


def on_roster(work: Work, enterprise_id: int, name: str) -> Enterprise | None:
    """The enterprise that a paper means: by its link, else by its exact name."""
    enterprises = work.of(Enterprise)
    return enterprises.get(enterprise_id) if enterprise_id else enterprises.first(name=name.strip())


def find_enterprises(work: Work, text: str, limit: int = 12) -> list[Enterprise]:
    """Enterprises whose name, former name, initials or code go with what was typed, best first."""
    text = text.strip()
    if not text:
        return []
    enterprises = work.of(Enterprise)
    found: dict[int, Enterprise] = {}
    for query in _ways(text):
        for enterprise in enterprises.find(query, limit):
            found.setdefault(enterprise.id, enterprise)
        if len(found) >= limit:
            break
    return list(found.values())[:limit]


def _ways(text: str) -> list[Query]:
    by_name = Query(order="name", descending=False)
    if text.isascii():
        return [
            by_name.having(Filter("credit_code", normal_code(text), Op.HAS)),
            by_name.having(Filter("initials", f" {text.lower()}", Op.HAS)),
            by_name.having(Filter("initials", text.lower(), Op.HAS)),
        ]
    return [
        by_name.having(Filter("name", text, Op.HAS)),
        by_name.having(Filter("former_names", text, Op.HAS)),
    ]
