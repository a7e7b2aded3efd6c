"""Character pairs: how two Chinese characters are found without a dictionary."""

from itertools import pairwise

ASCII_CAPITALS = {c: c + 32 for c in range(ord("A"), ord("Z") + 1)}


def folded(text: str) -> str:
    """As LIKE compares: ASCII letters alike in either case, everything else as it stands."""
    return text.translate(ASCII_CAPITALS)


def grams(text: str) -> set[str]:
    """A token for each pair of neighbouring characters; letters and digits only, as FTS5 keeps words."""
    kept = folded(text)
    return {f"{ord(a):x}z{ord(b):x}" for a, b in pairwise(kept)}


def escaped(text: str) -> str:
    """The text as a LIKE pattern for anything that contains it; the backslash escapes."""
    safe = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{safe}%"
