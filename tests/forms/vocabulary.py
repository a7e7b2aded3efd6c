"""What a form may name: the facts that the program gathers for it."""

from dataclasses import fields

from qtapp.domain.bureau import Bureau
from qtapp.domain.cases import Case, Party
from qtapp.domain.complaints import Complaint
from qtapp.domain.inspections import Inspection
from qtapp.domain.officers import Officer
from qtapp.domain.record import Part, Record
from qtapp.domain.study import Session


def names(kind: type[Record | Part]) -> set[str]:
    return {field.name for field in fields(kind)}


STEPS = ("filing", "approval", "notice", "decision", "closing")
PARTY = names(Party)
VOCABULARY: dict[str, set[str]] = {
    "bureau": names(Bureau) | {"reconsideration_organ"},
    "calc": {"number", "on"},
    "user": {"name"},
    "complaint": names(Complaint),
    "inspection": names(Inspection)
    | {"time", "officer_names", "certificates", "officers_text", "finding_texts", "item_range", "due_table"},
    "party": PARTY,
    "unit": PARTY,
    "person": PARTY,
    "case": names(Case)
    | {"handler_names", "certificates", "handlers_text", "contact", "evidence_list", "violated_law"}
    | {"penalty_basis", "penalty", "proposed_penalty", "fine_fen", "confiscated_fen", "fine_upper"},
    "step": {f"{step}_{fact}" for step in STEPS for fact in ("on", "person", "opinion")},
    "officer": names(Officer),
    "session": names(Session) | {"rows"},
}


def known(path: str) -> bool:
    space, _, name = path.partition(".")
    return name in VOCABULARY.get(space, ())
