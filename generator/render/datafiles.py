"""Write the tables as files that programs read: CSV, JSON, a Data Package, a bibliography, and the page about them."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from generator.edges import group
from generator.model import Page
from generator.render import bibliography, escape, record
from generator.render.tables import Cell, Column, Table, tables
from generator.render.templates import Templates
from generator.render.view import View

_LONG = 20_000  # rows; a longer table of places is cut by the year of the article, so that no file grows without bound
_TOLD = {"data/index.md": "data.md.jinja", "data/datapackage.json": "datapackage.json.jinja"}  # to people, to programs


class Described(Struct, frozen=True):
    """A table as the page describes it, and the names of its files without their suffix."""

    name: str
    columns: Sequence[Column]
    parts: Sequence[str]


def pages(view: View, templates: Templates) -> Iterator[Page]:
    """Yield the files of ``data/``."""
    described = []
    for table in tables(view):
        parts = _parts(table)
        described.append(Described(table.name, table.columns, list(parts)))
        for name, rows in parts.items():
            yield Page(f"data/{name}.csv", _csv(table.columns, rows))
            yield Page(f"data/{name}.json", _json(table.columns, rows))
    yield from _library(view, templates)
    values = {"tables": described, "linked_data": _linked(described, templates)}
    for name, template in _TOLD.items():
        page = templates.fill(template, values)
        if page is not None:
            yield Page(name, page)


def _parts(table: Table) -> Mapping[str, Sequence[Sequence[Cell]]]:
    if len(table.rows) <= _LONG or not table.years:
        return {table.name: table.rows}
    by_year = group(zip(table.years, table.rows, strict=True), by=lambda pair: pair[0])
    return {f"{table.name}-{year}": [row for _, row in pairs] for year, pairs in by_year.items()}


def _csv(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> str:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow([column.name for column in columns])
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return written.getvalue()


def _cell(cell: Cell) -> str:
    if cell is None or isinstance(cell, (str, int)):
        return escape.csv_cell(cell)
    return json.dumps(cell, ensure_ascii=False) if cell else ""


def _json(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> str:
    """Write an array with a row on each line, so that a small change is a small diff."""
    names = [column.name for column in columns]
    lines = [json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) for row in rows]
    return "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"


def _library(view: View, templates: Templates) -> Iterator[Page]:
    """Yield the records of all articles together, for reference managers."""
    records = [record.of(article, view, templates.site) for article in view.articles.values()]
    yield Page("data/articles.bib", "\n".join(map(bibliography.bibtex, records)))
    yield Page("data/articles.ris", "\n".join(map(bibliography.ris, records)))
    items = [json.dumps(bibliography.csl_item(one), ensure_ascii=False) for one in records]
    yield Page("data/articles.csl.json", "[\n" + ",\n".join(items) + "\n]\n" if items else "[]\n")


def _linked(described: Sequence[Described], templates: Templates) -> Mapping[str, object]:
    """Describe the data set in the words of schema.org."""
    files = [f"{part}.{suffix}" for table in described for part in table.parts for suffix in ("csv", "json")]
    kinds = {"csv": "text/csv", "json": "application/json"}
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": "./",
        "url": "./",
        "name": templates.site.name,
        "description": templates.site.description or templates.site.name,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kinds[name.rpartition(".")[2]], "contentUrl": name}
            for name in files
        ],
    }
