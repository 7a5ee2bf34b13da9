"""What only all articles together can tell."""

import pytest

from generator import resolve, slug
from generator.model import Actor, Analysis, Article, Citation, Finding, Glossary, Mention, Outlet, Publication

ORBIT = Publication("orbit-weekly", "Orbit Weekly", ("OW",), volume_one=2001)
GLOSSARY = Glossary(
    actors={"ada": Actor("ada", "Ada Example", "person"), "bob": Actor("bob", "Bob Example", "person")},
    outlets={"reuters": Outlet("reuters", "Reuters"), "unused": Outlet("unused", "Unused")},
    publications={"orbit-weekly": ORBIT},
)


def article(identifier: str, **facts: object) -> Article:
    seed = str(facts.pop("seed", f"articles/{identifier}.txt"))
    return Article(identifier, seed, "0" * 64, str(facts.pop("text", "Text.")), (), **facts)  # type: ignore[arg-type]


def cited(identifier: str, outlet: str, printed: str, **facts: object) -> Citation:
    return Citation(identifier, 0, 3, "(x)", outlet=outlet, printed=printed, **{"kind": "source", **facts})  # type: ignore[arg-type]


def fold(*analyses: Analysis):
    return resolve.corpus(analyses, GLOSSARY, folder="seeds")


def test_only_mentioned_actors_and_cited_outlets_are_kept():
    mention = Mention("one", "ada", 0, 3, "Ada", "given_name")
    corpus = fold(Analysis(article("one"), (mention,), (cited("one", "reuters", "Reuters"),)))
    assert list(corpus.actors) == ["ada"]
    assert list(corpus.outlets) == ["reuters"]


def test_an_outlet_that_no_file_describes_bears_the_name_printed_most_often():
    spellings = ("Polar Post", "Polar post", "Polar Post")
    corpus = fold(Analysis(article("one"), (), tuple(cited("one", "polar-post", printed) for printed in spellings)))
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
    corpus = fold(Analysis(article("one"), (), (cited("one", "pier", printed),)))
    assert corpus.outlets["pier"].name == name


def test_a_citation_without_an_outlet_makes_none():
    assert not fold(Analysis(article("one"), (), (cited("one", "", "", kind="damaged"),))).outlets


def test_articles_come_sorted_by_address_whatever_the_order_of_seeds():
    one, two = Analysis(article("one")), Analysis(article("two"))
    assert fold(two, one) == fold(one, two)
    assert list(fold(two, one).articles) == ["one", "two"]


def test_a_shared_address_is_reported_for_each_and_settled_by_the_seed_path():
    first = Analysis(article("same", seed="articles/a.txt"), (Mention("same", "ada", 0, 3, "Ada", "name"),))
    second = Analysis(article("same", seed="articles/b.txt"))
    corpus = fold(first, second)
    assert len(corpus.articles) == 2
    assert "same" not in corpus.articles
    assert {mention.article for mention in corpus.mentions} <= set(corpus.articles)
    assert [problem.place.path for problem in corpus.problems] == ["seeds/articles/a.txt", "seeds/articles/b.txt"]
    alone = resolve.corpus([second, first], GLOSSARY, folder="seeds")
    assert list(alone.articles) == list(corpus.articles)


SELF = {"kind": "self", "date": "2003-06-23"}


@pytest.mark.parametrize(
    ("others", "printed", "target"),
    [
        ([("2003-06-23", "orbit-weekly")], "OW", "other-0"),
        ([("2003-06-23", "orbit-weekly")], "Orbit Weekly", "other-0"),
        ([("2003-06-24", "orbit-weekly")], "OW", ""),
        ([("2003", "orbit-weekly")], "OW", ""),
        ([("2003-06-23", "another-series")], "OW", ""),
        ([("2003-06-23", None)], "An unknown series", ""),
        ([("2003-06-23", "orbit-weekly"), ("2003-06-23", "orbit-weekly")], "OW", ""),
    ],
)
def test_a_self_citation_leads_to_the_one_article_that_fits(others, printed, target):
    citing = Analysis(article("citing"), (), (cited("citing", "ow", printed, **SELF),))
    rest = [Analysis(article(f"other-{at}", date=day, series=series)) for at, (day, series) in enumerate(others)]
    assert fold(citing, *rest).citations[0].target == target


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
def test_a_finding_becomes_a_problem_with_its_line_and_column(text, start, place):
    corpus = fold(Analysis(article("one", text=text), findings=(Finding(start, "code", "what"),)))
    assert str(corpus.problems[0].place) == place


def test_an_address_that_a_tag_gives_may_be_taken_and_nobody_is_lost():
    sharing = [Analysis(article("x", seed=f"articles/{name}.txt")) for name in ("a", "b")]
    taken = [slug.tagged("x", "articles/a.txt"), slug.tagged(slug.tagged("x", "articles/a.txt"), "articles/a.txt")]
    corpus = fold(*sharing, *(Analysis(article(address)) for address in taken))
    assert {one.seed for one in corpus.articles.values()} == {
        *(f"articles/{name}.txt" for name in ("a", "b", *taken)),
    }


def test_thousands_with_one_address_name_a_few_each():
    corpus = fold(*(Analysis(article("x", seed=f"articles/{at}.txt")) for at in range(2000)))
    assert len(corpus.articles) == len(corpus.problems) == 2000
    assert all(str(problem).count("articles/") == 4 and "and 1996 more" in problem.what for problem in corpus.problems)


def test_another_article_with_an_address_changes_only_those_that_share_it():
    seeds = [
        Analysis(article(address, seed=f"articles/{name}.txt")) for name, address in zip("abc", "xyx", strict=True)
    ]
    alone, shared, more = fold(*seeds[:2]), fold(*seeds), fold(*seeds, Analysis(article("x", seed="articles/d.txt")))
    assert list(alone.articles) == ["x", "y"]
    assert set(shared.articles) - {"y"} < set(more.articles) - {"y"}
    assert "x" not in shared.articles  # nobody takes over the address that another article had
