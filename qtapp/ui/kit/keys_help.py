"""F1: the guide beside the work, opened at the page's chapter, with the keys of the page."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from qtapp.ui.kit.measures import han, line

KEYS = ":keys"
Keys = Sequence[tuple[str, str]]
EVERYWHERE: Keys = (
    ("Ctrl+K", "搜索全部"),
    ("Ctrl+1 … 9", "换到左边的第几页"),
    ("Ctrl+,", "系统设置"),
    ("F1", "这份帮助"),
)
IN_EDITORS: Keys = (
    ("Enter", "到下一栏"),
    ("Ctrl+Enter", "保存"),
    ("Esc", "取消（填过内容会先问）"),
    ("1 … 9", "在选择栏里选第几项；按拼音首字母也可以"),
    ("t　+15　9-1", "日期栏：今天、十五天后、今年九月一日；F4 打开日历"),
    ("↓", "在可查找的栏里列出候选；输入汉字、拼音首字母或代码"),
    ("Alt+Insert / Alt+Delete", "表格里加一行、删一行"),
)


def keys_html(page: Keys) -> str:
    parts = (("本页", page), ("任何地方", EVERYWHERE), ("填写时", IN_EDITORS))
    return "".join(f"<h3>{title}</h3>{_table(keys)}" for title, keys in parts if keys)


def _table(keys: Keys) -> str:
    rows = "".join(f"<tr><td><b>{escape(key)}</b></td><td>{escape(does)}</td></tr>" for key, does in keys)
    return f'<table cellpadding="4">{rows}</table>'


class HelpWindow(QWidget):
    """One window for the whole program; it stays open while people work."""

    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("使用帮助")
        self._folder, self._keys = folder, ""
        self.chapters = QListWidget(self)
        self.chapters.setAccessibleName("章节")
        self.reader = QTextBrowser(self)
        self.reader.setOpenLinks(False)
        self.reader.anchorClicked.connect(self._follow)
        self.reader.setAccessibleName("正文")
        split = QSplitter(self, childrenCollapsible=False)
        split.addWidget(self.chapters)
        split.addWidget(self.reader)
        split.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(split)
        self.resize(han(self, 60), line(self, 34))
        split.setSizes([han(self, 13), han(self, 47)])
        self._fill()
        self.chapters.currentItemChanged.connect(self._show)

    def _fill(self) -> None:
        self._add("快捷键", KEYS)
        for path in sorted(self._folder.glob("*.md")) if self._folder.is_dir() else ():
            self._add(_title(path), path.stem)

    def _add(self, title: str, name: str) -> None:
        QListWidgetItem(title, self.chapters).setData(Qt.ItemDataRole.UserRole, name)

    def open_at(self, chapter: str, keys: Keys) -> None:
        """The page's chapter, or the keys where it has none."""
        self._keys = keys_html(keys)
        items = [self.chapters.item(i) for i in range(self.chapters.count())]
        named = {item.data(Qt.ItemDataRole.UserRole): item for item in items if item}
        self.chapters.setCurrentRow(-1)
        self.chapters.setCurrentItem(named.get(chapter) or named[KEYS])
        self.show()
        self.raise_()
        self.activateWindow()

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        name = item.data(Qt.ItemDataRole.UserRole)
        if name == KEYS:
            self.reader.setHtml(self._keys or keys_html(()))
        else:
            self.reader.setMarkdown((self._folder / f"{name}.md").read_text("utf-8"))

    def _follow(self, link: QUrl) -> None:
        """Links lead to other chapters of the guide and nowhere else."""
        stem = Path(link.path()).stem
        for place in range(self.chapters.count()):
            item = self.chapters.item(place)
            if item and item.data(Qt.ItemDataRole.UserRole) == stem:
                self.chapters.setCurrentItem(item)


def _title(path: Path) -> str:
    first = next((words for words in path.read_text("utf-8").splitlines() if words.strip()), path.stem)
    return first.lstrip("# ").strip()
