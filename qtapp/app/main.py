"""The start of the program: with words a command, without any the window."""

import sys
from collections.abc import Sequence
from contextlib import ExitStack

from qtapp.app import crash
from qtapp.app.cli.perform import SENTENCE_ERRORS, parsed, perform, sentence, speak_utf8
from qtapp.app.options import Options
from qtapp.app.paths import Paths

DONE, REFUSED = 0, 2


def run(argv: Sequence[str] | None = None) -> int:
    """The program with these arguments; gives the exit status."""
    speak_utf8()
    try:
        wanted = parsed(sys.argv[1:] if argv is None else argv)
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
        except SENTENCE_ERRORS as error:
            return _second(paths, options, sentence(error))
        return _opened(paths, options)


def _opened(paths: Paths, options: Options) -> int:
    try:
        from qtapp.app.window import open_window

        return open_window(paths, options)
    except SENTENCE_ERRORS as error:
        return _shown(sentence(error))
    except Exception as error:  # noqa: BLE001 - the last place where anything can be said about it
        return _shown(crash.told(error, paths.log))


def _second(paths: Paths, options: Options, why: str) -> int:
    """Another window has the folder: said so, with the offer to look without changing."""
    from qtapp.app.desktop import on_screen

    _told(why)
    if not on_screen():
        return REFUSED
    from qtapp.app.window import offer_readonly

    return offer_readonly(paths, options, why)


def _told(words: str) -> int:
    if sys.stderr is not None:  # the windowed program on Windows has none
        print(words, file=sys.stderr)  # noqa: T201 - the command line's own answer
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
