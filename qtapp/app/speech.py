"""What is said to whoever started the program from a terminal."""

import sys


def speak_utf8() -> None:
    """Chinese comes out whole whatever the system's own encoding is."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def on_stderr(words: str) -> None:
    if sys.stderr is not None:  # the windowed program on Windows has none
        print(words, file=sys.stderr, flush=True)  # noqa: T201 - this is the place
