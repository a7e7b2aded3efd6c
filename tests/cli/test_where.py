"""Conditions on the command line find what they say."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtapp.app.cli.values import filters
from qtapp.domain.complaints import Complaint
from qtapp.domain.searches import Filter, Op
from tests.cli.conftest import Cli


@pytest.fixture
def three(cli: Cli) -> Cli:
    for channel, on, category in (
        ("来电", "2026-3-1 09:30", "事故隐患"),
        ("来信", "2026-3-2", "其他"),
        ("来电", "2026-3-3 23:59", "事故隐患、其他"),
    ):
        cli.add(
            *("complaints", f"举报方式={channel}", f"received_at={on}", f"category={category}"),
            *("target_name=岱山机械厂", f"content=堵塞{on}"),
        )
    return cli


CASES = [
    (["channel=来电"], [1, 3]),
    (["举报方式=来电"], [1, 3]),
    (["channel!=来电"], [2]),
    (["received_at>=2026-03-02"], [2, 3]),
    (["received_at≥2026年3月2日"], [2, 3]),
    (["received_at<=2026-03-02"], [1, 2]),
    (["received_at<=2026-03-03"], [1, 2, 3]),
    (["received_at=2026-03-01"], [1]),
    (["received_at=2026-03-01 09:30"], [1]),
    (["category=其他"], [2, 3]),
    (["category~隐患"], [1, 3]),
    (["content~2026-3-2"], [2]),
    (["content~%"], []),
    (["channel=来电", "received_at>=2026-03-02"], [3]),
    (["due_on="], [1, 2, 3]),
    (["wants_reply=是"], [1, 2, 3]),
    (["wants_reply=否"], []),
    (["id>=2"], [2, 3]),
    (["target_name=岱山机械厂' OR '1'='1"], []),
]


@pytest.mark.parametrize(("where", "ids"), CASES, ids=lambda value: " ".join(map(str, value)))
def test_a_condition_finds_what_it_says(three: Cli, where: list[str], ids: list[int]) -> None:
    words = [word for text in where for word in ("--where", text)]
    found = three.json("list", "complaints", *words)
    assert sorted(row["id"] for row in found["rows"]) == ids
    assert found["total"] == len(ids)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_day_written_for_a_moment_means_all_of_it(on: date) -> None:
    since, until = filters(Complaint, [f"received_at={on.isoformat()}"])
    assert (since, until) == (Filter("received_at", on, Op.SINCE), Filter("received_at", on, Op.UNTIL))
    moment = datetime.combine(on, datetime.min.time()) + timedelta(hours=9)
    assert filters(Complaint, [f"received_at>={moment:%Y-%m-%d %H:%M}"]) == (
        Filter("received_at", moment, Op.SINCE),
    )


def test_money_is_in_fen_under_its_name_and_in_yuan_under_its_label() -> None:
    from qtapp.domain.cases import Case

    assert filters(Case, ["total_fen>=2000000"]) == (Filter("total_fen", 2_000_000, Op.SINCE),)
    assert filters(Case, ["罚没款（元）>=20000"]) == (Filter("total_fen", 2_000_000, Op.SINCE),)
