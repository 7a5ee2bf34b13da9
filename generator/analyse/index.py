"""Compile a glossary once, so that an article's names are found in one scan and its outlets in one look."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import TypeVar

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind
from msgspec import Struct

from generator import surname, text
from generator.model import Actor, Glossary, MentionKind, Outlet, Publication

_SHORTEST_IN_CAPITALS = 4  # letters; "IS" and "who" are words in a line of capitals
_LONG_ENOUGH = 5  # characters of a name that is told apart from a word glued to it
_BEFORE = re.compile(
    r"(?<!\w)(?:and|as|at|both|by|for|from|in|of|on|that|the|to|when|with|minister|president|government"
    r"|Minister|President|Premier|General|Chairman|Secretary)$"
)
_BEHIND = re.compile(
    r"(?:also|and|from|had|has|have|said|that|the|told|was|were|which|who|will|with|would)(?!\w)"
)  # none of them is an ending of names
_PREFIX = re.compile(r"(?:https?://)?(?:www\d?\.)?(?:the\s)?", re.IGNORECASE)
_SUFFIX = re.compile(r"\s(?:news agency|agency|newspaper|news service|website|online|tv|radio)$")
_SIGNS = re.compile(r"[\W_]+")


Named = TypeVar("Named")


class Form(Struct, frozen=True):
    """One way in which a text may name an actor."""

    actor: str
    kind: MentionKind
    named: bool = False  # counts only where the article names the actor otherwise


Place = tuple[int, int, tuple[Form, ...]]
"""Where a name stands in folded text, and whom it may name."""


class Index:
    """A glossary made ready for scanning. Compare by identity: one index serves many articles."""

    def __init__(self, glossary: Glossary) -> None:
        """Compile *glossary*; takes time in proportion to its aliases."""
        self.glossary = glossary
        forms: dict[str, list[Form]] = {}
        for actor in glossary.actors.values():
            for spelling, form in forms_of(actor):
                forms.setdefault(spelling, []).append(form)
        self._forms = {spelling: tuple(named) for spelling, named in forms.items()}
        for outlet in glossary.outlets.values():
            for written in (text.fold(name) for name in (outlet.name, *outlet.aliases)):
                if " " in written:
                    self._forms.setdefault(written, ())  # names nobody, and keeps New York out of New York Times
        self._names = _Names(self._forms)
        self._outlets = _lookup(
            (name, outlet) for outlet in glossary.outlets.values() for name in (outlet.name, *outlet.aliases)
        )
        self._publications = _lookup(
            (name, series) for series in glossary.publications.values() for name in (series.name, *series.aliases)
        )

    def outlet(self, printed: str) -> Outlet | None:
        """Give the outlet that *printed* names in any of its spellings."""
        return _found(self._outlets, printed)

    def publication(self, printed: str) -> Publication | None:
        """Give the series that *printed* names in any of its spellings."""
        return self._publications.get(key(printed))

    def scan(self, folded: str) -> list[Place]:
        """Give each place of *folded* text where an alias stands as a whole word, overlapping ones too."""
        return self._names.places(folded)

    def scan_capitals(self, folded: str) -> list[Place]:
        """Give the same for a line that is all in capitals, where case tells nothing."""
        return self._capitals.places(
            "".join(letter.upper() if len(letter.upper()) == 1 else letter for letter in folded)
        )

    def knows(self, written: str) -> bool:
        """Whether *written*, folded, is a way to write somebody's name."""
        return bool(self._forms.get(written))

    @cached_property
    def _capitals(self) -> "_Names":
        forms: dict[str, dict[Form, None]] = {}
        for written, found in self._forms.items():
            if found and sum(map(str.isalpha, written)) >= _SHORTEST_IN_CAPITALS:
                forms.setdefault(written.upper(), {}).update(dict.fromkeys(found))
        return _Names({written: tuple(named) for written, named in forms.items()})


class _Names:
    """Ways to write names, compiled so that one pass over a text finds them all."""

    def __init__(self, forms: Mapping[str, tuple[Form, ...]]) -> None:
        self._forms = list(forms.values())
        # An empty automaton is refused; a character that no folded text holds matches nothing.
        self._automaton = AhoCorasick(
            list(forms) or ["\x00"], matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    def places(self, text: str) -> list[Place]:
        """Give where one stands as a whole word."""
        return [
            (start, end, self._forms[pattern])
            for pattern, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)
            if (not (start and text[start - 1].isalnum() and text[start].isalnum()) or _glued_before(text, start, end))
            and (
                not (end < len(text) and text[end].isalnum() and text[end - 1].isalnum())
                or _glued_behind(text, start, end)
            )
        ]


def _glued_before(text: str, start: int, end: int) -> bool:
    """Whether a small word or a title ends where a name starts, since a scraper lost the space: ``onBerg``."""
    return (
        end - start >= _LONG_ENOUGH and text[start].isupper() and bool(_BEFORE.search(text, max(0, start - 12), start))
    )


def _glued_behind(text: str, start: int, end: int) -> bool:
    """Whether a name ends where a small word or a verb of saying starts: ``Bergsaid``."""
    return end - start >= _LONG_ENOUGH and text[end - 1].islower() and bool(_BEHIND.match(text, end))


@lru_cache(maxsize=65_536)
def key(printed: str) -> str:
    """Give what the spellings of one outlet share: ``ITAR-TASS`` and ``Itar Tass``, ``www.x.ru`` and ``X.ru``."""
    folded = _PREFIX.sub("", text.fold(printed), count=1)
    return _SIGNS.sub(" ", folded).strip().casefold()


def forms_of(actor: Actor) -> Iterator[tuple[str, Form]]:
    """Yield every way to write *actor*, folded, once each; what is written in full before what rules work out."""
    seen: set[str] = set()
    given: list[tuple[str, MentionKind, bool]] = [(actor.name, "name", False)]
    given += [(alias.text, alias.kind, alias.when == "named") for alias in actor.aliases]
    if actor.type == "state":
        given += [(f"{alias.text} government", "alias", False) for alias in actor.aliases if alias.kind == "demonym"]
    if actor.type == "person":
        given += [(short, kind, False) for short, kind in _short(actor)]
    for written, kind, named in given:
        shouted = actor.type in {"state", "place"} and kind in {"name", "alias", "capital"}
        for spelling in _spellings(text.fold(written), shouted=shouted):
            if spelling and spelling not in seen:
                seen.add(spelling)
                yield spelling, Form(actor.id, kind, named)


def _short(actor: Actor) -> Iterator[tuple[str, MentionKind]]:
    for written in (actor.name, *(alias.text for alias in actor.aliases)):
        for short in surname.surnames(written):
            yield short, "surname"
        for short in surname.given_names(written):
            yield short, "given_name"


def _spellings(written: str, *, shouted: bool) -> Iterable[str]:
    """Give what begins with an article at the start of a sentence, too: ``The Alliance``, ``Al-Harun``.

    Where it may be *shouted* give it in capitals, too, as datelines have it: ``BISHKEK, November 5``.
    """
    yield written
    if shouted and len(written.upper()) == len(written) > _SHORTEST_IN_CAPITALS:
        yield written.upper()
    if written.startswith(("the ", "al-", "el-")):
        yield written[0].upper() + written[1:]


def _lookup(names: Iterable[tuple[str, Named]]) -> dict[str, Named]:
    found: dict[str, Named] = {}
    for name, named in names:
        found.setdefault(key(name), named)
    found.pop("", None)
    return found


def _found(lookup: Mapping[str, Named], printed: str) -> Named | None:
    wanted = key(printed)
    return lookup.get(wanted) or lookup.get(_SUFFIX.sub("", wanted))
