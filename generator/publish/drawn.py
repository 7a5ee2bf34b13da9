"""Draw what stands around the words of a page, with the theme's own templates, and mark what the search is to find."""

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from pathlib import PurePosixPath
from typing import Any, Protocol

from jinja2 import Environment

from generator.publish import circle, numbers
from generator.publish.apparatus import Apparatus
from generator.render import dates

Here = Callable[[str], str]
"""Gives where a link of the page leads that means the file at a path below ``docs/``."""

_PLACE = '<div class="drawn"></div>'
_SOURCES = '<h2 id="sources"'
_REPEATING = frozenset({"list", "part", "search"})  # kinds of pages whose words stand elsewhere, too


class Page(Protocol):
    """A page as MkDocs knows it."""

    file: Any
    meta: MutableMapping[str, Any]


class Drawing:
    """Draws the apparatus of each kind of page."""

    def __init__(self, apparatus: Apparatus, environment: Environment, files: Sequence[str]) -> None:
        """Draw from *apparatus* with the templates of *environment*; *files* are the names of those of the data."""
        environment.filters["readable"] = dates.readable
        self._apparatus = apparatus
        self._templates = environment
        self._files = files

    def around(self, html: str, page: Page, here: Here) -> str:
        """Return the whole content of a generated *page* whose own words are *html*."""
        path = PurePosixPath(page.file.src_uri)
        kind = page.meta.get("kind")
        if kind in _REPEATING:
            page.meta["search"] = {"exclude": True}  # from the index of the theme's search box
        article = path.stem if kind == "article" else ""
        numbered = numbers.filled(html, article, self._apparatus.number)
        if kind == "article":
            return self._article(numbered, page, here, article)
        if kind == "actor":
            return _found(self._filled(numbered, page, here, "Mentions")) + self._linked(
                self._apparatus.actor(path.stem)
            )
        if kind == "source":
            return _found(self._filled(numbered, page, here, "Citations")) + self._linked(
                self._apparatus.outlet(path.stem)
            )
        return self._filled(numbered, page, here, str(page.meta.get("counted", "")))

    def _draw(self, name: str, **values: object) -> str:
        return self._templates.get_template(f"partials/{name}.html").render(values)

    def _article(self, html: str, page: Page, here: Here, article: str) -> str:
        around = self._apparatus.article(article)
        values = {"page": page, "here": here, "around": around}
        head, end, rest = html.partition("</h1>")
        byline = self._draw("byline", **values)
        if around is None:
            return f"{head}{end}{byline}{rest}"
        words, sources, behind = rest.partition(_SOURCES)
        folded = self._draw("overview", **values)
        listed = f"<div data-pagefind-ignore>{sources}{behind}</div>" if sources else ""
        found = f"<div data-pagefind-body>{head}{end}{byline}{folded}{words}{listed}</div>"
        return found + self._draw("related", **values) + self._draw("cite", **values)

    def _filled(self, html: str, page: Page, here: Here, counted: str) -> str:
        """Fill the place that a page leaves for a picture."""
        if _PLACE not in html:
            return html
        kind = page.meta.get("kind")
        drawn = ""
        if kind == "network":
            drawn = self._draw("network", nodes=self._apparatus.network(), size=circle.SIZE, here=here)
        elif kind == "data":
            linked = self._apparatus.dataset(self._files)
            drawn = self._draw("data", files=self._files, linked=linked, here=here)
        elif page.meta.get("years"):
            drawn = self._draw("years", chart=self._apparatus.years(page.meta["years"]), counted=counted)
        return html.replace(_PLACE, drawn, 1)

    def _linked(self, data: Mapping[str, object] | None) -> str:
        return self._draw("linked", linked=data) if data else ""


def _found(html: str) -> str:
    """Mark the head of an entry, above its first section, as what is found; what stands below is of the articles."""
    head, section, rest = html.partition("<h2")
    below = f"{section}{rest}"
    for heading in ("<h2 ", "<h3 "):  # each begins an entry of the search box
        below = below.replace(heading, f"{heading}data-search-exclude ")
    return f"<div data-pagefind-body>{head}</div><div data-search-exclude>{below}</div>"
