"""The one search finds what LIKE finds, two characters and rare ones included."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qtapp.app.build import Parts
from qtapp.app.paths import Paths, resources
from qtapp.domain.cases import Case, Decision, Evidence, Party, Step, StepKind, Violation
from qtapp.domain.complaints import Complaint
from qtapp.domain.enterprises import Enterprise
from qtapp.domain.inspections import Finding, Inspection
from qtapp.domain.officers import Handler, Officer
from qtapp.domain.study import Session
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
    work.of(Officer).add(Officer(name="某甲", department="大队", phone="13900000000"))
    party = Party(kind="个人", name="某乙", identity_number="110105194912310029")
    work.of(Case).add(Case(cause="无证作业", parties=(party,)))
    work.of(Complaint).add(Complaint(target_name="某厂", content="堵塞", informant_name="甄密名"))
    for hidden in ("1390000", "19491231", "甄密"):
        assert work.search.find(hidden)[0] == 0, hidden


def one_of_each(work: Work) -> None:
    handlers = (Handler(name="陆测二", certificate="苏A0090002"),)
    work.of(Complaint).add(
        Complaint(
            target_name="某厂",
            content="堵塞",
            department="危化科",
            instruction="请从严核办",
            requirement="逐项查明",
            result="现场已清空",
            reply="电话告知",
            chief="施阅批",
            leader="顾分管",
            proposal="拟请大队办",
        )
    )
    work.of(Inspection).add(
        Inspection(
            target_name="某厂",
            department="执法大队",
            place="东侧仓库",
            officers=handlers,
            findings=(Finding(text="安全通道堵塞"), Finding(text="应急灯损坏")),
            refusal_note="拒不签字",
            witness="钱见证",
        )
    )
    work.of(Case).add(
        Case(
            cause="无证作业",
            parties=(Party(name="某厂", address="滨江路九号", legal_rep="江法人"),),
            violations=(Violation(fact="未经培训上岗", violated="第三十条第一款", basis="第九十七条第七项"),),
            evidence=(Evidence(name="询问笔录", proves="证明未经培训"),),
            handlers=handlers,
            discretion="违法情节一般",
            defence="未申请听证",
            legal_review="程序合法",
            decisions=(Decision(party="某厂", number="岱应急罚〔2021〕9号", other="通报主管部门"),),
            steps=(Step(kind=StepKind.FILING, person="吴批准", opinion="准予立案"),),
        )
    )
    work.of(Session).add(Session(topic="新法宣讲", place="三楼会议室", host="史主讲", content="逐条讲解"))
    work.of(Officer).add(Officer(name="陆测二", department="基础科", duty="四级主办"))
    work.of(Enterprise).add(Enterprise(name="某厂", township="东港镇", industry="船舶修造", note="停产待迁"))


@pytest.mark.parametrize(
    ("wanted", "kinds"),
    [
        ("危化", {"complaints"}),
        ("从严核办", {"complaints"}),
        ("逐项", {"complaints"}),
        ("清空", {"complaints"}),
        ("电话告知", {"complaints"}),
        ("施阅批", {"complaints"}),
        ("顾分管", {"complaints"}),
        ("拟请", {"complaints"}),
        ("执法大队", {"inspections"}),
        ("东侧仓库", {"inspections"}),
        ("安全通道堵塞", {"inspections"}),
        ("应急灯", {"inspections"}),
        ("拒不签字", {"inspections"}),
        ("钱见证", {"inspections"}),
        ("陆测二", {"inspections", "cases", "officers"}),
        ("苏A0090002", {"inspections", "cases"}),
        ("滨江路九号", {"cases"}),
        ("江法人", {"cases"}),
        ("未经培训", {"cases"}),
        ("第九十七条", {"cases"}),
        ("询问笔录", {"cases"}),
        ("情节一般", {"cases"}),
        ("申请听证", {"cases"}),
        ("程序合法", {"cases"}),
        ("罚〔2021〕9号", {"cases"}),
        ("通报主管", {"cases"}),
        ("准予立案", {"cases"}),
        ("三楼会议室", {"sessions"}),
        ("史主讲", {"sessions"}),
        ("四级主办", {"officers"}),
        ("东港镇", {"enterprises"}),
        ("船舶修造", {"enterprises"}),
        ("待迁", {"enterprises"}),
    ],
)
def test_what_stands_on_the_papers_is_found(work: Work, wanted: str, kinds: set[str]) -> None:
    one_of_each(work)
    total, hits = work.search.find(wanted)
    assert {hit.kind for hit in hits} == kinds
    assert total == len(kinds)
    assert all(wanted in hit.snippet for hit in hits)
