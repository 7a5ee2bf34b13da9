"""The number of a paragraph is filled into the links that lead to it, and into nothing else."""

import re
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish import numbers
from generator.publish.apparatus import Apparatus
from tests.papers import SITE, of_texts
from tests.strategies import SEVERAL
from tests.visible import body, converter

KNOWN = {("harbour", "the-quay"): 1, ("harbour", "a-pier"): 12, ("гавань", "причал-закрыт"): 3, ("here", "the-end"): 4}


def number(article: str, anchor: str) -> int:
    return KNOWN.get((article, anchor), 0)


@pytest.mark.parametrize(
    ("html", "filled"),
    [
        ('<a href="../../articles/harbour/#the-quay">¶</a>', "¶1"),
        ('<a href="../articles/harbour/index.html#a-pier">¶</a>', "¶12"),
        ('<a href="../articles/harbour.html#a-pier">¶</a>', "¶12"),
        ('<a href="articles/harbour/#a-pier">Title, ¶</a>', "Title, ¶12"),
        ('<a class="x" href="articles/harbour/#a-pier" rel="y">¶</a>', "¶12"),
        (f'<a href="articles/{quote("гавань")}/#{quote("причал-закрыт")}">¶</a>', "¶3"),
        ('<a href="articles/гавань/#причал-закрыт">¶</a>', "¶3"),
        ('<a href="#the-end">¶</a>', "¶4"),
        ('<a href="./#the-end">¶</a>', "¶4"),
        # Not a paragraph that is known, nor a link to an article.
        ('<a href="#the-quay">¶</a>', "¶"),
        ('<a href="articles/harbour/#title">¶</a>', "¶"),
        ('<a href="articles/other/#the-quay">¶</a>', "¶"),
        ('<a href="articles/series/harbour/#the-quay">¶</a>', "¶"),
        ('<a href="actors/harbour/#the-quay">¶</a>', "¶"),
        ('<a href="https://elsewhere.example/#the-end">¶</a>', "¶"),
        # Not what stands for a number.
        ('<a href="articles/harbour/#the-quay">¶ of it</a>', "¶ of it"),
        ('<a href="articles/harbour/#the-quay">The Quay</a>', "The Quay"),
        ('<a href="articles/harbour/">¶</a>', "¶"),
        ("<a>¶</a>", "¶"),
        ("<p>¶</p>", "¶"),
        ('<p title="¶</a>">x</p>', "x"),
    ],
)  # fmt: skip
def test_a_link_to_a_paragraph_says_its_number(html: str, filled: str):
    shown = numbers.filled(f"<p>{html} and</p>", "here", number)
    assert re.sub("<[^>]+>", "", shown.replace('"¶</a>"', '""')) == f"{filled} and"
    assert numbers.filled(f"<p>{html}</p>", "here", lambda *_: 0) == f"<p>{html}</p>"


def test_every_link_of_a_page_is_filled_and_no_other_byte_changes():
    html = "\n".join(f'<li><a href="articles/harbour/#{anchor}">¶</a></li>' for anchor in ("the-quay", "no", "a-pier"))
    filled = numbers.filled(html, "", number)
    assert re.findall("¶[0-9]*", filled) == ["¶1", "¶", "¶12"]
    assert re.sub("¶[0-9]+", "¶", filled) == html


@given(st.text("<a href=\"#articles/harbour-the-quay>¶</' ", max_size=80))
def test_numbers_alone_are_put_into_any_html(html: str):
    assert re.sub(r"¶(?:12|[134])(?=</a>)", "¶", numbers.filled(html, "here", number)) == html


def test_the_pages_of_a_site_have_a_number_for_every_paragraph_that_they_lead_to():
    papers = of_texts(*SEVERAL, "A Title\n\nIt was so (Polar Post, March 4).\n\nSo it was (Polar Post, March 4).")
    apparatus = Apparatus(papers.corpus, SITE)
    found = 0
    for path, text in papers.pages().items():
        if path.endswith(".md"):
            article = path.removeprefix("articles/").removesuffix(".md") if path.startswith("articles/") else ""
            html = converter().convert(body(text)).replace(".md#", "/#")
            filled = numbers.filled(html, article, apparatus.number)
            assert "¶</a>" not in filled, path
            for address, anchor, said in re.findall(r'articles/([\w-]+)/#([\w-]+)"[^>]*>[^<]*¶(\d+)</a>', filled):
                found += 1
                assert papers.corpus.articles[address].anchors[int(said) - 1] == anchor
    assert found > 10


def test_a_number_counts_the_paragraphs_that_the_page_shows_and_the_title_has_none():
    papers = of_texts("A Title\n\nThe first words.\n\nThe second words.\n\nThe first words again.")
    apparatus = Apparatus(papers.corpus, SITE)
    (article,) = papers.corpus.articles
    anchors = ("the-first-words", "the-second-words", "the-first-words-2")
    assert [apparatus.number(article, anchor) for anchor in anchors] == [1, 2, 3]
    assert apparatus.number(article, "title") == apparatus.number("none", "the-first-words") == 0
