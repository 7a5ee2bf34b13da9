"""The whole way: seeds in, pages out, and a report of what changed."""

from collections.abc import Iterable
from concurrent.futures import Executor

from msgspec import Struct

from generator import analyse, read, render, resolve, write
from generator.model import Corpus, Glossary, Problem
from generator.site import Site


class Report(Struct, frozen=True):
    """What a build did, as paths below ``docs/``, and everything that does not add up."""

    written: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """Whether anything is an error, which the exit code must say."""
        return any(problem.severity == "error" for problem in self.problems)


def corpus(site: Site, *, executor: Executor | None = None) -> tuple[Corpus, Glossary]:
    """Read ``seeds/`` and understand it."""
    glossary, glossary_problems = read.glossary(site)
    seeds, seed_problems = read.seeds(site)
    analyses = analyse.articles(seeds, glossary, executor=executor)
    problems = (*glossary_problems, *seed_problems)
    return resolve.corpus(analyses, glossary, folder=site.seeds.name, problems=problems), glossary


def build(site: Site, *, executor: Executor | None = None, force: bool = False) -> Report:
    """Bring ``docs/`` up to date with ``seeds/`` and say what changed."""
    found, _ = corpus(site, executor=executor)
    pages, unrendered = render.pages(found, site)
    problems = (*found.problems, *unrendered)
    outcome = write.pages(pages, site, failed=failed(problems), force=force)
    problems = (*problems, *outcome.problems)
    return Report(outcome.written, outcome.kept, outcome.removed, problems)


def failed(problems: Iterable[Problem]) -> frozenset[str]:
    """Give the paths of what could not be used."""
    return frozenset(problem.place.path for problem in problems if problem.severity == "error")
