"""Write the tables as files that programs read, into the built site: CSV, JSON, a Data Package, a bibliography."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import TextIO, TypeVar

from msgspec import Struct

from generator import escape
from generator.corpus import Corpus
from generator.publish import bibliography, record
from generator.render.templates import Templates
from generator.sheet import Cell, Rows
from generator.tables import Column, Table, tables

Row = TypeVar("Row")

LONGEST = 20_000  # rows of a file; a longer table goes on in numbered parts, so that no file grows without bound
_RECORDS = 2_000  # of a bibliography; reference managers take them whole


class Described(Struct, frozen=True):
    """A table as it is described, and the names of its files without their suffix."""

    name: str
    columns: Sequence[Column]
    parts: Sequence[str]


def write(folder: Path, corpus: Corpus, rows: Callable[[str], Rows], templates: Templates) -> list[str]:
    """Write every file below *folder* and return their names; *rows* gives the places of an article.

    Rows go to the disk as they come, so that memory holds one article's.
    """
    folder.mkdir(parents=True, exist_ok=True)
    described = [Described(table.name, table.columns, _table(folder, table)) for table in tables(corpus, rows)]
    names = [f"{part}.{suffix}" for table in described for part in table.parts for suffix in ("csv", "json")]
    names += _library(folder, corpus, templates)
    package = templates.fill("datapackage.json.jinja", {"tables": described})
    if package is not None:
        _put(folder / "datapackage.json", package)
        names.append("datapackage.json")
    return names


def part(name: str, number: int) -> str:
    """Return the name of a part of a table: the first bears the table's own."""
    return name if number == 1 else f"{name}-part-{number}"


def _table(folder: Path, table: Table) -> list[str]:
    """Write a table, and return the names of its parts; an empty one has one, too."""
    written: list[str] = []
    for number, rows in enumerate(_parts(table.rows, LONGEST), 1):
        name = part(table.name, number)
        with ExitStack() as files:
            as_csv = files.enter_context(_open(folder / f"{name}.csv"))
            as_json = files.enter_context(_open(folder / f"{name}.json"))
            _rows(table.columns, rows, as_csv, as_json)
        written.append(name)
    return written


def _parts(rows: Iterable[Row], most: int) -> Iterator[list[Row]]:
    """Yield *most* rows at a time; where there are none, a part without any."""
    waiting = iter(rows)
    yield list(islice(waiting, most))
    while some := list(islice(waiting, most)):
        yield some


def _rows(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], as_csv: TextIO, as_json: TextIO) -> None:
    """Write the same rows in both forms; in JSON each on a line."""
    names = [column.name for column in columns]
    writer = csv.writer(as_csv, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    lines = (json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) for row in rows)
    _array(lines, as_json)


def _array(lines: Iterable[str], file: TextIO) -> None:
    before = "[\n"
    for line in lines:
        file.write(f"{before}{line}")
        before = ",\n"
    file.write("[]\n" if before == "[\n" else "\n]\n")


def _cell(cell: Cell) -> str:
    if cell is None or isinstance(cell, (str, int)):
        return escape.csv_cell(cell)
    return json.dumps(cell, ensure_ascii=False) if cell else ""


def _library(folder: Path, corpus: Corpus, templates: Templates) -> Iterator[str]:
    """Write the records of all articles together, for reference managers, and yield the names of the files."""
    records = (
        record.of(address, sheet, corpus.publications, templates.site) for address, sheet in corpus.articles.items()
    )
    for number, some in enumerate(_parts(records, _RECORDS), 1):
        name = part("articles", number)
        _put(folder / f"{name}.bib", "\n".join(map(bibliography.bibtex, some)))
        _put(folder / f"{name}.ris", "\n".join(map(bibliography.ris, some)))
        with _open(folder / f"{name}.csl.json") as file:
            _array((json.dumps(bibliography.csl_item(one), ensure_ascii=False) for one in some), file)
        yield from (f"{name}.{suffix}" for suffix in ("bib", "ris", "csl.json"))


def _open(file: Path) -> TextIO:
    return file.open("w", encoding="utf-8", newline="\n")


def _put(file: Path, text: str) -> None:
    with _open(file) as opened:
        opened.write(text)
