"""Who is named where: short forms, acronyms, misspellings, case, line ends, and what stays unlinked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import analyse, text
from generator.analyse.index import Index
from generator.model import Actor, Alias, Analysis, Glossary, Outlet, Role, Seed

ACTORS = (
    Actor("ada-vantongeren", "Ada Vantongeren", "person", (Alias("Vantongeran", "misspelling"),)),
    Actor("ilmar-tarvainen", "Ilmar Tarvainen", "person"),
    Actor("oskar-tarvainen", "Oskar Tarvainen", "person"),
    Actor("jon-dray", "Jon Dray", "person", roles=(Role("President", "upland", "1989", "1993-01-20"),)),
    Actor("jon-dray-junior", "Jon Dray Jr.", "person", roles=(Role("President", "upland", "2001-01-20", "2009"),)),
    Actor("khaled-al-masri", "Khaled al-Masri", "person"),
    Actor("ruben-van-der-berg", "Ruben van der Berg", "person"),
    Actor("li-wenbo", "Li Wenbo", "person"),
    Actor("pak-jong-su", "Pak Jong-su", "person"),
    Actor("nils-holm", "Nils Holm", "person", origin="starter"),
    Actor("harbour-league", "Harbour League", "organization"),
    Actor("harbour-league-council", "Harbour League Council", "organization"),
    Actor("united-northern-harbours", "United Northern Harbours", "organization"),
    Actor(
        "northern-pact", "Northern Pact", "treaty", (Alias("the Pact", "descriptor", "named"), Alias("NPO", "acronym"))
    ),
    Actor("selonia", "Selonia", "state", (Alias("Brezno", "capital"), Alias("Selonian", "demonym"))),
    Actor("bosno-hersekia", "Bosno-Hersekia", "state"),
    Actor("brezno-human-rights-group", "Brezno Human Rights Group", "organization"),
    Actor("upland", "Upland", "state", (Alias("U.P.", "acronym"), Alias("UP", "acronym"))),
    Actor("who", "World Harbour Office", "organization", (Alias("WHO", "acronym"),)),
    Actor("security-council-north", "Northern Security Council", "organization", (Alias("Security Council"),)),
    Actor("security-council-south", "Southern Security Council", "organization", (Alias("Security Council"),)),
    Actor("nobody", "Grey Area", "other", status="ignored"),
)
GLOSSARY = Glossary({actor.id: actor for actor in ACTORS}, {"brezno-times": Outlet("brezno-times", "Brezno Times")})
INDEX = Index(GLOSSARY)


def analysed(body: str, *, title: str = "") -> Analysis:
    head = f"{title}\n\nPublication: Harbour Daily Volume: 7 Issue: 31\n\n" if title else ""
    meta = {"date": "2010"} if title else {"title": "A Pier", "date": "2010"}
    return analyse.article(Seed("articles/a.txt", head + body, "0" * 64, meta=meta), INDEX)


def named(body: str, *, title: str = "") -> list[tuple[str, str]]:
    return [(mention.surface, mention.actor) for mention in analysed(body, title=title).mentions]


ADA, ILMAR, OSKAR = "ada-vantongeren", "ilmar-tarvainen", "oskar-tarvainen"
LEAGUE, SELONIA, MASRI = "harbour-league", "selonia", "khaled-al-masri"
NAMES = {
    "a surname after the full name": (
        "Ada Vantongeren spoke. Vantongeren left.",
        [("Ada Vantongeren", ADA), ("Vantongeren", ADA)],
    ),
    "a surname alone, of the only bearer": ("Vantongeren left early.", [("Vantongeren", ADA)]),
    "a surname alone, of somebody whom only the starter glossary knows": ("Holm left early.", []),
    "the same once the article names him": (
        "Nils Holm spoke. Holm left.",
        [("Nils Holm", "nils-holm"), ("Holm", "nils-holm")],
    ),
    "a lost space behind a name and before one": (
        "President Ada Vantongerensaid that Vantongerenwas onVantongeren’s side, said PresidentAda Vantongeren.",
        [
            ("Ada Vantongeren", ADA),
            ("Vantongeren", ADA),
            ("Vantongeren", ADA),
            ("Ada Vantongeren", ADA),
        ],
    ),
    "a name within another word": ("The Vantongerenists left Neo-Vantongeren.", []),
    "a surname behind a title": ("They met President Vantongeren there.", [("Vantongeren", ADA)]),
    "a surname behind another first name is another person": ("They met Willem Vantongeren there.", []),
    "a surname that goes on is another name": ("They met at the Vantongeren Foundation there.", []),
    "a given name after the full name": (
        "Khaled al-Masri spoke. Later Khaled left.",
        [("Khaled al-Masri", MASRI), ("Khaled", MASRI)],
    ),
    "a given name before the full name": ("Later Khaled left. Khaled al-Masri spoke.", [("Khaled al-Masri", MASRI)]),
    "al- names": (
        "Khaled al-Masri spoke. Al-Masri left, and al-Masri’s men and Masri himself stayed.",
        [("Khaled al-Masri", MASRI), ("Al-Masri", MASRI), ("al-Masri", MASRI), ("Masri", MASRI)],
    ),
    "particles": (
        "Ruben van der Berg spoke. Van der Berg left, and Berg stayed.",
        [(form, "ruben-van-der-berg") for form in ("Ruben van der Berg", "Van der Berg", "Berg")],
    ),
    "surnames that stand first": (
        "Li Wenbo met Pak Jong-su. Li left. Pak stayed.",
        [("Li Wenbo", "li-wenbo"), ("Pak Jong-su", "pak-jong-su"), ("Li", "li-wenbo"), ("Pak", "pak-jong-su")],
    ),
    "two bearers, one of them named here": (
        "Ilmar Tarvainen spoke. Tarvainen left.",
        [("Ilmar Tarvainen", ILMAR), ("Tarvainen", ILMAR)],
    ),
    "two bearers, both named here": (
        "Ilmar Tarvainen met Oskar Tarvainen. Tarvainen left.",
        [("Ilmar Tarvainen", ILMAR), ("Oskar Tarvainen", OSKAR)],
    ),
    "two bearers, none named here": ("Tarvainen left.", []),
    "a possessive stays outside": (
        "Vantongeren’s plan, Selonia's pier.",
        [("Vantongeren", ADA), ("Selonia", SELONIA)],
    ),
    "hyphen pairs": (
        "Selonia-Upland talks, Selonia-led, anti-Selonia.",
        [("Selonia", SELONIA), ("Upland", "upland"), ("Selonia", SELONIA), ("Selonia", SELONIA)],
    ),
    "a name with a hyphen of its own": ("Bosno-Hersekia agreed.", [("Bosno-Hersekia", "bosno-hersekia")]),
    "a name over a line end": (
        "They met some members of the Harbour\nLeague on the second day, and Ada\r\nVantongeren, in Bosno-\nHersekia.",
        [("Harbour\nLeague", LEAGUE), ("Ada\r\nVantongeren", ADA), ("Bosno-\nHersekia", "bosno-hersekia")],
    ),
    "an acronym behind its name": (
        "The United Northern Harbours (UNH) met. UNH agreed.",
        [(form, "united-northern-harbours") for form in ("United Northern Harbours", "UNH", "UNH")],
    ),
    "an acronym behind other words": (
        "The Nordic Haul (UNH) met, and the League of All (UNH).",
        [],
    ),
    "an acronym before its name": (
        "The UNH (United Northern Harbours) met.",
        [("UNH", "united-northern-harbours"), ("United Northern Harbours", "united-northern-harbours")],
    ),
    "a bracket that is no acronym": (
        "The United Northern Harbours (Big) met. Big.",
        [("United Northern Harbours", "united-northern-harbours")],
    ),
    "an acronym that the article explains as something else": (
        "The New Plough Owners (NPO) met. The NPO agreed.",
        [],
    ),
    "an acronym behind another spelling of the name": (
        "The World Harbours Office (WHO) met. The WHO agreed.",
        [("WHO", "who"), ("WHO", "who")],
    ),
    "a descriptor where the actor is named": (
        "The Northern Pact met. The Pact agreed, and the Pact was glad.",
        [("Northern Pact", "northern-pact"), ("The Pact", "northern-pact"), ("the Pact", "northern-pact")],
    ),
    "a descriptor where it is not": ("Nobody kept the Pact.", []),
    "an alias of two, settled by who is named": (
        "The Southern Security Council met. The Security Council agreed.",
        [("Southern Security Council", "security-council-south"), ("Security Council", "security-council-south")],
    ),
    "an alias of two, settled by nobody": ("The Security Council agreed.", []),
    "the longest name wins": (
        "The Harbour League Council met in Brezno with the Brezno Human Rights Group.",
        [
            ("Harbour League Council", "harbour-league-council"),
            ("Brezno", SELONIA),
            ("Brezno Human Rights Group", "brezno-human-rights-group"),
        ],
    ),
    "an outlet keeps its city": ("He reads the Brezno Times every day.", []),
    "a misspelling within the article": (
        "Ada Vantongeren spoke. Vantongaren left.",
        [("Ada Vantongeren", ADA), ("Vantongaren", ADA)],
    ),
    "a misspelling of nobody in the article": ("Vantongaren left.", []),
    "a misspelling that the glossary has": ("Ada Vantongeran left.", [("Vantongeran", ADA)]),
    "a woman’s surname is no misspelling": ("Ilmar Tarvainen spoke. Tarvainena left.", [("Ilmar Tarvainen", ILMAR)]),
    "marks and apostrophes": ("Ada Vantongerén spoke.", [("Ada Vantongerén", ADA)]),
    "full stops": ("The U.P. and the UP.", [("U.P.", "upland"), ("UP", "upland")]),
    "no part of a word": ("Selonias, preSelonia, UPS and NPOs.", []),
    "case is kept": ("selonia, up, the pact, who said so.", []),
    "what is ignored": ("This is a Grey Area.", []),
    "what a citation names": ("It was so (Harbour League, February 4; Brezno Times, March 4).", []),
    "the stump of a text that was cut off": ("Ada Vantongeren spoke of the Harbour Leag", [("Ada Vantongeren", ADA)]),
    "a demonym": ("Selonian officials met.", [("Selonian", SELONIA)]),
}


@pytest.mark.parametrize(("body", "expected"), NAMES.values(), ids=NAMES)
def test_who_is_named(body: str, expected: list[tuple[str, str]]) -> None:
    assert named(body) == expected


BODY = "Ada Vantongeren and the Harbour League met in Brezno to talk about the pier, and they agreed on nothing at all."


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("HARBOUR LEAGUE MEETS VANTONGEREN IN BREZNO", [LEAGUE, ADA, SELONIA]),
        ("WHO STARTS UP THE PIER OF SELONIA?", [SELONIA]),  # the text names neither WHO nor UP
        ("Harbour League Meets Vantongeren: Selonia-Upland Talks Open", [LEAGUE, ADA, SELONIA, "upland"]),
        ("Vantongeren Says No", [ADA]),
        ("No Pier for the North", []),
    ],
)
def test_a_title_names_what_the_text_knows(title: str, expected: list[str]) -> None:
    found = analysed(BODY, title=title)
    assert [mention.actor for mention in found.mentions if mention.end <= len(title)] == expected


def test_an_acronym_that_is_a_word_counts_in_capitals_where_the_text_names_it() -> None:
    found = analysed(f"{BODY} The WHO was there, too.", title="SELONIA AND WHO AGREE ON THE PIER")
    assert [mention.actor for mention in found.mentions][:2] == [SELONIA, "who"]


def test_a_paragraph_in_capitals_is_read_like_a_title() -> None:
    assert named("HARBOUR LEAGUE MEETS IN SELONIA, BUT NO SELONIANISTS KNOW WHO PAYS.") == [
        ("HARBOUR LEAGUE", LEAGUE),
        ("SELONIA", SELONIA),
    ]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Ilmar Tarvainen met Oskar Tarvainen. Tarvainen left.", "name-ambiguous"),
        ("Tarvainen left.", "name-ambiguous"),
        ("The Security Council agreed.", "name-ambiguous"),
        ("Ilmar Tarvainen spoke. Tarvainen left.", None),
    ],
)
def test_what_could_mean_two_is_reported(body: str, code: str | None) -> None:
    assert [finding.code for finding in analysed(body).findings] == ([code] if code else [])


def test_of_many_bearers_of_one_name_a_message_names_a_few() -> None:
    actors = {f"ada-{at:02}": Actor(f"ada-{at:02}", f"Ada {at:02} Holm", "person") for at in range(13)}
    found = analyse.article(
        Seed("articles/a.txt", "A Pier\n\nThey saw Holm there. Holm left.\n", ""), Index(Glossary(actors))
    )
    (finding,) = found.findings
    assert finding.what.startswith("'Holm' could be Ada 00 Holm or Ada 01 Holm or ")
    assert finding.what.endswith(" or Ada 09 Holm or 3 others; it is not linked")


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("Ada Vantongeren spoke. Vantongeren left.", ["name", "surname"]),
        ("Khaled al-Masri spoke. Khaled left.", ["name", "given_name"]),
        ("Selonia met Brezno and the Selonian side.", ["name", "capital", "demonym"]),
        ("The NPO met.", ["acronym"]),
        ("The United Northern Harbours (UNH) met.", ["name", "acronym"]),
        ("Ada Vantongeren spoke. Vantongaren left.", ["name", "misspelling"]),
    ],
)
def test_a_mention_says_of_what_kind_it_is(body: str, kinds: list[str]) -> None:
    assert [mention.kind for mention in analysed(body).mentions] == kinds


@pytest.mark.parametrize(
    ("date", "body", "expected"),
    [
        ("1991-05-04", "They met President Dray there.", ["jon-dray"]),
        ("1989", "They met President Dray there.", ["jon-dray"]),
        ("1993-01-20", "They met President Dray there.", ["jon-dray"]),
        ("2003", "They met Upland President Dray there.", ["upland", "jon-dray-junior"]),
        ("1996", "They met President Dray there.", []),  # neither was
        ("2003", "They met Governor Dray there.", []),
        ("2003", "They met Dray there.", []),
        ("", "They met President Dray there.", []),  # nobody knows when
        ("2003", "Jon Dray spoke of the past. They met President Dray there.", ["jon-dray", "jon-dray"]),
    ],
)
def test_of_two_bearers_the_one_who_held_the_office_at_the_time(date: str, body: str, expected: list[str]) -> None:
    found = analyse.article(Seed("articles/a.txt", body, "0" * 64, meta={"title": "A Pier", "date": date}), INDEX)
    assert [mention.actor for mention in found.mentions] == expected


def test_furniture_is_not_mined() -> None:
    body = f"{BODY}\n\nThe Harbour League is a publication of the Harbour League. All rights reserved.\n"
    assert len(named(body)) == len(named(BODY))


WORDS = st.sampled_from(
    [*(actor.name for actor in ACTORS), "Vantongeren", "Berg", "Pact", "the", "İ", "É", "ß", "’s", "-", "(", ")", "\n"]
)


@given(st.lists(WORDS | st.text(max_size=4), max_size=30).map(" ".join))
def test_the_automaton_finds_what_a_plain_search_finds(words: str) -> None:
    folded = text.fold(words)
    scanned = {(start, end) for start, end, forms in INDEX.scan(folded) if forms}
    searched = set()
    for actor in ACTORS:
        for written in {text.fold(name) for name in (actor.name, *(alias.text for alias in actor.aliases))}:
            at = folded.find(written)
            while at >= 0:
                end = at + len(written)
                inside = at and folded[at - 1].isalnum() and written[0].isalnum()
                goes_on = folded[end : end + 1].isalnum() and written[-1].isalnum()
                if not (inside or goes_on):
                    searched.add((at, end))
                at = folded.find(written, at + 1)
    assert searched <= scanned
    assert all(not folded[start - 1 : start].isalnum() or not folded[start].isalnum() for start, _ in scanned)
