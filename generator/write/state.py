"""Tell whose a file below ``docs/`` is: the same as the page, ours to overwrite, or a person's."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Literal

import yaml

from generator.model import Page
from generator.site import Site
from generator.write import ledger


def state(docs: Path, page: Page, hashes: Collection[str], *, force: bool) -> Literal["same", "ours", "theirs"]:
    """Compare the file at the page's path with the page and with what the generator last wrote there.

    A link, on the way or at the end, is never followed, *force* or not: it leads out of what we own.
    """
    if not ledger.safe(page.path) or not _plain(docs, page.path):
        return "theirs"
    file = docs / page.path
    if not file.exists():
        return "ours"
    there = _content(file)
    if there == page.text.encode("utf-8"):
        return "same"
    known = there is not None and ledger.digest(there) in hashes
    return "ours" if known or force else "theirs"


def removable(site: Site, path: str, hashes: Collection[str], failed: Collection[str]) -> bool:
    """Whether the file at *path* is as we left it and nothing that *failed* could still make it."""
    file = site.docs / path
    there = _content(file) if _plain(site.docs, path) and file.exists() else None
    if there is None or ledger.digest(there) not in hashes:
        return False
    if not failed:
        return True
    # What several seeds or a template share may stand on the one that failed; a page of one seed may not.
    articles = f"{site.seeds.name}/articles/"
    seed = seed_of(there)
    if not seed or not all(path.startswith(articles) for path in failed):
        return False
    return not any(_holds(path, f"{site.seeds.name}/{seed}") for path in failed)


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


def _holds(path: str, seed: str) -> bool:
    """Whether *path* is the *seed*, or a folder, which ends in a slash, that it lies in."""
    return seed.startswith(path) if path.endswith("/") else seed == path


def seed_of(there: bytes) -> str:
    """Give the path of the seed that a generated page names in its front matter; empty where it is of several."""
    if not there.startswith(b"---\n"):
        return ""
    try:
        front = yaml.load(there[4:].split(b"\n---\n", 1)[0], Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return ""
    seed = front.get("seed") if isinstance(front, Mapping) else None
    return str(seed.get("path", "")) if isinstance(seed, Mapping) else ""
