"""Long lists are cut by what they are sorted by, and no page grows without bound."""

import posixpath
import re
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator import render
from generator.model import Actor, Article, Block, Citation, Corpus, Mention, Outlet, Quotation, Statement
from generator.render import chart, circle, shelf
from generator.site import Site

SITE = Site(Path(), Path("seeds"), Path("docs"), (Path(__file__).parent.parent / "templates",), starter=False)
DATES = st.one_of(st.none(), st.dates().map(str), st.dates().map(lambda date: str(date)[:7]), st.just("XXXX-05-04"))


@given(st.lists(DATES).map(lambda dates: sorted(dates, key=str)), st.integers(1, 5))
def test_every_row_is_on_one_shelf_and_no_shelf_is_too_long(dates: list[str | None], most: int):
    shelves = shelf.by_date(dates, lambda date: date, most=most)
    assert sorted((date for one in shelves for date in one.rows), key=str) == dates
    assert all(1 <= len(one.rows) <= most for one in shelves)
    names = [one.name for one in shelves]
    assert len(names) == len(set(names))


def test_what_is_too_long_for_a_decade_is_cut_by_year_month_and_number():
    dates = ["1999", "2001-05-04", "2001-05-05", "2001-05-06", "2001-06-01", "2004"]
    named = {one.name: list(one.rows) for one in shelf.by_date(dates, lambda date: date, most=2)}
    assert named == {
        "1990s": ["1999"],
        "2001-05": ["2001-05-04", "2001-05-05"],
        "2001-05-part-2": ["2001-05-06"],
        "2001-06": ["2001-06-01"],
        "2004": ["2004"],
    }


def test_what_has_no_date_stands_last_and_the_newest_first():
    shelves = shelf.by_date(["1999", "2001", "2002", None], lambda date: date, most=1)
    assert [one.key for one in shelf.newest_first(shelves)] == ["2002", "2001", "1990s", "undated"]


def test_a_new_row_leaves_the_parts_before_it_as_they_are():
    rows = [f"2001-05-{day:02}" for day in range(1, 20)]
    before, after = (shelf.by_date(some, lambda date: date, most=4) for some in (rows[:-1], rows))
    assert before[:-1] == after[: len(before) - 1]


def test_names_are_listed_under_their_first_letter_whatever_its_marks_or_script():
    assert [shelf.letter(name) for name in ("Île", "“Quay”", "Øst", "Брно", "9 May", "…")] == [*"iqoб9", "other"]


def test_a_chart_has_a_column_for_each_year_as_high_as_its_count():
    drawn = chart.by_year(["2001-05-04", "2001", "2003-02", None, "XXXX-05-04"])
    assert [(column.year, column.count) for column in drawn.columns] == [("2001", 2), ("2003", 1)]
    assert drawn.columns[0].height == 2 * drawn.columns[1].height
    assert drawn.undated == 2
    assert not chart.by_year([]).columns


def test_names_stand_beside_those_that_they_are_most_often_with():
    assert circle.order(["a", "b", "c"], {("a", "c"): 5, ("a", "b"): 1}) == ["a", "c", "b"]
    spots = list(circle.spots([str(at) for at in range(30)]).values())
    assert len({(spot.x, spot.y) for spot in spots}) == 30
    assert all(-90 <= spot.turn <= 90 for spot in spots)
    assert all(0 < at < circle.SIZE for spot in spots for at in (spot.x, spot.y))
    assert all(first != second for first, second in pairwise(spots))


def corpus(articles: int) -> Corpus:
    """Give a corpus in which every article names one actor, quotes it, cites one outlet and states a day."""
    text = "Ada Vantongeren said “we agree” on May 4 (Polar Post, May 5)."
    made = {
        f"a{at:05}": Article(f"a{at:05}", f"articles/{at}.txt", "0", text, (Block(0, len(text), "paragraph", 1),),
                             title=f"Number {at}", publication="Orbit Weekly", date=f"{2000 + at % 20}-05-06")
        for at in range(articles)
    }  # fmt: skip
    day = {article: made[article].date[:8] for article in made}  # type: ignore[index]
    return Corpus(
        articles=made,
        actors={"ada": Actor("ada", "Ada Vantongeren", "person"), **_many(articles)},
        outlets={"polar-post": Outlet("polar-post", "Polar Post")},
        mentions=tuple(
            mention
            for at, article in enumerate(made)
            for mention in (
                Mention(article, "ada", 0, 15, "Ada Vantongeren", "name", role=f"Office {at}"),
                Mention(article, f"actor-{at:05}", 4, 15, "Vantongeren", "surname"),
            )
        ),
        citations=tuple(
            Citation(article, 44, 60, "(Polar Post, May 5)", "source", "polar-post", "Polar Post", f"{day[article]}05")
            for article in made
        ),
        quotations=tuple(Quotation(article, 21, 31, "ada", "Ada Vantongeren") for article in made),
        statements=tuple(Statement(article, 35, 40, f"{day[article]}04") for article in made),
    )


def _many(actors: int) -> dict[str, Actor]:
    return {f"actor-{at:05}": Actor(f"actor-{at:05}", f"Actor {at:05}", "other") for at in range(actors)}


def longest(articles: int) -> int:
    pages, problems = render.pages(corpus(articles), SITE)
    assert not problems
    return max(len(page.text) for page in pages if page.path.endswith(".md"))


def test_no_page_grows_with_the_number_of_articles():
    assert longest(1600) <= 1.3 * longest(800)


def test_each_template_that_cannot_be_filled_is_told_once_and_gives_no_page(tmp_path: Path):
    (packaged,) = SITE.templates
    for template in packaged.glob("*.jinja"):
        (tmp_path / template.name).write_text("\n{{ nothing }}\n", encoding="utf-8")
    pages, problems = render.pages(corpus(300), replace(SITE, templates=(tmp_path, packaged)))
    assert not [page.path for page in pages if not page.path.startswith(("assets/", "data/"))]
    told = [str(problem.place).removeprefix("templates/").removesuffix(".jinja:2") for problem in problems]
    lists = ["actors.md", "articles.md", "chronology.md", "lost.md", "quotations.md", "sources.md"]
    pages_of = ["actor-year.md", "actor.md", "article.md", "source-year.md", "source.md"]
    assert told == sorted([*lists, *pages_of, "data.md", "datapackage.json", "home.md", "network.md", "search.md"])


def test_the_pages_of_long_lists_lead_to_pages_that_are_there():
    pages, _ = render.pages(corpus(300), SITE)
    paths = {page.path for page in pages}
    leads = {
        (page.path, posixpath.normpath(posixpath.join(posixpath.dirname(page.path), lead)))
        for page in pages
        for lead in re.findall(r"\]\(([^)#:]+\.md)", page.text)
    }
    assert {"actors/ada/2001.md", "articles/years/2001.md", "chronology/2001.md"} <= {lead for _, lead in leads}
    assert not {(path, lead) for path, lead in leads if lead not in paths}
