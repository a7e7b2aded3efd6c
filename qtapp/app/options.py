"""What the person asked for when starting the window."""

from typing import NamedTuple


class Options(NamedTuple):
    user: str = ""  # name for the audit trail; "" takes the system's account
