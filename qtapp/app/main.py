"""The start of the program: with words a command, without any the window."""

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from qtapp.app.options import Options
from qtapp.app.paths import Paths
from qtapp.app.speech import on_stderr, speak_utf8

DONE, REFUSED = 0, 2
OF_THE_WINDOW = ("--data", "--user")  # what may stand there without a command


def run(argv: Sequence[str] | None = None) -> int:
    """The program with these arguments; gives the exit status."""
    speak_utf8()
    words = sys.argv[1:] if argv is None else list(argv)
    asked = window_words(words)
    if asked is None:
        return _command(words)
    data = asked.get("--data", "")
    return window(Paths.installed(Path(data) if data else None), Options(asked.get("--user", "")))


def window_words(words: Sequence[str]) -> dict[str, str] | None:
    """The options of the window where nothing else was written; else None, and the parser has its say.

    The command line takes longer to load than the window's frame does to appear.
    """
    found: dict[str, str] = {}
    left = list(words)
    while left:
        name, sign, value = left.pop(0).partition("=")
        value = value if sign else left.pop(0) if left else ""
        if name not in OF_THE_WINDOW or not value or value[0] == "-" or not _is_plain(value):
            return None
        found[name] = value
    return found


def _is_plain(value: str) -> bool:
    """No letter that the system could not read: the parser mends those."""
    return not any("\ud800" <= letter <= "\udfff" for letter in value)


def _command(words: Sequence[str]) -> int:
    from qtapp.app.cli.perform import SENTENCE_ERRORS, parsed, perform, sentence

    try:
        wanted = parsed(words)
    except SystemExit as left:  # --help and --version end here
        return int(left.code or DONE)
    except SENTENCE_ERRORS as error:
        return _told(sentence(error))
    paths = Paths.installed(wanted.data)
    return perform(wanted, paths) if wanted.command else window(paths, Options(wanted.user))


def window(paths: Paths, options: Options) -> int:
    """The main window, unless the system cannot show one or another window has this data folder."""
    from qtapp.app.desktop import trouble

    if why := trouble():
        return _told(why)
    from qtapp.app.lock import only_window

    with ExitStack() as held:
        try:
            held.enter_context(only_window(paths))
        except Exception as error:  # noqa: BLE001 - told apart where the words for it are loaded
            return _not_held(error, paths, options)
        return _opened(paths, options)


def _opened(paths: Paths, options: Options) -> int:
    from qtapp.app.window import open_window, words_of

    try:
        return open_window(paths, options)
    except Exception as error:  # noqa: BLE001 - the last place where anything can be said about it
        return _shown(words_of(error, paths))


def _not_held(error: Exception, paths: Paths, options: Options) -> int:
    from qtapp.app.window import words_of
    from qtapp.domain.errors import Refused

    words = words_of(error, paths)
    return _second(paths, options, words) if isinstance(error, Refused) else _shown(words)


def _second(paths: Paths, options: Options, why: str) -> int:
    """Another window has the folder: said so, with the offer to look without changing."""
    from qtapp.app.desktop import on_screen

    _told(why)
    if not on_screen():
        return REFUSED
    from qtapp.app.window import offer_readonly

    return offer_readonly(paths, options, why)


def _told(words: str) -> int:
    on_stderr(words)
    return REFUSED


def _shown(words: str) -> int:
    """On standard error, and in a box of its own for whoever started from the desktop."""
    from qtapp.app.desktop import on_screen

    if on_screen():
        from PySide6.QtWidgets import QApplication, QMessageBox

        application = QApplication.instance() or QApplication([])
        QMessageBox.warning(None, "执法台", words)
        del application
    return _told(words)
