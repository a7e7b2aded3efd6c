"""The flow of a sheet: items one below the other, and the pages they are divided into."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from qtapp.render.pen import Pen

SLACK = 0.5  # points: 22 lines of 29 are a trifle more than the 225 mm of an official letter

Draw = Callable[[Pen, float, float], None]  # pen, left, top


class Item(Protocol):
    """Something that takes the whole width of the page and `height` points of it."""

    glued: bool  # stays on the page of the item that follows
    header: "Item | None"  # repeated above it when it begins a page
    counts: bool  # text that a signature may stand with
    rule_pitch: float  # points between the rules that fill the page behind it; 0: none

    @property
    def height(self) -> float: ...

    def draw(self, pen: Pen, left: float, top: float) -> None: ...

    def cut(self, room: float, *, must: bool) -> "Parts | None":
        """What stays, at most `room` high, and what goes overleaf; None when it should not be divided."""


Parts = tuple[Item, Item | None]


@dataclass(slots=True)
class Strip:
    """An item that is never divided: a line, a gap, a rule."""

    height: float
    paint: Draw
    glued: bool = False
    header: Item | None = None
    counts: bool = True
    rule_pitch: float = 0

    def draw(self, pen: Pen, left: float, top: float) -> None:
        self.paint(pen, left, top)

    def cut(self, room: float, *, must: bool) -> Parts | None:  # noqa: ARG002  part of Item
        return None


@dataclass(slots=True)
class Page:
    items: list[Item] = field(default_factory=list)
    used: float = 0

    def put(self, item: Item) -> None:
        self.items.append(item)
        self.used += item.height


def glue_back(items: list[Item], lines: int = 2) -> None:
    """Tie the last `lines` lines of text to whatever comes next."""
    for item in reversed(items):
        item.glued = True
        lines -= item.counts
        if lines <= 0:
            return


def paginate(items: Iterable[Item], room: float) -> list[Page]:
    """Fill pages of `room` points; glued items stay together wherever a page can hold them."""
    waiting = deque(items)
    pages = [Page()]
    while waiting:
        chain = first_chain(waiting)
        page = pages[-1]
        if sum(item.height for item in chain) <= room - page.used + SLACK:
            for item in chain:
                page.put(item)
                waiting.popleft()
            continue
        parts = chain[0].cut(room - page.used, must=False)
        if parts is not None:
            put_parts(page, waiting, parts)
        elif is_fresh(page):
            force(page, waiting, room)
        pages.append(begun(waiting))
    return pages if pages[-1].items or len(pages) == 1 else pages[:-1]


def put_parts(page: Page, waiting: deque[Item], parts: Parts) -> None:
    page.put(parts[0])
    waiting.popleft()
    if parts[1] is not None:
        waiting.appendleft(parts[1])


def first_chain(waiting: deque[Item]) -> list[Item]:
    chain = []
    for item in waiting:
        chain.append(item)
        if not item.glued:
            break
    return chain


def is_fresh(page: Page) -> bool:
    """Nothing stands on the page but, perhaps, a repeated heading."""
    return all(item.header is item for item in page.items)


def begun(waiting: deque[Item]) -> Page:
    """A new page, with the heading that its first item repeats."""
    page = Page()
    header = waiting[0].header if waiting else None
    if header is not None and waiting[0] is not header:
        page.put(header)
    return page


def force(page: Page, waiting: deque[Item], room: float) -> None:
    """A chain longer than a page: take what fits and divide what must be divided."""
    placed = 0
    while waiting and page.used + waiting[0].height <= room + SLACK:
        page.put(waiting.popleft())
        placed += 1
    if not waiting:
        return
    left = room - page.used
    parts = waiting[0].cut(left, must=False) or waiting[0].cut(left, must=True)
    if parts is not None:
        put_parts(page, waiting, parts)
    elif not placed:
        page.put(waiting.popleft())
