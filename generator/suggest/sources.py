"""Fold the outlets that articles cite and no file describes."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator import text
from generator.analyse import outlets
from generator.model import Analysis, Glossary
from generator.suggest.weigh import Guess

_CONTEXT = 60
_CONTEXTS = 3
_CITED = frozenset({"source", "credit", "date_only"})


class Cited:
    """What was seen of one outlet."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.names: Counter[str] = Counter()
        self.articles: set[str] = set()
        self.dated = 0
        self.contexts: list[tuple[str, str]] = []


def cited(analysis: Analysis, glossary: Glossary) -> Iterator[tuple[str, str, bool, str, str]]:
    """Yield each citation of an unknown outlet: identifier, as printed, whether dated, seed, the words around it."""
    whole = analysis.article.text
    for citation in analysis.citations:
        if citation.kind not in _CITED or not citation.outlet or citation.outlet in glossary.outlets:
            continue
        if not citation.printed or not (outlets.named(citation.printed) or outlets.site(citation.printed)):
            continue
        around = whole[max(0, citation.start - _CONTEXT) : citation.end]
        yield citation.outlet, citation.printed, bool(citation.date), analysis.article.seed, " ".join(around.split())


def guesses(seen: Iterable[tuple[str, str, bool, str, str]], glossary: Glossary) -> list[Guess]:
    """Give the outlets that articles cite and no file describes, the most cited first."""
    found: dict[str, Cited] = {}
    for identifier, printed, dated, article, context in seen:
        one = found.setdefault(identifier, Cited())
        one.names[printed] += 1
        one.articles.add(article)
        one.dated += dated
        if len(one.contexts) < _CONTEXTS:
            one.contexts.append((article, context))
    made = [_guess(identifier, one) for identifier, one in found.items() if identifier not in glossary.outlets]
    return sorted(made, key=lambda guess: (-guess.articles, -guess.mentions, guess.id))


def _guess(identifier: str, one: Cited) -> Guess:
    names = sorted(one.names, key=lambda name: (-one.names[name], name))
    score = 0.9 if one.dated else 0.7
    folded = {text.fold(names[0])}
    aliases: list[str] = []
    for name in names[1:]:
        if text.fold(name) not in folded:
            folded.add(text.fold(name))
            aliases.append(name)
    mentions = sum(one.names.values())
    return Guess(
        identifier,
        names[0],
        "",
        score,
        tuple(aliases),
        (),
        ("cited in brackets",),
        mentions,
        len(one.articles),
        tuple(one.contexts),
    )
