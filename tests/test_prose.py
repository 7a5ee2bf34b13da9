"""An article's page shows the article's own words, all of them, in their order (law 1), and nothing live (law 5)."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator import analyse, escape
from generator.analyse.index import Index
from generator.model import Actor, Glossary, Seed
from tests import nasty, strategies
from tests.long import tried
from tests.papers import INDEX, Papers, papers
from tests.visible import below_title, body, but_title, converter, seen, without_links, words

ROOT = Path(__file__).parent.parent
SAME = frozenset({"search.md"})  # on every site
ALLOWED = frozenset(
    "a blockquote circle cite code dd details div dl dt em figcaption figure g h1 h2 h3 li mark nav ol p path pre rect"
    " script span strong summary svg table tbody td text th thead time title tr ul".split()
)
ATTRIBUTES = frozenset(
    "aria-label class cx cy d data-pagefind-filter datetime dir download dx dy height href id lang r rel role style"
    " tabindex text-anchor title transform type viewbox width x y".split()
)


LINKS = ("all", "first", "paragraph", "section")


def article_page(text: str, link: str = "section") -> str:
    """Give the page of an article."""
    return only_page(papers([strategies.seed(text)], link=link))  # type: ignore[arg-type]


def only_page(made: Papers) -> str:
    """Give the page of the one article."""
    (address,) = made.corpus.articles
    return made.pages()[f"articles/{address}.md"]


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
@given(strategies.texts(), st.sampled_from(LINKS))
@example("Plain words.\n\n1986. A year.", "section")
@example("0\x08. the \n\n", "all")
@example("Publication: Orbit Weekly Volume: 3 Issue: 12\n\nAda Vantongeren \n\nمرحبا HL \n\nthe \n\n", "all")
@example("He said so and\n\x00: it is so.\n\n", "section")
def test_law_1_without_its_links_a_page_is_the_seeds_words_and_law_5_nothing_is_live(text: str, link: str):
    page = article_page(text, link)
    seen_of = analyse.article(strategies.seed(text), INDEX).article
    assert shown(page) == below_title(seen_of)
    assert without_links(page) == but_title(seen_of)
    assert all_live(page) == []


@tried(60)
@given(strategies.texts())
@example(
    "Photo: The quay (Source: Polar Post)\n\nA Title\n\nPublication: Orbit Weekly Volume: 3 Issue: 12\n\nIt was so."
)
def test_every_paragraph_has_its_anchor_on_the_page_once(text: str):
    made = papers([strategies.seed(text)])
    (sheet,) = made.corpus.articles.values()
    page = only_page(made)
    anchors = re.findall(r"\{ #(\S+)(?: \.\w+)? \}$", page, re.MULTILINE)
    own = [anchor for anchor in anchors if anchor not in {"title", "sources"} and not anchor.startswith("lost.")]
    blocks = [block for block in analyse.article(strategies.seed(text), INDEX).article.blocks if block.number]
    seen_of = [escape.visible(text[block.start : block.end]) for block in blocks]  # of some nothing can be seen
    assert own == [anchor for anchor, shown_of in zip(sheet.anchors, seen_of, strict=True) if shown_of]


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
    for path, page in papers(seeds).pages().items():
        if path.endswith(".md") and path not in SAME:
            assert all_live(page) == [], path


def test_a_bracket_in_which_no_name_stands_as_it_was_read_is_text():
    bracket = "(Polar (west) Post, June 5, 2002; Inter (east) Port, May 3, 2002)"
    page = article_page(f"A Title\n\nIt was so {bracket}. Then it went on for a while.")
    assert f"\nIt was so {bracket}.\n" in page


def test_the_theme_which_puts_it_on_every_page_gets_no_more_than_300_characters_of_a_title():
    one = Seed("articles/a.txt", "Plain words.", "0" * 64, 0, {"title": "x" * 400})
    page = only_page(papers([one]))
    front = yaml.safe_load(page.split("---\n")[1])
    assert front["title"] == f"{'x' * 299} …"
    assert f"# {'x' * 400} " in page


def test_a_name_with_the_end_of_a_sentence_in_it_is_one_link_on_one_line():
    glossary = Glossary({"ahoy-board": Actor("ahoy-board", "Ahoy! Board", "organization")})
    made = papers([strategies.seed("They met. Then the Ahoy! Board left. It was late.")], Index(glossary))
    assert "\nThey met.\nThen the [Ahoy! Board][ahoy-board] left.\nIt was late.\n" in only_page(made)


def test_a_bracket_of_dates_alone_whose_outlet_the_sentence_names_stops_nothing():
    page = article_page("Plain words come first.\n\nInterport said it at the quay (March 4, March 5, 2002).")
    assert "said it at the quay (March 4, March 5, 2002)." in page
    assert "interport-2" in page.split("Sources cited here")[1]


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
