"""What the records say of themselves."""

import pytest

from generator.model import Citation, Place, Problem


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
