"""Ruled tables: bands of rows that grow with their text and go on overleaf."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from qtapp.formkit.sheet import Align
from qtapp.render.flow import SLACK, Item, Parts
from qtapp.render.lines import Line
from qtapp.render.pen import HANZI_CENTRE, MM, Pen
from qtapp.render.tokens import Type

SIDE = 1.5 * MM  # between the rule and the text
HEAD = 0.3 * MM
FOOT_PITCH = 8 * MM  # the least between two lines on which people sign
LEAST_REST = 8 * MM  # the least height of a row that goes on overleaf
LEAST_HIGH = 18 * MM  # rows up to this height are never lowered
OPINION = 10 * MM  # left to write an opinion in, above the signature
LINES_HERE = 3  # the least lines worth beginning a row for at the end of a page
LINES_THERE = 2  # and the least that may be left for the next page


@dataclass(frozen=True, slots=True)
class Box:
    """A cell with its text broken into lines; `column` and `row` count from the band's corner."""

    column: int
    row: int
    kind: Type
    lines: tuple[Line, ...] = ()
    columns: int = 1
    rows: int = 1
    align: Align = Align.JUSTIFY
    at_top: bool = False
    foot: tuple[Line, ...] = ()
    again: tuple[Line, ...] | None = None  # what a label says overleaf; None: the text goes on instead

    @property
    def foot_pitch(self) -> float:
        return max(FOOT_PITCH, self.kind.leading)

    @property
    def foot_height(self) -> float:
        return len(self.foot) * self.foot_pitch

    @property
    def needs(self) -> float:
        return len(self.lines) * self.kind.leading + self.foot_height + 2 * HEAD

    def fitting(self, room: float) -> int:
        """How many of its lines `room` points hold, the foot left aside."""
        return min(len(self.lines), max(0, int((room - 2 * HEAD + SLACK) / self.kind.leading)))

    def draw(self, pen: Pen, left: float, top: float, width: float, height: float) -> None:
        pen.box(left, top - height, width, height)
        free = height - self.needs
        y = top - HEAD - (0 if self.at_top else max(0.0, free / 2))
        kind = self.kind
        for line in self.lines:
            pen.line(line, left + SIDE, y - kind.leading / 2 - HANZI_CENTRE * kind.size, self.align)
            y -= kind.leading
        y = top - height + HEAD + self.foot_height
        for line in self.foot:
            pen.line(line, left + SIDE, y - self.foot_pitch / 2 - HANZI_CENTRE * kind.size, Align.RIGHT)
            y -= self.foot_pitch


@dataclass(slots=True)
class Band:
    """Rows tied together by cells that span them. `edges` are the columns' left edges and the right one."""

    edges: Sequence[float]
    least: list[float]  # least height of each row
    boxes: list[Box]
    glued: bool = False
    header: Item | None = None
    counts: bool = True
    rule_pitch: float = 0
    heights: list[float] = field(init=False)

    def __post_init__(self) -> None:
        self.heights = list(self.least)
        for box in sorted(self.boxes, key=lambda box: box.row + box.rows):
            lacking = box.needs - sum(self.heights[box.row : box.row + box.rows])
            if lacking > 0:
                self.heights[box.row + box.rows - 1] += lacking

    @property
    def height(self) -> float:
        return sum(self.heights)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        for box in self.boxes:
            x, right = self.edges[box.column], self.edges[box.column + box.columns]
            y = top - sum(self.heights[: box.row])
            box.draw(pen, left + x, y, right - x, sum(self.heights[box.row : box.row + box.rows]))

    def cut(self, room: float, *, must: bool) -> Parts | None:
        row, above = 0, 0.0
        while row < len(self.heights) and above + self.heights[row] <= room + SLACK:
            above += self.heights[row]
            row += 1
        inside = Cut(self, row, room - above).parts(must=must)
        if inside is None and row:
            inside = Cut(self, row, 0).parts(must=must)
        return self._lowered(room) if inside is None and must else inside

    def white(self, row: int) -> float:
        """Points that a high row could lose without losing words or room to sign."""
        inside = [box for box in self.boxes if box.row <= row < box.row + box.rows]
        if any(box.rows > 1 for box in inside):
            return 0
        keep = max([LEAST_HIGH, *(box.needs + (OPINION if box.foot else 0) for box in inside)])
        return max(0.0, self.heights[row] - keep)

    def _lowered(self, room: float) -> Parts | None:
        """Its least heights are more than a page holds: they give way where the text allows it."""
        flat = Band(self.edges, [min(least, LEAST_REST) for least in self.least], self.boxes)
        if flat.height > room + SLACK:
            return None
        flat.heights[-1] += room - flat.height
        flat.glued, flat.header = self.glued, self.header
        return flat, None


@dataclass(frozen=True, slots=True)
class Cut:
    """A division of a band: before `row`, or `room` points into it."""

    band: Band
    row: int
    room: float

    @property
    def above(self) -> float:
        return sum(self.band.heights[: self.row]) + self.room

    @property
    def rows_above(self) -> int:
        return self.row + (1 if self.room else 0)

    def parts(self, *, must: bool) -> Parts | None:
        if not self.rows_above or self.rows_above > len(self.band.least):
            return None
        stays = [self._staying(box, must=must) for box in self.band.boxes]
        if None in stays:
            return None
        counts = [count or 0 for count in stays]
        pairs = list(zip(self.band.boxes, counts, strict=True))
        if self.room and not any(self._crosses(box) and 0 < count < len(box.lines) for box, count in pairs):
            return None  # nothing but white would go overleaf
        return self._bands(pairs)

    def _crosses(self, box: Box) -> bool:
        return box.row < self.rows_above and box.row + box.rows > self.row

    def _staying(self, box: Box, *, must: bool) -> int | None:
        """How many lines of the box stay above the cut; None when it is not to be cut here."""
        if not self._crosses(box):
            return len(box.lines)
        fitting = box.fitting(self.above - sum(self.band.heights[: box.row]))
        if box.again is None:
            return lines_here(box, fitting, must=must)
        return fitting if must or fitting == len(box.lines) else None

    def _bands(self, pairs: list[tuple[Box, int]]) -> Parts | None:
        band = self.band
        least = band.least[: self.row] + ([LEAST_REST] if self.room else [])
        head = Band(band.edges, least, [self._head(*pair) for pair in pairs if pair[0].row < self.rows_above])
        head.header = band.header
        if head.height > self.above + SLACK:
            return None
        rest = [LEAST_REST, *band.least[self.row + 1 :]] if self.room else band.least[self.row :]
        below = [self._tail(*pair) for pair in pairs if pair[0].row + pair[0].rows > self.row]
        return head, Band(band.edges, rest, below, band.glued, band.header)

    def _head(self, box: Box, count: int) -> Box:
        if not self._crosses(box):
            return box
        return replace(box, lines=box.lines[:count], foot=(), rows=self.rows_above - box.row)

    def _tail(self, box: Box, count: int) -> Box:
        if not self._crosses(box):
            return replace(box, row=box.row - self.row)
        repeated = box.again is not None and count == len(box.lines)
        lines = box.again if repeated and box.again is not None else box.lines[count:]
        row = max(0, box.row - self.row)
        return replace(box, lines=lines, row=row, rows=box.row + box.rows - self.row - row)


def lines_here(box: Box, fitting: int, *, must: bool) -> int | None:
    """How many lines of a divided cell stay; None when it had better not be divided here.

    Nobody signs on a page that holds nothing of what is signed, so a foot takes lines along.
    """
    count = len(box.lines)
    if fitting == count and not box.foot:
        return count
    here = min(fitting, count - LINES_THERE)
    if here >= LINES_HERE:
        return here
    return max(0, min(fitting, count - 1)) if must else None


def lower_to_fit(items: Sequence[Item], room: float) -> None:
    """Take white out of high rows when that alone keeps the form on one page."""
    excess = sum(item.height for item in items) - room
    bands = [item for item in items if isinstance(item, Band)]
    white = [[band.white(row) for row in range(len(band.least))] for band in bands]
    all_white = sum(sum(rows) for rows in white)
    if not 0 < excess <= all_white:
        return
    for band, rows in zip(bands, white, strict=True):
        for row, points in enumerate(rows):
            band.heights[row] -= points * excess / all_white
