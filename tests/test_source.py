"""An outlet's pages: a report stands on the page of its year, with all that rests on it, and leads where it can."""

import re

import pytest

from generator.analyse.index import Index
from generator.model import Glossary, Outlet, Publication, Seed
from tests.papers import Papers, papers

GLOSSARY = Glossary(
    outlets={"polar-post": Outlet("polar-post", "Polar Post", ("PP",))},
    publications={"orbit-weekly": Publication("orbit-weekly", "Orbit Weekly", ("OW",))},
)
INDEX = Index(GLOSSARY)


def seed(name: str, text: str, **meta: object) -> Seed:
    return Seed(f"articles/{name}.txt", text, "0" * 64, meta={"title": name.title(), **meta})


def understood(*seeds: Seed) -> Papers:
    return papers(seeds, INDEX)


def section(page: str, report: str) -> str:
    """Give what stands under the heading of a report."""
    return re.split(r"^## ", page.partition(f"{{ #{report} }}")[2], maxsplit=1, flags=re.MULTILINE)[0]


CITING = seed("citing", "It was closed (OW, June 23, 2003), and then it was opened.", date="2003-07-01")


@pytest.mark.parametrize(
    ("others", "leads"),
    [
        ([("2003-06-23", "Orbit Weekly")], True),
        ([("2003-06-23", "OW")], True),
        ([("2003-06-24", "Orbit Weekly")], False),
        ([("2003", "Orbit Weekly")], False),
        ([("2003-06-23", "Another Series")], False),
        ([("2003-06-23", "Orbit Weekly"), ("2003-06-23", "Orbit Weekly")], False),  # which of the two is not known
    ],
)
def test_a_report_that_is_an_article_of_this_site_leads_to_it_where_only_one_fits(others, leads: bool):  # noqa: FBT001
    rest = [
        seed(f"other-{at}", "Plain words.", date=day, publication=publication)
        for at, (day, publication) in enumerate(others)
    ]
    page = understood(CITING, *rest).pages()["sources/orbit-weekly/2003.md"]
    assert ("This report is [on this site](../../articles/other-0.md)." in page) == leads
    assert ("This report is" in page) == leads


def test_a_year_says_how_many_reports_and_how_many_articles():
    pages = understood(
        seed("one", "It was so (Polar Post, May 1, 2001), and so (PP, May 2, 2001).\n\nAgain (PP, May 2, 2001)."),
        seed("two", "It was so (PP, May 2, 2001), and it is (PP, June 2002)."),
    ).pages()
    rows = re.findall(r"^\| \[.*", pages["sources/polar-post.md"], re.MULTILINE)
    assert rows == ["| [2002](polar-post/2002.md) | 1 | 1 |", "| [2001](polar-post/2001.md) | 2 | 2 |"]


def test_a_report_has_one_section_with_what_rests_on_it_and_how_it_was_printed():
    page = understood(
        seed("one", "It was so (Polar Post, May 2, 2001).", date="2001-06-01"),
        seed("two", "It is so (PP, May 2), and it is good (PP, May 3).", date="2001-07-01"),
    ).pages()["sources/polar-post/2001.md"]
    assert page.count("{ #polar-post-2001-05-02 }") == 1
    told = section(page, "polar-post-2001-05-02")
    assert re.findall(r"articles/(\w+)\.md#([\w-]+)", told) == [("two", "it-is-so"), ("one", "it-was-so")]
    assert "“(PP, May 2)”, “(Polar Post, May 2, 2001)”" in told
    assert told.count("; year: ") == 1


@pytest.mark.parametrize(
    ("printed", "path"),
    [
        ("May 2, 2001", "2001.md#polar-post-2001-05-02"),
        ("May 2001", "2001.md#polar-post-2001-05"),
        ("2001", "2001.md#polar-post-2001"),
        ("May 2", "undated.md#polar-post-XXXX-05-02"),
    ],
)
def test_a_report_stands_on_the_page_of_its_outlets_year(printed: str, path: str):
    pages = understood(seed("one", f"It was so (Polar Post, {printed}).")).pages()
    page, _, anchor = path.partition("#")
    assert f"]: ../sources/polar-post/{path}\n" in f"{pages['articles/one.md']}\n"
    assert f"{{ #{anchor} }}" in pages[f"sources/polar-post/{page}"]


def many(reports: int) -> Seed:
    text = "\n\n".join(
        f"Number {at} was so (PP, {1 + at % 28} {('May', 'June', 'July')[at // 28]} 2001)." for at in range(reports)
    )
    return seed("many", text)


def test_no_report_moves_when_its_year_becomes_too_long_for_a_page():
    few, more = (understood(many(number)).pages() for number in (6, 60))
    link = r"^\[polar-post-2001-\S+\]: \S+$"
    before, after = (set(re.findall(link, pages["articles/many.md"], re.MULTILINE)) for pages in (few, more))
    assert before <= after
    year = more["sources/polar-post/2001.md"]
    for anchor in re.findall(r"#(polar-post-2001-\S+)$", "\n".join(after), re.MULTILINE):
        assert year.count(f"{{ #{anchor} }}") == 1
        (month,) = set(re.findall(rf"\[What rests on it\]\((\S+)\.md#{anchor}\)", year))
        assert month == anchor.removeprefix("polar-post-")[:7]
        assert "articles/many.md#number-" in section(more[f"sources/polar-post/{month}.md"], anchor)


def test_where_many_rest_on_one_report_its_parts_hold_all_of_them_and_its_address_the_first():
    seeds = [seed(f"n{at:03}", "It was so (PP, 2 May 2001).", date="2001-06-01") for at in range(90)]
    pages = understood(*seeds).pages()
    anchor = "polar-post-2001-05-02"
    assert "[What rests on it](2001-05.md#" in section(pages["sources/polar-post/2001.md"], anchor)
    parts = [text for path, text in pages.items() if path.startswith("sources/polar-post/2001-05")]
    assert len(parts) == 3
    told = [re.findall(r"articles/(n\d+)\.md#", section(text, anchor)) for text in parts]
    assert [len(one) for one in told] == [40, 40, 10]
    assert sorted(article for one in told for article in one) == [f"n{at:03}" for at in range(90)]
