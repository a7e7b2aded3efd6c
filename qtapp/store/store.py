"""The database and the one place where a transaction begins and ends."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from qtapp.domain.bureau import Bureau
from qtapp.domain.catalogue import RECORDS
from qtapp.domain.kinds import Kind
from qtapp.domain.numbering import Series
from qtapp.domain.record import Record
from qtapp.store.audit import Audit
from qtapp.store.drafts import Drafts
from qtapp.store.engine import Engine, inspect
from qtapp.store.files import Files
from qtapp.store.imports import Imports
from qtapp.store.migrate import create, migrate, newest
from qtapp.store.numbers import Numbers
from qtapp.store.repository import Repository
from qtapp.store.search import Search
from qtapp.store.settings import KEEPER, Settings
from qtapp.store.transaction import immediate, named, reading
from qtapp.store.vault import Vault

R = TypeVar("R", bound=Record)
Clock = Callable[[], datetime]
# Names in the data folder that are the program's own: the register with its journals, what belongs to it.
OWN = ("register.db", "files", "keys", "log", "before-restore-", ".restore-", ".backup-")


@dataclass(frozen=True)
class Places:
    """Where the register lies: everything below one folder."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "register.db"

    @property
    def files(self) -> Path:
        return self.folder / "files"

    @property
    def keeper_key(self) -> Path:
        """The keeper's private key: apart from the database, and in no backup."""
        return self.folder / "keys" / "keeper.key"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    def holds(self, path: Path) -> bool:
        """Whether the register needs what lies, or would lie, at this path: nobody writes over it.

        By any name: through links, hard links and folders that lead back here.
        """
        if any(_same(path, own) for own in (self.database, self.keeper_key)):
            return True
        inside = _below(path.resolve(), self.folder.resolve())
        if not inside or (len(inside) == 1 and path.is_dir()):
            return False
        if inside[0] == self.backups.name:
            return path.exists()
        return inside[0].startswith(OWN)


def _same(path: Path, other: Path) -> bool:
    return path.exists() and other.exists() and path.samefile(other)


def _below(path: Path, folder: Path) -> tuple[str, ...]:
    """The names that lead from the folder to the path, in small letters; none: it is not inside."""
    if not path.is_relative_to(folder):
        return ()
    return tuple(part.casefold() for part in path.relative_to(folder).parts)


class Work:
    """What a use case works with. It lives exactly as long as one transaction."""

    def __init__(self, store: "Store") -> None:
        self.database, self.now, self.who, self.vault = store.database, store.now, store.who, store.vault
        self.touched: set[Kind] = set()
        self.audit = Audit(self.database, self.who)
        self.search = Search(self.database)
        self.numbers = Numbers(self.database)
        self.settings = Settings(self.database)
        self.drafts = Drafts(self.database, self.vault, self.now)
        self.imports = Imports(self.database, self.now)
        self.files, self.places = store.files, store.places
        self._repositories: dict[type[Record], Repository[Any]] = {}
        self._bureau: Bureau | None = None

    def of(self, cls: type[R]) -> Repository[R]:
        """The repository of one kind of record."""
        if cls not in self._repositories:
            self._repositories[cls] = Repository(cls, self)
        return self._repositories[cls]

    def of_kind(self, kind: Kind) -> Repository[Record]:
        return self.of(RECORDS[kind])

    @property
    def today(self) -> date:
        return self.now().date()

    @property
    def bureau(self) -> Bureau:
        if self._bureau is None:
            self._bureau = self.settings.bureau()
        return self._bureau

    def keep_bureau(self, bureau: Bureau) -> None:
        self.settings.keep_bureau(bureau)
        self._bureau = bureau

    def number(self, series: Series, year: int, record: Record) -> str:
        """The next number of a series, given to the record in this very transaction."""
        return self.numbers.next(series, self.bureau, year, record.KIND, record.id)


class Store:
    """The register of one bureau, opened once and handed to whoever needs it."""

    def __init__(self, places: Places, who: str, now: Clock, *, readonly: bool = False) -> None:
        self.places, self.who, self.now = places, who, now
        if not places.database.exists() and not readonly:
            create(places.database)
        inspect(places.database, newest())
        self.database = Engine(places.database, readonly=readonly)
        self.vault = Vault(places.keeper_key)
        self.files = Files(places.files)
        try:
            self._open()
        except Exception as error:
            self.close()
            told = named(error)
            if told is error:
                raise
            raise told from error

    def _open(self) -> None:
        if not self.database.readonly:
            migrate(self.database, before=self._back_up_before_migration)
        with reading(self.database):
            public = Settings(self.database).get(KEEPER, "")
        if public:
            self.vault.public = bytes.fromhex(public)
        elif not self.database.readonly:
            self._appoint_keeper()

    def _appoint_keeper(self) -> None:
        with immediate(self.database):
            settings = Settings(self.database)
            if public := settings.get(KEEPER, ""):  # another process was faster
                self.vault.public = bytes.fromhex(public)
            else:
                settings.put(KEEPER, self.vault.establish().hex())

    def _back_up_before_migration(self) -> None:
        from qtapp.store.backup import back_up

        stamp = f"{self.now():%Y%m%d-%H%M%S}"
        back_up(self, self.places.backups / f"before-upgrade-{stamp}.zip")

    @property
    def readonly(self) -> bool:
        return bool(self.database.readonly)

    @contextmanager
    def working(self) -> Iterator[Work]:
        """One use case, one transaction: kept whole, or as if it had never begun."""
        with immediate(self.database):
            yield Work(self)

    @contextmanager
    def looking(self) -> Iterator[Work]:
        """One consistent view; nothing is written."""
        with reading(self.database):
            yield Work(self)

    def close(self) -> None:
        """Close this thread's connection; each thread has its own."""
        if not self.database.is_closed():
            self.database.close()
