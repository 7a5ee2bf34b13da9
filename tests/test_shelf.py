"""Long lists are cut by what they are sorted by, and no page grows without bound."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator import render
from generator.cache import Cache
from generator.corpus import Corpus
from generator.model import Actor, Outlet
from generator.publish import chart, circle
from generator.render import shelf
from generator.render.shelf import Cut, Shelf
from generator.render.templates import Templates
from generator.sheet import Named, Passage, Prose, Report, Said, Sheet, Stated
from tests.papers import SITE, templates

DATES = st.one_of(st.none(), st.dates().map(str), st.dates().map(lambda date: str(date)[:7]), st.just("XXXX-05-04"))
NEAR = st.builds("{}-{:02}-{:02}".format, st.integers(2001, 2002), st.integers(1, 2), st.integers(1, 2))
ROWS = st.lists(st.one_of(DATES, NEAR, st.sampled_from(["2001", "2001-01"]))).map(lambda dates: sorted(dates, key=str))


def cut(most: int, *, newest_first: bool = False) -> Cut[str | None]:
    return Cut((shelf.year, shelf.month), most, newest_first=newest_first)


def walked(shelves: Sequence[Shelf[str | None]]) -> Iterator[Shelf[str | None]]:
    for one in shelves:
        yield one
        yield from walked(one.below)


@given(dates=ROWS, most=st.integers(1, 5), turned=st.booleans())
def test_every_row_is_on_one_shelf_and_no_shelf_is_too_long(dates: list[str | None], most: int, *, turned: bool):
    shelves = list(walked(cut(most, newest_first=turned).shelves(dates)))
    assert sorted((date for one in shelves for date in one.rows), key=str) == dates
    assert all(len(one.rows) <= most for one in shelves)
    assert all(one.rows or one.below for one in shelves)
    names = [one.name for one in shelves]
    assert len(names) == len(set(names))


@given(ROWS, ROWS, st.integers(1, 5))
def test_no_shelf_moves_or_goes_as_the_list_grows_wherever_it_grows(
    dates: list[str | None], more: list[str | None], most: int
):
    before, after = (
        {one.name for one in walked(cut(most).shelves(rows))} for rows in (dates, sorted([*dates, *more], key=str))
    )
    assert before <= after


@given(ROWS, st.integers(1, 5))
def test_a_shelf_counts_what_is_on_it_and_below_it(dates: list[str | None], most: int):
    for one in cut(most).shelves(dates):
        assert one.count == sum(len(inner.rows) for inner in walked([one]))


def test_a_year_that_is_too_long_keeps_its_page_and_leads_to_its_months_and_those_to_numbered_parts():
    dates = ["1999", "2001", "2001-05-04", "2001-05-05", "2001-05-06", "2001-06-01", "2004"]
    named = {one.name: list(one.rows) for one in walked(cut(2).shelves(dates))}
    assert named == {
        "1999": ["1999"],
        "2001": ["2001"],  # a date that is no more than the year has no month to go to
        "2001-05": ["2001-05-04", "2001-05-05"],
        "2001-05-part-2": ["2001-05-06"],
        "2001-06": ["2001-06-01"],
        "2004": ["2004"],
    }
    (year,) = (one for one in cut(2).shelves(dates) if one.key == "2001")
    assert [one.name for one in year.below] == ["2001-05", "2001-06"]
    assert [one.name for one in year.below[0].below] == ["2001-05-part-2"]
    assert year.count == 5


def test_what_has_no_date_stands_last_and_the_newest_first():
    shelves = cut(1, newest_first=True).shelves(["1999", "2001-02-03", "2001-04-05", "2002", None])
    assert [one.key for one in shelves] == ["2002", "2001", "1999", "undated"]
    assert [one.key for one in shelves[1].below] == ["2001-04", "2001-02"]


@pytest.mark.parametrize("turned", [False, True])
def test_a_new_row_leaves_the_parts_before_it_as_they_are(*, turned: bool):
    rows = [f"2001-05-{day:02}" for day in range(1, 20)]
    before, after = (
        {one.name: one.rows for one in walked(cut(4, newest_first=turned).shelves(some))} for some in (rows[:-1], rows)
    )
    last = "2001-05-part-5"
    assert {name: some for name, some in after.items() if name != last}.items() == (
        {name: some for name, some in before.items() if name != last}.items()
    )


def test_names_are_listed_under_their_first_letter_whatever_its_marks_or_script():
    assert [shelf.letter(name) for name in ("Île", "“Quay”", "Øst", "Брно", "9 May", "…")] == [*"iqoб9", "other"]


def test_a_letter_with_too_many_names_leads_to_those_that_go_on_alike():
    names = ["A", "Ab", "Abe", "Ac", "B"]
    shelves = Cut((shelf.letter, shelf.letters), 2, str.title).shelves(names)
    assert [(one.label, list(one.rows)) for one in walked(shelves)] == [
        ("A", ["A"]),
        ("Ab", ["Ab", "Abe"]),
        ("Ac", ["Ac"]),
        ("B", ["B"]),
    ]


def test_a_chart_has_a_column_for_each_year_as_high_as_its_count():
    drawn = chart.by_year({"2003": 1, "undated": 2, "2001": 2})
    assert [(column.year, column.count) for column in drawn.columns] == [("2001", 2), ("2003", 1)]
    assert drawn.columns[0].height == 2 * drawn.columns[1].height
    assert drawn.undated == 2
    assert not chart.by_year({}).columns


def test_names_stand_beside_those_that_they_are_most_often_with():
    assert circle.order(["a", "b", "c"], {("a", "c"): 5, ("a", "b"): 1}) == ["a", "c", "b"]
    spots = list(circle.spots([str(at) for at in range(30)]).values())
    assert len({(spot.x, spot.y) for spot in spots}) == 30
    assert all(-90 <= spot.turn <= 90 for spot in spots)
    assert all(0 < at < circle.SIZE for spot in spots for at in (spot.x, spot.y))
    assert all(first != second for first, second in pairwise(spots))


PASSAGE = Passage(
    "<mark>Ada Vantongeren</mark> said “we agree” on May 4 (Polar Post, May 5).", "ada-vantongeren-said", 0, 62
)
SHOWN = ((PASSAGE.anchor,), (PASSAGE,))


def sheet(at: int) -> Sheet:
    """Give an article that names one actor whom all name, and one whom none does, and cites, quotes, states a day."""
    year = 2000 + at % 20
    return Sheet(
        slug=f"a{at:05}",
        seed=f"articles/{at}.txt",
        sha256="0",
        title=f"Number {at}",
        description="Words.",
        publication="Orbit Weekly",
        date=f"{year}-05-06",
        anchors=(PASSAGE.anchor,),
        named=(
            Named("ada", 1, f"Office {at}", PASSAGE.anchor, *SHOWN, ("Ada Vantongeren",)),
            Named(f"actor-{at:05}", 1, "", "", *SHOWN, ("Vantongeren",)),
        ),
        said=(Said("ada", "Ada Vantongeren", "“we agree”", PASSAGE, "polar-post", "Polar Post", f"{year}-05-05"),),
        quotations=1,
        reports=(
            Report(
                "polar-post", "Polar Post", ("Polar Post",), f"{year}-05-05", None, "", 1, ("(Polar Post)",), *SHOWN
            ),
        ),
        stated=(Stated(f"{year}-05-04", None, PASSAGE),),
        together=(("ada", f"actor-{at:05}"),),
    )


def corpus(articles: int) -> Corpus:
    sheets = [sheet(at) for at in range(articles)]
    actors = {f"actor-{at:05}": Actor(f"actor-{at:05}", f"Actor {at:05}", "other") for at in range(articles)}
    return Corpus(
        articles={one.slug: one for one in sheets},
        actors={"ada": Actor("ada", "Ada Vantongeren", "person"), **actors},
        outlets={"polar-post": Outlet("polar-post", "Polar Post")},
        digests={one.slug: one.slug.encode() for one in sheets},
    )


def rendered(articles: int, using: Templates) -> dict[str, str]:
    together = corpus(articles)
    prose = Prose("", "Words.", {})
    return {page.path: page.text for page in render.pages(together, lambda _seed: prose, using, Cache())}


@pytest.fixture(scope="module")
def of_800() -> dict[str, str]:
    return rendered(800, templates())


def test_no_page_grows_with_the_number_of_articles(of_800: dict[str, str]):
    longest = [max(map(len, pages.values())) for pages in (of_800, rendered(1600, templates()))]
    assert longest[1] <= 1.3 * longest[0]


def test_no_page_goes_and_no_report_moves_as_articles_come(of_800: dict[str, str]):
    few = rendered(100, templates())
    assert few.keys() <= of_800.keys()
    for path, text in few.items():
        if path.startswith(("actors/", "sources/", "chronology", "articles/years")):
            ids = set(re.findall(r"\{ #(\S+)", text))
            kept = {one for one in ids if one.startswith(("polar-post", "ada", "actor-"))}
            assert kept <= set(re.findall(r"\{ #(\S+)", of_800[path])), path


def test_an_article_of_another_seed_changes_no_byte_of_an_article_page(of_800: dict[str, str]):
    few = rendered(100, templates())
    assert {
        path: text for path, text in few.items() if re.fullmatch(r"articles/a\d+\.md", path)
    }.items() <= of_800.items()


def test_each_template_that_cannot_be_filled_is_told_once_and_gives_no_page(tmp_path: Path):
    (packaged,) = SITE.templates
    for template in packaged.glob("*.jinja"):
        (tmp_path / template.name).write_text("\n{{ nothing }}\n", encoding="utf-8")
    broken = Templates(replace(SITE, templates=(tmp_path, packaged)))
    assert not [path for path in rendered(1000, broken) if not path.startswith("assets/")]
    told = [str(problem.place).removeprefix("templates/").removesuffix(".jinja:2") for problem in broken.found]
    lists = ["actors.md", "articles.md", "chronology.md", "lost.md", "quotations.md", "sources.md"]
    pages_of = ["actor-year.md", "actor.md", "article.md", "source-year.md", "source.md"]
    assert told == sorted([*lists, *pages_of, "data.md", "home.md", "network.md", "search.md"])


def test_the_pages_of_long_lists_lead_to_pages_that_are_there(of_800: dict[str, str]):
    leads = {
        (path, posixpath.normpath(posixpath.join(posixpath.dirname(path), lead)))
        for path, text in of_800.items()
        for lead in re.findall(r"\]\(([^)#:]+\.md)", text)
    }
    expected = {"actors/ada/2001.md", "actors/ada/2001-05-part-2.md", "articles/years/2001.md", "chronology/2001.md"}
    assert expected <= {lead for _, lead in leads}
    assert not {(path, lead) for path, lead in leads if lead not in of_800}
