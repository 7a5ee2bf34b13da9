"""Read ``seeds/``: the articles and the glossary, each mistake a problem with its place."""

from generator.read.articles import article, published, seeds
from generator.read.glossary import glossary

__all__ = ["article", "glossary", "published", "seeds"]
