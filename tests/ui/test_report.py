"""The figures: with their rules, down to the record."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from qtapp.app.build import Parts
from qtapp.domain.cases import Case, Decision, Evidence, Party, Step, StepKind
from qtapp.domain.figures import Figure
from qtapp.domain.kinds import Kind
from qtapp.domain.officers import Handler
from qtapp.store.store import Store, Work
from qtapp.ui.report.figure_table import NOTHING
from qtapp.ui.report.page import ReportPage
from qtapp.usecases.cases import open_case, take_step, violation_of
from qtapp.usecases.office import Office
from tests.ui.bench import Bench
from tests.ui.sample_office import CERTIFIED, FIRMS, found_bureau, some_complaints

COMPLAINTS = 12
FINE_FEN = 1_933_800


def decided_case(work: Work, office: Office) -> Case:
    name = FIRMS[0][0]
    case = open_case(
        work,
        office,
        Case(
            cause="未设置安全警示标志",
            facts="未设置",
            discovered_on=date(2026, 2, 1),
            parties=(Party(name=name),),
            handlers=(Handler(name="沈建国"), Handler(name="顾丽")),
            violations=(violation_of(office, "AQ-099-1-1-U0", date(2026, 2, 1)),),
            evidence=(Evidence(name="现场照片"),),
            discretion="从轻处罚",
            defence="未陈述申辩",
            decisions=(Decision(party=name, kinds=("罚款",), fine_fen=FINE_FEN),),
        ),
    )
    for place, kind in enumerate((StepKind.FILING, StepKind.APPROVAL, StepKind.NOTICE, StepKind.DECISION)):
        step = Step(kind=kind, taken_on=date(2026, 2, 2 + place), person="施局长", opinion="同意")
        case = take_step(work, office, case.id, step)
    return case


class Written:
    def __init__(self) -> None:
        self.calls: list[tuple[int, date | None, int, Path]] = []

    def __call__(self, year: int, cut_off: date | None, figures: Sequence[Figure], path: Path) -> None:
        self.calls.append((year, cut_off, len(figures), path))


@pytest.fixture
def bench(parts: Parts, store: Store, qtbot: QtBot) -> Iterator[Bench]:
    with store.working() as work:
        found_bureau(work)
        some_complaints(work, COMPLAINTS)
        decided_case(work, parts.office)
    bench = Bench(parts, store, qtbot)
    yield bench
    bench.close()


@pytest.fixture
def written() -> Written:
    return Written()


@pytest.fixture
def page(bench: Bench, written: Written) -> ReportPage:
    page = bench.put(ReportPage(bench.place, written))
    bench.until(lambda: page.table.figures)
    page.arrive()
    return page


def row_of(page: ReportPage, key: str) -> int:
    return next(row for row, figure in enumerate(page.table.figures) if figure.rule.key == key)


def words(page: ReportPage, key: str) -> list[str]:
    row = row_of(page, key)
    return [str(page.table.index(row, column).data() or "") for column in range(page.table.columnCount())]


def test_money_is_shown_in_yuan_and_in_ten_thousand_yuan(page: ReportPage) -> None:
    assert words(page, "penalty_total_fen")[1:3] == ["19,338.00", "元（1.93 万元）"]


def test_nothing_registered_is_not_shown_as_nought(page: ReportPage) -> None:
    assert words(page, "performances")[1] == NOTHING
    assert words(page, "cases_accident")[1] == "0"


def test_each_figure_has_its_rule_beside_it(page: ReportPage) -> None:
    page.view.selectRow(row_of(page, "officers_certified"))
    assert f"{CERTIFIED - 1}" in page.rule.text()
    assert "有效期未到" in page.rule.text()


def test_from_the_figure_to_the_record_takes_two_keys(bench: Bench, page: ReportPage) -> None:
    page.view.selectRow(row_of(page, "complaints_received"))
    bench.press("Enter")
    bench.until(lambda: page.records.topLevelItemCount() == COMPLAINTS)
    assert page.records.hasFocus()
    bench.place.routes.record_wanted.disconnect()
    with bench.qtbot.waitSignal(bench.place.routes.record_wanted) as wanted:
        bench.press("Enter")
    assert wanted.args[0] is Kind.COMPLAINT
    bench.press("Esc")
    assert page.view.hasFocus()


def test_people_and_firms_behind_a_figure_are_named(bench: Bench, page: ReportPage) -> None:
    page.view.selectRow(row_of(page, "officers_certified"))
    bench.press("Enter")
    bench.until(lambda: page.records.topLevelItemCount() == CERTIFIED - 1)
    first = page.records.topLevelItem(0)
    assert first is not None
    assert first.text(1) == "沈建国"


def test_the_cut_off_moves_the_figures(bench: Bench, page: ReportPage) -> None:
    bench.go_to(page.cut_off)
    bench.type("2-4")
    bench.press("F5")
    bench.until(lambda: "2026-02-04" in page.state.text())
    assert words(page, "penalty_total_fen")[1] == "0.00"  # decided a day later


def test_a_cut_off_in_another_year_is_refused_in_words(bench: Bench, page: ReportPage) -> None:
    bench.go_to(page.cut_off)
    bench.type("2025-12-16")
    bench.press("F5")
    bench.until(lambda: bench.told)
    assert "不在 2026 年内" in bench.told[-1]


def test_the_table_is_handed_to_whoever_writes_workbooks(
    page: ReportPage, written: Written, bench: Bench, tmp_path: Path
) -> None:
    page._export_to(tmp_path / "统计.xlsx")
    bench.until(lambda: written.calls)
    assert written.calls[0] == (2026, None, len(page.table.figures), tmp_path / "统计.xlsx")
