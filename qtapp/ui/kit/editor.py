"""An editor made from a record's declaration: it keeps drafts and offers the record, and saves nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from qtapp.domain.errors import Invalid, Problem, UserError
from qtapp.domain.record import Field, FieldType, Part, fields_of
from qtapp.ui.kit.commands import Command, Commands, push
from qtapp.ui.kit.entries import Entry, stop_after
from qtapp.ui.kit.field_rows import FieldGrid, FieldRow
from qtapp.ui.kit.making import Picks, entry_for
from qtapp.ui.kit.notices import Strip, sentence
from qtapp.ui.kit.picker import PickerEntry
from qtapp.ui.kit.workplace import Workplace

T = TypeVar("T")
SILENCE_MS = 2000
ENTER_PASSES = "editor.enter_passes"  # a person may want Enter to do nothing in entries
Groups = Mapping[str, Sequence[str]]  # title → fields, in the order of the screen
NO_PICKS: Picks = {}


class Editor(QWidget):
    """A panel of a page, never a dialog. `base` is the record being changed; for a new one, its class."""

    offered = Signal(object)  # the record, complete and free of faults
    closed = Signal()  # saved or given up: the page may take the panel away
    edited = Signal(str)  # name of the field the person changed

    def __init__(  # noqa: PLR0913 - all but the first three are given by name
        self,
        place: Workplace,
        base: Part | type[Part],
        values: Mapping[str, Any] | None = None,
        *,
        title: str = "",
        only: Sequence[str] = (),
        without: Sequence[str] = (),
        groups: Groups | None = None,
        picks: Picks = NO_PICKS,
        draft: str = "",
        save: str = "保存",
    ) -> None:
        super().__init__()
        self.place, self._draft = place, draft
        self._base = base() if isinstance(base, type) else base
        self._given = dict(values or {})
        self.carried: dict[str, Any] = {}
        self.dirty = self._busy = self._over = False
        self._hidden: set[str] = set()
        self._picks = picks
        chosen = _chosen(type(self._base), only, without, groups)
        self._rows = {field.name: self._make(field) for field in chosen}
        self._silence = QTimer(self, singleShot=True, interval=SILENCE_MS)
        self._silence.timeout.connect(self.keep_draft)
        self.strip = Strip(self)
        self.restored = self._restored_strip()
        self.commands = Commands([self], place.icons)
        self.commands.add(Command(save, self.hand_in, "Ctrl+Enter", icon="save", hint=f"{save}（整张）"))
        self._lay_out(title, groups, save)
        self.fill({f.name: getattr(self._base, f.name) for f in chosen} | self._given)
        if draft:
            place.drafts.get(draft, self, self._restore)

    # --- the screen ---

    def _make(self, field: Field) -> FieldRow:
        entry = entry_for(field, self.place.now, self._picks, self)
        entry.edited.connect(lambda: self._changed(field.name))
        entry.left.connect(self._left)
        entry.passed.connect(lambda: self._pass_on(entry))
        if isinstance(entry, PickerEntry):
            picking = self._picks[field.name]
            entry.picked.connect(lambda chosen: self.fill(picking.fill(chosen)))
            entry.unpicked.connect(self._unpicked)
        return FieldRow(entry, self)

    def _lay_out(self, title: str, groups: Groups | None, save: str) -> None:
        body = QWidget(self)
        column = QVBoxLayout(body)
        self._grids = [
            FieldGrid(name, [self._rows[n] for n in names if n in self._rows], body)
            for name, names in _grouped(self._rows, groups).items()
        ]
        for grid in self._grids:
            column.addWidget(grid)
        column.addStretch(1)
        self.area = QScrollArea(self, widgetResizable=True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(body)
        self.body = column  # pages may put their own widgets here
        self.heading = QLabel(title, self, wordWrap=True)
        self.heading.setProperty("title", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self.heading.setVisible(bool(title))
        layout = QVBoxLayout(self)
        for widget in (self.heading, self.restored, self.strip):
            layout.addWidget(widget)
        layout.addWidget(self.area, 1)
        layout.addLayout(self._foot(save))

    def _foot(self, save: str) -> QHBoxLayout:
        self.save_button = push(Command(save, self.hand_in, "Ctrl+Enter"), self)
        self.save_button.setProperty("main", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self.cancel_button = push(Command("取消", self.give_up, "Esc"), self)
        self.state = QLabel(self)
        self.state.setProperty("quiet", True)  # noqa: FBT003 - a dynamic property has no name for its value
        self.foot = QHBoxLayout()  # pages may add buttons before the stretch
        self.foot.addWidget(self.save_button)
        self.foot.addWidget(self.cancel_button)
        self.foot.addStretch(1)
        self.foot.addWidget(self.state)
        return self.foot

    def _restored_strip(self) -> Strip:
        strip = Strip(self, tone="info")
        drop = QPushButton("放弃草稿", strip)
        drop.clicked.connect(self.drop_draft)
        strip.row.insertWidget(1, drop)
        return strip

    # --- entries ---

    def entry(self, name: str) -> Entry:
        return self._rows[name].entry

    def value(self, name: str) -> Any:
        """The value of one entry; the field's empty one while it cannot be read or is hidden."""
        if name not in self._rows or name in self._hidden:
            return self.carried.get(name, getattr(self._base, name))
        try:
            return self._rows[name].entry.value()
        except UserError:
            return self._rows[name].field.empty

    def fill(self, values: Mapping[str, Any]) -> None:
        """Put values in; those without an entry are carried along unseen."""
        for name, value in values.items():
            if name in self._rows:
                self._rows[name].entry.put(value)
            else:
                self.carried[name] = value

    def show_fields(self, names: Sequence[str], *, shown: bool = True) -> None:
        """What is hidden is kept as it was typed and counts as empty."""
        for name in names:
            if name in self._rows and (name in self._hidden) is shown:
                (self._hidden.discard if shown else self._hidden.add)(name)
                grid = next(g for g in self._grids if any(f.name == name for f in g.fields))
                grid.show_field(name, shown=shown)

    def focus_first(self) -> None:
        """To the first entry that is still empty, or to the first of all."""
        shown = [row for name, row in self._rows.items() if name not in self._hidden]
        if shown:
            shown[0].entry.setFocus(Qt.FocusReason.TabFocusReason)

    def _unpicked(self) -> None:
        links = {f.name for f in fields_of(type(self._base)) if f.type is FieldType.LINK}
        self.carried.update(dict.fromkeys(links & self.carried.keys(), 0))

    def _changed(self, name: str) -> None:
        self.dirty = True
        self._rows[name].say("")
        self._silence.start()
        self.edited.emit(name)

    def _left(self) -> None:
        if self._silence.isActive():
            self.keep_draft()

    def _pass_on(self, entry: Entry) -> None:
        if self.place.memory.get(ENTER_PASSES, True):
            stop_after(entry.last_stop()).setFocus(Qt.FocusReason.TabFocusReason)

    # --- out ---

    def read(self) -> tuple[dict[str, Any], list[Problem]]:
        """The typed values, and what could not be read."""
        values: dict[str, Any] = dict(self.carried)
        problems: list[Problem] = []
        for name, row in self._rows.items():
            try:
                values[name] = row.field.empty if name in self._hidden else row.entry.value()
            except UserError as error:
                problems.append(Problem(name, str(error)))
        return values, problems

    def record(self) -> Any:
        """The record as it stands. Raises Invalid while an entry cannot be read."""
        values, problems = self.read()
        if problems:
            raise Invalid(*problems)
        return replace(self._base, **values)

    def hand_in(self) -> None:
        if self._busy:
            return
        self.mark(())
        try:
            record = self.record()
            if problems := record.problems():
                raise Invalid(*problems)  # noqa: TRY301 - marked by the same words as what cannot be read
        except Invalid as invalid:
            self.refuse(invalid)
        else:
            self.offered.emit(record)

    def send(self, use_case: Callable[[Any], T], done: Callable[[T], object]) -> None:
        """Run the use case on the register's thread; succeeded, the editor closes; refused, it says why."""
        self.set_busy(busy=True)
        self.place.tasks.change(self, use_case, lambda result: self._kept(done, result), self.refuse)

    def _kept(self, done: Callable[[T], object], result: T) -> None:
        self.finish()
        done(result)

    def finish(self) -> None:
        """What was typed is in the register: the draft goes, the page may close the panel."""
        self.set_busy(busy=False)
        self._forget()
        self.closed.emit()

    def set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.save_button.setEnabled(not busy)
        self.state.setText("正在保存…" if busy else "")

    # --- what is wrong ---

    @Slot(object)
    def refuse(self, error: BaseException) -> None:
        self.set_busy(busy=False)
        if isinstance(error, Invalid):
            self.mark(error.problems)
        elif words := sentence(error):
            self.strip.show_text(words)
        else:
            self.place.notices.failure(error)

    def mark(self, problems: Sequence[Problem]) -> None:
        """Each fault beside its entry, the others on top; the first one gets the focus."""
        first: FieldRow | None = None
        for name, row in self._rows.items():
            words = "；".join(p.text for p in problems if p.field == name and name not in self._hidden)
            row.say(words)
            first = first or (row if words else None)
        shown = self._rows.keys() - self._hidden
        self.strip.show_text("；".join(p.text for p in problems if p.field not in shown))
        if first:
            self.area.ensureWidgetVisible(first)
            first.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def faults(self) -> dict[str, str]:
        """What stands beside the entries, by field."""
        return {n: r.fault.text().removeprefix("✕ ") for n, r in self._rows.items() if r.fault.text()}

    # --- drafts ---

    def keep_draft(self) -> None:
        self._silence.stop()
        if not (self._draft and self.dirty) or self._over:
            return
        values: dict[str, Any] = dict(self.carried)
        sealed: dict[str, Any] = {}
        for name, row in self._rows.items():
            (sealed if row.field.sealed else values)[name] = row.entry.plain()
        self.place.drafts.keep(self._draft, values, sealed)
        self.state.setText(f"草稿已存 {self.place.now():%H:%M}")

    def _restore(self, found: dict[str, Any] | None) -> None:
        if not found or self.dirty or self._over:
            return
        for name, plain in found.items():
            if name in self._rows:
                self._rows[name].entry.put_plain(plain)
            else:
                self.carried[name] = plain
        self.dirty = True
        self.restored.show_text("这是上次没有保存的草稿，可以接着写。")
        self.edited.emit("")

    def drop_draft(self) -> None:
        self.fill({name: getattr(self._base, name) for name in self._rows} | self._given)
        self.dirty = False
        self.restored.hide()
        self.place.drafts.forget(self._draft)
        self.edited.emit("")

    def _forget(self) -> None:
        self._over = True
        self._silence.stop()
        if self._draft:
            self.place.drafts.forget(self._draft)

    def give_up(self) -> None:
        """Esc: asks only if something was typed."""
        if not self.dirty:
            self._drop()
        else:
            keep = {"留作草稿": self._put_aside} if self._draft else {}
            self.place.ask.choose("这里填写的内容还没有保存。", {**keep, "放弃填写": self._drop})

    def _put_aside(self) -> None:
        self.keep_draft()
        self.closed.emit()

    def _drop(self) -> None:
        self._forget()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Gone from the screen, by whatever way: what was typed is kept."""
        if self._silence.isActive():
            self.keep_draft()
        super().hideEvent(event)


def _chosen(
    cls: type[Part], only: Sequence[str], without: Sequence[str], groups: Groups | None
) -> tuple[Field, ...]:
    named = list(only) or [
        f.name
        for f in fields_of(cls)
        if not f.auto and f.type is not FieldType.LINK and f.name not in without
    ]
    order = [n for names in (groups or {}).values() for n in names]
    by_name = {field.name: field for field in fields_of(cls)}
    first = [n for n in order if n in named]
    return tuple(by_name[n] for n in (*first, *(n for n in named if n not in first)))


def _grouped(rows: Mapping[str, FieldRow], groups: Groups | None) -> dict[str, list[str]]:
    found = {title: [n for n in names if n in rows] for title, names in (groups or {}).items()}
    rest = [n for n in rows if not any(n in names for names in found.values())]
    return {t: n for t, n in found.items() if n} | ({"" if not found else "其他": rest} if rest else {})
