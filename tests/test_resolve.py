"""What only all articles together can tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import excerpt, resolve, slug
from generator.corpus import Corpus
from generator.model import Actor, Analysis, Article, Finding, Glossary, Outlet
from generator.sheet import Named, Report, Sheet

GLOSSARY = Glossary(
    actors={"ada": Actor("ada", "Ada Example", "person"), "bob": Actor("bob", "Bob Example", "person")},
    outlets={"reuters": Outlet("reuters", "Reuters"), "unused": Outlet("unused", "Unused")},
)


def sheet(identifier: str, **facts: object) -> Sheet:
    seed = str(facts.pop("seed", f"articles/{identifier}.txt"))
    return Sheet(identifier, seed, "0" * 64, identifier.title(), "Words.", **facts)  # type: ignore[arg-type]


def named(actor: str) -> Named:
    return Named(actor, 1, "", "", ("the-quay",), (), ("Ada",))


def cited(outlet: str, *printed: str, date: str | None = None) -> Report:
    return Report(outlet, outlet, printed, date, None, "", len(printed), (), (), ())


def fold(*sheets: Sheet, published: dict[str, str] | None = None) -> Corpus:
    return resolve.corpus(sheets, GLOSSARY, folder="seeds", published=published)


def test_only_mentioned_actors_and_cited_outlets_are_kept():
    corpus = fold(sheet("one", named=(named("ada"),), reports=(cited("reuters", "Reuters"),)))
    assert list(corpus.actors) == ["ada"]
    assert list(corpus.outlets) == ["reuters"]


def test_an_outlet_that_no_file_describes_bears_the_name_printed_most_often():
    spellings = ("Polar Post", "Polar post", "Polar Post")
    corpus = fold(
        sheet("one", reports=(cited("polar-post", *spellings[:2]),)),
        sheet("two", reports=(cited("polar-post", spellings[2]),)),
    )
    assert corpus.outlets["polar-post"] == Outlet(
        "polar-post", "Polar Post", ("Polar post",), status="suggested", origin="cited"
    )


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("https://www.pier.example/a/b.php?id=4", "pier.example"),
        ("www.pier.example/a", "pier.example"),
        ("www.pier.example", "www.pier.example"),
        ("RFE/RL", "RFE/RL"),
        ("Radio Free Harbour/Radio Pier", "Radio Free Harbour/Radio Pier"),
        ("http://[pier/a", "http://[pier/a"),
    ],
)
def test_an_outlet_known_by_the_address_of_one_page_is_called_like_its_site(printed: str, name: str):
    corpus = fold(sheet("one", reports=(cited("pier", printed),)))
    assert corpus.outlets["pier"].name == name


def test_edges_are_found_from_the_end_that_they_lead_to():
    ada, reuters = named("ada"), cited("reuters", "Reuters")
    corpus = fold(sheet("two", named=(ada, named("bob")), reports=(reuters,)), sheet("one", named=(ada,)))
    assert corpus.naming == {"ada": (("one", ada), ("two", ada)), "bob": (("two", named("bob")),)}
    assert corpus.citing == {"reuters": (("two", reuters),)}


@pytest.mark.parametrize(
    ("text", "start", "place"),
    [
        ("abc", 0, "seeds/articles/one.txt:1:1"),
        ("abc", 2, "seeds/articles/one.txt:1:3"),
        ("ab\ncd", 3, "seeds/articles/one.txt:2:1"),
        ("ab\r\n\ncd", 6, "seeds/articles/one.txt:3:2"),
        ("ab\ncd", 2, "seeds/articles/one.txt:1:3"),
    ],
)
def test_a_finding_becomes_a_problem_with_its_line_and_column(text: str, start: int, place: str):
    article = Article("one", "articles/one.txt", "0" * 64, text, ())
    analysis = Analysis(article, findings=(Finding(start, "code", "what"),))
    corpus = fold(excerpt.extract(analysis, GLOSSARY, "section").sheet)
    assert str(corpus.problems[0].place) == place


# Who has which address.


def addresses(corpus: Corpus) -> dict[str, str]:
    """Give the address of each seed by the seed's name."""
    return {one.seed.removeprefix("articles/").removesuffix(".txt"): at for at, one in corpus.articles.items()}


def test_articles_come_sorted_by_address_whatever_the_order_of_seeds():
    one, two = sheet("one"), sheet("two")
    assert fold(two, one) == fold(one, two)
    assert list(fold(two, one).articles) == ["one", "two"]


A, B, C = (sheet("same", seed=f"articles/{name}.txt") for name in "abc")
TAGGED = {name: slug.tagged("same", f"articles/{name}.txt") for name in "abc"}


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ({}, {"a": "same", "b": TAGGED["b"], "c": TAGGED["c"]}),
        ({"same": "articles/b.txt"}, {"a": TAGGED["a"], "b": "same", "c": TAGGED["c"]}),
        # What stepped aside once stays there, though the one that it made way for has gone.
        ({TAGGED["a"]: "articles/a.txt"}, {"a": TAGGED["a"], "b": "same", "c": TAGGED["c"]}),
        (
            {TAGGED["a"]: "articles/a.txt", TAGGED["b"]: "articles/b.txt", "same": "articles/c.txt"},
            {"a": TAGGED["a"], "b": TAGGED["b"], "c": "same"},
        ),
        # A page that a seed has left, or that a person wrote, holds nothing.
        ({"same": "articles/gone.txt"}, {"a": "same", "b": TAGGED["b"], "c": TAGGED["c"]}),
        ({"other": "articles/b.txt"}, {"a": "same", "b": TAGGED["b"], "c": TAGGED["c"]}),
    ],
)
def test_of_articles_with_one_title_the_one_that_is_published_keeps_its_address(published, expected):
    corpus = fold(A, B, C, published=published)
    assert addresses(corpus) == expected
    aside = sorted(f"seeds/articles/{name}.txt" for name, address in expected.items() if address != "same")
    assert [problem.place.path for problem in corpus.problems] == aside
    assert {problem.code for problem in corpus.problems} == {"address-shared"}


SLUGS = st.sampled_from(["x", "y", TAGGED["a"]])


@given(st.lists(SLUGS, min_size=1, max_size=5), st.lists(SLUGS, max_size=4), st.data())
def test_no_published_article_ever_moves_whatever_comes_or_goes(first: list[str], later: list[str], data):
    here = [sheet(address, seed=f"articles/{at:03}.txt") for at, address in enumerate(first)]
    more = [sheet(address, seed=f"articles/{at}.txt") for at, address in zip("9a0b", later, strict=False)]
    before = fold(*here)
    staying = [one for one in here if data.draw(st.booleans())]
    after = fold(*staying, *more, published={address: one.seed for address, one in before.articles.items()})
    assert len(after.articles) == len(staying) + len(more)
    stayed = {one.seed for one in staying}
    assert {seed: at for seed, at in addresses(before).items() if f"articles/{seed}.txt" in stayed}.items() <= (
        addresses(after).items()
    )


def test_an_address_from_front_matter_is_kept_against_a_page_of_another_name():
    fixed = sheet("same", seed="articles/a.txt", fixed=True)
    assert addresses(fold(fixed, published={TAGGED["a"]: "articles/a.txt"})) == {"a": "same"}


def test_an_address_that_a_tag_gives_may_be_taken_and_nobody_is_lost():
    sharing = [sheet("x", seed=f"articles/{name}.txt") for name in ("a", "b")]
    taken = [slug.tagged("x", "articles/b.txt"), slug.tagged(slug.tagged("x", "articles/b.txt"), "articles/b.txt")]
    corpus = fold(*sharing, *(sheet(address) for address in taken))
    assert addresses(corpus).keys() == {"a", "b", *taken}


def test_thousands_with_one_address_name_a_few_each():
    corpus = fold(*(sheet("x", seed=f"articles/{at}.txt") for at in range(2000)))
    assert len(corpus.articles) == len(corpus.problems) + 1 == 2000
    assert all(str(problem).count("articles/") == 4 and "and 1996 more" in problem.what for problem in corpus.problems)
