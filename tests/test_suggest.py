"""Who and what is suggested, why, and how it is written down."""

import errno
import functools
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator import analyse, read, suggest
from generator.analyse.index import Index
from generator.model import Actor, Glossary, Seed
from generator.site import Site, packaged_templates
from generator.suggest import mine, near
from generator.suggest.weigh import Guess
from generator.write import lock

TEXT = """The Ferry That Waits

Publication: Quay Review Volume: 3 Issue: 4

Harbour master Oskar Vantongeren told the Lower Quay Council that the United Harbour League (UHL) would not pay.
Vantongeren said the UHL had agreed to a treaty (Quay Courier, March 3). In the village of Ostrelund, near Vemmering,
the ferryman Ivo Brask, a member of the Quiet Water Party, waited. “We wait,” Brask said (Quay Courier, March 4).
"""


def site_with(folder: Path, *texts: str) -> Site:
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(texts):
        (folder / f"articles/{number:03}.txt").write_text(text, encoding="utf-8")
    return Site(folder.parent, folder, folder.parent / "docs", (packaged_templates(),))


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return site_with(tmp_path / "seeds", TEXT)


def sure(folder: Path, *sentences: str) -> dict[str, str]:
    """Give the names that *sentences* make sure of, with their types."""
    text = (
        "Of Quays\n\nThere was a quay, and a ferry, and the two of them were old.\n\n" + "\n\n".join(sentences) + "\n"
    )
    found = suggest.suggestions(site_with(folder / "seeds", text))
    return {guess.name: guess.type for guess in found.actors if guess.score >= suggest.SURE}


PERSONS = [
    ("Yesterday Foreign Minister Oskar Vantongeren left for the islands.", "Oskar Vantongeren"),
    ("The statement came from spokeswoman Ilse Marren in the evening.", "Ilse Marren"),
    ("They were led by Harro Delf, the head of the ferry union, who had come late.", "Harro Delf"),
    ("The islands' governor, Tamsin Orrel, did not reply.", "Tamsin Orrel"),
    ("It was shown to Wim Astrup, 54, on the quay.", "Wim Astrup"),
    ("The crew followed Lt. Gen. Aart J. Brandis into the hall.", "Aart J. Brandis"),
    ("The rebels obey Commander Yusuf bin Qaral alone.", "Yusuf bin Qaral"),
    ("Among them was Sulayman al-Harun, who had fled.", "Sulayman al-Harun"),
    ("In the hall Premier Zhao Minghai spoke first.", "Zhao Minghai"),
    ("Ivana Korzenko said that the ferry was late.", "Ivana Korzenko"),
    ("The talks were led by Mogens Estrup. Later Estrup resigned, and they praised Estrup.", "Mogens Estrup"),
    ("Two of the owners–harbour master Ivo Drumm–the one who came late–left.", "Ivo Drumm"),
    ("Mogens Estrup and the sea are old, and so is the quay.", None),
    ("He lived in Alice Cove, and there the road ends.", None),
]


@pytest.mark.parametrize(("sentence", "name"), PERSONS)
def test_persons(tmp_path: Path, sentence: str, name: str | None):
    found = sure(tmp_path, sentence)
    assert [one for one, kind in found.items() if kind == "person"] == ([name] if name else [])


BODIES = [
    ("He left the Lower Quay Council in anger.", "Lower Quay Council", "organization"),
    (
        "He joined the Union of Island Pilots and Ferrymen last year.",
        "Union of Island Pilots and Ferrymen",
        "organization",
    ),
    ("A vote of the Justice and Harmony Party was lost.", "Justice and Harmony Party", "organization"),
    ("It was the Ostrel Fishermen's Association that paid.", "Ostrel Fishermen's Association", "organization"),
    ("All signed the Vemmering Treaty at noon.", "Vemmering Treaty", "treaty"),
    ("They wait for Operation Quiet Tide to begin.", "Operation Quiet Tide", "event"),
    ("It is the navy's drill Harbour-2017 again.", "Harbour-2017", "event"),
    ("He fled to the village of Ostrelund by boat.", "Ostrelund", "place"),
    ("The troops stood near Vemmering for a week.", "Vemmering", "place"),
    ("The mill belongs to the firm Brandal, as all know.", "Brandal", "organization"),
    ('He left the bloc "Our Common Quay" in spring.', "Our Common Quay", "organization"),
    ("The men of Ansar al-Marsa hid there.", "Ansar al-Marsa", "armed_group"),
    ("The 14th Lagoon Brigade was sent.", "14th Lagoon Brigade", "organization"),
]


@pytest.mark.parametrize(("sentence", "name", "kind"), BODIES)
def test_bodies_and_places(tmp_path: Path, sentence: str, name: str, kind: str):
    assert sure(tmp_path, sentence) == {name: kind}


NOTHING = [
    "On Tuesday the ministers met, and in March they met again.",
    "The President spoke, and the Foreign Minister listened.",
    "Opposition leaders said that the Opposition Party had not voted.",
    "However, Nobody Knows said the sign on the door.",
    "Moscow-led talks and anti-Western slogans filled the hall.",
    "He spoke in English, in Parliament, of Islam.",
    "In March Reuters reported that the price of LNG had risen.",
    "The head of the delegation left for the islands.",
    "The station's Latvian Service was closed for good.",
    "It was the Latvian ferry of old, and the Latvian War was over.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_nothing(tmp_path: Path, sentence: str):
    assert sure(tmp_path, sentence) == {}


def test_an_adjective_of_a_known_state_is_no_name(tmp_path: Path):
    assert sure(tmp_path, "Then Belarusan President Ada Alone left.") == {"Ada Alone": "person"}


SHOWN: list[tuple[str, dict[str, tuple[str, str]]]] = [
    ("The UHL (United Harbour Lanes) met.", {"United Harbour Lanes": ("place", "an acronym before it")}),
    ("The Lower Quay Council (NKR) met at noon.", {"Lower Quay Council": ("organization", "an acronym behind it")}),
    ("He left the Vieux Quai (VKR) in spring.", {"Vieux Quai": ("organization", "an acronym behind it")}),
    ("He left the Latvian Vieux Quai (VKR) in spring.", {"Vieux Quai": ("organization", "an acronym behind it")}),
    (
        "then the old men of the quay and the ferry and the mill by the sea went with Brandal Vemmer (BRX) again.",
        {"Brandal Vemmer": ("organization", "an acronym behind it")},
    ),
    (
        "The Aa Bb Cc Dd Ee Ff Gg Hh Ii Jj Kk Ll Mm Nn Oo Pp (Old Quay Council) met.",
        {"Old Quay Council": ("organization", "the head noun Council")},
    ),
    ("He left the Jihad Mooring (JM) in spring.", {"Jihad Mooring": ("armed_group", "an acronym behind it")}),
    ("He left the Quiet Wide Bay (QWB) in spring.", {"Quiet Wide Bay": ("place", "an acronym behind it")}),
    ("He left the Quiet Papers (QP) in spring.", {"Quiet Papers": ("other", "an acronym behind it")}),
    ("He signed the Quiet Pact Zero (QPZ) in spring.", {"Quiet Pact Zero": ("treaty", "an acronym behind it")}),
    ("He left the Quiet Tide Zero (QTZ) in spring.", {"Quiet Tide Zero": ("organization", "an acronym behind it")}),
    ("He met Robert Hill at noon.", {"Robert Hill": ("person", "a given name")}),
    (
        "He called Quiet Water Party Secretary House in vain.",
        {"Quiet Water Party": ("organization", "the head noun Party")},
    ),
    (
        "He left the Quay Union of Council of Ferries at noon.",
        {
            "Council of Ferries": ("organization", "the head noun Council"),
            "Quay Union": ("organization", "the head noun Union"),
        },
    ),
    (
        "He left the Quay Union of Minister Brask at noon.",
        {"Quay Union": ("organization", "the head noun Union"), "Brask": ("person", "a title before it")},
    ),
    ("He swam in the Quiet Bay of Norway at noon.", {"Quiet Bay": ("place", "the head noun Bay")}),
    (
        "He saw the Quay Union of Island Pilots Chairman at noon.",
        {"Quay Union of Island Pilots": ("organization", "the head noun Union")},
    ),
    ("He lived in Quiet Street for Ferrymen till noon.", {"Quiet Street": ("place", "the head noun Street")}),
    (
        "He left the Lower Ferry Council of ferries at noon.",
        {"Lower Ferry Council": ("organization", "the head noun Council")},
    ),
    (
        "He joined the Coalition to Save Quays at noon.",
        {"Coalition to Save Quays": ("organization", "the head noun Coalition")},
    ),
    ("He joined the Party to Save Quays at noon.", {}),
    (
        "He joined the Commission for Old Quays at noon.",
        {"Commission for Old Quays": ("organization", "the head noun Commission")},
    ),
    (
        "He joined the Vemmer University for Ferrymen at noon.",
        {"Vemmer University": ("organization", "the head noun University")},
    ),
    (
        "He joined the Vemmer Club for Ferrymen at noon.",
        {"Vemmer Club for Ferrymen": ("organization", "the head noun Club")},
    ),
    ("He joined the US Quiet Council at noon.", {"Quiet Council": ("organization", "the head noun Council")}),
    (
        "He joined the US Defence Department at noon.",
        {"US Defence Department": ("organization", "the head noun Department")},
    ),
    ("He joined Hizb al-Marsa wa Qaral at noon.", {"Hizb al-Marsa wa Qaral": ("armed_group", "the head noun Hizb")}),
    (
        "He hated the Brandal administration of old.",
        {"Brandal administration": ("organization", "the head noun administration")},
    ),
    ("Nobody came from Chernomyrdin that day.", {"Viktor Chernomyrdin": ("person", "the surname alone")}),
    ("Nobody asked Chernomyrdin Harbour that day.", {"Chernomyrdin Harbour": ("place", "the head noun Harbour")}),
    ("Nobody asked Putin that day.", {}),
    ("It was Yusuf bin al Harun, 54, who came.", {"Yusuf bin al Harun": ("person", "an age behind it")}),
    ("Yesterday Commander Yusuf van went home.", {}),
    ("Yesterday Commander Yusuf van der la went home.", {}),
    ("Yesterday Commander Yusuf van.", {}),
    ("It was Firefighter Robert Brask, 54, who came.", {"Robert Brask": ("person", "a title before it")}),
    ("It was Ferryman Brandt Vemmer, 54, who came.", {"Ferryman Brandt Vemmer": ("person", "an age behind it")}),
    ("Yesterday Minister Ivo Brask de President came.", {"Ivo Brask": ("person", "a title before it")}),
    ("In the end Korzenko refused.", {"Korzenko": ("person", "refused behind it")}),
    (
        "In the end Harbourbank President Ada Brenn spoke.",
        {"Ada Brenn": ("person", "a title before it"), "Harbourbank": ("organization", "President behind it")},
    ),
    (
        "In the end Brandal Mayor Ada Brenn spoke.",
        {"Ada Brenn": ("person", "a title before it"), "Brandal": ("place", "Mayor behind it")},
    ),
    ("Ferry President Ada Brenn spoke, and the ferry left.", {"Ada Brenn": ("person", "a title before it")}),
    ("He went to the village Ostrelund by boat.", {"Ostrelund": ("place", "village before it")}),
    (
        "Nobody liked the company Brandal of Quay Vemmer then.",
        {"Brandal of Quay Vemmer": ("organization", "company before it")},
    ),
    (
        "Nobody liked Brandal chief Ada Brenn then.",
        {"Ada Brenn": ("person", "chief before it"), "Brandal": ("organization", "chief behind it")},
    ),
    ("Nobody liked the Brandal fishing company then.", {"Brandal": ("organization", "company behind it")}),
    ("He saw the Vemmering peninsula from afar.", {"Vemmering": ("place", "peninsula behind it")}),
    ("Nobody saw Rostow, a firm owned by none, again.", {"Rostow": ("organization", "firm behind it")}),
    ("Nobody saw Shamil, a township of none, again.", {"Shamil": ("place", "township behind it")}),
    ("Nobody saw Quiet Wave, an exercise of none, again.", {"Quiet Wave": ("event", "exercise behind it")}),
    ("Nobody saw Tamsil, a thing of old, again.", {}),
    ("He went to Norway, Sweden and Vemmer by boat to Brandal.", {"Vemmer": ("place", "beside places in a list")}),
    (
        "He went to Norway, Sweden, near Vemmer, Oster and Aland by boat.",
        {
            "Vemmer": ("place", "near before it"),
            "Aland": ("place", "beside places in a list"),
            "Oster": ("place", "beside places in a list"),
        },
    ),
    ("Vemmer, Norway and Sweden are old.", {}),
    ("He went to Norway, Sweden and One Two Three Vemmer Four by boat.", {}),
    ('They sang the song "Our Common Quay" in spring.', {}),
    ("They saw Ada Vemmer as pilot of the ferry.", {"Ada Vemmer": ("person", "as pilot behind it")}),
    ("They saw Ulla Vemmer of Brandal by the sea.", {}),
    (
        "They saw the ambassador to Norway Ulla Brenn by the sea.",
        {"Ulla Brenn": ("person", "a title and its place before it")},
    ),
    (
        "They saw the CEO of the Norway Ulla Brenn by the sea.",
        {"Ulla Brenn": ("person", "a title and its place before it")},
    ),
    ("They saw the Norwegian Ulla Brenn, 54, by the sea.", {"Ulla Brenn": ("person", "an age behind it")}),
    ("They saw the Ada Quay faction by the sea.", {"Ada Quay": ("organization", "faction behind it")}),
    ("They saw the Brandals' ferry by the sea.", {}),
    ("They saw Jan. 5, Mar 3 and Sun 4 by the sea.", {}),
    ("THEY SAW THE LOWER QUAY COUNCIL", {}),
    (
        "They saw the Lower Quay Council near the Lower Quay Councillors by the sea.",
        {"Lower Quay Council": ("organization", "the head noun Council")},
    ),
    (
        "The UHX (United Harbour Lanes) met.",
        {"United Harbour": ("place", "the head noun Harbour"), "UHX": ("organization", "an acronym")},
    ),
    ("Nobody asked old Chernomyrdin Vemmer that day.", {}),
    ("THEY SAW THE LOWER QUAY COUNCIL BY THE SEA, AND IT WAS LATE, AND THEY WENT HOME. THEN THEY SLEPT.", {}),
    ("Yesterday Prime Minister Chernomyrdin left.", {"Viktor Chernomyrdin": ("person", "Minister before it")}),
    ("They saw the Robert Quay faction by the sea.", {}),
    (
        "Yesterday Commander Yasin Abu al-Harun spoke. Later Commander Abu al-Harun left.",
        {"Yasin Abu al-Harun": ("person", "a title before it")},
    ),
    (
        "Yesterday Ilja Brandal said it, Ilja Brandel said it.",
        {"Ilja Brandal": ("person", "said behind it"), "Ilja Brandel": ("person", "said behind it")},
    ),
    (
        "He left the Ministry of Quays and Piers and the Institute for Piers and Council in spring.",
        {
            "Institute for Piers and Council": ("organization", "the head noun Institute"),
            "Ministry of Quays and Piers": ("organization", "the head noun Ministry"),
        },
    ),
    (
        "It was the Defence and Quay Ministry. He led the Order and Justice Party and the 3rd Army.",
        {
            "Defence and Quay Ministry": ("organization", "the head noun Ministry"),
            "Order and Justice Party": ("organization", "the head noun Party"),
        },
    ),
    (
        'He led the "Justice and Quay Party" in spring.',
        {"Justice and Quay Party": ("organization", "the head noun Party")},
    ),
]


@pytest.mark.parametrize(("sentence", "names"), SHOWN)
def test_each_name_is_shown_by_its_rule(tmp_path: Path, sentence: str, names: dict[str, tuple[str, str]]):
    text = f"Of Quays\n\nThere was a quay, and a ferry, and the two of them were old.\n\n{sentence}\n"
    found = suggest.suggestions(site_with(tmp_path / "seeds", text)).actors
    assert {guess.name: (guess.type, guess.rules[0]) for guess in found} == names


def test_acronyms_become_aliases(site: Site):
    found = {guess.id: guess for guess in suggest.suggestions(site).actors}
    league = found["united-harbour-league"]
    assert (league.aliases, league.mentions, league.articles) == (("UHL",), 3, 1)
    assert league.rules[0] == "an acronym behind it"
    assert league.contexts[0][0] == "articles/000.txt"
    assert "uhl" not in found


def test_unknown_outlets_are_suggested(site: Site):
    (courier,) = suggest.suggestions(site).outlets
    assert (courier.id, courier.name, courier.mentions, courier.articles) == ("quay-courier", "Quay Courier", 2, 1)


def test_a_body_that_every_state_has_is_told_apart_by_its_state(tmp_path: Path):
    found = suggest.suggestions(
        site_with(
            tmp_path / "seeds",
            "One\n\nOn Monday the Latvian Fisheries Ministry wrote. The Fisheries Ministry wrote twice.\n",
            "Two\n\nOn Monday Norway's Fisheries Ministry replied, and so it went for years.\n",
        )
    )
    bodies = {guess.id: guess for guess in found.actors}
    assert bodies["fisheries-ministry-latvia"].name == "Latvian Fisheries Ministry"
    assert bodies["fisheries-ministry-norway"].name == "Fisheries Ministry (Norway)"
    assert bodies["fisheries-ministry-latvia"].named == ("Fisheries Ministry",)
    assert bodies["fisheries-ministry-norway"].named == ("Fisheries Ministry",)
    assert "fisheries-ministry" not in bodies


def test_a_person_of_the_starter_glossary_who_is_called_by_the_surname_alone(tmp_path: Path):
    text = "Of Quays\n\nAt noon they asked Chernomyrdin for help. Nobody told him that Chernomyrdin had left.\n"
    site = site_with(tmp_path / "seeds", text)
    (guess,) = suggest.suggestions(site).actors
    assert (guess.id, guess.name) == ("viktor-chernomyrdin", "Viktor Chernomyrdin")
    assert suggest.write(suggest.suggestions(site), site) == ()
    assert suggest.suggestions(site).actors == ()
    glossary, _ = read.glossary(site)
    entry = glossary.actors[guess.id]
    starter, _ = read.glossary(site, suggested=False)
    assert (entry.origin, entry.status) == ("site", "suggested")
    assert (entry.summary, entry.wikidata) == (starter.actors[guess.id].summary, starter.actors[guess.id].wikidata)


FULL = "Of Quays\n\nYesterday President Dmitri Vantongeren left.\n\nVantongeren said that the ferry was late.\n"
ALONE = "Of Quays\n\nPresident Vantongeren did not reply. Vantongeren said that the ferry was late.\n"


@pytest.mark.parametrize("text", [FULL, ALONE])
@pytest.mark.parametrize("known", [("dmitri",), ("dmitri", "igor")])
@pytest.mark.parametrize("status", ["reviewed", "suggested"])
def test_a_surname_that_known_persons_bear_is_no_person_of_its_own(
    tmp_path: Path, text: str, known: tuple[str, ...], status: str
):
    site = site_with(tmp_path / "seeds", text)
    entries = [
        f"{given}-vantongeren:\n  name: {given.title()} Vantongeren\n  type: person\n  status: {status}\n"
        for given in known
    ]
    (site.seeds / "actors.yml").write_text("".join(entries), encoding="utf-8")
    assert suggest.suggestions(site).actors == ()


def test_a_surname_that_nobody_known_bears_is_a_person(tmp_path: Path):
    (guess,) = suggest.suggestions(site_with(tmp_path / "seeds", ALONE)).actors
    assert (guess.id, guess.type) == ("vantongeren", "person")


def test_what_is_added_leaves_a_surname_open_that_two_persons_bear(tmp_path: Path):
    site = site_with(tmp_path / "seeds", FULL, ALONE)
    (site.seeds / "actors.yml").write_text("igor-vantongeren:\n  name: Igor Vantongeren\n  type: person\n")
    for _ in range(2):
        assert suggest.write(suggest.suggestions(site), site) == ()
        entries, _ = read.glossary(site)
        named = {actor.id for actor in entries.actors.values() if "Vantongeren" in actor.name}
        assert named == {"igor-vantongeren", "dmitri-vantongeren"}


def test_the_nearest_known_name_is_told(tmp_path: Path):
    site = site_with(tmp_path / "seeds", "Of Quays\n\nYesterday Foreign Minister Nikolay Vantongerren left again.\n")
    (site.seeds / "actors.yml").write_text(
        "nikolai-vantongeren:\n  name: Nikolai Vantongeren\n  type: person\n", encoding="utf-8"
    )
    (guess,) = suggest.suggestions(site).actors
    assert (guess.id, guess.near) == ("nikolay-vantongerren", "nikolai-vantongeren")


def test_writing_keeps_what_stands_and_adds_nothing_twice(site: Site):
    file = site.seeds / "actors.yml"
    kept = "# Ours.\r\n\r\nolive-branch: {status: ignored}   # never\r\nada-brenn:\r\n    type: person"
    kept += "\r\n    name: 'Ada Brenn'"
    file.write_text(kept, encoding="utf-8", newline="")
    assert suggest.write(suggest.suggestions(site), site) == ()
    first = file.read_bytes()
    assert first.startswith(kept.encode() + b"\r\n\r\n# ")
    assert b"\n" not in first.replace(b"\r\n", b"")
    glossary, problems = read.glossary(site)
    assert problems == ()
    assert glossary.actors["olive-branch"].status == "ignored"
    assert glossary.actors["oskar-vantongeren"].status == "suggested"
    assert suggest.write(suggest.suggestions(site), site) == ()
    assert file.read_bytes() == first


WRITTEN = """\
# 2 mentions in 1 article: member behind it; a given name
#   articles/000.txt: … ¶ “No”: Ivo Brask, a member of the Old Quay Council (OQC). Ivo Brask waits. …
ivo-brask:
  name: "Ivo Brask"
  type: person
  status: suggested

# 2 mentions in 1 article: an acronym behind it
#   articles/000.txt: … ¶ “No”: Ivo Brask, a member of the Old Quay Council (OQC). Ivo Brask waits. …
old-quay-council:
  name: "Old Quay Council"
  type: organization
  aliases:
    - "OQC"
  status: suggested
"""


def test_an_entry_has_its_evidence_in_a_comment(tmp_path: Path):
    text = "Of Quays\n\n¶ “No”: Ivo Brask, a member of the Old Quay Council (OQC). Ivo Brask waits.\n"
    site = site_with(tmp_path / "seeds", text)
    assert suggest.write(suggest.suggestions(site), site) == ()
    assert (site.seeds / "actors.yml").read_text(encoding="utf-8") == WRITTEN


def test_actors_and_outlets_are_listed_together_the_surest_first(site: Site):
    found = suggest.suggestions(site)
    scores = [line[:4] for line in suggest.lines(found) if not line.startswith(" ")]
    assert len(scores) == len(found.actors) + len(found.outlets)
    assert scores == sorted(scores, reverse=True)


def test_what_was_added_is_told_by_file(site: Site):
    found = suggest.suggestions(site)
    actors, outlets = len(suggest.sure(found.actors)), len(suggest.sure(found.outlets))
    told = suggest.added(found, site, ())
    assert told.startswith(f"Added {actors} to seeds/actors.yml, {outlets} to seeds/outlets.yml; ")
    (site.seeds / "actors.yml").write_text("ada: [\n", encoding="utf-8")
    assert suggest.added(found, site, suggest.write(found, site)).startswith(f"Added {outlets} to seeds/outlets.yml; ")


def test_a_file_that_a_link_leads_to_elsewhere_is_left(site: Site, tmp_path: Path):
    elsewhere = tmp_path / "elsewhere.yml"
    elsewhere.write_text("# Not ours.\n", encoding="utf-8")
    (site.seeds / "actors.yml").symlink_to(elsewhere)
    assert [problem.code for problem in suggest.write(suggest.suggestions(site), site)] == ["link-out"]
    assert elsewhere.read_text(encoding="utf-8") == "# Not ours.\n"


def test_writing_begins_a_file_where_there_is_none(site: Site):
    assert suggest.write(suggest.suggestions(site), site) == ()
    written = yaml.safe_load((site.seeds / "outlets.yml").read_text(encoding="utf-8"))
    assert written == {"quay-courier": {"name": "Quay Courier", "status": "suggested"}}


@pytest.mark.parametrize("name", ["Oskar Vantongeren", "Somebody else"])
def test_what_is_ignored_is_not_suggested_again(site: Site, name: str):
    (site.seeds / "actors.yml").write_text(
        f"not-him:\n  name: {name}\n  aliases: [Oskar Vantongeren]\n  status: ignored\n", encoding="utf-8"
    )
    assert "oskar-vantongeren" not in {guess.id for guess in suggest.suggestions(site).actors}


@pytest.mark.parametrize(
    "broken", ["a: [\n", "a: 1\na: 2\n", "- a\n- b\n", "{a: {status: ignored}}\n", "  a:\n    status: ignored\n"]
)
def test_a_file_that_cannot_be_extended_is_reported_and_left(site: Site, broken: str):
    file = site.seeds / "actors.yml"
    file.write_text(broken, encoding="utf-8")
    found = suggest.suggestions(site)
    assert [problem.place.path for problem in suggest.write(found, site)] == ["seeds/actors.yml"]
    assert file.read_text(encoding="utf-8") == broken


def test_bytes_that_are_not_utf_8_are_reported_and_left(site: Site):
    file = site.seeds / "actors.yml"
    file.write_bytes(b"# caf\xe9\nolive-branch:\n  status: ignored\n")
    before = file.read_bytes()
    assert suggest.write(suggest.suggestions(site), site) != ()
    assert file.read_bytes() == before


WORDS = st.sampled_from(
    [
        *"Minister President told said the of and near in (UHL) Harbour League Party ’s “ ” \" '".split(),
        *", . : # - {} []".split(),
        *("\\", "|", ">", "\t", "Oskar", "Vantongeren", "al-Harun", "Foreign", "\u2028", "\x07", "\u202e", "\n\n"),
        *("İ", "é", "e\u0301", "\U0001f600"),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(WORDS, st.text(max_size=6)), max_size=60))
def test_whatever_the_text_says_the_file_is_valid_and_keeps_its_entries(tmp_path_factory: pytest.TempPathFactory, said):
    site = replace(site_with(tmp_path_factory.mktemp("site") / "seeds"), starter=False)  # quicker
    text = f"Quay\n\nYesterday Minister Oskar Vantongeren {' '.join(said)} left.\n"
    (site.seeds / "articles/a.txt").write_bytes(text.encode("utf-8", "replace"))
    kept = "# Ours.\nada-brenn:\n  name: Ada Brenn  # with a note\n  type: person\n"
    (site.seeds / "actors.yml").write_text(kept, encoding="utf-8")
    suggest.write(suggest.suggestions(site), site)
    assert (site.seeds / "actors.yml").read_text(encoding="utf-8").startswith(kept)
    glossary, problems = read.glossary(site)
    assert problems == ()
    assert glossary.actors["ada-brenn"].name == "Ada Brenn"


UNITS = [
    "Abcde Fghij Klmno ",
    "Harbour Party of the Quay ",
    "Swat, Buner, Bannu, ",
    "Rolf's Harbour League's ",
    "A. B. C. ",
    "Quay League (QL) ",
    'bloc "Our Quay" ',
    "Oskar Vantongeren said ",
    "al-Harun bin Abu ",
    "Alt Quay (Old Quay Council) ",
    "Harbourbank President Oskar ",
    "Quay Foe 2017 ",
    "((((",
    "of the of the ",
]


def steps(text: str, index: Index) -> int:
    """Count the calls that mining *text* takes, its layout and citations apart."""
    analysis = analyse.article(Seed("articles/a.txt", text, ""), index)
    count = 0

    def tick(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(tick)
    try:
        mine.finds(analysis, index)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("unit", UNITS)
def test_mining_takes_steps_in_proportion_to_the_length(unit: str):
    index = Index(Glossary())
    opening = "Quay\n\nThe quay was old, and the ferry too. "
    small, large = (steps(opening + unit * times, index) for times in (100, 800))
    assert large < 9 * small


def test_a_disk_that_is_full_is_one_line_and_the_file_stays(site: Site, monkeypatch: pytest.MonkeyPatch):
    (site.seeds / "actors.yml").write_text("# mine\n", encoding="utf-8")
    found = suggest.suggestions(site)

    def failing(*_arguments):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "write", failing)
    said = [str(problem) for problem in suggest.write(found, site)]
    assert said[0] == (
        "seeds/actors.yml: error: it cannot be written: No space left on device,"
        " nothing was added; make room or give leave [disk]"
    )
    assert (site.seeds / "actors.yml").read_text(encoding="utf-8") == "# mine\n"


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_file_keeps_its_mode(site: Site, mode: int):
    file = site.seeds / "actors.yml"
    file.write_text("# mine\n", encoding="utf-8")
    file.chmod(mode)
    assert suggest.write(suggest.suggestions(site), site) == ()
    assert stat.S_IMODE(file.stat().st_mode) == mode
    assert "oskar-vantongeren:" in file.read_text(encoding="utf-8")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_the_file_keeps_its_owner(site: Site):
    file = site.seeds / "actors.yml"
    file.write_text("# mine\n", encoding="utf-8")
    os.chown(file, 4711, 4712)
    assert suggest.write(suggest.suggestions(site), site) == ()
    assert (file.stat().st_uid, file.stat().st_gid) == (4711, 4712)


def test_where_the_owner_cannot_be_kept_the_mode_is(site: Site, monkeypatch: pytest.MonkeyPatch):
    def failing(*_arguments):
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    file = site.seeds / "actors.yml"
    file.write_text("# mine\n", encoding="utf-8")
    file.chmod(0o640)
    monkeypatch.setattr(os, "fchown", failing)
    assert suggest.write(suggest.suggestions(site), site) == ()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_link_within_the_seeds_stays_one_and_the_file_that_it_leads_to_is_written(site: Site):
    (site.seeds / "shared").mkdir()
    shared = site.seeds / "shared/actors.yml"
    shared.write_text("# shared\n", encoding="utf-8")
    (site.seeds / "actors.yml").symlink_to("shared/actors.yml")
    assert suggest.write(suggest.suggestions(site), site) == ()
    assert (site.seeds / "actors.yml").readlink() == Path("shared/actors.yml")
    assert "oskar-vantongeren:" in shared.read_text(encoding="utf-8")
    assert [path.name for path in shared.parent.iterdir()] == ["actors.yml"]


@pytest.mark.parametrize("mode", [0o444, 0o400])
def test_a_read_only_file_is_left_and_what_to_do_is_said(site: Site, mode: int):
    file = site.seeds / "actors.yml"
    file.write_text("# mine\n", encoding="utf-8")
    file.chmod(mode)
    (problem,) = suggest.write(suggest.suggestions(site), site)
    assert str(problem) == (
        "seeds/actors.yml: error: it is read-only, nothing was added;"
        " make it writable, or copy what `backmatter suggest` lists [read-only]"
    )
    assert (file.read_text(encoding="utf-8"), stat.S_IMODE(file.stat().st_mode)) == ("# mine\n", mode)


EDITOR = """
import sys
from pathlib import Path
file, number, in_place = Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "in place"
text = (file.read_text(encoding="utf-8") if file.exists() else "") + f"edit-{number}:\\n  status: ignored\\n"
new = file if in_place else file.with_name("new.yml")
new.write_text(text, encoding="utf-8")
new.replace(file)
"""


@pytest.mark.parametrize("how", ["in place", "renamed"])
@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("edits", [1, 3, 100])
def test_what_another_program_saves_meanwhile_is_never_lost(
    site: Site, monkeypatch: pytest.MonkeyPatch, edits: int, how: str, *, there: bool
):
    file, real, saved = site.seeds / "actors.yml", os.fsync, []
    if there:
        file.write_text("# mine\n", encoding="utf-8")
    found = suggest.suggestions(site)

    def saving(descriptor):
        """Save an edit at the last moment: the new file is complete, and not yet in place."""
        real(descriptor)
        if len(saved) < edits:
            saved.append(len(saved))
            subprocess.run([sys.executable, "-c", EDITOR, file, str(saved[-1]), how], check=True)

    monkeypatch.setattr(os, "fsync", saving)
    said = [problem.code for problem in suggest.write(found, site)]
    entries = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert {key for key in entries if key.startswith("edit-")} == {f"edit-{number}" for number in saved}
    assert said == (["changed"] if edits == 100 else [])
    assert ("oskar-vantongeren" in entries) == (edits != 100)
    assert not list(site.seeds.glob(".backmatter*"))


def test_entries_that_somebody_added_meanwhile_are_not_added_twice(site: Site):
    found = suggest.suggestions(site)
    assert suggest.write(found, site) == ()
    before = (site.seeds / "actors.yml").read_bytes()
    assert {problem.code for problem in suggest.write(found, site)} == {"changed"}
    assert (site.seeds / "actors.yml").read_bytes() == before


def test_a_file_that_a_merge_left_unsettled_is_left(site: Site):
    found = suggest.suggestions(site)
    (site.seeds / "actors.yml").write_text("<<<<<<< a\n=======\n>>>>>>> b\n", encoding="utf-8")
    assert [problem.code for problem in suggest.write(found, site)] == ["conflict"]


def test_two_that_write_at_once_wait_for_each_other(site: Site, monkeypatch: pytest.MonkeyPatch):
    found = suggest.suggestions(site)
    monkeypatch.setattr(lock, "held", functools.partial(lock.held, patience=0))
    with lock.held(site.seeds):
        assert {problem.code for problem in suggest.write(found, site)} == {"locked"}
    assert suggest.write(found, site) == ()


def test_an_outlet_that_is_cited_often_shows_a_few_places(tmp_path: Path):
    cited = " ".join(f"It was so (Quay Courier, March {day})." for day in range(1, 12))
    (courier,) = suggest.suggestions(site_with(tmp_path / "seeds", f"Of Quays\n\n{cited}\n")).outlets
    assert courier.mentions == 11
    assert 0 < len(courier.contexts) < 11


def test_of_many_names_that_sound_alike_some_are_compared():
    known = {f"ada-brandal-{at}": Actor(f"ada-brandal-{at}", f"Ada Brandal{'l' * at}", "person") for at in range(60)}
    (guess,) = near.marked([Guess("ada-brandel", "Ada Brandel", "person", 1.0)], Glossary(known))
    assert guess.near == "ada-brandal-0"
