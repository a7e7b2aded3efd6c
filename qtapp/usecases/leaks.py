"""No word that is passed on may give the informant away: looked for by the program, seen by nobody."""

from qtapp.domain.complaints import Complaint
from qtapp.domain.errors import Invalid, Problem, Refused
from qtapp.store.store import Work


def leak_in(work: Work, complaint: Complaint, *passed_on: str) -> str:
    """Which fact of the informant's stands in the words, by its label; "" when none does.

    A seat without the keeper's key cannot tell.
    """
    complaints = work.of(Complaint)
    if not (work.vault.can_open and complaints.has_sealed(complaint)):
        return ""
    return complaints.compared(complaint, lambda whole: whole.identity_in("\n".join(passed_on)))


def check_words(work: Work, complaint: Complaint, **passed_on: str) -> None:
    """Refuse words, by the field they stand in, that would go to somebody with the informant in them."""
    for field, words in passed_on.items():
        if words and (leak := leak_in(work, complaint, words)):
            text = f"这里出现了举报人的{leak}，会随文书传出去；请改写后再保存"
            raise Invalid(Problem(field, text))


def check_paper(work: Work, complaint: Complaint, title: str, words: str) -> None:
    """Refuse to print a paper for others on which the informant stands."""
    if leak := leak_in(work, complaint, words):
        raise Refused(f"《{title}》上出现了举报人的{leak}，不能打印；请改写转办文本、批示或查处情况后再打印")
