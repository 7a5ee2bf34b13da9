"""Start again in Python's UTF-8 mode where the locale would have the names of files be something else."""

import os
import sys


def ensure() -> None:
    """Begin the program anew, arguments and all, unless names of files are UTF-8, as addresses of pages are.

    What is printed stays in the encoding of the terminal, and what that does not have is escaped.
    """
    begun_again = os.environ.get("PYTHONUTF8") == "1"
    if sys.getfilesystemencoding() == "utf-8" or begun_again or not sys.executable:
        return
    sys.stdout.flush()
    printed = {"PYTHONIOENCODING": f"{sys.stdout.encoding}:backslashreplace"}
    environment = {**printed, **os.environ, "PYTHONUTF8": "1"}
    os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], environment)  # noqa: S606 - the program itself
