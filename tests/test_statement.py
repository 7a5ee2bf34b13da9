"""Which days and months an article states, and in which year."""

import pytest

from generator.analyse import statement
from generator.model import Article, Block, Citation


def stated(text: str, date: str | None, *citations: Citation) -> list[tuple[str, bool]]:
    article = Article("a", "articles/a.txt", "0", text, (Block(0, len(text), "paragraph", 1),), date=date)
    found = statement.statements(article, citations)
    assert all(text[one.start : one.end] for one in found)
    return [(one.date, one.date_basis is None) for one in found]


@pytest.mark.parametrize(
    ("text", "date", "found"),
    [
        ("They met in December 2008.", "2010", [("2008-12", True)]),
        ("They met on February 8.", "2010", [("2010-02-08", False)]),
        ("They met on February 8.", "2010-02-10", [("2010-02-08", False)]),
        ("They met on February 8.", "2010-02-05", [("XXXX-02-08", False)]),  # is it said of last year or next week?
        ("They met on 25 December.", "2010-01-05", [("2009-12-25", False)]),
        ("They met on May 4 and on May 6, 2001.", "2003-07-01", [("2003-05-04", False), ("2001-05-06", True)]),
        ("They met on February 8.", None, [("XXXX-02-08", False)]),
        ("They may meet in 2010.", "2010", []),
    ],
)
def test_dates_in_the_text(text: str, date: str | None, found: list[tuple[str, bool]]):
    assert stated(text, date) == found


def test_the_date_of_a_citation_is_no_statement():
    text = "They met on May 4 (Polar Post, May 5)."
    cited = Citation("a", 18, 37, text[18:37], "source", "polar-post", "Polar Post", "2010-05-05")
    assert stated(text, "2010", cited) == [("2010-05-04", False)]


def test_late_months_follow_the_reports_into_the_year_before():
    text = "They met on December 4 (Polar Post, December 5)."
    cited = Citation("a", 23, 47, text[23:47], "source", "polar-post", "Polar Post", "2009-12-05", "early issue")
    assert stated(text, "2010", cited) == [("2009-12-04", False)]
