"""Walk the folder of the articles: every file in it, and a problem for whatever is not looked into."""

import fnmatch
import os
import re
import stat
from pathlib import Path
from typing import Literal

from generator.model import Place, Problem
from generator.read.files import advice
from generator.site import Site, leaves, led_out

SUFFIXES = frozenset({".txt", ".md"})
"""How the names of articles end, in small letters."""

# What programs leave beside people's files, in small letters: nobody takes it for an article, so that nobody is told.
_DROPPINGS = {
    "macOS": "._* .ds_store .localized .appledouble .lsoverride .trashes .fseventsd .spotlight-* .temporaryitems",
    "Windows": "thumbs.db ehthumbs.db desktop.ini $recycle.bin",
    "Linux": ".directory .trash* .nfs* .fuse_hidden* .hidden",
    "version control": ".git* .hg* .svn .bzr .jj",
    "settings of editors": ".obsidian .idea .vscode .vs .zed .logseq .editorconfig .markdownlint* .prettier*",
    "files open in editors": ".*.sw? .*.un~ .*.kate-swp *~ .#* #*# .~lock.* ~$*",
    "copying between machines": ".sync* .stfolder* .stversions .stignore .dropbox* .nextcloud* .owncloud*",
}
_DROPPING = re.compile("|".join(fnmatch.translate(name) for names in _DROPPINGS.values() for name in names.split()))

Kind = Literal["dropping", "hidden", "link", "folder", "file"]


def files(site: Site) -> tuple[list[tuple[Path, str]], list[Problem]]:
    """Give the files below ``articles/`` with their path from the seeds folder, by which they are sorted.

    With them come the problems: what may hide an article is told. The place of a folder ends in a slash; where it is
    an error, no page may go that an article below it may still make.
    """
    problems = [*(led_out(site, site.seeds) or _articles_led_out(site))]
    waiting = [] if problems else [site.seeds / "articles"]
    named: list[tuple[Path, str]] = []
    while waiting:
        folder = waiting.pop()
        try:
            entries = _entries(folder)
        except OSError as error:
            problems.append(_unlisted(folder, error, site))
            continue
        waiting += [path for path, kind in entries if kind == "folder"]
        named += [(path, _named(path, site.seeds)) for path, kind in entries if kind == "file"]
        problems += [_hidden(path, site) for path, kind in entries if kind == "hidden"]
        problems += [_link(path, site) for path, kind in entries if kind == "link"]
    return sorted(named, key=lambda pair: pair[1]), problems


def _entries(folder: Path) -> list[tuple[Path, Kind]]:
    """Give what lies in *folder*. Raises OSError where that cannot be known."""
    with os.scandir(folder) as entries:
        return [(folder / entry.name, _kind(entry)) for entry in entries]


def _kind(entry: os.DirEntry[str]) -> Kind:
    if _DROPPING.match(entry.name.casefold()):
        return "dropping"
    if entry.name.startswith("."):
        return "hidden"
    if entry.is_symlink():
        return "file" if _leads_to_file(entry) else "link"
    return "folder" if entry.is_dir(follow_symlinks=False) else "file"


def _leads_to_file(link: os.DirEntry[str]) -> bool:
    """Whether a link leads to a file, or would if it led anywhere: its name says that it is an article."""
    try:
        mode = link.stat().st_mode
    except OSError:  # it leads to nothing
        return Path(link.name).suffix.casefold() in SUFFIXES
    return not stat.S_ISDIR(mode)


def _named(path: Path, seeds: Path) -> str:
    """Give the name as UTF-8 says it, whatever the locale takes it for; bytes that are none show as such."""
    return os.fsencode(path.relative_to(seeds)).decode("utf-8", "backslashreplace")


def _place(path: Path, site: Site, *, folder: bool) -> Place:
    return Place(f"{site.seeds.name}/{_named(path, site.seeds)}{'/' if folder else ''}")


def _articles_led_out(site: Site) -> tuple[Problem, ...]:
    articles = site.seeds / "articles"
    if not leaves(articles, site.seeds):
        return ()
    said = "a link leads out of the folder here"
    fix = "put the articles here"
    return (Problem(_place(articles, site, folder=True), "link-out", said, "nothing is removed", fix),)


def _unlisted(folder: Path, error: OSError, site: Site) -> Problem:
    if isinstance(error, FileNotFoundError):
        said, fix = "there is no such folder", "make it and put an article into it"
    else:
        said, fix = f"the folder cannot be listed: {error.strerror}", advice(error)
    why = "no page is removed that an article in it may have made"
    return Problem(_place(folder, site, folder=True), "unlisted", said, why, fix)


def _hidden(path: Path, site: Site) -> Problem:
    why = "its name begins with a dot"
    fix = f"take the dot away, or move it out of {site.seeds.name}/articles"
    return Problem(_place(path, site, folder=path.is_dir()), "hidden", "it is not read", why, fix, "warning")


def _link(path: Path, site: Site) -> Problem:
    said = "this link leads to no file, and links to folders are not followed"
    why = "what lies in seeds/ would be read twice, and what lies elsewhere is no part of the site"
    fix = "put the folder itself here, or links to its files"
    return Problem(_place(path, site, folder=True), "linked-folder", said, why, fix)
