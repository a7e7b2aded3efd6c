"""The official forms, one module each: whatever module lies below this folder and has a FORM is one."""

from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from qtapp.formkit.form import Form


@cache
def all_forms() -> tuple[Form, ...]:
    """Every declared form, in the order of their modules' names."""
    names = sorted(found.name for found in walk_packages(__path__, f"{__name__}.") if not found.ispkg)
    return tuple(import_module(name).FORM for name in names)


def catalogue() -> dict[str, Form]:
    return {form.key: form for form in all_forms()}
