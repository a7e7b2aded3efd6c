"""The officer roster and its certificates; who may enforce on a day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from qtapp.domain.cleaning import cleaned
from qtapp.domain.errors import Invalid, Problem, UserError
from qtapp.domain.law.law import Law
from qtapp.domain.officers import Certificate, Handler, Officer, certified_on, may_enforce
from qtapp.domain.searches import Filter, Op, Query
from qtapp.store.store import Work
from qtapp.usecases.pinyin import initials_of


def enter_officer(work: Work, draft: Officer) -> Officer:
    draft = _prepared(draft)
    if problems := [*draft.problems(), *_double(work, draft)]:
        raise Invalid(*problems)
    return work.of(Officer).add(draft, "登记人员")


def change_officer(work: Work, changed: Officer) -> Officer:
    changed = _prepared(changed)
    if problems := [*changed.problems(), *_double(work, changed)]:
        raise Invalid(*problems)
    return work.of(Officer).update(changed, "修改人员")


def _prepared(draft: Officer) -> Officer:
    draft = cleaned(draft)
    return replace(draft, name=draft.name.strip(), initials=initials_of(draft.name))


def _double(work: Work, draft: Officer) -> list[Problem]:
    """Two people may share a name; the same name without identity numbers to tell them apart may not."""
    for other in work.of(Officer).all(name=draft.name):
        same = other.identity_number == draft.identity_number
        if other.id != draft.id and (same or not (other.identity_number and draft.identity_number)):
            return [
                Problem("name", f"人员名册中已有“{draft.name}”；同名的请填写身份证号以便区分", draft.name)
            ]
    return []


def enter_certificate(work: Work, draft: Certificate) -> Certificate:
    """Enter a certificate for somebody on the roster."""
    draft = _holder(work, draft)
    if problems := draft.problems():
        raise Invalid(*problems)
    if (other := work.of(Certificate).first(number=draft.number)) and other.id != draft.id:
        raise Invalid(
            Problem("number", f"证号 {draft.number} 已登记在 {other.officer_name} 名下", draft.number)
        )
    return work.of(Certificate).add(draft, "登记证件")


def change_certificate(work: Work, changed: Certificate) -> Certificate:
    changed = _holder(work, changed)
    if problems := changed.problems():
        raise Invalid(*problems)
    return work.of(Certificate).update(changed, "修改证件")


def _holder(work: Work, draft: Certificate) -> Certificate:
    draft = cleaned(draft)
    if draft.officer_id:
        return replace(draft, officer_name=draft.officer_name or work.of(Officer).get(draft.officer_id).name)
    holders = work.of(Officer).all(name=draft.officer_name.strip())
    if draft.officer_name and len(holders) != 1:
        words = "不在人员名册中，请先登记人员" if not holders else "有同名的人，请从名册中选定"
        raise Invalid(Problem("officer_name", f"持证人“{draft.officer_name}”{words}", draft.officer_name))
    return replace(draft, officer_id=holders[0].id) if holders else draft


def certificates_by_officer(work: Work) -> dict[int, list[Certificate]]:
    found: dict[int, list[Certificate]] = defaultdict(list)
    for certificate in work.of(Certificate).all():
        found[certificate.officer_id].append(certificate)
    return found


def certified(work: Work, on: date) -> tuple[list[Officer], list[Officer]]:
    """(who holds a valid certificate that day, who is planned to apply for one)."""
    return certified_on(work.of(Officer).all(), certificates_by_officer(work), on)


def handlers(
    work: Work, law: Law, wanted: Iterable[Handler], on: date, field: str = "handlers"
) -> tuple[Handler, ...]:
    """The officers with their certificates of that day, or a refusal with the reason for each.

    Two at least, each certified (行政处罚法 第四十二、五十五条); how many is a dated threshold.
    """
    named = [_officer(work, handler, field) for handler in wanted]
    least = law.thresholds.minimum_officers(on)
    faults: list[Problem] = []
    if len({officer.id for officer in named}) < least:
        faults.append(
            Problem(field, f"执法人员不得少于 {least} 人，现在只有 {len({o.id for o in named})} 人")
        )
    done: list[Handler] = []
    for officer in named:
        number, why = may_enforce(officer, work.of(Certificate).all(officer_id=officer.id), on)
        if why:
            faults.append(Problem(field, f"{why}，不能作为执法人员", officer.name))
        done.append(Handler(officer_id=officer.id, name=officer.name, certificate=number))
    if faults:
        raise Invalid(*faults)
    return tuple(done)


def _officer(work: Work, handler: Handler, field: str) -> Officer:
    if handler.officer_id:
        return work.of(Officer).get(handler.officer_id)
    found = work.of(Officer).all(name=handler.name.strip())
    if len(found) != 1:
        words = "不在人员名册中" if not found else "有同名的人，请从名册中选定"
        raise Invalid(Problem(field, f"“{handler.name}”{words}", handler.name))
    return found[0]


def find_officers(work: Work, text: str, on: date, limit: int = 12) -> list[tuple[Officer, str, str]]:
    """Officers on the roster that day: (officer, certificate number, why he may not enforce)."""
    text = text.strip()
    field, value = ("initials", text.lower()) if text.isascii() else ("name", text)
    query = Query(order="name", descending=False)
    found = work.of(Officer).find(query.having(Filter(field, value, Op.HAS)) if text else query, 200)
    active = [officer for officer in found if officer.active_on(on)][:limit]
    return [(o, *may_enforce(o, work.of(Certificate).all(officer_id=o.id), on)) for o in active]


def expiring(work: Work, on: date, until: date) -> list[Certificate]:
    """Certificates of people on the roster that expire in the span of days."""
    query = Query(order="expires_on", descending=False)
    found = work.of(Certificate).find(
        query.having(Filter("expires_on", on, Op.SINCE), Filter("expires_on", until, Op.UNTIL))
    )
    return [c for c in found if c.revoked_on is None]


def leave(work: Work, officer_id: int, on: date) -> Officer:
    """The day somebody goes: transferred, retired."""
    officer = work.of(Officer).get(officer_id)
    if officer.left_on:
        raise UserError(f"{officer.name} 已于 {officer.left_on} 离岗")
    return change_officer(work, replace(officer, left_on=on))
