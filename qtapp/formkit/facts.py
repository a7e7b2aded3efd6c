"""The facts a form may draw on: namespaces of plain values, looked up by dotted paths."""

from collections.abc import Mapping
from typing import Any

from qtapp.formkit.shows import numbered

Facts = Mapping[str, Mapping[str, Any]]


def given(value: Any) -> bool:
    """Whether a field says anything; a plain no and a nought do."""
    if isinstance(value, Mapping):
        return any(given(part) for part in value.values())
    return value is not None and value not in ("", (), [])


def look_up(facts: Facts, path: str) -> Any:
    """The fact under a path such as `party.name`; None when it is not known.

    `a.b+c.d` joins facts line by line, the items of a list numbered; `a.b|c.d` takes the first that is known.
    """
    if "|" in path:
        found = (look_up(facts, part) for part in path.split("|"))
        return next((value for value in found if given(value)), None)
    if "+" in path:
        found = (look_up(facts, part) for part in path.split("+"))
        return "\n".join(_lines(value) for value in found if given(value)) or None
    space, _, name = path.partition(".")
    return facts.get(space, {}).get(name)


def _lines(value: Any) -> str:
    items = value if isinstance(value, list | tuple) else ()
    return "\n".join(numbered(str(item) for item in items)) or str(value)
