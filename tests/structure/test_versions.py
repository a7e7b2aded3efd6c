"""The libraries underneath: known faults stay out."""

import subprocess
import sys

from sqlcipher3 import dbapi2

from qtapp.store.engine import OLDEST_SQLITE

CALLS = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QStandardItem
application = QCoreApplication([])
item = QStandardItem()
before = sys.getrefcount(None)
for _ in range(400_000):
    item.setText("")
print(sys.getrefcount(None) - before)
"""


def test_calls_that_return_nothing_keep_their_reference_to_none() -> None:
    """PySide6 6.12.0 loses one a call on Python 3.10 and 3.11, and aborts after some thousands."""
    done = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert abs(int(done.stdout)) < 1_000


def test_the_database_engine_is_free_of_the_wal_reset_fault() -> None:
    assert dbapi2.sqlite_version_info >= OLDEST_SQLITE
