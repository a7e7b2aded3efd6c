"""The packs of law are read once, and a damaged one is named."""

import shutil
from pathlib import Path

import pytest

from qtapp.app.packs import LawPacks
from qtapp.domain.errors import UserError

FOLDER = Path(__file__).parents[2] / "resources" / "law"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "law"))


def test_a_pack_is_read_once() -> None:
    packs = LawPacks(FOLDER)
    assert packs.penalties is packs.penalties
    assert packs.calendar().bundled is packs.calendar().bundled


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    LawPacks(tmp_path / "nowhere")


def test_a_missing_pack_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"statements\.toml 打不开"):
        _ = LawPacks(tmp_path).statements


def test_a_wrong_cell_is_named_with_its_line(folder: Path) -> None:
    path = folder / "clocks.csv"
    lines = path.read_text("utf-8").splitlines()
    lines[4] = lines[4].replace("working_day", "fortnight")
    path.write_text("\n".join(lines), "utf-8")
    with pytest.raises(UserError, match=r"clocks\.csv 第5行"):
        _ = LawPacks(folder).clocks


@pytest.mark.parametrize("cut", ["a,b\n1\n", "date,kind,name,source\n2026-01-01\n", 'date,kind\n"2026'])
def test_a_cut_table_is_refused(folder: Path, cut: str) -> None:
    (folder / "holidays.csv").write_text(cut, "utf-8")
    with pytest.raises(UserError, match=r"holidays\.csv 第\d+行读不出来"):
        LawPacks(folder).calendar()


@pytest.mark.parametrize("text", ["[[statement]]\nid = 1", "a = ", "x = 1"])
def test_a_damaged_document_is_refused(folder: Path, text: str) -> None:
    (folder / "statements.toml").write_text(text, "utf-8")
    with pytest.raises(UserError, match=r"statements\.toml 内容不完整"):
        _ = LawPacks(folder).statements


def test_a_pack_saved_with_a_mark_at_its_beginning_is_read(folder: Path) -> None:
    path = folder / "penalties.csv"
    path.write_text(path.read_text("utf-8"), "utf-8-sig")
    assert len(LawPacks(folder).penalties.items) == 614
