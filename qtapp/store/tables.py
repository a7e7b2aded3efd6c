"""The tables, derived from the records' declarations, and the few that belong to the store itself."""

from functools import cache
from typing import Any

from qtapp.domain.catalogue import RECORDS
from qtapp.domain.kinds import Kind
from qtapp.domain.record import Field, FieldType, Record, fields_of
from qtapp.store.engine import Engine  # noqa: F401 - peewee is imported there first, without its drivers

# isort: split
from peewee import (
    AutoField,
    BigIntegerField,
    BlobField,
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    IntegerField,
    Model,
    TextField,
)


def column_of(field: Field) -> Any:
    """The peewee field that keeps one declared field."""
    match field.type:
        case FieldType.DAY:
            return DateField(null=True, index=field.indexed)
        case FieldType.MOMENT:
            return DateTimeField(null=True, index=field.indexed)
        case FieldType.MONEY | FieldType.WHOLE:
            return BigIntegerField(null=True, index=field.indexed)
        case FieldType.FLAG:
            return BooleanField(default=False, index=field.indexed)
        case FieldType.LINK:
            return IntegerField(default=0, index=True)
        case FieldType.PASSAGE:
            return TextField(default="")
        case FieldType.TABLE | FieldType.CHOICES:
            return TextField(default="[]")
    return CharField(default="", max_length=field.limit, index=field.indexed)


def kept_fields(cls: type[Record]) -> tuple[Field, ...]:
    """The fields that are columns: all but the sealed ones, which only the vault keeps."""
    return tuple(field for field in fields_of(cls) if not field.sealed)


@cache
def table_of(kind: Kind) -> Any:
    """The table of one kind of record."""
    columns: dict[str, Any] = {"id": AutoField(), "version": IntegerField(default=1)}
    columns |= {field.name: column_of(field) for field in kept_fields(RECORDS[kind])}
    indexes = tuple((pair, False) for pair in RECORDS[kind].LISTED)
    meta = type("Meta", (), {"table_name": kind.value, "legacy_table_names": False, "indexes": indexes})
    return type(f"{kind.name.title()}Row", (Model,), {**columns, "Meta": meta, "__module__": __name__})


class SettingRow(Model):
    """One setting; the value as JSON."""

    key = CharField(primary_key=True)
    value = TextField()

    class Meta:
        table_name = "setting"


class NumberRow(Model):
    """Every number ever given: a series without gaps, each once, void or not."""

    id = AutoField()
    series = CharField()
    year = IntegerField()
    sequence = IntegerField()
    number = CharField(unique=True)
    kind = CharField()
    record_id = IntegerField()
    void_reason = CharField(default="")

    class Meta:
        table_name = "number"
        indexes = ((("series", "year", "sequence"), True),)


class AuditRow(Model):
    """One line of the audit chain; `link` closes it over its own words and the line before."""

    seq = IntegerField(primary_key=True)
    at = DateTimeField()
    who = CharField()
    act = CharField()
    kind = CharField()
    record_id = IntegerField()
    number = CharField()
    changes = TextField()
    link = CharField()

    class Meta:
        table_name = "audit"
        indexes = ((("kind", "record_id"), False),)


class SealedRow(Model):
    """The sealed fields of one record, readable by the keeper alone."""

    id = AutoField()
    kind = CharField()
    record_id = IntegerField()
    box = BlobField()

    class Meta:
        table_name = "sealed"
        indexes = ((("kind", "record_id"), True),)


class SearchRow(Model):
    """What the one search reads of a record; its character pairs lie in `search_gram`."""

    id = AutoField()
    kind = CharField()
    record_id = IntegerField()
    number = CharField()
    title = CharField()
    text = TextField()

    class Meta:
        table_name = "search"
        indexes = ((("kind", "record_id"), True),)


class DraftRow(Model):
    """A half-typed entry, kept as typed; its sealed part is sealed here too."""

    key = CharField(primary_key=True)
    at = DateTimeField()
    text = TextField()
    box = BlobField(null=True)

    class Meta:
        table_name = "draft"


class ImportRow(Model):
    """One import, so that it can be taken back."""

    id = AutoField()
    at = DateTimeField()
    kind = CharField()
    source = CharField()
    record_ids = TextField()
    undone_at = DateTimeField(null=True)

    class Meta:
        table_name = "import"


OWN: tuple[Any, ...] = (SettingRow, NumberRow, AuditRow, SealedRow, SearchRow, DraftRow, ImportRow)
GRAMS = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_gram "
    "USING fts5(grams, content='', contentless_delete=1, detail=none)"
)


def tables() -> tuple[Any, ...]:
    return (*(table_of(kind) for kind in RECORDS), *OWN)


def table_names() -> tuple[str, ...]:
    return tuple(table._meta.table_name for table in tables())  # noqa: SLF001 - how peewee names its tables
