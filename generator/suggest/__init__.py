"""Suggest who and what the glossary lacks: actors by the words around them, outlets by the citations."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor

from msgspec import Struct

from generator import analyse, progress, read
from generator.analyse import batches
from generator.analyse.index import Index
from generator.model import Problem, Seed
from generator.progress import Follow
from generator.site import Site
from generator.suggest import entry, keep, mine, near, sources, weigh
from generator.suggest.weigh import SURE, Guess

__all__ = ["SURE", "Guess", "Suggestions", "added", "lines", "suggestions", "write"]

_WEAK = 0.35
Mined = tuple[list[mine.Find], list[sources.Printed]]


class Suggestions(Struct, frozen=True):
    """Actors and outlets that the glossary lacks, the surest first, and what does not add up."""

    actors: tuple[Guess, ...] = ()
    outlets: tuple[Guess, ...] = ()
    problems: tuple[Problem, ...] = ()


def suggestions(site: Site, *, executor: Executor | None = None, follow: Follow = progress.quietly) -> Suggestions:
    """Read ``seeds/`` and give the names that they show and no file has."""
    glossary, problems = read.glossary(site)
    # What is found must not depend on what was suggested before: else each run would find something else.
    settled, _ = read.glossary(site, suggested=False)
    seeds, more = read.seeds(site)
    actors: dict[str, weigh.Evidence] = {}
    outlets: dict[str, sources.Cited] = {}
    mined = batches.over(_mined, seeds, settled, executor)
    for finds, cited in follow(mined, "Reading articles", len(seeds)):
        weigh.fold(finds, actors)
        sources.fold(cited, outlets)
    cited_so = sources.guesses(outlets, glossary)
    printed = {name for guess in cited_so for name in (guess.name, *guess.aliases)}
    named = [guess for guess in weigh.guesses(actors, glossary) if guess.score >= _WEAK and guess.name not in printed]
    return Suggestions(tuple(near.marked(named, glossary)), tuple(cited_so), (*problems, *more))


def write(found: Suggestions, site: Site) -> tuple[Problem, ...]:
    """Add the sure ones to ``actors.yml`` and ``outlets.yml`` as suggested entries."""
    return tuple(
        problem
        for file, guesses in _files(found)
        for problem in keep.added(site.seeds / file, f"{site.seeds.name}/{file}", guesses)
    )


def added(found: Suggestions, site: Site, refused: Iterable[Problem]) -> str:
    """Say how many entries were added to which file, where writing had the problems *refused*."""
    left = {problem.place.path for problem in refused}
    files = [(f"{site.seeds.name}/{file}", len(guesses)) for file, guesses in _files(found)]
    counted = ", ".join(f"{count} to {file}" for file, count in files if count and file not in left)
    if not counted:
        return "Nothing added"
    return f"Added {counted}; they are linked at once, and the page of an actor says that nobody has reviewed it"


def _files(found: Suggestions) -> tuple[tuple[str, list[Guess]], ...]:
    return ("actors.yml", sure(found.actors)), ("outlets.yml", sure(found.outlets))


def lines(found: Suggestions) -> Iterator[str]:
    """Yield what a person reads: each guess with its evidence, the surest first."""
    for guess in sorted((*found.actors, *found.outlets), key=weigh.by_evidence):
        yield f"{guess.score:.2f} {guess.type or 'outlet'}: {' / '.join((guess.name, *guess.aliases, *guess.named))}"
        yield from (f"     {line}" for line in entry.evidence(guess))


def sure(guesses: Iterable[Guess]) -> list[Guess]:
    """Give the guesses that are worth an entry."""
    return [guess for guess in guesses if guess.score >= SURE]


def _mined(seeds: Sequence[Seed], index: Index) -> list[Mined]:
    return [
        (mine.finds(analysis, index), list(sources.cited(analysis, index.glossary)))
        for analysis in analyse.batch(seeds, index)
    ]
