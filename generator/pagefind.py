"""Index a built site with Pagefind, whose index a reader fetches in small parts."""

import importlib.util
import subprocess
import sys

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
        [*command, *options], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def finish(process: Indexing) -> str:
    """Wait until the site is indexed; give what went wrong, nothing where all is well."""
    said, _ = process.communicate()
    return said.strip() if process.returncode else ""


def stop(process: Indexing) -> None:
    """End a process that indexes what is no longer wanted."""
    process.terminate()
    process.communicate()
