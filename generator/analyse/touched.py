"""Tell which articles an edit of the glossary touches: those in whose text a name of a changed entry may stand.

Names are compared by their letters and digits alone, whatever stands between them, so that whatever way the analysis
has to find a name in a text, it is seen here.
"""

import unicodedata
from collections.abc import Callable, Iterator

from ahocorasick_rs import AhoCorasick
from msgspec.structs import replace

from generator.analyse.index import forms_of, key
from generator.model import Actor, Glossary, Outlet, Place, Publication

Entry = Actor | Outlet | Publication


def by(old: Glossary, new: Glossary) -> Callable[[str], bool]:
    """Return what says of a text whether what changed between two glossaries, :func:`settled`, can matter to it."""
    names = {letters(name) for entry in _changed(old, new) for name in _names(entry)} - {""}
    if not names:
        return lambda _text: False
    scan = AhoCorasick(sorted(names))
    return lambda text: bool(scan.find_matches_as_indexes(letters(text)))


def letters(text: str) -> str:
    """Return the letters and digits of *text* without marks and difference of case."""
    if text.isascii():
        return text.lower().translate(_SEPARATORS)
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(one for one in unicodedata.normalize("NFKD", apart) if one.isalnum())


_SEPARATORS = {code: None for code in range(128) if not chr(code).isalnum()}


def _changed(old: Glossary, new: Glossary) -> Iterator[Entry]:
    """Yield each entry that differs, as it was and as it is, and each whose office is held at one that does."""
    ids: set[str] = set()
    for before, after in ((old.actors, new.actors), (old.outlets, new.outlets), (old.publications, new.publications)):
        for identifier in before.keys() | after.keys():
            entries = [entries[identifier] for entries in (before, after) if identifier in entries]
            if len(entries) == 1 or entries[0] != entries[1]:
                ids.add(identifier)
                yield from entries
    for glossary in (old, new):
        for actor in glossary.actors.values():
            if any(role.of in ids for role in actor.roles):
                yield actor


def settled(glossary: Glossary) -> Glossary:
    """Return *glossary* without the lines on which its entries stand, which matter to no article."""
    nowhere = Place("")
    return Glossary(
        {identifier: replace(actor, place=nowhere) for identifier, actor in glossary.actors.items()},
        {identifier: replace(outlet, place=nowhere) for identifier, outlet in glossary.outlets.items()},
        glossary.publications,
    )


def _names(entry: Entry) -> Iterator[str]:
    """Yield every way in which a text may name *entry*."""
    if isinstance(entry, Actor):
        for spelling, _ in forms_of(entry):
            yield spelling
            yield spelling.rpartition(" ")[2]  # a bracket may name a person by the last word alone
    else:
        for name in (entry.name, *entry.aliases):
            yield key(name)
