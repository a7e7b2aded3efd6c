"""A list of 1,000 complaints against one of many: python -m tests.benchmarks.bench_list [1000000]"""

import random
import statistics
import sys
from functools import partial

from qtapp.domain.kinds import Kind
from qtapp.domain.searches import Filter, Op, Query
from qtapp.registers.lists import REGISTERS
from qtapp.registers.register import all_ids, first_page, rows
from qtapp.store.store import Store
from tests.benchmarks.large import register_of
from tests.benchmarks.timing import shown, times

RUNS, JUMPS, SCREEN = 30, 500, 60
REGISTER = REGISTERS[Kind.COMPLAINT]
QUERIES: dict[str, Query] = {
    "newest first": REGISTER.query(),
    "oldest first": Query(order="received_at", descending=False),
    "by name": Query(order="target_name", descending=False),
    "one state": REGISTER.query().having(Filter("state", "查处中")),
    "one channel since 2025": REGISTER.query().having(
        Filter("channel", "来信"), Filter("received_at", "2025-01-01", Op.SINCE)
    ),
}


def measured(store: Store, count: int) -> dict[str, float]:
    print(f"— {count} complaints")
    medians: dict[str, float] = {}
    with store.looking() as work:
        for name, query in QUERIES.items():
            taken = times(partial(first_page, work, REGISTER, query, SCREEN) for _ in range(RUNS))
            medians[name] = statistics.median(taken)
            print(f"first page, {name:28}{shown(taken)}")
        gathered = times(partial(all_ids, work, REGISTER, REGISTER.query()) for _ in range(3))
        print(f"{'all ids in order':40}{shown(gathered)}")
        ids = all_ids(work, REGISTER, REGISTER.query())
        chance = random.Random(1)  # noqa: S311 - chooses where to jump
        places = [chance.randrange(max(len(ids) - SCREEN, 1)) for _ in range(JUMPS)]
        jumps = times(partial(rows, work, REGISTER, ids[at : at + SCREEN]) for at in places)
        medians["jump"] = statistics.median(jumps)
        print(f"{'jump anywhere':40}{shown(jumps)}")
    return medians


def main() -> None:
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    found = {}
    for count in (1_000, many):
        store = register_of(count)
        found[count] = measured(store, count)
        store.close()
    print(f"— {many} against 1000")
    for name, median in found[many].items():
        print(f"{name:40}{median / found[1_000][name]:8.1f} times")


if __name__ == "__main__":
    main()
