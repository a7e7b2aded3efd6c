"""Firms, departments and people of the bureau as candidates, with what a choice brings along."""

from collections.abc import Mapping
from typing import Any

from qtapp.domain.enterprises import Enterprise
from qtapp.tasks.tasks import Tasks
from qtapp.ui.kit.picker import Candidate, Picking, asking
from qtapp.ui.kit.workplace import Workplace
from qtapp.usecases.bureau import department_names
from qtapp.usecases.enterprises import find_enterprises
from qtapp.usecases.officers import find_officers


def enterprise_picking(tasks: Tasks, fields: Mapping[str, str]) -> Picking:
    """`fields`: field of the record → field of the enterprise that fills it. The name may be typed freely."""

    def fill(chosen: Candidate) -> dict[str, Any]:
        firm = chosen.record
        known = {name: getattr(firm, source) for name, source in fields.items()}
        return {"enterprise_id": chosen.id} | {name: value for name, value in known.items() if value}

    return Picking(asking(tasks, lambda work, text: [_shown(e) for e in find_enterprises(work, text)]), fill)


def _shown(firm: Enterprise) -> Candidate:
    words = (firm.credit_code, firm.township or firm.address, firm.risk_class)
    return Candidate(firm.id, firm.name, "　".join(word for word in words if word), record=firm)


def department_picking(tasks: Tasks) -> Picking:
    """The bureau's own departments; another word may stand."""

    def found(work: Any, text: str) -> list[Candidate]:
        from qtapp.usecases.pinyin import initials_of

        wanted = text.lower()
        names = department_names(work)
        return [
            Candidate(place, name)
            for place, name in enumerate(names, start=1)
            if wanted in name or wanted in initials_of(name)
        ]

    return Picking(asking(tasks, found), at_once=True)


def people_picking(place: Workplace) -> Picking:
    """Whoever is on the roster, by name or initials; another name may stand."""

    def found(work: Any, text: str) -> list[Candidate]:
        people = (officer for officer, _number, _why in find_officers(work, text, place.today))
        return [Candidate(o.id, o.name, o.duty or o.department, record=o) for o in people]

    return Picking(asking(place.tasks, found))
