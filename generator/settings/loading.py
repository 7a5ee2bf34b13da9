"""Find the settings that make a reader's browser load something from elsewhere, or let it."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator import folders
from generator.configuration import Configuration
from generator.configuration.setting import Setting
from generator.model import Place, Problem

_FOREIGN = re.compile(r"[a-z][a-z\d+.-]*:|//", re.IGNORECASE)
_SKIPPED = re.compile(r"[\t\n\r]|^[\x00-\x20]+")  # what browsers leave out of an address
_LISTS = (("extra_javascript",), ("extra_css",), ("extra", "polyfills"))
_IMAGES = (("theme", "logo"), ("theme", "favicon"))
_ASKED = ("github", "gitlab")  # in the name of a host which the theme asks for the stars of a repository


def problems(configuration: Configuration, path: Path) -> Iterator[Problem]:
    """Yield an error for what would come from elsewhere, a warning for what a Content-Security-Policy stops."""
    file = Place(path.name)
    docs = folders.named("docs_dir", path.parent, configuration.at("docs_dir"), file).path
    for setting in _addresses(configuration):
        yield from _address(setting, docs)
    if provider := configuration.at("extra", "analytics", "provider"):
        what = "`analytics` loads a script from another host and tells it who reads what"
        yield Problem(provider.place, "setting", what, fix="drop it; the logs of the server count readers, too")
    yield from _fonts(configuration)
    yield from _repository(configuration)
    yield from _policy(configuration, file)


def _addresses(configuration: Configuration) -> Iterator[Setting]:
    for names in _LISTS:
        listed = configuration.at(*names)
        for item in listed.items if listed else ():
            yield item.entries.get("path", item)
    yield from filter(None, (configuration.at(*names) for names in _IMAGES))


def _address(setting: Setting, docs: Path) -> Iterator[Problem]:
    """Yield an error where *setting* is the address of something that does not lie in *docs*."""
    address = unquote(_SKIPPED.sub("", setting.text)).replace("\\", "/")
    fix = "put a copy into the folder of the pages, and name it from there: assets/…"
    if _FOREIGN.match(address):
        what = f"{setting.text!r} comes from another host"
        yield Problem(setting.place, "setting", what, "what it is can change after any review", fix)
    elif address.startswith("/") or not address.isprintable() or not folders.below(docs / address, docs):
        yield Problem(setting.place, "setting", f"{setting.text!r} lies outside the folder of the pages", fix=fix)


def _fonts(configuration: Configuration) -> Iterator[Problem]:
    theme, font = configuration.at("theme"), configuration.at("theme", "font")
    if theme and (font is None or font.value is not False):
        what = "the theme loads its fonts from fonts.googleapis.com"
        yield _warning(font.place if font else theme.key, what, "write `font: false` below `theme`")


def _repository(configuration: Configuration) -> Iterator[Problem]:
    setting = configuration.at("repo_url")
    if setting and any(name in _host(setting.text) for name in _ASKED):
        what = "`repo_url` lets each reader's browser ask that host for the stars of the repository"
        yield _warning(setting.place, what, "drop it, and link the repository from a page")


def _policy(configuration: Configuration, file: Place) -> Iterator[Problem]:
    """Yield a warning where no page carries a Content-Security-Policy."""
    plugins = configuration.at("plugins")
    options = dict(plugins.listed).get("backmatter") if plugins else None
    if options is None:
        what = "`backmatter` is none of the plugins: no page carries a Content-Security-Policy"
        yield _warning(plugins.key if plugins else file, what, "add it to `plugins`")
        return
    for name in ("csp", "enabled"):
        setting = options.entries.get(name)
        if setting and setting.value is False:
            what = f"`{name}: false` leaves the pages without a Content-Security-Policy"
            yield _warning(setting.place, what, "drop it, or let the server send the policy of SECURITY.md")


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _warning(place: Place, what: str, fix: str) -> Problem:
    return Problem(place, "setting", what, fix=fix, severity="warning")
