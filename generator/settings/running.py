"""Find the settings that run code when the site is built, or let text into what was never tried with hostile text."""

import re
from collections.abc import Iterator
from pathlib import Path

from generator import folders
from generator.configuration import Configuration
from generator.configuration.setting import Setting, Tag
from generator.model import Place, Problem

TESTED = frozenset(
    "abbr admonition attr_list def_list footnotes md_in_html tables toc pymdownx.details pymdownx.highlight"
    " pymdownx.superfences pymdownx.tabbed pymdownx.tasklist material.extensions.preview".split()
)
"""The Markdown extensions with which nasty text stays text; the tests try each of them."""

TESTED_PLUGINS = frozenset({"backmatter", "search", "material/search"})
"""The plugins of MkDocs with which the tests build."""

_WORDS = frozenset(
    "copyright dev_addr edit_uri edit_uri_template repo_name repo_url site_author site_description site_name site_url"
    " strict use_directory_urls".split()
)
_RUNNING = {
    "hooks": ("`hooks` run Python whenever the site is built", "drop them: what pages say belongs into templates/"),
    "extra_templates": (
        "`extra_templates` turn files below docs/ into templates, which run code whenever the site is built",
        "drop them: a page of Markdown will do",
    ),
}
_REMOTE = re.compile(r"\w[\w./-]*")  # neither an address nor an option of git


def problems(configuration: Configuration, path: Path) -> Iterator[Problem]:
    """Yield an error for each such setting of the ``mkdocs.yml`` at *path*."""
    yield from (_tag(tag) for tag in configuration.tags if tag.name != "!ENV" or tag.setting not in _WORDS)
    yield from _inherited(configuration, path)
    for name, (what, fix) in _RUNNING.items():
        if setting := configuration.at(name):
            yield _problem(setting.key, what, fix)
    yield from _plugins(configuration.at("plugins"))
    yield from _extensions(configuration.at("markdown_extensions"))
    yield from _theme(configuration, Place(path.name))
    yield from _templates(configuration, path)
    yield from _remote(configuration)


def _tag(tag: Tag) -> Problem:
    if tag.name == "!ENV":
        what = "`!ENV` leaves a setting to the environment, where nobody can check it"
        return _problem(tag.place, what, f"write the value; only {', '.join(sorted(_WORDS))} may come from there")
    shown = tag.name if tag.name.startswith("!") else f"!!{tag.name}"
    runs = "runs code whenever the site is built" if tag.name.startswith("python") else "makes no plain value"
    return _problem(tag.place, f"`{shown}` {runs}", "drop the setting, or write a plain value")


def _inherited(configuration: Configuration, path: Path) -> Iterator[Problem]:
    for setting in configuration.inherited:
        if not folders.below((path.parent / setting.place.path).parent / setting.text, path.parent):
            what = f"`INHERIT` takes settings from {setting.text!r}, outside the folder of mkdocs.yml"
            yield _problem(setting.key, what, "put a copy of the file into the folder", "no review of the site sees it")


def _plugins(setting: Setting | None) -> Iterator[Problem]:
    for name, options in setting.listed if setting else ():
        if name not in TESTED_PLUGINS:
            what = f"the plugin {name!r} was never tried with hostile text"
            yield _problem(options.key, what, f"use only {', '.join(sorted(TESTED_PLUGINS))}", "it runs code")


def _extensions(setting: Setting | None) -> Iterator[Problem]:
    for name, options in setting.listed if setting else ():
        if name.removeprefix("markdown.extensions.") not in TESTED:
            what = f"the Markdown extension {name!r} was never tried with hostile text"
            yield _problem(options.key, what, f"use only {', '.join(sorted(TESTED))}")
        if "custom_fences" in options.entries:
            what = "`custom_fences` were never tried with hostile text"
            yield _problem(options.entries["custom_fences"].key, what, "drop them")


def _theme(configuration: Configuration, file: Place) -> Iterator[Problem]:
    theme = configuration.at("theme")
    name = configuration.at("theme", "name") or theme
    if name is None or name.text != "material":
        what = f"the theme {name.text if name else 'mkdocs'!r} was never tried with hostile text"
        yield _problem(name.place if name else file, what, "write `theme: {name: material, font: false}`")


def _templates(configuration: Configuration, path: Path) -> Iterator[Problem]:
    """Yield an error where text that people paste, or what is made of it, would lie among the theme's templates."""
    setting = configuration.at("theme", "custom_dir")
    if setting is None:
        return
    root, file = path.parent, Place(path.name)
    fix = "name a folder of the site's own, for templates alone"
    if reason := folders.misnamed(setting.text):
        yield _problem(setting.place, f"`custom_dir` {setting.text!r} {reason}", fix)
        return
    custom = root / setting.text
    if not folders.below(custom, root):
        what = "`custom_dir` lies outside the folder of mkdocs.yml"
        yield _problem(setting.place, what, fix, "no review of the site sees these templates, and templates run code")
    seeds = folders.named("seeds", root, configuration.options("backmatter").get("seeds"), file)
    made = (folders.named(name, root, configuration.at(name), file) for name in ("docs_dir", "site_dir"))
    for folder in (seeds, *made):
        if folders.meet(custom, folder.path):
            what = f"`custom_dir` and `{folder.name}` are one folder, or one lies in the other"
            yield _problem(setting.place, what, fix, "text that people paste would become templates, which run code")


def _remote(configuration: Configuration) -> Iterator[Problem]:
    for name in ("remote_name", "remote_branch"):
        setting = configuration.at(name)
        if setting and not _REMOTE.fullmatch(setting.text):
            what = f"`{name}` {setting.text!r} is no plain name"
            fix = "name a remote or a branch of the repository"
            yield _problem(
                setting.place, what, fix, "`mkdocs gh-deploy` hands it to git, which may run it as a command"
            )


def _problem(place: Place, what: str, fix: str, why: str = "") -> Problem:
    return Problem(place, "setting", what, why, fix)
