"""A record to read: its fields as declared, its papers, and who changed what."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QTabWidget, QTextBrowser, QVBoxLayout, QWidget

from qtapp.domain.plain import from_plain, show
from qtapp.domain.record import Field, FieldType, Part, Record, fields_of, is_empty
from qtapp.usecases.records import SEALED, Whole

PAPER = "paper"
UNSAID = {"initials"}  # for finding, not for reading


def record_html(record: Part, *, sealed: bool) -> str:
    """The filled fields, a line each; a sealed one only says that something lies there."""
    return f'<table cellpadding="3" width="100%">{"".join(_lines(record, sealed=sealed))}</table>'


def _lines(record: Part, *, sealed: bool) -> Iterator[str]:
    said = False
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if field.name in UNSAID:
            continue
        if field.sealed:
            if sealed and not said:
                said = True
                yield _line("举报人信息", SEALED)
        elif field.type is FieldType.LINK or is_empty(value) or value is False:
            continue
        elif field.type is FieldType.TABLE:
            yield _line(field.label, _parts_html(value), raw=True)
        else:
            yield _line(field.label, show(field, value))


def _line(label: str, words: str, *, raw: bool = False) -> str:
    shown = words if raw else escape(words).replace("\n", "<br>")
    return (
        f'<tr><td width="30%" valign="top"><span style="color:#5f6b76">{escape(label)}</span></td>'
        f'<td valign="top">{shown}</td></tr>'
    )


def _parts_html(parts: Iterable[Part]) -> str:
    rows = []
    for place, part in enumerate(parts, start=1):
        words = "；".join(f"{label}：{words}" if label else words for label, words in _facts(part))
        rows.append(f"{place}. {escape(words)}")
    return "<br>".join(rows)


def _facts(part: Part) -> Iterator[tuple[str, str]]:
    """The filled fields of a part; the first one speaks for itself."""
    filled = [
        (f.label, show(f, getattr(part, f.name)))
        for f in fields_of(type(part))
        if f.type is not FieldType.LINK and getattr(part, f.name) is not False
    ]
    seen = [(label, words) for label, words in filled if words]
    return iter([("", seen[0][1]), *seen[1:]] if seen else [])


def history_html(found: Whole) -> str:
    """The audit lines, the latest first, each with what was and what is."""
    fields = {f.name: f for f in fields_of(type(found.record))}
    lines = [
        f"<p><b>{escape(line.act)}</b>　{line.at:%Y-%m-%d %H:%M}　{escape(line.who)}"
        f"{_changes(line.changes, fields)}</p>"
        for line in reversed(found.history)
    ]
    return "".join(lines) or "<p>还没有操作记录</p>"


def _changes(changes: Mapping[str, Any], fields: Mapping[str, Field]) -> str:
    said = [_change(fields[n].label if n in fields else n, fields.get(n), v) for n, v in changes.items()]
    return "".join(f'<br><span style="color:#5f6b76">{words}</span>' for words in said)


def _change(label: str, field: Field | None, value: Any) -> str:
    table = field is not None and field.type in (FieldType.TABLE, FieldType.CHOICES)
    pair = isinstance(value, list) and len(value) == 2 and (not table or isinstance(value[0], list))  # noqa: PLR2004 - before and after
    if pair:
        return f"{escape(label)}：{_told(field, value[0]) or '（空）'} → {_told(field, value[1]) or '（空）'}"
    return f"{escape(label)}：{_told(field, value)}"


def _told(field: Field | None, value: Any) -> str:
    if value == SEALED or field is None:
        return escape(str(value if value is not None else ""))
    try:
        return escape(show(field, from_plain(field, value))[:200])
    except (ValueError, TypeError, KeyError, AttributeError):
        return escape(str(value)[:200])


def papers_html(found: Whole) -> str:
    lines = [
        f'<p><a href="{PAPER}:{d.id}">{escape(d.title)}</a>　'
        f"{escape(d.number)}　{escape(d.state)}　{d.dated_on or ''}</p>"
        for d in found.documents
    ]
    return "".join(lines) or "<p>还没有发出的文书</p>"


class RecordView(QWidget):
    """Tabs 内容, 文书, 历史 of one record; links to papers are handed on."""

    paper_wanted = Signal(int)  # id of a document

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found: Whole | None = None
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.content, self.papers, self.history = (QTextBrowser(self) for _ in range(3))
        for name, browser in (("内容", self.content), ("文书", self.papers), ("历史", self.history)):
            browser.setOpenLinks(False)
            browser.setAccessibleName(name)
            browser.anchorClicked.connect(self._followed)
            self.tabs.addTab(browser, name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)

    def show_whole(self, found: Whole) -> None:
        self.found = found
        self.content.setHtml(record_html(found.record, sealed=found.sealed))
        self.papers.setHtml(papers_html(found))
        self.history.setHtml(history_html(found))
        self.tabs.setTabText(
            self.tabs.indexOf(self.papers), f"文书 {len(found.documents)}" if found.documents else "文书"
        )

    def show_words(self, words: str) -> None:
        """Instead of a record: nothing is chosen, or it is gone."""
        self.found = None
        for browser in (self.content, self.papers, self.history):
            browser.setHtml(f'<p style="color:#5f6b76">{escape(words)}</p>')
        self.tabs.setTabText(self.tabs.indexOf(self.papers), "文书")

    def _followed(self, link: QUrl) -> None:
        if link.scheme() == PAPER and link.path().isdecimal():
            self.paper_wanted.emit(int(link.path()))


def named(record: Record) -> str:
    return record.name_shown
