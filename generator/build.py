"""The whole way: seeds in, pages out, and a report of what changed."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from functools import partial

from msgspec import Struct

from generator import analyse, excerpt, progress, read, render, resolve, write
from generator.analyse import Index
from generator.corpus import Corpus
from generator.model import Glossary, Problem, Seed
from generator.progress import Follow
from generator.render.templates import Templates
from generator.sheet import Extract
from generator.site import Link, Site


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
    seeds: Sequence[Seed]
    extracts: Callable[[str], Extract]  # by the address of the article


def corpus(site: Site, *, executor: Executor | None = None, follow: Follow = progress.quietly) -> Understood:
    """Read ``seeds/`` and understand it."""
    glossary, glossary_problems = read.glossary(site)
    seeds, seed_problems = read.seeds(site)
    extracts = analyse.over(partial(_extracts, link=site.link), seeds, glossary, executor)
    by_seed = {extract.sheet.seed: extract for extract in follow(extracts, "Reading articles", len(seeds))}
    articles = resolve.corpus(
        (extract.sheet for extract in by_seed.values()),
        glossary,
        folder=site.seeds.name,
        published=read.published(site),
        problems=(*glossary_problems, *seed_problems),
    )
    return Understood(articles, glossary, seeds, lambda address: by_seed[articles.articles[address].seed])


def _extracts(seeds: Sequence[Seed], index: Index, *, link: Link) -> list[Extract]:
    return [excerpt.extract(analysis, index.glossary, link) for analysis in analyse.batch(seeds, index)]


def build(
    site: Site, *, executor: Executor | None = None, force: bool = False, follow: Follow = progress.quietly
) -> tuple[Report, Understood]:
    """Bring ``docs/`` up to date with ``seeds/`` and say what changed."""
    understood = corpus(site, executor=executor, follow=follow)
    templates = Templates(site)
    pages = render.pages(understood.corpus, understood.extracts, templates, follow=follow)
    outcome = write.pages(pages, site, lambda: failed((*understood.corpus.problems, *templates.found)), force=force)
    problems = (*understood.corpus.problems, *templates.found, *outcome.problems)
    return Report(outcome.written, outcome.kept, outcome.removed, problems), understood


def failed(problems: Iterable[Problem]) -> frozenset[str]:
    """Return the paths of what could not be used."""
    return frozenset(problem.place.path for problem in problems if problem.severity == "error")
