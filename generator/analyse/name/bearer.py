"""Settle who a name belongs to where several could bear it: the article decides, or nobody does."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from generator import dates
from generator.analyse.index import Form, Index
from generator.analyse.name import role
from generator.analyse.name.candidate import Candidate
from generator.analyse.titles import is_title
from generator.edges import group
from generator.model import Role

Told = TypeVar("Told")
Doubt = tuple[int, str, str, str]
_TOLD = 10  # bearers of one name that a message names
_LONG = 5  # letters; a shorter surname is too often a word, or another's
_SHORT = frozenset({"surname", "given_name"})
_WORD_BEFORE = re.compile(r"(?<![\w'.-])([\w'.-]{1,40}) $")
_WORD_AFTER = re.compile(r" ([^\W\d_][\w'-]{0,40})")
_SENTENCE_STARTS = frozenset("\n.!?:;\"'([-")
_TYPES_OF_BODIES = frozenset(
    "Administration Foundation Institute University Airport Street Square Avenue Prize Doctrine Bridge Center Centre"
    " Hospital School College Library Memorial Palace Bank Brothers County Province City Plan Act".split()
)


class Scene(Struct, frozen=True):
    """What decides who bears a name: the folded text, the article's date, and who is known here."""

    folded: str
    date: str
    named: Mapping[str, int]
    first_names: Mapping[int, str]  # before each surname but those in titles, where capitals tell nothing
    strangers: frozenset[str]
    index: Index


def settle(
    found: Sequence[Candidate], folded: str, titles: Sequence[tuple[int, int]], date: str, index: Index
) -> tuple[list[Candidate], list[Doubt]]:
    """Give each candidate its one actor or drop it; what could mean two comes back as a doubt."""
    is_short = _remembered(_is_short)
    named = _named(found)
    inside = _within(titles)
    first_names = {
        candidate.start: _first_name(candidate, folded)
        for candidate in found
        if is_short(candidate) and not inside(candidate)
    }
    full = _remembered(lambda candidate: _full_form(candidate, named, index))
    bearers = _remembered(lambda candidate: _bearers(candidate, folded, named, index))
    scene = Scene(folded, date, named, first_names, _strangers(found, first_names, folded), index)
    kept: list[Candidate] = []
    doubts: dict[str, Doubt | None] = {}
    for candidate in found:
        form = full(candidate)
        if form is None and is_short(candidate):
            form = _short_form(candidate, bearers(candidate), scene)
        if form is not None:
            kept.append(Candidate(candidate.start, candidate.end, (form,), _rule(form, named)))
        elif folded[candidate.start : candidate.end] not in doubts:
            doubts[folded[candidate.start : candidate.end]] = _doubt(candidate, folded, named, index)
    return kept, [doubt for doubt in doubts.values() if doubt]


def _remembered(work: Callable[[Candidate], Told]) -> Callable[[Candidate], Told]:
    """Return *work*, done once for all places of a spelling: they share its forms, of which there may be thousands."""
    known: dict[int, Told] = {}

    def told(candidate: Candidate) -> Told:
        identity = id(candidate.forms)
        if identity not in known:
            known[identity] = work(candidate)
        return known[identity]

    return told


def _is_short(candidate: Candidate) -> bool:
    return bool(candidate.forms) and all(form.kind in _SHORT for form in candidate.forms)


def _named(found: Iterable[Candidate]) -> dict[str, int]:
    """Map each actor that the article names beyond doubt to where it does first."""
    named: dict[str, int] = {}
    certain = _remembered(_certain)
    for candidate in found:
        if form := certain(candidate):
            named.setdefault(form.actor, candidate.start)
    return named


def _certain(candidate: Candidate) -> Form | None:
    return _only([form for form in candidate.forms if form.kind not in _SHORT and not form.named])


def _full_form(candidate: Candidate, named: Mapping[str, int], index: Index) -> Form | None:
    """Choose among the full forms: the only one, or the only one that is named otherwise."""
    forms = [form for form in candidate.forms if form.kind not in _SHORT and (not form.named or form.actor in named)]
    if not forms:
        return None
    return _only(forms) or _only([form for form in forms if form.actor in named]) or _only(_of_site(forms, index))


def _of_site(forms: Iterable[Form], index: Index) -> list[Form]:
    return [form for form in forms if index.glossary.actors[form.actor].origin == "site"]


def _only(forms: Sequence[Form]) -> Form | None:
    if any(form.actor != forms[0].actor for form in forms):
        return None
    return forms[0] if forms else None


class Bearers(Struct, frozen=True):
    """Who may bear a surname or a given name."""

    here: Sequence[Form]  # by their surname, and the article names them
    given: Sequence[Form]  # by their given name, and the article names them
    enough: Sequence[Form]  # by a surname that alone is enough


def _bearers(candidate: Candidate, folded: str, named: Mapping[str, int], index: Index) -> Bearers:
    word = folded[candidate.start : candidate.end]
    surnames = [form for form in candidate.forms if form.kind == "surname"]
    return Bearers(
        [form for form in surnames if form.actor in named],
        [form for form in candidate.forms if form.kind == "given_name" and form.actor in named],
        [form for form in surnames if _is_enough(form, word, index)],
    )


def _short_form(candidate: Candidate, bearers: Bearers, scene: Scene) -> Form | None:
    """Choose the bearer of a surname or a given name that stands alone."""
    if not _stands_alone(candidate, scene):
        return None
    if scene.folded[candidate.start : candidate.end] in scene.strangers:
        return None
    if bearers.here:
        return _only(bearers.here) or _only(_in_office(bearers.here, candidate, scene))
    given = [form for form in bearers.given if scene.named[form.actor] < candidate.start]
    if given:
        return _only(given)
    return _only(bearers.enough) or _only(_in_office(bearers.enough, candidate, scene))


def _in_office(forms: Sequence[Form], candidate: Candidate, scene: Scene) -> list[Form]:
    """Give the bearers who held the office that stands with the name at the time of the article."""
    stated = role.stated(scene.folded, candidate.start, candidate.end).casefold() if len(forms) > 1 else ""
    return [
        form
        for form in (forms if stated else ())
        if any(
            held.title.casefold() in stated and _held(held, scene.date)
            for held in scene.index.glossary.actors[form.actor].roles
        )
    ]


def _held(held: Role, date: str) -> bool:
    """Whether an office was held on *date*, or within the year or month that it is."""
    when, since, until = (dates.parse(edtf) for edtf in (date, held.since, held.until))
    if when is None:
        return False
    return (since is None or since <= when.last) and (until is None or when <= until.last)


def _is_enough(form: Form, surname: str, index: Index) -> bool:
    """Whether a surname alone is enough: of an actor of this site, as people say, or as articles show if it is long."""
    actor = index.glossary.actors[form.actor]
    return actor.origin == "site" and (actor.status == "reviewed" or len(surname) >= _LONG)


def _strangers(found: Iterable[Candidate], first_names: Mapping[int, str], folded: str) -> frozenset[str]:
    """Give the surnames that the article also gives, with a first name, to somebody whom no file knows."""
    return frozenset(
        folded[candidate.start : candidate.end]
        for candidate in found
        if first_names.get(candidate.start) and all(form.kind == "surname" for form in candidate.forms)
    )


def _first_name(candidate: Candidate, folded: str) -> str:
    """Give the first name before a surname, empty where what stands there is a title, a state or no name."""
    before = _WORD_BEFORE.search(folded, max(0, candidate.start - 42), candidate.start)
    if not before:
        return ""
    word = before.group(1)
    starts = folded[before.start() - 1 : before.start()] if before.start() else "\n"
    opens = starts == "\n" or (folded[before.start() - 2 : before.start() - 1] in _SENTENCE_STARTS and starts == " ")
    is_name = word[0].isupper() and not word.isupper() and not word.endswith(("'s", "s'")) and not is_title(word)
    return word if is_name and not opens and "." not in word else ""


def _stands_alone(candidate: Candidate, scene: Scene) -> bool:
    """Whether no other name goes on around the surname (``Bush Foundation``, ``Anson Chan``)."""
    before = scene.folded[max(0, candidate.start - 2) : candidate.start]
    if before.endswith("-") and before[:1].isalpha():
        return False
    first_name = scene.first_names.get(candidate.start)
    if first_name is None:
        return True
    after = _WORD_AFTER.match(scene.folded, candidate.end)
    if after and after.group(1) in _TYPES_OF_BODIES:
        return False
    if after and after.group(1)[0].isupper() and not after.group(1).isupper() and not is_title(after.group(1)):
        return False
    return not first_name


def _within(spans: Sequence[tuple[int, int]]) -> Callable[[Candidate], bool]:
    """Return what tells whether a candidate begins in one of *spans*, which are in order and apart."""
    ends = [end for _, end in spans]

    def inside(candidate: Candidate) -> bool:
        at = bisect_right(ends, candidate.start)
        return at < len(spans) and spans[at][0] <= candidate.start

    return inside


def _rule(form: Form, named: Mapping[str, int]) -> str:
    if form.kind not in _SHORT:
        return "glossary"
    return "short form of a name in the article" if form.actor in named else "only bearer in the glossary"


def _doubt(candidate: Candidate, folded: str, named: Mapping[str, int], index: Index) -> Doubt | None:
    """Report a name that two actors of this article or of the site's own files could bear."""
    by_actor = group(candidate.forms, by=lambda form: form.actor)
    bearers = [actor for actor in by_actor if actor in named]
    if len(bearers) < 2:  # noqa: PLR2004 - a doubt has two sides
        bearers = sorted({form.actor for form in _of_site(candidate.forms, index) if not form.named})
    if len(bearers) < 2:  # noqa: PLR2004
        return None
    names = " or ".join(index.glossary.actors[actor].name for actor in bearers[:_TOLD])
    names += f" or {len(bearers) - _TOLD} others" if len(bearers) > _TOLD else ""
    word = folded[candidate.start : candidate.end]
    return candidate.start, "name-ambiguous", f"{word!r} could be {names}; it is not linked", "write the name in full"
