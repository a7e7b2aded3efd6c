"""The sealed store: opened by the keeper alone, bound to its record, told when touched."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtapp.domain.complaints import Complaint
from qtapp.domain.errors import Refused
from qtapp.store.store import Store, Work
from qtapp.store.vault import Key, Vault, public_in

PLANTED = "甄密名"
IGNORED = (31, 7)  # the topmost bit of an X25519 key means nothing, by its standard


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Vault:
    vault = Vault(tmp_path_factory.mktemp("keys") / "keeper.key")
    vault.establish()
    return vault


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(st.text(max_size=10), st.text(max_size=300), max_size=4))
def test_what_was_sealed_is_what_is_opened(vault: Vault, facts: dict[str, str]) -> None:
    assert vault.open("complaints:1", vault.seal("complaints:1", facts)) == facts


def test_an_envelope_moved_to_another_record_does_not_open(vault: Vault) -> None:
    box = vault.seal("complaints:1", {"informant_name": PLANTED})
    with pytest.raises(Refused, match="打不开"):
        vault.open("complaints:2", box)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_touched_envelope_does_not_open(vault: Vault, data: st.DataObject) -> None:
    box = bytearray(vault.seal("complaints:1", {"informant_name": PLANTED}))
    places = [(at, bit) for at in range(len(box)) for bit in range(8) if (at, bit) != IGNORED]
    at, bit = data.draw(st.sampled_from(places))
    box[at] ^= 1 << bit
    with pytest.raises(Refused):
        vault.open("complaints:1", bytes(box))


def test_the_size_of_an_envelope_does_not_tell_the_length_of_a_name(vault: Vault) -> None:
    sizes = {len(vault.seal("x", {"informant_name": "名" * n})) for n in range(1, 20)}
    assert len(sizes) == 1


def test_another_registers_key_opens_nothing(vault: Vault, tmp_path: Path) -> None:
    other = Vault(tmp_path / "other.key")
    other.establish()
    with pytest.raises(Refused, match="不是封存时的那一把"):
        other.open("complaints:1", vault.seal("complaints:1", {"informant_name": PLANTED}))


def test_the_paper_in_the_safe_brings_the_key_back(vault: Vault, tmp_path: Path) -> None:
    code = vault.recovery_code()
    empty = Vault(tmp_path / "new.key", vault.public)
    empty.recover(code.lower().replace("-", " "))
    assert empty.open("a", vault.seal("a", {"n": PLANTED})) == {"n": PLANTED}


def test_a_mistyped_recovery_code_is_told(vault: Vault, tmp_path: Path) -> None:
    code = vault.recovery_code()
    wrong = code[:5] + ("A" if code[5] != "A" else "B") + code[6:]
    with pytest.raises(Refused, match="输错"):
        Vault(tmp_path / "new.key", vault.public).recover(wrong)


def test_a_key_that_opens_nothing_here_does_not_count_and_is_not_lost(vault: Vault, tmp_path: Path) -> None:
    """It lies where a folder was taken over from another bureau."""
    foreign = Vault(tmp_path / "keeper.key")
    foreign.establish()
    here = Vault(tmp_path / "keeper.key", vault.public)
    box = vault.seal("a", {"n": PLANTED})
    assert (here.key, here.can_open) == (Key.FOREIGN, False)
    with pytest.raises(Refused, match="另一个数据库的"):
        here.open("a", box)
    here.recover(vault.recovery_code())
    here.recover(vault.recovery_code())  # twice does no harm
    assert here.open("a", box) == {"n": PLANTED}
    assert public_in(tmp_path / "other.key") == foreign.public


@pytest.mark.parametrize("content", [b"", b"no key", b"AAAA", bytes(range(250))])
def test_a_damaged_key_is_told_in_words_and_replaced_from_the_paper(
    vault: Vault, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "keeper.key").write_bytes(content)
    here = Vault(tmp_path / "keeper.key", vault.public)
    assert (here.key, here.can_open) == (Key.DAMAGED, False)
    for act in (here.recovery_code, lambda: here.open("a", vault.seal("a", {"n": PLANTED}))):
        with pytest.raises(Refused, match=r"已损坏.*恢复码"):
            act()
    here.recover(vault.recovery_code())
    assert here.can_open
    assert (tmp_path / "other.key").read_bytes() == content


def test_a_key_cut_short_by_the_very_first_start_makes_room(tmp_path: Path) -> None:
    (tmp_path / "keeper.key").write_bytes(b"")
    vault = Vault(tmp_path / "keeper.key")
    vault.establish()
    assert vault.can_open


@pytest.mark.parametrize("box", [b"", b"\0", bytes(300), bytes(500)])
def test_what_is_no_envelope_is_told_in_words(vault: Vault, box: bytes) -> None:
    with pytest.raises(Refused, match="密封件打不开"):
        vault.open("complaints:1", box)
    assert not vault.opens("complaints:1", box)


def test_the_informant_is_in_no_byte_of_the_data_folder(store: Store, tmp_path: Path) -> None:
    with store.working() as work:
        kept = work.of(Complaint).add(Complaint(content="内容", target_name="甲厂", informant_name=PLANTED))
        work.drafts.keep("complaints:new", {"content": "半句"}, {"informant_name": PLANTED})
        assert kept.informant_name == ""
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if PLANTED.encode() in path.read_bytes()]
    with store.working() as work:
        assert work.of(Complaint).opened(kept, "回访").informant_name == PLANTED
        draft = work.drafts.get("complaints:new")
        assert draft is not None
        assert draft["informant_name"] == PLANTED
        assert "查看密封信息" in [line.act for line in work.audit.of(kept)]


def test_an_opening_without_a_reason_is_refused(work: Work) -> None:
    kept = work.of(Complaint).add(Complaint(content="内容", target_name="甲厂", informant_name=PLANTED))
    with pytest.raises(Refused, match="理由"):
        work.of(Complaint).opened(kept, " ")


def test_a_later_change_keeps_what_is_sealed(work: Work) -> None:
    from dataclasses import replace

    kept = work.of(Complaint).add(Complaint(content="内容", target_name="甲厂", informant_name=PLANTED))
    changed = work.of(Complaint).update(replace(kept, content="改后的内容"))
    assert work.of(Complaint).opened(changed, "核对").informant_name == PLANTED
