"""Times of many calls, as medians and tails."""

import statistics
import time
from collections.abc import Callable, Iterable


def times(calls: Iterable[Callable[[], object]]) -> list[float]:
    """Milliseconds of each call, shortest first."""
    taken: list[float] = []
    for call in calls:
        begun = time.perf_counter()
        call()
        taken.append((time.perf_counter() - begun) * 1000)
    return sorted(taken)


def shown(taken: list[float]) -> str:
    tail = taken[min(len(taken) - 1, len(taken) * 99 // 100)]
    return f"median {statistics.median(taken):8.2f} ms   p99 {tail:8.2f} ms"
