"""YAML that people wrote is read whole or refused with its place, for a cost in proportion to its bytes."""

import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from generator import read
from generator.read import strict
from generator.site import Site

ADA = "ada:\n  name: Ada\n  type: person\n"
BOB = "bob:\n  name: Bob\n  type: person\n"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    (tmp_path / "seeds/articles").mkdir(parents=True)
    return Site(tmp_path, tmp_path / "seeds", tmp_path / "docs", (), starter=False)


def told(text: str) -> list[str]:
    return [str(problem) for problem in strict.load(text, "f").problems]


SECONDS = {
    "a rule in the middle": (f"{ADA}---\n{BOB}", "f:4:1"),
    "an end and a rule": (f"{ADA}...\n---\n{BOB}", "f:5:1"),
    "an end alone": (f"{ADA}...\n{BOB}", "f:5:1"),
    "an end and a comment": (f"{ADA}... # so far\n\n# and now\n\t\n{BOB}", "f:8:1"),
    "a rule with nothing behind it": (f"{ADA}---\n", "f:4:1"),
    "letters of four bytes before it": (f"{ADA}# \U00020000\U00020000\n  summary: \U00020000\n---\n{BOB}", "f:6:1"),
    "directives behind an end": (f"{ADA}...\n%TAG !a! b\n---\n{BOB}", "f:5:1"),
}


@pytest.mark.parametrize(("text", "place"), SECONDS.values(), ids=SECONDS)
def test_a_second_document_is_a_problem_and_does_not_replace_the_first(site: Site, text: str, place: str):
    (said,) = told(text)
    assert said.startswith(f"{place}: error: a second YAML document begins here, only the first is read; ")
    (site.seeds / "actors.yml").write_text(text, encoding="utf-8")
    glossary, problems = read.glossary(site)
    assert list(glossary.actors) == ["ada"]
    assert [problem.code for problem in problems] == ["yaml-second"]


@pytest.mark.parametrize("text", [f"---\n{ADA}", f"# a\n---\n{ADA}...\n", f"{ADA}...\n# the end\n \n", f"{ADA}\n\n"])
def test_one_document_may_begin_and_end_as_yaml_lets_it(text: str):
    assert told(text) == []
    assert strict.load(text, "f").value == {"ada": {"name": "Ada", "type": "person"}}


def test_a_second_document_in_front_matter_is_a_problem(site: Site):
    (site.seeds / "articles/a.txt").write_text("---\ntitle: A\n--- # b\ndate: 2010\n---\n\nText.\n", encoding="utf-8")
    seeds, (problem,) = read.seeds(site)
    assert seeds == ()
    assert str(problem).startswith("seeds/articles/a.txt:3:1: error: a second YAML document begins here")


KEYS = {
    "an entry": ("actors.yml", '"a\\0b": 1\n', ":1:9: error: 'a\\x00b' cannot be an identifier; "),
    "a field": ("actors.yml", f'{ADA}  "a\\0b": 1\n', ":4:11: error: 'ada': `a\\x00b` is no key here, no "),
    "an article": ("articles/a.txt", '---\ntitle: A\n"a\\0b": 1\n---\nText.\n', ":3:9: warning: the key 'a\\x00b' is "),
}


@pytest.mark.parametrize(("name", "text", "line"), KEYS.values(), ids=KEYS)
def test_a_key_with_nul_is_told(site: Site, name: str, text: str, line: str):
    (site.seeds / name).write_text(text, encoding="utf-8")
    _, problems = (read.glossary if name.endswith(".yml") else read.seeds)(site)
    (said,) = map(str, problems)
    assert said.startswith(f"seeds/{name}{line}")


def test_of_a_doubled_key_the_first_is_read_and_what_follows_keeps_its_place():
    document = strict.load("a: {b: 1}\na: {c: [2, 3]}\nd: [4, 5]\n", "f")
    assert [str(problem) for problem in document.problems] == [
        "f:2:1: error: the key 'a' stands twice, first in line 1, the first is read; join the two [key-doubled]"
    ]
    assert document.value == {"a": {"b": 1}, "d": [4, 5]}
    assert document.root is not None
    assert str(document.root.nearest(("d", 1)).place) == "f:3:8"
    assert str(document.root.nearest(("a", "c")).place) == "f:1:4"


def test_thousands_of_doubled_keys_are_named_up_to_a_hundred():
    said = told("a: 1\n" * 5_000)
    assert len(said) == 101
    assert said[-1].startswith("f:102:1: error: YAML with a key doubled time and again is not read; ")


def test_directives_are_refused():
    (said,) = told(" # a comment\n\n" + "".join(f"%TAG !{at}! b\n" for at in range(100_000)) + f"---\n{ADA}")
    assert said == ("f:3:1: error: YAML with directive is not read; drop the line that begins with % [yaml-refused]")


# Each text in bytes of the size, and the most memory that one more byte may take.
BOMBS: dict[str, tuple[Callable[[int], str], int]] = {
    "a long key over many values": (lambda size: f"? {'k' * (size // 2)}\n: [{'a,' * (size // 4)}]\n", 30),
    "a long key over many keys": (
        lambda size: f"? {'k' * (size // 2)}\n: {{{','.join(map(str, range(size // 14)))}}}\n",
        30,
    ),
    "a long key in a long key": (lambda size: f"? {'k' * (size // 2)}\n: {{? {'l' * (size // 2)} : [a, b]}}\n", 30),
    "a list in one line": (lambda size: f"[{'a,' * (size // 2)}]", 30),
    "a list in lines": (lambda size: "-\n" * (size // 2), 30),
    "a set": (lambda size: f"{{{','.join(map(str, range(size // 7)))}}}", 30),
    "keys without a value": (lambda size: "".join(f"{at}:\n" for at in range(size // 8)), 30),
    "doubled keys": (lambda size: "a:\n" * (size // 3), 30),
    "long doubled keys": (lambda size: f"{'a' * 500}: 1\n" * (size // 504), 30),
    "nested lists": (lambda size: "[" * size, 30),
    "nested mappings": (lambda size: "{a: " * (size // 4), 30),
    "nested lists in a line": (lambda size: "- " * (size // 2), 30),
    "nested keys": (lambda size: "? " * (size // 2), 30),
    "a long anchor": (lambda size: f"a: &{'b' * size} 1\n", 30),
    "many anchors": (lambda size: "".join(f"- &a{at} x\n" for at in range(size // 10)), 30),
    "directives": (lambda size: "".join(f"%TAG !{at}! b\n" for at in range(size // 13)), 30),
    "documents": (lambda size: "---\na: 1\n" * (size // 9), 30),
    "entries": (lambda size: "".join(f"ada-{at}:\n  name: Ada\n  type: person\n" for at in range(size // 40)), 30),
    # A list or mapping of one value is ten times as large in memory as its brackets are in the file.
    "lists of one value": (lambda size: "- [[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]\n" * (size // 41), 60),
    "mappings of one value": (lambda size: f"[{'a: b,' * (size // 5)}]", 60),
}


def memory(text: str) -> int:
    """Give the most memory that reading *text* takes, in bytes."""
    tracemalloc.start()
    try:
        strict.load(text, "f")
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(("make", "most"), BOMBS.values(), ids=BOMBS)
def test_memory_grows_in_proportion_to_the_bytes(make: Callable[[int], str], most: int):
    small, large = make(60_000), make(240_000)
    strict.load(small, "f")  # so that neither has what is made once
    assert memory(large) - memory(small) <= most * (len(large) - len(small))


def calls(text: str) -> int:
    """Count the calls that reading *text* makes, of Python and of C."""
    count = 0

    def seen(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(seen)
    try:
        strict.load(text, "f")
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("make", [make for make, _ in BOMBS.values()], ids=BOMBS)
def test_four_times_the_bytes_make_about_four_times_the_calls(make: Callable[[int], str]):
    strict.load(make(15_000), "f")
    assert calls(make(60_000)) <= 4.4 * calls(make(15_000)) + 2_000


@pytest.mark.parametrize("written", ["2010-02-04", "2010-02", "2010", '"2010"', '""', "~"])
def test_an_office_begins_on_a_date_of_the_calendar_or_on_none(site: Site, written: str):
    role = f"  roles: [{{title: mayor, from: {written}}}]\n"
    (site.seeds / "actors.yml").write_text(ADA + role, encoding="utf-8")
    glossary, problems = read.glossary(site)
    assert problems == ()
    assert glossary.actors["ada"].roles[0].since == written.strip('"~')


@pytest.mark.parametrize("written", ["2010-02-31", "2010-13", "0000", "true", "[2010]", "1", "<img src=x>", "{a: 1}"])
@pytest.mark.parametrize("key", ["from", "to"])
def test_an_office_on_what_is_no_date_is_told_and_kept_out(site: Site, key: str, written: str):
    (site.seeds / "actors.yml").write_text(f"{ADA}  roles: [{{title: mayor, {key}: {written}}}]\n", encoding="utf-8")
    glossary, (problem,) = read.glossary(site)
    assert glossary.actors == {}
    assert str(problem).startswith(f"seeds/actors.yml:4:{28 + len(key)}: error: 'ada': {key}: ")
    assert problem.fix == "write a date of the calendar, such as 2010-02-04, 2010-02 or 2010"
