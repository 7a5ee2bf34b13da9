"""Whether a site reads Markdown as our pages are converted, and which of its links are previewed."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from generator import convert
from generator.plugin.links import Previews

_PREVIEW = "material.extensions.preview"
_NAMES = frozenset("admonition attr_list def_list fenced_code md_in_html pymdownx.details tables toc".split())
_OPTIONS = {
    "toc": {
        "permalink": convert.PERMALINK,
        "permalink_title": convert.PERMALINK_TITLE,
        "toc_depth": convert.TOC_DEPTH,
    }
}


def known(config: MkDocsConfig) -> bool:
    """Whether the site's extensions of Markdown and their options are those that pages are converted with."""
    options = {name: given for name, given in config.mdx_configs.items() if given and name != _PREVIEW}
    return {*config.markdown_extensions} - {_PREVIEW} == _NAMES and options == _OPTIONS


def previews(config: MkDocsConfig) -> Previews:
    """Give which links the theme's extension previews, after its configuration."""
    if _PREVIEW not in config.markdown_extensions:
        return lambda _: lambda _: False
    rules = [_rule(configuration) for configuration in _configurations(config.mdx_configs.get(_PREVIEW) or {})]

    def of(page: File) -> Callable[[File], bool]:
        targets = [target for source, target in rules if source(page)]
        return lambda target: any(includes(target) for includes in targets)

    return of


def _configurations(options: dict[str, Any]) -> list[dict[str, Any]]:
    whole = {"sources": options.get("sources"), "targets": options.get("targets")}
    listed = [*options.get("configurations", []), whole]
    return [configuration for configuration in listed if configuration.get("sources") or configuration.get("targets")]


def _rule(configuration: dict[str, Any]) -> tuple[Callable[[File], bool], Callable[[File], bool]]:
    get_filter = import_module(_PREVIEW).get_filter
    return get_filter(configuration, "sources"), get_filter(configuration, "targets")
