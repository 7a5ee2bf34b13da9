"""Which articles stand beside one: those that name the same, the rarer the name the nearer, and its series."""

import pytest

from generator.corpus import Corpus
from generator.model import Actor
from generator.publish.related import Beside, Neighbour
from generator.sheet import Named, Sheet


def sheet(address: str, *actors: str, **facts: object) -> Sheet:
    named = tuple(Named(actor, 1, "", "", ("the-quay",), (), ()) for actor in actors)
    return Sheet(address, f"articles/{address}.txt", "0", address.title(), "", named=named, **facts)  # type: ignore[arg-type]


def beside(*sheets: Sheet) -> Beside:
    actors = sorted({named.actor for one in sheets for named in one.named})
    return Beside(
        Corpus(
            {one.slug: one for one in sorted(sheets, key=lambda one: one.slug)},
            {actor: Actor(actor, actor.title(), "other") for actor in actors},
        )
    )


def related(of: str, *sheets: Sheet) -> list[tuple[str, list[str]]]:
    return [(one.id, list(one.shared)) for one in beside(*sheets).related(of)]


COMMON = [sheet(f"z{at}", "everybody") for at in range(9)]


def test_who_shares_a_rarer_name_is_nearer():
    one, common, rare = sheet("one", "ada", "everybody"), sheet("a", "everybody"), sheet("b", "ada")
    assert related("one", one, common, rare, *COMMON)[:2] == [("b", ["Ada"]), ("a", ["Everybody"])]


def test_who_shares_more_names_is_nearer_and_the_rarest_say_why():
    names = ("ada", "bob", "cid", "dan", "everybody")
    found = related("one", sheet("one", *names), sheet("a", *names), sheet("b", *names[:2]), *COMMON)
    assert found[:2] == [("a", ["Cid", "Dan", "Ada"]), ("b", ["Ada", "Bob"])]


def test_of_articles_that_are_alike_five_are_given_in_the_order_of_their_addresses():
    found = related("one", sheet("one", "ada"), *(sheet(f"a{at}", "ada") for at in range(9)))
    assert found == [(f"a{at}", ["Ada"]) for at in range(5)]


def test_an_article_that_shares_no_name_is_not_related_and_none_is_to_itself():
    assert related("one", sheet("one", "ada"), sheet("two", "bob"), sheet("three")) == []
    assert related("three", sheet("one", "ada"), sheet("three")) == []


def test_relation_is_mutual():
    sheets = [sheet("one", "ada", "bob"), sheet("two", "bob"), sheet("three", "ada")]
    pairs = {(one.slug, other) for one in sheets for other, _ in related(one.slug, *sheets)}
    assert pairs == {(second, first) for first, second in pairs}


def test_a_name_that_thousands_share_is_looked_at_in_bounds():
    looked = 0

    class Edges(tuple):  # noqa: SLOT001 - a tuple that counts
        def __iter__(self):
            nonlocal looked
            for edge in super().__iter__():
                looked += 1
                yield edge

        def __getitem__(self, at):
            return Edges(super().__getitem__(at))

    found = beside(*(sheet(f"a{at:04}", "everybody") for at in range(2_000)))
    corpus = found._corpus  # noqa: SLF001 - what it knows
    corpus.__dict__["naming"] = {actor: Edges(edges) for actor, edges in corpus.naming.items()}
    assert len(found.related("a1999")) == 5
    assert looked <= 200


SERIES = [
    sheet("first", publication="Orbit Weekly", date="2003-01-05"),
    sheet("third", publication="ORBIT WEEKLY", date="2003-03-05"),
    sheet("second", publication="Orbit Weekly", date="2003-02-05"),
    sheet("other", publication="Pier", date="2003-02-06"),
    sheet("alone"),
]


@pytest.mark.parametrize(
    ("address", "earlier", "later"),
    [
        ("first", None, "second"),
        ("second", "first", "third"),
        ("third", "second", None),
        ("other", None, None),
        ("alone", None, None),
    ],
)
def test_an_article_has_its_neighbours_in_the_series(address: str, earlier: str | None, later: str | None):
    expected = [Neighbour(one, one.title()) if one else None for one in (earlier, later)]
    assert [beside(*SERIES).neighbour(address, step) for step in (-1, 1)] == expected


def test_where_issues_have_no_day_their_numbers_order_them():
    issues = [sheet(f"i{at}", publication="Orbit", date="2003", volume=3, issue=at) for at in (10, 9, 2)]
    found = beside(*issues)
    assert found.neighbour("i9", 1) == Neighbour("i10", "I10")
    assert found.neighbour("i9", -1) == Neighbour("i2", "I2")
