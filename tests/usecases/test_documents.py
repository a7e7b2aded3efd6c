"""Papers: one entry fills each, numbers are given once, what was issued stays, the informant stays sealed."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from qtapp.domain.bureau import PER_CASE
from qtapp.domain.cases import Case, Decision, Party, Step, StepKind
from qtapp.domain.complaints import Complaint
from qtapp.domain.documents import Document, State
from qtapp.domain.errors import Invalid, Refused
from qtapp.domain.officers import Certificate, Officer
from qtapp.render.picture import text_of
from qtapp.store.store import Work
from qtapp.usecases import documents
from qtapp.usecases.cases import take_step
from qtapp.usecases.complaints import register_complaint
from qtapp.usecases.documents import Paper
from qtapp.usecases.due import due_papers
from qtapp.usecases.office import Office
from tests.usecases import thread as t


def words(content: bytes) -> str:
    """The text of a PDF without line ends and blanks, as a reader puts it together."""
    return "".join("".join(text_of(content)).split())


def test_one_entry_fills_every_paper(work: Work, office: Office) -> None:
    done = t.thread(work, office)
    for record in (done.complaint, done.inspection, done.case):
        for paper in due_papers(office, record):
            said = words(documents.printed(work, office, record, paper))
            assert "岱山机械厂" in said, paper.form
            assert t.BUREAU.region in said, paper.form


def test_the_amount_stands_in_capitals_and_figures(work: Work, office: Office) -> None:
    done = t.thread(work, office)
    for form in ("case_disposition_approval", "penalty_notice", "penalty_decision_unit"):
        said = words(documents.printed(work, office, done.case, Paper(form, "岱山机械厂")))
        assert "贰万元整" in said, form
        assert "20,000.00" in said, form


def test_both_officers_stand_on_the_papers_with_their_numbers(work: Work, office: Office) -> None:
    done = t.thread(work, office)
    for record, form in ((done.inspection, "inspection_record"), (done.case, "case_filing_approval")):
        said = words(documents.printed(work, office, record, Paper(form)))
        for name, number in zip(t.OFFICERS[:2], ("1006000001", "1006000002"), strict=True):
            assert name in said, form
            assert number in said, form


def test_a_served_paper_is_printed_again_byte_for_byte(work: Work, office: Office) -> None:
    done = t.thread(work, office)
    paper = Paper("penalty_decision_unit", "岱山机械厂")
    first = documents.printed(work, office, done.case, paper)
    changed = work.of(Case).update(replace(done.case, facts="后来改过的事实"))
    assert documents.printed(work, office, changed, paper) == first
    assert len(work.of(Document).all(form=paper.form)) == 1


def test_a_paper_not_yet_issued_is_shown_as_a_draft(work: Work, office: Office) -> None:
    t.found(work)
    case = t.opened(work, office, t.inspected(work, office, t.complained(work)))
    case = t.walked(work, office, case, StepKind.NOTICE)
    paper = Paper("penalty_notice", "岱山机械厂")
    assert "草稿" in words(documents.previewed(work, office, case, paper))
    issued = documents.printed(work, office, case, paper)
    assert "草稿" not in words(issued)
    assert documents.previewed(work, office, case, paper) == issued


def test_the_decision_bears_the_number_and_the_day_of_its_step(work: Work, office: Office) -> None:
    done = t.thread(work, office)
    document = documents.issue(work, office, done.case, Paper("penalty_decision_unit", "岱山机械厂"))
    assert document.number == done.case.decisions[0].number == "（岱）应急罚〔2026〕1号"
    assert document.dated_on == date(2026, 2, 15)


def test_no_decision_is_issued_before_it_is_taken(work: Work, office: Office) -> None:
    t.found(work)
    case = t.opened(work, office, t.inspected(work, office, t.complained(work)))
    case = t.walked(work, office, case, StepKind.NOTICE)
    with pytest.raises(Refused, match="先录入“决定”"):
        documents.issue(work, office, case, Paper("penalty_decision_unit", "岱山机械厂"))


def test_a_served_paper_with_an_open_field_is_refused_by_its_name(work: Work, office: Office) -> None:
    done = t.thread(work, office)
    bare = work.of(Case).update(replace(done.case, discretion=""))
    with pytest.raises(Invalid, match="裁量理由"):
        documents.issue(work, office, bare, Paper("penalty_decision_unit", "岱山机械厂"))
    assert work.of(Document).all(form="penalty_decision_unit") == []


def test_one_case_may_have_one_number_for_all(work: Work, office: Office) -> None:
    t.found(work)
    work.keep_bureau(replace(t.BUREAU, numbering=PER_CASE))
    case = t.walked(work, office, t.opened(work, office, t.inspected(work, office, t.complained(work))))
    issued = [documents.issue(work, office, case, paper).number for paper in due_papers(office, case)]
    assert len({number.partition("〔")[2] for number in issued}) == 1
    assert len(set(issued)) == len(issued)


def test_a_void_paper_keeps_its_number_and_makes_room_for_another(work: Work, office: Office) -> None:
    done = t.thread(work, office)
    paper = Paper("penalty_notice", "岱山机械厂")
    first = documents.issue(work, office, done.case, paper)
    assert documents.void_document(work, first.id, "金额写错").state == State.VOID
    second = documents.issue(work, office, done.case, paper)
    assert second.number != first.number
    assert not work.numbers.problems()


def test_a_void_decision_is_followed_by_one_with_another_number(work: Work, office: Office) -> None:
    done = t.thread(work, office)
    paper = Paper("penalty_decision_unit", "岱山机械厂")
    first = documents.issue(work, office, done.case, paper)
    documents.void_document(work, first.id, "当事人名称写错")
    second = documents.issue(work, office, work.of(Case).get(done.case.id), paper)
    assert (first.number, second.number) == ("（岱）应急罚〔2026〕1号", "（岱）应急罚〔2026〕2号")
    assert work.of(Case).get(done.case.id).decisions[0].number == second.number


def test_a_void_register_form_leaves_the_complaint_its_number(work: Work, office: Office) -> None:
    done = t.thread(work, office)
    printed = documents.issue(work, office, done.complaint, Paper("complaint_register"))
    documents.void_document(work, printed.id, "打印坏了")
    again = documents.issue(work, office, done.complaint, Paper("complaint_register"))
    assert again.number == done.complaint.number


def test_a_case_against_a_firm_and_its_head_names_both_for_approval(work: Work, office: Office) -> None:
    t.found(work)
    case = t.opened(work, office, t.inspected(work, office, t.complained(work)))
    both = replace(
        case,
        parties=(*case.parties, Party(kind="个人", name="钱六", gender="男")),
        decisions=(*case.decisions, Decision(party="钱六", kinds=("警告",))),
    )
    case = t.walked(work, office, work.of(Case).update(both), StepKind.APPROVAL)
    said = words(documents.previewed(work, office, case, Paper("case_disposition_approval")))
    assert "岱山机械厂：罚款人民币贰万元整" in said
    assert "钱六：警告" in said


def test_a_signed_approval_keeps_the_words_that_were_signed(work: Work, office: Office) -> None:
    done = t.thread(work, office)
    changed = work.of(Case).update(replace(done.case, facts="全部改写过的事实"))
    for preview in (documents.previewed, documents.printed, documents.printed):
        said = words(preview(work, office, changed, Paper("case_filing_approval")))
        assert "2名新进叉车司机" in said
        assert "全部改写" not in said
        assert "2026年2月6日" in said


def test_the_officers_of_the_filing_stand_with_the_certificates_of_that_day(
    work: Work, office: Office
) -> None:
    t.found(work)
    case = t.opened(work, office, t.inspected(work, office, t.complained(work)))
    case = t.walked(work, office, case, StepKind.FILING)
    officer = work.of(Officer).all(name=t.OFFICERS[0])[0]
    old = work.of(Certificate).all(officer_id=officer.id)[0]
    work.of(Certificate).update(replace(old, expires_on=date(2026, 2, 8)))
    new = replace(old, id=0, number="2006000001", issued_on=date(2026, 2, 8), expires_on=date(2031, 2, 8))
    work.of(Certificate).add(new)
    case = take_step(
        work, office, case.id, Step(kind="呈批", taken_on=date(2026, 2, 9), person="施一", opinion="同意")
    )
    said = words(documents.printed(work, office, case, Paper("case_filing_approval")))
    assert "1006000001" in said
    assert "2006000001" not in said


def test_one_number_a_case_tells_the_parties_apart(work: Work, office: Office) -> None:
    t.found(work)
    work.keep_bureau(replace(t.BUREAU, numbering=PER_CASE))
    case = t.opened(work, office, t.inspected(work, office, t.complained(work)))
    other = replace(case.parties[0], name="岱北船厂")
    both = replace(
        case,
        parties=(*case.parties, other),
        decisions=(*case.decisions, replace(case.decisions[0], party="岱北船厂")),
    )
    case = t.walked(work, office, work.of(Case).update(both), StepKind.NOTICE)
    numbers = [
        documents.issue(work, office, case, paper).number
        for paper in due_papers(office, case)
        if paper.form == "penalty_notice"
    ]
    assert numbers == ["（岱）应急罚告〔2026〕1-1号", "（岱）应急罚告〔2026〕1-2号"]


def test_no_assignment_sheet_is_printed_before_the_instruction(work: Work, office: Office) -> None:
    t.found(work)
    bare = register_complaint(work, Complaint(content="堵塞", target_name="岱山机械厂", transfer_text="堵塞"))
    with pytest.raises(Refused, match="先要有“阅批日期”"):
        documents.printed(work, office, bare, Paper("complaint_assignment"))


def test_the_papers_of_a_case_come_in_the_order_of_the_procedure(work: Work, office: Office) -> None:
    done = t.thread(work, office)
    assert [paper.form for paper in due_papers(office, done.case)] == [
        "case_filing_approval",
        "case_disposition_approval",
        "penalty_notice",
        "penalty_decision_unit",
        "closing_approval",
    ]


def test_the_assignment_sheet_cannot_carry_the_identity(work: Work, office: Office) -> None:
    done = t.thread(work, office)
    opened = work.of(Complaint).opened(done.complaint, "试验")
    paper = Paper("complaint_assignment")
    for record in (done.complaint, opened):
        said = words(documents.printed(work, office, record, paper))
        assert t.INFORMANT not in said
        assert "13900000000" not in said
        assert "夜班工人" not in said  # the complaint's own words, which would give him away
    for field in ("requirement", "instruction", "transfer_text"):
        named: dict[str, Any] = {field: f"找{t.INFORMANT}核实"}
        told = work.of(Complaint).update(replace(work.of(Complaint).get(opened.id), **named))
        with pytest.raises(Refused, match="举报人的姓名"):
            documents.printed(work, office, told, paper)
        clean: dict[str, Any] = {field: "核实"}
        work.of(Complaint).update(replace(work.of(Complaint).get(opened.id), **clean))


def test_the_register_form_is_masked_unless_the_keeper_gives_a_reason(work: Work, office: Office) -> None:
    done = t.thread(work, office)
    assert t.INFORMANT not in words(
        documents.printed(work, office, done.complaint, Paper("complaint_register"))
    )
    full = words(documents.printed(work, office, done.complaint, Paper("complaint_register", reason="归档")))
    assert t.INFORMANT in full
    assert "查看密封信息" in [line.act for line in work.audit.of(done.complaint)]
    kept = [path.read_bytes() for path in work.files.all()]
    assert not [content for content in kept if t.INFORMANT in words(content)]


def test_an_answer_names_its_reader_only_where_the_keeper_prints_it(work: Work, office: Office) -> None:
    done = t.thread(work, office)
    typed = {
        "findings": "已核查",
        "result": "属实",
        "review": "向本机关提出",
        "method": "书面",
        "feedback_at": "当日",
    }
    plain = Paper("complaint_feedback", typed=typed)
    assert t.INFORMANT not in words(documents.printed(work, office, done.complaint, plain))
    full = documents.printed(work, office, done.complaint, replace(plain, reason="答复举报人"))
    assert t.INFORMANT in words(full)
    assert not [p for p in work.files.all() if t.INFORMANT in words(p.read_bytes())]


def test_the_register_form_bears_the_name_of_the_county(work: Work, office: Office) -> None:
    done = t.thread(work, office)
    said = words(documents.printed(work, office, done.complaint, Paper("complaint_register")))
    assert "海岱市安全生产来信来访及电话举报事故隐患登记表" in said


def test_a_form_of_another_kind_is_refused(work: Work, office: Office) -> None:
    done = t.thread(work, office)
    with pytest.raises(Refused, match="不是举报的文书"):
        documents.prepare(work, office, done.complaint, Paper("penalty_notice"))


def test_every_form_can_be_had_blank(work: Work, office: Office) -> None:
    t.found(work)
    for key in office.forms:
        assert words(documents.blank(work, office, key))
