"""Lay the corpus out as tables: what each column is called, of what type it is, and where it leads."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, Literal

from msgspec import Struct

from generator import escape
from generator.corpus import Corpus
from generator.sheet import Cell, Rows

Type = Literal["text", "number", "date", "list"]
Made = Mapping[str, Callable[[str, Any], object]]
"""How the cells of a column are made of an identifier and its record, by its name; the others are its fields."""


class Column(Struct, frozen=True):
    """A column: *leads* is the table whose ``id`` its values are."""

    name: str
    type: Type = "text"
    leads: str = ""


class Table(Struct, frozen=True):
    """A table; its rows come in a stable order, and once."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]


_PLACE = "article>articles paragraph:number anchor start:number end:number"
_PLACES = {  # in the order of the cells that generator.excerpt.rows gives
    "mentions": "actor>actors surface kind sense role rule",
    "citations": "kind outlet>outlets source printed date:date date_basis locator author url text",
    "quotations": "speaker>actors speaker_name cue text",
    "statements": "date:date date_basis text",
}


def tables(corpus: Corpus, rows: Callable[[str], Rows]) -> Iterator[Table]:
    """Yield every table: what is named and cited, then the places where it is; *rows* gives those of an article."""
    yield _entries(
        "articles",
        "id title authors:list publication series>publications volume:number issue:number date:date date_basis language"
        " url page seed sha256",
        corpus.articles,
        {"id": lambda identifier, _: identifier, "page": lambda identifier, _: f"articles/{identifier}/"},
    )
    yield _entries("publications", "id name aliases:list publisher issn url", corpus.publications, {})
    yield _entries(
        "actors",
        "id name type aliases:list summary wikidata url status page",
        corpus.actors,
        {
            "aliases": lambda _, actor: [alias.text for alias in actor.aliases],
            "page": lambda identifier, _: f"actors/{identifier}/" if identifier in corpus.naming else None,
        },
    )
    yield _entries(
        "outlets",
        "id name aliases:list type country url status page",
        corpus.outlets,
        {"page": lambda identifier, _: f"sources/{identifier}/"},
    )
    for name, columns in _PLACES.items():
        yield Table(name, _columns(f"{_PLACE} {columns}"), _places(name, corpus, rows))


def _places(name: str, corpus: Corpus, rows: Callable[[str], Rows]) -> Iterator[Sequence[Cell]]:
    for article in corpus.articles:
        yield from ((article, *row) for row in rows(article)[name])


def _columns(said: str) -> Sequence[Column]:
    """Read ``name``, ``name:type`` or ``name>table`` for each column."""
    columns = []
    for word in said.split():
        name, _, leads = word.partition(">")
        name, _, kind = name.partition(":")
        columns.append(Column(name, kind or "text", leads))  # type: ignore[arg-type]
    return columns


def _entries(name: str, said: str, entries: Mapping[str, object], made: Made) -> Table:
    columns = _columns(said)
    cells = [made.get(column.name) or _field(column.name) for column in columns]
    return Table(name, columns, ([_shown(cell(key, entry)) for cell in cells] for key, entry in entries.items()))


def _field(name: str) -> Callable[[str, object], object]:
    get = attrgetter(name)
    return lambda _, entry: get(entry)


def _shown(cell: object) -> Cell:
    """Return a cell as it is written: what can be seen of a text, nothing for an empty one."""
    if isinstance(cell, str):
        return escape.visible(cell) or None
    if isinstance(cell, (list, tuple)):
        return tuple(escape.visible(str(inner)) for inner in cell)
    return cell if isinstance(cell, int) else None


def described() -> list[Table]:
    """Return every table without its rows."""
    return [Table(table.name, table.columns, ()) for table in tables(Corpus(), lambda _: {})]
