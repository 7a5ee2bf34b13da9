"""Tell whose a file below ``docs/`` is: the same as the page, ours to overwrite or remove, or a person's."""

import errno
import os
import stat
from collections.abc import Collection, Mapping
from itertools import accumulate
from pathlib import Path
from typing import Literal

import yaml

from generator import merge
from generator.model import Page
from generator.site import Site
from generator.write import ledger, mark

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
    "gone",  # the ledger alone has it for ours
]


def state(docs: Path, page: Page, hashes: Collection[str], *, force: bool) -> State:
    """Compare the file at the page's path with the page and with what the generator last wrote there.

    *hashes* are those of the ledger, which anyone can edit: they make nothing ours that does not bear our mark.
    A link, on the way or at the end, is never followed, *force* or not: it leads out of what we own.
    """
    content = page.text.encode("utf-8")
    if not mark.borne(page.path, content):
        return "unmarked"
    whose, there = _whose(docs, page.path, hashes)
    if there == content:
        return "same"
    return "ours" if whose == "edited" and force else whose


def left(site: Site, path: str, hashes: Collection[str], failed: Collection[str]) -> State:
    """Tell whose the file at *path* is, which the generator wrote once and makes no more.

    Where something *failed* that could still make it, it waits.
    """
    whose, there = _whose(site.docs, path, hashes)
    if whose == "ours":
        return "ours" if _independent(there, site, failed) else "waits"
    if whose == "edited":
        return "waits" if failed else "orphaned"
    return "gone" if whose in {"missing", "taken"} else whose


def _whose(docs: Path, path: str, hashes: Collection[str]) -> tuple[State, bytes]:
    """Tell whose the file at *path* is, and what stands in it."""
    kind = _kind(docs, path) if ledger.safe(path) else "other"
    if kind != "file":
        return ("missing" if kind == "nothing" else "taken"), b""
    try:
        there = (docs / path).read_bytes()
    except OSError:
        return "unreadable", b""
    if not mark.borne(path, there):
        return "taken", there
    if ledger.digest(there) in hashes:
        return "ours", there
    torn = merge.marked(there.decode("utf-8", "replace")) is not None
    return ("conflict" if torn else "edited"), there


def _independent(there: bytes, site: Site, failed: Collection[str]) -> bool:
    """Whether nothing that *failed* could still make a page of the content *there*."""
    if not failed:
        return True
    # What several seeds or a template share may stand on the one that failed; a page of one seed may not.
    articles = f"{site.seeds.name}/articles/"
    seed = _seed(there)
    return bool(seed) and all(one.startswith(articles) for one in failed) and f"{site.seeds.name}/{seed}" not in failed


def _kind(docs: Path, path: str) -> Literal["file", "nothing", "other"]:
    """Whether folders, and no links, lead to a file or to nothing."""
    _, *folders, file = accumulate(path.split("/"), "{}/{}".format, initial=str(docs))
    for folder in folders:
        mode = _mode(folder)
        if not stat.S_ISDIR(mode):
            return "other" if mode else "nothing"
    mode = _mode(file)
    if not mode:
        return "nothing"
    return "file" if stat.S_ISREG(mode) else "other"


def _mode(place: str) -> int:
    """Give the mode of what lies at *place*, a link's own; 0 where nothing does, or can."""
    try:
        return os.lstat(place).st_mode
    except OSError as error:
        if error.errno in {errno.ENOENT, errno.ENAMETOOLONG}:
            return 0
        raise


def _seed(there: bytes) -> str:
    """Give the path of the seed that a generated page names in its front matter."""
    if not there.startswith(b"---\n"):
        return ""
    try:
        front = yaml.load(there[4:].split(b"\n---\n", 1)[0], Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return ""
    seed = front.get("seed") if isinstance(front, Mapping) else None
    return str(seed.get("path", "")) if isinstance(seed, Mapping) else ""
