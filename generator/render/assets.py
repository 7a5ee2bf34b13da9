"""Give what is the same on every site: its style and scripts as they stand beside the templates, search, the data."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator import tables
from generator.model import Page
from generator.render.templates import Templates

_NAMES = ("backmatter.css", "backmatter.js", "search.js")


def pages(templates: Templates) -> Iterator[Page]:
    """Yield each asset, a site's own one in place of the package's, and the pages that no article changes."""
    yield from _filled("search.md", "search.md.jinja", {}, templates)
    yield from _filled("data/index.md", "data.md.jinja", {"tables": tables.described()}, templates)
    for name in _NAMES:
        files = (folder / "assets" / name for folder in templates.site.templates)
        text = next(filter(Path.is_file, files)).read_text(encoding="utf-8")
        yield Page(f"assets/{name}", f"/* generated: true */\n{text}")


def _filled(path: str, template: str, values: Mapping[str, object], templates: Templates) -> Iterator[Page]:
    text = templates.fill(template, values)
    if text is not None:
        yield Page(path, text)
