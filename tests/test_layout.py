"""The layout of an article: which part each stretch plays, and what the header says."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analyse import layout
from generator.analyse.index import Index
from generator.model import TEXT_BLOCKS, Article, Glossary, Outlet, Publication, Seed

INDEX = Index(
    Glossary(
        outlets={"northern-wire": Outlet("northern-wire", "Northern Wire")},
        publications={
            "harbour-daily": Publication("harbour-daily", "Harbour Daily", aliases=("HD",), volume_one=2004),
            "ledger": Publication("ledger", "Ledger", volume_one=1995),
        },
    )
)
MASTHEAD = "Publication: Harbour Daily Volume: 7 Issue: 31"
TEXT = (
    "The harbour council met for the third time this week and agreed, after a long debate, that the northern pier "
    "will be rebuilt before the winter storms set in."
)
MORE = (
    "Nobody on the council would say who is to pay for it. The mayor told reporters that the ministry had promised "
    "a part of the sum, and that the town would find the rest."
)
WRAPPED = (
    "The harbour council met for the third time this week and agreed, after\n"
    "a long debate, that the northern pier will be rebuilt before the winter\n"
    "storms set in. Nobody would say who is to pay for it (Northern\n"
    "Wire, 4 February)."
)


def laid_out(text: str, **meta: object) -> Article:
    article, _ = layout.article(Seed("articles/a-pier.txt", text, "0" * 64, meta=meta), INDEX)
    return article


def kinds(text: str) -> list[str]:
    return [block.kind for block in laid_out(text).blocks]


HEADERS = {
    "title, masthead, text": (
        f"A Pier for the North\n\n{MASTHEAD}\n\n{TEXT}\n\n{MORE}\n",
        ["title", "masthead", "paragraph", "paragraph"],
        {"title": "A Pier for the North", "publication": "Harbour Daily", "volume": 7, "issue": 31, "date": "2010"},
    ),
    "one line end between all lines": (
        f"A Pier for the North\n{MASTHEAD}\n{TEXT}\n{MORE}\n",
        ["title", "masthead", "paragraph", "paragraph"],
        {"title": "A Pier for the North", "series": "harbour-daily", "date": "2010"},
    ),
    "masthead first and no title": (
        f"Publication: Ledger Volume: 4 Issue: 71\n\n{TEXT}\n\n{MORE}\n",
        ["masthead", "paragraph", "paragraph"],
        {"title": None, "publication": "Ledger", "volume": 4, "date": "1998"},
    ),
    "a title in capitals with a full stop": (
        f"PIER WORRIES THE NORTH.\n\nPublication: Ledger Volume: 2 Issue: 156\n\n{TEXT}\n",
        ["title", "masthead", "paragraph"],
        {"title": "PIER WORRIES THE NORTH.", "date": "1996"},
    ),
    "a masthead with an empty byline": (
        f"A Pier for the North\n\nPublication: Harbour Daily Volume: 1 Issue: 9\n\nBy:\n\n{TEXT}\n",
        ["title", "masthead", "masthead", "paragraph"],
        {"authors": (), "date": "2004"},
    ),
    "a masthead with its byline on the same line": (
        f"A Pier for the North\n\nPublication: Harbour Daily Volume: 1 Issue: 9 By: Ada Berg\n\n{TEXT}\n",
        ["title", "masthead", "paragraph"],
        {"authors": ("Ada Berg",), "issue": 9},
    ),
    "the placeholder of a staging site": (
        f"Placeholder canvas\n\nA Pier for the North\n\n{MASTHEAD}\n\n{TEXT}\n",
        ["furniture", "title", "masthead", "paragraph"],
        {"title": "A Pier for the North"},
    ),
    "title, author, date": (
        f"A Pier for the North\n\nAda Berg\n\nMay 20, 2010\n\n{TEXT}\n",
        ["title", "author", "date", "paragraph"],
        {"authors": ("Ada Berg",), "date": "2010-05-20", "date_basis": None},
    ),
    "title, author, date on lines of their own without gaps": (
        f"A Pier for the North\nAda Berg\nMay 20, 2010\n{TEXT}\n{MORE}\n",
        ["title", "author", "date", "paragraph", "paragraph"],
        {"authors": ("Ada Berg",), "date": "2010-05-20"},
    ),
    "a pointer to the first part": (
        (f"A Pier for the North (Part Two)\n\n{MASTHEAD}\n\n* To read Part One, please click here.\n\n{TEXT}\n"),
        ["title", "masthead", "furniture", "paragraph"],
        {"title": "A Pier for the North (Part Two)"},
    ),
    "a caption with its credit": (
        f"A Pier\n\n{MASTHEAD}\n\nThe pier, April 30 (Source: pier.example)\n\n{TEXT}\n",
        ["title", "masthead", "caption", "paragraph"],
        {"title": "A Pier"},
    ),
    "a caption that is only a credit": (
        f"A Pier\n\n{MASTHEAD}\n\n(Source: Northern Wire)\n\n{TEXT}\n",
        ["title", "masthead", "caption", "paragraph"],
        {},
    ),
    "a caption with an outlet and a full stop": (
        f"A Pier\n\n{MASTHEAD}\n\nThe mayor of the town (Northern Wire).\n\n{TEXT}\n",
        ["title", "masthead", "caption", "paragraph"],
        {},
    ),
    "a byline with the issue's date": (
        f"A PIER FOR THE NORTH\n\nBy Ada Berg (13/04/2012 issue of the Harbour Analyst)\n\n{TEXT}\n",
        ["title", "author", "paragraph"],
        {"authors": ("Ada Berg",), "date": "2012-04-13", "publication": "Harbour Analyst"},
    ),
    "a date of numbers that can be read two ways gives the year": (
        f"A Pier for the North\n\nBy Ada Berg\n\n04/05/2012\n\n{TEXT}\n",
        ["title", "author", "date", "paragraph"],
        {"date": "2012"},
    ),
    "a byline and a dated line with the publication": (
        f"A Pier for the North\n\nBy Ada Berg and Ole Dahl\n\nOctober 12th, 2015, The Harbour Analyst\n\n{TEXT}\n",
        ["title", "author", "date", "paragraph"],
        {"authors": ("Ada Berg", "Ole Dahl"), "date": "2015-10-12", "publication": "The Harbour Analyst"},
    ),
    "volume and number after the date": (
        f"16 December 2003, Volume 4, Number 36\n\nA PIER FOR THE NORTH\n\n{TEXT}\n",
        ["masthead", "title", "paragraph"],
        {"volume": 4, "issue": 36, "date": "2003-12-16", "title": "A PIER FOR THE NORTH"},
    ),
    "a series with volume, number and date on one line": (
        f"HARBOUR NEWSLINE Vol. 4, No. 82, Part II, 26 April 2000\n\n{TEXT}\n",
        ["masthead", "paragraph"],
        {"publication": "HARBOUR NEWSLINE", "volume": 4, "issue": 82, "date": "2000-04-26"},
    ),
    "a series, its date, volume and issue on one line": (
        f"A Pier for the North\n\nFebruary 16, 2010 -- Harbour Daily Volume 7, Issue 31\n\n{TEXT}\n",
        ["title", "masthead", "paragraph"],
        {"publication": "Harbour Daily", "volume": 7, "issue": 31, "date": "2010-02-16"},
    ),
    "volume and issue on a line of their own": (
        f"A Pier for the North\n\nPublication: Harbour Daily\n\nVolume: 7 Issue: 31\n\n{TEXT}\n",
        ["title", "masthead", "masthead", "paragraph"],
        {"publication": "Harbour Daily", "volume": 7, "issue": 31, "date": "2010"},
    ),
    "a number and a date on one line": (
        f"Harbour Daily Report\n\nNo. 64, 5 April 1994\n\n{TEXT}\n",
        ["title", "masthead", "paragraph"],
        {"issue": 64, "date": "1994-04-05"},
    ),
    "labels of an archive": (
        (
            "10 March 1994\n\nArticle Type:FBIS\n\nDocument Type:HARBOUR TRENDS-09MAR94-PIERS\n\n"
            f"A Pier for the North\n\n{TEXT}\n"
        ),
        ["date", "masthead", "masthead", "title", "paragraph"],
        {"date": "1994-03-10", "title": "A Pier for the North", "publication": "HARBOUR TRENDS"},
    ),
    "labels of an archive, one line end apart": (
        (
            "10 March 1994\nArticle Type:FBIS\nDocument Type:HARBOUR TRENDS-09MAR94-PIERS\n"
            f"A Pier for the North and for All the Towns There\n\n{WRAPPED}\n\n{WRAPPED}\n"
        ),
        ["date", "masthead", "masthead", "title", "paragraph", "paragraph"],
        {"date": "1994-03-10", "title": "A Pier for the North and for All the Towns There"},
    ),
    "a volume, an issue and a kind of text, labelled apart": (
        (
            "A Pier for the North\n\nPublication: Harbour Daily\n\nVolume: 7\n\nIssue: 31\n\n"
            f"Document Type: Report\n\n{TEXT}\n"
        ),
        ["title", "masthead", "masthead", "masthead", "masthead", "paragraph"],
        {"publication": "Harbour Daily", "volume": 7, "issue": 31},
    ),
    "a title that is labelled": (
        f"Title: A Pier for the North\n\n{MASTHEAD}\n\n{TEXT}\n",
        ["masthead", "masthead", "paragraph"],
        {"title": "A Pier for the North"},
    ),
    "a number that is none": (
        f"A Pier for the North\n\n{MASTHEAD}\n\nIssue: first\n\n{TEXT}\n",
        ["title", "masthead", "masthead", "paragraph"],
        {"volume": 7, "issue": 31},
    ),
    "a day that no month has": (
        f"A Pier for the North\n\n2010-02-31\n\n{TEXT}\n",
        ["title", "caption", "paragraph"],
        {"date": None},
    ),
    "a wiki's page": (
        (
            "Jump to content\n\nA pier for the north\n\nChecked\nFrom Wikinews, the free news source you can write!\n\n"
            f"Friday, August 8, 2008\n\n{TEXT}\n"
        ),
        ["furniture", "title", "furniture", "furniture", "date", "paragraph"],
        {"publication": "Wikinews", "date": "2008-08-08", "title": "A pier for the north"},
    ),
    "a series with a volume in Roman figures": (
        f"Harbour Weekly, April 28, 2004 – Volume V, Issue 17\n\nPIER WORRIES THE NORTH\n\n{TEXT}\n",
        ["masthead", "title", "paragraph"],
        {"publication": "Harbour Weekly", "volume": 5, "issue": 17, "date": "2004-04-28"},
    ),
    "the day that a site shows where nobody set one": (
        f"A Pier for the North\n\n{MASTHEAD}\n\nDecember 31, 1969 07:00 PM Age: 36 yrs\n\n{TEXT}\n",
        ["title", "masthead", "date", "paragraph"],
        {"date": "2010", "date_basis": "volume 7 of Harbour Daily is 2010"},
    ),
    "a byline with the time of day": (
        f"A Pier for the North\n\nBy Ada Berg | Sun, 05 February 2012 23:30 | 0\n\n{TEXT}\n",
        ["title", "author", "paragraph"],
        {"authors": ("Ada Berg",), "date": "2012-02-05"},
    ),
    "the categories of a site": (
        f"A Pier for the North\n\n{MASTHEAD}\n\nCategory: Harbours, The North\n\n{TEXT}\n",
        ["title", "masthead", "masthead", "paragraph"],
        {},
    ),
    "a digest whose headlines are listed first": (
        f"NEWSLINE Vol. 4, No. 82, 26 April 2000\n\n* PIER REBUILT\n\n* COUNCIL MEETS\n\nxxxxxxxxxxxxxxxx\n\n{TEXT}\n",
        ["masthead", "list", "list", "furniture", "paragraph"],
        {"title": None, "volume": 4},
    ),
    "the lines of a telex": (
        f"26-FEB-1987 15:01:01.79\nC T\nBC-PIER-REBUILT 02-26 0425\n\nPIER REBUILT IN THE NORTH\n\n{TEXT}\n",
        ["date", "furniture", "furniture", "title", "paragraph"],
        {"title": "PIER REBUILT IN THE NORTH", "date": "1987-02-26"},
    ),
    "a first line that leads up to what follows is no title": (
        f"This is what the council said of it:\n\n{TEXT}\n",
        ["paragraph", "paragraph"],
        {"title": None},
    ),
    "a dateline": (
        f"A pier for the north\n\nNORTHTOWN, November 5, 2006 (Northern Wire) -- {TEXT}\n",
        ["title", "paragraph"],
        {"date": "2006-11-05", "publication": "Northern Wire"},
    ),
    "a caption that runs into the dateline": (
        f"A pier for the north\n\nCouncillors on the pier (NW) NORTHTOWN, November 5, 2006 (Northern Wire) -- {TEXT}\n",
        ["title", "caption", "paragraph"],
        {"date": "2006-11-05"},
    ),
    "a byline in small letters with a date": (
        f"A Pier for the North\nby Ada Berg | March 4, 2019\n\n{TEXT}\n",
        ["title", "author", "paragraph"],
        {"title": "A Pier for the North", "authors": ("Ada Berg",), "date": "2019-03-04"},
    ),
    "the way to a page, and a Markdown heading": (
        f"Home » Articles\n\n# A Pier for the North\n\n{TEXT}\n",
        ["furniture", "title", "paragraph"],
        {"title": "A Pier for the North"},
    ),
    "a title over two lines": (
        f"A Pier for the North,\nA Harbour for the South\n\n{MASTHEAD}\n\n{TEXT}\n",
        ["title", "masthead", "paragraph"],
        {"title": "A Pier for the North, A Harbour for the South"},
    ),
    "a day behind capitals in the text is no dateline": (
        f"A Pier for the North\n\nAt the talks of the HLN, February 4 - which nobody liked - {TEXT}\n",
        ["title", "paragraph"],
        {"date": None},
    ),
    "text alone": (f"{TEXT}\n\n{MORE}\n", ["paragraph", "paragraph"], {"title": None, "date": None}),
    "a title repeated as the first line of the text": (
        f"A Pier for the North\n\n{MASTHEAD}\n\nA Pier for the North\n\n{TEXT}\n",
        ["title", "masthead", "furniture", "paragraph"],
        {"title": "A Pier for the North"},
    ),
}


@pytest.mark.parametrize(("text", "expected", "facts"), HEADERS.values(), ids=HEADERS)
def test_the_header_is_read(text: str, expected: list[str], facts: dict[str, object]) -> None:
    article = laid_out(text)
    assert [block.kind for block in article.blocks] == expected
    assert {field: getattr(article, field) for field in facts} == facts


BODIES = {
    "a block quotation indented with no-break spaces": (
        f"{TEXT} The mayor said:\n\n\u00a0\u00a0\u00a0 “We shall build it.”\n\n{MORE}\n",
        ["paragraph", "quotation", "paragraph"],
    ),
    "an indented paragraph that the rest are not": (
        f"{TEXT}\n\n      We shall build it, and nobody will stop us.\n\n{MORE}\n",
        ["paragraph", "quotation", "paragraph"],
    ),
    "a centred summary, whose first line alone stands far in": (
        (
            "The harbour council met for the third time this week, and nobody left.\n\n"
            "                           SUMMARY\n\n"
            "                           The northern pier will be rebuilt before the\n"
            "winter storms set in, and the ministry pays for a third of the sum that\n"
            "the council asked for in its letter of last year.\n\n"
            "                           END SUMMARY\n\n"
            "Nobody on the council would say who is to pay for it. The mayor told\n"
            "reporters that the ministry had promised a part of the sum.\n"
        ),
        ["paragraph", "heading", "paragraph", "heading", "paragraph"],
    ),
    "paragraphs that are all indented": (f"    {TEXT}\n\n    {MORE}\n\n    {TEXT}\n", ["paragraph"] * 3),
    "a subhead": (f"{TEXT}\n\nWho Pays\n\n{MORE}\n", ["paragraph", "heading", "paragraph"]),
    "a line that leads up to a quotation is no subhead": (
        f"{TEXT}\n\nAs the councillors put it:\n\n      “We shall build it, and nobody will stop us.”\n\n{MORE}\n",
        ["paragraph", "paragraph", "quotation", "paragraph"],
    ),
    "a subhead with a colon": (f"{TEXT}\n\nConclusion:\n\n{MORE}\n", ["paragraph", "heading", "paragraph"]),
    "the sources of a wiki": (
        f"{TEXT}\n\nSources\n\n“The pier is shut for the winter” — Northern Wire, July 18, 2012\n",
        ["paragraph", "heading", "note"],
    ),
    "names that are written with a capital inside are not glued": (
        f"{TEXT}\n\nA word from OpenHarbour and McAllister on the NorthPier plan\n\n{MORE}\n",
        ["paragraph", "heading", "paragraph"],
    ),
    "a subhead in capitals": (f"{TEXT}\n\nWHO PAYS\n\n{MORE}\n", ["paragraph", "heading", "paragraph"]),
    "bullets": (
        f"{TEXT}\n\n– a crane,\n\n– a light,\n\n– a wall.\n\n{MORE}\n",
        ["paragraph", "list", "list", "list", "paragraph"],
    ),
    "bullets on lines without gaps": (
        f"{TEXT}\n– a crane,\n– a light,\n– a wall.\n{MORE}\n",
        ["paragraph", "list", "list", "list", "paragraph"],
    ),
    "numbered notes": (
        f"{TEXT} [1]\n\n{MORE}\n\nNotes:\n\n1. The minutes of the council.\n\n2. The same.\n",
        ["paragraph", "paragraph", "heading", "note", "note"],
    ),
    "bracketed notes": (f"{TEXT} [1]\n\n{MORE}\n\n[1] The minutes.\n", ["paragraph", "paragraph", "note"]),
    "a caption in the middle": (
        f"{TEXT}\n\nMap of the harbour; the pier is grey.\nImage: Berg.\n\n{MORE}\n",
        ["paragraph", "caption", "caption", "paragraph"],
    ),
    "a picture's text glued to its caption": (
        f"{TEXT}\n\nAda BergMayor of the Town Ada Berg\n\n{MORE}\n",
        ["paragraph", "furniture", "paragraph"],
    ),
    "the next item's headline": (
        f"{TEXT}\n\n{MORE}\n\nFormer Customs Chief Elected to the Council.\n",
        ["paragraph", "paragraph", "furniture"],
    ),
    "a last short sentence that is none": (f"{TEXT}\n\n{MORE}\n\nThe council meets again in May.\n", ["paragraph"] * 3),
    "a sentence that was cut off": (
        f"{TEXT}\n\n{MORE}\n\nOn Tuesday, President Ada Vantongeren",
        ["paragraph", "paragraph", "paragraph"],
    ),
    "signs between sections": (f"{TEXT}\n\n* * *\n\n{MORE}\n", ["paragraph", "furniture", "paragraph"]),
    "a paragraph about copyright": (
        f"{MORE * 3} He asked who had the copyright (c) 1995.\n\n{TEXT}\n",
        ["paragraph"] * 2,
    ),
    "boilerplate": (
        (
            f"{TEXT}\n\nThe Ledger is a publication of the Harbour Foundation. Unauthorized use is prohibited by law."
            "\n\nCopyright (c) 1995 Harbour Foundation. All rights reserved.\n"
        ),
        ["paragraph", "furniture", "furniture"],
    ),
    "an invitation to subscribe, and a name that stands twice": (
        f"{TEXT}\n\nHarbour Report\n\nHarbour Report\n\nSUBSCRIBE For regular news, subscribe to our newsletter.\n",
        ["paragraph", "furniture", "furniture", "furniture"],
    ),
    "a signature": (f"{TEXT}\n\n{MORE}\n\n REUTER\n", ["paragraph", "paragraph", "furniture"]),
    "a hard-wrapped text": (f"{WRAPPED}\n\n{WRAPPED}\n", ["paragraph", "paragraph"]),
    "a hard-wrapped text with a label within": (
        (
            "The northern pier will be rebuilt, says the council, at a rate that is called\n"
            "Rate:7 in the plans, of which nobody in the harbour council of the whole\n"
            f"town knows what it means or who has thought of it.\n\n{WRAPPED}\n"
        ),
        ["paragraph", "paragraph"],
    ),
    "a hard-wrapped text with indented paragraphs": (
        (
            "     The harbour council met for the third time this week and agreed,\n"
            "after a long debate, that the northern pier will be rebuilt before the\n"
            "winter storms set in.\n"
            "     Nobody on the council would say who is to pay for it. The mayor told\n"
            "reporters that the ministry had promised a part of the sum, and that the\n"
            "town would find the rest.\n"
        ),
        ["paragraph", "paragraph"],
    ),
    "short paragraphs on lines without gaps": (
        (
            "The harbour council met for the third time this week and agreed on a plan.\n"
            "Nobody on the council would say who is to pay for all of that.\n"
            "The mayor told reporters that the ministry had promised a part of the sum.\n"
        ),
        ["paragraph", "paragraph", "paragraph"],
    ),
    "a text that stops in mid-word": (f"{TEXT}\n\n{MORE[:70]}", ["paragraph", "paragraph"]),
    "a gap made of no-break spaces": (f"{TEXT}\n \u00a0 \u00a0\n{MORE}\n", ["paragraph", "paragraph"]),
}


@pytest.mark.parametrize(("text", "expected"), BODIES.values(), ids=BODIES)
def test_the_body_is_told_apart(text: str, expected: list[str]) -> None:
    assert kinds(f"A Pier for the North\n\n{MASTHEAD}\n\n{text}")[2:] == expected


def test_a_hard_wrapped_paragraph_is_one_block() -> None:
    article = laid_out(f"A Pier for the North\n\n{WRAPPED}\n\n{WRAPPED}\n")
    assert article.text[article.blocks[1].start : article.blocks[1].end] == WRAPPED


def test_front_matter_overrides_the_header() -> None:
    text = f"A Pier for the North\n\n{MASTHEAD}\n\n{TEXT}\n"
    article = laid_out(
        text, title="Piers", date="2010-02-16", authors=["Ada Berg"], issue=32, slug="piers", language="en"
    )
    assert (article.title, article.date, article.date_basis) == ("Piers", "2010-02-16", None)
    assert (article.authors, article.volume, article.issue) == (("Ada Berg",), 7, 32)
    assert (article.id, article.language) == ("piers", "en")


def test_the_year_of_a_volume_says_how_it_was_found() -> None:
    article = laid_out(f"A Pier\n\nPublication: HD Volume: 7 Issue: 31\n\n{TEXT}\n")
    assert (article.publication, article.date) == ("HD", "2010")
    assert article.date_basis == "volume 7 of Harbour Daily is 2010"


def test_an_unknown_series_gives_no_year() -> None:
    article = laid_out(f"A Pier\n\nPublication: Night Letter Volume: 7 Issue: 31\n\n{TEXT}\n")
    assert (article.publication, article.series, article.volume, article.date) == ("Night Letter", None, 7, None)


def test_the_address_comes_from_the_title_else_from_the_file() -> None:
    assert laid_out(f"A Pier for the North\n\n{TEXT}\n\n{MORE}").id == "a-pier-for-the-north"
    assert laid_out(TEXT).id == "a-pier"


@given(
    st.lists(
        st.sampled_from(
            [
                TEXT,
                MORE,
                WRAPPED,
                "A Pier",
                "",
                " ",
                "\u00a0\u00a0\u00a0 “So.”",
                "– a crane",
                "[1] A note.",
                "(",
                ")",
                "“",
            ]
        )
        | st.text(max_size=80),
        max_size=12,
    ).map("\n".join)
)
def test_blocks_hold_everything_but_white_space_in_order(text: str) -> None:
    article = laid_out(text)
    held = "".join(text[block.start : block.end] for block in article.blocks)
    assert "".join(held.split()).replace("\ufeff", "") == "".join(text.split()).replace("\ufeff", "")
    assert all(one.end <= two.start for one, two in pairwise(article.blocks))
    numbers = [block.number for block in article.blocks if block.kind in TEXT_BLOCKS]
    assert numbers == list(range(1, len(numbers) + 1))
    for block in article.blocks:
        assert not text[block.start].isspace()
        assert not text[block.end - 1].isspace()


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_change_nothing_but_offsets(line_end: str) -> None:
    for text, expected, _ in HEADERS.values():
        assert kinds(text.replace("\n", line_end)) == expected


@pytest.mark.parametrize("piece", ["(", "word ", "Word ", "Photo: ", "\n", "By ", "A\n", "“", "1. ", "Publication: "])
def test_a_huge_text_is_cut_into_no_more_than_its_lines(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert len(laid_out(text).blocks) <= text.count("\n") + 1
