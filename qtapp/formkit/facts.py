"""The facts a form may draw on: namespaces of plain values, looked up by dotted paths."""

from collections.abc import Mapping
from typing import Any

Facts = Mapping[str, Mapping[str, Any]]


def look_up(facts: Facts, path: str) -> Any:
    """The fact under a path such as `party.name`; None when it is not known.

    `a.b+c.d` joins two facts in two lines; `a.b|c.d` takes the first that is known.
    """
    if "|" in path:
        found = (look_up(facts, part) for part in path.split("|"))
        return next((value for value in found if value not in (None, "", ())), None)
    if "+" in path:
        parts = [look_up(facts, part) for part in path.split("+")]
        return "\n".join(str(part) for part in parts if part not in (None, "", ())) or None
    space, _, name = path.partition(".")
    return facts.get(space, {}).get(name)
