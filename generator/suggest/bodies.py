"""Find organisations, treaties, events and named places by their head nouns: the word that says what it is."""

from collections.abc import Iterator

from generator.analyse.titles import names_office
from generator.model import ActorType
from generator.suggest import lexicon, people_words
from generator.suggest.line import Line, Sighting
from generator.suggest.words import Word, named

_OF = frozenset("of for on against to de des du del".split())
_ARTICLES = frozenset("a an the la les".split())
_REGIONS = frozenset("Europe Asia Africa Americas Eurasia".split())
_FOREIGN_SMALL = frozenset("al dan de des du e el et fi fil i la pour ul wa wal y".split())
_BEFORE_ITS_NAME = frozenset("Operation Exercise Lake Mount Fort Camp Cape Port Gulf Isle".split())
_NAMING = frozenset("New First Second Third Five Seven Under Upper Long Old".split())  # New South Wales
_FOR_WHAT = frozenset(
    "Agency Association Bureau Center Centre Coalition Commission Committee Convention Council Department Front Fund"
    " Group Institute Ministry Movement Office Organisation Organization Party Society Treaty Tribunal".split()
)
_NOT_FOR = frozenset(
    "Academy Army Battalion Brigade Church Court Division Guard Hospital House Mosque Navy Parliament Police Regiment"
    " School Senate University".split()
)
_TO_DO = frozenset("Campaign Coalition Commission Committee Movement".split())
_STATES = frozenset("US U.S. UK U.K. EU UN USSR U.S.S.R. USA DPRK ROK PRC FRY".split())
_NUMBERED = frozenset("Army Battalion Brigade Congress Corps Division Fleet Plenum Regiment Squadron".split())
_WEIGHTS = {"organization": 0.8, "armed_group": 0.8, "treaty": 0.7, "place": 0.75, "event": 0.62, "other": 0.62}
_LONGEST = 14  # words behind a head noun; what goes on longer is a list without commas
_OF_OTHERS = frozenset({"Office", "Service", "Services"})  # the Latvian Service of whom?
_TWO = 2
_LONG = 0.1  # of that, where the name has more than two words
_OPENING = 0.25  # less where the first word may have its capital from the sentence


def kind(word: Word) -> ActorType | None:
    """Give what a head noun makes of the name that it ends, also behind a slash: ``Army/Movement``."""
    text = word.text.rpartition("/")[2]
    if text in lexicon.ORGANIZATIONS:
        return "organization"
    if text in lexicon.PLACES:
        return "place"
    if text in lexicon.TREATIES:
        return "treaty"
    if text in lexicon.EVENTS:
        return "event"
    return "other" if text in lexicon.OTHERS else None


def sightings(line: Line) -> Iterator[Sighting]:
    """Yield the names that a head noun ends or begins, from left to right and apart."""
    at, end = 0, 0
    while at < len(line.words):
        stop = _run_end(line, at)
        found = _in_run(line, max(at, end), stop) if stop > max(at, end) else None
        if found:
            yield found
            end = found.last
        at = max(stop, end, at + 1)


def _run_end(line: Line, at: int) -> int:
    stop = at
    while stop < len(line.words) and named(line.words[stop]) and (stop == at or line.goes_on(stop)):
        stop += 1
    return stop


def _in_run(line: Line, start: int, stop: int) -> Sighting | None:
    if line.words[stop - 1].text in lexicon.PLACES and line.before(stop - 1) in people_words.GIVEN:
        return None  # Robert Hill
    heads = [at for at in range(start, stop) if kind(line.words[at]) and not _known_alone(line, start, at)]
    if not heads:
        return _foreign(line, start, stop) or _administration(line, start, stop)
    head = heads[-1]
    if len(heads) > 1 and any(names_office(line.words[at].text) for at in range(heads[-2] + 1, head)):
        head = heads[-2]
    first = _left(line, start, head)
    last = _right(line, head)
    if first == head and last == head + 1 and line.words[head].text in _BEFORE_ITS_NAME:
        last = min(stop, head + 4)
    if last - first < 2:  # noqa: PLR2004 - a head noun alone names nothing
        return None
    return _weighed(line, first, head, last)


def _known_alone(line: Line, start: int, at: int) -> bool:
    """Whether the glossary has the head noun itself as a name, ``Duma``, behind words that it does not have."""
    return at > start and bool(line.known[at]) and not line.known[at - 1]


def _left(line: Line, start: int, head: int) -> int:
    """Give where the name begins: behind titles, states and words that only begin the sentence."""
    first = start
    for at in range(start, head):
        if names_office(line.words[at].text) and line.words[at].text != "General":
            first = at + 1
    while first < head and (
        (line.words[first].opens and line.words[first].text.casefold() in line.small)
        or (line.words[first].text in lexicon.FUNCTION and line.words[first].text not in _NAMING)
        or (line.words[first].text in _STATES and not _every(line, first + 1, head, lexicon.OFFICES))
    ):
        first += 1
    if first == start < head and line.words[head].text in _NUMBERED and line.before(first)[:1].isdecimal():
        return first - 1
    if first == start < head and line.before(first) == "and" and line.before(first - 1) in lexicon.FIELDS:
        return first - 2
    return first


def _right(line: Line, head: int) -> int:
    """Give where the name ends: behind ``of the …``, and ``and …`` within that."""
    end = head + 1
    while end - head < _LONGEST:
        at = _connected(line, end, inner=end > head + 1)
        if not at:
            return end
        stop = _run_end(line, at)
        begins = kind(line.words[at]) and stop - at == 1 and line.after(stop) in _OF
        if begins or names_office(line.words[at].text) or line.known[at] == "person":
            return end
        if line.known[at] and (line.words[end].text == "and" or kind(line.words[head]) == "place"):
            return end
        while stop - at > 1 and names_office(line.words[stop - 1].text):
            stop -= 1
        end = stop
    return end


def _connected(line: Line, end: int, *, inner: bool) -> int:
    """Give where the name goes on behind a small word, 0 where it does not."""
    word = line.after(end)
    if not (word in _OF or (inner and word in {"and", "in"})):
        return 0
    article = word != "and" and line.after(end + 1) in _ARTICLES
    at = end + 1 + article
    if not (inner or _may(word, line.words[end - 1], definite=line.after(end + 1) == "the")):
        return 0
    if not line.goes_on(at) or not named(line.words[at]) or (word == "in" and line.words[at].text not in _REGIONS):
        return 0
    return at


def _may(word: str, head: Word, *, definite: bool) -> bool:
    """Whether a small word may go on behind a head noun: a party is for something, a street is not."""
    if word in {"of", "de", "des", "du", "del"}:
        return True
    if word == "to":
        return head.text in _TO_DO
    return head.text in _FOR_WHAT or (not definite and kind(head) == "organization" and head.text not in _NOT_FOR)


def _weighed(line: Line, first: int, head: int, last: int) -> Sighting | None:
    what = _type(line, first, head, last)
    opens = line.words[first].opens and first < head
    weight = _WEIGHTS[what] - (_OPENING if opens else 0) + (_LONG if opens and last - first > _TWO else 0)
    rule = f"the head noun {line.words[head].text}"
    state = line.known[first] in {"demonym", "state"} and not line.words[first].owns
    bare = first + 1 if state else first
    if _is_office(line, bare, head, last):
        owner = line.actors[first] if state else _owner(line, first)
        return Sighting(first, last, what, rule, weight if owner else weight - 0.15, bare=bare, state=owner)
    if first < head and last == head + 1 and head - first == 1:
        if line.words[first].text in lexicon.NO_NAME:
            return None
        people = line.known[first] == "demonym"
        if people and (what not in {"organization", "armed_group"} or line.words[head].text in _OF_OTHERS):
            return None
    return Sighting(first, last, what, rule, weight)


def _is_office(line: Line, bare: int, head: int, last: int) -> bool:
    """Whether it is a body that every state has: ``Interior Ministry``, ``Ministry of Foreign Affairs``."""
    if line.words[head].text not in lexicon.OFFICE_HEADS:
        return False
    small = [at for at in range(bare, last) if at != head and line.words[at].capital]
    return bool(small) and all(line.words[at].text in lexicon.OFFICES for at in small)


def _owner(line: Line, first: int) -> str:
    """Give the state whose possessive stands before a body: ``Georgia's Interior Ministry``."""
    owns = first > 0 and line.words[first].joined and line.words[first - 1].owns
    return line.actors[first - 1] if owns and line.known[first - 1] in {"state", "place"} else ""


def _type(line: Line, first: int, head: int, last: int) -> ActorType:
    what = kind(line.words[head]) or "other"
    armed = any(line.words[at].text in lexicon.ARMED for at in range(first, last))
    return "armed_group" if armed and what == "organization" else what


def _every(line: Line, first: int, last: int, words: frozenset[str]) -> bool:
    return all(line.words[at].text in words for at in range(first, last))


def _foreign(line: Line, start: int, stop: int) -> Sighting | None:
    """Read names that begin with the word for a party or a group in another language: ``Jaish al-…``."""
    for at in range(start, stop - 1):
        if line.words[at].text in lexicon.FOREIGN:
            while line.after(stop) in _FOREIGN_SMALL and line.goes_on(stop + 1) and named(line.words[stop + 1]):
                stop = _run_end(line, stop + 1)
            return Sighting(at, stop, "armed_group", f"the head noun {line.words[at].text}", 0.75)
    return None


def _administration(line: Line, start: int, stop: int) -> Sighting | None:
    """Read ``the Brandt administration``, which bears a person's name and is none."""
    plain = line.words[start].text.isalpha() and not line.words[start].text.isupper()
    if stop - start != 1 or not plain or line.after(stop) not in {"administration", "cabinet"} or line.known[start]:
        return None
    return Sighting(start, stop + 1, "organization", "the head noun administration", 0.62)
