"""Every text that people can put somewhere is refused or shown as it is, wherever it stands.

The fields are found from the forms and the records: one that is added later is tried, too, or a test here fails.
"""

import csv
import html
import io
import json
import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import lxml.etree
import lxml.html
import msgspec
import pytest
import yaml
from msgspec import inspect

from generator import analyse, escape, excerpt, read, render, resolve
from generator.analyse.index import Index
from generator.cache import Cache
from generator.model import Actor, Analysis, Glossary, Outlet, Page, Place, Problem, Publication, Seed
from generator.publish import datafiles, feeds
from generator.read import frontmatter
from generator.read.entries import ActorEntry, OutletEntry, PublicationEntry
from generator.render.templates import Templates
from generator.site import Site
from generator.slug import slug
from tests import nasty, strategies
from tests.long import times
from tests.visible import body, converter

STRINGS = [text for text in dict.fromkeys(nasty.STRINGS) if escape.visible(text)]
TEMPLATES = Path(__file__).parent.parent / "templates"


def strings(value: object) -> Iterator[str]:
    """Yield each text in a record, a list or a mapping."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, msgspec.Struct):
        yield from strings([getattr(value, name) for name in value.__struct_fields__])
    elif isinstance(value, dict):
        yield from strings([*value.keys(), *value.values()])
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from strings(inner)


# Reading: what people write in YAML is refused with a problem, or it is in the record word for word.

FORMS = {
    "actors": (ActorEntry, {"name": "Plain", "type": "person"}),
    "outlets": (OutletEntry, {"name": "Plain"}),
    "publications": (PublicationEntry, {"name": "Plain"}),
}
Way = tuple[str | int, ...]


def ways(kind: inspect.Type) -> Iterator[Way]:
    """Yield the way to each text that a type holds: names of fields, and 0 for the first of a list."""
    match kind:
        case inspect.StrType() | inspect.CustomType():  # a day, checked when it is read
            yield ()
        case inspect.Metadata():
            yield from ways(kind.type)
        case inspect.UnionType():
            for one in kind.types:
                yield from ways(one)
        case inspect.VarTupleType():
            yield from ((0, *way) for way in ways(kind.item_type))
        case inspect.StructType():
            yield from ((field.encode_name, *way) for field in kind.fields for way in ways(field.type))
        case inspect.LiteralType() | inspect.IntType() | inspect.NoneType() | inspect.BoolType():
            pass
        case _:
            pytest.fail(f"say here how a text comes into {kind}")


def laid(way: Way, text: str) -> object:
    """Give what holds *text* at the end of *way*; a role and an alias need a title and a text of their own."""
    if not way:
        return text
    inner = laid(way[1:], text)
    if way[0] == 0:
        return [inner]
    needed = {"roles": {"title": "Plain"}, "aliases": {"text": "Plain"}}.get(str(way[0]))
    return {way[0]: [needed | inner[0]] if needed and isinstance(inner[0], dict) else inner}


FIELDS = [(name, way) for name, (form, _) in FORMS.items() for way in dict.fromkeys(ways(inspect.type_info(form)))]


@pytest.mark.parametrize(("name", "way"), FIELDS, ids=[f"{name} {way}" for name, way in FIELDS])
def test_each_text_of_a_file_that_people_keep_is_refused_or_read_word_for_word(tmp_path: Path, name: str, way: Way):
    least = FORMS[name][1]
    entries = {f"x{at}": least | laid(way, text) for at, text in enumerate(STRINGS)}
    (tmp_path / f"{name}.yml").write_text(yaml.safe_dump(entries), encoding="utf-8")
    glossary, problems = read.glossary(Site(tmp_path, tmp_path, tmp_path, (), starter=False))
    told = {problem.what.split("'")[1] for problem in problems}
    records = getattr(glossary, name)
    assert told | set(records) == set(entries)
    for at, text in enumerate(STRINGS):
        record = records.get(f"x{at}")
        kept = set(map(escape.visible, strings(record)))
        assert f"x{at}" in told or escape.visible(text) in kept, (text, record)


@pytest.mark.parametrize("key", frontmatter._KEYS)  # noqa: SLF001 - the keys that there are
def test_each_text_of_front_matter_is_refused_or_read_word_for_word(key: str):
    index = Index(strategies.GLOSSARY)
    for text in STRINGS:
        front = f"---\n{yaml.safe_dump({key: text})}---\n"
        start, known, problems = frontmatter.split(f"{front}Words.", "a.txt")
        article = analyse.article(Seed("articles/a.txt", f"{front}Words.", "0" * 64, start, known), index).article
        kept = set(map(escape.visible, strings(article)))
        assert problems or escape.visible(text) in kept, (text, article)


# Rendering: each page and file with a nasty text in every field is the one with a harmless text, but for the text.

UNTRIED = {
    "Article.id", "Article.series", "Actor.id", "Outlet.id", "Publication.id", "Mention.article", "Mention.actor",
    "Citation.article", "Citation.outlet", "Quotation.article", "Quotation.speaker",
    "Statement.article",  # identifiers: slugs
    "Article.date", "Citation.date", "Statement.date", "Entry.date",  # EDTF that was checked or worked out
    "Article.text",  # test_prose.py
    "Article.seed",  # test_hostile.py: what tells the articles apart
    "Actor.wikidata", "Publication.issn",  # patterns without a sign
    "Place.path",  # stands in problems alone
    "Article.sha256", "Site.config", "Site.url",  # of the machine and of mkdocs.yml
    "Site.language",  # where an article names none: Article.language
}  # fmt: skip
HARMLESS = "harmless"
ADDRESS = "https://quay.example/"
CUT = {"network.md"}  # names are cut there to fit
Say = Callable[[str], str]
FIRST = """The Pact Holds

Publication: Orbit Weekly Volume: 2 Issue: 1

Ada Vantongeren, mayor of Brezno, met the Northern Harbour Pact (NHP) and said on March 3 that “the quay belongs to two
towns, and both of them know it well” (Polar Post, March 4).

Vantongeren added:

    “We agree on the quay.”

Nobody answered (, March 6).
"""
SECOND = """A Second Tale

Publication: Orbit Weekly Volume: 3 Issue: 12

Ilmar Tarvainen went home, and the Harbour League and Ada Vantongeren agreed (Interport, www.quay.example, June 7; see
OW, June 23).
"""


@cache
def names() -> dict[str, str]:
    """Give each text field that is tried the mark of its texts."""
    kinds = [
        *(field.type for field in inspect.type_info(Analysis).fields if field.name != "findings"),
        *map(inspect.type_info, (Actor, Outlet, Publication, Site, feeds.Feed, feeds.Entry)),
    ]
    records = dict.fromkeys(record for kind in kinds for record in records_in(kind))
    found = [f"{record.__name__}.{name}" for record in records for name in texts_of(record)]
    return {name: f"F{at:02}" for at, name in enumerate(sorted(set(found) - UNTRIED))}


def records_in(kind: inspect.Type) -> Iterator[type[msgspec.Struct]]:
    """Yield each record that a type holds, and those in it."""
    match kind:
        case inspect.StructType():
            yield kind.cls
            for field in kind.fields:
                yield from records_in(field.type)
        case inspect.VarTupleType():
            yield from records_in(kind.item_type)
        case inspect.CollectionType() | inspect.DictType():
            yield from records_in(kind.value_type)
        case inspect.UnionType():
            for one in kind.types:
                yield from records_in(one)


def texts_of(record: type[msgspec.Struct]) -> list[str]:
    """Give the fields of a record that hold a text or texts."""
    kinds = {field.name: field.type for field in inspect.type_info(record).fields}
    return [name for name, kind in kinds.items() if holds_text(getattr(kind, "item_type", kind))]


def holds_text(kind: inspect.Type) -> bool:
    return isinstance(kind, inspect.StrType) or any(map(holds_text, getattr(kind, "types", ())))


def filled(record: Any, say: Say) -> Any:
    """Give *record* with what is said of each of its text fields in it, and at least one record in each list."""
    kind, changed = type(record), {}
    for field in inspect.type_info(kind).fields:
        name = f"{kind.__name__}.{field.name}"
        value = getattr(record, field.name)
        item = getattr(field.type, "item_type", None)
        if name in names():
            changed[field.name] = (say(name),) if item else say(name)
        elif isinstance(item, inspect.StructType):
            changed[field.name] = tuple(filled(one, say) for one in value or least(item.cls))
        elif isinstance(value, msgspec.Struct):
            changed[field.name] = filled(value, say)
    return msgspec.structs.replace(record, **changed)


def least(record: type[msgspec.Struct]) -> list[msgspec.Struct]:
    """Give a record without a word in it; none of a place in a text, of which only the text can make one."""
    fields = inspect.type_info(record).fields
    if "start" in record.__struct_fields__:
        return []
    return [record(**{field.name: "" for field in fields if field.required})]


@cache
def plain() -> list[Analysis]:
    index = Index(strategies.GLOSSARY)
    return [analyse.article(strategies.seed(text, at), index) for at, text in enumerate((FIRST, SECOND))]


def rendered(say: Say, folder: Path) -> dict[str, str]:
    """Give each page and file of a small site with what is said of each text field in it."""
    entries = {
        name: {key: filled(record, say) for key, record in getattr(strategies.GLOSSARY, name).items()}
        for name in Glossary.__struct_fields__
    }
    glossary = Glossary(**entries)
    extracts = [excerpt.extract(filled(analysis, say), glossary, "section") for analysis in plain()]
    corpus = resolve.corpus((one.sheet for one in extracts), glossary, folder="seeds")
    by_seed = {one.sheet.seed: one for one in extracts}
    templates = Templates(filled(Site(Path(), Path("seeds"), Path("docs"), (TEMPLATES,), starter=False), say))
    pages = list(render.pages(corpus, lambda seed: by_seed[seed].prose, templates, Cache()))
    datafiles.write(folder, corpus, lambda address: by_seed[corpus.articles[address].seed].rows, templates)
    assert not templates.found
    feed, entry = feeds.Feed("", "", "", ""), feeds.Entry("", "", "")
    made = feeds.files(filled(feed, say), [filled(entry, say)])
    made |= {f"data/{path.name}": path.read_bytes() for path in sorted(folder.iterdir())}
    texts = {page.path: page.text for page in pages if not page.path.startswith("assets/")}
    return texts | {path: content.decode() for path, content in made.items()}


def saying(text: str) -> Say:
    """Give what says *text* of a field behind the field's mark, in an address where it is one."""

    def say(name: str) -> str:
        if name.endswith((".url", ".home")):
            return f"{ADDRESS}{names()[name]}/{addressed(text)}"
        seen = name.startswith(("Site.", "Feed.", "Entry."))  # of mkdocs.yml, and of front matter that was written
        return f"{names()[name]} {escape.visible(text) if seen else text}"

    return say


def addressed(text: str) -> str:
    return re.sub(r"[\s<>\"'()\[\]]", "", escape.visible(text))


SAID = re.compile(rf"([Ff]\d\d)([ /-]){HARMLESS}")


def meant(harmless: str, text: str, *, bibtex: bool = False) -> str:
    """Give what stands where *harmless* does if the text is *text*, in single spaces."""

    def instead(found: re.Match[str]) -> str:
        mark, after = found.groups()
        if after == "/":
            return f"{mark}/{escape.verbatim(addressed(text)) if bibtex else addressed(text)}"
        if after == "-":
            return slug(f"{mark} {text}")
        return (escape.bibtex if bibtex else escape.visible)(f"{mark} {text}")

    return " ".join(SAID.sub(instead, harmless).split())


def parts(page: Page) -> list[list[str]]:
    """Give what a reader or a program makes of a file, in order: elements, attributes, texts, values."""
    if page.path.endswith(".md"):
        front = yaml.safe_load(page.text.removeprefix("---\n").partition("\n---\n")[0])
        return [[*leaves(front, escaped={"title", "description"})], *elements(page.text)]
    if page.path.endswith(".json"):
        return [[*leaves(json.loads(page.text))]]
    if page.path.endswith(".csv"):
        return [[part for cell in row for part in held(cell)] for row in csv.reader(io.StringIO(page.text))]
    if page.path.endswith(".xml"):
        return [
            [one.tag, *one.values(), html.unescape(one.text or "") if one.tag in ESCAPED else one.text or ""]
            for one in lxml.etree.fromstring(page.text.encode()).iter()
        ]
    return [[line] for line in page.text.splitlines()]


ESCAPED = {"title", "description", "category"}  # of a feed, which readers take for HTML


def held(cell: str) -> list[str]:
    """Give the text of a cell of CSV, or the texts of the list in it."""
    return json.loads(cell) if cell.startswith("[") else [cell]


def leaves(value: object, escaped: AbstractSet[str] = frozenset()) -> Iterator[str]:
    """Yield the keys and texts of a tree, what is *escaped* for HTML without that."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from leaves(html.unescape(inner) if key in escaped else inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield str(value)


@cache
def markdown() -> Any:
    return converter()


def elements(page: str) -> Iterator[list[str]]:
    """Yield each element of a page with its attributes and texts."""
    for one in lxml.html.fragment_fromstring(markdown().reset().convert(body(page)), create_parent=True).iter():
        inside = leaves(json.loads(one.text)) if one.tag == "script" else [one.text or ""]
        attributes = [attribute(name, value) for name, value in sorted(one.items())]
        yield [str(one.tag), *attributes, *inside, one.tail or ""]


def attribute(name: str, value: str) -> str:
    """Give an attribute, a path on this site decoded, without the record of an article for reference managers."""
    if value.startswith(("data:", "ctx_ver=")):  # test_bibliography.py
        return name
    return f"{name}={value if value.startswith(ADDRESS) or not name.endswith('href') else unquote(value)}"


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return rendered(saying(HARMLESS), tmp_path_factory.mktemp("harmless"))


def test_each_field_shows_somewhere(harmless: dict[str, str]):
    shown = " ".join(harmless.values())
    lost = [name for name, mark in names().items() if f"{mark} {HARMLESS}" not in shown and f"{mark}/" not in shown]
    assert lost == []


@pytest.mark.parametrize("text", STRINGS[:: times(9, 1)])
def test_a_nasty_text_in_every_field_changes_no_element_and_shows_as_it_is(
    harmless: dict[str, str], text: str, tmp_path: Path
):
    pages = rendered(saying(text), tmp_path)
    assert list(pages) == [meant(path, text) for path in harmless]
    for (path, shown), expected in zip(pages.items(), harmless.values(), strict=True):
        ours, theirs = parts(Page(path, shown)), parts(Page(path, expected))
        if path in CUT:
            assert [one[0] for one in ours] == [one[0] for one in theirs]
            continue
        bibtex = path.endswith(".bib")
        assert [[" ".join(part.split()) for part in one] for one in ours] == [
            [meant(part, text, bibtex=bibtex) for part in one] for one in theirs
        ], path


@pytest.mark.parametrize("field", ["place", *texts_of(Problem)])
def test_a_problem_is_one_line_that_says_what_can_be_printed(field: str):
    for text in STRINGS:
        value = Place(text) if field == "place" else text
        said = str(msgspec.structs.replace(Problem(Place("a.txt"), "code", "what"), **{field: value}))
        assert said.isprintable()
        assert not text.isprintable() or text in said
