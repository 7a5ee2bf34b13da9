"""Find persons of the starter glossary whom an article calls by the surname alone: ``Yeltsin said``."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from generator import surname, text
from generator.analyse.index import Index
from generator.model import Glossary
from generator.suggest import lexicon, people_words
from generator.suggest.line import Line, Sighting
from generator.suggest.people_words import calls

_TO_PLACES = frozenset("and at between from in near of to towards".split())
_LONG = 6  # letters; a shorter surname is too often another's, or a word


@lru_cache(maxsize=4)
def surnames(index: Index) -> Mapping[str, str]:
    """Map each surname that one person of the glossary bears, and no other actor's name is, to that person."""
    return {form: min(ids) for form, ids in bearers(index.glossary).items() if len(ids) == 1}


def bearers(glossary: Glossary) -> dict[str, set[str]]:
    """Map each surname, folded, to the persons of the glossary who bear it."""
    found: dict[str, set[str]] = {}
    for actor in glossary.actors.values():
        if actor.type == "person":
            for name in (actor.name, *(alias.text for alias in actor.aliases)):
                for form in surname.surnames(name):
                    found.setdefault(text.fold(form), set()).add(actor.id)
    return found


def sightings(line: Line, used: Sequence[bool], known: Mapping[str, str]) -> Iterator[Sighting]:
    """Yield surnames that stand alone, where a title, a verb or their length says enough."""
    for at, word in enumerate(line.words):
        actor = known.get(word.text, "")
        if not actor or used[at] or line.known[at] or word.text in people_words.GIVEN:
            continue
        before = line.words[at - 1].text if line.goes_on(at) and line.words[at - 1].capital else ""
        behind = line.goes_on(at + 1) and line.words[at + 1].capital
        if behind or (before and not calls(before)) or word.text.casefold() in line.small:
            continue
        if before or len(word.text) >= _LONG:
            rule = f"{before} before it" if before else "the surname alone"
            weight = 0.75 if before or line.after(at + 1) in lexicon.SPOKE else 0.62
            if not before and line.before(at) in _TO_PLACES:
                weight = 0.5
            yield Sighting(at, at + 1, "person", rule, weight, actor=actor)
