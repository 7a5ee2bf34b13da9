"""Read the articles: each file as it lies on disk, or a problem with its place."""

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from generator.model import Place, Problem, Seed
from generator.read import frontmatter
from generator.read.decode import decode
from generator.site import Site

_SUFFIXES = frozenset({".txt", ".md"})
_LARGEST = 20 * 1024 * 1024  # bytes; the longest book is smaller


def seeds(site: Site) -> tuple[tuple[Seed, ...], tuple[Problem, ...]]:
    """Read every article below ``seeds/articles/``, sorted by path; a bad one is reported and left out."""
    found: list[Seed] = []
    problems: list[Problem] = []
    for path, name in _files(site.seeds):
        if path.suffix.casefold() not in _SUFFIXES:
            fix = f"call it .txt or .md, or move it out of {site.seeds.name}/articles"
            place = Place(f"{site.seeds.name}/{name}")
            problems.append(Problem(place, "suffix", "it is no article that can be read", "", fix, "warning"))
            continue
        read, said = article(path, name, site)
        problems += said
        if read is not None:
            found.append(read)
    return tuple(found), tuple(problems)


def article(path: Path, name: str, site: Site) -> tuple[Seed | None, tuple[Problem, ...]]:
    """Read the file at *path*, which problems call *name* below the seeds folder. Never raises."""
    file = f"{site.seeds.name}/{name}"
    raw, refused = _bytes(path, file, site.seeds)
    if raw is None:
        return None, refused
    text, said = decode(raw, file)
    if text is None:
        return None, said
    body, meta, wrong = frontmatter.split(text, file)
    problems = (*said, *wrong)
    if any(problem.severity == "error" for problem in wrong):
        return None, problems
    if not text[body:].strip("\ufeff \t\r\n\x0b\f\u00a0\u200b"):
        empty = Problem(
            Place(file, 1, 1), "empty", "there is no text in it", fix="paste the article, or remove the file"
        )
        return None, (*problems, empty)
    return Seed(name, text, hashlib.sha256(raw).hexdigest(), body, meta), problems


def _files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield the files below ``articles/`` but hidden ones, sorted by name, with their path below *folder*."""
    found = [
        (Path(parent, file), _named(Path(parent, file).relative_to(folder)))
        for parent, folders, files in os.walk(folder / "articles")
        for file in files
        if not file.startswith(".") and not any(part.startswith(".") for part in Path(parent).relative_to(folder).parts)
    ]
    yield from sorted(found, key=lambda pair: pair[1])


def _named(path: Path) -> str:
    """Give the name as UTF-8 says it, whatever the locale takes it for; bytes that are none show as such."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _bytes(path: Path, file: str, folder: Path) -> tuple[bytes | None, tuple[Problem, ...]]:
    """Read a regular file of bearable size that lies in the seeds folder, wherever links lead."""
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
            return _refused(file, "link-out", "it is a link that leaves the folder", "put a copy of the file here")
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return _refused(file, "no-file", "it is no regular file", "put a plain file here")
        if status.st_size > _LARGEST:
            size = f"it has {status.st_size} bytes, and at most {_LARGEST} are read"
            return _refused(file, "large", size, "split it")
        return path.read_bytes(), ()
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "the link leads in a circle"
        return _refused(file, "unreadable", f"it cannot be read: {reason}", "see to its permissions")


def _refused(file: str, code: str, what: str, fix: str) -> tuple[None, tuple[Problem, ...]]:
    return None, (Problem(Place(file), code, what, fix=fix),)
