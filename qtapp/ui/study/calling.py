"""The roll as it is called: who is being looked for by initials, who has which mark."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qtapp.domain.officers import Officer
from qtapp.domain.study import HERE, KEYS, Attendance, Mark, RollException

DIGITS = {str(place): mark for place, mark in enumerate(Mark, start=1)}


@dataclass(frozen=True)
class Person:
    id: int
    name: str
    department: str
    initials: tuple[str, ...]


def people_of(officers: Iterable[Officer]) -> tuple[Person, ...]:
    return tuple(Person(o.id, o.name, o.department, tuple(o.initials.split())) for o in officers)


class Calling:
    """Everybody is present until said otherwise.

    A letter goes on with the initials as long as somebody answers to them; a letter that nobody's initials
    go on with is the key of a mark. Digits are always marks, so that no name stands in their way.
    """

    def __init__(self, people: Sequence[Person], earlier: Iterable[Attendance] = ()) -> None:
        self.people = tuple(people)
        known = {person.id for person in self.people}
        taken = {mark.officer_id: mark for mark in earlier if mark.officer_id in known}
        self.marks = {p.id: Mark(taken[p.id].mark) if p.id in taken else Mark.PRESENT for p in self.people}
        self.reasons = {officer: mark.reason for officer, mark in taken.items() if mark.reason}
        self.typed = ""
        self.current: Person | None = None
        self.chosen = False  # whether `current` is meant beyond doubt
        self.hint = ""

    # --- looking for somebody ---

    def candidates(self, typed: str | None = None) -> list[Person]:
        """Who answers to the initials, those first whose initials are typed in full."""
        typed = self.typed if typed is None else typed
        if not typed:
            return []
        found = [p for p in self.people if any(i.startswith(typed) for i in p.initials)]
        return sorted(found, key=lambda p: typed not in p.initials)

    def press(self, key: str) -> None:
        """One typed character."""
        key, self.hint = key.lower(), ""
        if key in DIGITS:
            self.set_mark(DIGITS[key])
        elif found := self.candidates(self.typed + key):
            self.typed += key
            self.current, self.chosen = found[0], len(found) == 1
        elif key in KEYS:
            self.set_mark(KEYS[key])
        else:
            self.hint = f"没有首字母是“{self.typed + key}”的人，按 Backspace 改"

    def take_back(self) -> None:
        """One typed letter fewer."""
        self.typed, self.hint = self.typed[:-1], ""
        found = self.candidates()
        self.current, self.chosen = (found[0] if found else None), len(found) == 1

    def confirm(self) -> None:
        """The highlighted one is meant."""
        self.chosen = self.current is not None

    def turn(self, by: int = 1) -> None:
        """On to the next of those who answer to the initials, or of everybody."""
        found = self.candidates() or list(self.people)
        if not found:
            return
        at = found.index(self.current) + by if self.current in found else 0
        self.current, self.chosen = found[at % len(found)], True

    def point_at(self, person: Person) -> None:
        self.typed, self.hint = "", ""
        self.current, self.chosen = person, True

    def clear(self) -> None:
        self.typed, self.hint, self.current, self.chosen = "", "", None, False

    # --- marking ---

    def set_mark(self, mark: Mark) -> None:
        if self.current is None:
            self.hint = "先打姓名首字母选定一人"
        elif not self.chosen:
            names = "、".join(p.name for p in self.candidates()[:6])
            self.hint = (
                f"有 {len(self.candidates())} 人：{names}；按 Enter 选定 {self.current.name}，按 Tab 换下一人"
            )
        else:
            self.marks[self.current.id] = mark
            if mark == Mark.PRESENT:
                self.reasons.pop(self.current.id, None)
            self.typed, self.hint = "", ""

    def give_reason(self, words: str) -> None:
        if self.current is None:
            return
        if words.strip():
            self.reasons[self.current.id] = words.strip()
        else:
            self.reasons.pop(self.current.id, None)

    # --- what it comes to ---

    @property
    def expected(self) -> int:
        return len(self.people)

    @property
    def present(self) -> int:
        return sum(mark in HERE for mark in self.marks.values())

    def exceptions(self) -> tuple[RollException, ...]:
        """What `call_roll` wants to know: everybody who was not simply there."""
        return tuple(
            RollException(officer_id=p.id, mark=self.marks[p.id], reason=self.reasons.get(p.id, ""))
            for p in self.people
            if self.marks[p.id] != Mark.PRESENT
        )
