"""The sample year: the published figures, counted from records that keep the office's own rules."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtapp.app.build import Parts
from qtapp.app.demo import CUT_OFF, YEAR, Summary, fill_sample_year
from qtapp.app.demo.codes import credit_code, identity_number
from qtapp.app.demo.days import WorkingDays
from qtapp.app.demo.fines import draw_fine, fit
from qtapp.app.demo.year import draw_world, write_diary
from qtapp.app.paths import Paths, resources
from qtapp.domain.cases import Case, Origin, StepKind
from qtapp.domain.cases import State as CaseState
from qtapp.domain.catalogue import RECORDS
from qtapp.domain.codes import credit_code_problem, identity_problem
from qtapp.domain.complaints import Channel, Complaint
from qtapp.domain.complaints import State as ComplaintState
from qtapp.domain.documents import Document
from qtapp.domain.enterprises import Enterprise
from qtapp.domain.errors import Cancelled, Refused
from qtapp.domain.inspections import Inspection
from qtapp.domain.inspections import Origin as InspectionOrigin
from qtapp.domain.inspections import State as InspectionState
from qtapp.domain.kinds import Kind
from qtapp.domain.officers import Certificate, Handler, Officer
from qtapp.domain.study import Attendance, Session
from qtapp.store.store import Store, Work
from qtapp.usecases.care import verify
from qtapp.usecases.progress import Progress
from qtapp.usecases.records import by_number
from qtapp.usecases.report import figures

PUBLISHED = {
    "inspection_visits": 381,
    "cases_preventive": 436,
    "cases_accident": 2,
    "penalty_total_fen": 843_120_000,
    "officers_certified": 41,
    "officers_pending": 8,
    "study_weeks": 52,
}
LISTED = {**PUBLISHED, "penalty_total_fen": 436}
RARE = "䶮𬭎㛃𠅤𡉃"


class Filled:
    """The sample register, filled once and only looked at."""

    def __init__(self, parts: Parts, store: Store, summary: Summary) -> None:
        self.parts, self.store, self.summary = parts, store, summary


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    parts = Parts(Paths(tmp_path_factory.mktemp("sample"), resources()), user="沈一")
    store = parts.open_store()
    summary = fill_sample_year(store, parts.office, YEAR, Progress())
    yield Filled(parts, store, summary)
    store.close()


@pytest.fixture
def sample(filled: Filled) -> Iterator[Work]:
    with filled.store.looking() as work:
        yield work


def counted(work: Work, cut_off: date | None) -> dict[str, tuple[int | float | None, int]]:
    return {f.rule.key: (f.value, len(f.records)) for f in figures(work, YEAR, cut_off)}


def test_the_figures_at_the_cut_off_are_the_published_ones(sample: Work) -> None:
    found = counted(sample, CUT_OFF)
    assert {key: found[key][0] for key in PUBLISHED} == PUBLISHED
    assert {key: found[key][1] for key in PUBLISHED} == LISTED


def test_every_record_behind_a_figure_is_there_once(sample: Work) -> None:
    for figure in figures(sample, YEAR, CUT_OFF):
        assert len(set(figure.records)) == len(figure.records)
        if figure.rule.key == "inspected_enterprises":  # told by their codes, which are no numbers
            continue
        assert all(by_number(sample, number) for number in figure.records)


def test_what_nobody_registers_has_no_figure(sample: Work) -> None:
    found = counted(sample, CUT_OFF)
    assert found["talks_enterprises"] == (None, 0)
    assert found["power_items"] == (None, 0)


def test_at_the_end_of_the_year_only_later_visits_have_come_in(sample: Work) -> None:
    found = counted(sample, None)
    assert found["inspection_visits"] == (390, 390)
    same = set(PUBLISHED) - {"inspection_visits"}
    assert {key: found[key][0] for key in same} == {key: PUBLISHED[key] for key in same}


def test_an_earlier_cut_off_lowers_what_grows(sample: Work) -> None:
    half, whole = counted(sample, date(YEAR, 6, 30)), counted(sample, CUT_OFF)
    for key in ("inspection_visits", "cases_preventive", "penalty_total_fen", "study_weeks"):
        assert 0 < (half[key][0] or 0) < (whole[key][0] or 0)
    assert half["cases_accident"] == (0, 0)  # registered as such, but decided later: 0, not unknown


def test_the_officer_whose_certificate_ends_on_the_cut_off_day_counts_by_the_new_one(sample: Work) -> None:
    ending = [c for c in sample.of(Certificate).all() if c.expires_on == CUT_OFF]
    assert ending
    for old in ending:
        later = [c for c in sample.of(Certificate).all(officer_id=old.officer_id) if c.id != old.id]
        assert not old.valid_on(CUT_OFF)
        assert old.valid_on(CUT_OFF - timedelta(days=1))
        assert any(new.valid_on(CUT_OFF) and not new.valid_on(CUT_OFF - timedelta(days=1)) for new in later)


def test_re_checks_and_voided_inspections_are_kept_but_not_counted(sample: Work) -> None:
    inspections = sample.of(Inspection).all()
    left_out = [
        i for i in inspections if i.origin == InspectionOrigin.RECHECK or i.state != InspectionState.RECORDED
    ]
    figure = next(f for f in figures(sample, YEAR) if f.rule.key == "inspection_visits")
    assert Counter(i.origin == InspectionOrigin.RECHECK for i in left_out) == {True: 40, False: 5}
    assert {i.number for i in left_out}.isdisjoint(figure.records)
    assert {i.origin for i in inspections} == set(InspectionOrigin)


def test_every_fine_lies_within_the_item_in_force_on_the_day_of_the_act(filled: Filled, sample: Work) -> None:
    for case in sample.of(Case).all():
        for violation, decision in zip(case.violations, case.decisions, strict=False):
            assert violation.act_on
            item = filled.parts.office.law.penalties.at(violation.item_code, violation.act_on)
            if item.fine_max_fen is not None:
                assert (item.fine_min_fen or 0) <= (decision.fine_fen or 0) <= item.fine_max_fen
            assert set(decision.kinds) <= set(item.kinds)


def test_every_decided_case_says_what_it_rests_on(sample: Work) -> None:
    for case in sample.of(Case).all():
        if case.decided_on:
            words = (case.facts, case.discretion, case.defence, case.legal_review)
            assert all(words)
            assert "{" not in "".join(words)
            assert len(case.evidence) >= 4
            assert {d.party for d in case.decisions} == {p.name for p in case.parties}


def test_five_working_days_lie_between_notice_and_decision(filled: Filled, sample: Work) -> None:
    calendar = filled.parts.office.law.calendar()
    for case in sample.of(Case).all():
        notice, decision = case.step(StepKind.NOTICE), case.step(StepKind.DECISION)
        if notice and decision and notice.taken_on and decision.taken_on:
            assert decision.taken_on > calendar.add_working_days(notice.taken_on, 5).date
            assert decision.taken_on - (case.filed_on or decision.taken_on) <= timedelta(days=90)


def test_some_cases_are_double_some_carried_over_some_open(sample: Work) -> None:
    cases = sample.of(Case).all()
    assert 30 < sum(len(case.parties) == 2 for case in cases) < 120
    assert any("〔2020〕" in case.number for case in cases)
    assert sum(case.origin == Origin.ACCIDENT for case in cases) == 2
    assert {case.state for case in cases} == set(CaseState) - {CaseState.WITHDRAWN}
    assert all(case.state == CaseState.CLOSED or case.number or not case.steps for case in cases)


def officers_and_days(work: Work) -> Iterator[tuple[Handler, date]]:
    for inspection in work.of(Inspection).all():
        assert inspection.started_at
        yield from ((officer, inspection.started_at.date()) for officer in inspection.officers)
    for case in work.of(Case).all():
        days = [case.discovered_on, *(step.taken_on for step in case.steps)]
        yield from ((officer, day) for officer in case.handlers for day in days if day)


def test_whoever_enforced_was_certified_that_day(sample: Work) -> None:
    people = {officer.id: officer for officer in sample.of(Officer).all()}
    valid: dict[int, list[Certificate]] = {}
    for certificate in sample.of(Certificate).all():
        valid.setdefault(certificate.officer_id, []).append(certificate)
    for officer, day in set(officers_and_days(sample)):
        assert people[officer.officer_id].active_on(day)
        assert any(c.valid_on(day) for c in valid[officer.officer_id]), (officer, day)


def test_everyone_is_called_at_a_session_each_week(filled: Filled, sample: Work) -> None:
    sessions = sample.of(Session).all()
    assert {session.expected for session in sessions} == {49}
    assert sample.of(Attendance).count() == 52 * 49
    days = WorkingDays(filled.parts.office.law.calendar(), date(YEAR, 1, 1), CUT_OFF)
    weeks = {session.held_on.isocalendar()[:2] for session in sessions if session.held_on}
    assert weeks == {week[0].isocalendar()[:2] for week in days.weeks(date(YEAR, 1, 4), CUT_OFF)}
    assert max(session.held_on for session in sessions if session.held_on) <= CUT_OFF
    assert len({session.topic for session in sessions}) == 52
    for session in sessions:
        marks = sample.of(Attendance).all(session_id=session.id)
        assert session.present == 49 - sum(mark.mark in {"公出", "请假", "缺席"} for mark in marks)


def test_complaints_of_all_channels_stand_at_every_step(sample: Work) -> None:
    complaints = sample.of(Complaint).all()
    assert len(complaints) == 300
    assert {complaint.channel for complaint in complaints} == set(Channel)
    assert {complaint.state for complaint in complaints} == set(ComplaintState)
    assert any(
        c.due_on and c.due_on < date(YEAR, 12, 31) and not c.result_on
        for c in complaints
        if c.state == ComplaintState.ASSIGNED
    )


def test_complaints_lead_to_inspections_and_cases(sample: Work) -> None:
    cases = [case for case in sample.of(Case).all() if case.complaint_id]
    assert len([case for case in cases if case.inspection_id]) == 15
    assert len([case for case in cases if not case.inspection_id]) == 18
    for case in cases:
        assert sample.of(Complaint).get(case.complaint_id).outcome_number == case.number
    looked_at = [i for i in sample.of(Inspection).all() if i.complaint_id]
    assert {i.origin for i in looked_at} == {InspectionOrigin.COMPLAINT}
    assert len(looked_at) == 45


def test_who_complained_is_nowhere_but_in_the_vault(filled: Filled) -> None:
    with filled.store.working() as work:
        sealed = [c for c in work.of(Complaint).all() if work.of(Complaint).has_sealed(c)]
        names = [work.of(Complaint).opened(c, "核对样例").informant_name for c in sealed[:60]]
        kept = [*work.database.execute_sql("SELECT changes FROM audit WHERE kind = 'complaints'").fetchall()]
        kept += work.database.execute_sql("SELECT text FROM search WHERE kind = 'complaints'").fetchall()
    words = "\n".join(str(row[0]) for row in kept)
    assert len(sealed) > 100
    assert all(names)
    assert not [name for name in names if name in words]


def test_rare_characters_stand_in_names_of_firms_and_people(sample: Work) -> None:
    firms = sample.of(Enterprise).all()
    assert len(firms) == 400
    assert all(any(sign in f.name + f.legal_rep for f in firms) for sign in "䶮𬭎㛃")
    assert sum(any(sign in f.name + f.legal_rep for sign in RARE) for f in firms) >= 15
    assert any(sign in officer.name for officer in sample.of(Officer).all() for sign in RARE)


def test_a_few_papers_are_really_issued(filled: Filled, sample: Work) -> None:
    papers = [paper for paper in sample.of(Document).all() if paper.sha256]
    assert 0 < len(papers) <= 10
    assert all(sample.files.get(paper.sha256).startswith(b"%PDF") for paper in papers)


def test_the_filled_register_is_sound_and_told_in_words(filled: Filled, sample: Work) -> None:
    assert verify(sample).ok
    assert filled.summary.counts[Kind.ENTERPRISE] == 400
    assert "海岱市应急管理局" in filled.summary.text()


def test_the_year_is_drawn_the_same_every_time(parts: Parts) -> None:
    first, again = (write_diary(draw_world(parts.office)) for _ in range(2))
    assert [entry[:3] for entry in first.entries] == [entry[:3] for entry in again.entries]


class Impatient(Progress):
    """Cancels after so many steps."""

    def __init__(self, steps: int) -> None:
        super().__init__()
        self.left = steps
        self.texts: list[str] = []

    def step(self, done: int, total: int = 0, text: str = "") -> None:
        self.texts.append(text)
        self.left -= 1
        if not self.left:
            self.cancel()
        super().step(done, total, text)


@pytest.mark.parametrize("steps", [1, 700])
def test_a_cancelled_filling_leaves_the_register_empty(parts: Parts, store: Store, steps: int) -> None:
    progress = Impatient(steps)
    with pytest.raises(Cancelled):
        fill_sample_year(store, parts.office, YEAR, progress)
    with store.looking() as work:
        assert not [cls for cls in RECORDS.values() if work.of(cls).count()]
        assert work.audit.head()[0] == 0
        assert work.bureau.name == "本局（未命名）"
    assert all(progress.texts)
    assert not [path for path in Path(parts.paths.data).glob("files/*/*") if path.is_file()]


def test_a_register_with_records_is_not_filled(parts: Parts, store: Store) -> None:
    with store.working() as work:
        work.of(Enterprise).add(Enterprise(name="岱山机械厂"))
    with pytest.raises(Refused, match="空的数据文件夹"):
        fill_sample_year(store, parts.office, YEAR, Progress())
    with store.looking() as work:
        assert work.of(Enterprise).count() == 1


def test_there_is_one_sample_year(parts: Parts, store: Store) -> None:
    with pytest.raises(Refused, match="2021"):
        fill_sample_year(store, parts.office, 2019, Progress())


@given(st.integers(0, 99_999))
def test_sample_credit_codes_have_the_right_check_digit(serial: int) -> None:
    assert not credit_code_problem(credit_code(serial))


@given(st.dates(date(1950, 1, 1), date(2005, 1, 1)), st.integers(0, 9_999), st.sampled_from("男女"))
def test_sample_identity_numbers_have_the_right_check_digit(born: date, serial: int, gender: str) -> None:
    number = identity_number(born, serial, gender)
    assert not identity_problem(number)
    assert int(number[16]) % 2 == (gender == "男")


@given(
    st.randoms(use_true_random=False),
    st.lists(st.sampled_from([(2_000, 8_000), (10_000, 26_000)]), min_size=3),
    st.data(),
)
def test_fines_come_to_any_sum_their_bounds_allow(
    rng: Random, bounds: list[tuple[int, int]], data: st.DataObject
) -> None:
    fines = [draw_fine(rng, *bound) for bound in bounds]
    low, high = (sum(bound[side] for bound in bounds) for side in (0, 1))
    total = data.draw(st.integers(low // 1_000, high // 1_000)) * 100_000
    fit(rng, fines, total)
    assert sum(fine.fen for fine in fines) == total
    assert all(fine.low_fen <= fine.fen <= fine.high_fen for fine in fines)


@given(st.randoms(use_true_random=False))
def test_a_sum_beyond_all_bounds_is_refused(rng: Random) -> None:
    with pytest.raises(ValueError, match="fit nowhere"):
        fit(rng, [draw_fine(rng, 2_000, 8_000)], 1_000_000)
