"""Index a built site with Pagefind, whose index a reader fetches in small parts."""

import importlib.util
import subprocess
import sys
from pathlib import Path

from generator.pagefind import order

Indexing = subprocess.Popen[str]
"""A process that indexes a site."""

# What would be found on every page, or is said in the words beside it.
_NOT_TEXT = ".headerlink, .records, .para"


def installed() -> bool:
    """Whether Pagefind is here."""
    return importlib.util.find_spec("pagefind") is not None


def start(folder: str) -> Indexing:
    """Start to index the site in *folder*: the index is its ``pagefind`` folder when the process ends."""
    command = [sys.executable, "-m", "pagefind", "--site", folder, "--root-selector", "article"]
    options = ["--exclude-selectors", _NOT_TEXT]
    return subprocess.Popen(  # noqa: S603 - no shell
        [*command, *options],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",  # whatever the locale says
        errors="backslashreplace",
    )


def finish(process: Indexing, folder: str) -> str:
    """Wait until the site in *folder* is indexed, and put the index in order; give what went wrong, or nothing."""
    said, _ = process.communicate()
    if process.returncode:
        return said.strip()
    try:
        order.settle(Path(folder, "pagefind"))
    except OSError as error:
        return f"{Path(error.filename).name if error.filename else 'its files'}: {error.strerror}"
    return ""


def stop(process: Indexing) -> None:
    """End a process that indexes what is no longer wanted."""
    process.terminate()
    process.communicate()
