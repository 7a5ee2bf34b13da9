"""Weigh what all articles show of a name: how surely it is one, what it is, how it is written."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from generator import slug, text
from generator.model import Actor, ActorType, Glossary, Outlet, Publication
from generator.suggest import called
from generator.suggest.mine import Find

SURE = 0.6
_ITSELF = 0.7  # from here on a place that is called like a person is one
_CONTEXTS = 3
_APART = 120  # characters; what stands nearer is shown already
_REPEATED = 0.8  # what each further sighting by the same rule leaves of the doubt
_COUNTED = 6


class Guess(Struct, frozen=True):
    """A name that no file has: what it seems to be, why, and where it stands."""

    id: str
    name: str
    type: str
    score: float  # from 0 to 1
    aliases: tuple[str, ...] = ()
    named: tuple[str, ...] = ()  # aliases that count only where the name stands, too
    rules: tuple[str, ...] = ()
    mentions: int = 0
    articles: int = 0
    contexts: tuple[tuple[str, str], ...] = ()  # path of the seed, words around it
    near: str = ""  # the identifier of the known name that is most like it
    summary: str = ""  # what the starter glossary says of one whom it knows
    wikidata: str = ""


class Evidence:
    """What was seen of one name; grows by each find, and keeps no more than it will show."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.names: Counter[str] = Counter()
        self.acronyms: Counter[str] = Counter()
        self.printed: Counter[str] = Counter()
        self.bare: Counter[str] = Counter()
        self.actor = ""
        self.types: Counter[ActorType] = Counter()
        self.rules: dict[str, tuple[float, int]] = {}
        self.mentions = 0
        self.articles = 0
        self.last = ""
        self.contexts: list[tuple[float, str, int, str]] = []

    def add(self, find: Find) -> None:
        """Take one find; those of an article come together."""
        self.names[find.name] += 1
        self.types[find.type] += round(find.weight * 100)
        weight, times = self.rules.get(find.rule, (0.0, 0))
        self.rules[find.rule] = (max(weight, find.weight), times + 1)
        if find.acronym:
            self.acronyms[find.acronym] += 1
        if find.alias:
            self.printed[find.alias] += 1
        self.actor = self.actor or find.actor
        if find.bare:
            self.bare[find.bare] += 1
        if find.article != self.last:
            self.articles += 1
            self.mentions += find.mentions
            self.last = find.article
        context = (-find.weight, find.article, find.start, find.context)
        if not any(
            article == find.article and abs(start - find.start) < _APART for _, article, start, _ in self.contexts
        ):
            self.contexts = sorted((*self.contexts, context))[:_CONTEXTS]

    @property
    def score(self) -> float:
        """How surely this is a name, from 0 to 1."""
        doubt = 1.0
        for weight, times in self.rules.values():
            doubt *= (1 - weight) * _REPEATED ** min(times - 1, _COUNTED)
        return 1 - doubt


def fold(finds: Iterable[Find], seen: dict[str, Evidence]) -> None:
    """Add what one article shows to what was *seen* before, by identifier."""
    for find in finds:
        seen.setdefault(find.actor or slug.slug(find.name), Evidence()).add(find)


def guesses(seen: Mapping[str, Evidence], glossary: Glossary) -> list[Guess]:
    """Give the names that were *seen* and *glossary* lacks, the surest first."""
    taken = _taken(glossary)
    borne = called.bearers(glossary)  # a surname alone is one of them, or it is left open which
    bodies = Counter(bare for evidence in seen.values() for bare in evidence.bare if bare not in evidence.names)
    made = [
        _known(guess, glossary.actors[key]) if evidence.actor else guess
        for key, evidence in seen.items()
        if _lacks(glossary, key, evidence, taken)
        for guess in [_guess(key, evidence, taken, bodies)]
        if guess.type != "person" or text.fold(guess.name) not in borne
    ]
    return sorted(_apart(made), key=by_evidence)


def by_evidence(guess: Guess) -> tuple[float, int, int, str]:
    """Give what guesses are sorted by: the surest first, and of equals the one that most articles name."""
    return -round(guess.score, 2), -guess.articles, -guess.mentions, guess.id


def _lacks(glossary: Glossary, key: str, evidence: Evidence, taken: Collection[str]) -> bool:
    """Whether the glossary lacks a name; of a person whom the starter knows, this site's own entry."""
    known = glossary.actors.get(key)
    if known and evidence.actor:
        return known.origin == "starter"
    return known is None and not any(text.fold(name) in taken for name in evidence.names)


def _taken(glossary: Glossary) -> frozenset[str]:
    """Give every way of writing that a file has, folded; that of an ignored entry counts, too."""
    return frozenset(
        text.fold(name)
        for entries in (glossary.actors, glossary.outlets, glossary.publications)
        for entry in entries.values()
        for name in (entry.name, *_aliases(entry))
    )


def _aliases(entry: Actor | Outlet | Publication) -> Iterator[str]:
    yield from (alias if isinstance(alias, str) else alias.text for alias in entry.aliases)


def _guess(key: str, evidence: Evidence, taken: Collection[str], bodies: Mapping[str, int]) -> Guess:
    names = by_count(evidence.printed) or by_count(evidence.names)
    bare = by_count(evidence.bare)
    always = [*names[1:], *by_count(evidence.acronyms)]
    always += [name for name in bare if bodies[name] == 1]
    named = [name for name in bare if bodies[name] > 1]
    return Guess(
        key,
        names[0],
        max(evidence.types, key=lambda kind: (evidence.types[kind], kind)),
        evidence.score,
        tuple(unlike(names[0], always, taken)),
        tuple(unlike(names[0], named, taken)),
        tuple(sorted(evidence.rules, key=lambda rule: (-evidence.rules[rule][0], rule))),
        evidence.mentions,
        evidence.articles,
        tuple((article, context) for _, article, _, context in evidence.contexts),
    )


def _known(guess: Guess, actor: Actor) -> Guess:
    """Give the guess what the starter glossary says of the person, since the site's own entry takes its place."""
    aliases = tuple(alias.text for alias in actor.aliases)
    return replace(guess, name=actor.name, aliases=aliases, summary=actor.summary, wikidata=actor.wikidata)


def unlike(name: str, aliases: Iterable[str], taken: Collection[str]) -> Iterator[str]:
    """Leave out what a file has, and what differs by marks only from what stands before it: one entry finds both."""
    seen = {text.fold(name)}
    for alias in aliases:
        if text.fold(alias) not in seen and text.fold(alias) not in taken:
            seen.add(text.fold(alias))
            yield alias


def by_count(names: Counter[str]) -> list[str]:
    """Give the names, the most frequent first."""
    return sorted(names, key=lambda name: (-names[name], name))


def _apart(made: list[Guess]) -> Iterator[Guess]:
    """Join short forms to the whole name that they shorten: ``Abu al-Harun`` to ``Yasin Abu al-Harun``.

    Surnames and acronyms alone are left out, since rules find them; so is a state's body where its state is known.
    """
    longer = _longer(made)
    short: dict[str, list[str]] = {}
    for guess in made:
        if guess.type == "person" and guess.name in longer and longer[guess.name] != guess.id:
            short.setdefault(longer[guess.name], []).append(guess.name)
    explained = {alias for guess in made if guess.score >= SURE for alias in (*guess.aliases, *guess.named)}
    for guess in made:
        if guess.name in explained or (guess.name in longer and (guess.type == "person" or guess.score < _ITSELF)):
            continue
        names = [name for name in short.get(guess.id, ()) if " " in name and name not in guess.aliases]
        yield replace(guess, aliases=(*guess.aliases, *names)) if names else guess


def _longer(made: Iterable[Guess]) -> dict[str, str]:
    """Map each end of a person's whole name, and its first word, to that person."""
    longer: dict[str, str] = {}
    for guess in made:
        if guess.type == "person" and guess.score >= SURE and " " in guess.name:
            words = guess.name.split()
            for form in (words[0], words[-1].partition("-")[2], *(" ".join(words[at:]) for at in range(1, len(words)))):
                longer.setdefault(form, guess.id)
    return longer
