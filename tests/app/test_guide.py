"""The guide that F1 opens: a page for each subject, and no link into nothing."""

import re
from pathlib import Path

import pytest

from qtapp.app.paths import resources

ROOT = Path(__file__).parents[2]
PAGES = sorted((resources() / "help").glob("*.md"))
CHAPTERS = sorted(
    {
        name
        for source in (ROOT / "qtapp" / "ui").rglob("*.py")
        for name in re.findall(r'^    chapter = "(\w+)"', source.read_text("utf-8"), re.MULTILINE)
    }
)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_page_of_the_window_has_its_chapter(chapter: str) -> None:
    assert (resources() / "help" / f"{chapter}.md").exists()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_chapter_is_short_and_its_links_lead_somewhere(page: Path) -> None:
    words = page.read_text("utf-8")
    assert words.startswith("# ")
    assert len(words.splitlines()) <= 60
    for target in re.findall(r"\]\(([^)]+)\)", words):
        assert (page.parent / target).exists(), target


def test_the_index_leads_to_every_chapter() -> None:
    index = (resources() / "help" / "index.md").read_text("utf-8")
    assert {f"({page.name})" for page in PAGES if page.stem != "index"} <= set(
        re.findall(r"\([a-z]+\.md\)", index)
    )
