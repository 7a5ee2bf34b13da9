"""The whole way: seeds in, pages out, and a report of what changed."""

from collections.abc import Iterable
from concurrent.futures import Executor

from msgspec import Struct

from generator import analyse, progress, read, render, resolve, write
from generator.model import Corpus, Glossary, Problem
from generator.progress import Follow
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


def corpus(
    site: Site, *, executor: Executor | None = None, follow: Follow = progress.quietly
) -> tuple[Corpus, Glossary]:
    """Read ``seeds/`` and understand it."""
    glossary, glossary_problems = read.glossary(site)
    seeds, seed_problems = read.seeds(site)
    analyses = analyse.articles(seeds, glossary, executor=executor)
    followed = follow(analyses, "Reading articles", len(seeds))
    problems = (*glossary_problems, *seed_problems)
    return resolve.corpus(followed, glossary, folder=site.seeds.name, problems=problems), glossary


def build(
    site: Site, *, executor: Executor | None = None, force: bool = False, follow: Follow = progress.quietly
) -> Report:
    """Bring ``docs/`` up to date with ``seeds/`` and say what changed."""
    found, _ = corpus(site, executor=executor, follow=follow)
    pages, unrendered = render.pages(found, site, follow=follow)
    problems = (*found.problems, *unrendered)
    outcome = write.pages(pages, site, failed=failed(problems), force=force)
    problems = (*problems, *outcome.problems)
    return Report(outcome.written, outcome.kept, outcome.removed, problems)


def failed(problems: Iterable[Problem]) -> frozenset[str]:
    """Give the paths of what could not be used."""
    return frozenset(problem.place.path for problem in problems if problem.severity == "error")
