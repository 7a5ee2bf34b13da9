"""Where things lie: a paragraph is called by its first words, a report by its outlet and day, and none moves."""

import re
from urllib.parse import quote, unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator import addresses
from generator.model import Citation
from tests import nasty

OWN = {"title", "sources", "overview", "related", "cite"}


@pytest.mark.parametrize(
    ("texts", "anchors"),
    [
        ([], []),
        (["The quay was closed again."], ["the-quay-was"]),
        (["Closed."], ["closed"]),
        (["“We agree,” he said."], ["we-agree-he"]),
        (["On February 8, Bordeaux said."], ["on-february-8"]),
        (["U.S. ships left the quay."], ["u-s-ships-left"]),
        (["It’s – and was – a quay."], ["its-and-was"]),
        (["Line\nends are\r\nspaces."], ["line-ends-are"]),
        # A second one that opens alike is the second, whatever stands between.
        (["The quay.", "A pier.", "The quay!", "“The Quay”"], ["the-quay", "a-pier", "the-quay-2", "the-quay-3"]),
        (["The quay, 2.", "The quay.", "The quay."], ["the-quay-2", "the-quay", "the-quay-3"]),
        (["The quay.", "The quay.", "The quay, 2."], ["the-quay", "the-quay-2", "the-quay-2-2"]),
        # What the page itself calls a place is taken.
        (["Title"], ["title-2"]),
        (["Sources:", "Overview", "Related", "Cite!"], ["sources-2", "overview-2", "related-2", "cite-2"]),
        (["Title", "Title"], ["title-2", "title-3"]),
        # Without words.
        (["…", "* * *", ""], ["paragraph", "paragraph-2", "paragraph-3"]),
        (["— No."], ["no"]),
        # Other scripts, and letters with marks.
        (["Île d’Été sleeps."], ["ile-dete-sleeps"]),
        (["Гавань открыта с утра."], ["гавань-открыта-с"]),
        (["الميناء مفتوح اليوم."], ["الميناء-مفتوح-اليوم"]),
        (["Ο λιμένας άνοιξε."], ["ο-λιμενασ-ανοιξε"]),
        # A script without spaces has no words to count: the first twelve letters of a run stand for it.
        (["港湾今天早上开放了因为没有人反对这个决定吗。"], ["港湾今天早上开放了因为没"]),
        (["x" * 500], ["x" * 12]),
        (["x" * 20], ["x" * 20]),
        # Signs that cannot be seen change nothing.
        (["\u202eThe\u200b quay was."], None),
    ],
)
def test_a_paragraph_is_called_by_its_first_three_words(texts: list[str], anchors: list[str] | None):
    if anchors is None:
        anchors = addresses.paragraphs(["The quay was."])
    assert addresses.paragraphs(texts) == anchors


TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            ["The quay.", "The quay, 2.", "The quay 2 2", "Title", "Cite", "title 2", "…", "", *nasty.OTHER]
        ),
        st.text(max_size=40),
        st.text("ab 2-.", max_size=12),
    ),
    max_size=12,
)


@given(TEXTS)
@example(["x" * 300, "港湾" * 100, "a-b-c-d-e-f " * 40])
def test_anchors_are_apart_and_bounded_and_need_no_escape(texts: list[str]):
    anchors = addresses.paragraphs(texts)
    assert len(anchors) == len(texts) == len(set(anchors))
    assert not OWN & set(anchors)
    for anchor in anchors:
        assert len(anchor) <= 200
        assert re.fullmatch(r"[\w\u0080-\U0010ffff-]+", anchor)
        assert not anchor.startswith(("-", "_"))
        assert unquote(quote(anchor)) == anchor
        assert addresses.lost(anchor) not in anchors


@given(TEXTS, TEXTS)
def test_a_paragraph_at_the_end_moves_no_anchor(texts: list[str], more: list[str]):
    assert addresses.paragraphs([*texts, *more])[: len(texts)] == addresses.paragraphs(texts)


@given(TEXTS, st.data())
def test_a_paragraph_that_opens_like_no_other_moves_no_anchor_wherever_it_is_put(texts: list[str], data):
    at = data.draw(st.integers(0, len(texts)))
    longer = addresses.paragraphs([*texts[:at], "Never begun before, he said.", *texts[at:]])
    assert longer.pop(at) == "never-begun-before"
    assert longer == addresses.paragraphs(texts)


@pytest.mark.parametrize(
    ("text", "edited"),
    [
        ("The quay was closed again.", "The quay was opened at last."),
        ("港湾今天早上开放，港口联盟对此表示高兴，没有人反对。", "港湾今天早上开放，港口联盟又一次反对这个决定。"),
        ("港湾今天早上开放了因为没有人反对这个决定吗这个决定。", "港湾今天早上开放了因为没有人知道这个决定。"),
        ("x" * 100, "x" * 90),
    ],
)
def test_an_edit_behind_its_opening_leaves_a_paragraph_its_anchor(text: str, edited: str):
    assert addresses.paragraphs([text]) == addresses.paragraphs([edited])


def test_of_paragraphs_that_open_alike_an_edit_moves_those_behind_alone():
    texts = ["The quay.", "A pier.", "The quay.", "The end."]
    before, after = addresses.paragraphs(texts), addresses.paragraphs(["The quay, and so on.", *texts[1:]])
    assert before == ["the-quay", "a-pier", "the-quay-2", "the-end"]
    assert after == ["the-quay-and", "a-pier", "the-quay", "the-end"]


def test_thousands_that_open_alike_take_one_look_each(monkeypatch: pytest.MonkeyPatch):
    looks = 0

    class Counted(set[str]):
        def __contains__(self, anchor: object) -> bool:
            nonlocal looks
            looks += 1
            return super().__contains__(anchor)

    monkeypatch.setattr(addresses, "set", Counted, raising=False)
    anchors = addresses.paragraphs(["The quay."] * 3_000 + ["The quay 7"] * 3_000)
    assert len(set(anchors)) == 6_000
    assert looks <= 4 * 6_000


@pytest.mark.parametrize(
    ("date", "path"),
    [
        ("2010-02-04", "sources/polar-post/2010.md#polar-post-2010-02-04"),
        ("2010-02", "sources/polar-post/2010.md#polar-post-2010-02"),
        ("2010", "sources/polar-post/2010.md#polar-post-2010"),
        ("2009-12-30/2010-01-02", "sources/polar-post/2009.md#polar-post-2009-12-30-to-2010-01-02"),
        ("XXXX-02-04", "sources/polar-post/undated.md#polar-post-XXXX-02-04"),
        (None, "sources/polar-post/undated.md#polar-post-undated"),
    ],
)
def test_a_report_lies_on_the_page_of_its_outlets_year(date: str | None, path: str):
    assert addresses.report("polar-post", date) == path


@pytest.mark.parametrize("date", ["2010-02-04", "2009-12-30/2010-01-02", "XXXX-02-04", None])
def test_a_report_has_one_name_wherever_it_is_named(date: str | None):
    cited = Citation("a", 0, 1, "(x)", "source", "polar-post", "Polar Post", date)
    assert addresses.source("polar-post", date) == cited.source
    assert addresses.report("polar-post", date).endswith(f"#{cited.source}")


@pytest.mark.parametrize(
    ("path", "up"), [("index.md", ""), ("articles/a.md", "../"), ("sources/polar-post/2010.md", "../../")]
)
def test_every_page_finds_the_top(path: str, up: str):
    assert addresses.up(path) == up


@pytest.mark.parametrize("name", ["Orbit Weekly", "ORBIT WEEKLY", "Órbit  Weekly"])
def test_spellings_of_a_series_that_differ_in_capitals_or_marks_share_a_page(name: str):
    assert addresses.series(name) == "orbit-weekly"


def test_a_series_without_letters_has_a_page_of_its_own():
    assert addresses.series("…") != addresses.series("!!")
    assert addresses.series("…").startswith("series-")
