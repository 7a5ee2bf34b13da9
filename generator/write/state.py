"""Tell whose a file below ``docs/`` is: the same as the page, ours to overwrite, or a person's."""

import os
import stat
from collections.abc import Collection, Container, Iterator, Mapping
from pathlib import Path
from typing import Literal

import yaml

from generator.write import mark

_LONGEST = 255  # bytes of a name, as file systems count
State = Literal["same", "missing", "ours", "theirs"]


class Docs:
    """The folder of pages as it stands. Folders are looked at once: nobody else changes them while it is held."""

    def __init__(self, folder: Path) -> None:
        """Look at *folder*."""
        self._folder = os.fspath(folder)
        self._plain: dict[str, bool] = {"": True}

    def state(self, path: str, content: bytes, *, force: bool) -> State:
        """Compare the file at *path* with the *content* that it should have.

        A link, on the way or at the end, is never followed, *force* or not: it leads out of what we own. Nor is a file
        ever overwritten that does not say that the generator wrote it.
        """
        if not safe(path) or not self._leads(path.rpartition("/")[0]):
            return "theirs"
        there = self._content(path)
        if there is None:
            return "theirs" if os.path.lexists(self._named(path)) else "missing"
        if there == content:
            return "same"
        return "ours" if mark.holds(there) or (force and mark.bears(there)) else "theirs"

    def marked(self, known: Container[str]) -> Iterator[tuple[str, bytes]]:
        """Yield the path and content of each file, but the *known* ones, that bears the mark; no link is followed."""
        for folder, folders, names in os.walk(self._folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            below = folder[len(self._folder) + 1 :].replace(os.sep, "/")
            for name in sorted(names):
                path = f"{below}/{name}" if below else name
                if path not in known and name.endswith(mark.SUFFIXES):
                    content = self._content(path)
                    if content is not None and mark.bears(content):
                        yield path, content

    def _leads(self, folder: str) -> bool:
        """Whether folders, and no links, lead to *folder*, or to nothing."""
        plain = self._plain.get(folder)
        if plain is None:
            named = self._named(folder)
            here = not os.path.islink(named) and (os.path.isdir(named) or not os.path.lexists(named))
            plain = self._plain[folder] = here and self._leads(folder.rpartition("/")[0])
        return plain

    def _content(self, path: str) -> bytes | None:
        """Return the bytes of a regular file; nothing for a link, for what cannot be read and for what is not there."""
        try:
            descriptor = os.open(self._named(path), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except OSError:  # what cannot be read cannot be known to be ours
            return None
        with os.fdopen(descriptor, "rb") as file:
            return file.read() if stat.S_ISREG(os.fstat(descriptor).st_mode) else None

    def _named(self, path: str) -> str:
        return f"{self._folder}/{path}"


def removable(content: bytes, failed: Collection[str], seeds: str) -> bool:
    """Whether a page that nothing makes any more may go: it is as we left it, and nothing that *failed* could make it.

    What several seeds or a template share may stand on the one that failed; a page of one seed may not.
    """
    if not mark.holds(content):
        return False
    if not failed:
        return True
    seed = seed_of(content)
    return bool(seed) and all(_only_articles(path, seeds) and not _holds(path, f"{seeds}/{seed}") for path in failed)


def _only_articles(path: str, seeds: str) -> bool:
    return path.startswith(f"{seeds}/articles/")


def _holds(path: str, seed: str) -> bool:
    """Whether *path* is the *seed*, or a folder, which ends in a slash, that it lies in."""
    return seed.startswith(path) if path.endswith("/") else seed == path


def seed_of(content: bytes) -> str:
    """Return the path of the seed that a generated page names in its front matter; empty where it is of several."""
    head = content.replace(b"\r\n", b"\n")
    if not head.startswith(b"---\n"):
        return ""
    try:
        front = yaml.load(head[4:].split(b"\n---\n", 1)[0], Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return ""
    seed = front.get("seed") if isinstance(front, Mapping) else None
    return str(seed.get("path", "")) if isinstance(seed, Mapping) else ""


def safe(path: str) -> bool:
    """Whether *path* is plain: below the folder, no dots, nothing hidden, no name that no disk takes."""
    return "\0" not in path and all(map(_plain, path.split("/")))


def _plain(part: str) -> bool:
    return part != "" and not part.startswith(".") and len(part.encode("utf-8", "surrogatepass")) <= _LONGEST
