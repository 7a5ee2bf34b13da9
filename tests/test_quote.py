"""What an article quotes, and who said it."""

from itertools import pairwise

import pytest

from generator import analyse
from generator.analyse import quote
from generator.analyse.index import Index
from generator.model import Actor, Alias, Glossary, Outlet, Seed

INDEX = Index(
    Glossary(
        actors={
            actor.id: actor
            for actor in (
                Actor("ada-berg", "Ada Berg", "person"),
                Actor("ole-dahl", "Ole Dahl", "person"),
                Actor("harbour-league", "Harbour League", "organization", (Alias("HL", "acronym"),)),
                Actor("works-ministry", "Ministry of Works", "organization"),
                Actor("selonia", "Selonia", "state", (Alias("Brezno", "capital"),)),
            )
        },
        outlets={"interport": Outlet("interport", "Interport Agency", ("Interport",))},
    )
)
OPENING = "The mayor of the town, Ada Berg, opened the pier.\n\n"


def said(text: str) -> list[tuple[str, str]]:
    """Give the speaker and the words of each quotation."""
    found = analyse.article(Seed("articles/a.txt", text, "0" * 64, meta={"title": "A Pier", "date": "2010"}), INDEX)
    return [(quotation.speaker_name, text[quotation.start : quotation.end]) for quotation in found.quotations]


SPEAKERS = [
    # before the words
    ("Ada Berg said: “We shall build the pier in spring.”", "Ada Berg"),
    ("Ada Berg said that the council “will not wait for another winter storm.”", "Ada Berg"),
    ("According to Ada Berg, the pier “has been left to rot for years.”", "Ada Berg"),
    ("The Harbour League stated, “No ship will leave before it is paid for.”", "Harbour League"),
    ("In a letter to the council, Ada Berg wrote that “nobody has asked the fishermen at all.”", "Ada Berg"),
    ("Ole Dahl, quoting nobody, said Ada Berg “should have known what would come.”", "Ole Dahl"),
    ("A spokesman of the Ministry of Works said “the plans are not yet ready to be shown.”", "Ministry of Works"),
    ("Ada Berg went on to pledge “immediate and decisive measures of self-defence.”", "Ada Berg"),
    # behind them
    ("“We shall build the pier in spring,” Ada Berg said.", "Ada Berg"),
    ("“We shall build the pier in spring,” said Ada Berg.", "Ada Berg"),
    ("“We shall build the pier in spring,” the mayor, Ada Berg, told reporters.", "Ada Berg"),
    ("“Shall we build the pier in spring?” asked Ole Dahl of the council.", "Ole Dahl"),
    ("“We shall build the pier in spring”, added harbour master Ole Dahl.", "Ole Dahl"),
    ("“We shall build the pier in spring,” according to Ada Berg.", "Ada Berg"),
    ("The pier “will be built by those who use it,” in the words of harbour master Ole Dahl.", "Ole Dahl"),
    ("“We shall build the pier in spring.” — Ada Berg", "Ada Berg"),
    ("“We shall build it,” Ada Berg, the head of the Harbour League, told reporters.", "Ada Berg"),
    ("“We shall build the pier in spring,” according to police commissioner Nils Holm.", "Nils Holm"),
    ("“We shall build the pier in spring,” according to Dr. Ada Berg.", "Ada Berg"),
    # in the middle
    ("“We shall build the pier,” Ada Berg said, “and we shall build it in spring.”", "Ada Berg"),
    ("“The pier,” said Ole Dahl, “will be built by those who use it.”", "Ole Dahl"),
    # a colon, a way of putting it, somebody's words
    ("Ada Berg: “We shall build the pier in spring.”", "Ada Berg"),
    ("Ole Dahl disagreed with Ada Berg: “We shall not build the pier at all.”", "Ole Dahl"),
    ("Nils Holm of the council disagreed: “We shall not build the pier at all.”", "Nils Holm"),
    ("As Ada Berg put it, “we shall build the pier in spring.”", "Ada Berg"),
    ("In Ada Berg’s words, “we shall build the pier in spring.”", "Ada Berg"),
    ("Ole Dahl doubted Ada Berg’s claim that “the pier will be built in spring.”", "Ada Berg"),
    ("The plan of the council: “We shall build the pier in spring.”", ""),
    # straight marks, and marks within marks
    ('"We shall build the pier in spring," said Ada Berg.', "Ada Berg"),
    ("Ada Berg said: \"We shall build what they call 'the long pier' in spring.\"", "Ada Berg"),
    ("Ada Berg said: “We shall build what they call ‘the long pier’ in spring.”", "Ada Berg"),
    ("Ada Berg said: “We shall build what they call “the long pier” in spring.”", "Ada Berg"),
    ("Ada Berg said: «We shall build the pier in spring.»", "Ada Berg"),
    # somebody whom no file knows
    ("“We shall build the pier in spring,” said police commissioner Nils Holm.", "Nils Holm"),
    ("Defense Minister Nils Holm said: “We shall build the pier in spring.”", "Nils Holm"),
    ("Selonian Justice Minister Nils Arvid Holm said: “We shall build the pier in spring.”", "Nils Arvid Holm"),
    ("The Foreign Minister said: “We shall build the pier in spring.”", ""),
    # by a surname alone, which stands within a sentence somewhere
    ("They met Holm. Holm was quoted as saying that “nobody has paid for the pier yet.”", "Holm"),
    ("“We shall build the pier in spring,” Holm said.", "Holm"),
    ("“We shall build the pier in spring,” said Holm.", "Holm"),
    ("Officials said that “nobody has paid for the pier yet.”", ""),
    # an outlet that is named as the source
    ("“We shall build the pier in spring,” said Interport.", "Interport Agency"),
    ("“We shall build the pier in spring,” Interport reported.", "Interport Agency"),
    ("Interport wrote that the pier “will be built by those who use it.”", "Interport Agency"),
    ("A man told Interport that the pier “will be built by those who use it.”", ""),
    ("In an interview with Interport, a man said the pier “will be built by those who use it.”", ""),
    # nobody
    ("The United States has left the talks, thereby “increasing the threat to every pier.”", ""),
    ("The law says nothing, and “nobody has ever been fined under it at all,” either.", ""),
    # a pronoun, and who is meant stands in the sentence
    ("When she met Ada Berg, she said: “We shall build the pier in spring.”", "Ada Berg"),
    # the bracket behind the words
    ("They heard that “we shall build the pier in spring” (Ole Brask in Interport, March 4).", "Ole Brask"),
    # an office of a state is not the state
    ("Selonia spokesman said “it was a very long and careful sentence about it.”", ""),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_the_speaker_of_a_quotation(text: str, speaker: str) -> None:
    found = said(text)
    assert [name for name, _ in found] == [speaker]


def test_a_credit_may_be_the_end_of_the_file() -> None:
    text = "“We shall build the pier in spring,” according to Ada Berg. "
    assert said(text) == [("Ada Berg", "“We shall build the pier in spring,”")]


def test_of_the_words_far_before_a_quotation_none_says_who_speaks() -> None:
    texts = (f"Ada Berg said it {'and so on ' * times}: “We shall build the pier in spring.”" for times in (9, 300))
    assert [said(text)[0][0] for text in texts] == ["Ada Berg", ""]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We shall build the pier in spring,” Berg said.", "Ada Berg"),
        ("“We shall build the pier in spring,” she said.", "Ada Berg"),
        ("The mayor said: “We shall build the pier in spring.”", "Ada Berg"),
        ("In her own words, “the pier will be built in spring.”", "Ada Berg"),
        ("Interport quoted her as saying “the pier will be built in spring.”", "Ada Berg"),
        ("It was late, and the mayor knew it. Nobody spoke. “We shall build it in spring,” she said.", "Ada Berg"),
        ("Berg was seen there. Interport quoted her as saying “the pier will be built in spring.”", "Ada Berg"),
    ],
)
def test_a_surname_a_pronoun_or_an_office_speaks_for_a_person_named_before(text: str, speaker: str) -> None:
    assert [name for name, _ in said(OPENING + text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one act of speech, or two
        (
            "“The pier is old,” Ole Brask said.\n\nIt was late. “It has stood for ninety years,” he said.",
            [("Ole Brask", "“The pier is old,”"), ("Ole Brask", "“It has stood for ninety years,”")],
        ),
        (
            "“The pier is old,” Ada Berg said, “and the wall is older.”",
            [("Ada Berg", "“The pier is old,” Ada Berg said, “and the wall is older.”")],
        ),
        (
            "Ada Berg called it “a wall of straw.” Ole Dahl later stated that “the wall has never let anybody down.”",
            [("Ada Berg", "“a wall of straw.”"), ("Ole Dahl", "“the wall has never let anybody down.”")],
        ),
        (
            "“The pier is old,” said Ada Berg, mayor of the town. “It has stood for ninety years.”",
            [("Ada Berg", "“The pier is old,”"), ("Ada Berg", "“It has stood for ninety years.”")],
        ),
        (
            "Ada Berg said the pier was “old,” “a danger,” and “the shame of the whole town and its council.”",
            [("Ada Berg", "“a danger,” and “the shame of the whole town and its council.”")],
        ),
        (
            "Ada Berg said it “will not be built by those who use it.” (PAP, May 4) Ole Dahl called it “nonsense.”",
            [("Ada Berg", "“will not be built by those who use it.”"), ("Ole Dahl", "“nonsense.”")],
        ),
        (
            "Ada Berg said “nobody has asked the council at all,” and she accused it of “secrecy.”",
            [("Ada Berg", "“nobody has asked the council at all,” and she accused it of “secrecy.”")],
        ),
        # over several paragraphs, each opened and only the last closed
        (
            "Ada Berg said: “We have waited for years.\n\n“We shall wait no longer.”",
            [("Ada Berg", "“We have waited for years.\n\n“We shall wait no longer.”")],
        ),
        # a block of its own, announced by the paragraph before
        (
            "The council heard a letter by Ada Berg, who said:\n\n     “We have waited for years.”\n\nNobody left.",
            [("Ada Berg", "“We have waited for years.”")],
        ),
        # a question, and the answer
        (
            "Ole Dahl was sternly asked: “Who pays for the pier in the end?” He replied, “Those who use the pier.”",
            [("", "“Who pays for the pier in the end?”"), ("Ole Dahl", "“Those who use the pier.”")],
        ),
        # a lost space
        (
            'Ada Berg said, "we do not know how to build. "(See Note)',
            [("Ada Berg", '"we do not know how to build. "')],
        ),
        # marks within marks of the same kind, one of them forgotten
        (
            'Ada Berg said that "there is a law, and under it "those who build shall pay" for all. Nobody left.',
            [("Ada Berg", '"there is a law, and under it "those who build shall pay"')],
        ),
        ("“We have waited for years, and nobody ca", [("", "“We have waited for years, and nobody ca")]),
    ],
)
def test_where_a_quotation_begins_and_ends(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The “reset” was over.",
        "They fear for their “sphere of influence” there.",
        "Selonia has a “sphere of privileged interests,” as everybody knows.",
        "The so-called “long pier” is short.",
        "He read “The Long Pier: A Novel of the North,” and slept.",
        "A change of this kind is called “a hunk of the tree” by those who make it.",
        "Each part (called a “hunk of the tree”) is kept.",
        "See the section called “Problems with building on old piers” for more.",
        "The film was entitled “nobody ever came back from there”.",
        'A pipe of 5" and a board of 12" were left.',
        "He said nothing.",
        "“”",
    ],
)
def test_a_term_a_title_and_a_name_are_no_quotations(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Berg called the plan “nonsense.”", "“nonsense.”"),
        ("“Nonsense,” said Ada Berg.", "“Nonsense,”"),
        ("Ada Berg described the vote as “a farce.”", "“a farce.”"),
    ],
)
def test_even_one_word_is_somebodys_where_a_verb_of_saying_owns_it(text: str, words: str) -> None:
    assert said(text) == [("Ada Berg", words)]


def test_titles_under_the_heading_of_sources_are_no_quotations() -> None:
    text = (
        "The pier was closed on Monday, and nobody knew for how long it would be.\n\nSources\n\n"
        "“The long pier has closed for the winter” — Interport, July 18, 2012\n\n"
        "Northern Wire. “Nobody knows when the pier will open” — The Harbour News, July 18, 2012\n"
    )
    assert said(text) == []


@pytest.mark.parametrize("mark", ["“", '"', "„", "«", "“a ", "” “", '" "'])
def test_marks_that_nothing_closes_cost_no_more_than_their_text(mark: str) -> None:
    text = mark * 5_000
    spans = list(quote.marked(text, 0, len(text)))
    assert len(spans) <= text.count(mark[0])
    assert all(first.end <= second.start for first, second in pairwise(spans))
