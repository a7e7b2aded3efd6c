"""Characters that are drawn, not set: the option boxes and the dash.

No Chinese font has ☑, and their dashes leave a gap in ——. Here they are a small Type 3 font of lines,
so that they look alike everywhere and can still be searched and copied as text.
"""

from typing import ClassVar

FRAME = "52 w 90 0 760 760 re S"
TICK = "84 w 1 J 220 400 m 410 170 l 740 640 l S"
CROSS = "70 w 250 160 m 690 600 l 250 600 m 690 160 l S"
DASH = "0 350 1000 46 re f"


class Marks:
    """The drawn characters, in the order of their codes."""

    WIDTH = 1000
    SHAPES: ClassVar[dict[str, str]] = {
        "□": FRAME,
        "☐": FRAME,
        "☑": f"{FRAME} {TICK}",
        "☒": f"{FRAME} {CROSS}",
        "—": DASH,
    }

    def __contains__(self, character: str) -> bool:
        return character in self.SHAPES

    def code(self, character: str) -> int:
        return list(self.SHAPES).index(character)


MARKS = Marks()
