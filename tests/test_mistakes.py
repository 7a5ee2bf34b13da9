"""A mistake in an entry is told in plain words, with what to write instead."""

import msgspec
import pytest

from generator.read.entries import ActorEntry, as_entry
from generator.read.mistakes import mistake
from generator.read.node import Value

ROWS = [
    ({"type": "persn"}, ("type",), "type: 'persn' is not known", "did you mean `person`? write one of armed_group, "),
    (
        {"alias": ["x"]},
        ("alias",),
        "`alias` is no key here",
        "did you mean `aliases`? write one of name, type, aliases, ",
    ),
    (
        {"roles": [{"titel": "x"}]},
        ("roles", 0, "titel"),
        "`titel` is no key here",
        "did you mean `title`? write one of title, ",
    ),
    (
        {"roles": [{"form": 1}]},
        ("roles", 0, "form"),
        "`form` is no key here",
        "did you mean `from`? write one of title, of, ",
    ),
    ({"aliases": "x"}, ("aliases",), "aliases: this is text", "write a list"),
    ({"name": ["x"]}, ("name",), "name: this is a list", "write text or nothing"),
    ({"wikidata": 4}, ("wikidata",), "wikidata: this is a number", "write text"),
    ({"qqqq": 1}, ("qqqq",), "`qqqq` is no key here", "write one of name, type, "),
    (
        {"roles": [{"title": "x"}, {"title": "x", "from": "2010-02-31"}]},
        ("roles", 1, "from"),
        "from: '2010-02-31' is no day, month or year of the calendar",
        "write a date of the calendar, such as 2010-02-04, 2010-02 or 2010",
    ),
    ([], (), "the entry: this is a list", "write keys with values"),
    ({"wikidata": "4"}, ("wikidata",), "wikidata: expected `str` matching regex ", "mend this value"),
]


@pytest.mark.parametrize(("value", "path", "what", "fix"), ROWS)
def test_a_mistake_says_what_to_write(value: Value, path: tuple[str | int, ...], what: str, fix: str):
    with pytest.raises(msgspec.ValidationError) as caught:
        as_entry(value, ActorEntry)
    found = mistake(caught.value, ActorEntry)
    assert found.path == path
    assert found.what.startswith(what)
    assert found.fix.startswith(fix)
