"""The one search finds what LIKE finds, two characters and rare ones included."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qtapp.app.build import Parts
from qtapp.app.paths import Paths, resources
from qtapp.domain.enterprises import Enterprise
from qtapp.store.grams import escaped
from qtapp.store.store import Store, Work

# Few signs, so that random texts meet; among them the ones that mean something to LIKE or FTS5.
SIGNS = "举报消防aA%_\\\"*^-'() 12\n𬭎䶮"
TEXTS = st.text(SIGNS, min_size=1, max_size=12)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder: Path = tmp_path_factory.mktemp("search")
    return Parts(Paths(folder, resources())).open_store()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.lists(TEXTS, max_size=8), TEXTS)
def test_a_search_finds_what_like_finds(shared: Store, names: list[str], wanted: str) -> None:
    with shared.working() as work:
        for earlier in work.of(Enterprise).all():
            work.of(Enterprise).remove(earlier)
        for name in names:
            work.of(Enterprise).add(Enterprise(name=name))
        expected = work.database.execute_sql(
            "SELECT record_id FROM search WHERE text LIKE ? ESCAPE '\\' ORDER BY id DESC",
            (escaped(wanted.strip()),),
        ).fetchall()
        total, hits = work.search.find(wanted)
    if wanted.strip():
        assert [hit.record_id for hit in hits] == [row[0] for row in expected]
        assert total == len(expected)


@pytest.mark.parametrize("wanted", ["消防", "防", "𬭎", "䶮𬭎", "通道 堵", "H5"])
def test_two_characters_or_one_are_enough(work: Work, wanted: str) -> None:
    work.of(Enterprise).add(Enterprise(name="海岱消防器材厂", address="通道 堵塞 h5 号", legal_rep="䶮𬭎"))
    work.of(Enterprise).add(Enterprise(name="无关"))
    total, hits = work.search.find(wanted)
    assert (total, hits[0].title) == (1, "海岱消防器材厂")


def test_personal_and_sealed_words_are_not_searched(work: Work) -> None:
    from qtapp.domain.officers import Officer

    work.of(Officer).add(Officer(name="某甲", department="大队", phone="13900000000"))
    assert work.search.find("1390000")[0] == 0
