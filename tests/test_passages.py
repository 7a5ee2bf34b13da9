"""What other pages show of an article: each sentence once, its places marked, no wider than it is worth."""

import html
import re
import sys
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import addresses, analyse, escape, excerpt
from generator.excerpt import passages
from generator.excerpt.passages import Sentences
from generator.model import Article, Block
from generator.sheet import Passage
from tests import strategies
from tests.papers import INDEX, extract, of_texts

Span = tuple[int, int]


def article(*paragraphs: str) -> Article:
    text, blocks, at = "\n\n".join(paragraphs), [], 0
    for number, paragraph in enumerate(paragraphs, 1):
        blocks.append(Block(at, at + len(paragraph), "paragraph", number))
        at += len(paragraph) + 2
    return Article("one", "articles/one.txt", "0" * 64, text, tuple(blocks))


def sentences(*paragraphs: str) -> Sentences:
    return Sentences(article(*paragraphs), addresses.paragraphs(paragraphs))


def places(words: str, *paragraphs: str) -> list[Span]:
    return [found.span() for found in re.finditer(words, "\n\n".join(paragraphs))]


def shown(words: str, *paragraphs: str) -> tuple[list[str], tuple[str, ...]]:
    """Give the sentences that are shown for every place of *words*, and the anchors of its paragraphs."""
    found = sentences(*paragraphs).shown(places(words, *paragraphs), {})
    return [passage.markdown for passage in found.passages], found.anchors


@pytest.mark.parametrize(
    ("paragraphs", "markdown", "anchors"),
    [
        (["Ada left."], ["<mark>Ada</mark> left."], ("ada-left",)),
        (
            ["Ada met Ada, and Ada left. It rained. Ada slept."],
            ["<mark>Ada</mark> met <mark>Ada</mark>, and <mark>Ada</mark> left.", "<mark>Ada</mark> slept."],
            ("ada-met-ada",),
        ),
        (
            ["Here is Ada.", "Nobody here.", "There is Ada."],
            ["Here is <mark>Ada</mark>.", "There is <mark>Ada</mark>."],
            ("here-is-ada", "there-is-ada"),
        ),
        (
            ["Ada one. Ada two.", "Ada three.", "Ada four. Ada five.", "Ada six."],
            ["<mark>Ada</mark> one.", "<mark>Ada</mark> two.", "<mark>Ada</mark> three."],
            ("ada-one-ada", "ada-three", "ada-four-ada", "ada-six"),
        ),
        (["AdaAda left."], ["<mark>Ada</mark><mark>Ada</mark> left."], ("adaada-left",)),
        (["*Ada* <b>"], ["&#42;<mark>Ada</mark>&#42; &lt;b&gt;"], ("ada-b",)),
        ([], [], ()),
    ],
)
def test_each_sentence_is_shown_once_with_all_its_places_marked(paragraphs, markdown, anchors):
    assert shown("Ada", *paragraphs) == (markdown, anchors)


@pytest.mark.parametrize(
    ("marks", "markdown"),
    [
        ([(0, 3), (0, 3)], "<mark>Ada</mark> Berg left."),
        ([(0, 3), (0, 8)], "<mark>Ada</mark> Berg left."),
        ([(0, 8), (4, 8)], "<mark>Ada Berg</mark> left."),
        ([(0, 8), (4, 13)], "<mark>Ada Berg</mark> left."),
        ([(0, 14)], "<mark>Ada Berg left.</mark>"),
        ([(0, 3), (3, 3), (4, 8)], "<mark>Ada</mark> <mark>Berg</mark> left."),
    ],
)
def test_marks_never_lie_in_one_another(marks: list[Span], markdown: str):
    assert sentences("Ada Berg left.").passage((0, 14), marks, 1).markdown == markdown


def test_a_place_that_runs_over_sentences_shows_all_of_them():
    text = "He said: “We agree. We go.” Nobody else did."
    (passage,) = sentences(text).shown([(9, 27)], {}).passages
    assert passage.markdown == "He said: <mark>“We agree. We go.”</mark>"
    assert text[passage.start : passage.end] == "He said: “We agree. We go.”"


def test_the_title_has_no_anchor():
    title = Article("one", "articles/one.txt", "0" * 64, "Ada Left", (Block(0, 8, "title"),))
    (passage,) = Sentences(title, ()).shown([(0, 3)], {}).passages
    assert passage == Passage("<mark>Ada</mark> Left", "", 0, 8)


LONG = "word " * 400 + "Ada" + " word" * 400 + "."


def around(passage: Passage) -> tuple[int, int]:
    """Give how many characters stand before and behind what is marked."""
    before, _, rest = passage.markdown.partition("<mark>")
    return len(before.removeprefix("… ")), len(rest.rpartition("</mark>")[2].removesuffix(" …"))


@pytest.mark.parametrize(
    ("sharing", "width"), [(1, 400), (7, 400), (10, 300), (30, 100), (100, 30), (150, 20), (10_000, 20)]
)
def test_the_more_entries_show_a_sentence_the_less_each_shows_of_it(sharing: int, width: int):
    ((start, end),) = places("Ada", LONG)
    passage = sentences(LONG).passage((0, len(LONG)), [(start, end)], sharing)
    assert passage.markdown.startswith("… ")
    assert passage.markdown.endswith(" …")
    assert all(width - 1 <= side <= width for side in around(passage))
    assert (passage.start, passage.end) == (0, len(LONG))  # it is known by the whole sentence


def test_what_is_shown_of_one_sentence_stays_in_proportion_to_it():
    for names in (10, 100, 1_000):
        text = ", ".join(f"Name{at:04}" for at in range(names)) + "."
        spans = places(r"Name\d+", text)
        cut = sentences(text)
        total = sum(len(cut.shown([span], {0: names}).passages[0].markdown) for span in spans)
        assert total <= 12 * len(text)


def test_a_long_quotation_is_cut_and_says_so():
    text = "He said: “" + "we agree on it and " * 200 + "so on.”"
    passage = sentences(text).passage((0, len(text)), [(9, len(text))], 1)
    assert passage.markdown.endswith("</mark> …")
    assert 1_100 < len(passage.markdown) < 1_300
    short = sentences("He said: “We agree.”").passage((0, 20), [(9, 20)], 1)
    assert short.markdown == "He said: <mark>“We agree.”</mark>"


def test_a_place_behind_the_window_is_not_marked_and_one_over_its_edge_ends_with_it():
    text = "Ada " + "word " * 79 + "w Berg and " + "word " * 100 + "Ada."
    spans = [(0, 3), places("Berg", text)[0], places("Ada", text)[-1]]
    markdown = sentences(text).passage((0, len(text)), spans, 1).markdown
    assert markdown.count("<mark>") == 2
    assert markdown.endswith("w <mark>Be</mark> …")


def plain(markdown: str) -> str:
    return html.unescape(re.sub("</?mark>", "", markdown))


@given(st.lists(st.text("ab .*_[]<&>!?—“”\n\u202e", max_size=40), min_size=1, max_size=3), st.data())
def test_without_marks_a_passage_is_the_words_of_its_sentence(paragraphs: list[str], data):
    paragraphs = [f"x{paragraph}x" for paragraph in paragraphs]
    text = article(*paragraphs).text
    offsets = [at for at, block in enumerate(text) if block in "abx"]
    starts = data.draw(st.lists(st.sampled_from(offsets), min_size=1, max_size=4).map(sorted))
    found = sentences(*paragraphs).shown([(start, start + 1) for start in starts], {})
    assert len({(passage.start, passage.end) for passage in found.passages}) == len(found.passages) <= passages.SHOWN
    for passage in found.passages:
        words = escape.visible(text[passage.start : passage.end])
        assert " ".join(plain(passage.markdown).split()) == words
        marked = "".join(re.findall("<mark>(.*?)</mark>", passage.markdown))
        places_in = {start for start in starts if passage.start <= start < passage.end}
        assert html.unescape(marked) == "".join(text[start] for start in sorted(places_in))


@given(strategies.texts())
def test_no_entry_of_an_article_shows_a_sentence_twice(text: str):
    sheet = extract(strategies.seed(text)).sheet
    for one in (*sheet.named, *sheet.reports):
        spans = [(passage.start, passage.end) for passage in one.passages]
        assert len(spans) == len(set(spans)) <= passages.SHOWN
    for one in (*sheet.named, *sheet.reports):
        assert {passage.anchor for passage in one.passages} <= set(one.anchors)
        assert len(one.anchors) == len(set(one.anchors))


def test_an_actors_page_shows_no_sentence_twice_though_it_is_quoted_and_named_in_it():
    text = (
        "Ada Vantongeren said: “We agree on all of it.” Vantongeren left.\n\n"
        "Ada Vantongeren came. Vantongeren sat. Vantongeren slept.\n\nVantongeren woke."
    )
    page = of_texts(text).pages()["actors/ada-vantongeren.md"]
    _, said, mentioned = re.split("^## ", page, flags=re.MULTILINE)
    assert "> Ada Vantongeren said: <mark>“We agree on all of it.”</mark>" in said
    assert [line for line in mentioned.splitlines() if line.startswith("- ")] == [
        "- <mark>Vantongeren</mark> left. [¶](../articles/000.md#ada-vantongeren-said)",
        "- <mark>Ada Vantongeren</mark> came. [¶](../articles/000.md#ada-vantongeren-came)",
        "- and [¶](../articles/000.md#vantongeren-woke)",
    ]


def calls(text: str) -> int:
    """Count the calls that taking an article's parts out makes, of Python and of C."""
    analysis, count = analyse.article(strategies.seed(text), INDEX), 0

    def seen(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(seen)
    try:
        excerpt.extract(analysis, INDEX.glossary, "section")
    finally:
        sys.setprofile(None)
    return count


REPEATED = {
    "names in one sentence": "Ada Vantongeren, HL, Ilmar Tarvainen, ",
    "names in sentences": "Ada Vantongeren met the HL. ",
    "names in paragraphs": "Ada Vantongeren met the HL.\n\n",
    "quotations": "“We agree on all of it,” Ada Vantongeren said (Polar Post, May 3). ",
    "quotations in one sentence": "“we agree on all of it” and ",
    "dates": "May 3, 2001, ",
    "brackets": "(Polar Post, May 3, 2001) ",
    "lost sources": "It was so (, May 3). ",
    "sources in one bracket": "It was so (Polar Post, May 3; Interport, May 4; Quay, 5 May). ",
    "paragraphs that open alike": "It was so, and it is.\n\n",
    "findings": "The Tarvainen left (, May 3).\n\n",
}


@pytest.mark.parametrize("piece", REPEATED.values(), ids=REPEATED)
def test_four_times_the_article_takes_about_four_times_the_calls(piece: str):
    calls(piece * 50)  # so that neither count has what is made once
    assert calls(piece * 800) <= 4.4 * calls(piece * 200) + 2_000
