"""A register of many invented complaints, made once and kept for the next run."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import gettempdir
from typing import Any

from qtapp.app.build import Parts
from qtapp.app.paths import Paths, resources
from qtapp.domain.complaints import Channel, Complaint, State
from qtapp.domain.kinds import Kind
from qtapp.store.grams import grams
from qtapp.store.repository import stored
from qtapp.store.search import searchable
from qtapp.store.store import Store, Work
from qtapp.store.tables import kept_fields

PIECE = 5_000
FIELDS = kept_fields(Complaint)
PLACES = ("滨江路", "新港路", "海工路", "吕四街", "汇龙巷", "近海道")
FIRMS = ("机械厂", "船舶配件厂", "化工有限公司", "木业加工场", "电动工具厂", "冷库")
FAULTS = (
    "消防通道堵塞",
    "特种作业人员无证上岗",
    "叉车无证驾驶",
    "应急灯损坏",
    "违规储存危险化学品",
    "电线私拉乱接",
)
RARE = "䶮𬭎"  # one complaint in ten thousand names it


def complaint(number: int, chance: random.Random) -> Complaint:
    place, firm = chance.choice(PLACES), chance.choice(FIRMS)
    name = f"{RARE if number % 10_000 == 0 else chance.choice('甲乙丙丁戊己')}{number % 9_973}{firm}"
    faults = "，".join(chance.sample(FAULTS, 2))
    return Complaint(
        id=number,
        number=f"应急举〔{2000 + number % 26}〕{number}号",
        channel=chance.choice(list(Channel)),
        received_at=datetime(2000, 1, 1) + timedelta(minutes=chance.randrange(26 * 525_600)),
        target_name=name,
        target_address=f"{place}{number % 997}号",
        content=f"{place}{number % 997}号的{name}{faults}，多次反映没有整改，请求查处。",
        state=chance.choice(list(State)),
    )


def register_of(count: int) -> Store:
    """The register, open; made when it is not there yet."""
    data = Path(gettempdir(), f"zhifatai-bench-{count}")
    store = Parts(Paths(data, resources()), user="基准").open_store()
    with store.working() as work:
        if work.of(Complaint).count() == 0:
            _fill(work, count)
    with store.working() as work:
        work.database.execute_sql("ANALYZE")
    return store


def _fill(work: Work, count: int) -> None:
    chance = random.Random(count)  # noqa: S311 - invents texts, keeps no secret
    connection = work.database.connection()
    names = ", ".join(f'"{field.name}"' for field in FIELDS)
    marks = ", ".join("?" * (len(FIELDS) + 2))
    for start in range(1, count + 1, PIECE):
        some = [complaint(n, chance) for n in range(start, min(start + PIECE, count + 1))]
        connection.executemany(
            f'INSERT INTO "{Kind.COMPLAINT.value}" (id, version, {names}) VALUES ({marks})',  # noqa: S608
            [(c.id, 1, *_values(c)) for c in some],
        )
        words = [(c, searchable(c)) for c in some]
        connection.executemany(
            "INSERT INTO search (id, kind, record_id, number, title, text) VALUES (?, ?, ?, ?, ?, ?)",
            [(c.id, c.KIND.value, c.id, c.reference, c.name_shown, text) for c, text in words],
        )
        connection.executemany(
            "INSERT INTO search_gram (rowid, grams) VALUES (?, ?)",
            [(c.id, " ".join(grams(text))) for c, text in words],
        )


def _values(record: Complaint) -> Iterator[Any]:
    return (stored(field, getattr(record, field.name)) for field in FIELDS)
