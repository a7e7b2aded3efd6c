"""All of the law that the program knows, as it is handed to use cases."""

from typing import Protocol

from qtapp.domain.law.calendar import Calendar, HolidayTable
from qtapp.domain.law.clocks import Clocks
from qtapp.domain.law.penalties import PenaltyCatalogue
from qtapp.domain.law.statements import Statements
from qtapp.domain.law.thresholds import Thresholds


class Law(Protocol):
    """The dated packs; where they come from is not the use case's business."""

    @property
    def penalties(self) -> PenaltyCatalogue: ...

    @property
    def clocks(self) -> Clocks: ...

    @property
    def statements(self) -> Statements: ...

    @property
    def thresholds(self) -> Thresholds: ...

    def calendar(self, own: HolidayTable | None = None) -> Calendar: ...
