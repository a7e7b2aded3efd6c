"""From the command to the first paint, ours against a bare window: python -m tests.benchmarks.bench_start."""

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
    application.installEventFilter(watch)
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


def started(code: str, data: str) -> float:
    """Milliseconds from the start of the process."""
    done = subprocess.run(
        [sys.executable, "-c", code, str(time.time()), data],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
        encoding="utf-8",
    )
    return float(done.stdout.split()[0])


def main() -> None:
    data = sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp(prefix="zhifatai-bench-")
    started(OURS, data)  # the register is made, the modules are compiled
    pairs = [(started(BARE, data), started(OURS, data)) for _ in range(RUNS)]
    bare, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"bare window {bare:7.0f} ms   ours {ours:7.0f} ms   {ours / bare:5.2f} times")


if __name__ == "__main__":
    main()
