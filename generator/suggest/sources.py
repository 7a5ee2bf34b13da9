"""Fold the outlets that articles cite and no file describes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.analyse.cite import outlets
from generator.model import Analysis, Glossary
from generator.suggest import weigh
from generator.suggest.weigh import Guess

_CONTEXT = 60
_CONTEXTS = 3
_DATED, _UNDATED = 0.9, 0.7  # how surely what a bracket names is an outlet, with a date and without
_CITED = frozenset({"source", "credit", "date_only"})


class Printed(NamedTuple):
    """A citation of an outlet that no file describes."""

    outlet: str
    name: str
    dated: bool
    article: str  # the path of its seed
    context: str


class Cited:
    """What was seen of one outlet; keeps no more than it will show."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.names: Counter[str] = Counter()
        self.articles = 0
        self.last = ""
        self.dated = False
        self.contexts: list[tuple[str, str]] = []

    def add(self, printed: Printed) -> None:
        """Take one citation; those of an article come together."""
        self.names[printed.name] += 1
        self.articles += printed.article != self.last
        self.last = printed.article
        self.dated = self.dated or printed.dated
        if len(self.contexts) < _CONTEXTS:
            self.contexts.append((printed.article, printed.context))


def cited(analysis: Analysis, glossary: Glossary) -> Iterator[Printed]:
    """Yield each citation of an unknown outlet in one article."""
    whole, seed = analysis.article.text, analysis.article.seed
    for citation in analysis.citations:
        unknown = citation.kind in _CITED and citation.outlet and citation.outlet not in glossary.outlets
        if unknown and (outlets.named(citation.printed) or outlets.site(citation.printed)):
            around = whole[max(0, citation.start - _CONTEXT) : citation.end]
            yield Printed(citation.outlet, citation.printed, bool(citation.date), seed, " ".join(around.split()))


def fold(printed: Iterable[Printed], seen: dict[str, Cited]) -> None:
    """Add the outlets that one article cites to those *seen* before."""
    for one in printed:
        seen.setdefault(one.outlet, Cited()).add(one)


def guesses(seen: Mapping[str, Cited], glossary: Glossary) -> list[Guess]:
    """Give the outlets that articles cite and no file describes, the most cited first."""
    made = [_guess(identifier, one) for identifier, one in seen.items() if identifier not in glossary.outlets]
    return sorted(made, key=lambda guess: (-guess.articles, -guess.mentions, guess.id))


def _guess(identifier: str, one: Cited) -> Guess:
    names = weigh.by_count(one.names)
    aliases = tuple(weigh.unlike(names[0], names[1:], ()))
    score = _DATED if one.dated else _UNDATED
    rules = ("cited in brackets",)
    return Guess(
        identifier,
        names[0],
        "",
        score,
        aliases,
        rules=rules,
        mentions=one.names.total(),
        articles=one.articles,
        contexts=tuple(one.contexts),
    )
