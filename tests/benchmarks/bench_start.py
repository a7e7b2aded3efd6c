"""From the command to the first paint, ours against a bare window; then whether the window breathes while
the rest comes: python -m tests.benchmarks.bench_start.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUNS = 11
UNTIL_PAINTED = """
import sys, time
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow

class Watch(QObject):
    painted = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.painted = True
        return False

def until_painted(*_):
    application, watch = QApplication.instance(), Watch()
    for window in application.topLevelWidgets():  # not every widget's events: the watch must cost nothing
        window.installEventFilter(watch)
    while not watch.painted:
        application.processEvents()
    print(f"{(time.time() - float(sys.argv[1])) * 1000:.1f}", flush=True)
    for window in application.topLevelWidgets():
        window.close()
    return 0

QApplication.exec = until_painted
"""
BARE = UNTIL_PAINTED + "a = QApplication([]); w = QMainWindow(); w.resize(1200, 800); w.show(); a.exec()"
OURS = UNTIL_PAINTED + "from qtapp.app.main import run; run(['--data', sys.argv[2]])"
# A timer of ten milliseconds, from the first paint until the desk has its cards, and four seconds on.
BREATHING = """
import sys, time
from PySide6.QtCore import QTimer
from qtapp.app.main import run
from qtapp.app.window import Opening

class Watched(Opening):
    def show(self):
        self.since = self.before = 0.0
        self.filled = 0.0
        self.gaps = [0.0, 0.0]
        self.beat = QTimer(self, interval=10)
        self.beat.timeout.connect(self.tick)
        self.window.painted.connect(self.begin)
        super().show()

    def begin(self):
        self.since = self.before = time.perf_counter()
        self.beat.start()

    def tick(self):
        now = time.perf_counter()
        place = 1 if self.filled else 0
        self.gaps[place] = max(self.gaps[place], now - self.before)
        self.before = now
        if not self.filled and "desk" in self.window.pages and self.window.pages["desk"].cards:
            self.filled = now - self.since
        if now - self.since > 5:
            print(f"{self.filled * 1000:.1f} {self.gaps[0] * 1000:.1f} {self.gaps[1] * 1000:.1f}", flush=True)
            self.window.close()

import qtapp.app.window as window
window.Opening = Watched
sys.exit(run(['--data', sys.argv[2]]))
"""


def started(code: str, data: str) -> list[float]:
    """What the started program measured of itself, in milliseconds."""
    done = subprocess.run(
        [sys.executable, "-c", code, str(time.time()), data],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
        encoding="utf-8",
    )
    return [float(word) for word in done.stdout.split()]


def founded() -> str:
    """A data folder whose bureau has its name: the window opens on the desk."""
    data = tempfile.mkdtemp(prefix="zhifatai-bench-")
    words = ("settings", "--set", "name=海岱市应急管理局", "--data", data)
    subprocess.run([sys.executable, "-m", "qtapp", *words], capture_output=True, check=True, cwd=ROOT)
    return data


def main() -> None:
    data = sys.argv[1] if len(sys.argv) > 1 else founded()
    started(OURS, data)  # the modules are compiled
    pairs = [(started(BARE, data)[0], started(OURS, data)[0]) for _ in range(RUNS)]
    bare, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"bare window {bare:7.0f} ms   ours {ours:7.0f} ms   {ours / bare:5.2f} times")
    runs = [started(BREATHING, data) for _ in range(3)]
    filled, gap, after = (statistics.median(column) for column in zip(*runs, strict=True))
    print(
        f"desk filled {filled:7.0f} ms after the first paint; the window stood still for at most {gap:.0f} ms"
    )
    print(f"until then, and for at most {after:.0f} ms while pages and faces were loaded behind it")


if __name__ == "__main__":
    main()
