"""Give the style and the script of the site as they stand beside the templates."""

from collections.abc import Iterator

from generator.model import Page
from generator.site import Site

_NAMES = ("backmatter.css", "backmatter.js")


def pages(site: Site) -> Iterator[Page]:
    """Yield each asset; a site's own one wins over the package's."""
    for name in _NAMES:
        for folder in site.templates:
            if (folder / "assets" / name).is_file():
                yield Page(f"assets/{name}", (folder / "assets" / name).read_text(encoding="utf-8"))
                break
