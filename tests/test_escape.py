"""Text is never markup: what enters a syntax comes out of it as the same words."""

import csv
import html
import io
import json
import re

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.render import escape
from tests import nasty
from tests.long import tried
from tests.visible import converter, seen

CONTEXTS = {
    "paragraph": "{}\n{{ #p1 }}",
    "second line": "First line.\n{}\n{{ #p1 }}",
    "heading": "# {} {{ #x }}",
    "link": "[{}][x]\n\n[x]: y.md",
    "item": "- {} [¶1](y.md)",
    "quotation": '<figure class="said" markdown>\n> {}\n> {{ #p1 }}\n\n</figure>',
    "cell": "| a | b |\n| --- | --- |\n| {} | x |",
    "term": "{}\n:   x",
    "marked": "before <mark>{}</mark> after",
}  # fmt: skip


def shape_and_words(markdown: str) -> tuple[list[tuple[str, tuple[str, ...]]], str]:
    found = seen(converter().convert(markdown))
    return found.elements, " ".join("".join(found.text).replace("#", " ").split())


def same_as_harmless(text: str, context: str) -> None:
    """Compare with a harmless word in the same place: the same elements, and the text's own words instead of it."""
    shown = escape.visible(text)
    if not shown:
        return
    elements, words = shape_and_words(context.format(escape.markdown(text)))
    harmless, plain = shape_and_words(context.format("harmless"))
    assert elements == harmless, (text, elements)
    assert words == " ".join(plain.replace("harmless", shown.replace("#", " ")).split()), text


def test_the_list_is_long():
    assert len(set(nasty.STRINGS)) >= 400


@pytest.mark.parametrize("context", CONTEXTS.values(), ids=CONTEXTS)
@pytest.mark.parametrize("lead", ["", "word ", "word"])
def test_nasty_strings_stay_text(context: str, lead: str):
    for text in nasty.STRINGS:
        same_as_harmless(f"{lead}{text}", context)


@pytest.mark.parametrize(
    "code", [0, 2, 8, 0x7F, 0x9F, 0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF, 0xFFFE, 0xE0041, 0xE007F]
)
def test_what_steers_text_without_being_seen_is_left_out(code: int):
    assert escape.visible(f"a{chr(code)}b") == "ab"
    assert escape.markdown(f"a{chr(code)}b") == "ab"


def test_marks_of_two_syntaxes_are_references_in_prose():
    for mark in "#$&*+<=>@[]^_`{|}~\\":
        assert mark not in escape.markdown(f"word {mark} word").replace("&#", "").replace("&amp;", "")


fragments = st.lists(
    st.one_of(
        st.sampled_from(nasty.MARKDOWN),
        st.sampled_from(nasty.BREAKS),
        st.sampled_from("ab1 .,-*_[](){}<>#:!`~|=+$&\\/%\"'"),
    ),
    min_size=1,
    max_size=12,
).map("".join)


@tried(60, 5000)
@given(st.one_of(st.text(), fragments), st.sampled_from(sorted(CONTEXTS)))
@example("1. x", "paragraph")
@example("www.", "item")
def test_any_text_stays_text(text: str, context: str):
    same_as_harmless(text, CONTEXTS[context])


@given(st.text(), st.lists(st.integers(0, 40), max_size=4))
def test_cutting_a_line_changes_nothing(text: str, edges: list[int]):
    line = escape.visible(text)
    inside = [edge for edge in edges if edge <= len(line)]
    assert "".join(escape.pieces(line, inside)) == escape.markdown(text)


PROSE = "One year on, “reset” – a word – is gone (see below); 8% of 7 km/h, the U.S. said: Russia's “zone”, Moscow-led."


def test_ordinary_prose_stays_as_it_is():
    assert escape.markdown(PROSE) == PROSE


@pytest.mark.parametrize("text", nasty.STRINGS)
def test_attributes_and_raw_html_hold_text(text: str):
    for function in (escape.attribute, escape.raw):
        shown = function(text)
        assert not re.search("[<>\"']", shown)
        assert html.unescape(shown) == escape.visible(text)


@pytest.mark.parametrize(
    ("function", "context"),
    [
        (escape.attribute, '<p class="byline">{}</p>'),
        (escape.attribute, '<p class="byline"><cite title="{0}">{0}</cite>, <time>{0}</time></p>'),
    ],
)
def test_html_that_markdown_does_not_read_holds_text(function, context: str):
    for text in nasty.STRINGS:
        if escape.visible(text):
            elements, words = shape_and_words(f"A.\n\n{context.format(function(text))}\n\nZ.\n\n[x]: y.md")
            harmless, plain = shape_and_words(f"A.\n\n{context.format('harmless')}\n\nZ.\n\n[x]: y.md")
            assert elements == harmless, text
            shown = escape.visible(text).replace("#", " ")
            assert words == " ".join(plain.replace("harmless", shown).split()), text


def test_front_matter_comes_back():
    for text in nasty.STRINGS:
        front = escape.front_matter({"title": escape.attribute(text)})
        _, inner, rest = re.split(r"^---\n", front, flags=re.MULTILINE)
        assert html.unescape(yaml.safe_load(inner)["title"]) == escape.visible(text)
        assert not rest


def test_json_never_closes_its_element():
    for text in nasty.STRINGS:
        written = escape.json_in_html({"x": text})
        assert "<" not in written
        assert json.loads(written) == {"x": text}


@pytest.mark.parametrize("text", nasty.OTHER)
def test_no_cell_runs_as_a_formula(text: str):
    row = io.StringIO()
    csv.writer(row).writerow([escape.csv_cell(text), "x"])
    cell = next(csv.reader(io.StringIO(row.getvalue())))[0]
    assert not cell or cell[0] not in "=+-@\t\r"
    assert cell.removeprefix("'") == escape.visible(text).removeprefix("'")


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("http://example.org", "http://example.org"),
        ("mailto:me@example.org", "mailto:me@example.org"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//example.org", ""),
        ("https://example.org/<b>", ""),
        ("https://example.org/ x", ""),
        ("", ""),
    ],
)
def test_only_web_and_mail_addresses_become_links(address: str, link: str):
    assert escape.web(address) == link


@pytest.mark.parametrize(
    ("tag", "shown"), [("en", "en"), ("zh-Hant-TW", "zh-Hant-TW"), ("English", ""), ('en" onclick="x', ""), ("", "")]
)
def test_only_the_tag_of_a_language_names_one(tag: str, shown: str):
    assert escape.language(tag) == shown
