"""Run Pagefind over a folder of pages."""

import importlib.metadata
import importlib.util
import subprocess
import sys
from pathlib import Path

Process = subprocess.Popen[str]
"""Pagefind at work."""

# Signs that stand beside headings, words about an entry and not of it, and the terms and articles of an entry's list.
_NOT_TEXT = (
    ".headerlink",
    ".inferred",
    ".unreviewed",
    "div[data-pagefind-body] dt",
    "div[data-pagefind-body] dd a[href*='articles/']",
    "div[data-pagefind-body] dd a[href*='wikidata.org/']",
)
_OPTIONS = ("--root-selector", "article", "--exclude-selectors", ", ".join(_NOT_TEXT))


def installed() -> bool:
    """Whether Pagefind is here."""
    return importlib.util.find_spec("pagefind") is not None


def edition() -> bytes:
    """Return what an index depends on besides its pages: Pagefind's version and how we run it."""
    return " ".join([importlib.metadata.version("pagefind"), *_OPTIONS]).encode()


def start(pages: Path, index: Path) -> Process:
    """Start to index the pages in one folder: their index is in the other when the process ends."""
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(index)]
    return subprocess.Popen(  # noqa: S603 - no shell
        [*command, *_OPTIONS],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",  # whatever the locale says
        errors="backslashreplace",
    )
