"""A site's folders and settings, as its ``mkdocs.yml`` gives them."""

import os
from pathlib import Path
from typing import Literal, cast, get_args
from urllib.parse import urlsplit

from msgspec import Struct

from generator import configuration as configurations
from generator import folders
from generator.configuration import Configuration
from generator.configuration.setting import Setting
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


def load(path: Path) -> Site:
    """Read the site that the ``mkdocs.yml`` at *path* describes.

    Raises :class:`SiteError` where the file is missing, is no YAML or sets something that cannot be.
    """
    configuration = configurations.read(path)
    if isinstance(configuration, Problem):
        raise SiteError(configuration)
    root, config = Path(os.path.realpath(path.parent)), Place(path.name)
    options = configuration.options("backmatter")
    seeds = folders.named("seeds", root, options.get("seeds"), config)
    docs = folders.named("docs_dir", root, configuration.at("docs_dir"), config)
    public = folders.named("site_dir", root, configuration.at("site_dir"), config)
    own = folders.named("templates", root, None, config)
    for problem in folders.problems(root, [docs, public], [seeds, own]):
        raise SiteError(problem)
    return Site(
        root=root,
        config=path.name,
        seeds=seeds.path,
        docs=docs.path,
        templates=_templates(own.path),
        name=_text(configuration, "site_name") or "Backmatter",
        url=_address(_text(configuration, "site_url")),
        description=_text(configuration, "site_description"),
        language=_text(configuration, "theme", "language") or "en",
        link=_link(options.get("link")),
        starter="starter" not in options or options["starter"].value is not False,
    )


def agreed(site: Site, *, docs_dir: Path, site_dir: Path) -> Site:
    """Give *site* where MkDocs, which the environment and the command line may lead elsewhere, does it no harm.

    Raises :class:`SiteError` where it reads another ``docs_dir``, or its ``site_dir`` holds what people wrote.
    """
    config = Place(site.config)
    if os.path.realpath(docs_dir) != os.path.realpath(site.docs):
        what = f"MkDocs reads {docs_dir} as `docs_dir`, and the pages are written to {site.docs}"
        raise _error(config, what, "write the folder itself in mkdocs.yml, without !ENV")
    places = {"site_dir": site_dir, "docs_dir": site.docs, "seeds": site.seeds, "templates": site.root / "templates"}
    for problem in folders.together([folders.Folder(name, "", config, path) for name, path in places.items()]):
        raise SiteError(problem)
    return site


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


def _templates(own: Path) -> tuple[Path, ...]:
    packaged = packaged_templates()
    return (packaged,) if own.resolve() == packaged.resolve() else (own, packaged)


def _led(path: Path) -> Path:
    """Give where links lead *path*; links in a circle, over which ``Path.resolve`` stumbles, lead nowhere."""
    return Path(os.path.realpath(path))


def _link(setting: Setting | None) -> Link:
    if setting is None:
        return "section"
    if setting.value not in get_args(Link):
        raise _error(setting.place, f"`link` is {setting.text!r}", f"say one of {', '.join(get_args(Link))}")
    return cast("Link", setting.value)


def _address(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # MkDocs says so, too, and stops
        return ""
    return f"{url.rstrip('/')}/" if host and host not in _HERE else ""


def _text(configuration: Configuration, *names: str) -> str:
    setting = configuration.at(*names)
    return setting.text if setting else ""


def _error(place: Place, what: str, fix: str) -> SiteError:
    return SiteError(Problem(place, "site", what, fix=fix))
