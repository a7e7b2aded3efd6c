"""The one window: navigation on the left, the search that is always there, the page, and how things stand."""

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qtapp.domain.kinds import Kind
from qtapp.domain.record import Record
from qtapp.domain.searches import Query
from qtapp.ui.kit.keys_help import HelpWindow
from qtapp.ui.kit.measures import han, line
from qtapp.ui.kit.notices import Strip
from qtapp.ui.kit.page import Page
from qtapp.ui.kit.panels import PanelStack
from qtapp.ui.kit.search_box import SearchBox
from qtapp.ui.kit.workplace import Workplace
from qtapp.usecases.pinyin import initials_of

GEOMETRY = "window.geometry"
LAST = "window.page"
SAID_MS = 8000
WARM_MS = 1500
NUMBERED = 9
NAV_COLOUR = "#e4ebf0"


@dataclass(frozen=True)
class PageEntry:
    """A line of the navigation. The page itself is made on the first visit."""

    key: str
    title: str
    icon: str
    make: Callable[[], Page]
    kinds: tuple[Kind, ...] = ()  # whose records are shown there
    shortcut: str = ""  # Ctrl+1 to Ctrl+9 by place where none is given


class Window(QMainWindow):
    def __init__(self, place: Workplace, entries: Sequence[PageEntry], title: str) -> None:
        super().__init__()
        self.place, self.entries = place, tuple(entries)
        self.pages: dict[str, Page] = {}
        self.setWindowTitle(title)
        self.setWindowIcon(place.icons.get("app"))
        self.nav = self._navigation()
        self.search = SearchBox(place.tasks, self)
        self.strip = Strip(self, tone="warning")
        self.stack = QStackedWidget(self)
        self._help: HelpWindow | None = None
        self._lay_out()
        self._status()
        self._connect()
        self._restore()

    # --- the screen ---

    def _navigation(self) -> QListWidget:
        nav = QListWidget(self)
        nav.setProperty("nav", True)  # noqa: FBT003 - a dynamic property has no name for its value
        nav.setAccessibleName("导航")
        nav.setIconSize(QSize(line(nav, 1.1), line(nav, 1.1)))
        nav.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        nav.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for number, entry in enumerate(self.entries, start=1):
            key = entry.shortcut or (f"Ctrl+{number}" if number <= NUMBERED else "")
            item = QListWidgetItem(self.place.icons.get(entry.icon, NAV_COLOUR), entry.title, nav)
            item.setSizeHint(QSize(han(nav, 4), line(nav, 2)))
            item.setToolTip(f"{entry.title}（{key}）" if key else entry.title)
            if key:
                QShortcut(QKeySequence(key), self).activated.connect(partial(self.go, entry.key))
        widest = max((nav.fontMetrics().horizontalAdvance(e.title) for e in self.entries), default=0)
        nav.setFixedWidth(widest + line(nav, 1.1) + han(nav, 3.2))
        return nav

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        self.heading = QLabel(self)
        self.heading.setProperty("title", True)  # noqa: FBT003 - a dynamic property has no name for its value
        head.addWidget(self.heading, 1)
        head.addWidget(self.search, 2)
        self.search.setMinimumWidth(han(self, 12))
        self.search.setMaximumWidth(han(self, 26))
        self.banner = QLabel("只读：登记簿正由别处使用，或没有写入权限，现在只能查看。", self)
        self.banner.setProperty("readonly", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self.banner.setVisible(self.place.tasks.readonly)
        right = QVBoxLayout()
        right.setContentsMargins(line(self, 0.5), line(self, 0.4), line(self, 0.5), 0)
        right.addLayout(head)
        for widget in (self.banner, self.strip):
            right.addWidget(widget)
        right.addWidget(self.stack, 1)
        ground = QWidget(self)
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.nav)
        row.addLayout(right, 1)
        self.ground = PanelStack(ground, self)
        self.setCentralWidget(self.ground)

    def _status(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        self.saved = QLabel("已保存", self)
        self.calendar, self.backup = QLabel(self), QLabel(self)
        for label in (self.calendar, self.backup, self.saved):
            label.setContentsMargins(0, 0, han(self, 1), 0)
            bar.addPermanentWidget(label)

    def _connect(self) -> None:
        place = self.place
        place.tasks.busy.connect(self._say_busy)
        place.notices.told.connect(self.strip.show_text)
        place.notices.praised.connect(self._praise)
        place.routes.record_wanted.connect(self.open_record)
        place.routes.list_wanted.connect(self.open_list)
        place.routes.new_wanted.connect(self.begin)
        place.routes.page_wanted.connect(self.go)
        place.routes.help_wanted.connect(self.help)
        self.search.wanted.connect(self.open_record)
        self.nav.currentRowChanged.connect(self._visit)
        for key, do in (("Ctrl+K", self._to_search), ("F1", self.help), ("Ctrl+/", self.help)):
            QShortcut(QKeySequence(key), self).activated.connect(do)

    def _restore(self) -> None:
        kept = self.place.memory.get(GEOMETRY, "")
        if not (kept and self.restoreGeometry(QByteArray(base64.b64decode(kept)))):
            screen = QApplication.primaryScreen().availableSize()
            self.resize(min(screen.width(), han(self, 104)), min(screen.height(), line(self, 40)))

    # --- pages ---

    def start(self) -> None:
        """Show the first page; called once the window may be seen."""
        self.nav.setCurrentRow(0)
        QTimer.singleShot(WARM_MS, self, self._warm)

    def _warm(self) -> None:
        """The table of pinyin takes half a second to load: before the first initial is typed, elsewhere."""
        self.place.tasks.work_out(self, lambda: initials_of("拼音"), lambda _letters: None)

    def cover(self, panel: QWidget) -> None:
        """Something that comes before all pages: the first start. When it closes, work begins."""
        self.ground.emptied.connect(self.start, Qt.ConnectionType.SingleShotConnection)
        self.ground.open(panel)

    @property
    def page(self) -> Page | None:
        current = self.stack.currentWidget()
        return current if isinstance(current, Page) else None

    def go(self, key: str) -> Page:
        row = next(i for i, entry in enumerate(self.entries) if entry.key == key)
        if self.nav.currentRow() == row:
            self._visit(row)
        else:
            self.nav.setCurrentRow(row)
        return self.pages[key]

    def _visit(self, row: int) -> None:
        if row < 0:
            return
        entry = self.entries[row]
        if entry.key not in self.pages:
            self.pages[entry.key] = entry.make()
            self.stack.addWidget(self.pages[entry.key])
        page = self.pages[entry.key]
        self.heading.setText(entry.title)
        self.stack.setCurrentWidget(page)
        page.arrive()

    def open_record(self, kind: Kind, record_id: int) -> None:
        if entry := self._entry_of(kind):
            self.go(entry.key).open_record(kind, record_id)

    def open_list(self, kind: Kind, query: Query) -> None:
        if entry := self._entry_of(kind):
            self.go(entry.key).open_list(kind, query)

    def begin(self, kind: Kind, draft: Record) -> None:
        """Show the page of the kind and begin there with what another page has put together."""
        if entry := self._entry_of(kind):
            self.go(entry.key).begin(draft)

    def _entry_of(self, kind: Kind) -> PageEntry | None:
        return next((entry for entry in self.entries if kind in entry.kinds), None)

    # --- how things stand ---

    def say_facts(self, calendar: str, backup: str) -> None:
        """What the program's start found out: how far the calendar reaches, when the last backup was made."""
        self.calendar.setText(calendar)
        self.backup.setText(backup)

    def _say_busy(self, busy: bool) -> None:  # noqa: FBT001 - a signal's payload
        self.saved.setText("正在保存…" if busy else "已保存")

    def _praise(self, words: str) -> None:
        self.strip.clear()
        self.statusBar().showMessage(words, SAID_MS)

    def tell(self, words: str) -> None:
        self.strip.show_text(words)

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def help(self) -> None:
        if self._help is None:
            self._help = HelpWindow(self.place.help, self)
        page = self.page
        self._help.open_at(page.chapter if page else "", page.keys() if page else [])

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry = bytes(self.saveGeometry().data())
        self.place.memory.put(GEOMETRY, base64.b64encode(geometry).decode())
        super().closeEvent(event)
