"""The complaint page, with the keyboard alone."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from qtapp.app.build import Parts
from qtapp.domain.complaints import Channel, Complaint, State
from qtapp.domain.documents import Document
from qtapp.domain.kinds import Kind
from qtapp.store.store import Store
from qtapp.ui.complaints.editor import ComplaintEditor
from qtapp.ui.complaints.page import ComplaintsPage
from qtapp.ui.complaints.registering import NewComplaint
from qtapp.ui.kit.done_strip import DoneStrip
from qtapp.ui.kit.editor import Editor
from qtapp.usecases.complaints import record_instruction, register_complaint
from tests.ui.bench import Bench, open_dialogs, words_of
from tests.ui.sample_office import found_bureau, instruction, some_complaints

KEY, CHARACTER, LOOK = 0.28, 1.3, 1.35  # seconds, by the keystroke model
INFORMANT, PHONE = "邵某某", "13900001111"


@pytest.fixture
def bench(parts: Parts, store: Store, qtbot: QtBot) -> Iterator[Bench]:
    with store.working() as work:
        found_bureau(work)
        some_complaints(work, 6)
    bench = Bench(parts, store, qtbot)
    yield bench
    bench.close()


@pytest.fixture
def page(bench: Bench) -> ComplaintsPage:
    page = bench.put(ComplaintsPage(bench.place))
    bench.until(lambda: page.current is not None)
    page.arrive()
    return page


def begun(bench: Bench, page: ComplaintsPage) -> NewComplaint:
    bench.press("Ctrl+N")
    panel = page.stack.currentWidget()
    assert isinstance(panel, NewComplaint)
    bench.settle()
    return panel


def newest(bench: Bench) -> Complaint:
    return bench.look(lambda work: work.of(Complaint).all()[-1])


def test_a_telephone_complaint_takes_no_mouse(bench: Bench, page: ComplaintsPage) -> None:
    panel = begun(bench, page)
    assert panel.entry("channel").isAncestorOf(bench.focus)
    bench.press("1", "Enter", "2", "Enter")  # 来电, 匿名
    assert panel.entry("call_recording").isAncestorOf(bench.focus)
    bench.press("Enter")
    bench.type("jsbm")
    target = panel.entry("target_name")
    bench.until(lambda: getattr(target, "candidates", []))
    bench.press("Enter")
    assert panel.value("target_name") == "海岱金属表面处理有限公司"
    assert panel.value("target_address") == "滨江镇环镇东路 3 号"
    bench.press("Enter", "Enter")  # past address and contact, which are filled
    assert panel.entry("content").isAncestorOf(bench.focus)
    bench.type("电镀车间废气外溢无人处理")
    bench.press("Ctrl+Enter")
    bench.until(panel.repeats.isVisible)
    bench.press("Enter")
    keys = 2 + len("1⏎2⏎⏎jsbm⏎⏎⏎") + 2 + 1 + 2  # Ctrl+N …, then Ctrl+Enter, Enter, Ctrl+P
    assert keys * KEY + 25 * CHARACTER + 6 * LOOK < 60
    bench.until(lambda: newest(bench).content == "电镀车间废气外溢无人处理")
    kept = newest(bench)
    assert (kept.channel, kept.state, kept.target_name) == (
        Channel.PHONE,
        State.REGISTERED,
        "海岱金属表面处理有限公司",
    )
    assert kept.enterprise_id > 0
    bench.until(lambda: page.current and page.current.id == kept.id)
    bench.press("Ctrl+P")
    paper = words_of(bench.preview(page).pdf)
    assert kept.number in paper
    assert "电镀车间废气外溢无人处理" in paper


def test_each_channel_asks_for_its_own_fields(bench: Bench, page: ComplaintsPage) -> None:
    panel = begun(bench, page)
    shown = {
        name: panel.entry(name).isVisible() for name in ("call_recording", "letter_pages", "outer_number")
    }
    assert shown == {"call_recording": True, "letter_pages": False, "outer_number": False}
    bench.press("5")  # 12345转办
    assert not panel.entry("call_recording").isVisible()
    assert panel.entry("outer_number").isVisible()
    assert panel.entry("outer_due_on").isVisible()


def test_the_informant_is_asked_for_only_when_there_is_one(bench: Bench, page: ComplaintsPage) -> None:
    panel = begun(bench, page)
    assert not panel.entry("informant_name").isVisible()
    bench.press("Enter", "1")  # 实名
    assert panel.entry("informant_name").isVisible()
    assert panel.value("wants_reply") is True
    bench.press("2")  # 匿名
    assert not panel.entry("informant_name").isVisible()


def test_a_repeat_is_shown_before_the_number_is_given_and_can_be_linked(
    bench: Bench, page: ComplaintsPage
) -> None:
    before = bench.look(lambda work: work.of(Complaint).count())
    panel = begun(bench, page)
    bench.go_to(panel.entry("target_name"))
    bench.type("海岱金盛化工有限公司")
    bench.go_to(panel.entry("content"))
    bench.type("反映该单位仓库消防通道堆放杂物")
    bench.press("Ctrl+Enter")
    bench.until(panel.repeats.isVisible)
    assert bench.look(lambda work: work.of(Complaint).count()) == before
    earlier = panel.repeats.repeats[0]
    assert "同一单位" in earlier.why
    bench.press("G")
    bench.until(lambda: newest(bench).earlier_number == earlier.number)


def test_a_named_informant_without_a_way_to_answer_is_refused_at_the_field(
    bench: Bench, page: ComplaintsPage
) -> None:
    panel = begun(bench, page)
    bench.press("Enter", "1")
    panel.fill({"target_name": "启航烟花爆竹经营部", "content": "夜间违规储存", "informant_name": INFORMANT})
    bench.press("Ctrl+Enter")
    assert "informant_phone" in panel.faults()
    assert panel.entry("informant_phone").isAncestorOf(bench.focus)


def test_a_half_typed_complaint_comes_back_with_its_sealed_part(bench: Bench, page: ComplaintsPage) -> None:
    panel = begun(bench, page)
    bench.press("Enter", "1")
    bench.go_to(panel.entry("informant_name"))
    bench.type(INFORMANT)
    bench.go_to(panel.entry("content"))
    bench.type("刚说到一半")
    panel.keep_draft()
    bench.settle()
    raw = b"".join(p.read_bytes() for p in bench.store.places.folder.glob("register.db*"))
    assert "刚说到一半".encode() in raw
    assert INFORMANT.encode() not in raw
    page.close_panel(panel)
    again = begun(bench, page)
    bench.until(lambda: again.value("content") == "刚说到一半")
    assert again.value("informant_name") == INFORMANT
    assert again.entry("informant_name").isVisible()


def fill_in(bench: Bench, panel: Editor, **values: str) -> None:
    for name, text in values.items():
        bench.go_to(panel.entry(name))
        bench.type(text)


def beside(bench: Bench, page: ComplaintsPage) -> Editor:
    bench.until(lambda: isinstance(page.beside.currentWidget(), Editor))
    panel = page.beside.currentWidget()
    assert isinstance(panel, Editor)
    return panel


def next_step(bench: Bench, page: ComplaintsPage, state: State, **values: str) -> None:
    """The step that is due, done from the list with one key."""
    bench.until(lambda: page.current.state == state)
    bench.go_to(page.view)
    bench.press("Ctrl+Enter")
    if values:
        fill_in(bench, beside(bench, page), **values)
        bench.press("Ctrl+Enter")


def registered_in_confidence(bench: Bench, page: ComplaintsPage) -> Complaint:
    panel = begun(bench, page)
    bench.press("1", "Enter", "3", "Enter")  # 来电, 要求保密
    fill_in(
        bench,
        panel,
        informant_name=INFORMANT,
        informant_phone=PHONE,
        target_name="海岱新港仓储有限公司",
        content=f"我是{INFORMANT} 仓库占用消防通道",
    )
    bench.press("Ctrl+T")
    assert INFORMANT in panel.value("transfer_text")
    bench.press("Ctrl+Enter")
    assert "transfer_text" in panel.faults()  # the name stands in what would be handed on
    bench.go_to(panel.entry("transfer_text"))
    bench.press("Ctrl+A")
    bench.type("核查仓库占用消防通道")
    bench.press("Ctrl+Enter")
    bench.until(lambda: newest(bench).target_name == "海岱新港仓储有限公司")
    bench.until(lambda: page.current and page.current.id == newest(bench).id)
    return newest(bench)


def printed(bench: Bench, page: ComplaintsPage) -> str:
    bench.press("Ctrl+P")
    words = words_of(bench.preview(page).pdf)
    bench.press("Esc")
    return words


def test_the_journey_of_a_complaint_from_the_telephone_to_its_closing(
    bench: Bench, page: ComplaintsPage
) -> None:
    """Journey 2: register, print, instruct, assign, result, reply, close; the name never leaves the seal."""
    registered_in_confidence(bench, page)
    register = printed(bench, page)
    assert "（密封）" in register
    assert PHONE not in register
    next_step(
        bench,
        page,
        State.REGISTERED,
        chief="施局长",
        leader="顾副局长",
        department="执法大队",
        requirement="依法核查",
    )
    next_step(bench, page, State.INSTRUCTED)
    bench.until(lambda: newest(bench).state == State.ASSIGNED)
    bench.settle()
    assignment = printed(bench, page)
    assert "核查仓库占用消防通道" in assignment
    assert INFORMANT not in assignment
    assert PHONE not in assignment
    next_step(bench, page, State.ASSIGNED, finding="1", result="现场核查属实，已责令清理")
    next_step(bench, page, State.RESULT, reply="电话答复，举报人表示满意")
    next_step(bench, page, State.ANSWERED)
    bench.until(lambda: newest(bench).state == State.CLOSED)
    closed = newest(bench)
    fifteen_days = date(2026, 3, 17)  # by the bureau's settings
    assert (closed.finding, closed.due_on, closed.department) == ("属实", fifteen_days, "执法大队")
    assert closed.informant_name == ""
    assert bench.look(lambda work: work.of(Complaint).has_sealed(closed))


def test_the_identity_is_shown_for_a_reason_and_shuts_by_itself(bench: Bench, page: ComplaintsPage) -> None:
    panel = begun(bench, page)
    panel.fill(
        {
            "anonymity": "实名",
            "informant_name": INFORMANT,
            "informant_phone": PHONE,
            "target_name": "甲厂",
            "content": "违规动火作业，无人监护",
        }
    )
    panel.edited.emit("anonymity")
    bench.press("Ctrl+Enter")
    bench.until(lambda: page.current and page.current.target_name == "甲厂")
    bench.go_to(page.view)
    bench.press("Ctrl+Shift+I")
    bench.answer("回访核实")
    bench.until(lambda: any(d.windowTitle().startswith("举报人信息") for d in open_dialogs()))
    shown = next(d for d in open_dialogs() if d.windowTitle().startswith("举报人信息"))
    assert shown.isModal()
    words = " ".join(label.text() for label in shown.findChildren(type(page.count)))
    assert INFORMANT in words
    shown.left = 1  # type: ignore[attr-defined] # a minute is too long for a test
    bench.until(lambda: not any(d.windowTitle().startswith("举报人信息") for d in open_dialogs()))
    kept = newest(bench)
    acts = bench.look(lambda work: [line.act for line in work.audit.of(kept)])
    assert "查看密封信息" in acts


def test_the_full_register_form_is_printed_for_a_reason_and_kept_only_masked(
    bench: Bench, page: ComplaintsPage
) -> None:
    kept = registered_in_confidence(bench, page)
    bench.press("Esc")
    page.commands.action("打印完整登记表（含举报人）").trigger()
    bench.answer("主要领导要求面见举报人")
    opened = words_of(bench.preview(page).pdf)
    assert PHONE in opened
    document = bench.look(lambda work: work.of(Document).all(subject_id=kept.id)[-1])
    frozen = words_of(bench.look(lambda work: work.files.get(document.sha256)))
    assert PHONE not in frozen
    lines = bench.look(lambda work: work.audit.of(kept))
    assert any(line.changes.get("理由") == "主要领导要求面见举报人" for line in lines)


def test_what_was_just_done_goes_when_another_record_is_chosen(bench: Bench, page: ComplaintsPage) -> None:
    registered_in_confidence(bench, page)
    assert isinstance(page.beside.currentWidget(), DoneStrip)
    bench.go_to(page.view)
    bench.press("Down")
    bench.until(lambda: not isinstance(page.beside.currentWidget(), DoneStrip))


def test_a_complaint_without_a_text_to_hand_on_is_not_assigned_but_completed(
    bench: Bench, page: ComplaintsPage
) -> None:
    with bench.store.working() as work:
        bare = register_complaint(work, Complaint(target_name="乙厂", content="粉尘堆积"))
        record_instruction(work, bare.id, instruction(work.today))
    page.open_record(Kind.COMPLAINT, bare.id)
    bench.until(lambda: page.current and page.current.id == bare.id)
    bench.go_to(page.view)
    bench.press("Ctrl+Enter")
    bench.until(lambda: isinstance(page.stack.currentWidget(), ComplaintEditor))
    panel = page.stack.currentWidget()
    assert isinstance(panel, ComplaintEditor)
    assert "transfer_text" in panel.faults()
    assert panel.value("transfer_text") == "粉尘堆积"  # to be rewritten
    bench.press("Ctrl+Enter")
    bench.until(lambda: page.current and page.current.transfer_text == "粉尘堆积")


def test_a_register_that_may_not_be_written_offers_no_entry(parts: Parts, store: Store, qtbot: QtBot) -> None:
    with store.working() as work:
        found_bureau(work)
        some_complaints(work, 2)
    reader = parts.open_store(readonly=True)
    bench = Bench(parts, reader, qtbot)
    page = bench.put(ComplaintsPage(bench.place))
    bench.until(lambda: page.current is not None)
    for words in ("登记举报", "更正", "下一步", "作废", "查看举报人"):
        assert not page.commands.action(words).isEnabled(), words
    bench.close()


def test_a_void_complaint_keeps_its_number_with_the_reason(bench: Bench, page: ComplaintsPage) -> None:
    number = page.current.number
    bench.press("Ctrl+Delete")
    bench.answer("重复登记")
    bench.until(lambda: page.current.state == State.VOID)
    kept = bench.look(lambda work: work.of(Complaint).first(number=number))
    assert kept is not None
    assert bench.look(lambda work: any("重复登记" in line.act for line in work.audit.of(kept)))


def test_the_way_to_an_inspection_carries_the_firm_and_no_informant(
    bench: Bench, page: ComplaintsPage
) -> None:
    bench.press("Ctrl+I")
    bench.until(lambda: bench.wanted)
    draft = bench.wanted
    assert draft.KIND is Kind.INSPECTION
    assert (draft.complaint_number, draft.target_name) == (page.current.number, page.current.target_name)
    assert draft.summary == page.current.transfer_text


def test_an_instruction_can_be_corrected_until_the_complaint_is_handed_on(
    bench: Bench, page: ComplaintsPage
) -> None:
    assert page.current.state == State.INSTRUCTED
    page.commands.action("重录阅批").trigger()
    step = beside(bench, page)
    assert step.value("leader") == "顾副局长"
    bench.go_to(step.entry("leader"))
    bench.press("Ctrl+A")
    bench.type("黄副局长")
    bench.press("Ctrl+Enter")
    bench.until(lambda: page.current.leader == "黄副局长")
    assert page.current.state == State.INSTRUCTED
