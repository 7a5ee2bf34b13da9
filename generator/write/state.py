"""Tell whose a file below ``docs/`` is: the same as the page, ours to overwrite or remove, or a person's."""

import os
import stat
from collections.abc import Collection, Container, Iterator, Mapping
from pathlib import Path
from typing import Literal

import yaml

from generator.write import mark

_LONGEST = 255  # bytes of a name, as file systems count
State = Literal[
    "missing",  # nothing is there
    "same",  # it is the page
    "ours",  # as we left it
    "conflict",  # ours, and torn by a merge
    "edited",  # ours, and a person changed it
    "orphaned",  # the same, and nothing makes it any more
    "waits",  # ours, and what it is made of cannot be read
    "unreadable",  # nobody can tell
    "taken",  # not ours
    "unmarked",  # the page itself does not say that it is ours
]


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
        if not mark.bears(content):
            return "unmarked"
        if not safe(path) or not self._leads(path.rpartition("/")[0]):
            return "taken"
        there = self._content(path)
        if there is None:
            return self._without_content(path)
        if there == content:
            return "same"
        whose = _whose(there)
        return "ours" if whose == "edited" and force else whose

    def marked(self, known: Container[str]) -> Iterator[tuple[str, bytes]]:
        """Yield the path and content of each file, but the *known* ones, that bears the mark; no link is followed."""
        for folder, folders, names in os.walk(self._folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            below = folder[len(self._folder) + 1 :].replace(os.sep, "/")
            for name in sorted(names):
                path = f"{below}/{name}" if below else name
                if path not in known and name.endswith(mark.SUFFIXES):
                    content = self._content(path)
                    if content is not None and _whose(content) != "taken":
                        yield path, content

    def _leads(self, folder: str) -> bool:
        """Whether folders, and no links, lead to *folder*, or to nothing."""
        plain = self._plain.get(folder)
        if plain is None:
            named = self._named(folder)
            here = _is_folder(named)
            plain = self._plain[folder] = here and self._leads(folder.rpartition("/")[0])
        return plain

    def _without_content(self, path: str) -> State:
        """Tell what stands where no bytes can be had."""
        try:
            mode = os.lstat(self._named(path)).st_mode
        except FileNotFoundError:
            return "missing"
        return "unreadable" if stat.S_ISREG(mode) else "taken"

    def _content(self, path: str) -> bytes | None:
        """Return the bytes of a regular file; nothing for a link, for what cannot be read and for what is not there."""
        try:
            descriptor = os.open(self._named(path), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            try:
                return _read(descriptor)
            finally:
                os.close(descriptor)
        except OSError:  # what cannot be read cannot be known to be ours
            return None

    def _named(self, path: str) -> str:
        return f"{self._folder}/{path}"


def _read(descriptor: int) -> bytes | None:
    """Return the bytes of a regular file."""
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        return None
    with os.fdopen(descriptor, "rb", closefd=False) as file:
        return file.read()


def _is_folder(named: str) -> bool:
    """Whether a folder itself, or nothing, stands there."""
    try:
        return stat.S_ISDIR(os.lstat(named).st_mode)
    except FileNotFoundError:
        return True


def left(content: bytes, failed: Collection[str], seeds: str) -> State:
    """Tell whose a file is that bears the mark and that nothing makes any more.

    Where something *failed* that could still make it, it waits: what several seeds or a template share may stand on
    the one that failed; a page of one seed may not.
    """
    whose = _whose(content)
    if whose == "ours":
        return "waits" if failed and not _independent(content, failed, seeds) else "ours"
    if whose == "edited":
        return "waits" if failed else "orphaned"
    return whose


def _whose(content: bytes) -> State:
    if mark.holds(content):
        return "ours"
    if mark.torn(content):
        return "conflict"
    return "edited" if mark.bears(content) else "taken"


def _independent(content: bytes, failed: Collection[str], seeds: str) -> bool:
    """Whether nothing that *failed* could still make a page of this *content*."""
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
