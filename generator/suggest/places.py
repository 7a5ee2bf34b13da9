"""Find places and bodies by the small words beside them: ``the town of …``, ``… company``, ``near …``, lists."""

import re
from collections.abc import Iterator, Sequence

from generator.analyse.titles import is_title
from generator.model import ActorType
from generator.suggest import lexicon
from generator.suggest.line import Line, Sighting, stretches

_NO_PLACE_AFTER = frozenset(
    """
according alternative appealed attributed belief believe believed believes belong belonged belongs close confidence due
engaged faith gave holdings interest interested interests invest invested investing investment involved loyal member
membership participated participation related respond role said sent share shares similar speaking stake stakes talking
told trust wrote writes
""".split()
)
_LEADING = {
    **dict.fromkeys(("near", "outside"), 0.75),
    "in": 0.65,
    **dict.fromkeys("from to toward towards at into around through via past across".split(), 0.3),
}
_LED = frozenset("boss ceo chairman chairwoman chief head leader spokesman spokesperson spokeswoman".split())
_SMALL = frozenset(
    "and or of in on at to for from by with the a an as is was were are has had will would that who".split()
)
_OFFICES = frozenset("CEO Chairman Chairwoman Director-General Governor Mayor President Speaker".split())
_NO_OWNERS = (lexicon.FIELDS, lexicon.OFFICES, lexicon.OFFICE_HEADS, lexicon.ORGANIZATIONS, lexicon.PLACES)
_PARTIES = frozenset("bloc faction movement party".split())
_DRILLS = frozenset("drill drills exercise exercises manoeuvres maneuvers operation".split())
_LONGEST = 4  # words
_LIST = 3  # members
_APPOSED = re.compile(r", (?:an?|the) (?P<words>(?:[\w'.-]{1,30} ){0,7}[\w'-]{1,30})")
_ADJECTIVE = re.compile(r".{2,}(?:ian|ese|ish|ani|ean|gian)s?$")
_JOINTS = frozenset({", ", ", and ", " and ", ", or ", " or "})
_PLACES = frozenset({"place", "state"})


def sightings(line: Line, taken: Sequence[bool]) -> Iterator[Sighting]:
    """Yield what small words show among the words that nobody has *taken*."""
    found: dict[tuple[int, int], Sighting] = {}
    for first, last in stretches(line, taken):
        presided = _presided(line, first, last)
        if presided:
            found[first, first + 1] = Sighting(first, first + 1, *presided)
        elif last - first <= _LONGEST and _is_name(line, first, last):
            shown = _cued(line, first, last) or _apposed(line, first, last)
            if shown:
                end = _whole(line, last) if line.before(first) in lexicon.BODIES else last
                found[first, last] = Sighting(first, end, *shown)
    yield from found.values()
    yield from _listed(line, taken, found)


def _is_name(line: Line, first: int, last: int) -> bool:
    """Whether no word but, before the word for a party, one of several is too common for a name."""
    plain = [_is_plain(line.words[at].text) for at in range(first, last)]
    return all(plain) or (any(plain) and not line.words[first].opens and line.after(last) in _PARTIES)


def _is_plain(word: str) -> bool:
    parts = word.split("-")
    return (
        word[0].isalpha()
        and not word.isupper()
        and word not in lexicon.CALENDAR
        and word not in lexicon.FUNCTION
        and word not in lexicon.NO_NAME
        and not any(part in lexicon.COMMON for part in parts)
    )


def _cued(line: Line, first: int, last: int) -> tuple[ActorType, str, float] | None:
    before = line.before(first)
    earlier = line.before(first - 1) if before else ""
    adjective = last - first == 1 and bool(_ADJECTIVE.match(line.words[first].text))
    if before == "of" and (earlier.removesuffix("s") in lexicon.SITES or earlier == "capital"):
        return "place", f"{earlier} of before it", 0.85
    opens = line.words[first].opens and (
        line.after(last) not in _LED or line.words[first].text.casefold() in line.small
    )
    followed = None if adjective or opens else _followed(line, last)
    if followed or before in lexicon.BODIES:
        return followed or ("organization", f"{before} before it", 0.65)
    if before in lexicon.SITES or before == "capital":
        return "place", f"{before} before it", 0.75
    weight = 0 if adjective or earlier in _NO_PLACE_AFTER else _LEADING.get(before, 0)
    return ("place", f"{before} before it", weight) if weight else None


def _whole(line: Line, last: int) -> int:
    """Give where a name behind ``the company …`` ends, ``of …`` included."""
    end = last
    while line.after(end) == "of" and line.goes_on(end + 1) and line.words[end + 1].capital:
        end += 2
        while line.goes_on(end) and line.words[end].capital:
            end += 1
    return end


def _followed(line: Line, last: int) -> tuple[ActorType, str, float] | None:
    after = line.after(last)
    if after in _LED and line.goes_on(last + 1) and line.words[last + 1].capital:
        return "organization", f"{after} behind it", 0.62
    if line.after(last + 1) in lexicon.BODIES and after.islower() and after not in _SMALL:
        return "organization", f"{line.after(last + 1)} behind it", 0.62
    if after in lexicon.SITES and line.after(last + 1) != "of":
        return "place", f"{after} behind it", 0.75
    return ("organization", f"{after} behind it", 0.7) if after in lexicon.BODIES else None


def _apposed(line: Line, first: int, last: int) -> tuple[ActorType, str, float] | None:
    """Read ``Rostow, a firm owned by …`` and ``Shamil, a township in …``."""
    found = _APPOSED.match(line.text, line.end(last))
    if not found or (line.words[first].opens and line.words[first].text.casefold() in line.small):
        return None
    for word in found["words"].split():
        if word in lexicon.SITES:
            return "place", f"{word} behind it", 0.7
        if word in lexicon.BODIES:
            return "organization", f"{word} behind it", 0.7
        if word in _DRILLS:
            return "event", f"{word} behind it", 0.65
    return None


def _presided(line: Line, first: int, last: int) -> tuple[ActorType, str, float] | None:
    """Read ``Harbourbank President Ada Brenn``: what an office before a person's name belongs to."""
    name, office = line.words[first].text, line.words[last - 1].text
    if last - first < 2 or office not in _OFFICES or not line.goes_on(last) or not line.words[last].capital:  # noqa: PLR2004
        return None
    if is_title(name) or not _is_plain(name) or any(name in words for words in _NO_OWNERS):
        return None
    if line.words[first].opens and name.casefold() in line.small:
        return None
    return "place" if office in {"Mayor", "Governor"} else "organization", f"{office} behind it", 0.62


def _listed(line: Line, taken: Sequence[bool], found: dict[tuple[int, int], Sighting]) -> Iterator[Sighting]:
    """Yield what stands in a list of places: all others in it are known, or shown, to be some."""
    for members in _lists(line):
        kinds = [_kind(line, span, found) for span in members]
        free = [
            span
            for span, kind in zip(members, kinds, strict=True)
            if not kind and not any(taken[slice(*span)]) and all(_is_plain(line.words[at].text) for at in range(*span))
        ]
        if any(kind in _PLACES for kind in kinds) and set(kinds) <= {*_PLACES, ""} and len(free) == kinds.count(""):
            for first, last in free:
                if not line.words[first].opens and last - first <= _LONGEST:
                    yield Sighting(first, last, "place", "beside places in a list", 0.65)


def _lists(line: Line) -> Iterator[list[tuple[int, int]]]:
    """Yield stretches of capitalised words that only commas and conjunctions part, three or more."""
    members: list[tuple[int, int]] = []
    for span in stretches(line, [False] * len(line.words)):
        gap = line.text[line.words[members[-1][1] - 1].end : line.words[span[0]].start] if members else ""
        if members and gap not in _JOINTS:
            if len(members) >= _LIST:
                yield members
            members = []
        members.append(span)
    if len(members) >= _LIST:
        yield members


def _kind(line: Line, span: tuple[int, int], found: dict[tuple[int, int], Sighting]) -> str:
    if span in found:
        return found[span].type
    kinds = set(line.known[slice(*span)])
    return kinds.pop() if len(kinds) == 1 else "mixed"
