"""A register on screen: search, filters, commands, the list, and the chosen record beside it."""

from array import array
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from qtapp.domain.kinds import Kind
from qtapp.domain.record import Record
from qtapp.domain.searches import Query
from qtapp.registers.register import Register, all_ids, first_page, rows
from qtapp.ui.kit.ask import TABLES
from qtapp.ui.kit.chips import Chips
from qtapp.ui.kit.commands import Command, Commands, bar
from qtapp.ui.kit.list_view import ListView
from qtapp.ui.kit.measures import han
from qtapp.ui.kit.page import Page
from qtapp.ui.kit.panels import PanelStack
from qtapp.ui.kit.progress_line import ProgressLine
from qtapp.ui.kit.record_table import RecordTable
from qtapp.ui.kit.record_view import RecordView
from qtapp.ui.kit.workplace import Workplace
from qtapp.usecases.progress import Progress
from qtapp.usecases.records import Whole, get, whole

T = TypeVar("T")
PAUSE_MS = 250
GATHER_MS = 25
SMALL = 20_000  # a list of so many is fetched whole again when it changed


class ListPage(Page):
    """`shown` fires with the whole record each time one is chosen or has changed."""

    shown = Signal(object)  # Whole | None

    def __init__(self, place: Workplace, register: Register) -> None:
        super().__init__()
        self.place, self.register = place, register
        self.query = register.query()
        self.current: Any = None  # the chosen record, once it is here
        self._wanted: list[tuple[int, int, array[int]]] = []
        self._choose = 0  # the record to be chosen when the list is there
        self._asked_whole = 0
        self.table = RecordTable(register, place.today.isoformat(), self)
        self.view = ListView(self.table, place.memory, self)
        self.search = QLineEdit(placeholderText="在列表中搜索（Ctrl+F）", clearButtonEnabled=True)
        self.search.setAccessibleName("搜索")
        self.chips = Chips(register, place.now, self)
        self.count = QLabel(self)
        self.detail = RecordView(self)
        self.progress = ProgressLine(self)
        self._lay_out()
        self._connect()
        self._base_commands()
        place.tasks.committed.connect(self._look_again)
        self.detail.show_words("选中一条记录，这里显示它的内容。")
        self.refresh()

    # --- the screen ---

    def _lay_out(self) -> None:
        self.tools = bar(self)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.addWidget(self.tools, 3)
        line.addWidget(self.search, 2)
        self.search.setMinimumWidth(han(self, 7))
        self.search.setMaximumWidth(han(self, 16))
        column.addLayout(line)
        for widget in (self.chips, self.view, self.progress, self.count):
            column.addWidget(widget)
        right = QWidget(self)
        self.head = QVBoxLayout()  # pages put what belongs above the record here
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addLayout(self.head)
        beside.addWidget(self.detail, 1)
        self.beside = PanelStack(right, self)
        self.split = QSplitter(Qt.Orientation.Horizontal, self, childrenCollapsible=False)
        self.split.addWidget(left)
        self.split.addWidget(self.beside)
        self.beside.setMinimumWidth(han(self, 18))
        self._restore_split()
        self.stack = PanelStack(self.split, self)
        for panels in (self.beside, self.stack):
            panels.emptied.connect(self.view.setFocus)
        QVBoxLayout(self).addWidget(self.stack)
        self.commands = Commands([left, right], self.place.icons)

    def _restore_split(self) -> None:
        key = f"list.{self.register.kind.value}.split"
        sizes = self.place.memory.get(key, [620, 380])
        self.split.setSizes(sizes)
        self.split.setStretchFactor(0, 62)
        self.split.setStretchFactor(1, 38)
        self.split.splitterMoved.connect(lambda: self.place.memory.put(key, self.split.sizes()))

    def _connect(self) -> None:
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._gather = QTimer(self, singleShot=True, interval=GATHER_MS)
        self.search.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._search)
        self.chips.changed.connect(self._search)
        self._gather.timeout.connect(self._fetch)
        self.table.page_wanted.connect(self._want)
        self.view.sorted_by.connect(self._sort)
        self.view.settled.connect(self._show_current)
        self.view.opened.connect(lambda _id: self.open_current())
        self.detail.paper_wanted.connect(
            lambda paper: self.place.routes.record_wanted.emit(Kind.DOCUMENT, paper)
        )

    def _base_commands(self) -> None:
        find = Command("搜索", self._to_search, "Ctrl+F", button=False)
        again = Command("刷新", self.refresh, "F5", icon="refresh", button=False)
        export = Command("导出 Excel", self.export, "Ctrl+E", icon="export", hint="把现在列出的导出为 Excel")
        self._last = (find, again, *((export,) if self.place.export else ()))
        self.commands.add(*self._last)
        self.commands.fill(self.tools)

    def offer(self, *commands: Command) -> None:
        """The page's own commands, before the common ones."""
        self.commands.add(*commands)
        self.commands.fill(self.tools)
        if self.place.export:
            action = self.commands.action("导出 Excel")
            self.tools.removeAction(action)
            self.tools.addAction(action)

    def keys(self) -> list[tuple[str, str]]:
        own = [("Enter", "打开选中的记录"), ("Ctrl+C", "复制选中的行"), ("Esc", "清除搜索")]
        return [*self.commands.keys(), *own]

    # --- asking ---

    def refresh(self) -> None:
        """Look again; what is chosen stays chosen."""
        together = 0 < self.table.rowCount() <= SMALL
        query, generation = self.query, self.table.generation
        if together:
            self.place.tasks.look(
                self,
                lambda work: (first_page(work, self.register, query), all_ids(work, self.register, query)),
                lambda answer: self._start(query, generation, *answer),
            )
        else:
            self.place.tasks.look(
                self,
                lambda work: first_page(work, self.register, query),
                lambda found: self._start(query, generation, found, None),
            )

    def _start(
        self, query: Query, before: int, found: list[tuple[Any, ...]], ids: "array[int] | None"
    ) -> None:
        """The first rows are here; the ids of all follow, so that the scroll bar tells the truth."""
        if query != self.query or before > self.table.generation:
            return
        self._choose = self._choose or self.view.current_id
        place = self.view.verticalScrollBar().value() if ids is not None else 0
        self.table.today = self.place.today.isoformat()
        generation = self.table.start(found, ids)
        self.view.show_order(query)
        if ids is None and len(found) >= 200:  # noqa: PLR2004 - a full first page
            self.place.tasks.look(
                self,
                lambda work: all_ids(work, self.register, query),
                lambda rest: self._complete(generation, rest),
            )
            self.count.setText("正在计数…")
            self._choose_again(final=False)
            return
        self._choose_again(final=True)
        self.view.verticalScrollBar().setValue(place)
        self._say_count()

    def _complete(self, generation: int, ids: "array[int]") -> None:
        if generation == self.table.generation:
            self.table.complete(generation, ids)
            self._choose_again(final=True)
            self._say_count()

    def _say_count(self) -> None:
        filtered = self.query.text or self.query.filters
        self.count.setText(f"{'符合条件的' if filtered else ''}共 {self.table.rowCount():,} 条")

    def _choose_again(self, *, final: bool) -> None:
        if self._choose and self.view.choose(self._choose):
            self._choose = 0
            self._show_current()
        elif final:
            self._choose = 0
            if not self.view.current_id and self.table.rowCount():
                self.view.choose(self.table.id_at(0))
            self._show_current()

    def _want(self, generation: int, wanted: tuple[int, "array[int]"]) -> None:
        self._wanted.append((generation, *wanted))
        self._gather.start()

    def _fetch(self) -> None:
        """Of the pages scrolled over only the last ones are fetched."""
        passed, self._wanted = self._wanted, []
        for _generation, page, _ids in passed[:-2]:
            self.table.release(page)
        for generation, page, ids in passed[-2:]:
            self._bring(generation, page, ids)

    def _bring(self, generation: int, page: int, ids: "array[int]") -> None:
        self.place.tasks.look(
            self,
            lambda work: rows(work, self.register, ids),
            lambda found: self.table.bring(generation, page, found),
        )

    def _search(self) -> None:
        self._ask_for(
            Query(self.search.text().strip(), self.chips.filters(), self.query.order, self.query.descending)
        )

    def _sort(self, field: str, descending: bool) -> None:  # noqa: FBT001 - a signal's payload
        self._ask_for(Query(self.query.text, self.query.filters, field, descending))

    def _ask_for(self, query: Query) -> None:
        if query != self.query:
            self.query = query
            self.refresh()

    def _look_again(self, changed: frozenset[Kind]) -> None:
        if self.register.kind in changed:
            self.refresh()
        elif Kind.DOCUMENT in changed and self.current is not None:
            self._show_current()

    # --- the chosen record ---

    def _show_current(self) -> None:
        """Ask for the chosen record; until it is here the one before stays."""
        self._asked_whole += 1
        asked, record_id = self._asked_whole, self.view.current_id
        if not record_id:
            self._show_nothing("没有符合条件的记录。" if not self.table.rowCount() else "")
            return
        self.place.tasks.look(
            self,
            lambda work: whole(work, get(work, self.register.kind, record_id)),
            lambda found: self._show_whole(asked, found),
            lambda error: self._show_nothing(str(error)),
        )

    def _show_whole(self, asked: int, found: Whole) -> None:
        if asked == self._asked_whole:
            self.current = found.record
            self.detail.show_whole(found)
            self.commands.refresh()
            self.shown.emit(found)

    def _show_nothing(self, words: str) -> None:
        self.current = None
        self.detail.show_words(words or "选中一条记录，这里显示它的内容。")
        self.commands.refresh()
        self.shown.emit(None)

    def has_current(self) -> bool:
        """For `Command.when`: a record is chosen."""
        return self.current is not None

    def may_change(self) -> bool:
        """For `Command.when`: the register is not read-only."""
        return not self.place.tasks.readonly

    def with_reason(
        self, question: str, do: str, use_case: Callable[[Any, str], T], done: Callable[[T], object]
    ) -> None:
        """Ask for a reason and do with it what needs one: `use_case(work, reason)`, in one transaction."""
        self.place.ask.words(
            question, do, lambda reason: self.place.tasks.change(self, lambda w: use_case(w, reason), done)
        )

    def choose(self, record: Record | int) -> None:
        """Choose a record now or as soon as the list has it."""
        self._choose = record if isinstance(record, int) else record.id
        if self.view.choose(self._choose):
            self._choose = 0

    def open_current(self) -> None:
        """Enter: pages may put more behind it; here the keyboard goes to the record."""
        self.detail.content.setFocus()

    # --- panels ---

    def open_beside(self, panel: QWidget) -> None:
        """Put a panel where the record stands."""
        self.beside.open(panel)

    def open_full(self, panel: QWidget) -> None:
        """Put a panel over the whole page."""
        self.stack.open(panel)

    def open_pdf(self, title: str, pdf: bytes) -> None:
        """Look at a paper over the whole page; Esc comes back here."""
        from qtapp.ui.kit.preview import Preview

        preview = Preview(self.place)
        self.open_full(preview)
        preview.show_pdf(pdf, title)

    def close_panel(self, panel: QWidget) -> None:
        for panels in (self.beside, self.stack):
            panels.close_panel(panel)

    # --- keys and the way in ---

    def arrive(self) -> None:
        (self.stack.panel or self.beside.panel or self.view).setFocus()

    def open_record(self, kind: Kind, record_id: int) -> None:
        if kind is self.register.kind:
            self.clear_filters()
            self.choose(record_id)
            self.refresh()

    def open_list(self, kind: Kind, query: Query) -> None:
        if kind is self.register.kind:
            self.search.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            self.search.setText(query.text)
            self.search.blockSignals(False)  # noqa: FBT003 - Qt's own signature
            self.chips.take(query.filters)
            self._ask_for(query)

    def clear_filters(self) -> None:
        self.open_list(self.register.kind, self.register.query())

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.stack.panel is None:
            self.search.clear()
            self._pause.stop()
            self._search()
            self.view.setFocus()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.view.setFocus()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.view.underMouse() or self.view.hasFocus():
            self.commands.menu(self).popup(event.globalPos())

    # --- out ---

    def export(self) -> None:
        suggestion = f"{self.register.title}{self.place.today:%Y%m%d}.xlsx"
        self.place.ask.save_path("导出", suggestion, TABLES, self._export_to)

    def _export_to(self, path: Any) -> None:
        write, query, progress = self.place.export, self.query, Progress()
        if write is None:
            return
        self.progress.watch(progress, "正在导出")
        self.place.tasks.look(
            self,
            lambda work: write(work, self.register, query, path, progress),
            lambda number: self._exported(path, number),
            self._export_failed,
        )

    def _exported(self, path: Any, number: int) -> None:
        self.progress.stop()
        self.place.notices.done(f"已导出 {number:,} 条到 {path.name}")

    def _export_failed(self, error: BaseException) -> None:
        self.progress.stop()
        self.place.notices.failure(error)
