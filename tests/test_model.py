"""What the records say of themselves."""

import pytest

from generator.model import Article, Block, Citation, Place, Problem


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place("a.txt"), "a.txt"),
        (Place("a.txt", 3), "a.txt:3"),
        (Place("a.txt", 3, 7), "a.txt:3:7"),
    ],
)
def test_a_place_says_what_is_known(place, said):
    assert str(place) == said


def test_a_problem_is_one_line_with_place_severity_what_why_and_what_to_do():
    problem = Problem(Place("a.txt", 3, 7), "odd", "this is odd", "it counts twice", "drop it", "warning")
    assert str(problem) == "a.txt:3:7: warning: this is odd, it counts twice; drop it [odd]"


@pytest.mark.parametrize(
    ("outlet", "date", "source"),
    [
        ("interfax", "2010-02-04", "interfax-2010-02-04"),
        ("interfax", None, "interfax-undated"),
        ("pap", "1994-01-29/1994-01-30", "pap-1994-01-29-to-1994-01-30"),
        ("", "2010-12-06", ""),
    ],
)
def test_a_source_is_an_outlet_on_a_date(outlet, date, source):
    assert Citation("a", 0, 1, "(", "source", outlet=outlet, date=date).source == source


def test_a_problem_is_one_line_whatever_it_names():
    nasty = "a\nb\u202e\x1b[31m\udc80.txt"
    said = str(Problem(Place(nasty, 1), "code", f"it says {nasty}", nasty, nasty))
    assert said.isprintable()
    assert "a\\nb\\u202e\\x1b[31m\\udc80.txt" in said


@pytest.mark.parametrize(("offset", "number"), [(0, 1), (3, 1), (4, 2), (5, 2), (8, 2), (9, 3), (12, 3)])
def test_each_place_of_an_article_lies_in_a_block_or_before_one(offset, number):
    blocks = (Block(0, 4, "paragraph", 1), Block(5, 9, "paragraph", 2), Block(10, 13, "paragraph", 3))
    assert Article("a", "s", "0", "one\n\ntwo\n\n\nsix", blocks).block(offset).number == number
