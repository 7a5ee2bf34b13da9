"""Pages converted fast have the tree that Python-Markdown gives; what could differ is refused."""

import html
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator import build, convert, escape, render
from generator.cache import Cache
from generator.convert import Target
from generator.render.templates import Templates
from generator.site import Site
from tests import hostile, nasty
from tests.conftest import ROOT
from tests.long import times, tried
from tests.test_escape import CONTEXTS, fragments
from tests.trees import tree
from tests.visible import body, converter, seen

TEMPLATES = ROOT / "templates"
GOLDEN = sorted((ROOT / "tests/golden").glob("*/docs/**/*.md"))
OWN = sorted((ROOT / "docs").rglob("*.md"))


def to(destination: str) -> Target:
    """Leave each link as it is."""
    path, _, anchor = destination.partition("#")
    return Target(destination, path or "h.md", anchor)


@lru_cache(maxsize=1)
def slow():
    return converter()


def outlined(tokens: Sequence[dict]) -> Iterator[tuple[int, str, str]]:
    for token in tokens:
        yield token["level"], token["id"], html.unescape(token["name"])
        yield from outlined(token["children"])


def identifiers(page: str) -> set[str]:
    return {html.unescape(found) for found in re.findall(r'<[^<>]* id="([^"]*)"', page)}


def same(markdown: str) -> bool:
    """Compare the two ways where a page is converted, and give whether it is."""
    rendered = convert.render(markdown, to)
    if rendered is None:
        return False
    reference = slow().reset()
    reference.references.clear()
    expected = reference.convert(markdown)
    assert tree(rendered.html) == tree(expected), markdown
    headings = [(heading.level, heading.id, html.unescape(heading.name)) for heading in rendered.headings]
    assert headings == list(outlined(reference.toc_tokens)), markdown
    assert set(rendered.anchors) >= identifiers(expected), markdown
    return True


@pytest.mark.parametrize("path", [*GOLDEN, *OWN], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_page_of_ours_has_the_same_tree(path: Path):
    converted = same(body(path.read_text(encoding="utf-8")).lstrip("\n"))
    assert converted or path.name in {"index.md", "search.md"}  # in the navigation: MkDocs makes these itself


def generated(folder: Path) -> list[str]:
    """Give the Markdown of all pages of a site."""
    site = Site(folder, folder / "seeds", folder / "docs", (TEMPLATES,), name="Hostile")
    kept = Cache()
    understood = build.corpus(site, kept)
    pages = render.pages(understood.corpus, understood.articles.prose, Templates(site), kept)
    return [body(page.text).lstrip("\n") for page in pages if page.path.endswith(".md")]


def test_a_page_of_nasty_words_has_the_same_tree_or_is_refused(tmp_path: Path):
    pages = generated(hostile.site(tmp_path / "site", hostile.STRINGS))
    refused = sum(convert.render(page, to) is None for page in pages)
    print(f"{refused} of {len(pages)} pages refused")  # noqa: T201 - a figure to look at
    assert refused <= len(pages) / 20
    for page in pages[:: times(12, 1)]:
        same(page)


def test_links_are_told_in_their_order_with_their_places():
    page = "# h { #i }\n\n[a][x] and [b](y.md) and [c](y.md#q){ .k }\n\n[x]: z.md#p\n"
    rendered = convert.render(page, to)
    assert rendered is not None
    assert [(link.path, link.anchor, link.destination) for link in rendered.links] == [
        ("h.md", "i", "#i"),
        ("z.md", "p", "z.md#p"),
        ("y.md", "q", "y.md#q"),
    ]


def test_what_is_made_of_a_page_can_be_kept():
    rendered = convert.render("# h { #i }\n\n[a](b.md#c)", to)
    packed = msgspec.msgpack.encode(rendered)
    assert msgspec.msgpack.decode(packed, type=convert.Rendered) == rendered


def test_a_link_that_takes_a_warning_leaves_the_page_to_the_other_way():
    assert convert.render("[a](b.md)", lambda _: None) is None


def test_a_previewed_link_is_marked():
    rendered = convert.render("# T { #t }\n\n[a](b.md)", lambda to: Target(to, preview=True))
    assert rendered is not None
    assert rendered.html.count(" data-preview") == 2


PLAIN = {
    "heading": "# A *b* &amp; c { #x .y data-z }\n\n## [a](b.md) · d { #w }\n\n### e { #v }\n",
    "paragraph": "One,\ntwo.\n{ #p1 .c data-d }\n",
    "list": "- a\n- b\n  { .event }\n- c\n  d\n",
    "numbers": "1. a\n1. [b](c.md) – d\n",
    "quotation": "> a\n> b\n> { #p3 }\n\nc\n\n> d\n>\n> e\n",
    "table": '| a | b | c | d |\n| --- | ---: | :--- | :---: |\n| *e* | `f` |  | [g](h.md){ data-i="j" } *k* |\n',
    "one column": "| a |\n| --- |\n| b |\n",
    "terms": "a\nb\n:   c\n\n[d](e.md)\n:   *f* · g\n\n    h [i](j.md)\n\n    k\n\nl\n:   m\n",
    "fold": '??? abstract "a &amp; b"\n\n    c\n\n    | d |\n    | --- |\n    | e |\n\n    - f\n\ng\n',
    "open": '???+ note "a"\n    b\n',
    "box": '!!! note "a"\n\n    b\n    { .c }\n',
    "container": '<div class="a" data-b markdown>\n\nc\n{ #d }\n\n<div markdown>\n\n## e { #f }\n\n</div>\n</div>\n',
    "figure": "<figure markdown>\n> b\n> { #c }\n\n<figcaption markdown>**[d](e.md)** (2)</figcaption>\n</figure>\n",
    "nav": '<nav class="s" aria-label="T" markdown>\n[<span>a</span> b](c.md){ rel="prev" }\n[d](e.md)\n</nav>\n',
    "raw": '<p class="a">b <a href="c?d&amp;e">f</a></p>\n<ul>\n<li>g</li>\n</ul>\n\nh\n',
    "script": '<script type="x">{"a": "b"}</script>\n',
    "raw inside": '<div markdown>\n\n<p class="a">b, “c” <a href="d">e</a>.</p>\n\n</div>\n',
    "references": '[a][b] [c][D d] ([e][b])\n\n[b]: x.md#y "A title & more"\n[d d]: https://x.example/?a=b&c=d\n',
    "references above": "[b]: x.md\n\n[a][b]\n",
    "inline": 'a_b <mark>a</mark> <time datetime="2010">b</time> **c d** *[e](f.md)*, `g` &#91;h&#93; &lt;i&gt;\n',
}  # fmt: skip


@pytest.mark.parametrize("page", PLAIN.values(), ids=PLAIN)
def test_each_construct_has_the_same_tree(page: str):
    assert same(page)


OUTSIDE = [
    "a <b", "a > b", "a_b_", "_a b_", "_a_", "***a***", "*a", "a* b*", "*a [b*](c)", "[a]", "[a][b]",
    "[a] [b]\n\n[b]: c",
    "![a](b)", '[a](b "c")', "[a](<b>)", "[a]()", "<b.example>", "a\\*b", "``a``", "`a", "`a*b`", "a  \nb", "a\n b",
    "    a", "a\n# b", "# a #", "a\n===", "a\n---", "---", "- a\n\n- b", "- a\n  - b", "- a\n\n    b", "2. a", "1) a",
    "- a\n1. b", "* a", "+ a", "- [ ] a", "- # a", "> a\nb", "> a\n\n> b", "a | b\n--- | ---\nc | d", "| a |\n| - |",
    "| a |\n| --- |\n| b | c |", "a\n:   b\n:   c", ":   a", "a\n: b", "!!! note\n\n    a", "??? a\n\n    b",
    "~~~\na\n~~~",
    "```\na\n```", "<div>\n\na\n\n</div>", "<div markdown>\n\na", "</div>", "<div markdown>\n- a\n</div>",
    "<p>a", "<p>a</p> b", "<ul markdown>\n<li>a</li>\n</ul>", "<!-- a -->", "a <!-- b -->", "&copy;", "&#150;", "&a",
    "a & b", "#  { #a }", "# a", "# a { #b }\nc",
    "a\tb", "\u00a0a", "a\u00a0\nb", "a {b}", "{ .a }", "a\n{: .b }", "a\n{ onclick }x", "[a](b){ .c }{ .d }", "[TOC]",
    "<div markdown>\n\n<h2>a</h2>\n\n</div>", "<svg></svg>", '<div markdown="1">a</div>', '<span a="`b`"></span>',
    "*[a]: b", "[^1]\n\n[^1]: a",
    "<figure markdown>\n> a\n\n> b\n\n</figure>",
    "> <div markdown>\n\na\n\n</div>", "> <p>a</p>",
    "- a\n\n[b]: c\n\n- d", "term\n:   \n\n    a", "[a](b&#42c)", "a [b\n\nc](d)",
]  # fmt: skip


@pytest.mark.parametrize("page", OUTSIDE)
def test_what_is_written_otherwise_is_refused(page: str):
    assert convert.render(page, to) is None


def words(context: str, markdown: str) -> tuple[list[tuple[str, tuple[str, ...]]], str]:
    rendered = convert.render(context.format(markdown), to)
    assert rendered is not None, markdown
    shown = seen(rendered.html)
    return shown.elements, " ".join("".join(shown.text).replace("#", " ").split())


def stays_text(text: str, context: str) -> None:
    shown = escape.visible(text)
    written = escape.markdown(text)
    if not shown or written != written.strip():
        return
    elements, plain = words(context, "harmless")
    expected = " ".join(plain.replace("harmless", shown.replace("#", " ")).split())
    assert words(context, written) == (elements, expected), text


FAST = {name: context.replace("\n:   x", "\n:   x\n") for name, context in CONTEXTS.items()}


@pytest.mark.parametrize("context", FAST.values(), ids=FAST)
@pytest.mark.parametrize("lead", ["", "word ", "word"])
def test_nasty_strings_stay_text(context: str, lead: str):
    for text in nasty.STRINGS:
        stays_text(f"{lead}{text}", context)


@tried(200, 20000)
@given(st.one_of(st.text(), fragments), st.sampled_from(sorted(FAST)))
@example("1. x", "paragraph")
def test_any_text_stays_text(text: str, context: str):
    stays_text(text, FAST[context])


def blocks(chance: random.Random) -> Iterator[str]:
    """Yield blocks of all kinds, with nasty words in them."""
    while True:
        said = escape.markdown(chance.choice(nasty.STRINGS)) or "words"
        name = f"n{chance.randrange(10**6)}"
        pattern = chance.choice([*sorted(CONTEXTS.values()), *PLAIN.values()])
        yield (
            pattern.replace("{}", said) if pattern in PLAIN.values() else pattern.format(said).replace("#x", f"#{name}")
        )


def test_random_pages_have_the_same_tree_or_are_refused():
    counted: Counter[bool] = Counter()
    for seed in range(times(300, 3000)):
        chance = random.Random(seed)  # noqa: S311 - the same pages each time
        coming = blocks(chance)
        counted[same("\n\n".join(next(coming) for _ in range(chance.randint(1, 6))))] += 1
    assert counted[True] > counted[False]


def disturbed(page: str, chance: random.Random) -> str:
    """Give a few blocks of a page, with marks put in or letters taken out at some places."""
    parts = page.split("\n\n")
    first = chance.randrange(len(parts))
    text = "\n\n".join(part for part in parts[first : first + chance.randint(1, 6)] if len(part) < 1500)
    for _ in range(chance.randint(1, 3)):
        lines = [found.end() for found in re.finditer("\n", text)] or [0]
        at = chance.choice((chance.choice(lines), chance.randrange(len(text) + 1)))
        end = at + chance.choice((0, 0, 0, 0, chance.randint(1, 6)))
        text = text[:at] + chance.choice(MARKS) + text[end:]
    return text


MARKS = [
    *nasty.MARKDOWN, *nasty.BREAKS, *nasty.OTHER, *"*_`[](){}<>#!|:-=&;\\\n \"'~+.0123", "\n\n", "\n    ", "\n- ",
    "\n1. ", "\n> ", "\n:   ", "    ", "  ", "</div>", "\n</div>\n", "<div markdown>\n\n", "<mark>", "</mark>",
    '<span id="x">', "{ #x }", "\n{ .c }", "[x](y.md)", "[a][b]", "[b]: c.md", "**", "*a*", "&amp;", "&#42;", "\u00a0",
    "<p>", "</p>",
]  # fmt: skip


def test_disturbed_pages_have_the_same_tree_or_are_refused():
    pages = [body(path.read_text(encoding="utf-8")).lstrip("\n") for path in [*GOLDEN, *OWN]]
    chance = random.Random(1)  # noqa: S311 - the same pages each time
    assert sum(same(disturbed(chance.choice(pages), chance)) for _ in range(times(2000, 100_000))) > 0
