"""Tell where the folders lie that settings name: below the site, or not, and which lie within one another."""

import os
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path, PureWindowsPath

from msgspec import Struct

from generator.configuration.setting import Setting
from generator.model import Place, Problem

_DEFAULTS = {"docs_dir": "docs", "site_dir": "site", "seeds": "seeds", "templates": "templates"}


class Folder(Struct, frozen=True):
    """A folder of a site: the setting that names it, its words, where that stands, and where it leads."""

    name: str
    words: str
    place: Place
    path: Path


def named(name: str, root: Path, setting: Setting | None, file: Place) -> Folder:
    """Give the folder that *setting* names from *root*, or the one that goes without saying."""
    words = (setting.text if setting else "") or _DEFAULTS[name]
    return Folder(name, words, setting.place if setting else file, root / words)


def problems(root: Path, made: Sequence[Folder], written: Sequence[Folder]) -> Iterator[Problem]:
    """Yield what is wrong with the folders that a build makes and those that people write, all of a site at *root*."""
    for folder in (*made, *written):
        if reason := misnamed(folder.words):
            yield Problem(folder.place, "site", f"`{folder.name}` {folder.words!r} {reason}", fix="mend the path")
    for folder in made:
        if not below(folder.path, root):
            what = f"`{folder.name}` leads out of the folder of mkdocs.yml, to {_led(folder.path)}"
            why = "a build would write and delete files there"
            fix = "name a folder in it; where the built site goes elsewhere, `mkdocs build --site-dir` says so"
            yield Problem(folder.place, "site", what, why, fix)
    yield from together((*made, *written))


def together(folders: Sequence[Folder]) -> Iterator[Problem]:
    """Yield a problem for each two folders that are one or lie in one another."""
    for first, second in combinations(folders, 2):
        if meet(first.path, second.path):
            what = f"`{first.name}` and `{second.name}` are one folder, or one lies in the other"
            why = "a build would write and delete files among those that people wrote"
            place = max(first.place, second.place, key=lambda place: place.line)  # the one that is set, if only one is
            yield Problem(place, "site", what, why, "give each a folder of its own")


def misnamed(words: str) -> str:
    """Say why *words* name different folders, or none, on different systems; nothing where they name one."""
    if "\\" in words or PureWindowsPath(words).drive:
        return "is written as on Windows alone: write / between folders, and no drive"
    if words.startswith("~"):
        return "begins with ~, which is not read as a home: write a path from the folder of mkdocs.yml"
    if not words.isprintable():
        return "has a character that cannot be printed: write it anew"
    return ""


def below(path: Path, folder: Path) -> bool:
    """Whether *path* lies in *folder* or is it, wherever links lead."""
    return _led(path).is_relative_to(_led(folder))


def meet(first: Path, second: Path) -> bool:
    """Whether the two are one folder or one lies in the other, wherever links lead and whatever their capitals."""
    first, second = (Path(str(_led(path)).casefold()) for path in (first, second))
    return first.is_relative_to(second) or second.is_relative_to(first)


def _led(path: Path) -> Path:
    """Give where links lead *path*; a name that no file can have leads nowhere else."""
    try:
        return Path(os.path.realpath(path))
    except ValueError:
        return Path(os.path.abspath(path))  # noqa: PTH100 - Path.absolute keeps ".."
