"""Index a built site with Pagefind, whose index a reader fetches in small parts: shard by shard, only what changed."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock, Thread

from generator.pagefind import bundle, order, program, shards, words
from generator.pagefind.program import installed
from generator.pagefind.shards import Page, Shard

__all__ = ["Indexing", "installed"]

_FOLDER = "pagefind"
_COUNT = "shards.json"  # the number of shards, for the search page; there once all of them are


class _StoppedError(Exception):
    """The index is no longer wanted."""


class _FailedError(Exception):
    """Pagefind could not do it; the one argument is what it says."""


class Indexing:
    """The indexing of a built site, which can go on beside other things, and can be stopped."""

    def __init__(self, site: Path, kept: Path, *, salt: bytes = b"", size: int = shards.SIZE) -> None:
        """Index *site*, and keep its shards in the folder *kept*; *salt* tells one generator's pages from another's."""
        self._site = site
        self._shelf = bundle.Shelf(kept)
        self._salt = salt
        self._size = size
        self._lock = Lock()
        self._stopped = False
        self._process: program.Process | None = None
        self._thread: Thread | None = None

    def run(self) -> str:
        """Put the index into the site; return what went wrong, nothing where all is well or it was stopped."""
        try:
            self._index()
        except _StoppedError:
            return ""
        except _FailedError as error:
            return str(error)
        except OSError as error:
            if self._stopped:  # and the site is being built anew
                return ""
            return f"{Path(error.filename).name if error.filename else 'its files'}: {error.strerror}"
        return ""

    def start(self, tell: Callable[[str], None]) -> None:
        """Do the same beside what else is done; *tell* is told what went wrong, or nothing."""
        self._thread = Thread(target=lambda: tell(self.run()), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End it, wherever it is; nothing is written from here on."""
        with self._lock:
            self._stopped = True
            running = self._process if self._process and self._process.poll() is None else None
        if running:
            running.terminate()
        if self._thread:
            self._thread.join()
        elif running:
            running.communicate()

    def _index(self) -> None:
        dealt = shards.deal(self._pages(), self._salt + program.edition(), self._size)
        folder = self._site / _FOLDER
        for number, shard in enumerate(dealt, 1):
            first = number == 1
            place = folder if first else folder / str(number)
            if not self._shelf.take(shard.digest, place, first=first):
                self._make(shard, place, first=first)
            self._go_on()
        self._shelf.keep_only([shard.digest for shard in dealt])
        if dealt:
            (folder / _COUNT).write_text(f"{len(dealt)}\n", encoding="utf-8", newline="\n")

    def _pages(self) -> Iterator[Page]:
        """Yield the pages that have something to be found."""
        for path in self._site.rglob("*.html"):
            self._go_on()
            if content := words.of(path.read_bytes()):
                digest = hashlib.blake2b(content, digest_size=16).digest()
                yield Page(path.relative_to(self._site).as_posix(), digest)

    def _make(self, shard: Shard, place: Path, *, first: bool) -> None:
        """Index a shard, put it in its place, and keep it."""
        with TemporaryDirectory(prefix="backmatter-") as scratch:
            pages, index, archive = (Path(scratch, name) for name in ("pages", "index", "index.zip"))
            self._write(shard, pages)
            self._run_over(pages, index)
            order.settle(index)
            bundle.pack(index, archive)
            bundle.unpack(archive, place, first=first)
            self._shelf.keep(shard.digest, archive)

    def _write(self, shard: Shard, folder: Path) -> None:
        """Write what is to be found on each page of *shard*, under the page's own path."""
        for path in shard.paths:
            self._go_on()
            page = folder / path
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_bytes(words.of((self._site / path).read_bytes()) or b"")

    def _run_over(self, pages: Path, index: Path) -> None:
        with self._lock:
            self._go_on()
            self._process = program.start(pages, index)
        said, _ = self._process.communicate()
        self._go_on()
        if self._process.returncode:
            raise _FailedError(said.strip())

    def _go_on(self) -> None:
        if self._stopped:
            raise _StoppedError
