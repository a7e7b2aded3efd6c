"""The words in which an official form is declared: who knows the paper can read and write them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from qtapp.domain.kinds import Kind
from qtapp.formkit.sheet import LETTER, Align, Layout, Signature


class Audience(StrEnum):
    INTERNAL = "internal"
    SERVED = "served"


class Style(StrEnum):
    TABLE = "表格式"
    LETTER = "制作式"
    RECORD = "笔录式"
    LIST = "清单式"
    COVER = "封面式"


class Heading(StrEnum):
    """The line above the double rule."""

    ENFORCEMENT = "安全生产行政执法文书"
    BUREAU = "{bureau.name}"
    NONE = ""


class Scope(StrEnum):
    """Whose number the form carries."""

    OWN = "own"  # its own counter
    CASE = "case"  # shared within the case where the bureau numbers so
    INSPECTION = "inspection"
    RECORD = "record"  # the number of the record itself
    NONE = "none"


@dataclass(frozen=True)
class Number:
    code: str  # what follows the bureau's word: 罚告, 责改, …
    scope: Scope = Scope.CASE
    bracketed: bool = True
    printed: bool = True  # under the title; False: a field of the form shows it


NO_NUMBER = Number("", Scope.NONE)


@dataclass(frozen=True)
class FormField:
    """A field of the paper. `auto` names the fact that fills it, see `facts.look_up`: `party.name`."""

    key: str
    label: str
    type: str = "text"  # text paragraph date datetime datetime_range money integer choice multichoice bool
    #                     list table officers law_ref
    required: bool = False
    auto: str = ""
    options: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()  # headings of a table field
    when: str = ""  # in words: required only then
    hint: str = ""
    sealed: bool = False  # identity of an informant: masked unless the keeper prints


# --- what stands on the paper, from top to bottom ---


@dataclass(frozen=True)
class Label:
    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Value:
    """A cell that shows a field; options are printed with ☑ and □ when `ticks` is set."""

    key: str
    columns: int = 1
    rows: int = 1
    align: Align | None = None
    top: bool = False
    indent: float = 0
    ticks: bool = False
    across: int = 0  # options in a line; 0: as many as fit
    foot: tuple[str, ...] = ()


@dataclass(frozen=True)
class Words:
    """A cell of running text with slots, e.g. `{handlers}（证号：{certificates}）`."""

    text: str
    columns: int = 1
    rows: int = 1
    align: Align | None = None
    top: bool = False
    indent: float = 0
    foot: tuple[str, ...] = ()


@dataclass(frozen=True)
class Opinion:
    """A cell where someone writes an opinion, signs and dates; filled from the step where one was taken."""

    key: str = ""  # field with the opinion; "" leaves the cell to be written by hand
    signer: str = "负责人"
    columns: int = 1
    number: bool = False  # asks for the certificate number too
    signers: int = 1
    narrow: bool = False  # the date stands below the signature
    person: str = ""  # fact with the signer's name, printed where the opinion was taken over from paper
    dated: str = ""  # fact with the day


CellWord = Label | Value | Words | Opinion


@dataclass(frozen=True)
class Row:
    cells: tuple[CellWord, ...]
    height: float = 10


def row(*cells: CellWord, height: float = 10) -> Row:
    return Row(cells, height)


@dataclass(frozen=True)
class Table:
    widths: tuple[float, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Text:
    """A paragraph with slots. `{key}` sets a field, underlined; `{key:12}` leaves 12 em when it is empty;
    `{!key}` sets it without a line; `{?key}` at the front leaves the paragraph out while the field is empty,
    `{??key}` only of a filled paper: a blank form keeps the words.
    """

    text: str
    indent: float = 2
    align: Align = Align.JUSTIFY
    keep: bool = False  # stays on one page with what follows
    ticks: bool = False  # fields with options show all of them, with ☑ and □
    across: int = 0  # options in a line; 0: as many as fit


@dataclass(frozen=True)
class Line:
    """A ruled line of labels and fields that share its width: `地址：{address:16}邮政编码：{postcode:4}`."""

    text: str


@dataclass(frozen=True)
class Items:
    """A list field as numbered paragraphs; empty, it leaves `blank` lines to write on."""

    key: str
    blank: int = 0


@dataclass(frozen=True)
class Statement:
    """A dated statement of the law's pack, e.g. `remedy_general`; `noun` and `action` fill its slots."""

    key: str
    noun: str = "决定"
    action: str = ""
    when: str = ""  # field without which a filled paper does not say it; a blank form does
    field: str = ""  # field that it fills; other words typed there stand in its place


@dataclass(frozen=True)
class Rows:
    """A table field as a listing; empty, it has `blank` rows to write on or is left out."""

    key: str
    widths: tuple[float, ...]
    aligns: tuple[Align, ...] = ()
    height: float = 8
    close: str = "以下空白"
    blank: int = 0
    optional: bool = False  # a filled paper without rows leaves it out; only a blank form has room for them


@dataclass(frozen=True)
class Account:
    """The text of a record, on rules to the end of the page: paragraphs as of `Text`, and statements."""

    texts: tuple[str | Statement, ...]


@dataclass(frozen=True)
class Sign:
    lines: tuple[Signature, ...]


@dataclass(frozen=True)
class SealHere:
    """The bureau's name over the document's date."""

    note: str = "（印章）"


@dataclass(frozen=True)
class Space:
    height: float


Element = Table | Text | Line | Items | Statement | Rows | Account | Sign | SealHere | Space


@dataclass(frozen=True)
class Form:
    """One official form in one version. Article numbers and terms come from dated packs, not from here."""

    key: str
    title: str
    stage: str
    style: Style
    record: Kind
    fields: tuple[FormField, ...]
    body: tuple[Element, ...]
    audience: Audience = Audience.INTERNAL
    number: Number = NO_NUMBER
    version: str = "2021"
    valid_from: date | None = None
    valid_to: date | None = None
    heading: Heading = Heading.ENFORCEMENT
    copies: str = ""
    layout: Layout = LETTER
    each_page: tuple[Signature, ...] = ()
    order: int = 0  # place in the volume
    requires: tuple[str, ...] = ()  # forms that come before it
    party: str = ""  # 单位 / 个人: printed for parties of this kind only; "" for the record as a whole
    step: str = ""  # the step of a case that the paper belongs to: its time, and its date
    when: str = ""  # field of the record without which there is no occasion for the paper
    asked: bool = False  # printed only when asked for, not with everything of the record
    issuer: str = ""  # field with the name of who signs it out (签发人), on the line of the number

    def field(self, key: str) -> FormField:
        return next(field for field in self.fields if field.key == key)

    @property
    def per_party(self) -> bool:
        """One paper a party."""
        return bool(self.party)
