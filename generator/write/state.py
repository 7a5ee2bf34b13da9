"""Tell whose a file below ``docs/`` is: the same as the page, ours to overwrite, or a person's."""

import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Literal

import yaml

from generator.write import mark

State = Literal["same", "missing", "ours", "theirs"]


def state(docs: Path, path: str, content: bytes, *, force: bool) -> State:
    """Compare the file at *path* below *docs* with the *content* that it should have.

    A link, on the way or at the end, is never followed, *force* or not: it leads out of what we own. Nor is a file
    ever overwritten that does not say that the generator wrote it.
    """
    if not safe(path) or not _plain(docs, path):
        return "theirs"
    there = _content(docs / path)
    if there is None:
        return "theirs" if (docs / path).exists() else "missing"
    if there == content:
        return "same"
    return "ours" if mark.holds(there) or (force and mark.bears(there)) else "theirs"


def marked(docs: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the path and content of each file below *docs* that bears the generator's mark; no link is followed."""
    for folder, folders, names in os.walk(docs):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder, name)
            if file.suffix in mark.SUFFIXES and not file.is_symlink():
                content = _content(file)
                if content is not None and mark.bears(content):
                    yield file.relative_to(docs).as_posix(), content


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
    """Whether *path*, which failed, is the *seed* or a folder that it lies in."""
    return seed == path or seed.startswith(f"{path}/")


def seed_of(content: bytes) -> str:
    """Return the path of the seed that a generated page names in its front matter; empty where it names none."""
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
    """Whether *path* is plain: below the folder, no dots, nothing hidden."""
    parts = PurePosixPath(path).parts
    return path == "/".join(parts) and not any(part.startswith(".") or part == "/" or "\0" in part for part in parts)


def _plain(docs: Path, path: str) -> bool:
    """Whether folders, and no links, lead to a file or to nothing."""
    file = docs / path
    between = [docs / parent for parent in Path(path).parents if parent != Path()]
    if any(folder.is_symlink() or (folder.exists() and not folder.is_dir()) for folder in between):
        return False
    return not file.is_symlink() and (file.is_file() or not file.exists())


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:  # what cannot be read cannot be known to be ours
        return None
