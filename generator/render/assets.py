"""Give what is the same on every site: its style and scripts as they stand beside the templates, the search page."""

from collections.abc import Iterator
from pathlib import Path

from generator.model import Page
from generator.render.templates import Templates

_NAMES = ("backmatter.css", "backmatter.js", "search.js")


def pages(templates: Templates) -> Iterator[Page]:
    """Yield each asset; a site's own one wins over the package's."""
    page = templates.fill("search.md.jinja", {})
    if page is not None:
        yield Page("search.md", page)
    for name in _NAMES:
        found = (folder / "assets" / name for folder in templates.site.templates)
        yield Page(f"assets/{name}", next(filter(Path.is_file, found)).read_text(encoding="utf-8"))
