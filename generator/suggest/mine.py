"""Mine one article for names that no file describes: each place that shows one, with its rule and its words."""

import re
from collections.abc import Iterator, Mapping, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct

from generator import text
from generator.analyse.index import Index
from generator.model import TEXT_BLOCKS, ActorType, Analysis
from generator.suggest import bodies, called, initials, people, places, quoted
from generator.suggest.line import Line, Sighting, lines

_MINED = TEXT_BLOCKS - {"caption", "heading"}
_DASHES = str.maketrans({"—": ";", "―": ";"})  # folded, they would look like hyphens within a name
_ADJECTIVE = re.compile(r"(?P<stem>[A-Z][a-z]{3,30}?)(?:i?an|ese|ish)s?")
_GLUED = re.compile(r"\b[a-z]{4,30}–(?=[A-Z])|–(?=[a-z])")  # “deputies–Ada Berg”, “Ada Berg–the”
_CONTEXT = 60  # characters on either side
_SURE = 0.5
_LONGEST = 120  # characters of a name
_PARTS = frozenset({"demonym", "part", "state", "organization", "place", "armed_group"})  # a longer name may hold these
_ADDRESS = re.compile(r"\w\.[a-z]{2,6}$")


class Find(Struct, frozen=True):
    """A name found at a place of an article."""

    name: str
    type: ActorType
    rule: str
    weight: float
    article: str  # the path of its seed
    start: int
    context: str
    mentions: int  # how often the article has the name or its acronym
    acronym: str = ""
    alias: str = ""  # the name as printed, where the entry is to be called otherwise
    bare: str = ""  # the name of a state's body without the state
    actor: str = ""  # the identifier of the actor of the starter glossary that is meant


def finds(analysis: Analysis, index: Index) -> list[Find]:
    """Give what one article shows, in the order of its text."""
    article = analysis.article
    blocks = [block for block in article.blocks if block.kind in _MINED]
    plain = _GLUED.sub(lambda found: found.group()[:-1] + ";", article.text.translate(_DASHES))
    folded = text.folded(plain, [(block.start, block.end) for block in blocks])
    seen = [
        (line, sighting)
        for line, sighting in _sightings(list(lines(folded, analysis, index)), called.surnames(index))
        if _is_new(line.said(sighting.first, sighting.last), index)
    ]
    times = _times(
        folded.text, {form for line, found in seen for form in (line.said(found.first, found.last), found.acronym)}
    )
    return [_find(line, sighting, folded, analysis, times, index) for line, sighting in seen]


def _is_new(name: str, index: Index) -> bool:
    return (
        len(name) <= _LONGEST
        and not _ADDRESS.search(name)
        and index.outlet(name) is None
        and index.publication(name) is None
        and not _is_of_state(name, index)
    )


def _is_of_state(name: str, index: Index) -> bool:
    """Whether one word is an adjective of a known state or place, which the glossary writes otherwise."""
    found = _ADJECTIVE.fullmatch(name)
    nouns = [found["stem"] + vowel for vowel in ("", "a", "e", "o")] if found else []
    forms = (form for noun in nouns for _, end, named in index.scan(noun) if end == len(noun) for form in named)
    return any(index.glossary.actors[form.actor].type in {"state", "place"} for form in forms)


def _find(  # noqa: PLR0913, PLR0917 - all that tells the find is given
    line: Line, found: Sighting, folded: text.Folded, analysis: Analysis, times: dict[str, int], index: Index
) -> Find:
    whole = analysis.article.text
    printed, start, end = _printed(line, found.first, found.last, folded, whole)
    bare = _printed(line, found.bare, found.last, folded, whole)[0] if found.bare >= 0 else ""
    state = index.glossary.actors[found.state].name if found.state else ""
    name = index.glossary.actors[found.actor].name if found.actor else printed
    return Find(
        f"{bare} ({state})" if state else name,
        found.type,
        found.rule,
        round(found.weight, 4),
        analysis.article.seed,
        start,
        _context(whole, start, end),
        times.get(line.said(found.first, found.last), 0) + times.get(found.acronym, 0),
        found.acronym,
        printed if state and found.bare > found.first else "",
        bare,
        found.actor,
    )


def _printed(line: Line, first: int, last: int, folded: text.Folded, whole: str) -> tuple[str, int, int]:
    """Give words as the article prints them, on one line, with where they stand."""
    begin, stop = line.start + line.words[first].start, line.start + line.words[last - 1].end
    start, end = folded.span(begin, stop)
    return " ".join(whole[start:end].split()).lstrip("'‘"), start, end


def _context(whole: str, start: int, end: int) -> str:
    """Give the whole words around a name, cut at its paragraph."""
    before = whole[max(0, start - _CONTEXT) : start].rpartition("\n\n")[2]
    after = whole[end : end + _CONTEXT].partition("\n\n")[0]
    if len(before) == _CONTEXT:
        before = before.partition(" ")[2]
    if len(after) == _CONTEXT:
        after = after.rpartition(" ")[0]
    return " ".join(f"{before}{whole[start:end]}{after}".split())


def _times(folded: str, names: set[str]) -> dict[str, int]:
    """Count how often each name stands in the article as whole words."""
    wanted = sorted(names - {""})
    times: dict[str, int] = {}
    if wanted:
        scan = AhoCorasick(wanted, matchkind=MatchKind.Standard)
        for number, start, end in scan.find_matches_as_indexes(folded, overlapping=True):
            if not (folded[max(0, start - 1) : start].isalnum() or folded[end : end + 1].isalnum()):
                times[wanted[number]] = times.get(wanted[number], 0) + 1
    return times


def _sightings(lines: Sequence[Line], known: Mapping[str, str]) -> Iterator[tuple[Line, Sighting]]:
    """Yield what the rules see: bodies first, for no person begins inside one; then persons, then places.

    *known* are surnames of the starter glossary's persons.
    """
    used = [[kind in {"citation", "outlet"} for kind in line.known] for line in lines]
    explained: set[str] = set()
    for line, taken in zip(lines, used, strict=True):
        for found in _bodies(line, taken):
            explained.add(found.acronym)
            yield line, found
        for at, kind in enumerate(line.known):
            taken[at] = taken[at] or bool(kind and kind not in _PARTS)
    persons: set[str] = set()
    for line, found in _persons(lines, used, known):
        yield line, found
        persons.update(_bare(word.text) for word in line.words[found.first : found.last])
    for line, taken in zip(lines, used, strict=True):
        for at, word in enumerate(line.words):
            taken[at] = taken[at] or bool(line.known[at]) or _bare(word.text) in persons
        for found in (*places.sightings(line, taken), *initials.alone(line, taken)):
            if line.said(found.first, found.last) not in explained and line.said(found.first, found.last) not in known:
                yield line, found


def _persons(
    lines: Sequence[Line], used: Sequence[list[bool]], known: Mapping[str, str]
) -> Iterator[tuple[Line, Sighting]]:
    """Yield persons, and mark the words of sure ones as used; then those whose surnames the starter knows."""
    alone = {word for line in lines for word in people.alone(line)}
    borne: set[str] = set()
    for line, taken in zip(lines, used, strict=True):
        for found in people.sightings(line, taken, alone):
            if line.said(found.first, found.last) not in known:
                yield line, found
                borne.update(word.text for word in line.words[found.first : found.last])
                taken[found.first : found.last] = [found.weight > _SURE] * (found.last - found.first)
    named = {actor for line in lines for actor in line.actors}
    free = {form: actor for form, actor in known.items() if actor not in named and form not in borne}
    for line, taken in zip(lines, used, strict=True):
        yield from ((line, found) for found in called.sightings(line, taken, free))


def _bodies(line: Line, used: list[bool]) -> Iterator[Sighting]:
    """Yield names that have their own sign, an acronym, quotation marks or a head noun; mark their words as used."""
    heads = list(bodies.sightings(line))
    for found in (*initials.sightings(line, heads), *quoted.sightings(line), *heads):
        kinds = set(line.known[found.first : found.last])
        whole = len(kinds) == 1 and not kinds & {"", "demonym", "part"}  # the glossary has it as one actor's
        if not any(used[found.first : found.last]) and not whole:
            yield found
        used[found.first : found.last] = [True] * (found.last - found.first)


def _bare(name: str) -> str:
    return name.removeprefix("al-").removeprefix("Al-")
