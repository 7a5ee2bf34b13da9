"""The data files say what the pages say: every column described, CSV and JSON alike, every join resolved."""

import csv
import io
import json
import re
from itertools import chain
from pathlib import Path

import bibtexparser
import pytest
import rispy

from generator import escape
from generator.model import Seed
from generator.publish import datafiles
from tests import nasty, strategies
from tests.papers import papers, templates

HELD = (
    "The Pact Holds\n\nPublication: Orbit Weekly Volume: 2 Issue: 1\n\nAda Vantongeren of the Northern Harbour Pact"
    " (NHP) said on March 3 that “the quay belongs to two towns, and both of them know it well” (Polar Post, March 4)."
    " The Selonian side left.\n\nNobody answered (, March 6).\n"
)
TOLD = (
    "A Second Tale\n\nPublication: Orbit Weekly Volume: 3 Issue: 12\n\nIlmar Tarvainen went home, and the Harbour"
    " League agreed to it (Interport, June 7; see OW, June 23).\n"
)
TEXTS = (HELD, TOLD)


def made(folder: Path, *seeds: Seed) -> dict[str, str]:
    """Give the files below ``data/`` of the built site, and the page that describes them."""
    together = papers(seeds)
    names = datafiles.write(folder, together.corpus, lambda address: together.extract(address).rows, templates())
    files = {path.name: path.read_bytes().decode("utf-8") for path in folder.iterdir()}
    assert sorted(names) == sorted(files)
    return {**files, "index.md": together.pages()["data/index.md"]}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return made(tmp_path_factory.mktemp("data"), *(strategies.seed(text, at) for at, text in enumerate(TEXTS)))


def rows(files: dict[str, str], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"{name}.csv"])))


def names(files: dict[str, str]) -> list[str]:
    return [path.removesuffix(".csv") for path in files if path.endswith(".csv")]


def test_every_table_has_rows(files: dict[str, str]):
    assert set(names(files)) == set(
        "articles publications actors outlets mentions citations quotations statements".split()
    )
    assert all(rows(files, name) for name in names(files))


def test_the_page_describes_the_columns_that_are_written(files: dict[str, str]):
    for name in names(files):
        section = files["index.md"].split(f"{{ #{name} }}")[1].split("\n## ")[0]
        told = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+) \|$", section, re.MULTILINE)
        assert [column for column, _, _ in told] == files[f"{name}.csv"].split("\n")[0].split(",")


def cell(value: object) -> str:
    if value is None or isinstance(value, (str, int)):
        return escape.csv_cell(value)
    return json.dumps(value, ensure_ascii=False) if value else ""


def test_csv_and_json_hold_the_same(files: dict[str, str]):
    for name in names(files):
        read = json.loads(files[f"{name}.json"])
        assert [{key: cell(value) for key, value in row.items()} for row in read] == rows(files, name)
        assert len(files[f"{name}.json"].splitlines()) == len(read) + 2


def test_types_are_as_described(files: dict[str, str]):
    package = json.loads(files["datapackage.json"])
    types = {"string": str, "integer": int, "array": list}
    for resource in package["resources"]:
        fields = {field["name"]: types[field["type"]] for field in resource["schema"]["fields"]}
        for row in json.loads(files[f"{resource['name']}.json"]):
            assert list(row) == list(fields)
            assert all(value is None or isinstance(value, fields[key]) for key, value in row.items())
        assert [path for path in resource["path"] if path not in files] == []


def test_joins_resolve(files: dict[str, str]):
    package = json.loads(files["datapackage.json"])
    keys = {
        name: {row["id"] for row in rows(files, name)} for name in ("articles", "publications", "actors", "outlets")
    }
    joined = 0
    for resource in package["resources"]:
        for key in resource["schema"].get("foreignKeys", ()):
            column, table = key["fields"], key["reference"]["resource"]
            values = [row[column] for row in rows(files, resource["name"]) if row[column]]
            assert set(values) <= keys[table], (resource["name"], column)
            joined += len(values)
    assert joined > 20


def test_places_lead_back_to_the_text_and_to_the_paragraph_on_the_page(files: dict[str, str]):
    texts = {row["id"]: TEXTS[int(row["seed"][9:12])].split("\n\n") for row in rows(files, "articles")}
    pages = papers(strategies.seed(text, at) for at, text in enumerate(TEXTS)).pages()
    paragraphs = {(article, ""): parts[0] for article, parts in texts.items()}
    paragraphs |= {(article, str(at)): part for article, parts in texts.items() for at, part in enumerate(parts[2:], 1)}
    for name, column in (
        ("mentions", "surface"),
        ("citations", "text"),
        ("quotations", "text"),
        ("statements", "text"),
    ):
        for row in rows(files, name):
            paragraph = paragraphs[row["article"], row["paragraph"]]
            assert paragraph[int(row["start"]) : int(row["end"])] == row[column]
            anchors = re.findall(r"^\{ #([\w-]+) \}$", pages[f"articles/{row['article']}.md"], re.MULTILINE)
            assert row["anchor"] == (anchors[int(row["paragraph"]) - 1] if row["paragraph"] else "")
    assert {row["kind"] for row in rows(files, "citations")} >= {"source", "damaged"}
    assert {row["paragraph"] for row in rows(files, "mentions")} >= {"", "1"}


def test_the_libraries_hold_every_article(files: dict[str, str]):
    titles = [row["title"] for row in rows(files, "articles")]
    assert [entry["title"][1:-1] for entry in bibtexparser.loads(files["articles.bib"]).entries] == titles
    assert [entry["title"] for entry in rispy.loads(files["articles.ris"])] == titles
    assert [item["title"] for item in json.loads(files["articles.csl.json"])] == titles


def test_a_long_table_goes_on_in_parts_by_rows(monkeypatch: pytest.MonkeyPatch, files: dict[str, str], tmp_path: Path):
    monkeypatch.setattr(datafiles, "LONGEST", 2)
    monkeypatch.setattr(datafiles, "_RECORDS", 1)
    cut = made(tmp_path, *(strategies.seed(text, at) for at, text in enumerate(TEXTS)))
    package = json.loads(cut["datapackage.json"])
    paths = {resource["name"]: resource["path"] for resource in package["resources"]}
    assert paths["mentions"] == ["mentions.csv", *(f"mentions-part-{at}.csv" for at in range(2, 2 + at_most(files)))]
    assert paths["articles"] == ["articles.csv"]
    for name, parts in paths.items():
        read = [rows(cut, part.removesuffix(".csv")) for part in parts]
        assert all(1 <= len(some) <= 2 for some in read)
        assert list(chain.from_iterable(read)) == rows(files, name)
        in_json = [json.loads(cut[part.replace(".csv", ".json")]) for part in parts]
        assert list(chain.from_iterable(in_json)) == json.loads(files[f"{name}.json"])
    assert {"articles.bib", "articles-part-2.bib", "articles-part-2.ris", "articles-part-2.csl.json"} <= cut.keys()
    assert cut["index.md"] == files["index.md"]  # no number of rows shows on the page


def at_most(files: dict[str, str]) -> int:
    """Give how many parts of two rows follow the first one of the mentions."""
    return (len(rows(files, "mentions")) + 1) // 2 - 1


def test_the_part_of_a_table_that_is_full_is_not_followed_by_an_empty_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setattr(datafiles, "LONGEST", 1)
    cut = made(tmp_path, strategies.seed(HELD))
    assert "articles-part-2.csv" not in cut


def test_an_edit_of_one_paragraph_changes_its_rows_alone(tmp_path: Path):
    longer = HELD.replace("Ada Vantongeren of the", "Ada Vantongeren, who came late, of the")
    before, after = (made(tmp_path / str(at), strategies.seed(text)) for at, text in enumerate((HELD, longer)))
    for name in ("mentions", "citations", "quotations", "statements"):
        pairs = zip(rows(before, name), rows(after, name), strict=True)
        assert {was["paragraph"] for was, now in pairs if was != now} <= {"1"}


@pytest.mark.parametrize("title", [text for text in nasty.OTHER if escape.visible(text)])
def test_no_cell_is_a_formula_and_none_breaks_its_row(title: str, tmp_path: Path):
    meta = {"title": title, "authors": [title], "publication": title}
    found = made(tmp_path, Seed("articles/000.txt", "Plain words, and a full stop.", "0" * 64, 0, meta))
    (row,) = rows(found, "articles")
    assert row["title"].removeprefix("'") == escape.visible(title).removeprefix("'")
    assert all(not value or value[0] not in "=+-@\t\r" for value in row.values())
    assert json.loads(row["authors"]) == [escape.visible(title)]


def test_without_articles_the_files_are_there_and_empty(tmp_path: Path):
    files = made(tmp_path)
    assert json.loads(files["articles.json"]) == []
    assert files["articles.csv"].count("\n") == 1
