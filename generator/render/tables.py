"""Lay the corpus out as tables: what each column is called, of what type it is, and where it leads."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, Literal

from msgspec import Struct

from generator.model import Block, Citation, Mention, Quotation, Statement
from generator.render import escape
from generator.render.view import View

Type = Literal["text", "number", "date", "list"]
Cell = str | int | Sequence[str] | None
Made = Mapping[str, Callable[[Any], object]]
"""How the cells of a column are made, by its name; the others are fields of the record."""


class Column(Struct, frozen=True):
    """A column: *leads* is the table whose ``id`` its values are."""

    name: str
    type: Type = "text"
    leads: str = ""


class Table(Struct, frozen=True):
    """A table: its rows in a stable order, and the year of each, by which a long table is cut (none: never)."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    years: Sequence[str] = ()


def tables(view: View) -> Iterator[Table]:
    """Yield every table: what is named and cited, then the places where it is."""
    corpus = view.corpus
    yield _entries(
        "articles",
        "id title authors:list publication series>publications volume:number issue:number date:date date_basis language"
        " url page seed sha256",
        corpus.articles,
        {"title": view.title, "page": lambda one: f"articles/{one.id}/"},
    )
    yield _entries("publications", "id name aliases:list publisher issn url", corpus.publications, {})
    yield _entries(
        "actors",
        "id name type aliases:list summary wikidata url status page",
        corpus.actors,
        {
            "aliases": lambda one: [alias.text for alias in one.aliases],
            "page": lambda one: f"actors/{one.id}/" if one.id in view.by_actor else None,
        },
    )
    yield _entries(
        "outlets",
        "id name aliases:list type country url status page",
        corpus.outlets,
        {"page": lambda one: f"sources/{one.id}/" if one.id in view.by_outlet else None},
    )
    yield _edges("mentions", "actor>actors surface kind sense role rule", corpus.mentions, {}, view)
    yield _edges(
        "citations",
        "kind outlet>outlets source printed date:date date_basis locator author url target>articles text",
        corpus.citations,
        {},
        view,
    )
    words = {"text": lambda one: view.articles[one.article].text[one.start : one.end]}
    yield _edges("quotations", "speaker>actors speaker_name cue text", corpus.quotations, words, view)
    yield _edges("statements", "date:date date_basis text", corpus.statements, words, view)


def _columns(said: str) -> Sequence[Column]:
    """Read ``name``, ``name:type`` or ``name>table`` for each column."""
    found = []
    for word in said.split():
        name, _, leads = word.partition(">")
        name, _, kind = name.partition(":")
        found.append(Column(name, kind or "text", leads))  # type: ignore[arg-type]
    return found


def _entries(name: str, columns: str, entries: Mapping[str, object], made: Made) -> Table:
    found = _columns(columns)
    return Table(name, found, _rows([entries[one] for one in sorted(entries)], found, made))


def _edges(
    name: str,
    columns: str,
    edges: Iterable[Mention | Citation | Quotation | Statement],
    made: Made,
    view: View,
) -> Table:
    """Lay places out, each counted within its block: so an edit changes only the rows of its paragraph."""
    found = _columns(f"article>articles paragraph:number start:number end:number {columns}")

    def block(edge: Mention | Citation | Quotation | Statement) -> Block:
        return view.articles[edge.article].block(edge.start)

    placed: Made = {
        "paragraph": lambda one: block(one).number or None,
        "start": lambda one: one.start - block(one).start,
        "end": lambda one: one.end - block(one).start,
    }
    years = [(view.articles[edge.article].date or "")[:4] or "undated" for edge in edges]
    return Table(name, found, _rows(edges, found, {**placed, **made}), years)


def _rows(records: Iterable[object], columns: Sequence[Column], made: Made) -> Sequence[Sequence[Cell]]:
    cells = [made.get(column.name) or attrgetter(column.name) for column in columns]
    return [[_shown(cell(record)) for cell in cells] for record in records]


def _shown(cell: object) -> Cell:
    """Give a cell as it is written: what can be seen of a text, nothing for an empty one."""
    if isinstance(cell, str):
        return escape.visible(cell) or None
    if isinstance(cell, (list, tuple)):
        return [escape.visible(str(inner)) for inner in cell]
    return cell if isinstance(cell, int) else None
