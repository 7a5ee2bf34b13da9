"""The citation grammar: what is a citation, which reports it names, and of what day each is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analyse import cite, layout
from generator.analyse.cite import brackets, grammar
from generator.analyse.cite.tokens import tokens
from generator.analyse.index import Index
from generator.model import (
    Actor,
    Article,
    Block,
    BlockKind,
    Citation,
    Finding,
    Glossary,
    Outlet,
    Publication,
    Seed,
)

NAMES = {
    "Interfax": (),
    "ITAR-TASS": ("TASS",),
    "Reuters": ("Reuter",),
    "PAP": (),
    "Izvestia": ("Izvestiya",),
    "Kommersant": ("Kommersant-Daily",),
    "Yonhap": (),
    "Gazeta": (),
    "Gazeta Polarna": (),
    "Polar Times": (),
}
INDEX = Index(
    Glossary(
        actors={
            "ada-berg": Actor("ada-berg", "Ada Berg", "person"),
            "selonia": Actor("selonia", "Selonia", "state"),
            "polar-voice": Actor("polar-voice", "Polar Voice Television", "organization"),
            "yonhap-korea": Actor("yonhap-korea", "Yonhap’s Korea Desk", "organization"),
        },
        outlets={name.lower(): Outlet(name.lower(), name, aliases) for name, aliases in NAMES.items()},
        publications={
            "harbour-daily": Publication("harbour-daily", "Harbour Daily", aliases=("HD",), volume_one=2004),
            "ledger": Publication("ledger", "Ledger", volume_one=1995),
        },
    )
)


def analysed(
    text: str, date: str | None = "2010-03-15", series: str | None = "harbour-daily", issue: int | None = None
) -> tuple[tuple[Citation, ...], tuple[Finding, ...]]:
    block = Block(0, len(text), "paragraph", 1)
    return cite.citations(Article("a", "s", "0", text, (block,), date=date, series=series, issue=issue), INDEX)


def reports(bracket: str, **about: object) -> list[tuple[str, str | None]]:
    found, _ = analysed(f"The pier will be rebuilt {bracket}. Nobody pays.", **about)  # type: ignore[arg-type]
    return [(citation.printed, citation.date) for citation in found]


SHAPES = [
    # one outlet, either order, with and without a year
    ("(Interfax, February 4)", [("Interfax", "2010-02-04")]),
    ("(Pier War Journal, February 4)", [("Pier War Journal", "2010-02-04")]),
    ("(Harbours.example, July 25, 2017)", [("Harbours.example", "2017-07-25")]),
    ("(ITAR-TASS, 16 December 1993)", [("ITAR-TASS", "1993-12-16")]),
    ("(ITAR-TASS, 16 December)", [("ITAR-TASS", "2009-12-16")]),
    ("(Interfax, Feb. 4)", [("Interfax", "2010-02-04")]),
    ("(Interfax, Thursday, February 4)", [("Interfax", "2010-02-04")]),
    ("(Interfax, 11-February)", [("Interfax", "2010-02-11")]),
    ("(Interfax, 4th of February)", [("Interfax", "2010-02-04")]),
    ("(Interfax, 2010-02-04)", [("Interfax", "2010-02-04")]),
    # several sources
    ("(Interfax, June 9; www.pier.example, May 18)", [("Interfax", "2009-06-09"), ("www.pier.example", "2009-05-18")]),
    (
        "(Reuters, September 27, Harbour News, September 28)",
        [("Reuters", "2009-09-27"), ("Harbour News", "2009-09-28")],
    ),
    (
        "(Polar Information Agency, Novaya Gavan, March 2)",
        [("Polar Information Agency", "2010-03-02"), ("Novaya Gavan", "2010-03-02")],
    ),
    ("(Interfax, Itar-Tass, June 2)", [("Interfax", "2009-06-02"), ("Itar-Tass", "2009-06-02")]),
    (
        "(Selonian TV, ITAR-TASS, 8 February; PAP, 9 February)",
        [("Selonian TV", "2010-02-08"), ("ITAR-TASS", "2010-02-08"), ("PAP", "2010-02-09")],
    ),
    (
        "(PAP, Reuters, and Interfax, March 3)",
        [("PAP", "2010-03-03"), ("Reuters", "2010-03-03"), ("Interfax", "2010-03-03")],
    ),
    ("(PAP; Reuters, March 3)", [("PAP", "2010-03-03"), ("Reuters", "2010-03-03")]),
    ("(PAP and Reuters, March 3)", [("PAP", "2010-03-03"), ("Reuters", "2010-03-03")]),
    # lists and ranges of days
    ("(HD, January 25,18)", [("HD", "2010-01-25"), ("HD", "2010-01-18")]),
    ("(Interfax, January 26, 27)", [("Interfax", "2010-01-26"), ("Interfax", "2010-01-27")]),
    ("(ITAR-TASS, 12, 17 November 1993)", [("ITAR-TASS", "1993-11-12"), ("ITAR-TASS", "1993-11-17")]),
    ("(Interfax, PAP, March 8-11)", [("Interfax", "2010-03-08/2010-03-11"), ("PAP", "2010-03-08/2010-03-11")]),
    ("(Polar Gazette, 29-30 January)", [("Polar Gazette", "2010-01-29/2010-01-30")]),
    ("(Interfax, March 9 and 10)", [("Interfax", "2010-03-09"), ("Interfax", "2010-03-10")]),
    ("(Kommersant, 28 February-3 March)", [("Kommersant", "2010-02-28/2010-03-03")]),
    ("(Kommersant, December 30-January 2)", [("Kommersant", "2009-12-30/2010-01-02")]),
    ("(PAP, 7 February, 8 February)", [("PAP", "2010-02-07"), ("PAP", "2010-02-08")]),
    (
        "(see HD, November 2, 2017; June 7, 2018; July 17, 2018)",
        [("HD", "2017-11-02"), ("HD", "2018-06-07"), ("HD", "2018-07-17")],
    ),
    ("(PAP, 12 January; 5, 6 February)", [("PAP", "2010-01-12"), ("PAP", "2010-02-05"), ("PAP", "2010-02-06")]),
    ("(Interfax, March 29 and April 2)", [("Interfax", "2009-03-29"), ("Interfax", "2009-04-02")]),
    ("(Interfax, April 2, and 3)", [("Interfax", "2009-04-02"), ("Interfax", "2009-04-03")]),
    ("(Interfax, April 2 92)", [("Interfax", "1992-04-02")]),
    ("(Interfax, December 28-January 2, 2010)", [("Interfax", "2009-12-28/2010-01-02")]),
    # the date first, or an outlet without one
    ("(March 4, Interfax)", [("Interfax", "2010-03-04")]),
    ("(Interfax; March 5)", [("Interfax", "2010-03-05")]),
    ("(Interfax; 2010)", [("Interfax", "2010")]),
    ("(Interfax, May 5, Reuters)", [("Interfax", "2009-05-05"), ("Reuters", None)]),
    # lead words and self-citations
    ("(see HD, June 23)", [("HD", "2009-06-23")]),
    ("(See also Ledger, February 22)", [("Ledger", "2010-02-22")]),
    ("(for example, Interfax, February 4)", [("Interfax", "2010-02-04")]),
    ("(as reported by ITAR-TASS on 8 February)", [("ITAR-TASS", "2010-02-08")]),
    (
        "(Reuter, Interfax, February 22. See also Ledger, February 23)",
        [("Reuter", "2010-02-22"), ("Interfax", "2010-02-22"), ("Ledger", "2010-02-23")],
    ),
    # sites, addresses, places in the report
    ("(24.example, February 3)", [("24.example", "2010-02-03")]),
    ("(Pier.example, February 9, para. 110)", [("Pier.example", "2010-02-09")]),
    (
        "(https://www.pier.example/a/list.php, accessed on February 7)",
        [("https://www.pier.example/a/list.php", "2010-02-07")],
    ),
    (
        "(https://www.pier.example/a/list.php accessed February 7)",
        [("https://www.pier.example/a/list.php", "2010-02-07")],
    ),
    ("(www.pier.example/index.php?id=4)", [("www.pier.example/index.php?id=4", None)]),
    ("(https://news.pier.example/12.html)", [("https://news.pier.example/12.html", None)]),
    # writers, cities, works
    ("(Ole Dahl in Polar Gazette, February 23)", [("Polar Gazette", "2010-02-23")]),
    ("(Ole Dahl to ITAR-TASS on 5 January)", [("ITAR-TASS", "2010-01-05")]),
    (
        "(Ole Dahl in Holos Havani, 12, 17 November 1993)",
        [("Holos Havani", "1993-11-12"), ("Holos Havani", "1993-11-17")],
    ),
    (
        "(al-Mina [Northtown], February 21, 2010; Reuters, February 22, 2010)",
        [("al-Mina", "2010-02-21"), ("Reuters", "2010-02-22")],
    ),
    ("(Hafen Bao (Harbour Daily News), March 3)", [("Hafen Bao", "2010-03-03")]),
    (
        "(see Ole Dahl, The Northern Pier: Storms and Stones, Harbour Foundation Occasional Paper, August 2007)",
        [("Harbour Foundation Occasional Paper", "2007-08")],
    ),
    ("(“The long pier,” Kommersant, March 3)", [("Kommersant", "2010-03-03")]),
    ('("Izvestia", March 3)', [("Izvestia", "2010-03-03")]),
    ("(Qol Hayam’el, 5 February)", [("Qol Hayam’el", "2010-02-05")]),
    # what stands beside an outlet
    ("(Polar radio, 4 March; PAP, 5 March, in English)", [("Polar radio", "2010-03-04"), ("PAP", "2010-03-05")]),
    ("(PAP in English, 3 January)", [("PAP", "2010-01-03")]),
    ("(PAP, 21 January, citing Novaya Gavan of the same day)", [("PAP", "2010-01-21")]),
    ("(Novaya Gavan, 20 January, carried by PAP, 21 January)", [("Novaya Gavan", "2010-01-20"), ("PAP", "2010-01-21")]),
    ("(Novaya Gavan, evening edition, 3 March)", [("Novaya Gavan", "2010-03-03")]),
    ("(Radio Gavan, 1900 GMT, 4 January)", [("Radio Gavan", "2010-01-04")]),
    ("(PAP, Selonia, 3 February)", [("PAP", "2010-02-03")]),
    ("(Gavan [Northtown], 3 February; Wir, 4 February)", [("Gavan", "2010-02-03"), ("Wir", "2010-02-04")]),
    # printed in other ways
    ("(Interfax February 4)", [("Interfax", "2010-02-04")]),
    ("(Interfax,February 4;PAP,February 5)", [("Interfax", "2010-02-04"), ("PAP", "2010-02-05")]),
    ("( Interfax , February 4 )", [("Interfax", "2010-02-04")]),
    ("(Interfax. February 4)", [("Interfax", "2010-02-04")]),
    ("(Interfax – February 4)", [("Interfax", "2010-02-04")]),
    ("(Interfax, February 4)(PAP, February 5)", [("Interfax", "2010-02-04"), ("PAP", "2010-02-05")]),
    ("(Kommersant, 12. February)", [("Kommersant", "2010-02-12")]),
    ("(Kommersant, February 4 to 6)", [("Kommersant", "2010-02-04/2010-02-06")]),
    ("(Kommersant, 4-6, 8 February)", [("Kommersant", "2010-02-04/2010-02-06"), ("Kommersant", "2010-02-08")]),
    ("(Kommersant, February 4th-10th)", [("Kommersant", "2010-02-04/2010-02-10")]),
    ("(ROMPRES, 18 JANUARY)", [("ROMPRES", "2010-01-18")]),
    ("(Interfax, February)", [("Interfax", "2010-02")]),
    ("(Interfax, 2009)", [("Interfax", "2009")]),
    ("(see the LEDGER of 2 February, pages 14-17)", [("the LEDGER", "2010-02-02")]),
    ("(see the 5 January Ledger, pages 3-5)", [("Ledger", "2010-01-05")]),
    # a date first, generic outlets, what scanners misread
    ("(26 February, Polar TV)", [("Polar TV", "2010-02-26")]),
    ("(26 February, Polar TV; 27 February, PAP)", [("Polar TV", "2010-02-26"), ("PAP", "2010-02-27")]),
    ("(Selonian agencies, March 1)", [("Selonian agencies", "2010-03-01")]),
    ("(various Northtown papers, March 1)", [("various Northtown papers", "2010-03-01")]),
    ("(Northtown radio, 1 March)", [("Northtown radio", "2010-03-01")]),
    ("(Izvestiya, 3O January)", [("Izvestiya", "2010-01-30")]),
    ("(Izvestiya, 1O and 12 February)", [("Izvestiya", "2010-02-10"), ("Izvestiya", "2010-02-12")]),
    ("(PAP, O2MAR94)", [("PAP", "1994-03-02")]),
    # cut by a line end
    ("(PAP,\n8 December 1993)", [("PAP", "1993-12-08")]),
    ("(ITAR-\nTASS, 8\nDecember)", [("ITAR-TASS", "2009-12-08")]),
    ("(Polar\n     Gazette, 8 February)", [("Polar Gazette", "2010-02-08")]),
    # a citation in a note, after a gloss
    ("(NOTE: It was also read out (Northtown radio, 1 March).)", [("Northtown radio", "2010-03-01")]),
    ("(the long one) (see HD, February 3)", [("HD", "2010-02-03")]),
    # brackets and dates of other kinds
    ("[Interfax, February 4]", [("Interfax", "2010-02-04")]),
    ("[Interfax, February 4; Gazeta, 5 February 2010]", [("Interfax", "2010-02-04"), ("Gazeta", "2010-02-05")]),
    ("(Interfax, 25.2.2010)", [("Interfax", "2010-02-25")]),
    ("(Interfax, 4.2.2010)", [("Interfax", "2010-02-04")]),
    ("(Interfax, 2/25/2010)", [("Interfax", "2010-02-25")]),
    ("(Interfax, 4/2/2010)", [("Interfax", "2010")]),
]


@pytest.mark.parametrize(("bracket", "expected"), SHAPES)
def test_the_shapes_of_citations(bracket: str, expected: list[tuple[str, str | None]]) -> None:
    assert reports(bracket) == expected


REFUSED = [
    "(May 5, p. 3)",
    "(HL)",
    "(MD)/Joint Command (OSK)",
    "(General Agreement on Piers)",
    "(the third largest pier on the coast)",
    "(as of yet undisclosed)",
    "(see box)",
    "(SEE NOTE)",
    "(See Note 1)",
    "(Part One)",
    "(1984)",
    "(L)",
    "(e.g., 2033)",
    '(On June 28, a "reliable source" said that Tarvainen would make no move.)',
    "(e.g., January)",
    "(for example, in March 2004)",
    "[in Northern Selonia]",
    "[Northtown, March 3]",
    "[see Harbour Notes, March 3]",
    "[Interfax]",
    "[Interfax, 300 copies]",
    "(Interfax, 300 copies)",
    "(Interfax, which has 4 offices)",
    "(Source: Reuters)",
    "(Source: Video Site)",
    "(Reuters)",
    "(Harbour Army Daily)",
    "(04/04/2012 issue of the Harbour Analyst)",
    "(January 28)",
    "(5 February)",
    "(born 4 May 1950)",
    "(from March 3 to May 4, 2010)",
    "(the agreement of 5 May 1990)",
    "(effective January 1, 2004)",
    "(Ada Berg, March 3)",
    "(Berg, March 3)",
    "(Selonia, March 3, 2004)",
    "(President Tarvainen, March 3)",
    "(Treaty of Northtown, 3 September 1783)",
    "(Battle of the Pier, 14 October 1916)",
    "(see Chapter 3, March 2004)",
    "(3.19.0.RC1: 2 April 2022)",
    "(June 5-10, 1967)",
    "(May)",
    "(Patriarch Tarvainen, 5 February)",
    "(Deputy Foreign Minister Ilmar Tarvainen, 5 February)",
    "(signed in Northtown, 14 January)",
    "(from 9 to 12 February)",
    "(4 January 2004-present)",
    "(Article 5, Northtown Treaty, April 1949)",
    "(Constitution Day, 12 December)",
    "(Council Resolution 242, 22 November 1967)",
    "(statement by Tarvainen, February 8)",
    "(personal communication, February 2)",
    "(Desplan and Mossmark, 2004)",
    "(Dawsen, 1917)",
    "(see Figure 3)",
    "(13.3 hours; Garrett, 1972)",
    "(Fisheries Act, June 3, 1996)",
    "(release 2.1, April 3, 2011)",
    "(he may march 4 miles)",
    "(which the council, on March 3, had refused to pay for, as everybody knew)",
    "()",
]


@pytest.mark.parametrize("bracket", REFUSED)
@pytest.mark.parametrize("series", [None, "harbour-daily"])
def test_what_looks_like_a_citation_and_is_none(bracket: str, series: str | None) -> None:
    text = f"The pier{bracket} will be rebuilt." if bracket == "()" else f"The pier {bracket} will be rebuilt."
    assert analysed(text, series=series) == ((), ())


@pytest.mark.parametrize("bracket", ["({ledger})", "(ledger)", "(Ledger)", "(https://pier.example/a)"])
def test_a_name_without_a_date_does_not_show_that_an_article_cites_in_this_way(bracket: str) -> None:
    text = f"The pier is old. {bracket}\n\nIt will be rebuilt (https://pier.example/b)."
    blocks = (Block(0, text.index("\n"), "paragraph", 1), Block(text.index("It"), len(text), "paragraph", 2))
    found, _ = cite.citations(Article("a", "s", "0", text, blocks, date="2010"), INDEX)
    assert not [citation for citation in found if citation.url]


def test_the_address_of_a_link_is_no_citation() -> None:
    assert analysed("See [the pier](https://pier.example/2010) and [the wall](wall-2010.md#wall).") == ((), ())


@pytest.mark.parametrize("bracket", ["(Northtown, April 15)", "(Ole Dahl, March 3, 1999)", "(Linen 8, April 25, 2015)"])
def test_an_unknown_name_with_a_day_is_a_citation_only_where_the_article_cites_in_this_way(bracket: str) -> None:
    assert not reports(bracket, series=None)
    assert len(reports(f"{bracket} and (Interfax, February 4)", series=None)) == 2


@pytest.mark.parametrize(
    ("bracket", "field", "value"),
    [
        ("(Pier.example, February 9, para. 110)", "locator", "para. 110"),
        ("(Novaya Gavan, No. 12, February 8)", "locator", "No. 12"),
        ("(Interfax, 8 February, p. 3)", "locator", "p. 3"),
        ("(Ole Dahl in Polar Gazette, February 23)", "author", "Ole Dahl"),
        ("(Ada Berg, Interfax, February 23)", "author", "Ada Berg"),
        ("(see Ole Dahl, Piers: A History, Harbour Papers, August 2007)", "locator", "Piers: A History"),
        ("(https://pier.example/a.php, February 7)", "url", "https://pier.example/a.php"),
        ("(Interfax, February 4)", "kind", "source"),
        ("(see HD, February 4)", "kind", "self"),
        ("(see HD)", "kind", "self"),
        ("(TASS, February 4)", "outlet", "itar-tass"),
        ("(ITAR TASS, February 4)", "outlet", "itar-tass"),
        ("(The Polar Gazette, February 4)", "outlet", "polar-gazette"),
        ("(Polar-Gazette, February 4)", "outlet", "polar-gazette"),
        ("(www.pier.example, February 4)", "outlet", "pier-example"),
        ("(Pier.example, February 4)", "outlet", "pier-example"),
        ("(https://www.pier.example/a, February 4)", "outlet", "pier-example"),
        ("(Interfax, February 4, 2010)", "date_basis", None),
        ("(Interfax, February 4)", "date_basis", "the latest such day on or before the article’s date, 2010-03-15"),
    ],
)
def test_what_a_citation_says_beside_outlet_and_date(bracket: str, field: str, value: object) -> None:
    (found,), _ = analysed(f"The pier will be rebuilt {bracket}.")
    assert getattr(found, field) == value


@pytest.mark.parametrize(
    ("text", "date", "starts"),
    [
        ("It was so (, February 6). More.", "2010-02-06", [10]),
        ("It was so (, accessed on February 7). More.", "2010-02-07", [10]),
        ("It was so ( accessed on February 7). More.", "2010-02-07", [10]),
        ("It was so (; Interfax, February 3). More.", None, [10]),
        ("It was so (Interfax, February 3; , February 4). More.", "2010-02-04", [10]),
        ("It was so ( ). More.", None, [10]),
        ("The threat ( Up until now nobody knew.", None, [11]),
    ],
)
def test_a_damaged_citation_keeps_its_date_and_is_reported(text: str, date: str | None, starts: list[int]) -> None:
    found, findings = analysed(text)
    damaged = [citation for citation in found if citation.kind == "damaged"]
    assert [(citation.outlet, citation.printed, citation.date) for citation in damaged] == [("", "", date)]
    assert [(finding.start, finding.code) for finding in findings] == [(start, "citation-damaged") for start in starts]


@pytest.mark.parametrize(
    "bracket",
    [
        "(Interfax, February 30)",
        "(Interfax, February 30, 2009)",
        "(Interfax, 31 September 2009)",
        "(Interfax, 28-4 March)",
        "(Interfax, Febuary 4)",
        "(Interfax, 4 Febuary)",
        "(Interfax, 2010-02-30)",
        "(Interfax, 31.2.2010)",
    ],
)
def test_a_source_whose_date_cannot_be_read_is_kept_and_reported(bracket: str) -> None:
    (citation,), (finding,) = analysed(f"The pier will be rebuilt {bracket}.")
    assert (citation.outlet, citation.date, finding.code) == ("interfax", None, "date-unread")
    assert citation.start == finding.start == len("The pier will be rebuilt ")


def test_a_bracket_that_a_block_ends_with_is_damaged_and_one_that_the_text_ends_with_is_cut_off() -> None:
    text = "“We expect to be consulted on the pier” (\n\nNobody pays."
    blocks = (Block(0, 41, "quotation", 1), Block(43, len(text), "paragraph", 2))
    article = Article("a", "s", "0", text, blocks, series="harbour-daily", date="2010")
    (found,), (finding,) = cite.citations(article, INDEX)
    assert (found.start, found.text, found.kind, finding.start) == (40, "(", "damaged", 40)
    assert analysed("“We expect to be consulted on the pier” (") == ((), ())


@pytest.mark.parametrize("text", ["Meanwhile, reported on October 8 that all was well.", "According to, all was well."])
def test_a_name_that_was_lost_from_a_sentence_is_reported(text: str) -> None:
    assert [finding.code for finding in analysed(text)[1]] == ["source-lost"]


def test_a_sentence_that_never_had_a_name_lost_none() -> None:
    assert analysed("x, reported on October 8, the pier fell.") == ((), ())


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("According to Kommersant-Daily, the pier was dropped (5 February).", "Kommersant-Daily"),
        ("Kommersant said that “the pier was dropped. Nobody asked. It is gone” (5 February).", "Kommersant"),
        ('Kommersant said: "The pier was dropped. Nobody asked. It is gone." (5 February)', "Kommersant"),
        ("Kommersant is read. He said “the pier was dropped. It is gone” (5 February).", None),
        ("Gazeta is on the air. The program claimed that the pier was dropped (5 February).", "Gazeta"),
        ("According to Novoye Delo, the pier was dropped (5 February).", "Novoye Delo"),
        ("Izvestiya (5 February) warned of storms.", "Izvestiya"),
        ("A commentary in Izvestiya said the pier was dropped (5 February).", "Izvestiya"),
        ("Izvestiya wrote of the pier. The paper added that it was dropped (5 February).", "Izvestiya"),
        ("An editorial (5 February) in Izvestiya said the pier was dropped.", "Izvestiya"),
        ("The party paper Rudi Pravo (5 February) warned of storms.", "Rudi Pravo"),
        ("Reuters reported that the council met on Monday (5 February).", None),
        ("The pier was dropped yesterday (5 February).", None),
        ("On Monday (5 February) the council met.", None),
        ("According to Ada Berg, the pier was dropped (5 February).", None),
        ("He reads Izvestiya. The council met (5 February).", None),
    ],
)
def test_a_date_alone_is_a_citation_where_its_sentence_names_the_source(text: str, printed: str | None) -> None:
    found = [citation for citation in analysed(text)[0] if citation.kind == "date_only"]
    assert [(citation.printed, citation.date) for citation in found] == ([(printed, "2010-02-05")] if printed else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Interfax reported on February 9 that the pier had gone.", [("Interfax", "2010-02-09")]),
        ("The mayor told Interfax that the pier had gone.", [("Interfax", None)]),
        ("He told the Interfax news agency on 5 January that it had gone.", [("Interfax", None)]),
        ("In its 11 January issue, Izvestiya warned of storms.", [("Izvestiya", "2010-01-11")]),
        ("Izvestiya on 11 January warned of storms.", [("Izvestiya", "2010-01-11")]),
        (
            "Izvestiya of 11 January and Kommersant of 12 January carried it.",
            [("Izvestiya", "2010-01-11"), ("Kommersant", "2010-01-12")],
        ),
        ("A 12 January Interfax report said no.", [("Interfax", "2010-01-12")]),
        ("The pier has gone, Reuters reported.", [("Reuters", None)]),
        ("ITAR-TASS, quoting the ministry, said it had gone.", [("ITAR-TASS", None)]),
        (
            "In an interview with the Selonian weekly newspaper Vechernyaya Gavan, he said no.",
            [("Vechernyaya Gavan", None)],
        ),
        ("As the Polar Tribune reported on 7 February, the pier has gone.", [("Polar Tribune", "2010-02-07")]),
        ("In an interview with Gazeta Polarna, he said no.", [("Gazeta Polarna", None)]),
        ("The mayor described to the Selonian daily Polar Zeitung how it went.", [("Polar Zeitung", None)]),
        (
            "On 9 February, the Selonian state newspaper Izvestia reported that all was well.",
            [("Izvestia", "2010-02-09")],
        ),
        ("A man of the Ministry of Gazeta said that all was well.", []),
        (
            "The pier has gone, Interfax, Reuters and the Polar Tribune reported on February 9.",
            [("Interfax", "2010-02-09"), ("Reuters", "2010-02-09"), ("Polar Tribune", "2010-02-09")],
        ),
        ("Of Interfax Reuters reported that the pier has gone.", [("Reuters", None)]),
        ("The pier has gone, Selonian agencies reported.", [("Selonian agencies", None)]),
        ("They wait, he told Interfax February 9.", [("Interfax", "2010-02-09")]),
        ("They met there. The \nradio said that all was well.", []),
        ("Nobody was hurt, Radio Northtown reported.", [("Radio Northtown", None)]),
        ("The website Pier.example reported on February 9 that it had gone.", [("Pier.example", "2010-02-09")]),
        ("According to the Polar Times Institute of Harbours, the pier has gone.", []),
        ("He read it in the latest issue in Reuters.", []),
        ("He told Reuters that it had gone (Reuters, February 9).", []),
        ("He reads Izvestiya at breakfast. Interfax is an agency.", []),
        ("He told a Selonian weekly that the pier had gone.", []),
        ("Polar Voice Television reported that the pier had gone.", []),
        ("Yonhap's Korea Desk reported that the pier had gone.", []),
        ("The mayor reported on February 9 that the pier had gone.", []),
    ],
)
def test_sources_that_a_sentence_names(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = [citation for citation in analysed(text)[0] if citation.kind == "narrative"]
    assert [(citation.printed, citation.date) for citation in found] == expected
    assert all(text[citation.start : citation.end] == citation.printed for citation in found)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\n     ", " \n"])
@pytest.mark.parametrize(
    "text",
    [
        "In its 11 January issue, the Polar Tribune said that Novaya Gazeta on 12 January told Interfax so.",
        "According to Kommersant-Daily of 3 February, the paper wrote of the pier (5 February).",
        "He told ITAR-TASS on 5 January that it had gone (Northtown radio, 7, 8 January; Polar Gazette, 9 January).",
    ],
)
def test_line_ends_in_a_paragraph_change_nothing_but_offsets(text: str, line_end: str) -> None:
    def facts(wrapped: str) -> list[tuple[str, str | None, str]]:
        return [(citation.printed, citation.date, citation.kind) for citation in analysed(wrapped)[0]]

    assert len(facts(text)) > 1
    assert facts(text.replace(" ", line_end)) == facts(text)
    assert facts(text.replace("-", f"-{line_end}")) == facts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pier has gone. (PAP)", ["PAP"]),
        ("(with PAP, Interfax)", ["PAP", "Interfax"]),
        ("(with Dagens Havn, NTB)", ["Dagens Havn", "NTB"]),
        ("(with a new pier)", []),
        ("The Polish agency (PAP) has it.", []),
        ("It was founded by Polska Agencja (PAP).", []),
    ],
)
def test_a_credit_closes_an_item(text: str, expected: list[str]) -> None:
    found, _ = analysed(text, series=None)
    assert [(citation.printed, citation.kind) for citation in found] == [(name, "credit") for name in expected]


@pytest.mark.parametrize(
    ("date", "issue", "winter"),
    [
        ("2011", 2, "2010-12-29"),  # a second issue appeared in January
        ("2011", 12, "2010-12-29"),
        ("2011", 200, "2011-12-29"),
        ("2011", None, "2011-12-29"),
        ("2011-01-15", 12, "2010-12-29"),
        (None, 2, "XXXX-12-29"),
    ],
)
def test_late_months_in_an_early_issue_are_of_the_year_before(date: str | None, issue: int | None, winter: str) -> None:
    found, _ = analysed("It was so (Interfax, December 29). It is so (Interfax, January 3).", date=date, issue=issue)
    assert found[0].date == winter


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("paragraph", 1), ("list", 1), ("note", 1), ("caption", 0), ("furniture", 0), ("masthead", 0)],
)
def test_only_the_text_cites(kind: BlockKind, expected: int) -> None:
    text = "A pier (Interfax, February 4)"
    article = Article("a", "s", "0", text, (Block(0, len(text), kind),), date="2010")
    assert len(cite.citations(article, INDEX)[0]) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("[1] Interfax, February 4, 2010.", [("Interfax", "2010-02-04")]),
        ("1. PAP, 3 May 2009; Interfax, 4 May 2009", [("PAP", "2009-05-03"), ("Interfax", "2009-05-04")]),
        ("[1] The minutes of the council, May 3, 2009.", []),
        ("[1] He told Interfax so on May 3, 2009, and nobody minded.", []),
    ],
)
def test_a_note_may_be_a_citation_without_a_bracket(note: str, expected: list[tuple[str, str]]) -> None:
    article = Article("a", "s", "0", note, (Block(0, len(note), "note", 1),), date="2010")
    found = [citation for citation in cite.citations(article, INDEX)[0] if citation.kind == "source"]
    assert [(citation.printed, citation.date) for citation in found] == expected


PIECES = st.sampled_from(
    [
        "(",
        ")",
        "Interfax",
        "PAP",
        "February 4",
        "4 February",
        "2010",
        ", ",
        "; ",
        " and ",
        "see ",
        "-",
        "[1]",
        "“",
        "”",
        "\n",
        ". ",
    ]
)


@given(st.lists(PIECES | st.text(max_size=6), max_size=40).map("".join))
def test_citations_slice_back_in_order_and_shift_with_the_text(text: str) -> None:
    article, _ = layout.article(Seed("articles/a.txt", text, "0"), INDEX)
    found, findings = cite.citations(article, INDEX)
    assert all(text[citation.start : citation.end] == citation.text for citation in found)
    assert [citation.start for citation in found] == sorted(citation.start for citation in found)
    assert all(0 <= finding.start < len(text) for finding in findings)


@given(st.lists(st.sampled_from([shape for shape, _ in SHAPES]), min_size=1, max_size=6))
def test_an_inserted_paragraph_moves_citations_by_its_length(shapes: list[str]) -> None:
    def starts(text: str) -> list[int]:
        article, _ = layout.article(Seed("articles/a.txt", text, "0", meta={"date": "2010-03-15"}), INDEX)
        return [citation.start for citation in cite.citations(article, INDEX)[0]]

    text = "".join(f"They met at the pier and {shape}, and then nobody said a word.\n\n" for shape in shapes)
    inserted = "A paragraph of its own that nobody cites, in front of all the others here.\n\n"
    text = f"Nobody pays for it (Interfax, February 4).\n\n{text}"
    moved = starts(f"A Pier\n\n{inserted}{text}")
    assert moved == [start + len(inserted) for start in starts(f"A Pier\n\n{text}")]
    assert len(moved) > len(shapes)


@pytest.mark.parametrize("size", [1_000, 10_000])
@pytest.mark.parametrize("piece", ["(", "(a ", "( ", "(Interfax, ", "(a)", "((b))", ")", "March 4, "])
def test_the_contents_of_brackets_together_are_no_longer_than_the_text(piece: str, size: int) -> None:
    text = piece * size
    paired = brackets.pair(text, 0, len(text))
    inner = sum(bracket.content.count("()") for bracket in paired.closed) * 2
    assert sum(len(bracket.content) for bracket in paired.closed) - inner <= len(text)
    assert len(paired.closed) + len(paired.open) == text.count("(")


@pytest.mark.parametrize("piece", ["Word ", "a, ", "May 3, ", "1, ", "x.y", "“", "; ", "see ", "12 "])
def test_a_bracket_is_cut_into_no_more_tokens_than_it_has_characters(piece: str) -> None:
    content = piece * 2_000
    cut = tokens(content)
    assert sum(end - start for start, end in cut.spans) <= len(content)
    assert len(grammar.parse(content, lambda _: "")) <= len(cut.kinds)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 10_000,
        "(Interfax, " * 10_000,
        "Word " * 10_000,
        "(" * 5_000 + ")" * 5_000,
        "x" * 1_000_000,
        "Interfax said " * 10_000,
    ],
    ids=["open", "open with outlets", "capitals", "nested", "one word", "sources"],
)
def test_hostile_texts_end(text: str) -> None:
    found, _ = analysed(text, series=None)
    assert len(found) <= text.count("Interfax") + text.count("(")
