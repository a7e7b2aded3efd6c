"""Numbers are given once, without gaps, and go on from what an older ledger brings."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qtapp.domain.bureau import Bureau
from qtapp.domain.complaints import Complaint
from qtapp.domain.errors import Invalid
from qtapp.domain.kinds import Kind
from qtapp.domain.numbering import COMPLAINTS, DECISIONS, spelled
from qtapp.store.attempt import attempted
from qtapp.store.store import Store, Work
from qtapp.usecases.complaints import register_complaint
from qtapp.usecases.study import register_session
from tests.usecases.test_study import SESSION

OWN = Bureau(area="岱")


def adopt(work: Work, number: str, record_id: int = 0) -> None:
    work.numbers.adopt(COMPLAINTS, OWN, number, Kind.COMPLAINT, record_id)


def following(work: Work, year: int = 2020) -> str:
    return work.numbers.next(COMPLAINTS, OWN, year, Kind.COMPLAINT, 0)


def test_what_an_older_ledger_left_out_is_no_gap(work: Work) -> None:
    for sequence in (5, 7, 9):
        adopt(work, f"岱应急举〔2020〕{sequence}号")
    assert work.numbers.problems() == []
    assert following(work) == "岱应急举〔2020〕10号"
    missing = work.database.execute_sql(
        "SELECT sequence FROM number WHERE kind = '' AND void_reason = '旧台账缺号' ORDER BY sequence"
    ).fetchall()
    assert [row[0] for row in missing] == [1, 2, 3, 4, 6, 8]


def test_a_number_left_open_can_still_come_in_once(work: Work) -> None:
    adopt(work, "岱应急举〔2020〕7号")
    assert not work.numbers.taken("岱应急举〔2020〕5号")
    adopt(work, "岱应急举〔2020〕5号", 3)
    assert work.numbers.owner("岱应急举〔2020〕5号") == ("complaints", 3)
    with pytest.raises(Invalid, match="已经登记过"):
        adopt(work, "岱应急举〔2020〕5号")


@pytest.mark.parametrize(
    "typed",
    ["岱应急举〔2020〕007号", "岱应急举[2020]7号", "岱应急举〔２０２０〕７号", "岱应急举〔2020〕 7 号"],
)
def test_a_number_of_our_own_is_taken_in_one_spelling_only(work: Work, typed: str) -> None:
    with pytest.raises(Invalid, match="请写成“岱应急举〔2020〕7号”"):
        adopt(work, typed)


def test_a_lone_high_number_is_asked_about(work: Work) -> None:
    with pytest.raises(Invalid, match="之前还缺 999 个号"):
        adopt(work, "岱应急举〔2020〕1000号")
    assert following(work) == "岱应急举〔2020〕1号"
    adopt(work, "岱应急举〔2020〕502号")
    assert following(work) == "岱应急举〔2020〕503号"


def test_a_number_of_another_year_than_its_record_is_handed_back(work: Work) -> None:
    with pytest.raises(Invalid, match="是 2025 年的，与本条记录的日期（2026 年）不符") as refused:
        register_session(work, replace(SESSION, number="应急学〔2025〕3号"))
    assert [problem.field for problem in refused.value.problems] == ["number"]


def test_a_number_without_a_digit_is_none(work: Work) -> None:
    with pytest.raises(Invalid, match="不像编号"):
        adopt(work, "随便")
    adopt(work, "宁安监访第十二号")
    assert work.numbers.taken("宁安监访第十二号")


def test_numbers_that_came_before_the_bureau_had_its_word_are_its_own_afterwards(work: Work) -> None:
    for sequence in (2, 3):
        work.numbers.adopt(COMPLAINTS, Bureau(), f"岱应急举〔2020〕{sequence}号", Kind.COMPLAINT, sequence)
    assert following(work) == "岱应急举〔2020〕4号"
    assert work.numbers.problems() == []


def test_the_same_count_under_an_earlier_word_is_not_given_twice(work: Work) -> None:
    work.numbers.adopt(COMPLAINTS, Bureau(), "应急举〔2020〕1号", Kind.COMPLAINT, 1)
    with pytest.raises(Invalid, match="同一个序号"):
        adopt(work, "岱应急举〔2020〕1号")
    assert following(work) == "岱应急举〔2020〕2号"


def test_what_is_taken_back_can_come_again(work: Work) -> None:
    adopt(work, "岱应急举〔2020〕4号", 1)
    given_here = following(work)
    work.numbers.release(Kind.COMPLAINT, {1}, "撤销导入 1")
    assert work.numbers.problems() == []
    assert given_here == "岱应急举〔2020〕5号"
    adopt(work, "岱应急举〔2020〕4号", 2)
    assert work.numbers.owner("岱应急举〔2020〕4号") == ("complaints", 2)


def test_nothing_is_left_of_a_series_that_is_taken_back_whole(work: Work) -> None:
    adopt(work, "岱应急举〔2020〕4号", 1)
    adopt(work, "岱应急举〔2020〕9号", 1)
    work.numbers.release(Kind.COMPLAINT, {1}, "撤销导入 1")
    assert following(work) == "岱应急举〔2020〕1号"


def test_a_number_taken_out_at_the_beginning_is_missed(work: Work) -> None:
    following(work)
    following(work)
    work.database.execute_sql("DELETE FROM number WHERE sequence = 1")
    assert [problem.text for problem in work.numbers.problems()] == [
        "编号“举”2020 年有缺号：1 至 2 号只有 1 个"
    ]


def test_a_record_keeps_to_the_year_of_its_number(work: Work) -> None:
    number = following(work)
    assert work.numbers.year_problems(number, 2020, "received_at") == []
    assert "是 2020 年的编号" in work.numbers.year_problems(number, 2025, "received_at")[0].text
    assert work.numbers.year_problems("", 2025, "received_at") == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 60) | st.none(), max_size=20))
def test_given_or_brought_in_any_order_numbers_are_unique_and_whole(
    store: Store, steps: list[int | None]
) -> None:
    seen: list[str] = []
    with store.working() as work:
        work.database.execute_sql("DELETE FROM number")
        for step in steps:
            number = spelled(DECISIONS, OWN, 2021, step or 0)
            if step is None:
                seen.append(work.numbers.next(DECISIONS, OWN, 2021, Kind.CASE, 0))
            elif number not in seen:
                work.numbers.adopt(DECISIONS, OWN, number, Kind.CASE, 0)
                seen.append(number)
        assert len(set(seen)) == len(seen)
        assert work.numbers.problems() == []


def test_a_complaint_of_another_year_is_not_kept(work: Work) -> None:
    draft = Complaint(
        number="应急举〔2020〕1号", received_at=datetime(2021, 5, 1), target_name="甲厂", content="堵塞"
    )
    with pytest.raises(Invalid, match="2020 年的"), attempted(work.database):
        register_complaint(work, draft)
    assert work.of(Complaint).count() == 0
