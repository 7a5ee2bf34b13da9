"""Read the glossary: the site's own files over those that come with the package."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal, TypeVar

import msgspec
from msgspec.structs import replace

from generator import slug
from generator.model import Actor, Alias, AliasKind, Glossary, Outlet, Place, Problem, Publication, Role
from generator.read.decode import decode
from generator.read.entries import ActorEntry, AliasEntry, Entry, OutletEntry, PublicationEntry, RoleEntry, as_entry
from generator.read.files import absent, advice, content
from generator.read.mistakes import mistake
from generator.read.strict import Document, load
from generator.site import Site, leaves, led_out

Origin = Literal["site", "starter"]
Record = TypeVar("Record")
Read = tuple[dict[str, Record], tuple[Problem, ...]]

_STARTER = Path(__file__).parent.parent / "starter"
_LARGEST = 32 * 1024 * 1024  # bytes
_LONGEST_KEY = 120
_ACRONYM_LETTERS = 2


def glossary(site: Site, *, suggested: bool = True) -> tuple[Glossary, tuple[Problem, ...]]:
    """Read actors, outlets and publications; what is broken is reported, what is whole is kept.

    Without the *suggested* entries it is the glossary from which they were worked out.
    """
    actors, wrong_actors = _own(site, "actors.yml", ActorEntry, _actor)
    outlets, wrong_outlets = _own(site, "outlets.yml", OutletEntry, _outlet)
    publications, wrong_publications = _own(site, "publications.yml", PublicationEntry, _publication)
    if not suggested:
        actors = {key: actor for key, actor in actors.items() if actor.status != "suggested"}
        outlets = {key: outlet for key, outlet in outlets.items() if outlet.status != "suggested"}
    shipped = _starter() if site.starter else Glossary()
    merged = Glossary(
        _over(actors, _without_taken(actors, shipped.actors)),
        _over(outlets, shipped.outlets),
        _over(publications, shipped.publications),
    )
    return merged, tuple(dict.fromkeys((*wrong_actors, *wrong_outlets, *wrong_publications)))


@lru_cache(maxsize=1)
def _starter() -> Glossary:
    actors, _ = _file(_STARTER / "actors.yml", "actors.yml", ActorEntry, _actor, "starter")
    outlets, _ = _file(_STARTER / "outlets.yml", "outlets.yml", OutletEntry, _outlet, "starter")
    publications, _ = _file(
        _STARTER / "publications.yml", "publications.yml", PublicationEntry, _publication, "starter"
    )
    return Glossary(actors, outlets, publications)


def _own(
    site: Site, name: str, form: type[Entry], record: Callable[[str, Entry, Origin, Place], Record]
) -> Read[Record]:
    """Read the file *name* and those in the folder beside it: in files of their own, entries never meet in a merge."""
    if refused := led_out(site, site.seeds):
        return {}, refused
    entries: dict[str, Record] = {}
    problems: list[Problem] = []
    files, unlisted = _files(site, name)
    for path in files:
        file = f"{site.seeds.name}/{path.relative_to(site.seeds).as_posix()}"
        read, said = _file(path, file, form, record, "site")
        problems += said
        problems += [_doubled(identifier, file) for identifier in read if identifier in entries]
        entries = {**read, **entries}
    return entries, (*unlisted, *problems)


def _files(site: Site, name: str) -> tuple[list[Path], tuple[Problem, ...]]:
    """Return the file *name* below ``seeds/``, and the files of the folder that is called like it."""
    file = site.seeds / name
    folder = file.with_suffix("")
    if absent(folder):
        return [file], ()
    place = Place(f"{site.seeds.name}/{folder.name}/")
    if leaves(folder, site.seeds):
        fix = "put the files here"
        return [file], (Problem(place, "link-out", "a link leads out of the folder here", "it is not followed", fix),)
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == file.suffix)
    except OSError as error:
        what = f"it cannot be read: {error.strerror}"
        return [file], (Problem(place, "unreadable", what, "no page changes until then", advice(error)),)
    return [file, *paths], ()


def _doubled(identifier: str, file: str) -> Problem:
    what = f"{identifier!r} stands in another file, too"
    return Problem(Place(file), "key-doubled", what, "the first is read", "join the two")


def _file(
    path: Path, name: str, form: type[Entry], record: Callable[[str, Entry, Origin, Place], Record], origin: Origin
) -> Read[Record]:
    """Read one file; a missing one is an empty one."""
    if absent(path):
        return {}, ()
    raw, refused = content(path, name, path.parent, _LARGEST)
    if raw is None:
        return {}, refused
    text, said = decode(raw, name)
    if text is None:
        return {}, said
    document = load(text.removeprefix("\ufeff"), name)
    found: dict[str, Record] = {}
    problems = [*said, *document.problems]
    for read in _entries(document, name, form):
        if isinstance(read, Problem):
            problems.append(read)
        else:
            identifier, entry, place = read
            try:
                found[identifier] = record(identifier, entry, origin, place)
            except ValueError as error:
                problems.append(Problem(place, "entry", f"{identifier!r} {error}", fix="complete the entry"))
    return found, tuple(problems)


def _entries(document: Document, name: str, form: type[Entry]) -> Iterator[tuple[str, Entry, Place] | Problem]:
    if document.root is None or document.value is None:
        return
    if not isinstance(document.value, dict):
        yield Problem(Place(name, 1, 1), "form", "it is no mapping of identifiers", fix="write `identifier:` lines")
        return
    for key, node in document.root.children():
        identifier = str(key)
        if len(identifier) > _LONGEST_KEY or not slug.is_slug(identifier):
            what = f"{identifier[:80]!r} cannot be an identifier"
            yield Problem(node.place, "identifier", what, fix=f"use at most {_LONGEST_KEY} {slug.FORM}")
            continue
        try:
            yield identifier, as_entry(node.value if node.value is not None else {}, form), node.place
        except msgspec.ValidationError as error:
            wrong = mistake(error, form)
            where = node.nearest(wrong.path).place
            yield Problem(where, "form", f"{identifier!r}: {wrong.what}", "no page changes until then", wrong.fix)


def _actor(identifier: str, entry: ActorEntry, origin: Origin, place: Place) -> Actor:
    if entry.status != "ignored" and (entry.name is None or entry.type is None):
        raise ValueError("has no name" if entry.name is None else "has no type")
    name = _line(entry.name) if entry.name else identifier.replace("-", " ").title()
    return Actor(
        identifier,
        name,
        entry.type or "other",
        tuple(_alias(alias, entry.type) for alias in entry.aliases),
        _line(entry.summary),
        tuple(map(_role, entry.roles)),
        entry.wikidata,
        entry.url,
        entry.status,
        origin,
        place,
    )


def _role(entry: RoleEntry) -> Role:
    return Role(_line(entry.title), _line(entry.of), str(entry.since or ""), str(entry.until or ""))


def _alias(alias: str | int | AliasEntry, of: str | None) -> Alias:
    entry = alias if isinstance(alias, AliasEntry) else AliasEntry(str(alias))
    text = _line(entry.text)
    return Alias(text, entry.kind or _kind(text, of), entry.when)


def _kind(text: str, of: str | None) -> AliasKind:
    """Tell an acronym by its capitals: ``CSTO``, ``U.S.``, ``EurAsEC``; no person has one."""
    capitals = sum(letter.isupper() for letter in text)
    acronym = " " not in text and capitals >= _ACRONYM_LETTERS and capitals * 2 >= sum(map(str.isalpha, text))
    return "acronym" if acronym and of != "person" else "alias"


def _outlet(identifier: str, entry: OutletEntry, origin: Origin, place: Place) -> Outlet:
    if entry.status != "ignored" and entry.name is None:
        raise ValueError("has no name")
    name = _line(entry.name) if entry.name else identifier
    aliases = tuple(_line(str(alias)) for alias in entry.aliases)
    return Outlet(identifier, name, aliases, entry.type, entry.country, entry.url, entry.status, origin, place)


def _publication(identifier: str, entry: PublicationEntry, origin: Origin, place: Place) -> Publication:
    aliases = tuple(_line(str(alias)) for alias in entry.aliases)
    name, publisher = _line(entry.name), _line(entry.publisher)
    return Publication(identifier, name, aliases, publisher, entry.volume_one, entry.issn, entry.url, origin, place)


def _line(text: str) -> str:
    return " ".join(text.split())


def _without_taken(own: Mapping[str, Actor], shipped: Mapping[str, Actor]) -> dict[str, Actor]:
    """Take from the shipped actors every way of writing that the site gave to an actor of its own."""
    taken = {text for actor in own.values() for text in (actor.name, *(alias.text for alias in actor.aliases))}
    left: dict[str, Actor] = {}
    for identifier, actor in shipped.items():
        if actor.name in taken:
            continue
        kept = tuple(alias for alias in actor.aliases if alias.text not in taken)
        left[identifier] = actor if len(kept) == len(actor.aliases) else replace(actor, aliases=kept)
    return left


def _over(own: Mapping[str, Record], shipped: Mapping[str, Record]) -> dict[str, Record]:
    return dict(sorted({**shipped, **own}.items()))
