"""What use cases work with beside the transaction: the forms, the law, and who draws papers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from qtapp.domain.errors import Refused, UserError
from qtapp.domain.law.law import Law
from qtapp.formkit.form import Form
from qtapp.formkit.sheet import Sheet

Draw = Callable[[Sequence[Sheet], datetime], bytes]


@dataclass(frozen=True)
class Office:
    """Handed to every use case that prints or cites."""

    forms: Mapping[str, Form]
    law: Law
    draw: Draw

    def form(self, key: str) -> Form:
        if key not in self.forms:
            raise Refused(f"没有“{key}”这种文书，用 forms 命令可列出全部式样")
        return self.forms[key]

    def says(self, key: str, on: date, slots: Mapping[str, str]) -> tuple[tuple[str, bool], ...]:
        """The wording of a dated statement. A day for which none is known leaves a visible gap."""
        try:
            statement = self.law.statements.on(key, on)
        except UserError as error:
            return ((f"（{error}）", False),)
        return statement.parts(slots)
