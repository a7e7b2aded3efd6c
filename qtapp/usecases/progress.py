"""How a long job says how far it is, and how it is told to stop."""

from dataclasses import dataclass
from threading import Event, Lock

from qtapp.domain.errors import Cancelled


@dataclass(frozen=True)
class Reading:
    done: int = 0
    total: int = 0  # 0: not known
    text: str = ""


class Progress:
    """Written by a job on its own thread, read by the window's timer ten times a second.

    Asking it to stop undoes the job's transaction, because `step` raises inside the job.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._stop = Event()
        self._reading = Reading()

    def step(self, done: int, total: int = 0, text: str = "") -> None:
        if self._stop.is_set():
            raise Cancelled("已取消，没有留下任何改动")
        with self._lock:
            self._reading = Reading(done, total, text)

    def read(self) -> Reading:
        with self._lock:
            return self._reading

    def cancel(self) -> None:
        self._stop.set()
