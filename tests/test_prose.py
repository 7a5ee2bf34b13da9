"""An article's page shows the article's own words, all of them, in their order (law 1), and nothing live (law 5)."""

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator import analyse, render, resolve
from generator.analyse.index import Index
from generator.model import Actor, Corpus, Glossary, Seed
from generator.render import article
from generator.render.templates import Templates
from generator.render.view import View
from generator.site import Site
from tests import nasty, strategies
from tests.long import tried
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


def site(link: str = "section") -> Site:
    return Site(Path(), Path("seeds"), Path("docs"), (ROOT / "templates",), link=link, starter=False)  # type: ignore[arg-type]


TEMPLATES = {link: Templates(site(link)) for link in ("first", "section", "paragraph", "all")}


def folded(*seeds: Seed) -> Corpus:
    return resolve.corpus([analyse.article(seed, INDEX) for seed in seeds], strategies.GLOSSARY, folder="seeds")


def article_page(text: str, link: str = "section") -> str:
    """Give the page of an article."""
    corpus = folded(strategies.seed(text))
    (one,) = corpus.articles.values()
    made = article.page(one, View(corpus), TEMPLATES[link])
    assert made is not None
    return made.text


def all_live(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """Give the elements of a page that the templates put nowhere."""
    elements = seen(converter().convert(body(page))).elements
    return [(tag, names) for tag, names in elements if tag not in ALLOWED or not ATTRIBUTES.issuperset(names)]


def shown(page: str) -> str:
    """Give the words of the seed that the page shows below its heading."""
    return words(converter().convert(body(page)), "article-text")


def expected(text: str) -> str:
    """Give the words of the seed but for its title, which the page's heading shows."""
    return below_title(analyse.article(strategies.seed(text), INDEX).article)


@tried(60)
@given(strategies.texts(), st.sampled_from(sorted(TEMPLATES)))
@example("Plain words.\n\n1986. A year.", "section")
@example("0\x08. the \n\n", "all")
@example("Publication: Orbit Weekly Volume: 3 Issue: 12\n\nAda Vantongeren \n\nمرحبا HL \n\nthe \n\n", "all")
@example("He said so and\n\x00: it is so.\n\n", "section")
def test_law_1_the_words_are_the_seeds_and_law_5_nothing_is_live(text: str, link: str):
    page = article_page(text, link)
    assert shown(page) == expected(text)
    assert all_live(page) == []


@pytest.mark.parametrize(
    "block", ["{}", "Title\n\n{}", "It was said:\n\n    “{}”", "- {}", "He named it {} on Monday."]
)
def test_nasty_text_is_shown_literally(block: str):
    for nasty_text in nasty.STRINGS:
        text = f"Plain words come first, and they end here.\n\n{block.format(nasty_text)}\n\nPlain words come last."
        page = article_page(text)
        assert shown(page) == expected(text), nasty_text
        assert all_live(page) == [], nasty_text


@pytest.mark.parametrize("key", ["title", "publication", "authors", "description", "language"])
def test_nasty_front_matter_is_shown_literally_wherever_it_stands(key: str):
    values = [text for text in nasty.STRINGS if text.strip()]
    seeds = [
        Seed(f"articles/{at}.txt", "Plain words, and a full stop.", "0" * 64, 0, {key: value, "slug": f"x{at}"})
        for at, value in enumerate(values)
    ]
    found, problems = render.pages(folded(*seeds), site())
    assert not problems
    for page in found:
        if page.path.endswith(".md") and page.path not in SAME:
            assert all_live(page.text) == [], page.path


def test_a_bracket_in_which_no_name_stands_as_it_was_read_is_text():
    bracket = "(Polar (west) Post, June 5, 2002; Inter (east) Port, May 3, 2002)"
    page = article_page(f"A Title\n\nIt was so {bracket}. Then it went on for a while.")
    assert f"\nIt was so {bracket}.\n" in page


def test_the_theme_which_puts_it_on_every_page_gets_no_more_than_300_characters_of_a_title():
    one = Seed("articles/a.txt", "Plain words.", "0" * 64, 0, {"title": "x" * 400})
    (page,) = (page for page in render.pages(folded(one), site())[0] if page.path.startswith("articles/xxx"))
    front = yaml.safe_load(page.text.split("---\n")[1])
    assert front["title"] == f"{'x' * 299} …"
    assert f"# {'x' * 400} " in page.text


def test_a_name_with_the_end_of_a_sentence_in_it_is_one_link_on_one_line():
    glossary = Glossary({"ahoy-board": Actor("ahoy-board", "Ahoy! Board", "organization")})
    analysis = analyse.article(strategies.seed("They met. Then the Ahoy! Board left. It was late."), Index(glossary))
    corpus = resolve.corpus([analysis], glossary, folder="seeds")
    made = article.page(analysis.article, View(corpus), TEMPLATES["section"])
    assert made is not None
    assert "\nThey met.\nThen the [Ahoy! Board][ahoy-board] left.\nIt was late.\n" in made.text


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
