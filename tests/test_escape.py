"""Text is never markup: what enters a syntax comes out of it as the same words."""

import csv
import html
import io
import json
import re
import sys
import unicodedata
from collections.abc import Callable

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator import escape
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


def same_as_harmless(text: str, context: str, markdown: str) -> None:
    """Compare with a harmless word in the same place: the same elements, and the text's own words instead of it."""
    shown = escape.visible(text)
    if not shown:
        return
    elements, words = shape_and_words(context.format(markdown))
    harmless, plain = shape_and_words(context.format("harmless"))
    assert elements == harmless, (text, elements)
    assert words == " ".join(plain.replace("harmless", shown.replace("#", " ")).split()), text


def test_the_list_is_long():
    assert len(set(nasty.STRINGS)) >= 400


@pytest.mark.parametrize("context", CONTEXTS.values(), ids=CONTEXTS)
@pytest.mark.parametrize("lead", ["", "word ", "word"])
def test_nasty_strings_stay_text(context: str, lead: str):
    for text in nasty.STRINGS:
        same_as_harmless(f"{lead}{text}", context, escape.markdown(f"{lead}{text}"))


STEERS = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}  # directions
NO_CHARACTERS = {*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF}


def left_out(character: str) -> bool:
    """Whether a character steers text without being seen: a control, a half of a pair, a direction, a tag, a mark."""
    category, code = unicodedata.category(character), ord(character)
    return (
        (category in {"Cc", "Cs"} and not character.isspace())
        or unicodedata.bidirectional(character) in STEERS
        or code == 0xFEFF
        or code in NO_CHARACTERS
        or 0xE0000 <= code < 0xE0080
    )


def written(text: str) -> str:
    """Write a line as it stands in an article, white space and all."""
    return "".join(escape.pieces(text, ()))


def each(write: Callable[[str], str]) -> dict[str, str]:
    """Give what is written for every character that there is, between two letters that stand nowhere else."""
    first, last = "\U00010400", "\U00010401"
    every = [chr(code) for code in range(sys.maxunicode + 1)]
    line = write("".join(f"{first}{one}{last}" for one in every))
    return dict(zip(every, line.removeprefix(first).removesuffix(last).split(f"{last}{first}"), strict=True))


def test_what_steers_text_without_being_seen_is_left_out_and_nothing_else():
    for one, shown in each(escape.visible).items():
        assert shown == ("" if left_out(one) else " " if one.isspace() else one), ascii(one)


def test_in_prose_it_is_left_out_and_white_space_but_plain_spaces_becomes_one():
    for one, shown in each(written).items():
        assert (shown == "") == left_out(one), ascii(one)
        assert (shown == " ") == (one.isspace() and one != "\u00a0"), ascii(one)
    assert written("a\x00\x01b") == "ab"


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
    same_as_harmless(text, CONTEXTS[context], escape.markdown(text))


@given(st.text(), st.lists(st.integers(0, 40), max_size=4))
def test_cutting_a_line_changes_nothing(text: str, edges: list[int]):
    line = escape.visible(text)
    inside = [edge for edge in edges if edge <= len(line)]
    assert "".join(escape.pieces(line, inside)) == escape.markdown(text)


PROSE = "One year on, “reset” – a word – is gone (see below); 8% of 7 km/h, the U.S. said: Russia's “zone”, Moscow-led."


def test_ordinary_prose_stays_as_it_is():
    assert escape.markdown(PROSE) == PROSE


INERT = [
    "a.b", "a b. c", "a b.", "ww.a", "w.a", "vvv.a", "a! b", "a? b", "a!\u00a0b", 'a!"', "a!'", "a!)", "a!”", "a!’",
    "a!,", "a!;", "a?)", "a!", "a?", "\u00a0a", "a: b", "a:", "a-b", "é-9", "a - b", "km/h", "é/я", "8% b", "8%",
    "a  b", "a\u00a0 b", "a   b",
    "(a b) c", "a (b) c", "1.b", "1)b", "(1)b", "(a b. c", "(. a", "a, b; c", "'a'", '"a"', "(a", "(", "“a”", "",
]  # fmt: skip
LIVE = [
    *((f"a {mark} b", f"a &#{ord(mark)}; b") for mark in "#$*+=@[\\]^_`{|}~"),
    ("a & b", "a &amp; b"), ("a < b", "a &lt; b"), ("a > b", "a &gt; b"),
    ("a..b", "a&#46;&#46;b"), ("www.b", "www&#46;b"), ("wWw.b", "wWw&#46;b"), ("a!b", "a&#33;b"), ("a?b", "a&#63;b"),
    ("a!!", "a&#33;&#33;"), ("a??", "a&#63;&#63;"), ("a!?", "a&#33;?"), ("a?!", "a&#63;!"), ("a!:", "a&#33;:"),
    ("a:b", "a&#58;b"), ("a::", "a&#58;:"), ("a:\u00a0b", "a&#58;\u00a0b"),
    ("a -b", "a &#45;b"), ("a- b", "a&#45; b"), ("a -", "a &#45;"), ("a-", "a&#45;"), ("a-'b", "a&#45;'b"),
    ("a -- b", "a &#45;&#45; b"), ("a\u00a0- b", "a\u00a0&#45; b"), ("a -\u00a0b", "a &#45;\u00a0b"),
    ("a -, b", "a &#45;, b"), ("a'- b", "a'&#45; b"),
    ("a_-b", "a&#95;&#45;b"), ("a-_b", "a&#45;&#95;b"),
    ("1/b", "1&#47;b"), ("a/1", "a&#47;1"), ("a/ b", "a&#47; b"), ("a /b", "a &#47;b"), ("_/b", "&#95;&#47;b"),
    ("a/_", "a&#47;&#95;"), ("a%", "a&#37;"), ("a %b", "a &#37;b"),
    ("a\tb", "a b"), ("a\n\n b", "a b"), ("a \tb", "a b"), ("a \u00a0\tb", "a b"), ("a\t \u00a0b", "a b"),
    ("a\u3000b", "a b"),
]  # fmt: skip
FIRST = [
    *((f"{mark} a", f"&#{ord(mark)}; a") for mark in "!#$%)*+,-./:;=?@[\\]^_`{|}~"),
    *((f"{lead}: a", f"{shown}&#58; a") for lead, shown in [(" ", " "), ("\t", " "), ("\x00", ""), ("\x00 \x00", " ")]),
    (" - a", " &#45; a"), (": a < b", "&#58; a &lt; b"), ("% a", "&#37; a"), ("/ a", "&#47; a"), (" / a", " &#47; a"),
]  # fmt: skip
MARKERS = [
    ("1. a", "1&#46; a"), ("12.", "12&#46;"), ("iv) a", "iv&#41; a"), ("(a) b", "&#40;a&#41; b"),
    ("(a.\tb", "&#40;a&#46; b"),
    ("١. a", "١&#46; a"), (f"{'1' * 99}. a", f"{'1' * 99}&#46; a"), ("1.\u00a0a", "1&#46;\u00a0a"),
    (" 1. a", " 1&#46; a"), ("\x00(\x00a\x00\x01b\x00)\x00\x01 c", "&#40;ab&#41; c"),
    (f"1{100 * chr(2)}. a", "1&#46; a"), (f"1.{100 * chr(2)} a", "1&#46; a"), ("1.\x00", "1&#46;"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "markdown"), [*((text, text) for text in INERT), *LIVE, *FIRST, *MARKERS])
def test_a_mark_is_a_reference_just_where_it_could_live(text: str, markdown: str):
    assert written(text) == markdown


@pytest.mark.parametrize(("lead", "between"), [("\x00", ""), ("\x00 \x00", ""), ("", "\x00")])
def test_what_is_left_out_hides_no_mark(lead: str, between: str):
    for text in nasty.STRINGS:
        hidden = lead + between.join(text)
        same_as_harmless(hidden, CONTEXTS["second line"], written(hidden).strip())


def test_what_must_change_is_given_in_order():
    assert list(escape.spots("(a) <b>")) == [(0, 1, "&#40;"), (2, 3, "&#41;"), (4, 5, "&lt;"), (6, 7, "&gt;")]
    assert list(escape.spots(": a")) == [(0, 1, "&#58;")]


@pytest.mark.parametrize(
    ("line", "edges", "pieces"),
    [
        ("a<b", [1, 2], ["a", "&lt;", "b"]),
        ("a<b", [2], ["a&lt;", "b"]),
        ("ab", [0, 2], ["ab"]),
        ("a\t\t\tb", [2, 3], ["a ", "", "b"]),
        ("\x00\x00", [1], ["", ""]),
        ("<>", [1, 1], ["&lt;", "&gt;"]),
        ("a\tbc\t", [3], ["a b", "c "]),
        ("a" * 40, [33, 8], ["a" * 8, "a" * 25, "a" * 7]),
    ],
)
def test_a_line_is_cut_where_it_is_said(line: str, edges: list[int], pieces: list[str]):
    assert escape.pieces(line, edges) == pieces


@pytest.mark.parametrize("text", nasty.STRINGS)
def test_attributes_hold_text(text: str):
    for function in (escape.attribute, escape.xml):
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


def test_front_matter_reads_as_people_write_it():
    long = "word " * 100 + "é"
    fields = {"title": long, "authors": ["Ada", "Eve"], "date": "2010", "actors": {"ada": ["x"]}}
    expected = f"---\ntitle: {long}\nauthors:\n- Ada\n- Eve\ndate: '2010'\nactors:\n  ada:\n  - x\n---\n"
    assert escape.front_matter(fields) == expected


def test_a_quoted_text_comes_back_on_one_line():
    for text in nasty.STRINGS:
        quoted = escape.quoted(text)
        assert "\n" not in quoted
        assert yaml.safe_load(f"x: {quoted}") == {"x": escape.visible(text)}
    assert escape.quoted("Île") == '"Île"'


def test_json_never_closes_its_element():
    for text in [*nasty.STRINGS, "</script>&\u2028\u2029"]:
        found = escape.json_in_html({"x": text})
        assert not set("<>&\u2028\u2029") & set(found)
        assert json.loads(found) == {"x": text}


def test_json_has_a_line_for_each_member_four_levels_deep():
    node = {"a": [{"b": [{"c": [1, 2]}, 3]}, 4], "éX": {}, "none": [], "last": None}
    assert escape.json_in_html(node) == (
        '{\n"a": [\n{\n"b": [\n{"c": [1, 2]},\n3\n]\n},\n4\n],\n"éX": {},\n"none": [],\n"last": null\n}'
    )
    assert escape.json_in_html({"a": {"b": {"c": {"d": [1, 2]}}}}).endswith('{\n"d": [1, 2]\n}\n}\n}\n}')


@pytest.mark.parametrize("text", nasty.OTHER)
def test_no_cell_runs_as_a_formula(text: str):
    row = io.StringIO()
    csv.writer(row).writerow([escape.csv_cell(text), "x"])
    cell = next(csv.reader(io.StringIO(row.getvalue())))[0]
    assert not cell or cell[0] not in "=+-@\t\r"
    assert cell.removeprefix("'") == escape.visible(text).removeprefix("'")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        *((f"{sign}1", f"'{sign}1") for sign in "=+-@\uff1d\uff0b\uff0d\uff20"),
        *((text, text) for text in ("1-1", "a=b", "é@x", "'=1", ".5", "", "a-")),
        ("\x00=1", "'=1"),
        (" =1", "'=1"),
        (None, ""),
        (2010, "2010"),
        (-1, "'-1"),
    ],
)
def test_an_apostrophe_stands_just_before_what_would_run(value: object, cell: str):
    assert escape.csv_cell(value) == cell


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("\\", r"\textbackslash{}"), ("{a}", r"\textbraceleft{}a\textbraceright{}"), ("a & b", r"a \& b"),
        ("8%", r"8\%"), ("$#_", r"\$\#\_"), ("~^", r"\textasciitilde{}\textasciicircum{}"), ("é\x00\n a", "é a"),
    ],
)  # fmt: skip
def test_a_bibtex_value_shows_each_mark(text: str, written: str):
    assert escape.bibtex(text) == written


def test_an_address_in_bibtex_counts_no_brace():
    assert escape.verbatim("https://a.example/\x00{b}\\~c%_") == "https://a.example/%7Bb%7D%5C~c%_"


def test_a_ris_value_is_one_line():
    assert escape.ris("a\r\nER  - \x00b") == "a ER - b"


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
        *((f"https://example.org/{mark}a", "") for mark in "<>\"'()[]"),
        ("https://example.org/\x00a", "https://example.org/a"),
        ("xhttps://example.org", ""),
        ("https://", ""),
        ("mailto:", ""),
        ("https:/example.org", ""),
        ("ftp://example.org", ""),
        ("", ""),
    ],
)
def test_only_web_and_mail_addresses_become_links(address: str, link: str):
    assert escape.web(address) == link


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        *((tag, tag) for tag in ("en", "AZ", "zza", "zh-Hant-TW", "sl-1", "az-A0Zz9aa1", "de-a-b-c-d")),
        *((tag, "") for tag in ("", "e", "engl", "e1", "en-", "en_US", "en-123456789", "en-a-b-c-d-e", "English")),
        *(
            (tag, "")
            for tag in (
                'en" onclick="x',
                "en-é",
                "[a",
                "a{",
                "a@",
                "a`",
                "en-[",
                "en-{",
                "en-@",
                "en-`",
                "en-:",
                "en-/",
            )
        ),
        ("en\x00", "en"),
    ],
)
def test_only_the_tag_of_a_language_names_one(tag: str, shown: str):
    assert escape.language(tag) == shown
