"""Laws that hold whatever the articles say; that text stays text is tried in test_prose.py."""

import re
import unicodedata
from itertools import pairwise
from typing import Literal

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator import analyse
from generator.edges import group
from generator.model import TEXT_BLOCKS, Analysis, Seed
from tests import strategies
from tests.papers import INDEX, papers

slowly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def analysed(text: str) -> Analysis:
    return analyse.article(strategies.seed(text), INDEX)


@slowly
@given(strategies.texts())
@example("")
@example("(")
@example("\ufeff\r\n")
def test_blocks_hold_every_character_but_white_space_once_and_in_order(text: str):
    blocks = analysed(text).article.blocks
    assert all(block.start < block.end for block in blocks)
    assert all(first.end <= second.start for first, second in pairwise(blocks))
    inside = {at for block in blocks for at in range(block.start, block.end)}
    assert not [
        at
        for at, character in enumerate(text)
        if not (character.isspace() or character == "\ufeff") and at not in inside
    ]
    numbers = [block.number for block in blocks if block.kind in TEXT_BLOCKS]
    assert numbers == list(range(1, len(numbers) + 1))


@slowly
@given(strategies.texts())
def test_law_2_mentions_are_ordered_apart_slice_back_and_lie_in_no_citation(text: str):
    found = analysed(text)
    assert all(text[mention.start : mention.end] == mention.surface for mention in found.mentions)
    assert all(first.end <= second.start for first, second in pairwise(found.mentions))
    for mention in found.mentions:
        assert mention.start < mention.end
        brackets = [cited for cited in found.citations if cited.kind != "narrative"]
        assert not [cited for cited in brackets if cited.start < mention.end and mention.start < cited.end]
    assert all(text[cited.start : cited.end] == cited.text for cited in found.citations)


@slowly
@given(strategies.unwrapped_texts())
def test_an_inserted_paragraph_shifts_what_follows_by_its_length(text: str):
    opening = "Plain words open the text, and no name is in them.\n\n"
    added = "Plain words were put in, and no name is in them.\n\n"
    before, after = analysed(opening + text), analysed(opening + added + text)
    shifted = [(mention.start + len(added), mention.surface) for mention in before.mentions]
    assert [(mention.start, mention.surface) for mention in after.mentions] == shifted
    shifted = [(cited.start + len(added), cited.text) for cited in before.citations]
    assert [(cited.start, cited.text) for cited in after.citations] == shifted
    shifted = [(said.start + len(added), said.end + len(added)) for said in before.quotations]
    assert [(said.start, said.end) for said in after.quotations] == shifted


IN_ARTICLE = re.compile(r"^### \[.*\]\((?:\.\./)+articles/([^)]+)\.md\).* \{ #in-(\S+) \.in-article \}$", re.MULTILINE)
REPORT = re.compile(r"^## .* \{ #(\S+) \}$", re.MULTILINE)
LEADS = re.compile(r"\((?:\.\./)+articles/([^)#]+)\.md#")


def listed(pages: dict[str, str], folder: str) -> set[str]:
    """Give the articles under whose headings the page of an actor, and those of its years, show where it is named."""
    own = (text for path, text in pages.items() if path == f"{folder}.md" or path.startswith(f"{folder}/"))
    headings = [heading for text in own for heading in IN_ARTICLE.findall(text)]
    assert all(leads == anchor for leads, anchor in headings)
    return {article for article, _ in headings}


def resting(pages: dict[str, str]) -> set[tuple[str, str]]:
    """Give each report with the articles that its section leads to."""
    found: set[tuple[str, str]] = set()
    for path, text in pages.items():
        if path.startswith("sources/"):
            _, *sections = REPORT.split(text)
            for report, section in zip(sections[::2], sections[1::2], strict=True):
                found |= {(article, report) for article in LEADS.findall(section)}
    return found


@slowly
@given(strategies.seeds)
@example([strategies.seed(text, at) for at, text in enumerate(strategies.SEVERAL)])
def test_law_3_an_actor_lists_an_article_exactly_when_the_article_mentions_it(seeds: list[Seed]):
    made = papers(seeds)
    pages = made.pages()
    by_path = {seed.path: analysed(seed.text) for seed in seeds}
    found = {address: by_path[sheet.seed] for address, sheet in made.corpus.articles.items()}
    named = {(address, edge.actor) for address, one in found.items() for edge in one.mentions if edge.kind != "demonym"}
    for actor in strategies.GLOSSARY.actors:
        assert listed(pages, f"actors/{actor}") == {article for article, who in named if who == actor}
    cited = {(address, edge.source) for address, one in found.items() for edge in one.citations if edge.source}
    assert resting(pages) == cited
    for address in found:
        front = yaml.safe_load(pages[f"articles/{address}.md"].split("---\n")[1])
        assert {(address, actor) for actor in front.get("actors", ())} == {edge for edge in named if edge[0] == address}
        assert {(address, one) for one in front.get("sources", ())} == {edge for edge in cited if edge[0] == address}


def test_law_3_holds_where_many_articles_name_an_actor_and_cite_an_outlet():
    seeds = [
        Seed(
            f"articles/{at:03}.txt",
            f"Ada Vantongeren said “we agree on all of it” (Polar Post, {1 + at % 28} May {2000 + at % 2}).",
            "0" * 64,
            meta={"title": f"Number {at}", "date": f"{2000 + at % 2}-0{6 + at % 3}-01"},
        )
        for at in range(120)
    ]
    pages = papers(seeds).pages()
    articles = {f"number-{at}" for at in range(120)}
    assert listed(pages, "actors/ada-vantongeren") == articles
    assert {article for article, _ in resting(pages)} == articles
    assert {"actors/ada-vantongeren/2000-06.md", "sources/polar-post/2000-05.md"} <= pages.keys()


@slowly
@given(strategies.seeds, st.randoms())
def test_law_4_the_order_of_seeds_changes_no_byte(seeds: list[Seed], random):
    shuffled = list(seeds)
    random.shuffle(shuffled)
    assert papers(shuffled).pages() == papers(seeds).pages()


@pytest.mark.parametrize(("printed", "other"), [("’", "'"), ("\n", "\r\n")])
@slowly
@given(text=strategies.texts())
def test_the_apostrophe_and_the_line_end_change_nothing_but_offsets(printed: str, other: str, text: str):
    plain = text.replace(other, printed)
    found, again = analysed(plain), analysed(plain.replace(printed, other))
    assert [m.actor for m in found.mentions] == [m.actor for m in again.mentions]
    assert [(c.source, c.kind) for c in found.citations] == [(c.source, c.kind) for c in again.citations]
    assert [q.speaker for q in found.quotations] == [q.speaker for q in again.quotations]


LINE = "NHP Harbour League  Oskar Tarvainen  00000 quay 00ÀÀ according 0000 İstanbul, "
WRAPPED = "The Harbour League and Oskar Tarvainen 00ÀÀ at the quay\n0ÀÀ the Interport of Été, İstanbul\n"
CAPTIONED = (
    "A Title\n\nThe quay of Été (Photo: Él) BREZNO, November 5, 2006 (Polar Post) -- Tarvainen left Île d’Été.\n"
)


@slowly
@given(strategies.texts())
@example(f"{LINE}\n\n{LINE}")
@example(f"{WRAPPED}Ada Vantongeren left\n{WRAPPED}")
@example(CAPTIONED)
def test_composed_and_decomposed_text_name_the_same_actors(text: str):
    found = [analysed(unicodedata.normalize(form, text)).mentions for form in ("NFC", "NFD")]
    assert [m.actor for m in found[0]] == [m.actor for m in found[1]]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_caption_before_a_dateline_ends_where_it_is_printed(form: Literal["NFC", "NFD"]):
    article = analysed(unicodedata.normalize(form, CAPTIONED)).article
    caption, paragraph = (article.text[block.start : block.end] for block in article.blocks[1:])
    assert caption.endswith("(Photo: " + unicodedata.normalize(form, "Él)"))
    assert paragraph.startswith("BREZNO")


def test_edges_are_grouped_by_either_end_alike():
    found = analysed("Ada Vantongeren met the Harbour League. Vantongeren left.")
    by_actor, by_article = (group(found.mentions, by=end) for end in (lambda m: m.actor, lambda m: m.article))
    assert sum(map(len, by_actor.values())) == sum(map(len, by_article.values())) == 3
