"""What a reader sees of a page's HTML: its words, and the elements that hold them."""

import html as syntax
import re
from collections.abc import Iterable
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

import yaml
from markdown import Markdown

from generator import escape
from generator.model import Article

ROOT = Path(__file__).parent.parent
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr"})


class _Ignored(yaml.SafeLoader):
    """Reads mkdocs.yml without acting on its tags."""


_Ignored.add_multi_constructor("", lambda _loader, _suffix, _node: None)


@lru_cache(maxsize=1)
def _extensions() -> tuple[list[str], dict[str, dict[str, object]]]:
    """Give the extensions of mkdocs.yml and their settings, the theme's own previews aside."""
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Ignored)  # noqa: S506 - a safe loader
    names: list[str] = []
    settings: dict[str, dict[str, object]] = {}
    for extension in config["markdown_extensions"]:
        name, options = next(iter(extension.items())) if isinstance(extension, dict) else (extension, {})
        if not name.startswith("material."):
            names.append(name)
            settings[name] = options or {}
    return names, settings


def converter() -> Markdown:
    """Give Markdown with the extensions of mkdocs.yml."""
    names, settings = _extensions()
    return Markdown(extensions=names, extension_configs=settings)


class Seen(HTMLParser):
    """Collects words and elements; what stands in *only* (a class) alone where that is given."""

    def __init__(self, only: str = "") -> None:
        super().__init__(convert_charrefs=True)
        self.only = only
        self.open: list[str] = []
        self.inside = 0 if only else 1
        self.text: list[str] = []
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if self.inside:
            self.elements.append((tag, tuple(sorted(name for name, _ in attrs))))
        if tag in VOID:
            return
        entered = self.only in classes or self.inside
        self.inside += bool(entered)
        self.hidden += tag in {"figcaption", "script", "style"} or "headerlink" in classes or self.hidden > 0
        self.open.append(tag)
        if tag in {"p", "li", "h1", "h2", "h3", "td", "th", "figure", "blockquote", "div"}:
            self.text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or tag not in self.open:
            return
        while self.open:
            closed = self.open.pop()
            self.inside -= self.inside > (0 if self.only else 1)
            self.hidden -= self.hidden > 0
            if closed == tag:
                break

    def handle_data(self, data: str) -> None:
        if self.inside and not self.hidden:
            self.text.append(data)


def seen(html: str, only: str = "") -> Seen:
    """Parse *html*."""
    parser = Seen(only)
    parser.feed(html)
    parser.close()
    return parser


def words(html: str, only: str = "") -> str:
    """Give the visible words of *html* in single spaces."""
    return " ".join("".join(seen(html, only).text).split())


def below_title(article: Article) -> str:
    """Give the words of an article's seed that the page shows below its heading."""
    return _words(article, range(_title(article) + 1, len(article.blocks)))


def but_title(article: Article) -> str:
    """Give the words of an article's seed but the title that the page's heading shows."""
    return _words(article, (at for at in range(len(article.blocks)) if at != _title(article)))


def _title(article: Article) -> int:
    """Give which block is the title that the heading shows, -1 where none is."""
    shown = escape.visible(article.title or "")
    titles = (at for at, block in enumerate(article.blocks) if block.kind == "title")
    return next((at for at in titles if escape.visible(_text(article, at)) == shown), -1)


def _text(article: Article, at: int) -> str:
    return article.text[article.blocks[at].start : article.blocks[at].end]


def _words(article: Article, blocks: Iterable[int]) -> str:
    return " ".join(" ".join(escape.visible(_text(article, at)) for at in blocks).split())


def body(page: str) -> str:
    """Give a page's Markdown without its front matter."""
    return page.split("\n---\n", 1)[1]


_LINK = re.compile(r"\[([^\[\]]*)\]\[[^\[\]]*\]")  # a bracket of the text itself is written as its number
_OURS = ("{ ", "<figure", "</figure", "<figcaption")  # such a sign of the text is written as its number, too


def without_links(page: str) -> str:
    """Give the words of an article's page but its heading, read off the Markdown: its links and marks taken out."""
    above, _, rest = f"\n{body(page)}".partition("\n# ")
    text = rest.partition('<div class="article-text"')[2].partition("markdown>\n")[2].rpartition("\n</div>\n")[0]
    lines = [line.removeprefix("> ") for line in f"{above}\n{text}".split("\n")]
    words = " ".join(_without_links(line) for line in lines if not line.startswith(_OURS))
    return " ".join(words.split())


def _without_links(line: str) -> str:
    plain = line.removeprefix("## ").rpartition(" { ")[0] if line.startswith("## ") else line
    return syntax.unescape(_LINK.sub(r"\1", plain))
