"""Measure how long ``mkdocs serve`` takes from a saved article to the page that a reader gets."""

import json
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from msgspec import Struct

from parts import corpus, process, table

ROUNDS = 3
PATIENCE = 1_800.0  # seconds until a page must have come, and until the builds must have ended
QUIET = 5.0  # seconds without a build, after which no further one belongs to a save
BEGINS, ENDS = "Building documentation", "Documentation built"


class Save(Struct, frozen=True):
    """What came of a save: seconds until its page was there, builds that it started, what the processor did."""

    wait: float
    builds: int
    seconds: float


def serving(root: Path) -> None:
    """Print the best of some saves, and how many builds one starts."""
    table.heading("mkdocs serve")
    port = _free_port()
    with tempfile.NamedTemporaryFile() as log:
        command = process.mkdocs("serve", "-a", f"127.0.0.1:{port}")
        with process.started(command, root, log) as server:
            page = f"http://127.0.0.1:{port}/articles/{_slug(root, 0)}/"
            table.row("start until the first page comes", _wait(page, "<html", server), "wall s")
            log_path = Path(log.name)
            _settle(log_path)
            saves = [_save(root, page, server, log_path, edition) for edition in range(3, 3 + ROUNDS)]
            memory = process.memory(server.pid)
    best = min(saves, key=lambda save: save.wait)
    builds = ", ".join(str(save.builds) for save in saves)
    table.row("one sentence saved until it is served", best.wait, "wall s", f"best of {ROUNDS}", memory=memory)
    table.row("  processor until all is quiet again", min(save.seconds for save in saves), "CPU s", "least")
    table.row("  builds that a save starts", max(save.builds for save in saves), "builds", f"each time: {builds}")


def _save(root: Path, page: str, server: subprocess.Popen[bytes], log: Path, edition: int) -> Save:
    """Save an article with a new sentence, and wait until the server has done all that it does of it."""
    builds, seconds = _said(log, BEGINS), process.seconds(server.pid)
    wait = _wait(page, corpus.edit(root, 0, edition), server)
    _settle(log)
    return Save(wait, _said(log, BEGINS) - builds, process.seconds(server.pid) - seconds)


def _wait(page: str, words: str, server: subprocess.Popen[bytes]) -> float:
    """Give the seconds until *page* has the words."""
    began = time.monotonic()
    while words not in _body(page):
        if server.poll() is not None or time.monotonic() - began > PATIENCE:
            raise SystemExit(f"{page} never showed {words!r}")
        time.sleep(0.1)
    return time.monotonic() - began


def _body(page: str) -> str:
    """Give what is served now; nothing while there is no answer."""
    try:
        with urlopen(page, timeout=60) as answer:  # noqa: S310 - our own address
            return str(answer.read().decode())
    except (URLError, TimeoutError, ConnectionError):
        return ""


def _settle(log: Path) -> None:
    """Wait until every build has ended and none has begun for a while."""
    began = quiet_since = time.monotonic()
    seen = -1
    while time.monotonic() - quiet_since < QUIET:
        if time.monotonic() - began > PATIENCE:
            raise SystemExit("mkdocs serve builds without end")
        begun = _said(log, BEGINS)
        if begun != seen or begun > _said(log, ENDS):
            quiet_since, seen = time.monotonic(), begun
        time.sleep(0.1)


def _said(log: Path, words: str) -> int:
    """Count how often the server said something."""
    return log.read_text(encoding="utf-8").count(words)


def _slug(root: Path, number: int) -> str:
    """Give the address of an article's page below ``articles/``."""
    annotation = process.said(process.backmatter("annotate", str(corpus.path(root, number))), root)
    return str(json.loads(annotation)["article"])


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
