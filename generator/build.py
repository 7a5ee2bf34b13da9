"""The whole way: seeds in, pages out, and a report of what changed."""

from concurrent.futures import Executor

from msgspec import Struct

from generator import analyse, read, render, resolve, write
from generator.model import Corpus, Glossary, Problem
from generator.site import Site


class Report(Struct, frozen=True):
    """What a build did: paths below ``docs/``, and everything that does not add up."""

    written: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """Whether something was an error, so that the exit code must say so."""
        return any(problem.severity == "error" for problem in self.problems)


def corpus(site: Site, executor: Executor | None = None) -> tuple[Corpus, Glossary]:
    """Read and understand ``seeds/``: pure but for the reading."""
    glossary, glossary_problems = read.glossary(site)
    seeds, seed_problems = read.seeds(site)
    analyses = analyse.articles(seeds, glossary, executor=executor)
    return resolve.corpus(analyses, glossary, problems=(*glossary_problems, *seed_problems), site=site), glossary


def build(site: Site, *, executor: Executor | None = None, force: bool = False) -> Report:
    """Bring ``docs/`` up to date with ``seeds/`` and say what changed."""
    found, _ = corpus(site, executor)
    pages, template_problems = render.pages(found, site)
    outcome = write.pages(pages, site, failed=..., force=force)
    return Report(outcome.written, outcome.kept, outcome.removed, (*found.problems, *template_problems, *outcome.problems))
