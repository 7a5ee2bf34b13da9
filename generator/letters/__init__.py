"""Find what deceives the eye: words of one script that look to be of another, and characters that cannot be seen."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice

from generator import escape
from generator.letters import marks, words
from generator.letters.unseen import Unseen, unseen
from generator.letters.words import Strange, names
from generator.model import Actor, Glossary, Outlet, Place, Problem, Publication
from generator.sheet import Sheet

_REPORTED = 10  # words of one article


def problems(sheets: Iterable[Sheet], texts: Mapping[str, str], glossary: Glossary, folder: str) -> Iterator[Problem]:
    """Yield a warning for what deceives in articles and in the site's own glossary.

    *texts* are those of the seeds by their path below *folder*.
    """
    for sheet in sheets:
        yield from _in_article(sheet, texts[sheet.seed], f"{folder}/{sheet.seed}")
    for actor in glossary.actors.values():
        offices = (words for role in actor.roles for words in (role.title, role.of))
        yield from _in_entry(actor, [actor.name, *(alias.text for alias in actor.aliases), actor.summary, *offices])
    for outlet in glossary.outlets.values():
        yield from _in_entry(outlet, [outlet.name, *outlet.aliases, outlet.type, outlet.country])
    for publication in glossary.publications.values():
        yield from _in_entry(publication, [publication.name, *publication.aliases, publication.publisher])


def strange(text: str) -> Iterator[Strange]:
    """Yield each word of *text* that is not what it looks like."""
    return chain(words.strange(text), marks.strange(text))


def _in_article(sheet: Sheet, text: str, file: str) -> Iterator[Problem]:
    yield from _told(text, lambda offset: _place(file, text, offset))
    seen = escape.visible(text)
    for line in (sheet.title, *sheet.authors, sheet.publication, sheet.description):
        if line and line.removesuffix(" …") not in seen:  # front matter that YAML writes otherwise
            yield from _told(line, lambda _: Place(file, 1, 1))


def _in_entry(entry: Actor | Outlet | Publication, lines: Iterable[str]) -> Iterator[Problem]:
    """Yield what deceives in an entry of the site's own: its lines are the surroundings of each other's words."""
    if entry.origin == "site":
        yield from _told("\n".join(lines), lambda _: entry.place)


def _told(text: str, place: Callable[[int], Place]) -> Iterator[Problem]:
    """Yield a warning for each strange word of *text*, at most a few, and for each kind of unseen character."""
    yield from (_alike(word, place(word.start)) for word in islice(_once(strange(text)), _REPORTED))
    yield from (_hidden(character, place(character.start)) for character in unseen(text))


def _once(found: Iterable[Strange]) -> Iterator[Strange]:
    seen: set[str] = set()
    for word in found:
        if word.word not in seen:
            seen.add(word.word)
            yield word


def _alike(word: Strange, place: Place) -> Problem:
    why = "it is another word than the one that it looks like, and names nobody"
    return Problem(place, "look-alike", f"{word.word!r} {word.matter}", why, "type it anew in one script", "warning")


def _hidden(unseen: Unseen, place: Place) -> Problem:
    what = f"a character that cannot be seen, {names(unseen.character)}, stands here"
    what += f", one of {unseen.count}" * (unseen.count > 1)
    why = "a search does not find the words that a reader sees"
    return Problem(place, "unseen", what, why, "delete it", "warning")


def _place(file: str, text: str, offset: int) -> Place:
    return Place(file, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
