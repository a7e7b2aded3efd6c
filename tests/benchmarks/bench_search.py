"""The one search against LIKE over the same texts: python -m tests.benchmarks.bench_search [1000000]"""

import statistics
import sys
from functools import partial

from qtapp.store.grams import escaped
from qtapp.store.store import Work
from qtapp.usecases.records import search
from tests.benchmarks.large import RARE, register_of
from tests.benchmarks.timing import shown, times

TEXTS = (RARE, "叉车", "特种作业人员无证上岗", "滨江路12号", "应急举〔2021〕", "没有这样的文字", "厂")


def by_like(work: Work, text: str) -> int:
    row = work.database.execute_sql(
        "SELECT count(*) FROM search WHERE text LIKE ? ESCAPE '\\'", (escaped(text),)
    ).fetchone()
    return int(row[0])


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    store = register_of(count)
    print(f"— {count} complaints")
    with store.looking() as work:
        for text in TEXTS:
            total, _ = search(work, text)
            assert total == by_like(work, text), text
            taken = times(partial(search, work, text) for _ in range(10))
            plain = times(partial(by_like, work, text) for _ in range(2))
            ratio = statistics.median(plain) / statistics.median(taken)
            print(f"{text:14}{total:9} hits   {shown(taken)}   LIKE {plain[0]:9.1f} ms   {ratio:9.1f} times")
    store.close()


if __name__ == "__main__":
    main()
