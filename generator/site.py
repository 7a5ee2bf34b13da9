"""A site's folders and settings, as its ``mkdocs.yml`` gives them."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, cast, get_args
from urllib.parse import urlsplit

import yaml
from msgspec import Struct

from generator.model import Place, Problem

_HERE = frozenset({"localhost", "127.0.0.1", "0.0.0.0", "::1"})  # noqa: S104 - names of this machine, nothing is bound
Link = Literal["first", "section", "paragraph", "all"]


class Site(Struct, frozen=True):
    """Where a site lives and how it wants to be built."""

    root: Path  # the folder of mkdocs.yml
    seeds: Path
    docs: Path
    templates: tuple[Path, ...]  # looked up in order: the site's own, then the package's
    name: str = "Backmatter"
    url: str = ""  # site_url, with a closing slash; empty where there is none that others can reach
    description: str = ""
    language: str = "en"
    link: Link = "section"
    starter: bool = True  # whether the glossary that ships with the package is read too
    config: str = "mkdocs.yml"

    @property
    def cache(self) -> Path:
        """Where what was made before is kept; it can be deleted at any moment."""
        return self.root / ".cache"


class SiteError(Exception):
    """A site that cannot be read at all; its one argument is the :class:`Problem`."""

    @property
    def problem(self) -> Problem:
        """What is wrong, where, and what to do."""
        problem: Problem = self.args[0]
        return problem


class _Loader(yaml.CSafeLoader):
    """Reads mkdocs.yml without running anything: a tag that MkDocs would act on is read as nothing."""


def _default(loader: _Loader, node: yaml.Node) -> object:
    """Read ``!ENV [NAME, default]`` as the default: no variable of the environment may show in ``docs/``."""
    values = loader.construct_sequence(node) if isinstance(node, yaml.SequenceNode) else []
    return values[-1] if len(values) > 1 else None


_Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)
_Loader.add_constructor("!ENV", _default)


def load(path: Path) -> Site:
    """Read the site that the ``mkdocs.yml`` at *path* describes.

    Raises :class:`SiteError` where the file is missing, is no YAML or sets something that cannot be.
    """
    try:
        config = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=_Loader)  # noqa: S506 - a safe loader
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise _error(path, f"cannot be read: {reason}", "run in the folder of mkdocs.yml, or name it") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise _error(path, "is no YAML", "mend this place", line=line, column=column) from None
    if not isinstance(config, Mapping):
        raise _error(path, "has no settings", "start with `site_name:`")
    return _site(path, config, _options(config))


def led_out(site: Site, folder: Path) -> tuple[Problem, ...]:
    """Give a problem where a link takes *folder*, which lies in the site, out of it; none where all is well."""
    named = Path(os.path.normpath(folder))  # `../x` in the settings is no link
    if not leaves(named, site.root):
        return ()
    fix = "put the folder itself here; the whole site may lie behind a link"
    place, said = Place(f"{folder.name}/"), "a link leads out of the site here"
    return (Problem(place, "link-out", said, "it is not followed: nothing is read, written or removed", fix),)


def leaves(path: Path, folder: Path) -> bool:
    """Whether a link takes *path*, named below *folder*, out of it."""
    return path.is_relative_to(folder) and not _led(path).is_relative_to(_led(folder))


def packaged_templates() -> Path:
    """Give the folder of the templates that come with the package."""
    inside = Path(__file__).parent / "templates"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "templates"


def _site(path: Path, config: Mapping[str, object], options: Mapping[str, object]) -> Site:
    root = path.resolve().parent
    link = options.get("link", "section")
    if link not in get_args(Link):
        raise _error(path, f"`link` is {link!r}", f"say one of {', '.join(get_args(Link))}")
    own, packaged = root / "templates", packaged_templates()
    theme = config.get("theme")
    return Site(
        root=root,
        config=path.name,
        seeds=root / (_text(options, "seeds") or "seeds"),
        docs=root / (_text(config, "docs_dir") or "docs"),
        templates=(packaged,) if own.resolve() == packaged.resolve() else (own, packaged),
        name=_text(config, "site_name") or "Backmatter",
        url=_address(_text(config, "site_url")),
        description=_text(config, "site_description"),
        language=(_text(theme, "language") if isinstance(theme, Mapping) else "") or "en",
        link=cast("Link", link),
        starter=options.get("starter") is not False,
    )


def _led(path: Path) -> Path:
    """Give where links lead *path*; links in a circle, over which ``Path.resolve`` stumbles, lead nowhere."""
    return Path(os.path.realpath(path))


def _options(config: Mapping[str, object]) -> Mapping[str, object]:
    """Give what ``plugins:`` sets for backmatter, in either of the forms that MkDocs takes."""
    plugins = config.get("plugins")
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        options = entry.get("backmatter") if isinstance(entry, Mapping) else None
        if isinstance(options, Mapping):
            return options
    return {}


def _address(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # MkDocs says so, too, and stops
        return ""
    return f"{url.rstrip('/')}/" if host and host not in _HERE else ""


def _text(settings: Mapping[str, object], key: str) -> str:
    value = settings.get(key)
    return value if isinstance(value, str) else ""


def _error(path: Path, what: str, fix: str, *, line: int = 0, column: int = 0) -> SiteError:
    return SiteError(Problem(Place(path.name, line, column), "site", what, fix=fix))
