"""What the stages make of seeds without touching a disk: each article's extract, the corpus, its pages."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from generator import analyse, cache, excerpt, render, resolve
from generator.analyse.index import Index
from generator.cache import Cache
from generator.corpus import Corpus
from generator.model import Glossary, Seed
from generator.render.templates import Templates
from generator.sheet import Extract, Prose
from generator.site import Link, Site
from tests import strategies

TEMPLATES = Path(__file__).parent.parent / "templates"
SITE = Site(Path(), Path("seeds"), Path("docs"), (TEMPLATES,), name="Papers", starter=False)
INDEX = Index(strategies.GLOSSARY)


@lru_cache(maxsize=1)
def templates() -> Templates:
    """Give the templates of the package, compiled once."""
    return Templates(SITE)


class Papers(NamedTuple):
    """Articles as they are understood together."""

    corpus: Corpus
    by_seed: Mapping[str, Extract]

    def extract(self, address: str) -> Extract:
        """Give what was made of the article at *address*."""
        return self.by_seed[self.corpus.articles[address].seed]

    def prose(self, seed: str) -> Prose:
        """Give the own words of the article whose seed this is."""
        return self.by_seed[seed].prose

    def pages(self, using: Templates | None = None) -> dict[str, str]:
        """Give the text of every page by its path; no template may fail."""
        using = using or templates()
        made = {page.path: page.text for page in render.pages(self.corpus, self.prose, using, Cache())}
        assert not using.found
        return made


def extract(seed: Seed, index: Index = INDEX, link: Link = "section") -> Extract:
    """Give what is made of one article."""
    return excerpt.extract(analyse.article(seed, index), index.glossary, link)


def papers(
    seeds: Iterable[Seed], index: Index = INDEX, link: Link = "section", published: Mapping[str, str] | None = None
) -> Papers:
    """Understand *seeds* together."""
    extracts = {seed.path: extract(seed, index, link) for seed in seeds}
    sheets = [made.sheet for made in extracts.values()]
    corpus = resolve.corpus(
        sheets,
        index.glossary,
        folder="seeds",
        published=published,
        digest=lambda seed: cache.digest(extracts[seed]),
    )
    return Papers(corpus, extracts)


def of_texts(*texts: str, glossary: Glossary = strategies.GLOSSARY) -> Papers:
    """Understand articles of these texts, of which each is a seed ``articles/000.txt``, ``articles/001.txt``, …"""
    return papers((strategies.seed(text, at) for at, text in enumerate(texts)), Index(glossary))
