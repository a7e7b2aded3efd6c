"""What can go wrong in a way the person at the desk can mend."""

from dataclasses import dataclass


class UserError(Exception):
    """Shown as it stands: one Chinese sentence saying what is wrong, where and what to do."""


class Refused(UserError):
    """Wrong use, a bad file, no permission: nothing was done (exit status 2)."""


@dataclass(frozen=True)
class Problem:
    """One fault of a record, tied to the field where it stands ("" for the record as a whole)."""

    field: str
    text: str
    value: str = ""


class Invalid(UserError):
    """A record that cannot be kept as it is. Carries every fault at once."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("；".join(problem.text for problem in problems))
        self.problems = problems


class Conflict(UserError):
    """Another seat changed the record meanwhile; nobody's text is overwritten unseen."""


class Cancelled(UserError):
    """The person stopped the job; its transaction is undone."""
