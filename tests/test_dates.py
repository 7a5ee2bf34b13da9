"""Dates as printed and as EDTF."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import dates
from generator.dates import Date


@pytest.mark.parametrize(
    ("word", "number"),
    [("January", 1), ("FEBRUARY", 2), ("Mar", 3), ("Sept.", 9), ("dec.", 12), ("Marchenko", 0), ("Mayor", 0), ("", 0)],
)
def test_months_are_known_by_name_and_abbreviation(word: str, number: int) -> None:
    assert dates.month(word) == number


@pytest.mark.parametrize(
    ("digits", "number"),
    [("7", 7), ("07", 7), ("31", 31), ("32", 0), ("21st", 21), ("3O", 30), ("O2", 2), ("1l", 11), ("x", 0), ("", 0)],
)
def test_days_are_read_with_ordinals_and_misread_letters(digits: str, number: int) -> None:
    assert dates.day(digits) == number


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("2010", Date(2010)),
        ("2010-02", Date(2010, 2)),
        ("2010-02-04", Date(2010, 2, 4)),
        ("XXXX-02-29", Date(0, 2, 29)),
        ("2010-02-04/2010-02-07", Date(2010, 2, 4)),
        ("2010-02-30", None),
        ("2010-13", None),
        ("0000", None),
        ("4 February", None),
        ("", None),
    ],
)
def test_edtf_is_read(edtf: str, date: Date | None) -> None:
    assert dates.parse(edtf) == date


@pytest.mark.parametrize(
    ("printed", "article", "year"),
    [
        (Date(0, 2, 4), Date(2010), 2010),  # a year alone ends with its last day
        (Date(0, 12, 31), Date(2010), 2010),
        (Date(0, 2, 4), Date(2010, 2, 4), 2010),  # on the day itself
        (Date(0, 2, 5), Date(2010, 2, 4), 2009),
        (Date(0, 12, 16), Date(1994, 3, 10), 1993),
        (Date(0, 2, 28), Date(2010, 2), 2010),
        (Date(0, 3), Date(2010, 2), 2009),
        (Date(0, 2, 29), Date(2010, 5, 1), 2008),
        (Date(0, 2, 29), Date(1904, 1, 1), 1896),  # 1900 was no leap year
        (Date(2017, 7, 25), Date(2010), 2017),  # what is printed wins
        (Date(0, 2, 4), None, 0),
        (Date(0, 2, 4), Date(0, 5, 1), 0),
    ],
)
def test_a_year_that_is_not_printed_is_the_latest_that_fits(printed: Date, article: Date | None, year: int) -> None:
    assert dates.resolve(printed, article) == Date(year, printed.month, printed.day)


@given(st.dates(), st.dates())
def test_a_resolved_day_is_on_or_before_the_article_and_less_than_a_leap_year_cycle_away(printed, article) -> None:
    latest = Date(article.year, article.month, article.day)
    found = dates.resolve(Date(0, printed.month, printed.day), latest)
    if found.year:
        assert found <= latest
        assert latest.year - found.year <= (8 if (found.month, found.day) == (2, 29) else 1)


@given(st.dates())
def test_edtf_goes_there_and_back(day) -> None:
    date = Date(day.year, day.month, day.day)
    assert str(date) == day.isoformat()
    assert dates.parse(str(date)) == date


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On January 29, officials met.", [("January 29", "XXXX-01-29")]),
        ("On 16 December 1993 they met.", [("16 December 1993", "1993-12-16")]),
        ("It began in February 2014 and in 2015.", [("February 2014", "2014-02")]),
        ("on October 25, 2009. Since then", [("October 25, 2009", "2009-10-25")]),
        ("the 3rd of May and May 4th", [("3rd of May", "XXXX-05-03"), ("May 4th", "XXXX-05-04")]),
        ("since 2010-02-04", [("2010-02-04", "2010-02-04")]),
        ("It may 5 times march 3 miles; Marchenko 5; 31 February", []),
    ],
)
def test_dates_in_prose(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[date.start : date.end], str(date.date)) for date in dates.scan(text, 0, len(text))] == found


@pytest.mark.parametrize("date", [Date(0, 2, 30), Date(0, 13, 1)])
def test_a_day_that_no_year_has_gets_none(date: Date) -> None:
    assert dates.resolve(date, Date(2010)) == date


IN_CALENDAR = ["2010", "2010-02", "2010-02-04", "2008-02-29", "1000", "9999-12-31"]
NOT_IN_CALENDAR = (
    "2010-02-31 2009-02-29 1900-02-29 2010-13 2010-00 2010-02-00 2010-04-31 0000 0000-02-04 XXXX XXXX-02-04 2010/2011"
    " 2010-2 2010-2-4 10 999 20100204 02010 2010-02-04T10:00 2010? -2010 ２０１０ 2010-"
).split()


@pytest.mark.parametrize("edtf", IN_CALENDAR)
def test_the_calendar_has_it(edtf: str):
    assert dates.in_calendar(edtf)


@pytest.mark.parametrize("edtf", ["", " 2010", "2010\n", *NOT_IN_CALENDAR])
def test_the_calendar_does_not_have_it(edtf: str):
    assert not dates.in_calendar(edtf)
