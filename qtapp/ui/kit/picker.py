"""An entry that finds what is meant: characters, pinyin initials or a code, answered in the background."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from qtapp.domain.record import Field
from qtapp.tasks.tasks import Tasks
from qtapp.ui.kit.entries import ENTER, Entry, LineEntry
from qtapp.ui.kit.measures import han

PAUSE_MS = 120
SHOWN = 10


@dataclass(frozen=True)
class Candidate:
    id: int
    title: str
    detail: str = ""
    enabled: bool = True  # False: greyed, `detail` says why
    record: Any = None


Look = Callable[[QObject, str, Callable[[list[Candidate]], object]], object]


def nothing_along(_chosen: Candidate) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True)
class Picking:
    """How one field is picked: who is asked, and which other fields a choice fills."""

    look: Look
    fill: Callable[[Candidate], Mapping[str, Any]] = nothing_along
    free: bool = True  # text that names no candidate may stand
    at_once: bool = False  # candidates before anything is typed (short rosters)
    entry: Callable[[Field, QWidget], Entry] | None = None  # an entry of the subject's own instead


def asking(tasks: Tasks, find: Callable[[Any, str], Sequence[Candidate]]) -> Look:
    """A look that asks the register: `find(work, text)` runs on its thread."""

    def look(asker: QObject, text: str, done: Callable[[list[Candidate]], object]) -> None:
        tasks.look(asker, lambda work: list(find(work, text)), done)

    return look


def among(candidates: Callable[[], Sequence[Candidate]]) -> Look:
    """A look in a short list that is at hand, by characters or by initials."""

    def look(_asker: QObject, text: str, done: Callable[[list[Candidate]], object]) -> None:
        from qtapp.usecases.pinyin import initials_of

        wanted = text.strip().lower()
        done([c for c in candidates() if wanted in c.title.lower() or wanted in initials_of(c.title)])

    return look


class CandidateList(QTreeWidget):
    """Floats under the entry within its window and never takes the keyboard away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.setProperty("floating", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self.hide()

    def offer(self, candidates: Sequence[Candidate], *, first: bool) -> None:
        self.clear()
        for candidate in candidates:
            item = QTreeWidgetItem(self, [candidate.title, candidate.detail])
            item.setData(0, Qt.ItemDataRole.UserRole, candidate)
            item.setToolTip(1, candidate.detail)
            item.setForeground(1, self.palette().placeholderText())
            item.setDisabled(not candidate.enabled)
        if first:
            self.step(1)

    def place_under(self, entry: QWidget) -> None:
        """Below the entry, or above it where the window ends."""
        window = self._window
        rows = min(self.topLevelItemCount(), SHOWN)
        height = rows * max(self.sizeHintForRow(0), 1) + 2 * self.frameWidth() + 2
        wide = max(entry.width(), han(self, 28))
        corner = entry.mapTo(window, QPoint(0, entry.height()))
        above = entry.mapTo(window, QPoint(0, 0)).y() - height
        top = above if corner.y() + height > window.height() and above >= 0 else corner.y()
        left = max(min(corner.x(), window.width() - wide), 0)
        self.setGeometry(left, top, min(wide, window.width()), height)
        self.show()
        self.raise_()

    def step(self, turn: int) -> None:
        """On to the next candidate that may be chosen, round at the end."""
        count = self.topLevelItemCount()
        current = self.currentItem()
        here = self.indexOfTopLevelItem(current) if current else -1
        if here < 0 and turn < 0:
            here = count
        for distance in range(1, count + 1):
            item = self.topLevelItem((here + turn * distance) % count)
            if item and not item.isDisabled():
                self.setCurrentItem(item)
                return

    def chosen(self) -> Candidate | None:
        item = self.currentItem()
        found = item.data(0, Qt.ItemDataRole.UserRole) if item and not item.isDisabled() else None
        return found if isinstance(found, Candidate) else None


class PickerEntry(LineEntry):
    """Arrows and Enter choose, Esc keeps what was typed."""

    picked = Signal(object)  # Candidate
    unpicked = Signal()  # what was chosen is being typed over

    def __init__(self, field: Field, picking: Picking, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._picking = picking
        self._list: CandidateList | None = None
        self._asked = 0
        self._answered = 0
        self._taken = ""
        self._passing = False  # Enter came before the answer
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.line.textEdited.connect(self._typed_on)
        self.line.setPlaceholderText(field.hint or "汉字、拼音首字母或代码")

    @property
    def candidates(self) -> list[Candidate]:
        """What is offered now, for whoever watches."""
        if self._list is None or self._list.isHidden():
            return []
        items = (self._list.topLevelItem(i) for i in range(self._list.topLevelItemCount()))
        return [item.data(0, Qt.ItemDataRole.UserRole) for item in items if item]

    def put(self, value: Any) -> None:
        super().put(value)
        self._taken = self.line.text()
        self._shut()

    def _typed_on(self) -> None:
        if self._taken and self.line.text() != self._taken:
            self._taken = ""
            self.unpicked.emit()
        self._pause.start()

    def _ask(self) -> None:
        if self.line.text().strip() or self._picking.at_once:
            self.ask()
        else:
            self._shut()

    def ask(self) -> None:
        self._pause.stop()
        self._asked += 1
        asked, text = self._asked, self.line.text().strip()
        self._picking.look(self, text, lambda found: self._offer(asked, text, found))

    def _offer(self, asked: int, text: str, found: list[Candidate]) -> None:
        """Answers to what was typed before are dropped."""
        if asked != self._asked:
            return
        self._answered = asked
        if found and self.line.hasFocus():
            self._show(text, found)
        else:
            self._shut()
        if self._passing:
            self._passing = False
            self._take(self._list_chosen())
            self.passed.emit()

    def _show(self, text: str, found: list[Candidate]) -> None:
        if self._list is None:
            self._list = CandidateList(self.window())
            self._list.itemClicked.connect(lambda _item, _column: self._take(self._list_chosen()))
            self.destroyed.connect(self._list.deleteLater)
        self._list.offer(found, first=bool(text) and (text.isascii() or not self._picking.free))
        self._list.place_under(self.line)

    def _list_chosen(self) -> Candidate | None:
        return self._list.chosen() if self._list and not self._list.isHidden() else None

    def _take(self, candidate: Candidate | None) -> None:
        if candidate is None:
            return
        self.put(candidate.title)
        self.picked.emit(candidate)
        self.edited.emit()

    def _shut(self) -> None:
        self._asked += 1
        self._answered = self._asked
        self._pause.stop()
        if self._list:
            self._list.hide()

    def finish(self) -> None:
        self._shut()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._steers(event):
            return True
        return super().eventFilter(watched, event)

    def _steers(self, event: QKeyEvent) -> bool:
        """Keys that belong to the open list."""
        key = event.key()
        if self._list is None or self._list.isHidden() or self._pause.isActive():
            return self._hurries(event)
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self._shut()
        elif key in ENTER and self._list.chosen():
            self._take(self._list.chosen())
            self.passed.emit()
        else:
            return False
        return True

    def _hurries(self, event: QKeyEvent) -> bool:
        """Down asks at once; Enter that is faster than the answer takes the first when it comes."""
        waiting = self._pause.isActive() or self._answered < self._asked
        if event.key() == Qt.Key.Key_Down:
            self.ask()
            return True
        if waiting and self._passes(event) and self.line.text().strip():
            self._passing = True
            self.ask()
            return True
        return False
