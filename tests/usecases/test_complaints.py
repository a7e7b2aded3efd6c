"""The complaint clerk's way from the telephone to the closing."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qtapp.domain.bureau import Bureau
from qtapp.domain.complaints import Complaint, Instruction, Reply, Result, State
from qtapp.domain.enterprises import Enterprise
from qtapp.domain.errors import Invalid, UserError
from qtapp.store.store import Work
from qtapp.usecases import complaints as use
from qtapp.usecases.enterprises import enter_enterprise

CALL = Complaint(
    channel="来电",
    received_at=datetime(2026, 2, 16, 9, 0),
    content="仓库堵塞消防通道，工人说应急灯也坏了",
    target_name="岱山机械厂",
    transfer_text="仓库堵塞消防通道",
)
ORDER = Instruction(
    chief="施一",
    leader="顾二",
    department="执法大队",
    requirement="依法查处",
    due_on=date(2026, 3, 20),
    instructed_on=date(2026, 2, 16),
)
FOUND = Result(finding="属实", result="已责令整改", result_on=date(2026, 3, 1))
TOLD = Reply(reply="电话答复，无异议", replied_on=date(2026, 3, 2))


def test_complaints_are_numbered_by_year_without_a_gap(work: Work) -> None:
    work.keep_bureau(Bureau(name="海岱市应急管理局", area="岱"))
    days = [datetime(2025, 12, 31, 23, 59), datetime(2026, 1, 1), datetime(2026, 1, 2)]
    numbers = [use.register_complaint(work, replace(CALL, received_at=day)).number for day in days]
    assert numbers == ["岱应急举〔2025〕1号", "岱应急举〔2026〕1号", "岱应急举〔2026〕2号"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
@given(st.lists(st.booleans(), max_size=12))
def test_a_refused_complaint_takes_no_number(work: Work, good: list[bool]) -> None:
    before = work.of(Complaint).count()
    for is_good in good:
        if is_good:
            use.register_complaint(work, CALL)
        else:
            with pytest.raises(Invalid, match="举报内容"):
                use.register_complaint(work, replace(CALL, content="  "))
    assert work.of(Complaint).count() == before + sum(good)
    assert not work.numbers.problems()


def test_a_real_name_asks_for_a_name_and_a_way_to_answer(work: Work) -> None:
    with pytest.raises(Invalid, match="举报人姓名"):
        use.register_complaint(work, replace(CALL, anonymity="实名"))
    with pytest.raises(Invalid, match="以便答复"):
        use.register_complaint(work, replace(CALL, anonymity="实名", informant_name="甄某"))
    kept = use.register_complaint(
        work, replace(CALL, anonymity="实名", informant_name="甄某", informant_phone="1")
    )
    assert kept.informant_name == ""
    assert use.open_identity(work, kept.id, "答复").informant_name == "甄某"


def test_the_firm_of_the_roster_is_linked(work: Work) -> None:
    firm = enter_enterprise(work, Enterprise(name="岱山机械厂"))
    assert use.register_complaint(work, CALL).enterprise_id == firm.id


def test_a_likely_repeat_is_shown_before_saving(work: Work) -> None:
    first = use.register_complaint(work, CALL)
    use.register_complaint(work, replace(CALL, target_name="别的厂", content="夜间卸油无人值守"))
    again = use.likely_repeats(work, replace(CALL, content="消防通道又堵了"))
    assert [(r.number, "同一单位" in r.why) for r in again] == [(first.number, True)]
    elsewhere = use.likely_repeats(work, replace(CALL, target_name="岱山机械有限公司"))
    assert [r.number for r in elsewhere] == [first.number]
    later = replace(CALL, received_at=work.now() + timedelta(days=800), target_name="新厂", content="无关")
    assert use.likely_repeats(work, later) == []


def test_the_whole_way(work: Work) -> None:
    kept = use.register_complaint(work, CALL)
    for step, state in (
        (lambda: use.record_instruction(work, kept.id, ORDER), State.INSTRUCTED),
        (lambda: use.assign(work, kept.id, date(2026, 2, 17)), State.ASSIGNED),
        (lambda: use.enter_result(work, kept.id, FOUND), State.RESULT),
        (lambda: use.enter_reply(work, kept.id, TOLD), State.ANSWERED),
        (lambda: use.close_complaint(work, kept.id), State.CLOSED),
    ):
        assert step().state == state
    acts = [line.act for line in work.audit.of(kept)]
    assert acts == ["登记举报", "编号", "录入阅批", "交办", "录入查处结果", "录入答复", "办结"]
    with pytest.raises(UserError, match="不能再改"):
        use.correct_complaint(work, work.of(Complaint).get(kept.id))


def test_no_step_is_taken_before_its_turn(work: Work) -> None:
    kept = use.register_complaint(work, CALL)
    with pytest.raises(UserError, match="待阅批"):
        use.assign(work, kept.id, date(2026, 2, 17))
    with pytest.raises(UserError, match="不能办结"):
        use.close_complaint(work, kept.id)


def test_an_assignment_needs_a_transfer_text_without_the_informant(work: Work) -> None:
    kept = use.register_complaint(
        work, replace(CALL, transfer_text="", informant_name="甄某某", anonymity="要求保密")
    )
    use.record_instruction(work, kept.id, ORDER)
    with pytest.raises(Invalid, match="转办文本"):
        use.assign(work, kept.id, date(2026, 2, 17))
    # The sealed name is not in the record that is corrected; the program compares without showing it.
    with pytest.raises(Invalid, match="举报人的姓名"):
        use.correct_complaint(
            work, replace(work.of(Complaint).get(kept.id), transfer_text="甄 某·某反映仓库堵塞")
        )
    use.correct_complaint(work, replace(work.of(Complaint).get(kept.id), transfer_text="有人反映仓库堵塞"))
    assert use.assign(work, kept.id, date(2026, 2, 17)).state == State.ASSIGNED


@pytest.mark.parametrize("field", ["requirement", "instruction"])
def test_an_instruction_that_names_the_informant_is_refused_and_can_be_mended(work: Work, field: str) -> None:
    named: dict[str, Any] = {field: "电 139-8765-4321 问清"}
    kept = use.register_complaint(work, replace(CALL, informant_phone="13987654321", anonymity="要求保密"))
    with pytest.raises(Invalid, match="举报人的电话"):
        use.record_instruction(work, kept.id, replace(ORDER, **named))
    use.record_instruction(work, kept.id, ORDER)
    again = use.record_instruction(work, kept.id, replace(ORDER, requirement="七日内查清"))
    assert (again.state, again.requirement) == (State.INSTRUCTED, "七日内查清")


def test_what_was_found_and_answered_may_not_name_him_either(work: Work) -> None:
    kept = use.register_complaint(work, replace(CALL, informant_name="甄某某", anonymity="要求保密"))
    use.record_instruction(work, kept.id, ORDER)
    use.assign(work, kept.id, date(2026, 2, 17))
    with pytest.raises(Invalid, match="举报人的姓名"):
        use.enter_result(work, kept.id, replace(FOUND, result="甄某某反映属实"))
    use.enter_result(work, kept.id, FOUND)
    with pytest.raises(Invalid, match="举报人的姓名"):
        use.enter_reply(work, kept.id, replace(TOLD, reply="电话答复甄某某"))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"instructed_on": date(2026, 2, 15)}, "早于接报日期"),
        ({"instructed_on": date(2026, 3, 3)}, "还没有到"),
    ],
)
def test_a_step_is_neither_before_the_one_before_it_nor_in_days_to_come(
    work: Work, change: dict[str, Any], words: str
) -> None:
    kept = use.register_complaint(work, CALL)
    with pytest.raises(Invalid, match=words):
        use.record_instruction(work, kept.id, replace(ORDER, **change))


def test_a_complaint_is_not_received_tomorrow_nor_moved_to_another_year(work: Work) -> None:
    with pytest.raises(Invalid, match="还没有到"):
        use.register_complaint(work, replace(CALL, received_at=datetime(2026, 3, 3)))
    kept = use.register_complaint(work, CALL)
    with pytest.raises(Invalid, match="2026 年的编号"):
        use.correct_complaint(work, replace(kept, received_at=datetime(2025, 3, 3)))


def test_a_wrong_identity_number_is_told_without_repeating_it(work: Work) -> None:
    with pytest.raises(Invalid) as refused:
        use.register_complaint(work, replace(CALL, anonymity="要求保密", informant_id="110105194912310021"))
    assert "身份证号" in str(refused.value)
    assert "1949" not in str(refused.value) + "".join(p.value for p in refused.value.problems)


def test_one_who_wants_no_reply_needs_none(work: Work) -> None:
    kept = use.register_complaint(work, replace(CALL, wants_reply=False))
    use.record_instruction(work, kept.id, ORDER)
    use.assign(work, kept.id, date(2026, 2, 17))
    assert use.enter_result(work, kept.id, FOUND).state == State.ANSWERED


def test_a_void_complaint_keeps_its_number_with_the_reason(work: Work) -> None:
    kept = use.register_complaint(work, CALL)
    use.void_complaint(work, kept.id, "误登")
    assert use.register_complaint(work, CALL).number != kept.number
    row = work.database.execute_sql(
        "SELECT void_reason FROM number WHERE number = ?", (kept.number,)
    ).fetchone()
    assert row[0] == "误登"
    assert not work.numbers.problems()


def test_a_number_from_an_older_ledger_is_kept_and_counted_on(work: Work) -> None:
    assert (
        use.register_complaint(work, replace(CALL, number="应急举〔2026〕7号")).number == "应急举〔2026〕7号"
    )
    assert (
        use.register_complaint(work, replace(CALL, received_at=datetime(2026, 1, 5))).number
        == "应急举〔2026〕8号"
    )
    with pytest.raises(Invalid, match="已经登记过"):
        use.register_complaint(work, replace(CALL, number="应急举〔2026〕7号"))


def test_the_firm_complained_of_is_no_place_for_the_informants_name_either(work: Work) -> None:
    secret: dict[str, Any] = {
        "informant_name": "甄某某",
        "informant_address": "秘密巷七号",
        "informant_employer": "岱山机械厂",
    }
    kept = use.register_complaint(work, replace(CALL, anonymity="要求保密", **secret))
    with pytest.raises(Invalid, match="举报人的姓名"):
        use.correct_complaint(work, replace(kept, target_name="岱山机械厂（甄某某所在）"))
    with pytest.raises(Invalid, match="举报人的住址"):
        use.record_instruction(work, kept.id, replace(ORDER, requirement="到秘密巷七号问明"))
    named = use.correct_complaint(work, replace(kept, transfer_text="岱山机械厂仓库堵塞"))
    assert named.transfer_text == "岱山机械厂仓库堵塞"
