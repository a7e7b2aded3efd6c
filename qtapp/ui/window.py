"""The one window: navigation on the left, the search that is always there, the page, and how things stand."""

import base64
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QSize, QTimer, Signal  # not Qt: it takes as long as painting the frame
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
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
from qtapp.ui.kit.icons import Icons
from qtapp.ui.kit.measures import han, line
from qtapp.ui.kit.memory import Memory
from qtapp.ui.kit.page import Page
from qtapp.ui.kit.panels import PanelStack
from qtapp.ui.kit.search_box import SearchBox

if TYPE_CHECKING:  # the frame is painted before any of these is loaded
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from qtapp.domain.record import Record
    from qtapp.domain.searches import Query
    from qtapp.ui.kit.keys_help import HelpWindow
    from qtapp.ui.kit.notices import Strip
    from qtapp.ui.kit.workplace import Workplace

GEOMETRY = "window.geometry"
SAID_MS = 8000
WARM_MS = 1500
NUMBERED = 9
NAV_COLOUR = "#e4ebf0"
Makers = Mapping[str, Callable[[], Page]]


class PageEntry(NamedTuple):
    """A line of the navigation."""

    key: str
    title: str
    icon: str
    kinds: tuple[Kind, ...] = ()  # whose records are shown there
    shortcut: str = ""  # Ctrl+1 to Ctrl+9 by place where none is given


class Navigation(QListWidget):
    """Its lines move together where the screen is low; none needs to be scrolled to at 1366×768 and 200 %."""

    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        share = self.height() // max(self.count(), 1)
        high = max(min(line(self, 2), share), line(self, 1.3))
        for place in range(self.count()):
            item = self.item(place)
            if item.sizeHint().height() != high:
                item.setSizeHint(QSize(han(self, 4), high))


class Window(QMainWindow):
    """Shown at once as a frame; `furnish` hands it the data and the pages when they have been loaded."""

    painted = Signal()  # for the first time
    place: "Workplace"
    strip: "Strip"

    def __init__(self, entries: Sequence[PageEntry], title: str, icons: Icons, memory: Memory) -> None:
        super().__init__()
        self.entries, self._icons, self.memory = tuple(entries), icons, memory
        self.furnished = False
        self.pages: dict[str, Page] = {}
        self._makers: Makers = {}
        self._help: HelpWindow | None = None
        self._painted = False
        self.setWindowTitle(title)
        self.nav = self._navigation()
        self.search = SearchBox(self)
        self.stack = QStackedWidget(self)
        self._lay_out()
        self._status()
        self._connect()
        self._restore()

    # --- the screen ---

    def _navigation(self) -> Navigation:
        nav = Navigation(self)
        nav.setProperty("nav", True)  # noqa: FBT003 - a dynamic property has no name for its value
        nav.setAccessibleName("导航")
        side = line(nav, 1.1)
        nav.setIconSize(QSize(side, side))
        pixels = round(side * self.devicePixelRatioF())
        for number, entry in enumerate(self.entries, start=1):
            key = entry.shortcut or (f"Ctrl+{number}" if number <= NUMBERED else "")
            item = QListWidgetItem(self._sign(entry.icon, pixels), entry.title, nav)
            item.setSizeHint(QSize(han(nav, 4), line(nav, 2)))
            item.setToolTip(f"{entry.title}（{key}）" if key else entry.title)
            if key:
                QShortcut(QKeySequence(key), self).activated.connect(partial(self._turn_to, entry.key))
        widest = max((nav.fontMetrics().horizontalAdvance(e.title) for e in self.entries), default=0)
        nav.setFixedWidth(widest + side + han(nav, 3.2))
        return nav

    def _sign(self, name: str, pixels: int) -> QIcon:
        """Drawn in the one size that is shown."""
        return QIcon(self._icons.picture(name, NAV_COLOUR, pixels))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        self.heading = QLabel(self)
        self.heading.setProperty("title", True)  # noqa: FBT003 - a dynamic property has no name for its value
        head.addWidget(self.heading, 1)
        head.addWidget(self.search, 2)
        self.search.setMinimumWidth(han(self, 8))
        self.search.setMaximumWidth(han(self, 26))
        self.banner = QLabel("只读：登记簿正由别处使用，或没有写入权限，现在只能查看。", self, wordWrap=True)
        self.banner.setProperty("readonly", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self.banner.hide()
        self._right = QVBoxLayout()
        self._right.setContentsMargins(line(self, 0.5), line(self, 0.4), line(self, 0.5), 0)
        self._right.addLayout(head)
        self._right.addWidget(self.banner)
        self._right.addWidget(self.stack, 1)
        ground = QWidget(self)
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.nav)
        row.addLayout(self._right, 1)
        self.ground = PanelStack(ground, self)
        self.setCentralWidget(self.ground)

    def _status(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        self.saved = QLabel("正在打开登记簿…", self)
        self.calendar, self.backup = QLabel(self), QLabel(self)
        for label in (self.calendar, self.backup, self.saved):
            label.setContentsMargins(0, 0, han(self, 1), 0)
            bar.addPermanentWidget(label)

    def _connect(self) -> None:
        self.search.wanted.connect(self.open_record)
        self.nav.currentRowChanged.connect(self._visit)
        for key, do in (("Ctrl+K", self._to_search), ("F1", self.help), ("Ctrl+/", self.help)):
            QShortcut(QKeySequence(key), self).activated.connect(do)

    def _restore(self) -> None:
        kept = self.memory.get(GEOMETRY, "")
        if not (kept and self.restoreGeometry(QByteArray(base64.b64decode(kept)))):
            self.resize(han(self, 104), line(self, 40))
        if not self.isMaximized():
            self.resize(self.size().boundedTo(QApplication.primaryScreen().availableSize()))

    def paintEvent(self, event: "QPaintEvent") -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.setWindowIcon(self._icons.get("app"))
            QTimer.singleShot(0, self.painted.emit)

    # --- what comes once the data is open ---

    def furnish(self, place: "Workplace", makers: Makers) -> None:
        """The data and the pages; a page itself is made on the first visit."""
        from PySide6.QtCore import Qt

        from qtapp.ui.kit.notices import Strip

        self.nav.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nav.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.place, self._makers = place, makers
        self.strip = Strip(self, tone="warning")
        self._right.insertWidget(1, self.strip)
        self.banner.setVisible(place.tasks.readonly)
        self._say_busy(busy=False)
        self.search.serve(place.tasks)
        place.tasks.busy.connect(self._say_busy)
        place.notices.told.connect(self.strip.show_text)
        place.notices.praised.connect(self._praise)
        place.routes.record_wanted.connect(self.open_record)
        place.routes.list_wanted.connect(self.open_list)
        place.routes.new_wanted.connect(self.begin)
        place.routes.page_wanted.connect(self.go)
        place.routes.help_wanted.connect(self.help)
        self.furnished = True

    # --- pages ---

    def start(self) -> None:
        """Show the first page, or the one that was asked for while the data was being opened."""
        row = max(self.nav.currentRow(), 0)
        self.nav.setCurrentRow(row)
        if not self.pages:
            self._visit(row)
        QTimer.singleShot(WARM_MS, self, self._warm)

    def _warm(self) -> None:
        """The table of pinyin takes half a second to load: before the first initial is typed, elsewhere."""
        from qtapp.usecases.pinyin import initials_of

        self.place.tasks.work_out(self, lambda: initials_of("拼音"), lambda _letters: None)

    def cover(self, panel: QWidget) -> None:
        """Something that comes before all pages: the first start. When it closes, work begins."""
        from PySide6.QtCore import Qt

        self.ground.emptied.connect(self.start, Qt.ConnectionType.SingleShotConnection)
        self.ground.open(panel)

    @property
    def page(self) -> Page | None:
        current = self.stack.currentWidget()
        return current if isinstance(current, Page) else None

    def go(self, key: str) -> Page:
        self._turn_to(key)
        return self.pages[key]

    def _turn_to(self, key: str) -> None:
        row = next(i for i, entry in enumerate(self.entries) if entry.key == key)
        if self.nav.currentRow() == row:
            self._visit(row)
        else:
            self.nav.setCurrentRow(row)

    def _visit(self, row: int) -> None:
        if row < 0 or not self.furnished or self.ground.panel:
            return
        entry = self.entries[row]
        if entry.key not in self.pages:
            self.pages[entry.key] = self._makers[entry.key]()
            self.stack.addWidget(self.pages[entry.key])
        page = self.pages[entry.key]
        self.heading.setText(entry.title)
        self.stack.setCurrentWidget(page)
        page.arrive()

    def open_record(self, kind: Kind, record_id: int) -> None:
        if entry := self._entry_of(kind):
            self.go(entry.key).open_record(kind, record_id)

    def open_list(self, kind: Kind, query: "Query") -> None:
        if entry := self._entry_of(kind):
            self.go(entry.key).open_list(kind, query)

    def begin(self, kind: Kind, draft: "Record") -> None:
        """Show the page of the kind and begin there with what another page has put together."""
        if entry := self._entry_of(kind):
            self.go(entry.key).begin(draft)

    def _entry_of(self, kind: Kind) -> PageEntry | None:
        return next((entry for entry in self.entries if kind in entry.kinds), None)

    # --- how things stand ---

    def say_facts(self, calendar: str, backup: str) -> None:
        """How far the calendar reaches, when the last backup was made."""
        self.calendar.setText(calendar)
        self.backup.setText(backup)

    def _say_busy(self, busy: bool) -> None:  # noqa: FBT001 - a signal's payload
        rest = "只读" if self.place.tasks.readonly else "已保存"
        self.saved.setText("正在保存…" if busy else rest)

    def _praise(self, words: str) -> None:
        self.strip.clear()
        self.statusBar().showMessage(words, SAID_MS)

    def tell(self, words: str) -> None:
        if self.furnished:
            self.strip.show_text(words)
        else:
            self.statusBar().showMessage(words)

    def _to_search(self) -> None:
        from PySide6.QtCore import Qt

        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def help(self) -> None:
        from qtapp.ui.kit.keys_help import HelpWindow

        if not self.furnished:
            return
        if self._help is None:
            self._help = HelpWindow(self.place.help, self)
        page = self.page
        self._help.open_at(page.chapter if page else "", page.keys() if page else [])

    def closeEvent(self, event: "QCloseEvent") -> None:
        geometry = bytes(self.saveGeometry().data())
        self.memory.put(GEOMETRY, base64.b64encode(geometry).decode())
        super().closeEvent(event)
