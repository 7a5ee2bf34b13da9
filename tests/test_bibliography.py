"""The records of an article come back whole from the programs that read them, whatever its title and authors."""

import json
import re
from pathlib import Path
from urllib.parse import parse_qs, unquote
from warnings import catch_warnings, simplefilter

import bibtexparser
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from generator import escape, excerpt, slug, surname
from generator.model import Analysis, Article, Glossary, Publication
from generator.publish import bibliography, record
from generator.publish.record import Record
from generator.site import Site
from tests import nasty

with catch_warnings():
    simplefilter("ignore")  # citeproc-py asks for a module that Python moved
    import citeproc
    from citeproc.source.json import CiteProcJSON

SERIES = Publication("orbit-weekly", "Orbit Weekly", publisher="Quay & Sons", issn="1234-5679")
SITE = Site(Path(), Path("seeds"), Path("docs"), (), url="https://archive.example/papers/")
AUTHORS = ("Ada Vantongeren", "Lucia van der Meer", "Omar al-Tarvi", "Bo, Jin", "Harbour Review Staff")
TITLES = [
    "Plain", "50% of {braces} & \\backslashes\\ in $ignored_values #1 ~ ^", "“Curly” 'straight' \"double\"", "{", "}{",
    "Гавань и море", "港湾と海", "ميناء الشمال", "Île d’Été; naïve – and — dashes", "@article{x, title={y}}", "ER  - ",
    "TY  - JOUR", "a=b&c+d%20e?f#g", "A, B and C", "100 %", "\\", "<b>x</b>", "x" * 400,
]  # fmt: skip
DATES = [
    (None, (), "", ""),
    ("2010", ((2010,),), "2010", ""),
    ("2010-02", ((2010, 2),), "2010", "2010/02"),
    ("2010-02-04", ((2010, 2, 4),), "2010", "2010/02/04"),
    ("1994-01-29/1994-02-01", ((1994, 1, 29), (1994, 2, 1)), "1994", "1994/01/29"),
    ("2003/2004", ((2003,), (2004,)), "2003", ""),
    ("XXXX-12-06", (), "", ""),
]
LATEX = {
    r"\textbackslash{}": "\\", r"\textbraceleft{}": "{", r"\textbraceright{}": "}", r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^", r"\&": "&", r"\%": "%", r"\$": "$", r"\#": "#", r"\_": "_",
}  # fmt: skip


def cited(**fields: object) -> Record:
    article = Article("harbour-talks", "articles/a.txt", "0" * 64, "", (), **fields)  # type: ignore[arg-type]
    sheet = excerpt.extract(Analysis(article), Glossary(), "section").sheet
    return record.of(article.id, sheet, {SERIES.id: SERIES}, SITE)


def printed(latex: str) -> str:
    """Give what TeX would print."""
    return re.sub(r"\\text\w+\{\}|\\.", lambda found: LATEX[found.group()], latex)


def one(text: str) -> dict[str, str]:
    entries = bibtexparser.loads(text).entries
    assert len(entries) == 1, text
    return entries[0]


FULL = {
    "title": "Harbour Talks Resume", "publication": "Orbit Weekly", "series": "orbit-weekly", "volume": 7, "issue": 31,
    "date": "2010-02-04", "authors": AUTHORS, "language": "en-GB",
}  # fmt: skip


def test_bibtex_holds_everything():
    entry = one(bibliography.bibtex(cited(**FULL)))
    assert entry == {
        "ENTRYTYPE": "article",
        "ID": "harbour-talks",
        "author": "Vantongeren, Ada and van der Meer, Lucia and al-Tarvi, Omar and Bo, Jin and {Harbour Review Staff}",
        "title": "{Harbour Talks Resume}",
        "journal": "Orbit Weekly",
        "publisher": r"Quay \& Sons",
        "issn": "1234-5679",
        "volume": "7",
        "number": "31",
        "year": "2010",
        "month": "February",
        "day": "4",
        "language": "en-GB",
        "url": "https://archive.example/papers/articles/harbour-talks/",
    }


def test_ris_holds_everything():
    assert rispy.loads(bibliography.ris(cited(**FULL))) == [
        {
            "type_of_reference": "JOUR",
            "id": "harbour-talks",
            "title": "Harbour Talks Resume",
            "authors": [
                "Vantongeren, Ada",
                "van der Meer, Lucia",
                "al-Tarvi, Omar",
                "Bo, Jin",
                "Harbour Review Staff",
            ],
            "secondary_title": "Orbit Weekly",
            "publisher": "Quay & Sons",
            "issn": "1234-5679",
            "volume": "7",
            "number": "31",
            "year": "2010",
            "date": "2010/02/04",
            "language": "en-GB",
            "urls": ["https://archive.example/papers/articles/harbour-talks/"],
        }
    ]


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Ada Vantongeren", "Vantongeren, A."),
        ("Lucia van der Meer", "van der Meer, L."),
        ("Omar al-Tarvi", "al-Tarvi, O."),
        ("Bo, Jin", "Bo, J."),
        ("Harbour Review Staff", "Harbour Review Staff"),
    ],
)
def test_csl_is_set_by_a_citation_processor(author: str, name: str):
    made = cited(**FULL | {"authors": (author,)})
    with catch_warnings():
        simplefilter("ignore")  # citeproc-py warns of what its sample style leaves out
        source = CiteProcJSON(json.loads(bibliography.csl(made)))
        style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
        library = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
        library.register(citeproc.Citation([citeproc.CitationItem(made.id)]))
        text = str(library.bibliography()[0])
    assert text == f"{name} (2010) “Harbour Talks Resume”, Orbit Weekly, 7(31). Available at: {made.url}."


def test_csl_holds_everything():
    assert json.loads(bibliography.csl(cited(**FULL))) == [
        {
            "id": "harbour-talks",
            "type": "article-journal",
            "title": "Harbour Talks Resume",
            "author": [
                {"family": "Vantongeren", "given": "Ada"},
                {"family": "van der Meer", "given": "Lucia"},
                {"family": "al-Tarvi", "given": "Omar"},
                {"family": "Bo", "given": "Jin"},
                {"literal": "Harbour Review Staff"},
            ],
            "container-title": "Orbit Weekly",
            "publisher": "Quay & Sons",
            "ISSN": "1234-5679",
            "volume": "7",
            "issue": "31",
            "issued": {"date-parts": [[2010, 2, 4]]},
            "language": "en-GB",
            "URL": "https://archive.example/papers/articles/harbour-talks/",
        }
    ]


def test_coins_hold_everything():
    fields = parse_qs(bibliography.coins(cited(**FULL)), strict_parsing=True)
    assert fields == {
        "ctx_ver": ["Z39.88-2004"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:journal"],
        "rft.genre": ["article"],
        "rft.atitle": ["Harbour Talks Resume"],
        "rft.jtitle": ["Orbit Weekly"],
        "rft.issn": ["1234-5679"],
        "rft.volume": ["7"],
        "rft.issue": ["31"],
        "rft.date": ["2010-02-04"],
        "rft.language": ["en-GB"],
        "rft.aulast": ["Vantongeren"],
        "rft.aufirst": ["Ada"],
        "rft.au": list(AUTHORS),
        "rft_id": ["https://archive.example/papers/articles/harbour-talks/"],
    }


@pytest.mark.parametrize("title", TITLES)
def test_any_title_comes_back(title: str):
    made = cited(title=title, authors=(title,), publication=title)
    entry = one(bibliography.bibtex(made))
    assert printed(entry["title"][1:-1]) == printed(entry["journal"]) == escape.visible(title)
    read = rispy.loads(bibliography.ris(made))[0]
    assert read["title"] == read["secondary_title"] == escape.visible(title)
    assert json.loads(bibliography.csl(made))[0]["title"] == escape.visible(title)
    assert parse_qs(bibliography.coins(made))["rft.atitle"] == [escape.visible(title)]


def test_nasty_titles_stay_one_record_in_a_library_of_all():
    records = [cited(title=text, authors=(text,), publication=text) for text in nasty.STRINGS if escape.visible(text)]
    entries = [one(bibliography.bibtex(made)) for made in records]
    assert [printed(entry["title"][1:-1]) for entry in entries] == [made.title for made in records]
    library = rispy.loads("\n".join(bibliography.ris(made) for made in records))
    assert [entry["title"] for entry in library] == [made.title for made in records]


IDENTIFIERS = [
    "harbour-talks", "naïve-x", "na-ve-x", "nave-x-jwa", "nave-x", "гавань", "гавань-и-море", "港湾と海",
    "ميناء-الشمال", "港湾-harbour-2010", "λιμανι", "2010", "ŋ", "नमस्ते",
]  # fmt: skip


def key(identifier: str) -> str:
    text = bibliography.bibtex(Record(id=identifier, title="Plain"))
    assert one(text)["ID"] == text.split("{")[1].split(",")[0]
    return one(text)["ID"]


def test_each_identifier_has_a_key_of_its_own_whatever_its_script():
    keys = [key(identifier) for identifier in IDENTIFIERS]
    assert all(re.fullmatch("[a-z0-9-]+", made) for made in keys)
    assert len(set(keys)) == len(keys)
    assert keys[:2] == ["harbour-talks", "xn--nave-x-jwa"]


@given(st.lists(st.text(min_size=1).map(slug.slug).filter(bool), min_size=2, max_size=8, unique=True))
def test_any_two_identifiers_have_two_keys(identifiers: list[str]):
    keys = [key(identifier) for identifier in identifiers]
    assert len({made.casefold() for made in keys}) == len(keys)
    assert all(made.isascii() for made in keys)


@given(st.text(min_size=1))
def test_braces_are_balanced_whatever_the_title(title: str):
    written = bibliography.bibtex(cited(title=title, authors=(title,)))
    depth = 0
    for sign in written:  # as BibTeX counts
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize(("edtf", "parts", "year", "day"), DATES)
def test_dates_are_as_exact_as_they_are_known(edtf, parts, year: str, day: str):
    made = cited(title="Plain", publication="Orbit Weekly", date=edtf)
    read = rispy.loads(bibliography.ris(made))[0]
    assert (read.get("year", ""), read.get("date", "")) == (year, day)
    entry = one(bibliography.bibtex(made))
    assert entry.get("year", "") == year
    assert ("month" in entry, "day" in entry) == (bool(day), day.count("/") > 1)
    assert entry.get("date") == (edtf if len(parts) > 1 else None)
    assert tuple(map(tuple, json.loads(bibliography.csl(made))[0].get("issued", {}).get("date-parts", ()))) == parts


def test_without_a_series_it_is_a_page():
    made = cited(title="Plain", url="https://elsewhere.example/a_b%20c~d#e")
    assert one(bibliography.bibtex(made))["url"] == "https://elsewhere.example/a_b%20c~d#e"
    assert one(bibliography.bibtex(made))["ENTRYTYPE"] == "misc"
    assert rispy.loads(bibliography.ris(made))[0]["type_of_reference"] == "ELEC"
    assert json.loads(bibliography.csl(made))[0]["type"] == "webpage"


def test_an_address_that_is_none_is_left_out():
    assert cited(title="Plain", url="javascript:alert(1)").url == SITE.url + "articles/harbour-talks/"


def test_an_article_without_title_and_date_has_a_record():
    made = cited(publication="Orbit Weekly", volume=7)
    assert "Orbit Weekly, vol. 7" in one(bibliography.bibtex(made))["title"]
    assert rispy.loads(bibliography.ris(made))[0]["volume"] == "7"


def test_a_download_is_the_record_itself():
    made = cited(**FULL)
    found = {suffix: address for _, suffix, address in bibliography.downloads(made)}
    for suffix, write in (("bib", bibliography.bibtex), ("ris", bibliography.ris), ("json", bibliography.csl)):
        head, _, data = found[suffix].partition(",")
        assert re.fullmatch(r"data:application/[a-z.+-]+;charset=utf-8", head)
        assert unquote(data) == write(made)
        assert not set(data) & set("\"'<>&{} \n")


@pytest.mark.parametrize(
    ("name", "apart"),
    [
        ("Ada Vantongeren", ("Ada", "Vantongeren", "")),
        ("Ada M. Vantongeren", ("Ada M.", "Vantongeren", "")),
        ("Lucia van der Meer", ("Lucia", "van der Meer", "")),
        ("Omar al-Tarvi", ("Omar", "al-Tarvi", "")),
        ("Zara O’Brannigan-Smith", ("Zara", "O’Brannigan-Smith", "")),
        ("Élodie Ço\u0327skun", ("Élodie", "Ço\u0327skun", "")),
        ("Luther Quayman Jr.", ("Luther", "Quayman", "Jr.")),
        ("Quayman, Jr., Luther", ("Luther", "Quayman", "Jr.")),
        ("Quayman, Luther", ("Luther", "Quayman", "")),
        ("van der Meer, Lucia", ("Lucia", "van der Meer", "")),
        ("Zhang Weiming", ("Weiming", "Zhang", "")),
        ("Ким Ольга", ("Ким", "Ольга", "")),
        ("Vantongeren", ("", "Vantongeren", "")),
        ("Quay/Press", ("", "Quay/Press", "")),
        ("Institute for the Study of Quays", ("", "Institute for the Study of Quays", "")),
        ("The Quay Staff", ("", "The Quay Staff", "")),
        ("Harbour Watch 24", ("", "Harbour Watch 24", "")),
        ("Quay Partners, Inc.", ("", "Quay Partners, Inc.", "")),
        ("", ("", "", "")),
        (",", ("", ",", "")),
    ],
)
def test_names_come_apart_or_stay_as_they_stand(name: str, apart: tuple[str, str, str]):
    assert surname.apart(name) == apart
