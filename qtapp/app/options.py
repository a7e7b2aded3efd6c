"""What the person asked for when starting the window."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    user: str = ""  # name for the audit trail; "" takes the system's account
