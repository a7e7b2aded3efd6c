"""Habits the linters cannot see."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted(p.relative_to(ROOT) for room in ("qtapp", "forms") for p in (ROOT / room).rglob("*.py"))
WIDGETS = [source for source in SOURCES if source.parts[1] == "ui"]
LIMIT, CATALOGUE_LIMIT = 400, 600
PYTHON_ONLY = (ast.In, ast.NotIn, ast.Is, ast.IsNot)


def read(source: Path) -> str:
    return (ROOT / source).read_text("utf-8")


def conditions(tree: ast.AST) -> Iterator[ast.expr]:
    """What is handed to peewee's `.where()` and `.having()`."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") in {"where", "on"}:
            yield from call.args


@pytest.mark.parametrize("source", [s for s in SOURCES if s.parts[1] == "store"], ids=str)
def test_no_condition_is_decided_by_python(source: Path) -> None:
    """`0 <= Row.a <= 1`, `Row.a in (…)`, `not`, `and`, `or`, `is`: peewee never sees these."""
    for condition in conditions(ast.parse(read(source))):
        for part in ast.walk(condition):
            lost = isinstance(part, ast.BoolOp | ast.Not)
            if isinstance(part, ast.Compare):
                lost = len(part.ops) > 1 or isinstance(part.ops[0], PYTHON_ONLY)
            assert not lost, f"{source}:{condition.lineno} {ast.unparse(condition)}"


@pytest.mark.parametrize("source", WIDGETS, ids=str)
def test_no_dialog_is_waited_for(source: Path) -> None:
    calls = (c for c in ast.walk(ast.parse(read(source))) if isinstance(c, ast.Call))
    assert not {getattr(c.func, "attr", "") for c in calls} & {"exec", "exec_", "processEvents"}


@pytest.mark.parametrize("source", SOURCES, ids=str)
def test_no_module_outgrows_a_reading(source: Path) -> None:
    limit = CATALOGUE_LIMIT if source.parts[0] == "forms" or "migrations" in source.parts else LIMIT
    assert len(read(source).splitlines()) <= limit


@pytest.mark.parametrize("source", [s for s in SOURCES if s.parts[1] == "domain"], ids=str)
def test_the_domain_never_asks_the_clock(source: Path) -> None:
    assert not re.search(r"\b(datetime\.now|date\.today|time\.time)\(", read(source))


@pytest.mark.parametrize("source", [s for s in SOURCES if s.parts[1] != "store"], ids=str)
def test_no_transaction_is_begun_outside_the_store(source: Path) -> None:
    """A bare `atomic()` begins without the write lock and can lose a save to a second writer."""
    assert ".atomic(" not in read(source)


def test_nothing_heavy_is_imported_with_the_inner_rooms() -> None:
    """What the window's start pays for is decided here: drawing, workbooks and keys come when first used."""
    heavy = {"reportlab", "openpyxl", "cryptography", "pypinyin", "pypdfium2", "uharfbuzz", "segno"}
    for source in SOURCES:
        if source.parts[1] in {"render", "exchange"}:
            continue
        for node in ast.parse(read(source)).body:
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {name.partition(".")[0] for name in names} & heavy, source
