"""An article's page shows the article's own words, all of them, in their order (law 1), and nothing live (law 5)."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator import analyse, render, resolve
from generator.analyse.index import Index
from generator.model import Seed
from generator.site import Site
from tests import nasty, strategies
from tests.visible import below_title, body, converter, seen, words

ROOT = Path(__file__).parent.parent
INDEX = Index(strategies.GLOSSARY)
SAME = frozenset({"search.md"})  # on every site
ALLOWED = frozenset(
    "a blockquote circle cite code dd details div dl dt em figcaption figure g h1 h2 h3 li mark nav ol p path pre rect"
    " script span strong summary svg table tbody td text th thead time title tr ul".split()
)
ATTRIBUTES = frozenset(
    "aria-label class cx cy d data-pagefind-filter datetime dir download dx dy height href id lang r rel role style"
    " tabindex text-anchor title transform type viewbox width x y".split()
)


def pages(seed: Seed, link: str = "section") -> dict[str, str]:
    site = Site(Path(), Path("seeds"), Path("docs"), (ROOT / "templates",), link=link, starter=False)  # type: ignore[arg-type]
    corpus = resolve.corpus([analyse.article(seed, INDEX)], strategies.GLOSSARY, folder="seeds")
    found, problems = render.pages(corpus, site)
    assert not problems
    return {page.path: page.text for page in found if page.path.endswith(".md") and page.path not in SAME}


def article_page(text: str, link: str = "section") -> str:
    made = pages(strategies.seed(text), link)
    return next(
        page
        for path, page in made.items()
        if path.startswith("articles/") and path.count("/") == 1 and not path.endswith("index.md")
    )


def shown(page: str) -> str:
    """Give the words of the seed that the page shows: the heading where the seed has a title, and the text."""
    html = converter().convert(body(page))
    return words(html, "article-text")


def expected(text: str) -> str:
    """Give the words of the seed but for its title, which the page's heading shows."""
    return below_title(analyse.article(strategies.seed(text), INDEX).article)


slowly = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


@slowly
@given(strategies.texts(), st.sampled_from(("first", "section", "paragraph", "all")))
@example("Plain words.\n\n1986. A year.", "section")
def test_law_1_the_words_are_the_seeds(text: str, link: str):
    assert shown(article_page(text, link)) == expected(text)


@pytest.mark.parametrize(
    "block", ["{}", "Title\n\n{}", "It was said:\n\n    “{}”", "- {}", "He named it {} on Monday."]
)
def test_nasty_text_is_shown_literally(block: str):
    for nasty_text in nasty.STRINGS:
        text = f"Plain words come first, and they end here.\n\n{block.format(nasty_text)}\n\nPlain words come last."
        page = article_page(text)
        assert shown(page) == expected(text), nasty_text
        for tag, attributes in seen(converter().convert(body(page))).elements:
            assert tag in ALLOWED, (nasty_text, tag)
            assert ATTRIBUTES.issuperset(attributes), (nasty_text, attributes)


def test_nasty_front_matter_is_shown_literally():
    for value in (text for text in nasty.STRINGS if text.strip()):
        meta = dict.fromkeys(("title", "publication", "description", "language"), value) | {"authors": [value]}
        seed = Seed("articles/x.txt", "Plain words, and a full stop.", "0" * 64, 0, meta)
        for path, page in pages(seed).items():
            for tag, attributes in seen(converter().convert(body(page))).elements:
                assert tag in ALLOWED, (path, value, tag)
                assert ATTRIBUTES.issuperset(attributes), (path, value, attributes)


def test_the_first_article_is_shown_word_for_word():
    seed = ROOT / "seeds/articles/000_57f05fffb3ad2e21.txt"
    text = seed.read_bytes().decode("utf-8")
    page = (ROOT / "docs/articles/moscows-csto-olive-branch-to-nato.md").read_text(encoding="utf-8")
    html = converter().convert(body(page))
    heading = words(html.split("</h1>", maxsplit=1)[0])
    assert f"{heading} {words(html, 'article-text')}".split() == text.split()


def test_the_first_article_needs_no_escape():
    page = (ROOT / "docs/articles/moscows-csto-olive-branch-to-nato.md").read_text(encoding="utf-8")
    text = page.split('<div class="article-text" dir="auto" markdown>')[1].split("</div>")[0]
    assert "&" not in text
