"""A browser for the tests, a server for it on this machine, and the pages that it opens."""

import functools
import http.server
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

ARTICLE = "articles/moscows-csto-olive-branch-to-nato/"
KINDS = (
    "", ARTICLE, "articles/", "articles/series/eurasia-daily-monitor/", "actors/", "actors/types/person/",
    "actors/nikolai-bordyuzha/", "sources/", "sources/interfax/", "sources/interfax/2010/", "lost/", "quotations/",
    "chronology/", "network/",
    "data/", "search/", "404.html",
)  # fmt: skip
"""A page of each kind that the site of this repository has."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Say nothing: the test speaks for itself."""


def free_port() -> int:
    """Give a port that is free: cards open only where the site is at the address that it was built for."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def served(folder: Path, port: int = 0) -> Iterator[str]:
    """Serve *folder* at a port, any that is free unless one is named, and give its address with a closing slash."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), functools.partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Watch:
    """Notes whatever a page does that it should not."""

    def __init__(self, page: Page, base: str) -> None:
        self.seen: list[str] = []
        page.on("dialog", lambda dialog: (self.seen.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("pageerror", lambda error: self.seen.append(f"error {error}"))
        page.on("console", lambda said: said.type == "error" and self.seen.append(f"{page.url}: {said.text}"))
        page.on("request", lambda sent: sent.url.startswith((base, "data:")) or self.seen.append(f"sent {sent.url}"))


def search(page: Page, query: str) -> None:
    """Type *query*, one word, into the field of the header and wait for what the search page lists."""
    page.fill(".finder input", query)
    page.press(".finder input", "Enter")
    page.wait_for_url(f"**/search/?words={query}")
    page.wait_for_selector("#finder-found a")
