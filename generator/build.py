"""The whole way: seeds in, pages out, and a report of what changed."""

from collections.abc import Iterable
from concurrent.futures import Executor

from msgspec import Struct

from generator import progress, read, render, resolve, unchanged, write
from generator.cache import Cache
from generator.corpus import Corpus
from generator.model import Glossary, Problem
from generator.progress import Follow
from generator.render.templates import Templates
from generator.site import Site
from generator.understand import Articles


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


class Understood(Struct, frozen=True):
    """A site's seeds as they are understood: the articles together, and what was made of each."""

    corpus: Corpus
    glossary: Glossary
    articles: Articles


def corpus(
    site: Site, kept: Cache, *, executor: Executor | None = None, follow: Follow = progress.quietly
) -> Understood:
    """Read ``seeds/`` and understand it, with what is *kept* of earlier builds."""
    glossary, glossary_problems = read.glossary(site)
    seeds, seed_problems = read.seeds(site)
    articles = Articles(seeds, glossary, site.link, kept, executor)
    together = resolve.corpus(
        follow(articles.sheets(), "Reading articles", len(seeds)),
        glossary,
        folder=site.seeds.name,
        published=read.published(site),
        digest=articles.digest,
        problems=(*glossary_problems, *seed_problems),
    )
    return Understood(together, glossary, articles)


def build(
    site: Site,
    kept: Cache,
    *,
    executor: Executor | None = None,
    force: bool = False,
    follow: Follow = progress.quietly,
) -> Report:
    """Bring ``docs/`` up to date with ``seeds/`` and say what changed."""
    last = unchanged.last(site, kept)
    if last is not None:
        return Report((), last.kept, (), last.problems)
    understood = corpus(site, kept, executor=executor, follow=follow)
    return pages(understood, site, kept, force=force, follow=follow)


def pages(
    understood: Understood, site: Site, kept: Cache, *, force: bool = False, follow: Follow = progress.quietly
) -> Report:
    """Bring ``docs/`` up to date with what is *understood* of the seeds and say what changed."""
    templates = Templates(site)
    made = render.pages(understood.corpus, understood.articles.prose, templates, kept, follow=follow)
    outcome = write.pages(made, site, lambda: failed((*understood.corpus.problems, *templates.found)), force=force)
    problems = (*understood.corpus.problems, *templates.found, *outcome.problems)
    if not outcome.problems and not templates.found:
        paths = tuple(sorted((*outcome.written, *outcome.kept)))
        unchanged.note(site, kept, paths, problems)
    return Report(outcome.written, outcome.kept, outcome.removed, problems)


def failed(problems: Iterable[Problem]) -> frozenset[str]:
    """Return the paths of what could not be used."""
    return frozenset(problem.place.path for problem in problems if problem.severity == "error")
