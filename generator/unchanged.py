"""Tell that nothing changed since the last build: neither what it is made of nor what it made."""

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, msgpack, to_builtins

from generator import cache
from generator.cache import Cache
from generator.model import Problem
from generator.site import Site

_KIND = "build"


class Last(Struct, frozen=True):
    """A build that left everything as it should be: how its files stood, and what it said."""

    files: bytes
    kept: tuple[str, ...]
    problems: tuple[Problem, ...]


def last(site: Site, kept: Cache) -> Last | None:
    """Return what the last build said, where another would do nothing; nothing where that cannot be known."""
    try:
        entry = kept.get(_KIND, _made_of(site))
        build = msgpack.decode(entry, type=Last) if entry is not None else None
        return build if build is not None and build.files == _stands(site) else None
    except OSError:
        return None


def note(site: Site, kept: Cache, paths: tuple[str, ...], problems: tuple[Problem, ...]) -> None:
    """Keep in mind how things stand after a build that made the pages at *paths* and said *problems*."""
    try:
        kept.put(_KIND, _made_of(site), msgpack.encode(Last(_stands(site), paths, problems)))
    except OSError:
        return  # the next build looks at everything


def _made_of(site: Site) -> bytes:
    """Return the digest of all that a build reads: each file's bytes, so that no clock of a disk is trusted."""
    folders = (site.seeds, *site.templates)
    contents = [[(os.fsencode(name), _content(path)) for name, path, _ in _files(folder)] for folder in folders]
    settings = to_builtins(site, enc_hook=os.fsencode)
    return cache.digest(cache.code(), settings, contents)


def _stands(site: Site) -> bytes:
    """Return the digest of how the files of ``docs/`` stand: their names, sizes and times of change."""
    return cache.digest(
        [(os.fsencode(name), at.st_size, at.st_mtime_ns, at.st_mode) for name, _, at in _files(site.docs)]
    )


def _content(path: Path) -> bytes:
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode):
        return os.fsencode(path.readlink())
    return hashlib.sha256(path.read_bytes()).digest() if stat.S_ISREG(mode) else b""


def _files(folder: Path) -> Iterator[tuple[str, Path, os.stat_result]]:
    """Yield the name, path and state of everything below *folder* but folders, in a fixed order. Raises OSError."""
    waiting = [""] if folder.exists() else []
    while waiting:
        below = waiting.pop()
        with os.scandir(folder / below) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                name = f"{below}/{entry.name}" if below else entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(name)
                else:
                    yield name, folder / name, entry.stat(follow_symlinks=False)
