"""`python -m qtapp`: the window, or with words after it a command."""

import sys

from qtapp.app.main import run

if __name__ == "__main__":
    sys.exit(run())
