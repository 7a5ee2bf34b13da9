"""Read ``mkdocs.yml`` as MkDocs does, with merge keys, ``!ENV`` and ``INHERIT``, and run nothing in it."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from generator.configuration import document
from generator.configuration.document import Document
from generator.configuration.setting import Budget, RefusedError, Setting, Tag
from generator.model import Place, Problem

_LARGEST = 128 * 1024  # bytes; MkDocs's parser is slow
_LONGEST_CHAIN = 10  # files that inherit from one another
_DEEPEST = 40  # mappings in one another


class Configuration(Struct, frozen=True):
    """What ``mkdocs.yml`` and the files that it inherits from set together, and each tag and `INHERIT` in them."""

    settings: Mapping[str, Setting] = {}
    tags: tuple[Tag, ...] = ()
    inherited: tuple[Setting, ...] = ()

    def at(self, *names: str) -> Setting | None:
        """Give the setting to which *names* lead, one below the other; None where nothing sets it."""
        settings, setting = self.settings, None
        for name in names:
            setting = settings.get(name)
            settings = setting.entries if setting else {}
        return setting

    def options(self, plugin: str) -> Mapping[str, Setting]:
        """Give what ``plugins:`` sets for *plugin*."""
        plugins = self.at("plugins")
        return next((setting.entries for name, setting in plugins.listed if name == plugin), {}) if plugins else {}


def read(path: Path) -> Configuration | Problem:
    """Read the file at *path* and those that it inherits from, or give the problem that makes it impossible."""
    budget = Budget()
    settings: Mapping[str, Setting] = {}
    try:
        documents = tuple(_chain(path, budget))
        for inherited in reversed(documents):
            settings = _over(settings, inherited.settings, budget)
    except RefusedError as refused:
        return refused.problem
    tags = tuple(tag for each in documents for tag in each.tags)
    parents = tuple(each.parent for each in documents if each.parent)
    return Configuration(settings, tags, parents)


def _chain(path: Path, budget: Budget) -> Iterator[Document]:
    """Yield what stands in the file at *path*, then in the one that it inherits from, and so on."""
    first = document.load(_content(path, Place(path.name)), path.name, budget)
    if not first.settings and not first.parent:
        raise RefusedError(Place(path.name), "has no settings", "start with `site_name:`")
    yield first
    parent, current, seen = first.parent, path, [os.path.realpath(path)]
    while parent:
        if not parent.text:
            raise RefusedError(parent.place, "`INHERIT` names no file", "name one, or drop it")
        current = Path(os.path.normpath(current.parent / parent.text))
        content = _content(current, parent.place)
        if os.path.realpath(current) in seen or len(seen) == _LONGEST_CHAIN:
            what = f"settings inherit in a circle, or through more than {_LONGEST_CHAIN} files"
            raise RefusedError(parent.place, what, "drop this `INHERIT`")
        seen.append(os.path.realpath(current))
        inherited = document.load(content, Path(os.path.relpath(current, path.parent)).as_posix(), budget)
        yield inherited
        parent = inherited.parent


def _content(path: Path, place: Place) -> str:
    """Give the text of the file at *path*, which *place* asks for."""
    fix = "run in the folder of mkdocs.yml, or name it" if not place.line else "mend the name, or the file"
    try:
        if path.exists() and not path.is_file():
            raise RefusedError(place, f"cannot be read: {path.name} is no regular file", fix)
        if path.stat().st_size > _LARGEST:
            raise RefusedError(place, f"cannot be read: {path.name} has more than {_LARGEST} bytes", "shorten it")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise RefusedError(place, f"cannot be read: {error.strerror}", fix) from None
    except UnicodeDecodeError:
        raise RefusedError(place, "cannot be read: it is not UTF-8", fix) from None
    except ValueError:
        raise RefusedError(place, "cannot be read: no file can have such a name", fix) from None


def _over(
    below: Mapping[str, Setting], above: Mapping[str, Setting], budget: Budget, depth: int = 0
) -> dict[str, Setting]:
    """Lay the settings *above* over those *below*: mappings are joined, all else is replaced."""
    joined = dict(below)
    for name, setting in above.items():
        budget.spend(1, setting.place)
        beneath = below.get(name)
        if beneath is not None and beneath.is_mapping and setting.is_mapping:
            if depth == _DEEPEST:
                raise RefusedError(setting.place, "settings lie too deep in one another", "nest them less")
            joined[name] = replace(setting, value=_over(beneath.entries, setting.entries, budget, depth + 1))
        else:
            joined[name] = setting
    return joined
