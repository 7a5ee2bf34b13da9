"""The glossary that ships with the package."""

import re
from pathlib import Path

import pytest

from generator import read
from generator.analyse.index import Index
from generator.edges import group
from generator.model import Glossary
from generator.site import Site

ROOT = Path(__file__).parent.parent
# Their names are the state's own, plain words or common names of people.
NO_CAPITAL = (
    "andorra antigua-and-barbuda chile costa-rica djibouti dominica guyana holy-see jamaica kiribati luxembourg"
    " maldives monaco northern-cyprus san-marino sao-tome-and-principe seychelles singapore"
)
GONE = "czechoslovakia east-germany serbia-and-montenegro soviet-union west-germany yugoslavia"
NO_DEMONYM = "dominica holy-see republic-of-the-congo serbia-and-montenegro"
WORDS = set(
    "A After All Also And April As At August Aid But By Can Council Day East Far First For From General He I If In Is"
    " It June July Man March May Mr Nice No North Of On One Or Out President Progress Reform She So South State Summit"
    " The They This Time To Unity Up We West When While Who Will With You".split()
)


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Glossary:
    root = tmp_path_factory.mktemp("empty")
    glossary, problems = read.glossary(Site(root, root / "seeds", root / "docs", ()))
    assert not problems
    return glossary


def test_it_knows_the_world(starter):
    types = group(starter.actors.values(), by=lambda actor: actor.type)
    assert len(types["state"]) >= 193 + 9
    assert len(types["organization"]) >= 150
    assert len(types["place"]) >= 300
    assert len(starter.outlets) >= 200
    assert starter.publications["eurasia-daily-monitor"].volume_one == 2004


def test_every_state_has_a_capital_and_an_adjective(starter):
    for state in (actor for actor in starter.actors.values() if actor.type == "state"):
        kinds = {alias.kind for alias in state.aliases}
        assert "capital" in kinds or state.id in NO_CAPITAL.split() + GONE.split(), state.id
        assert "demonym" in kinds or state.id in NO_DEMONYM.split(), state.id


def test_no_way_of_writing_belongs_to_two(starter):
    written = group(
        {
            (text, actor.id)
            for actor in starter.actors.values()
            for text in (actor.name, *(a.text for a in actor.aliases))
        },
        by=lambda pair: pair[0],
    )
    shared = {text: sorted(actor for _, actor in pairs) for text, pairs in written.items() if len(pairs) > 1}
    assert not shared


def test_no_name_is_a_plain_word(starter):
    for actor in starter.actors.values():
        assert not WORDS & {actor.name, *(alias.text for alias in actor.aliases)}, actor.id


def test_every_entry_of_actors_but_places_says_in_a_sentence_what_it_is(starter):
    for actor in starter.actors.values():
        assert actor.type == "place" or re.fullmatch(r"[A-Z][^\n]{5,150}\.", actor.summary), actor.id


def test_the_spellings_of_an_outlet_lead_to_one(starter):
    index = Index(starter)
    for spelling, outlet in {
        "ITAR-TASS": "itar-tass",
        "Itar-Tass": "itar-tass",
        "RIA-Novosti": "ria-novosti",
        "www.kremlin.ru": "kremlin-ru",
        "Kremlin.ru": "kremlin-ru",
        "Reuter": "reuters",
        "Yonhap news agency": "yonhap",
        "the New York Times": "new-york-times",
    }.items():
        found = index.outlet(spelling)
        assert found is not None and found.id == outlet, spelling  # noqa: PT018


def test_the_first_article_is_reviewed():
    site = Site(ROOT, ROOT / "seeds", ROOT / "docs", ())
    glossary, problems = read.glossary(site)
    assert not problems
    own = [actor for actor in glossary.actors.values() if actor.origin == "site"]
    assert len(own) >= 24
    assert all(actor.summary and actor.status == "reviewed" for actor in own)
